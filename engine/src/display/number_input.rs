//! Understands numbers as people type and paste them: `12,5`, `1 234`, `−5`, `1 155-`, `(150)`, `+150`, `3 %`, `1e3`,
//! `1 234,50 kr`.
//!
//! What could be meant in two ways is no number and stays text: a wrong number is worse than none. In Swedish `1.234`
//! may be a group or a decimal, `08 123 456` is a telephone number and `2019–` an open period.

use super::Locale;
use crate::value::Number;

/// Exponents beyond this are never numbers that can be held.
const EXPONENT_DIGITS: usize = 3;
/// A text of so few letters fits a number as it is.
const SHORT: usize = 28;
/// The most decimals a number holds.
const LARGEST_SCALE: i32 = 28;

/// The number a text says, or `None` when it is no number.
pub fn parse_number(text: &str, locale: Locale) -> Option<Number> {
    read_number(text, locale).map(|typed| typed.number)
}

/// A number with the way it was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TypedNumber {
    /// Its value.
    pub number: Number,
    /// Whether a percent sign was typed, and whether a space stood before it.
    pub percent: Option<bool>,
    /// The currency that was typed.
    pub currency: Option<Currency>,
    /// Whether digits were grouped.
    pub grouped: bool,
    /// Whether an exponent was typed.
    pub scientific: bool,
    /// Decimals typed.
    pub decimals: usize,
    /// How many digits were typed for a whole number that begins with zeros, such as `0123`.
    pub padded: Option<usize>,
}

/// A currency beside an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Currency {
    /// Its sign.
    pub sign: &'static str,
    /// Whether it stands before the amount.
    pub is_before: bool,
}

/// The signs of currencies that are understood, small.
const CURRENCIES: [&str; 4] = ["kr", "€", "$", "£"];

/// Reads a number together with the way it was typed.
pub(super) fn read_number(text: &str, locale: Locale) -> Option<TypedNumber> {
    let text = text.trim();
    // Most text is told from numbers by its last letter.
    if !text.ends_with(|last: char| last.is_ascii_digit() || "%)-\u{2212},.rR€$£".contains(last)) {
        return None;
    }
    let (outer, percent_outside) = without_percent(text);
    let (outer, currency_outside) = without_currency(outer);
    let (negative, signless) = without_sign(outer)?;
    let (inner, currency_inside) = without_currency(signless);
    let (magnitude, percent_inside) = without_percent(inner);
    let marks =
        [percent_outside.is_some(), percent_inside.is_some(), currency_outside.is_some(), currency_inside.is_some()];
    if marks.into_iter().filter(|given| *given).count() > 1 {
        return None;
    }
    let percent = percent_outside.or(percent_inside);
    let parts = Parts::of(magnitude, locale)?;
    let number = parts.number(percent.is_some())?;
    Some(TypedNumber {
        number: if negative { number.negated() } else { number },
        percent,
        currency: currency_outside.or(currency_inside),
        grouped: parts.group.is_some(),
        scientific: parts.exponent.is_some(),
        decimals: parts.fraction.len(),
        padded: parts.padded(),
    })
}

/// The text before a percent sign, and whether a space stood between.
fn without_percent(text: &str) -> (&str, Option<bool>) {
    match text.strip_suffix('%') {
        Some(rest) => (rest.trim_end(), Some(rest.ends_with(char::is_whitespace))),
        None => (text, None),
    }
}

/// The text beside the sign of a currency.
fn without_currency(text: &str) -> (&str, Option<Currency>) {
    // Few texts begin or end with anything but a digit here.
    if text.starts_with(|first: char| first.is_ascii_digit()) && text.ends_with(|last: char| last.is_ascii_digit()) {
        return (text, None);
    }
    let found = CURRENCIES.into_iter().find_map(|sign| {
        let after = text.len().checked_sub(sign.len()).and_then(|place| text.split_at_checked(place));
        let before = text.split_at_checked(sign.len());
        if let Some((rest, _)) = after.filter(|(_, end)| end.eq_ignore_ascii_case(sign)) {
            return Some((rest.trim_end(), Currency { sign, is_before: false }));
        }
        let (_, rest) = before.filter(|(start, _)| start.eq_ignore_ascii_case(sign))?;
        Some((rest.trim_start(), Currency { sign, is_before: true }))
    });
    found.map_or((text, None), |(rest, currency)| (rest, Some(currency)))
}

