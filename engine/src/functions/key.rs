//! What makes values equal: one key for all the values that a formula takes for the same, so that equal ones are found
//! by hashing instead of by comparing with each.

use std::rc::Rc;

use crate::display::{Locale, coerce};
use crate::value::{CellError, Number, Value};

/// What equal values share.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// A number, a rounded quotient at 15 digits.
    Number(Number),
    /// A text in small letters.
    Text(Rc<str>),
    /// A boolean.
    Boolean(bool),
    /// An error.
    Error(CellError),
}

impl Key {
    /// The key of a value as a look-up compares it: text is never a number. Blank cells equal nothing.
    pub fn of(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => Some(Self::Number(number.settled())),
            Value::Text(text) => Some(Self::Text(folded(text))),
            Value::Boolean(boolean) => Some(Self::Boolean(*boolean)),
            Value::Error(error) => Some(Self::Error(*error)),
            Value::Blank | Value::Array(_) => None,
        }
    }

    /// The key of a cell as a criterion compares it: text that reads as a number counts as that number.
    pub fn of_cell(value: &Value, locale: Locale) -> Option<Self> {
        let number = match value {
            Value::Text(text) => coerce::text_number(text, locale),
            _ => None,
        };
        number.map_or_else(|| Self::of(value), |number| Some(Self::Number(number.settled())))
    }
}

/// A text as it is compared; one that has no capital letters stays where it is.
fn folded(text: &Rc<str>) -> Rc<str> {
    let is_folded = |letter: char| {
        let mut lower = letter.to_lowercase();
        lower.next() == Some(letter) && lower.next().is_none()
    };
    if text.chars().all(is_folded) {
        return text.clone();
    }
    text.chars().flat_map(char::to_lowercase).collect::<String>().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::functions::criteria::Criterion;
    use crate::value::order;

    fn values() -> Vec<Value> {
        let texts = [
            "",
            "a",
            "A",
            "åÄ",
            "ÅÄ",
            "1",
            "1,0",
            "1e3",
            "1E3",
            "1000",
            "TRUE",
            "sant",
            "#N/A",
            "50 %",
            "\u{212a}",
            "k",
            "2026-08-31",
            "46265",
            "46 265 kr",
        ];
        let third = Number::ONE.over(Number::from(3)).unwrap();
        let numbers = ["0", "0.00", "1", "1.0", "1000", "0.5", "-0"].map(|text| Number::parse(text).unwrap());
        let numbers = numbers.into_iter().chain([third.times(Number::from(3)).unwrap(), third, third.settled()]);
        let others = [Value::Boolean(true), Value::Boolean(false), CellError::NotAvailable.into(), Value::Blank];
        texts.iter().map(Value::text).chain(numbers.map(Value::Number)).chain(others).collect()
    }

    #[test]
    fn values_with_one_key_are_those_that_look_ups_find_equal() {
        for wanted in values().iter().filter(|value| !value.is_blank() && value.as_error().is_none()) {
            for value in values().iter().filter(|value| !value.is_blank()) {
                assert_eq!(Key::of(wanted) == Key::of(value), order::equal(value, wanted), "{wanted:?} {value:?}");
            }
        }
    }

    #[test]
    fn values_with_one_key_are_those_that_an_equality_accepts() {
        for locale in [Locale::Swedish, Locale::English] {
            let prefixed = values().into_iter().filter_map(|value| match value {
                Value::Text(text) if !text.is_empty() => Some(Value::text(format!("={text}"))),
                _ => None,
            });
            for wanted in values().into_iter().chain(prefixed) {
                let criterion = Criterion::new(&wanted, locale);
                let Some(key) = criterion.key() else {
                    assert_eq!(wanted, Value::text(""), "only a question for nothing has no key here");
                    continue;
                };
                for value in values() {
                    let same = Key::of_cell(&value, locale).as_ref() == Some(&key);
                    assert_eq!(same, criterion.accepts(&value), "{wanted:?} on {value:?}");
                }
            }
        }
    }

    #[test]
    fn other_criteria_than_equalities_have_no_key() {
        for text in ["<>a", ">=100", "<b", "a*", "=a?", "", "=", "<>"] {
            assert_eq!(Criterion::new(&Value::text(text), Locale::English).key(), None, "{text}");
        }
    }
}
