//! Writes a value under a number format: chooses the section and puts the digits in their places.

use super::Locale;
use super::digits::Digits;
use super::general::{general, general_number};
use super::pattern::{Colour, Condition, Format, Part, Place, Section};
use super::render_moment::moment_text;
use super::shape::Shape;
use crate::value::{Number, Value};

/// A value as a cell shows it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rendered {
    /// The text.
    pub text: String,
    /// The colour the format asks for.
    pub colour: Option<Colour>,
}

impl Format {
    /// The value as a cell with this format shows it.
    pub fn render(&self, value: &Value, locale: Locale) -> Rendered {
        match value {
            Value::Number(number) => self.render_number(*number, locale),
            Value::Text(text) => self.render_text(text),
            Value::Array(array) => self.render(&array.at(0, 0), locale),
            other => Rendered { text: general(other, locale), colour: None },
        }
    }

    fn render_number(&self, number: Number, locale: Locale) -> Rendered {
        let general = || general_number(number, locale);
        if self.numbers.is_empty() {
            return self.render_text(&general());
        }
        let Some(section) = self.section(number) else { return Rendered { text: general(), colour: None } };
        if section.shape.moment {
            let text = moment_text(section, number, locale).unwrap_or_else(general);
            return Rendered { text, colour: section.colour };
        }
        let (section, number) =
            if vanishes(number, &section.shape) { self.vanished(section, number) } else { (section, number) };
        Rendered { text: Writer::new(section, number, locale).written(), colour: section.colour }
    }

    /// The first section whose condition the number meets.
    fn section(&self, number: Number) -> Option<&Section> {
        self.numbers.iter().find(|section| section.condition.is_none_or(|condition| condition.holds(number)))
    }

    /// A negative number of which nothing is left after rounding is shown as the zero of a positive one.
    fn vanished<'a>(&'a self, section: &'a Section, number: Number) -> (&'a Section, Number) {
        (self.section(number.abs()).unwrap_or(section), Number::ZERO)
    }

    fn render_text(&self, text: &str) -> Rendered {
        let Some(section) = &self.text else { return Rendered { text: text.to_owned(), colour: None } };
        let written = section.parts.iter().map(|part| match part {
            Part::Literal(literal) => literal,
            Part::Text => text,
            Part::Minus => "-",
            Part::Percent => "%",
            Part::PercentSpace => " ",
            _ => "",
        });
        Rendered { text: written.collect(), colour: section.colour }
    }
}

/// Whether a negative number shows as nothing but zeros.
fn vanishes(number: Number, shape: &Shape) -> bool {
    let rounded = !shape.scientific && shape.whole + shape.decimals > 0;
    number.is_negative() && rounded && Digits::of(number, shape.decimals, shape.shift).is_zero()
}

/// Writes one number into one section.
struct Writer<'a> {
    section: &'a Section,
    locale: Locale,
    number: Number,
    digits: Digits,
    exponent: i32,
    /// Where the next place stands: 0 for ones, −1 for tenths.
    next: i32,
    /// Whether a `0` has been met, after which every place before the decimal sign shows a digit.
    zero_met: bool,
    text: String,
}

impl<'a> Writer<'a> {
    fn new(section: &'a Section, number: Number, locale: Locale) -> Self {
        let shape = &section.shape;
        let (digits, exponent) = if shape.scientific {
            scientific(number, shape)
        } else {
            (Digits::of(number, shape.decimals, shape.shift), 0)
        };
        let (next, text) = (shape.whole - 1, String::with_capacity(24));
        Self { section, locale, number, digits, exponent, next, zero_met: false, text }
    }

    fn written(mut self) -> String {
        let says_sign = self.section.condition.is_some_and(Condition::is_negative);
        if self.number.is_negative() && !says_sign && !self.section.parts.is_empty() {
            self.text.push(self.locale.minus_sign());
        }
        let mut in_exponent = false;
        for part in &self.section.parts {
            match part {
                Part::Literal(literal) => self.text.push_str(literal),
                Part::General | Part::Text => self.text.push_str(&general_number(self.number.abs(), self.locale)),
                Part::Minus => self.text.push(self.minus()),
                Part::Percent => self.text.push('%'),
                Part::PercentSpace => self.text.push(if self.locale == Locale::Swedish { '\u{a0}' } else { ' ' }),
                Part::Place(_) if in_exponent => {}
                Part::Place(place) if self.next < 0 => self.fraction_place(*place),
                Part::Place(place) => self.whole_place(*place),
                Part::Point => self.point(),
                Part::Exponent { plus } => {
                    in_exponent = true;
                    self.write_exponent(*plus);
                }
                Part::Comma | Part::Moment(_) => {}
            }
        }
        self.text
    }

