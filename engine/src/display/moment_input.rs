//! Understands dates and times as people type them: `2026-08-31`, `31/8 2026`, `31 aug 2026`, `12:30`, `2:30 PM`,
//! `2026-08-31 12:30`.
//!
//! `31/8` and `31 aug` are dates only to someone who knows the year. Where day and month are both numbers and the year
//! comes last, the language tells their order, unless only one order gives a date.

use super::Locale;
use super::calendar_words::month_of;
use crate::value::Number;
use crate::value::moment::Date;

const SECONDS_OF_DAY: i64 = 86_400;
/// Years of two digits below this are of this century.
const PIVOT: i64 = 30;

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

/// Language and year of a text.
#[derive(Debug, Clone, Copy)]
struct Reader {
    locale: Locale,
    /// The year of dates that name none, which are no dates without it.
    year: Option<i64>,
}

/// The serial number of the date, the time or both that a text says.
pub(super) fn read_moment(text: &str, locale: Locale, year: Option<i64>) -> Option<(Number, MomentKind)> {
    let text = text.trim();
    if !may_be_moment(text, year) {
        return None;
    }
    let reader = Reader { locale, year };
    if let Some(time) = Time::read(text) {
        let seconds = time.has_seconds;
        let kind = if time.is_long() { MomentKind::Duration { seconds } } else { MomentKind::Time { seconds } };
        return Some((time.after(0)?, kind));
    }
    match split_time(text) {
        Some((date, time)) => {
            let (date, time) = (reader.date(date)?, Time::read(time).filter(|time| !time.is_long())?);
            Some((time.after(date.serial())?, MomentKind::DateTime { seconds: time.has_seconds }))
        }
        None => reader.date(text).map(|date| (Number::from(date.serial()), MomentKind::Date)),
    }
}

/// Most text is told from moments by how it begins and ends.
fn may_be_moment(text: &str, year: Option<i64>) -> bool {
    let ends = |last: char| last.is_ascii_digit() || matches!(last, 'm' | 'M');
    let days = year.is_some() && text.starts_with(|first: char| first.is_ascii_digit());
    text.starts_with(|first: char| first.is_ascii_alphanumeric()) && (days || text.ends_with(ends))
}

/// A date and the time after it.
fn split_time(text: &str) -> Option<(&str, &str)> {
    let is_gap = |sign: char| sign == 'T' || sign.is_whitespace();
    let (date, _) = text[..text.find(':')?].rsplit_once(is_gap)?;
    Some((date.trim_end(), text[date.len()..].trim_start_matches(is_gap)))
}

impl Reader {
    fn date(self, text: &str) -> Option<Date> {
        match text.split_once(char::is_whitespace) {
            Some((first, rest)) => self.spaced(first, rest.trim_start()),
            None => self.joined(text),
        }
    }

    /// `31/8 2026`, `31 aug 2026`, `Aug 31, 2026` or `31 aug`.
    fn spaced(self, first: &str, rest: &str) -> Option<Date> {
        match (rest.split_once(char::is_whitespace), first.split_once('/')) {
            (Some((second, year)), _) => worded(first, second, year.trim_start()),
            (None, Some((day, month))) => date(full_year(rest)?, month, day),
            (None, None) => Date::new(self.year?, month_of(rest)?, digits(first, 2)?),
        }
    }

    /// `2026-08-31`, `31/8/2026`, `31-aug-2026`, `31/8` or `31-aug`.
    fn joined(self, text: &str) -> Option<Date> {
        let sign = text.chars().find(|sign| matches!(sign, '-' | '/'))?;
        let parts: Vec<&str> = text.split(sign).take(4).collect();
        match parts.as_slice() {
            [day, month, year] if is_word(month) => worded(day, month, year),
            [year, month, day] if year.len() == 4 => date(full_year(year)?, month, day),
            [first, second, year] if year.len() == 4 || sign == '/' => self.ordered(first, second, any_year(year)?),
            [day, month] if is_word(month) => Date::new(self.year?, month_of(month)?, digits(day, 2)?),
            [first, second] if sign == '/' => self.ordered(first, second, self.year?),
            _ => None,
        }
    }

