//! What text that is no formula becomes when it is typed into a cell: a number, a date, a boolean, an error or text.

use super::Locale;
use super::coerce::boolean_word;
use super::moment_input::{MomentKind, read_moment};
use super::number_input::{Currency, TypedNumber, read_number};
use crate::value::{CellError, Number, Value};

/// The sign that makes text of whatever follows it.
pub const TEXT_MARK: char = '\'';

/// What was typed.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// Nothing, or nothing but spaces.
    Blank,
    /// A number, a date or a time.
    Number {
        /// Its value; dates and times are serial numbers.
        number: Number,
        /// The way it was written.
        hint: FormatHint,
    },
    /// A boolean word of either language.
    Boolean(bool),
    /// Text, spaces included, without the apostrophe before it.
    Text(String),
    /// An error word of either language.
    Error(CellError),
}

/// How a typed number wants to be shown in a cell that has no number format yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormatHint {
    /// As any number; keeps whatever format the cell has.
    Plain,
    /// In groups of three digits.
    Grouped {
        /// Decimals typed.
        decimals: usize,
    },
    /// As an amount with its currency.
    Currency {
        /// Decimals typed.
        decimals: usize,
        /// The currency typed.
        currency: Currency,
    },
    /// In percent.
    Percent {
        /// Decimals typed.
        decimals: usize,
        /// Whether a space stood before the sign.
        spaced: bool,
    },
    /// With zeros in front, such as the code `0123`.
    Padded {
        /// Digits typed.
        digits: usize,
    },
    /// With an exponent.
    Scientific {
        /// Decimals typed.
        decimals: usize,
    },
    /// As a date.
    Date,
    /// As a time of day.
    Time {
        /// Whether seconds were typed.
        seconds: bool,
    },
    /// As a number of hours beyond a day.
    Duration {
        /// Whether seconds were typed.
        seconds: bool,
    },
    /// As a date with a time.
    DateTime {
        /// Whether seconds were typed.
        seconds: bool,
    },
}

/// What a person means by text typed into a cell; formulas are told from it before.
pub fn read(text: &str, locale: Locale) -> Entry {
    read_in_year(text, locale, None)
}

/// As [`read`], with `31/8` and `31 aug` as dates of a year.
pub fn read_in_year(text: &str, locale: Locale, year: Option<i64>) -> Entry {
    if let Some(text) = text.strip_prefix(TEXT_MARK) {
        return Entry::Text(text.to_owned());
    }
    if text.trim().is_empty() {
        return Entry::Blank;
    }
    meant(text, locale, year).unwrap_or_else(|| Entry::Text(text.to_owned()))
}

/// The number, boolean or error that a text says.
pub(super) fn meant(text: &str, locale: Locale, year: Option<i64>) -> Option<Entry> {
    let word = text.trim();
    if let Some((number, hint)) = numeric(word, locale, year) {
        return Some(Entry::Number { number, hint });
    }
    let error = || word.starts_with('#').then(|| CellError::parse(word)).flatten().map(Entry::Error);
    boolean_word(word, locale).map(Entry::Boolean).or_else(error)
}

/// The one way from text to a number, for cells, criteria, functions and arithmetic alike: a number, an amount, a date
/// or a time.
pub(super) fn numeric(text: &str, locale: Locale, year: Option<i64>) -> Option<(Number, FormatHint)> {
    let number = read_number(text, locale).map(|typed| (typed.number, FormatHint::of(typed)));
    number.or_else(|| read_moment(text, locale, year).map(|(serial, kind)| (serial, FormatHint::from(kind))))
}

impl Entry {
    /// The value a cell holds after this was typed.
    pub fn into_value(self) -> Value {
        match self {
            Self::Blank => Value::Blank,
            Self::Number { number, .. } => Value::Number(number),
            Self::Boolean(boolean) => Value::Boolean(boolean),
            Self::Text(text) => Value::text(text),
            Self::Error(error) => Value::Error(error),
        }
    }
}

impl FormatHint {
    fn of(typed: TypedNumber) -> Self {
        let decimals = typed.decimals;
        match typed {
            TypedNumber { currency: Some(currency), .. } => Self::Currency { decimals, currency },
            TypedNumber { percent: Some(spaced), .. } => Self::Percent { decimals, spaced },
            TypedNumber { scientific: true, .. } => Self::Scientific { decimals },
            TypedNumber { grouped: true, .. } => Self::Grouped { decimals },
            TypedNumber { padded: Some(digits), .. } => Self::Padded { digits },
            _ => Self::Plain,
        }
    }

    /// Whether it is a date or a time.
    pub const fn is_moment(self) -> bool {
        matches!(self, Self::Date | Self::Time { .. } | Self::Duration { .. } | Self::DateTime { .. })
    }

