//! What a value counts as where another type is wanted: text as a number, a number as text, a number as a boolean.

use std::rc::Rc;

use super::Locale;
use super::number_input::parse_number;
use crate::value::{CellError, Number, Value};

/// The number a value counts as; `#VALUE!` for text that is no number.
pub fn to_number(value: &Value, locale: Locale) -> Result<Number, CellError> {
    match value {
        Value::Blank => Ok(Number::ZERO),
        Value::Number(number) => Ok(*number),
        Value::Boolean(boolean) => Ok(Number::from(i64::from(*boolean))),
        Value::Text(text) => parse_number(text, locale).ok_or(CellError::Value),
        Value::Error(error) => Err(*error),
        Value::Array(array) => to_number(&array.at(0, 0), locale),
    }
}

/// The text a value counts as: numbers in their shortest form at 15 digits, booleans as words.
pub fn to_text(value: &Value, locale: Locale) -> Result<Rc<str>, CellError> {
    match value {
        Value::Blank => Ok(Rc::from("")),
        Value::Text(text) => Ok(text.clone()),
        Value::Number(number) => Ok(Rc::from(number_text(*number, locale))),
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

/// A number joined to text: plain hyphen, no groups, the language's decimal sign.
fn number_text(number: Number, locale: Locale) -> String {
    let plain = number.significant(crate::value::number::SIGNIFICANT_DIGITS).to_string();
    plain.replace('.', &locale.decimal_sign().to_string())
}

fn boolean_word(text: &str, locale: Locale) -> Option<bool> {
    let word = text.trim().to_uppercase();
    [Locale::English, locale]
        .into_iter()
        .flat_map(|locale| [true, false].map(|value| (locale.boolean(value), value)))
        .find_map(|(known, value)| (known == word).then_some(value))
}
