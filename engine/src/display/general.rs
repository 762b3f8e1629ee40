//! The General format: a value's text in a cell without number format.

use super::Locale;
use super::digits::Digits;
use crate::value::Value;
use crate::value::number::{Number, SIGNIFICANT_DIGITS};

/// Numbers of this power of ten and above are written with an exponent.
const LARGE: i32 = 21;
/// Numbers below this power of ten are written with an exponent.
const SMALL: i32 = -9;
/// Most signs of a fraction that is joined to text without an exponent.
const JOINED: i32 = 20;
/// Signs of a number in the General format of `TEXT`.
const NARROW: i32 = 11;
/// Decimals of its mantissa before an exponent.
const NARROW_DECIMALS: i32 = 5;
/// Numbers below this power of ten are cut to the width only when they fit it as they are.
const SMALLEST_NARROW: i32 = -4;

/// The text a cell without number format shows: numbers at 15 digits without groups, words in the language.
pub fn general(value: &Value, locale: Locale) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Number(number) => general_number(*number, locale),
        Value::Text(text) => text.to_string(),
        Value::Boolean(boolean) => locale.boolean(*boolean).to_owned(),
        Value::Error(error) => locale.error(*error).to_owned(),
        Value::Array(array) => general(&array.at(0, 0), locale),
    }
}

/// A number as a cell shows it, with the language's minus.
pub(super) fn general_number(number: Number, locale: Locale) -> String {
    written(number, locale, locale.minus_sign(), |digits| digits.exponent() >= SMALL)
}

/// A number as it is joined to text, with a plain hyphen.
pub(super) fn plain_number(number: Number, locale: Locale) -> String {
    written(number, locale, '-', |digits| digits.exponent() >= 0 || digits.decimals() + 2 <= JOINED)
}

/// A number in the width that `TEXT` gives the General format: eleven signs, the minus not counted.
pub(super) fn narrow_number(number: Number, locale: Locale) -> String {
    let number = number.significant(SIGNIFICANT_DIGITS);
    let digits = Digits::of(number, i32::MAX, 0);
    let (exponent, decimals) = (digits.exponent(), NARROW - 1 - digits.whole().max(1));
    let fits = exponent < NARROW && (exponent >= SMALLEST_NARROW || digits.decimals() <= decimals);
    let sign = if digits.is_negative() { "-" } else { "" };
    if digits.is_zero() || fits {
        return signed(sign, &Digits::of(number, decimals.max(0), 0), locale);
    }
    let mut mantissa = Digits::of(number, NARROW_DECIMALS, -exponent);
    let carried = mantissa.whole() - 1;
    if carried > 0 {
        mantissa = Digits::of(number, NARROW_DECIMALS, -exponent - carried);
    }
    signed(sign, &mantissa, locale) + &exponent_text(exponent + carried, '-')
}

fn signed(sign: &str, digits: &Digits, locale: Locale) -> String {
    let mut text = sign.to_owned();
    write_digits(digits, locale, &mut text);
    text
}

fn exponent_text(exponent: i32, minus: char) -> String {
    let sign = if exponent < 0 { minus } else { '+' };
    format!("E{sign}{:02}", exponent.abs())
}

/// The number in all its digits where a small one fits so, else with an exponent.
fn written(number: Number, locale: Locale, minus: char, fits: fn(&Digits) -> bool) -> String {
    let number = number.significant(SIGNIFICANT_DIGITS);
    let digits = Digits::of(number, i32::MAX, 0);
    let exponent = digits.exponent();
    let mut text = String::with_capacity(24);
    if digits.is_negative() {
        text.push(minus);
    }
    if digits.is_zero() || (exponent < LARGE && fits(&digits)) {
        write_digits(&digits, locale, &mut text);
        return text;
    }
    write_digits(&Digits::of(number, i32::MAX, -exponent), locale, &mut text);
    text + &exponent_text(exponent, minus)
}

fn write_digits(digits: &Digits, locale: Locale, text: &mut String) {
    text.extend((0..digits.whole().max(1)).rev().map(|place| digits.at(place)));
    if digits.decimals() > 0 {
        text.push(locale.decimal_sign());
        text.extend((1..=digits.decimals()).map(|place| digits.at(-place)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::CellError;

    #[test]
    fn numbers_show_fifteen_digits_and_no_groups() {
        for (number, swedish, english) in [
            ("0", "0", "0"),
            ("-1234567.5", "−1234567,5", "-1234567.5"),
            ("0.1", "0,1", "0.1"),
            ("123456789012345678", "123456789012346000", "123456789012346000"),
            ("0.3333333333333333333333333333", "0,333333333333333", "0.333333333333333"),
            ("100000000000000000000", "100000000000000000000", "100000000000000000000"),
            ("1000000000000000000000", "1E+21", "1E+21"),
            ("-1.25e22", "−1,25E+22", "-1.25E+22"),
            ("0.000000001", "0,000000001", "0.000000001"),
            ("0.0000000001", "1E−10", "1E-10"),
            ("1.5e-12", "1,5E−12", "1.5E-12"),
        ] {
            let value = Value::from(Number::parse(number).unwrap());
            assert_eq!(general(&value, Locale::Swedish), swedish);
            assert_eq!(general(&value, Locale::English), english);
        }
    }

    #[test]
    fn the_width_of_text_is_eleven_signs() {
        for (number, expected) in [
            ("0.3333333333333333333333333333", "0.333333333"),
            ("-0.3333333333333333333333333333", "-0.333333333"),
            ("12345.6789", "12345.6789"),
            ("12345678.6789", "12345678.68"),
            ("25000000000", "25000000000"),
            ("123456789012", "1.23457E+11"),
            ("999999999999", "1E+12"),
            ("0.00012345678901", "0.000123457"),
            ("0.0000123456", "1.23456E-05"),
            ("-0.00000001", "-0.00000001"),
            ("-0.0000000025", "-2.5E-09"),
            ("0", "0"),
        ] {
            assert_eq!(narrow_number(Number::parse(number).unwrap(), Locale::English), expected);
        }
    }

    #[test]
    fn words_are_of_the_language() {
        for (value, swedish, english) in [
            (Value::Blank, "", ""),
            (Value::Boolean(true), "SANT", "TRUE"),
            (Value::Error(CellError::DivisionByZero), "#DIVISION/0!", "#DIV/0!"),
            (Value::text("Kansli"), "Kansli", "Kansli"),
        ] {
            assert_eq!(general(&value, Locale::Swedish), swedish);
            assert_eq!(general(&value, Locale::English), english);
        }
    }
}