    /// Day and month in the order of the language, or in the other one if only that gives a date.
    fn ordered(self, first: &str, second: &str, year: i64) -> Option<Date> {
        let month_first = match self.locale {
            Locale::Swedish => None,
            Locale::English => date(year, first, second),
        };
        month_first.or_else(|| date(year, second, first))
    }
}

/// `31 aug 2026` or `Aug 31, 2026`.
fn worded(first: &str, second: &str, year: &str) -> Option<Date> {
    let year = any_year(year)?;
    match month_of(second) {
        Some(month) => Date::new(year, month, digits(first, 2)?),
        None => Date::new(year, month_of(first)?, digits(second.strip_suffix(',').unwrap_or(second), 2)?),
    }
}

fn is_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
}

fn date(year: i64, month: &str, day: &str) -> Option<Date> {
    Date::new(year, digits(month, 2)?, digits(day, 2)?)
}

fn full_year(text: &str) -> Option<i64> {
    (text.len() == 4).then(|| digits(text, 4)).flatten()
}

/// A year in full or by its last two digits.
fn any_year(text: &str) -> Option<i64> {
    let short = || (text.len() == 2).then(|| digits(text, 2)).flatten();
    full_year(text).or_else(|| short().map(|year| year + if year < PIVOT { 2000 } else { 1900 }))
}

/// A time of day or a duration.
#[derive(Debug, Clone, Copy)]
struct Time {
    seconds: Number,
    /// Whether seconds were written.
    has_seconds: bool,
}

impl Time {
    /// `12:30`, `12:30:05`, `12:30:05.5`, `2:30 PM` or `2 PM`.
    fn read(text: &str) -> Option<Self> {
        let (clock, afternoon) = without_half_day(text);
        let mut parts = clock.split(':');
        let (hours, minutes, seconds) = (digits(parts.next()?, 4)?, parts.next(), parts.next());
        if parts.next().is_some() || (minutes.is_none() && afternoon.is_none()) {
            return None;
        }
        let hours = match afternoon {
            None => hours,
            Some(afternoon) if (1..=12).contains(&hours) => hours % 12 + if afternoon { 12 } else { 0 },
            Some(_) => return None,
        };
        let (seconds, fraction) = seconds.map_or((None, ""), split_fraction);
        let whole = hours * 3_600 + minutes.map_or(Some(0), sixty)? * 60 + seconds.map_or(Some(0), sixty)?;
        let fraction = Number::parse(&format!("0.{fraction}0")).filter(|_| fraction.len() <= MOST_DECIMALS)?;
        Some(Self { seconds: Number::from(whole).plus(fraction).ok()?, has_seconds: seconds.is_some() })
    }

    /// Whether it reaches past a day.
    fn is_long(self) -> bool {
        self.seconds >= Number::from(SECONDS_OF_DAY)
    }

    /// The serial number of this time on a day.
    fn after(self, day: i64) -> Option<Number> {
        let seconds = Number::from(day * SECONDS_OF_DAY).plus(self.seconds).ok()?;
        seconds.over(Number::from(SECONDS_OF_DAY)).ok()
    }
}

/// The most decimals of a second that are read.
const MOST_DECIMALS: usize = 9;

/// The time before `AM` or `PM`, and whether it is the afternoon.
fn without_half_day(text: &str) -> (&str, Option<bool>) {
    let halves = [("am", false), ("pm", true)];
    let split = text.len().checked_sub(2).and_then(|end| text.split_at_checked(end));
    let found = split.and_then(|(clock, word)| {
        let half = halves.iter().find(|(half, _)| half.eq_ignore_ascii_case(word))?;
        Some((clock.trim_end(), Some(half.1)))
    });
    found.unwrap_or((text, None))
}

fn split_fraction(text: &str) -> (Option<&str>, &str) {
    text.split_once(['.', ',']).map_or((Some(text), ""), |(whole, fraction)| (Some(whole), fraction))
}

