//! How values compare: numbers before text before booleans, text without regard to case, rounded numbers at 15 digits.

use std::cmp::Ordering;

use super::{Number, Value};

/// The order that `<`, `=` and sorting use. Blank compares as the other side's empty value. Errors compare as equal;
/// callers pass errors on before they compare.
pub fn compare(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => compare_numbers(*one, *other),
        (Value::Text(one), Value::Text(other)) => compare_texts(one, other),
        (Value::Boolean(one), Value::Boolean(other)) => one.cmp(other),
        (Value::Blank, Value::Blank) => Ordering::Equal,
        (Value::Blank, other) => compare(&empty_like(other), other),
        (one, Value::Blank) => compare(one, &empty_like(one)),
        (one, other) => rank(one).cmp(&rank(other)),
    }
}

/// Whether two values are equal to a formula.
pub fn equal(one: &Value, other: &Value) -> bool {
    compare(one, other) == Ordering::Equal
}

/// The order of numbers, rounded quotients taken at 15 significant digits.
pub fn compare_numbers(one: Number, other: Number) -> Ordering {
    if one == other { Ordering::Equal } else { one.settled().cmp(&other.settled()) }
}

/// The order of texts without regard to case; `å ä ö` come after `z`. Accented letters stand beside the plain ones
/// without being equal to them.
pub fn compare_texts(one: &str, other: &str) -> Ordering {
    let by_letter = one.chars().flat_map(sort_key).cmp(other.chars().flat_map(sort_key));
    by_letter.then_with(|| one.chars().flat_map(char::to_lowercase).cmp(other.chars().flat_map(char::to_lowercase)))
}

/// Swedish places `å` before `ä`, against their order in Unicode.
fn sort_key(letter: char) -> impl Iterator<Item = u32> {
    letter.to_lowercase().map(|letter| match letter {
        'å' => u32::from('{'),
        'ä' | 'æ' => u32::from('|'),
        'ö' | 'ø' => u32::from('}'),
        'é' | 'è' => u32::from('e'),
        other if other >= '{' => u32::from(other) + 3,
        other => u32::from(other),
    })
}

fn empty_like(other: &Value) -> Value {
    match other {
        Value::Text(_) => Value::text(""),
        Value::Boolean(_) => Value::Boolean(false),
        _ => Value::Number(Number::ZERO),
    }
}

fn rank(value: &Value) -> u8 {
    match value {
        Value::Blank | Value::Number(_) => 0,
        Value::Text(_) => 1,
        Value::Boolean(_) => 2,
        Value::Error(_) | Value::Array(_) => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn swedish_letters_follow_z_in_their_own_order() {
        let mut words = ["örn", "zon", "ål", "ärt", "Avd", "avc"];
        words.sort_by(|one, other| compare_texts(one, other));
        assert_eq!(words, ["avc", "Avd", "zon", "ål", "ärt", "örn"]);
    }

    #[test]
    fn accents_matter_to_equality_and_case_does_not() {
        assert_eq!(compare_texts("IDÉ", "idé"), Ordering::Equal);
        assert_eq!(compare_texts("ide", "idé"), Ordering::Less);
        assert_eq!(compare_texts("idé", "ideal"), Ordering::Less);
    }

    #[test]
    fn types_order_as_in_excel() {
        assert_eq!(compare(&Value::from(9), &Value::text("1")), Ordering::Less);
        assert_eq!(compare(&Value::text("z"), &Value::from(false)), Ordering::Less);
        assert!(equal(&Value::Blank, &Value::text("")));
        assert!(equal(&Value::Blank, &Value::from(0)));
    }
}