    /// A hyphen alone stands for itself; before a number it is a minus.
    fn minus(&self) -> char {
        let shape = &self.section.shape;
        let numeric = shape.whole + shape.decimals > 0 || self.section.parts.contains(&Part::General);
        if numeric { self.locale.minus_sign() } else { '-' }
    }

    fn point(&mut self) {
        // Whole digits are written even where the code has no place for them.
        if self.section.shape.whole == 0 {
            self.digits_above(0);
        }
        self.next = -1;
        self.text.push(self.locale.decimal_sign());
    }

    fn whole_place(&mut self, place: Place) {
        let at = self.next;
        if at == self.section.shape.whole - 1 {
            self.digits_above(at + 1);
        }
        self.next -= 1;
        self.zero_met |= place == Place::Zero;
        let sign = match place {
            _ if at < self.digits.whole() || self.zero_met => self.digits.at(at),
            Place::Space => ' ',
            _ => return,
        };
        self.text.push(sign);
        self.group_after(at, sign);
    }

    /// Digits that stand before the first place of the code.
    fn digits_above(&mut self, lowest: i32) {
        for at in (lowest..self.digits.whole()).rev() {
            self.text.push(self.digits.at(at));
            self.group_after(at, '0');
        }
    }

    fn group_after(&mut self, at: i32, sign: char) {
        if self.section.shape.grouped && at > 0 && at % 3 == 0 {
            self.text.push(if sign == ' ' { ' ' } else { self.locale.group_sign() });
        }
    }

    fn fraction_place(&mut self, place: Place) {
        let at = -self.next;
        self.next -= 1;
        if at <= self.digits.decimals().max(self.section.shape.fixed_decimals) {
            self.text.push(self.digits.at(-at));
        } else if place == Place::Space {
            self.text.push(' ');
        }
    }

    fn write_exponent(&mut self, plus: bool) {
        self.text.push('E');
        if self.exponent < 0 {
            self.text.push(self.locale.minus_sign());
        } else if plus {
            self.text.push('+');
        }
        let width = usize::try_from(self.section.shape.exponent).unwrap_or(0);
        self.text.push_str(&format!("{:0>width$}", self.exponent.abs()));
    }
}