/// Whether the text is negative, and the text without its one sign.
fn without_sign(text: &str) -> Option<(bool, &str)> {
    if let Some(rest) = text.strip_prefix('(') {
        return Some((true, rest.strip_suffix(')')?.trim()));
    }
    if let Some(rest) = text.strip_prefix(is_minus) {
        return Some((true, rest.trim_start()));
    }
    if let Some(rest) = text.strip_prefix('+') {
        return Some((false, rest.trim_start()));
    }
    // Ledgers print the minus last. A dash there is an open period.
    match text.strip_suffix(['-', '\u{2212}']) {
        Some(rest) => Some((true, rest.trim_end())),
        None => Some((false, text)),
    }
}

/// Every sign that programs and word processors put for a minus.
fn is_minus(sign: char) -> bool {
    matches!(sign, '-' | '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}')
}

/// A number's text, taken apart.
struct Parts<'a> {
    /// Digits before the decimal sign, with group signs.
    whole: &'a str,
    group: Option<char>,
    /// Digits after the decimal sign.
    fraction: &'a str,
    exponent: Option<i32>,
}

impl<'a> Parts<'a> {
    fn of(text: &'a str, locale: Locale) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(read_exponent(exponent)?)),
            None => (text, None),
        };
        let (whole, fraction) = split_fraction(mantissa, exponent.is_some(), locale)?;
        let group = group_sign(whole, locale)?;
        let digits = !(whole.is_empty() && fraction.is_empty()) && fraction.bytes().all(|byte| byte.is_ascii_digit());
        digits.then_some(Self { whole, group, fraction, exponent })
    }

    /// The value, provided that no digit is lost but those past the 28th that stand after the decimal sign.
    fn number(&self, percent: bool) -> Option<Number> {
        let scale = self.fraction.len().checked_add(if percent { 2 } else { 0 })?;
        let scale = i32::try_from(scale).ok()?.checked_sub(self.exponent.unwrap_or(0))?;
        if self.whole.len() + self.fraction.len() <= SHORT && (0..=LARGEST_SCALE).contains(&scale) {
            let mantissa = self.digits().fold(0, |sum, digit| sum * 10 + i128::from(digit as u32 - '0' as u32));
            return Number::from_parts(mantissa, scale.unsigned_abs()).ok();
        }
        let digits: String = self.digits().skip_while(|digit| *digit == '0').collect();
        if digits.is_empty() {
            return Some(Number::ZERO);
        }
        Number::parse(&plain(&digits, scale)).filter(|number| !number.is_zero())
    }

    fn digits(&self) -> impl Iterator<Item = char> {
        self.whole.chars().filter(char::is_ascii_digit).chain(self.fraction.chars())
    }

    fn padded(&self) -> Option<usize> {
        let plain = self.fraction.is_empty() && self.exponent.is_none();
        (plain && self.whole.len() > 1 && self.whole.starts_with('0')).then_some(self.whole.len())
    }
}

/// Digits · 10^−scale as a plain literal.
fn plain(digits: &str, scale: i32) -> String {
    let places = scale.unsigned_abs() as usize;
    if scale <= 0 {
        return format!("{digits}{:0<places$}", "");
    }
    let padded = format!("{digits:0>width$}", width = places.saturating_add(1));
    let (whole, fraction) = padded.split_at(padded.len() - places);
    format!("{whole}.{fraction}")
}

fn read_exponent(text: &str) -> Option<i32> {
    let (negative, digits) = match text.strip_prefix(is_minus) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let valid = (1..=EXPONENT_DIGITS).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let exponent: i32 = valid.then(|| digits.parse().ok()).flatten()?;
    Some(if negative { -exponent } else { exponent })
}

