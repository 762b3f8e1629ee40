//! What a value counts as where another type is wanted: text as a number, a number as text, a number as a boolean.

use std::rc::Rc;

use super::Locale;
use super::entry::{Entry, meant, numeric};
use super::general::plain_number;
use super::moment_input::read_moment;
use super::number_input::parse_number;
use crate::value::{CellError, Number, Value};

/// The number a value counts as, dates and times in text included; `#VALUE!` for text that is no number.
pub fn to_number(value: &Value, locale: Locale) -> Result<Number, CellError> {
    match value {
        Value::Blank => Ok(Number::ZERO),
        Value::Number(number) => Ok(*number),
        Value::Boolean(boolean) => Ok(Number::from(i64::from(*boolean))),
        Value::Text(text) => text_number(text, locale).ok_or(CellError::Value),
        Value::Error(error) => Err(*error),
        Value::Array(array) => to_number(&array.at(0, 0), locale),
    }
}

/// The text a value counts as: numbers in their shortest form at 15 digits, booleans as words.
pub fn to_text(value: &Value, locale: Locale) -> Result<Rc<str>, CellError> {
    match value {
        Value::Blank => Ok(Rc::from("")),
        Value::Text(text) => Ok(text.clone()),
        Value::Number(number) => Ok(Rc::from(plain_number(*number, locale))),
        Value::Boolean(boolean) => Ok(Rc::from(locale.boolean(*boolean))),
        Value::Error(error) => Err(*error),
        Value::Array(array) => to_text(&array.at(0, 0), locale),
    }
}

/// The boolean a value counts as; numbers other than zero are true.
pub fn to_boolean(value: &Value, locale: Locale) -> Result<bool, CellError> {
    match value {
        Value::Blank => Ok(false),
        Value::Boolean(boolean) => Ok(*boolean),
        Value::Number(number) => Ok(!number.is_zero()),
        Value::Text(text) => boolean_word(text, locale).ok_or(CellError::Value),
        Value::Error(error) => Err(*error),
        Value::Array(array) => to_boolean(&array.at(0, 0), locale),
    }
}

/// The number, date or time that a text says; a date has to name its year, so that the text means the same each year.
pub fn text_number(text: &str, locale: Locale) -> Option<Number> {
    // As in Excel, a number may stand among spaces, a date or a time may not.
    if text.trim() != text {
        return parse_number(text, locale);
    }
    numeric(text, locale, None).map(|(number, _)| number)
}

/// The value that a person would mean by a text: a number, a date, a boolean, an error or the text itself.
pub fn text_value(text: &str, locale: Locale) -> Value {
    meant(text, locale, None).map_or_else(|| Value::text(text), Entry::into_value)
}

/// The date, time or both that a text says; a date without a year is of the given one.
pub fn moment(text: &str, locale: Locale, year: Option<i64>) -> Option<Number> {
    read_moment(text, locale, year).map(|(serial, _)| serial)
}

/// The boolean that a word of the language, or an English word, means; case and spaces around it do not matter.
pub(super) fn boolean_word(text: &str, locale: Locale) -> Option<bool> {
    let word = text.trim();
    [Locale::English, locale]
        .into_iter()
        .flat_map(|locale| [true, false].map(|value| (locale.boolean(value), value)))
        .find_map(|(known, value)| known.eq_ignore_ascii_case(word).then_some(value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_counts_as_the_number_or_moment_it_says() {
        for (text, expected) in [
            ("1 234,5", "1234.5"),
            ("−3 %", "-0.03"),
            ("2026-08-31", "46265"),
            ("12:00", "0.5"),
            ("2026-08-31 12:00", "46265.5"),
        ] {
            let number = to_number(&Value::text(text), Locale::Swedish);
            assert_eq!(number, Ok(Number::parse(expected).unwrap()), "{text}");
        }
        for text in ["", " ", " 2026-08-31", "SANT", "elva", "–"] {
            assert_eq!(to_number(&Value::text(text), Locale::Swedish), Err(CellError::Value), "{text:?}");
        }
    }

    #[test]
    fn numbers_join_text_without_groups() {
        let text = |number: &str, locale| to_text(&Number::parse(number).unwrap().into(), locale).unwrap();
        assert_eq!(&*text("-1234.5", Locale::Swedish), "-1234,5");
        assert_eq!(&*text("-1234.5", Locale::English), "-1234.5");
    }

    #[test]
    fn small_numbers_join_text_without_exponent_while_they_are_short() {
        for (number, expected) in [
            ("0.000000000000000001", "0.000000000000000001"),
            ("0.0000000000000000001", "1E-19"),
            ("-0.0000000000015", "-0.0000000000015"),
            ("0.000333333333333333", "0.000333333333333333"),
            ("0.0000333333333333333", "3.33333333333333E-05"),
        ] {
            let value = Number::parse(number).unwrap().into();
            assert_eq!(&*to_text(&value, Locale::English).unwrap(), expected, "{number}");
        }
    }
}