/// Mantissa and exponent; with several whole places the exponent is a multiple of their number.
fn scientific(number: Number, shape: &Shape) -> (Digits, i32) {
    let all = Digits::of(number, i32::MAX, 0);
    if all.is_zero() {
        return (all, 0);
    }
    let step = shape.whole.max(1);
    let exponent = (all.exponent() + shape.shift).div_euclid(step) * step;
    let mantissa = |exponent: i32| Digits::of(number, shape.decimals, shape.shift - exponent);
    let digits = mantissa(exponent);
    // Rounding may carry into one place more.
    if digits.whole() > step { (mantissa(exponent + step), exponent + step) } else { (digits, exponent) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::CellError;

    fn shown(code: &str, number: &str, locale: Locale) -> String {
        let number = Number::parse(number).unwrap();
        Format::parse(code).unwrap().render(&number.into(), locale).text
    }

    fn check(cases: &[(&str, &str, &str, &str)]) {
        for (code, number, swedish, english) in cases {
            assert_eq!(shown(code, number, Locale::Swedish), *swedish, "{number} as {code} in Swedish");
            assert_eq!(shown(code, number, Locale::English), *english, "{number} as {code} in English");
        }
    }

    #[test]
    fn digits_fall_into_their_places() {
        check(&[
            ("0", "-1234.5", "−1235", "-1235"),
            ("#,##0", "1234567", "1\u{a0}234\u{a0}567", "1,234,567"),
            ("#,##0", "999", "999", "999"),
            ("#,##0.0", "-1234.56", "−1\u{a0}234,6", "-1,234.6"),
            ("#", "0", "", ""),
            ("#.##", "0.5", ",5", ".5"),
            ("0.##", "5", "5,", "5."),
            ("0.0#", "1.25", "1,25", "1.25"),
            ("0.#0", "1", "1,00", "1.00"),
            ("00000", "123", "00123", "00123"),
            ("0##", "5", "005", "005"),
            ("0,000", "5", "0\u{a0}005", "0,005"),
            (".00", "12.5", "12,50", "12.50"),
            ("??0.??", "1.5", "  1,5 ", "  1.5 "),
            ("???,??0", "5", "      5", "      5"),
            ("000000-0000", "2120000001", "212000−0001", "212000-0001"),
            ("000000\\-0000", "2120000001", "212000-0001", "212000-0001"),
            ("#,##0,", "1234567", "1\u{a0}235", "1,235"),
            ("0.0,,", "155800000", "155,8", "155.8"),
            ("0,.0", "1234", "1,2", "1.2"),
            ("0%", "0.953", "95%", "95%"),
            ("0.0 %", "-0.9534", "−95,3\u{a0}%", "-95.3 %"),
            ("0.00E+00", "12345", "1,23E+04", "1.23E+04"),
            ("0.00E-00", "0.00012345", "1,23E−04", "1.23E-04"),
            ("0.0E+0", "9.96", "1,0E+1", "1.0E+1"),
            ("##0.0E+0", "12345", "12,3E+3", "12.3E+3"),
            ("0E+00", "0", "0E+00", "0E+00"),
            ("General", "-1.5", "−1,5", "-1.5"),
            ("", "-1.5", "−1,5", "-1.5"),
            ("General\" kr\"", "-1.5", "−1,5 kr", "-1.5 kr"),
            ("0 \"kr; [x]\"", "5", "5 kr; [x]", "5 kr; [x]"),
            ("0_)", "5", "5 ", "5 "),
            ("* 0", "5", "5", "5"),
            ("0\\k", "5", "5k", "5k"),
            ("[$kr-41D] 0", "5", "kr 5", "kr 5"),
            ("0 u, v", "5", "5 u, v", "5 u, v"),
            ("#,##0.0 mnkr", "155.8", "155,8 mnkr", "155.8 mnkr"),
            ("0 kr/år", "5", "5 kr/år", "5 kr/år"),
            ("@", "-5.5", "−5,5", "-5.5"),
        ]);
    }

    #[test]
    fn sections_choose_by_sign_and_condition() {
        check(&[
            ("0;(0)", "-5", "(5)", "(5)"),
            ("#,##0;-#,##0", "-1234", "−1\u{a0}234", "-1,234"),
            ("0;-0;\"–\"", "0", "–", "–"),
            ("0;-0;-", "0", "-", "-"),
            ("+0;-0;0", "5", "+5", "+5"),
            ("0;;", "-5", "", ""),
            (";;;", "5", "", ""),
            ("0;-0;0;@", "-5", "−5", "-5"),
            ("[<100]0.0;0", "99.95", "100,0", "100.0"),
            ("[<100]0.0;0", "-5", "−5,0", "-5.0"),
            ("[<100]0.0;0", "100", "100", "100"),
            ("[>=0]0;-0", "-5", "−5", "-5"),
            ("[>1000]0,\" t\";[<-1000]-0,\" t\";0", "-5000", "−5 t", "-5 t"),
            ("[>1000]0,\" t\";[<-1000]-0,\" t\";0", "-500", "−500", "-500"),
            ("[=1]\"en\";[=2]\"två\";0", "2", "två", "två"),
            ("[>5]0", "-2.5", "−2,5", "-2.5"),
            ("\"st\"0", "-5", "−st5", "-st5"),
        ]);
    }

    #[test]
    fn what_rounds_to_zero_has_no_sign() {
        check(&[
            ("0.0", "-0.04", "0,0", "0.0"),
            ("0", "-0.49", "0", "0"),
            ("#,##0;-#,##0", "-0.3", "0", "0"),
            ("0;(0);\"–\"", "-0.3", "0", "0"),
            ("0.00;-0", "-0.3", "0,00", "0.00"),
            ("0%", "-0.0049", "0%", "0%"),
            ("0,", "-499", "0", "0"),
            ("0.0", "-0.05", "−0,1", "-0.1"),
            ("0%", "-0.005", "−1%", "-1%"),
            ("[h]:mm", "-0.0001", "0:00", "0:00"),
        ]);
    }

    #[test]
    fn dates_and_times() {
        check(&[
            ("yyyy-mm-dd", "46265", "2026-08-31", "2026-08-31"),
            ("YYYY-MM-DD hh:mm:ss", "46265.5", "2026-08-31 12:00:00", "2026-08-31 12:00:00"),
            ("d mmmm yyyy", "46265", "31 augusti 2026", "31 August 2026"),
            ("dddd d/m yy", "46265", "måndag 31/8 26", "Monday 31/8 26"),
            ("ddd mmm mmmmm", "46265", "mån aug a", "Mon Aug A"),
            ("d.m.yyyy", "46265", "31.8.2026", "31.8.2026"),
            ("h:mm AM/PM", "0.5", "12:00 PM", "12:00 PM"),
            ("h:mm a/p", "0.04", "12:57 A", "12:57 A"),
            ("mm:ss", "0.001", "01:26", "01:26"),
            ("mm:ss.0", "0.001", "01:26,4", "01:26.4"),
            ("[h]:mm", "1.5", "36:00", "36:00"),
            ("[h]:mm", "-0.25", "−6:00", "-6:00"),
            ("[mm]:ss", "0.5", "720:00", "720:00"),
            ("[$-41D]d mmm", "46265", "31 aug", "31 Aug"),
            ("yyyy-mm-dd", "-1.5", "−1,5", "-1.5"),
            ("yyyy-mm-dd", "3000000", "3000000", "3000000"),
            ("yyyy-mm-dd", "60", "1900-02-29", "1900-02-29"),
            ("hh:mm", "0.9999999", "00:00", "00:00"),
        ]);
    }

    #[test]
    fn other_values_and_colours() {
        let format = Format::parse("0;[Röd]-0;0;\"»\"@").unwrap();
        assert_eq!(format.render(&Value::text("Kansli"), Locale::Swedish).text, "»Kansli");
        assert_eq!(format.render(&Value::Boolean(true), Locale::Swedish).text, "SANT");
        assert_eq!(format.render(&Value::Error(CellError::Value), Locale::Swedish).text, "#VÄRDEFEL!");
        assert_eq!(format.render(&Value::Blank, Locale::Swedish).text, "");
        assert_eq!(format.render(&Value::from(-1), Locale::Swedish).colour, Some(Colour::Red));
        assert_eq!(format.render(&Value::from(1), Locale::Swedish).colour, None);
        assert_eq!(Format::default().render(&Value::from(-1), Locale::Swedish).text, "−1");
        let plain = Format::parse("0").unwrap();
        assert_eq!(plain.render(&Value::text("Kansli"), Locale::Swedish).text, "Kansli");
    }

    proptest! {
        #[test]
        fn no_code_and_no_number_make_it_panic(
            code in "[\\[\\]\"0#?,.;%Eymdhs+/ @\\\\_*<>=5-]{0,20}", mantissa in any::<i64>(), scale in 0_u32..=28,
        ) {
            let number = Number::from_parts(i128::from(mantissa), scale).unwrap();
            if let Ok(format) = Format::parse(&code) {
                for locale in [Locale::Swedish, Locale::English] {
                    let _ = format.render(&number.into(), locale);
                    let _ = format.render(&Value::text(&code), locale);
                }
            }
        }

        #[test]
        fn a_fixed_format_shows_what_rounding_gives(mantissa in any::<i64>(), scale in 0_u32..=20, decimals in 1_usize..6) {
            let number = Number::from_parts(i128::from(mantissa), scale).unwrap();
            let code = format!("0.{}", "0".repeat(decimals));
            let text = shown(&code, &number.to_string(), Locale::English);
            prop_assert_eq!(Number::parse(&text), Some(number.rounded(decimals as i64)));
            prop_assert_eq!(text.starts_with('-'), number.rounded(decimals as i64).is_negative());
        }
    }
}