/// Minutes or seconds.
fn sixty(text: &str) -> Option<i64> {
    digits(text, 2).filter(|number| text.len() == 2 && *number < 60)
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

    fn read(text: &str) -> Option<(Number, MomentKind)> {
        read_moment(text, Locale::Swedish, None)
    }

    #[test]
    fn dates_in_every_form_name_the_same_day() {
        let day = Some((Number::from(46_265), MomentKind::Date));
        for text in [
            "2026-08-31",
            " 2026-08-31 ",
            "2026-8-31",
            "2026/08/31",
            "31/8 2026",
            "31/08 2026",
            "31/8/2026",
            "31/8/26",
            "31-8-2026",
            "31 aug 2026",
            "31 augusti 2026",
            "31-aug-2026",
            "31 aug 26",
            "31 Aug. 2026",
            "August 31, 2026",
        ] {
            for locale in [Locale::Swedish, Locale::English] {
                assert_eq!(read_moment(text, locale, None), day, "{text} in {locale:?}");
            }
        }
        for text in ["31/8", "31/08", "31 aug", "31 augusti", "31-aug"] {
            assert_eq!(read_moment(text, Locale::Swedish, Some(2026)), day, "{text}");
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn the_language_tells_the_order_of_day_and_month() {
        let date =
            |year, month, day| Some((Number::from(Date::new(year, month, day).unwrap().serial()), MomentKind::Date));
        for (text, swedish, english) in [
            ("2/3/2026", date(2026, 3, 2), date(2026, 2, 3)),
            ("2-3-2026", date(2026, 3, 2), date(2026, 2, 3)),
            ("8/31/2026", None, date(2026, 8, 31)),
            ("1/1/99", date(1999, 1, 1), date(1999, 1, 1)),
        ] {
            assert_eq!(read_moment(text, Locale::Swedish, None), swedish, "{text}");
            assert_eq!(read_moment(text, Locale::English, None), english, "{text}");
        }
    }

    #[test]
    fn times_are_parts_of_a_day() {
        let number = |text: &str| Number::parse(text).unwrap();
        for (text, serial, kind) in [
            ("12:00", "0.5", MomentKind::Time { seconds: false }),
            ("12:00:00", "0.5", MomentKind::Time { seconds: true }),
            ("36:00", "1.5", MomentKind::Duration { seconds: false }),
            ("6:00 PM", "0.75", MomentKind::Time { seconds: false }),
            ("12:00am", "0", MomentKind::Time { seconds: false }),
            ("6 pm", "0.75", MomentKind::Time { seconds: false }),
            ("00:00:21.6", "0.00025", MomentKind::Time { seconds: true }),
            ("2026-08-31 12:00", "46265.5", MomentKind::DateTime { seconds: false }),
            ("2026-08-31T12:00", "46265.5", MomentKind::DateTime { seconds: false }),
            ("Aug 31, 2026 6:00 PM", "46265.75", MomentKind::DateTime { seconds: false }),
        ] {
            assert_eq!(read(text), Some((number(serial), kind)), "{text}");
        }
    }

    #[test]
    fn what_is_no_full_date_or_time_stays_text() {
        for text in [
            "2026-08",
            "26-08-31",
            "2026-02-29",
            "1899-12-31",
            "31/8 26",
            "31/13 2026",
            "31 2026",
            "aug 2026",
            "maj 26",
            "12:60",
            "12:5",
            "12:30:",
            "13:00 PM",
            "1:2:3:4",
            "-12:30",
            "12:30 12:30",
            "2026-08-31 24:00",
            "16:9",
            "12",
            "3 m",
            "3 personer 2026",
            "212000-2120",
            "",
            ":",
        ] {
            assert_eq!(read(text), None, "{text}");
            assert_eq!(read_moment(text, Locale::Swedish, Some(2026)), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".*", dated in "[0-9aeugT:/ ,-]{0,24}[0-9]") {
            for text in [text, dated] {
                let _ = read_moment(&text, Locale::English, None);
                let _ = read_moment(&text, Locale::Swedish, Some(2026));
            }
        }
    }
}
