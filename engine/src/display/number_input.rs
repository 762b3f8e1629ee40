//! Understands numbers as people type them: `12,5`, `1 234`, `−5`, `+150`, `3 %`.

use super::Locale;
use crate::value::Number;

/// The number a text says, or `None` when it is no number.
pub fn parse_number(text: &str, _locale: Locale) -> Option<Number> {
    Number::parse(text.trim())
}
