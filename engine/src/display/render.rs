//! Writes a value under a number format: chooses the section and has it written.

use super::Locale;
use super::general::general;
use super::pattern::{Colour, Format, Part, Section};
use super::render_moment::moment_text;
use super::render_number::{Writer, vanishes};
use super::signs::Signs;
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
            Value::Number(number) => {
                let signs = Signs { locale, plain: false };
                let general = || Rendered { text: signs.general(*number), colour: None };
                self.render_number(*number, signs).unwrap_or_else(general)
            }
            Value::Text(text) => self.render_text(text),
            Value::Array(array) => self.render(&array.at(0, 0), locale),
            other => Rendered { text: general(other, locale), colour: None },
        }
    }

    /// The value as `TEXT` gives it: with plain signs, so that it can be read back; `None` for a number that is no date
    /// where one is asked for.
    pub fn text(&self, value: &Value, locale: Locale) -> Option<String> {
        match value {
            Value::Number(number) => self.render_number(*number, Signs { locale, plain: true }).map(|shown| shown.text),
            other => Some(self.render(other, locale).text),
        }
    }

    /// The number's text; `None` when the calendar does not have it.
    fn render_number(&self, number: Number, signs: Signs) -> Option<Rendered> {
        if self.numbers.is_empty() {
            return Some(self.render_text(&signs.as_text(number)));
        }
        let Some(section) = self.section(number) else {
            return Some(Rendered { text: signs.general(number), colour: None });
        };
        if section.shape.moment {
            return moment_text(section, number, signs).map(|text| Rendered { text, colour: section.colour });
        }
        let (section, number) =
            if vanishes(number, section) { self.vanished(section, number, signs) } else { (section, number) };
        Some(Rendered { text: Writer::new(section, number, signs).written(), colour: section.colour })
    }

    /// The first section whose condition the number meets.
    fn section(&self, number: Number) -> Option<&Section> {
        self.numbers.iter().find(|section| section.condition.is_none_or(|condition| condition.holds(number)))
    }

    /// A negative number of which nothing is left after rounding is shown as the zero of a positive one. `TEXT` keeps
    /// to the section, as Excel does.
    fn vanished<'a>(&'a self, section: &'a Section, number: Number, signs: Signs) -> (&'a Section, Number) {
        let positive = if signs.plain { None } else { self.section(number.abs()) };
        (positive.unwrap_or(section), Number::ZERO)
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
            ("h:mm A/P", "0.04", "12:57 A", "12:57 A"),
            ("h:mm a/p", "0.54", "12:57 p", "12:57 p"),
            ("mm:ss", "0.001", "01:26", "01:26"),
            ("mm:ss.0", "0.001", "01:26,4", "01:26.4"),
            ("[h]:mm", "1.5", "36:00", "36:00"),
            ("[h]:mm", "-0.25", "−6:00", "-6:00"),
            ("[mm]:ss", "0.5", "720:00", "720:00"),
            ("[$-41D]d mmm", "46265", "31 aug", "31 aug"),
            ("[$-sv-SE]dddd", "46265", "måndag", "måndag"),
            ("[DBNum1]d/m", "46265", "31/8", "31/8"),
            ("[$-409]dddd d mmm", "46265", "Monday 31 Aug", "Monday 31 Aug"),
            ("yyyy-mm-dd", "-1.5", "−1,5", "-1.5"),
            ("yyyy-mm-dd", "3000000", "3000000", "3000000"),
            ("yyyy-mm-dd", "60", "1900-02-29", "1900-02-29"),
            ("hh:mm", "0.9999999", "00:00", "00:00"),
        ]);
    }

    #[test]
    fn fractions() {
        check(&[
            ("# ?/?", "1.75", "1 3/4", "1 3/4"),
            ("# ?/?", "-1.5", "−1 1/2", "-1 1/2"),
            ("# ?/?", "0.25", " 1/4", " 1/4"),
            ("# ?/?", "5", "5    ", "5    "),
            ("# ?/?", "0", "0    ", "0    "),
            ("# ?/?", "0.99", "1    ", "1    "),
            ("# ?/?", "-0.01", "0    ", "0    "),
            ("# #/#", "5.5", "5 1/2", "5 1/2"),
            ("# #/#", "5", "5 ", "5 "),
            ("0 0/0", "5", "5 0/1", "5 0/1"),
            ("# ??/??", "1.25", "1  1/4 ", "1  1/4 "),
            ("# ??/??", "3.14159265358979", "3  1/7 ", "3  1/7 "),
            ("# ???/???", "5.3", "5   3/10 ", "5   3/10 "),
            ("# ??/100", "5.25", "5 25/100", "5 25/100"),
            ("# ?/8", "0.3", " 2/8", " 2/8"),
            ("# ?/8", "2.99", "3    ", "3    "),
            ("?/?", "5.25", "21/4", "21/4"),
            ("?/?", "0", "0/1", "0/1"),
            ("# ?/? \"tum\"", "5.25", "5 1/4 tum", "5 1/4 tum"),
            ("#,##0 ?/?", "1234.5", "1\u{a0}234 1/2", "1,234 1/2"),
        ]);
    }

    #[test]
    fn text_for_formulas_has_plain_signs_and_keeps_to_its_section() {
        let text = |code: &str, number: &str| {
            let number = Value::Number(Number::parse(number).unwrap());
            Format::parse(code).unwrap().text(&number, Locale::Swedish)
        };
        for (code, number, expected) in [
            ("#,##0.0", "-1234.56", "-1\u{a0}234,6"),
            ("0.0 %", "-0.5", "-50,0 %"),
            ("0.00E+00", "-0.00012", "-1,20E-04"),
            ("General", "-0.3333333333333333", "-0,333333333"),
            ("@", "-0.3333333333333333", "-0,333333333333333"),
            ("0", "-0.3", "0"),
            ("0;(0)", "-0.3", "(0)"),
            ("#,##0;-#,##0", "-0.3", "-0"),
        ] {
            assert_eq!(text(code, number).as_deref(), Some(expected), "{number} as {code}");
        }
        for (code, number) in [("yyyy-mm-dd", "-1"), ("d", "2958466"), ("[h]:mm", "-0.5")] {
            assert_eq!(text(code, number), None, "{number} as {code}");
        }
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
