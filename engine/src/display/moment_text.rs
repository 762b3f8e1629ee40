//! Dates and times in the text that formulas read, in more forms than a typed cell takes: `15-Feb-2008`, `Feb-2008`,
//! `22/8/08`, `9:45 PM`. In numbers alone, the language tells the order: day first in Swedish, month first in English.

use super::Locale;
use super::calendar_words::month_of;
use crate::value::moment::Date;
use crate::value::{CellError, Number};

/// Serial number of 29 February 1900, which Excel counts although the year had no such day.
const PHANTOM_DAY: i64 = 60;
/// Two-digit years from here on belong to the 1900s.
const FIRST_OF_1900S: i64 = 30;

/// The serial number of the date, the time or both that a text says. A date without a year gets the given one.
pub(super) fn read_moment_text(text: &str, locale: Locale, year: Option<i64>) -> Option<Number> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (words, half) = match words.split_last()? {
        (last, rest) if last.eq_ignore_ascii_case("am") => (rest, Some(0)),
        (last, rest) if last.eq_ignore_ascii_case("pm") => (rest, Some(12)),
        _ => (words.as_slice(), None),
    };
    let (time, words) = match words.split_last()? {
        (last, rest) if half.is_some() || last.contains(':') => (time(last, half)?, rest),
        _ => (Number::ZERO, words),
    };
    if words.is_empty() {
        return Some(time);
    }
    let day = date(&words.join(" "), locale, year)?;
    Number::from(day).plus(time).ok()
}

/// The serial day that a text says.
fn date(text: &str, locale: Locale, year: Option<i64>) -> Option<i64> {
    let text = text.replace(", ", " ");
    let parts: Vec<&str> = text.split(['-', '/', ' ']).collect();
    match *parts.as_slice() {
        [first, second, third] => three_parts([first, second, third], text.contains('-'), locale),
        [first, second] => two_parts(first, second, locale, year),
        _ => None,
    }
}

fn three_parts(parts: [&str; 3], dashed: bool, locale: Locale) -> Option<i64> {
    let [first, second, third] = parts;
    if let Some(month) = month_of(second) {
        return serial(full_year(third)?, month, number(first)?);
    }
    let numbers = [number(first)?, number(second)?, number(third)?];
    let year_first = first.len() == 4 || (dashed && locale == Locale::Swedish && third.len() <= 2);
    match (numbers, locale) {
        ([_, month, day], _) if year_first => serial(full_year(first)?, month, day),
        ([day, month, _], Locale::Swedish) | ([month, day, _], Locale::English) => {
            serial(full_year(third)?, month, day)
        }
    }
}

/// A month of a year, which is its first day, or a day of a month.
fn two_parts(first: &str, second: &str, locale: Locale, year: Option<i64>) -> Option<i64> {
    let month = |word: &str| month_of(word).or_else(|| number(word));
    if second.len() == 4 && number(second).is_some() {
        return serial(full_year(second)?, month(first)?, 1);
    }
    if first.len() == 4 && number(first).is_some() {
        return serial(full_year(first)?, month(second)?, 1);
    }
    let year = year?;
    match (month_of(first), month_of(second), locale) {
        (Some(month), None, _) => serial(year, month, number(second)?),
        (None, Some(month), _) => serial(year, month, number(first)?),
        (None, None, Locale::Swedish) => serial(year, number(second)?, number(first)?),
        (None, None, Locale::English) => serial(year, number(first)?, number(second)?),
        _ => None,
    }
}

fn serial(year: i64, month: i64, day: i64) -> Option<i64> {
    if (year, month, day) == (1900, 2, 29) { Some(PHANTOM_DAY) } else { Some(Date::new(year, month, day)?.serial()) }
}

/// A year in full, or by its last two digits.
fn full_year(text: &str) -> Option<i64> {
    match (text.len(), number(text)?) {
        (4, year) => Some(year),
        (1..=2, year) => Some(year + if year < FIRST_OF_1900S { 2000 } else { 1900 }),
        _ => None,
    }
}