    /// The number-format code, in its file form, for a cell without one; `None` when none is needed.
    pub fn code(self) -> Option<String> {
        let time = |seconds, hours: &str| format!("{hours}:mm{}", if seconds { ":ss" } else { "" });
        Some(match self {
            Self::Plain => return None,
            Self::Grouped { decimals } => format!("#,##0{}", fraction(decimals)),
            Self::Currency { decimals, currency } => currency_code(decimals, currency),
            Self::Percent { decimals, spaced } => format!("0{}{}%", fraction(decimals), if spaced { " " } else { "" }),
            Self::Padded { digits } => "0".repeat(digits.min(MOST_PLACES)),
            Self::Scientific { decimals } => format!("0{}E+00", fraction(decimals)),
            Self::Date => "yyyy-mm-dd".to_owned(),
            Self::Time { seconds } => time(seconds, "hh"),
            Self::Duration { seconds } => time(seconds, "[h]"),
            Self::DateTime { seconds } => format!("yyyy-mm-dd {}", time(seconds, "hh")),
        })
    }
}

/// As many decimals as Excel takes.
const MOST_PLACES: usize = 30;

fn currency_code(decimals: usize, Currency { sign, is_before }: Currency) -> String {
    let amount = format!("#,##0{}", fraction(decimals));
    if is_before { format!("\"{sign}\"{amount}") } else { format!("{amount} \"{sign}\"") }
}

fn fraction(decimals: usize) -> String {
    if decimals == 0 { String::new() } else { format!(".{}", "0".repeat(decimals.min(MOST_PLACES))) }
}

impl From<MomentKind> for FormatHint {
    fn from(kind: MomentKind) -> Self {
        match kind {
            MomentKind::Date => Self::Date,
            MomentKind::Time { seconds } => Self::Time { seconds },
            MomentKind::Duration { seconds } => Self::Duration { seconds },
            MomentKind::DateTime { seconds } => Self::DateTime { seconds },
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::display::Format;

    fn number(text: &str, hint: FormatHint) -> Entry {
        Entry::Number { number: Number::parse(text).unwrap(), hint }
    }

    #[test]
    fn typed_text_becomes_what_a_person_means() {
        for (text, entry) in [
            ("", Entry::Blank),
            (" \u{a0}", Entry::Blank),
            ("−5", number("-5", FormatHint::Plain)),
            ("12,50", number("12.5", FormatHint::Plain)),
            ("1 234,50", number("1234.5", FormatHint::Grouped { decimals: 2 })),
            ("3 %", number("0.03", FormatHint::Percent { decimals: 0, spaced: true })),
            ("3,5%", number("0.035", FormatHint::Percent { decimals: 1, spaced: false })),
            ("0123", number("123", FormatHint::Padded { digits: 4 })),
            ("1,5e3", number("1500", FormatHint::Scientific { decimals: 1 })),
            ("2026-08-31", number("46265", FormatHint::Date)),
            ("12:00", number("0.5", FormatHint::Time { seconds: false })),
            ("31 aug", Entry::Text("31 aug".to_owned())),
            ("SANT", Entry::Boolean(true)),
            ("falskt", Entry::Boolean(false)),
            ("TRUE", Entry::Boolean(true)),
            ("#saknas!", Entry::Error(CellError::NotAvailable)),
            ("#N/A", Entry::Error(CellError::NotAvailable)),
            ("#DIVISION/0!", Entry::Error(CellError::DivisionByZero)),
            ("#hashtag", Entry::Text("#hashtag".to_owned())),
            ("'123", Entry::Text("123".to_owned())),
            ("''", Entry::Text("'".to_owned())),
            ("–", Entry::Text("–".to_owned())),
            ("510**", Entry::Text("510**".to_owned())),
            (" Kansli ", Entry::Text(" Kansli ".to_owned())),
        ] {
            assert_eq!(read(text, Locale::Swedish), entry, "{text:?}");
        }
    }

    #[test]
    fn a_date_without_its_year_is_of_the_year_it_is_typed_in() {
        for text in ["31/8", "31 aug"] {
            let typed = read_in_year(text, Locale::Swedish, Some(2026));
            assert_eq!(typed, number("46265", FormatHint::Date), "{text}");
        }
    }

    #[test]
    fn a_typed_number_looks_as_it_was_typed() {
        for text in [
            "1\u{a0}234,50",
            "1\u{a0}234,50 kr",
            "$150",
            "3\u{a0}%",
            "3,5%",
            "0123",
            "1,5E+03",
            "2026-08-31",
            "08:30",
            "12:30:05",
            "36:00",
            "2026-08-31 12:30",
        ] {
            let Entry::Number { number, hint } = read(text, Locale::Swedish) else { panic!("{text} is a number") };
            let format = Format::parse(&hint.code().unwrap()).unwrap();
            assert_eq!(format.render(&number.into(), Locale::Swedish).text, text);
        }
    }

    proptest! {
        #[test]
        fn every_text_becomes_something(text in ".*") {
            for locale in [Locale::Swedish, Locale::English] {
                if let Entry::Number { hint, .. } = read(&text, locale) {
                    prop_assert!(hint.code().is_none_or(|code| Format::parse(&code).is_ok()));
                }
            }
        }
    }
}
