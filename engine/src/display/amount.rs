//! How report tables write amounts: a fixed number of decimals, groups of three, `−1 234`, `+150`, `95,3 %`.

use super::Locale;
use super::digits::Digits;
use crate::value::Number;

/// The way a column of a report table writes its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct AmountFormat {
    /// Decimals, always all of them.
    pub decimals: u8,
    /// Whether numbers above zero carry a plus.
    pub plus: bool,
    /// Whether the number is a ratio to be written in percent: `0,953` as `95,3 %`. A column whose unit is percent
    /// holds `95,3` itself and leaves this off.
    pub percent: bool,
}

impl AmountFormat {
    /// The number as a report table shows it.
    pub fn format(self, number: Number, locale: Locale) -> String {
        let mut text = String::with_capacity(24);
        self.write(number, locale, &mut text);
        text
    }

    /// Appends the number as a report table shows it.
    pub fn write(self, number: Number, locale: Locale, text: &mut String) {
        let decimals = i32::from(self.decimals);
        let digits = Digits::of(number, decimals, if self.percent { 2 } else { 0 });
        text.extend(self.sign(&digits, locale));
        write_whole(&digits, locale, text);
        if decimals > 0 {
            text.push(locale.decimal_sign());
            text.extend((1..=decimals).map(|place| digits.at(-place)));
        }
        if self.percent {
            text.push_str(locale.percent_sign());
        }
    }

    /// The number-format code, in the form of files, that shows numbers in the same way, percents as Swedish writes them.
    pub fn code(self) -> String {
        let decimals =
            if self.decimals == 0 { String::new() } else { format!(".{}", "0".repeat(self.decimals.into())) };
        let plain = format!("#,##0{decimals}{}", if self.percent { " %" } else { "" });
        if self.plus { format!("+{plain};-{plain};{plain}") } else { plain }
    }

    fn sign(self, digits: &Digits, locale: Locale) -> Option<char> {
        if digits.is_negative() { Some(locale.minus_sign()) } else { (self.plus && !digits.is_zero()).then_some('+') }
    }
}

fn write_whole(digits: &Digits, locale: Locale, text: &mut String) {
    for place in (0..digits.whole().max(1)).rev() {
        text.push(digits.at(place));
        if place > 0 && place % 3 == 0 {
            text.push(locale.group_sign());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_look_as_in_the_printed_reports() {
        let (kr, mnkr) = (AmountFormat::default(), AmountFormat { decimals: 1, ..AmountFormat::default() });
        let deviation = AmountFormat { plus: true, ..kr };
        let percent = AmountFormat { decimals: 1, percent: true, ..kr };
        for (format, number, swedish, english) in [
            (kr, "-1234", "−1\u{a0}234", "-1,234"),
            (kr, "1234567.5", "1\u{a0}234\u{a0}568", "1,234,568"),
            (kr, "999", "999", "999"),
            (kr, "0", "0", "0"),
            (kr, "-0.4", "0", "0"),
            (kr, "-0.5", "−1", "-1"),
            (mnkr, "155.8", "155,8", "155.8"),
            (mnkr, "-0.04", "0,0", "0.0"),
            (mnkr, "-0.05", "−0,1", "-0.1"),
            (mnkr, "12", "12,0", "12.0"),
            (deviation, "150", "+150", "+150"),
            (deviation, "-150", "−150", "-150"),
            (deviation, "0", "0", "0"),
            (deviation, "0.4", "0", "0"),
            (percent, "0.9534", "95,3\u{a0}%", "95.3%"),
            (percent, "-0.00049", "0,0\u{a0}%", "0.0%"),
        ] {
            let number = Number::parse(number).unwrap();
            assert_eq!(format.format(number, Locale::Swedish), swedish);
            assert_eq!(format.format(number, Locale::English), english);
        }
    }

    #[test]
    fn any_number_of_decimals_is_written() {
        let all = AmountFormat { decimals: u8::MAX, ..AmountFormat::default() };
        let text = all.format(Number::parse("-79228162514264337593543950335").unwrap(), Locale::English);
        assert!(text.starts_with("-79,228,162,514,264,300,000,000,000,000.000"), "{text}");
    }

    #[test]
    fn the_code_shows_the_same() {
        for (decimals, plus, percent) in [(0, false, false), (1, true, false), (2, false, true), (0, true, true)] {
            let amount = AmountFormat { decimals, plus, percent };
            let format = crate::display::Format::parse(&amount.code()).unwrap();
            for text in ["1234.567", "-1234.5", "0", "0.953"] {
                let number = Number::parse(text).unwrap();
                let rendered = format.render(&crate::value::Value::Number(number), Locale::Swedish).text;
                assert_eq!(rendered, amount.format(number, Locale::Swedish), "{}", amount.code());
            }
        }
    }
}
