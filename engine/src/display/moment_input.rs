//! Understands dates and times as people type them: `2026-08-31`, `31/8 2026`, `31 aug 2026`, `12:30`, `2026-08-31 12:30`.
//!
//! A year is always asked for in full, and a date is never guessed from numbers whose order differs between countries.

use super::calendar_words::month_of;
use crate::value::Number;
use crate::value::moment::Date;

const SECONDS_OF_DAY: i64 = 86_400;

/// What a text that says a moment holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MomentKind {
    /// A date.
    Date,
    /// A time, with or without seconds.
    Time { seconds: bool },
    /// A number of hours beyond a day.
    Duration { seconds: bool },
    /// A date with a time.
    DateTime { seconds: bool },
}

/// The serial number of the date, the time or both that a text says.
pub(super) fn read_moment(text: &str) -> Option<(Number, MomentKind)> {
    let text = text.trim();
    if !text.starts_with(|first: char| first.is_ascii_alphanumeric())
        || !text.ends_with(|last: char| last.is_ascii_digit())
    {
        return None;
    }
    if !text.contains(':') {
        return read_date(text).map(|date| (Number::from(date.serial()), MomentKind::Date));
    }
    let Some((date, time)) = text.rsplit_once(|sign: char| sign == 'T' || sign.is_whitespace()) else {
        let (time, seconds) = read_time(text)?;
        let long = time >= SECONDS_OF_DAY;
        return Some((
            serial(time)?,
            if long { MomentKind::Duration { seconds } } else { MomentKind::Time { seconds } },
        ));
    };
    let (date, (time, seconds)) = (read_date(date.trim_end())?, read_time(time)?);
    let known = time < SECONDS_OF_DAY;
    known
        .then(|| serial(date.serial() * SECONDS_OF_DAY + time))
        .flatten()
        .map(|n| (n, MomentKind::DateTime { seconds }))
}

fn serial(seconds: i64) -> Option<Number> {
    Number::from(seconds).over(Number::from(SECONDS_OF_DAY)).ok()
}

fn read_date(text: &str) -> Option<Date> {
    if text.len() == 10 && text.is_ascii() && text.contains('-') {
        let mut parts = text.splitn(3, '-');
        return date(parts.next()?, parts.next().filter(two_digits)?, parts.next().filter(two_digits)?);
    }
    let mut words = text.split_whitespace();
    let (first, second, third) = (words.next()?, words.next()?, words.next());
    match (third, words.next()) {
        (None, _) => first.split_once('/').and_then(|(day, month)| date(second, month, day)),
        (Some(year), None) => read_worded(first, second, year),
        _ => None,
    }
}

/// `31 aug 2026` or `Aug 31, 2026`.
fn read_worded(first: &str, second: &str, year: &str) -> Option<Date> {
    match month_of(second) {
        Some(month) => Date::new(year_of(year)?, month, digits(first, 2)?),
        None => Date::new(year_of(year)?, month_of(first)?, digits(second.strip_suffix(',').unwrap_or(second), 2)?),
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year_of(year)?, digits(month, 2)?, digits(day, 2)?)
}

fn year_of(text: &str) -> Option<i64> {
    (text.len() == 4).then(|| digits(text, 4)).flatten()
}

/// A time of day or a duration in seconds, and whether seconds were written.
fn read_time(text: &str) -> Option<(i64, bool)> {
    let (hours, rest) = text.split_once(':')?;
    let (minutes, seconds) = rest.split_once(':').map_or((rest, None), |(minutes, seconds)| (minutes, Some(seconds)));
    let sixty = |text: &str| digits(text, 2).filter(|number| text.len() == 2 && *number < 60);
    let total = digits(hours, 4)? * 3_600 + sixty(minutes)? * 60;
    Some((total + seconds.map_or(Some(0), sixty)?, seconds.is_some()))
}

fn two_digits(text: &&str) -> bool {
    text.len() == 2
}

/// A number of one to `most` digits and nothing else.
fn digits(text: &str, most: usize) -> Option<i64> {
    let valid = (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn dates_in_every_form_name_the_same_day() {
        for text in [
            "2026-08-31",
            " 2026-08-31 ",
            "31/8 2026",
            "31/08 2026",
            "31 aug 2026",
            "31 augusti 2026",
            "31 Aug. 2026",
            "August 31, 2026",
        ] {
            assert_eq!(read_moment(text), Some((Number::from(46_265), MomentKind::Date)), "{text}");
        }
    }

    #[test]
    fn times_are_parts_of_a_day() {
        let half = Number::parse("0.5").unwrap();
        assert_eq!(read_moment("12:00"), Some((half, MomentKind::Time { seconds: false })));
        assert_eq!(read_moment("12:00:00"), Some((half, MomentKind::Time { seconds: true })));
        assert_eq!(
            read_moment("36:00"),
            Some((Number::parse("1.5").unwrap(), MomentKind::Duration { seconds: false }))
        );
        let noon = (Number::parse("46265.5").unwrap(), MomentKind::DateTime { seconds: false });
        assert_eq!(read_moment("2026-08-31 12:00"), Some(noon));
        assert_eq!(read_moment("2026-08-31T12:00"), Some(noon));
    }

    #[test]
    fn what_is_no_full_date_or_time_stays_text() {
        for text in [
            "2026-08",
            "2026-8-31",
            "2026-02-29",
            "1899-12-31",
            "31/8",
            "8/31/2026",
            "31/8/2026",
            "31/13 2026",
            "31 2026",
            "aug 2026",
            "12:60",
            "12:5",
            "12:30:",
            "1:2:3:4",
            "-12:30",
            "12:30 12:30",
            "2026-08-31 24:00",
            "16:9",
            "3 personer 2026",
            "",
            ":",
        ] {
            assert_eq!(read_moment(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".*", dated in "[0-9aeugT:/ ,-]{0,24}[0-9]") {
            let _ = read_moment(&text);
            let _ = read_moment(&dated);
        }
    }
}