/// A time as part of a day; with a half of the day, hours go from 1 to 12 and minutes may be left out.
fn time(text: &str, half: Option<i64>) -> Option<Number> {
    let mut parts = text.split(':');
    let hours = number(parts.next()?)?;
    let (minutes, seconds) = (parts.next(), parts.next());
    if parts.next().is_some() || (minutes.is_none() && half.is_none()) {
        return None;
    }
    let hours = match half {
        Some(half) if (0..=12).contains(&hours) => hours % 12 + half,
        Some(_) => return None,
        None => hours,
    };
    let minutes = minutes.map_or(Some(0), number).filter(|minutes| *minutes < 60)?;
    let seconds = seconds.map_or(Some(Number::ZERO), seconds_of)?;
    part_of_day(hours * 60 + minutes, seconds).ok()
}

/// Seconds, with or without decimals.
fn seconds_of(text: &str) -> Option<Number> {
    let plain = text.starts_with(|sign: char| sign.is_ascii_digit()) && !text.contains(['e', 'E']);
    Number::parse(text).filter(|seconds| plain && *seconds < Number::from(60))
}

fn part_of_day(minutes: i64, seconds: Number) -> Result<Number, CellError> {
    Number::from(minutes * 60).plus(seconds)?.over(Number::from(86_400))
}

/// A number of one to four digits and nothing else.
fn number(text: &str) -> Option<i64> {
    let valid = (1..=4).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str, locale: Locale) -> Option<String> {
        read_moment_text(text, locale, Some(2026)).map(|serial| serial.to_string())
    }

    #[test]
    fn dates_in_words_are_the_same_in_both_languages() {
        for locale in [Locale::English, Locale::Swedish] {
            for (text, expected) in [
                ("22-AUG-2008", "39682"),
                ("22-aug-08", "39682"),
                ("22 Aug-2008", "39682"),
                ("22/maj/2008", "39590"),
                ("2008/8/22", "39682"),
                ("2008-8-22", "39682"),
                ("Feb-2010", "40210"),
                ("maj 2010", "40299"),
                ("5-JUL", "46208"),
                ("29-Feb-1900", "60"),
                ("7-Dec-82", "30292"),
            ] {
                assert_eq!(read(text, locale).as_deref(), Some(expected), "{text}");
            }
        }
    }

    #[test]
    fn the_language_tells_the_order_of_numbers() {
        for (text, english, swedish) in [
            ("8/22/2008", Some("39682"), None),
            ("22/8/2008", None, Some("39682")),
            ("22/8/08", None, Some("39682")),
            ("2/3/2008", Some("39481"), Some("39509")),
            ("08-08-22", Some("44781"), Some("39682")),
            ("12/2008", Some("39783"), Some("39783")),
            ("2008-12", Some("39783"), Some("39783")),
            ("31/12", None, Some("46387")),
            ("12/31", Some("46387"), None),
        ] {
            assert_eq!(read(text, Locale::English).as_deref(), english, "{text}");
            assert_eq!(read(text, Locale::Swedish).as_deref(), swedish, "{text}");
        }
    }

    #[test]
    fn times_are_read_by_the_half_of_the_day() {
        for (text, expected) in [
            ("12:00:00 am", Some("0")),
            ("12:00 PM", Some("0.5")),
            ("6 PM", Some("0.75")),
            ("6:00 am", Some("0.25")),
            ("1-Jan-2008 6:00 pm", Some("39448.75")),
            ("0:00:21.6", Some("0.00025")),
            ("13:01 PM", None),
            ("12:60", None),
            ("6", None),
            ("pm", None),
        ] {
            assert_eq!(read(text, Locale::English).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_nothing() {
        for text in
            ["", "1910-", "10--", "--10", "2008-08-", "29-2-2007", "32/32", "The 1st day", "31-Feb-2008", "1-2-3-4"]
        {
            assert_eq!(read(text, Locale::English), None, "{text}");
            assert_eq!(read(text, Locale::Swedish), None, "{text}");
        }
        assert_eq!(read_moment_text("5-JUL", Locale::English, None), None);
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".*", dated in "[0-9augPM:/ ,.-]{0,24}") {
            let _ = read_moment_text(&text, Locale::Swedish, None);
            let _ = read_moment_text(&dated, Locale::English, Some(2026));
        }
    }
}
