//! Criteria of `SUMIF` and its kin: `">=100"`, `"<>"`, `"Bost*"`, or a value to equal.

use super::key::Key;
use super::wildcard::Pattern;
use crate::display::{Locale, coerce};
use crate::value::order::{compare, compare_numbers};
use crate::value::{Number, Value};
use std::cmp::Ordering;

/// A condition on single values, read once and asked many times.
#[derive(Debug, Clone)]
pub struct Criterion {
    comparison: Comparison,
    wanted: Wanted,
    locale: Locale,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

#[derive(Debug, Clone)]
enum Wanted {
    /// A value to compare with.
    Value(Value),
    /// A text with wildcards.
    Pattern(Pattern),
    /// Cells with nothing in them.
    Blank,
    /// Cells with nothing in them or with empty text.
    NoText,
}

/// Signs before a criterion, the longer ones first.
const SIGNS: [(&str, Comparison); 6] = [
    ("<>", Comparison::Unequal),
    ("<=", Comparison::LessOrEqual),
    (">=", Comparison::GreaterOrEqual),
    ("=", Comparison::Equal),
    ("<", Comparison::Less),
    (">", Comparison::Greater),
];

impl Criterion {
    /// The condition a criterion argument says; a blank one asks for zero.
    pub fn new(value: &Value, locale: Locale) -> Self {
        let (comparison, wanted) = match value {
            Value::Text(text) => read(text, locale),
            Value::Blank => (Comparison::Equal, Wanted::Value(Number::ZERO.into())),
            other => (Comparison::Equal, Wanted::Value(other.clone())),
        };
        Self { comparison, wanted, locale }
    }

    /// The condition that a cell of a criteria range says: a text without a sign asks for texts that begin with it.
    pub fn beginning(value: &Value, locale: Locale) -> Self {
        let criterion = Self::new(value, locale);
        match (value, &criterion.wanted) {
            (Value::Text(text), Wanted::Pattern(_) | Wanted::Value(Value::Text(_))) if !has_sign(text) => {
                Self { wanted: Wanted::Pattern(Pattern::new(&format!("{text}*"))), ..criterion }
            }
            _ => criterion,
        }
    }

    /// Whether a value meets the condition.
    pub fn accepts(&self, value: &Value) -> bool {
        match self.comparison {
            Comparison::Equal => self.equals(value),
            Comparison::Unequal => !self.is_same(value),
            Comparison::Less => self.order(value) == Some(Ordering::Less),
            Comparison::LessOrEqual => self.order(value).is_some_and(Ordering::is_le),
            Comparison::Greater => self.order(value) == Some(Ordering::Greater),
            Comparison::GreaterOrEqual => self.order(value).is_some_and(Ordering::is_ge),
        }
    }

    /// The key of the values that meet the condition, when it is a plain equality with a value.
    pub fn key(&self) -> Option<Key> {
        match (self.comparison, &self.wanted) {
            (Comparison::Equal, Wanted::Value(value)) => Key::of(value),
            _ => None,
        }
    }

    /// A number asked for is found in text, too. It is not when others than it are asked for, as in Excel.
    fn equals(&self, value: &Value) -> bool {
        match (&self.wanted, value) {
            (Wanted::Value(Value::Number(wanted)), Value::Text(text)) => {
                coerce::text_number(text, self.locale).is_some_and(|number| compare_numbers(number, *wanted).is_eq())
            }
            _ => self.is_same(value),
        }
    }

    fn is_same(&self, value: &Value) -> bool {
        match (&self.wanted, value) {
            (Wanted::Blank, value) => value.is_blank(),
            (Wanted::NoText, Value::Text(text)) => text.is_empty(),
            (Wanted::NoText, value) => value.is_blank(),
            (Wanted::Pattern(pattern), Value::Text(text)) => pattern.matches(text),
            (Wanted::Value(Value::Error(wanted)), Value::Error(error)) => wanted == error,
            _ => self.order(value) == Some(Ordering::Equal),
        }
    }

