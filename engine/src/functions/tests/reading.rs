//! A text says the same number wherever it is read: typed, in a criterion, as a key, as an argument.

use super::{Sheet, calculate};
use crate::display::{Entry, Locale, coerce, read};
use crate::functions::Key;
use crate::functions::criteria::Criterion;
use crate::value::{Number, Value};

/// Texts with what they say in Swedish and in English, if it is a number.
const TEXTS: &[(&str, Option<&str>, Option<&str>)] = &[
    ("12,5", Some("12.5"), None),
    ("12.5", Some("12.5"), Some("12.5")),
    ("1 234,50", Some("1234.5"), None),
    ("1,234.50", None, Some("1234.5")),
    ("1.234", None, Some("1.234")),
    ("−5", Some("-5"), Some("-5")),
    ("(150)", Some("-150"), Some("-150")),
    ("1 155-", Some("-1155"), Some("-1155")),
    ("3 %", Some("0.03"), Some("0.03")),
    ("1e3", Some("1000"), Some("1000")),
    ("1 234,50 kr", Some("1234.5"), None),
    ("$1,234.50", None, Some("1234.5")),
    ("-5 kr", Some("-5"), Some("-5")),
    ("2026-08-31", Some("46265"), Some("46265")),
    ("31/8 2026", Some("46265"), Some("46265")),
    ("31 augusti 2026", Some("46265"), Some("46265")),
    ("Aug 31, 2026", Some("46265"), Some("46265")),
    ("2/3/2026", Some("46083"), Some("46056")),
    ("12:00", Some("0.5"), Some("0.5")),
    ("6:00 PM", Some("0.75"), Some("0.75")),
    ("2026-08-31 12:00", Some("46265.5"), Some("46265.5")),
    ("31/8", None, None),
    ("12 st", None, None),
    ("SANT", None, None),
    ("#N/A", None, None),
    ("", None, None),
];

#[test]
fn a_text_says_the_same_number_everywhere() {
    for (text, swedish, english) in TEXTS {
        for (locale, expected) in [(Locale::Swedish, swedish), (Locale::English, english)] {
            let expected = expected.map(|number| Number::parse(number).unwrap());
            let value = Value::text(text);
            let typed = match read(text, locale) {
                Entry::Number { number, .. } => Some(number),
                _ => None,
            };
            assert_eq!(typed, expected, "{text} typed in {locale:?}");
            assert_eq!(coerce::to_number(&value, locale).ok(), expected, "{text} in arithmetic in {locale:?}");
            let key = Key::of_cell(&value, locale).filter(|key| matches!(key, Key::Number(_)));
            assert_eq!(key, expected.map(Key::Number), "{text} as a key in {locale:?}");
            if let Some(number) = expected {
                let says = Criterion::new(&value, locale).accepts(&number.into());
                let said = Criterion::new(&number.into(), locale).accepts(&value);
                assert!(says && said, "{text} in a criterion in {locale:?}");
            }
            let sheet = Sheet::new(locale, &[]);
            let shown = expected.map_or("#VALUE!".to_owned(), |number| number.to_string());
            for formula in [format!("VALUE(\"{text}\")"), format!("SUM(\"{text}\")")] {
                assert_eq!(calculate(&formula, &sheet), shown, "{formula} in {locale:?}");
            }
        }
    }
}

#[test]
fn words_for_truth_and_errors_are_those_of_the_language_and_of_english() {
    for (text, swedish, english) in [
        ("SANT", "TRUE", "SANT"),
        ("falskt", "FALSE", "falskt"),
        ("TRUE", "TRUE", "TRUE"),
        ("#SAKNAS!", "#N/A", "#N/A"),
        ("#N/A", "#N/A", "#N/A"),
    ] {
        for (locale, expected) in [(Locale::Swedish, swedish), (Locale::English, english)] {
            for value in [read(text, locale).into_value(), coerce::text_value(text, locale)] {
                assert_eq!(super::show(&value), expected, "{text} in {locale:?}");
            }
        }
    }
}