/// Splits at the decimal sign; `None` when the sign may be meant as a group sign.
fn split_fraction(text: &str, scientific: bool, locale: Locale) -> Option<(&str, &str)> {
    if let Some(parts) = text.split_once(locale.decimal_sign()) {
        return Some(parts);
    }
    match text.split_once('.') {
        Some((_, "")) => None,
        Some((whole, fraction)) if !scientific && may_be_groups(whole, fraction) => None,
        Some(parts) => Some(parts),
        None => Some((text, "")),
    }
}

fn may_be_groups(whole: &str, fraction: &str) -> bool {
    fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
}

/// The group sign of the whole part, if it has any; `None` when it is neither plain digits nor true groups of three.
fn group_sign(whole: &str, locale: Locale) -> Option<Option<char>> {
    let Some(sign) = whole.chars().find(|letter| !letter.is_ascii_digit()) else { return Some(None) };
    let known = is_space(sign) || (locale == Locale::English && sign == ',');
    let mut groups = whole.split(sign);
    let first = groups.next()?;
    let first_fits = (1..=3).contains(&first.len()) && !first.starts_with('0') && all_digits(first);
    let fits = known && first_fits && groups.all(|group| group.len() == 3 && all_digits(group));
    fits.then_some(Some(sign))
}

/// Space, no-break space, figure space, thin space, narrow no-break space.
fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(locale: Locale, cases: &[(&str, Option<&str>)]) {
        for (text, expected) in cases {
            let number = parse_number(text, locale).map(|number| number.to_string());
            assert_eq!(number.as_deref(), *expected, "{text:?} in {locale:?}");
        }
    }

    #[test]
    fn every_minus_makes_a_negative_number_in_both_languages() {
        for locale in [Locale::Swedish, Locale::English] {
            for minus in ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2212}', '\u{fe63}', '\u{ff0d}'] {
                for text in [format!("{minus}5"), format!("{minus} 5"), format!("  {minus}5\u{a0}")] {
                    check(locale, &[(&text, Some("-5"))]);
                }
                check(locale, &[(&format!("{minus}3 %"), Some("-0.03")), (&format!("1e{minus}2"), Some("0.01"))]);
                check(locale, &[(&format!("{minus}{minus}5"), None), (&format!("5{minus}3"), None)]);
                check(
                    locale,
                    &[(&format!("({minus}5)"), None), (&format!("{minus}5-"), None), (&minus.to_string(), None)],
                );
                check(locale, &[(&format!("{minus}0"), Some("0")), (&format!("+{minus}5"), None)]);
            }
        }
    }

    #[test]
    fn trailing_minus_and_parentheses_are_negative() {
        let cases = [
            ("1 155-", Some("-1155")),
            ("1 155 \u{2212}", Some("-1155")),
            ("(150)", Some("-150")),
            ("( 1 150 )", Some("-1150")),
            ("(5 %)", Some("-0.05")),
            ("(5)%", Some("-0.05")),
            ("5%-", Some("-0.05")),
            ("5- %", Some("-0.05")),
            ("(5%)%", None),
            ("2019\u{2013}", None),
            ("(150", None),
            ("150)", None),
            ("()", None),
            ("(150-)", None),
            ("(+150)", None),
            ("\u{2014}", None),
        ];
        check(Locale::Swedish, &cases);
        check(Locale::English, &cases);
    }

    #[test]
    fn amounts_with_a_currency() {
        for locale in [Locale::Swedish, Locale::English] {
            let cases = [
                ("5 kr", Some("5")),
                ("1 234 kr", Some("1234")),
                ("-5kr", Some("-5")),
                ("kr -5", Some("-5")),
                ("5 KR", Some("5")),
                ("$5", Some("5")),
                ("-$5", Some("-5")),
                ("$-5", Some("-5")),
                ("($5)", Some("-5")),
                ("23€", Some("23")),
                ("€ 23", Some("23")),
                ("$5 kr", None),
                ("5 tkr", None),
            ];
            check(locale, &cases);
        }
        check(Locale::Swedish, &[("1 234,50 kr", Some("1234.5"))]);
        check(Locale::English, &[("$1,234.50", Some("1234.5"))]);
    }

    #[test]
    fn swedish_numbers() {
        check(
            Locale::Swedish,
            &[
                ("12,5", Some("12.5")),
                ("1 234", Some("1234")),
                ("1\u{a0}234\u{a0}567,5", Some("1234567.5")),
                ("1\u{202f}234", Some("1234")),
                ("1\u{2009}234", Some("1234")),
                ("+150", Some("150")),
                ("+15,6", Some("15.6")),
                ("3 %", Some("0.03")),
                ("6,51\u{a0}%", Some("0.0651")),
                ("3.0%", Some("0.03")),
                ("3.1", Some("3.1")),
                ("3.1416", Some("3.1416")),
                ("0.123", Some("0.123")),
                ("1234.567", Some("1234.567")),
                ("1 234.567", Some("1234.567")),
                (",5", Some("0.5")),
                ("5,", Some("5")),
                ("1e3", Some("1000")),
                ("1,5E-3", Some("0.0015")),
                ("1.234e3", Some("1234")),
                ("007", Some("7")),
                ("1.234", None),
                ("-12.345", None),
                ("1.234 %", None),
                ("1.234.567", None),
                ("1.234,5", None),
                ("1,234,567", None),
                ("5.", None),
                ("1 23", None),
                ("12 34 567", None),
                ("1234 567", None),
                ("1  234", None),
                (" 1 234 ", Some("1234")),
                ("1 234\u{a0}567", None),
                ("08 123 456", None),
                ("0 123", None),
                ("1 234 ,5", None),
            ],
        );
    }

    #[test]
    fn english_numbers() {
        check(
            Locale::English,
            &[
                ("1,234.5", Some("1234.5")),
                ("1,234,567", Some("1234567")),
                ("12.5", Some("12.5")),
                ("1.234", Some("1.234")),
                (".5", Some("0.5")),
                ("5.", Some("5")),
                ("5%", Some("0.05")),
                ("1 234.5", Some("1234.5")),
                ("12,5", None),
                ("1,23", None),
                ("0,123", None),
                ("1,234 567", None),
                ("1.234,5", None),
            ],
        );
    }

    #[test]
    fn other_text_is_no_number() {
        let cases = [
            "",
            " ",
            "%",
            "+",
            ",",
            ".",
            "510**",
            "5 st",
            "kr",
            "kr kr",
            "5 kr kr",
            "5 kr %",
            "$",
            "elva",
            "248 (20%)",
            "3,9-0,9",
            "+-0",
            "1e",
            "e5",
            "1e1234",
        ];
        for locale in [Locale::Swedish, Locale::English] {
            for text in
                cases.into_iter().chain(["--5", "\u{661}", "1_000", "0x10", "NaN", "inf", "5%%", "1e400", "1e-400"])
            {
                check(locale, &[(text, None)]);
            }
        }
    }

    #[test]
    fn no_digit_before_the_decimal_sign_is_lost() {
        check(
            Locale::Swedish,
            &[
                ("79228162514264337593543950335", Some("79228162514264337593543950335")),
                ("79228162514264337593543950336", None),
                ("100000000000000000000000000000", None),
                ("0,12345678901234567890123456789012", Some("0.1234567890123456789012345679")),
                ("1234567890123456789012345678,95", Some("1234567890123456789012345679")),
                ("0000000000000000000000000000000000000001", Some("1")),
                ("1e28", Some("10000000000000000000000000000")),
            ],
        );
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".*", numeric in "[-−–+(]?[0-9 ,.\u{a0}eE%]{0,60}[)%-]?") {
            for locale in [Locale::Swedish, Locale::English] {
                let _ = parse_number(&text, locale);
                let _ = parse_number(&numeric, locale);
            }
        }

        #[test]
        fn grouped_and_signed_amounts_are_read_exactly(units in any::<i64>(), decimals in 0_u32..6) {
            let number = Number::from_parts(i128::from(units), decimals).unwrap();
            let format = crate::display::AmountFormat { decimals: decimals as u8, plus: units % 2 == 0, percent: false };
            for locale in [Locale::Swedish, Locale::English] {
                prop_assert_eq!(parse_number(&format.format(number, locale), locale), Some(number));
            }
        }
    }
}