    /// How a value of the wanted type stands to it; `None` for values of other types.
    fn order(&self, value: &Value) -> Option<Ordering> {
        match (&self.wanted, value) {
            (Wanted::Value(wanted @ Value::Number(_)), Value::Number(_))
            | (Wanted::Value(wanted @ Value::Text(_)), Value::Text(_))
            | (Wanted::Value(wanted @ Value::Boolean(_)), Value::Boolean(_)) => Some(compare(value, wanted)),
            _ => None,
        }
    }
}

fn has_sign(text: &str) -> bool {
    SIGNS.iter().any(|(sign, _)| text.starts_with(sign))
}

fn read(text: &str, locale: Locale) -> (Comparison, Wanted) {
    let signed = SIGNS.iter().find_map(|(sign, comparison)| Some((*comparison, text.strip_prefix(sign)?)));
    let (comparison, rest) = signed.unwrap_or((Comparison::Equal, text));
    let equality = matches!(comparison, Comparison::Equal | Comparison::Unequal);
    let wanted = match rest {
        "" if signed.is_none() => Wanted::NoText,
        // Nothing is less or greater than nothing.
        "" => Wanted::Blank,
        rest => match coerce::text_value(rest, locale) {
            Value::Text(text) if equality && Pattern::is_needed(&text) => Wanted::Pattern(Pattern::new(&text)),
            value => Wanted::Value(value),
        },
    };
    (comparison, wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::CellError;

    fn accepts(criterion: &str, value: &Value) -> bool {
        Criterion::new(&Value::text(criterion), Locale::English).accepts(value)
    }

    #[test]
    fn numbers_are_compared_with_numbers_only() {
        for (criterion, value, expected) in [
            (">=100", Value::from(100), true),
            (">=100", Value::from(99), false),
            (">=100", Value::text("200"), false),
            ("<1", Value::Blank, false),
            ("=0", Value::Blank, false),
            ("5", Value::text("5"), true),
            ("5", Value::from(5), true),
            ("<>5", Value::text("5"), true),
            ("<=", Value::from(0), false),
            (">", Value::text("a"), false),
            (">=", Value::Blank, false),
            ("<>5", Value::Blank, true),
            ("<>5", Value::from(5), false),
            (">=2026-01-01", Value::from(46_023), true),
            (">=2026-01-01", Value::from(46_022), false),
            ("2026-01-01", Value::text("2026-01-01"), true),
            ("1,000", Value::text("$1,000"), true),
        ] {
            assert_eq!(accepts(criterion, &value), expected, "{criterion} on {value:?}");
        }
    }

    #[test]
    fn texts_match_without_regard_to_case_and_with_wildcards() {
        for (criterion, value, expected) in [
            ("bostad", Value::text("BOSTAD"), true),
            ("bost", Value::text("bostad"), false),
            ("bost*", Value::text("Bostad"), true),
            ("*", Value::from(1), false),
            ("*", Value::text(""), true),
            ("<>b*", Value::text("bo"), false),
            ("<>b*", Value::from(1), true),
            ("a~*", Value::text("a*"), true),
            (">b", Value::text("c"), true),
            (">b", Value::text("a"), false),
            ("TRUE", Value::from(true), true),
            ("TRUE", Value::text("x"), false),
            ("#N/A", Value::from(CellError::NotAvailable), true),
        ] {
            assert_eq!(accepts(criterion, &value), expected, "{criterion} on {value:?}");
        }
    }

    #[test]
    fn nothing_and_empty_text_are_told_apart() {
        for (criterion, blank, empty, filled) in
            [("", true, true, false), ("=", true, false, false), ("<>", false, true, true), ("<>x", true, true, true)]
        {
            let found = [Value::Blank, Value::text(""), Value::from(0)].map(|value| accepts(criterion, &value));
            assert_eq!(found, [blank, empty, filled], "{criterion}");
        }
    }

    #[test]
    fn numbers_are_read_in_the_language_of_the_host() {
        let criterion = Criterion::new(&Value::Blank, Locale::Swedish);
        assert!(criterion.accepts(&Value::from(0)));
        assert!(!criterion.accepts(&Value::Blank));
    }
}
