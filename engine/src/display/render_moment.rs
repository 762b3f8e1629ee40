//! Writes a serial number as a date, a time or a duration.

use super::Locale;
use super::calendar_words::short;
use super::pattern::{Field, Part, Section};
use super::shape::Shape;
use super::signs::Signs;
use crate::value::Number;
use crate::value::moment::{Date, LAST_DAY};

const SECONDS_OF_DAY: i64 = 86_400;

/// The text of a serial number in a section of dates or times; `None` when the calendar does not have it.
pub(super) fn moment_text(section: &Section, serial: Number, signs: Signs) -> Option<String> {
    if serial.is_negative() && (signs.plain || !section.shape.elapsed) {
        return None;
    }
    let moment = Moment::of(serial.abs(), &section.shape)?;
    if moment.day > LAST_DAY && !section.shape.elapsed {
        return None;
    }
    let names = section.language.unwrap_or(signs.locale);
    let mut text = String::with_capacity(24);
    for part in &section.parts {
        match part {
            Part::Literal(literal) => text.push_str(literal),
            Part::Moment(Field::SecondDecimals) => moment.write_second_decimals(signs.locale, &mut text),
            Part::Moment(field) => text.push_str(&moment.field(*field, names)?),
            Part::Minus => text.push('-'),
            Part::Percent => text.push('%'),
            Part::PercentSpace => text.push(' '),
            _ => {}
        }
    }
    let shows_nothing = !text.contains(|sign: char| matches!(sign, '1'..='9'));
    if serial.is_negative() && !shows_nothing {
        text.insert(0, signs.minus());
    }
    Some(text)
}

/// A serial number taken apart.
struct Moment<'a> {
    shape: &'a Shape,
    day: i64,
    /// Seconds since the serial number zero.
    seconds: i64,
    /// Parts of a second, as many to a second as the section shows.
    rest: i64,
}

impl<'a> Moment<'a> {
    fn of(serial: Number, shape: &'a Shape) -> Option<Self> {
        let parts = 10_i64.pow(shape.second_decimals);
        let total = serial.times(Number::from(SECONDS_OF_DAY * parts)).ok()?.rounded(0).truncated().ok()?;
        let seconds = total / parts;
        Some(Self { shape, day: seconds / SECONDS_OF_DAY, seconds, rest: total % parts })
    }

    fn field(&self, field: Field, locale: Locale) -> Option<String> {
        let of_day = self.seconds % SECONDS_OF_DAY;
        Some(match field {
            Field::Year(1..=2) => padded(self.date()?.year % 100, 2),
            Field::Year(_) => padded(self.date()?.year, 4),
            Field::Month(letters) => month(self.date()?.month, letters, locale),
            Field::Day(letters) => self.day(letters, locale)?,
            Field::Hour(letters) => padded(self.hour(of_day / 3_600), letters.min(2)),
            Field::Minute(letters) => padded(of_day / 60 % 60, letters.min(2)),
            Field::Second(letters) => padded(of_day % 60, letters.min(2)),
            Field::SecondDecimals => String::new(),
            Field::HalfDay { letters, small } => {
                let word = if of_day < SECONDS_OF_DAY / 2 { "AM" } else { "PM" };
                let word = &word[..letters.min(word.len())];
                if small { word.to_lowercase() } else { word.to_owned() }
            }
            Field::ElapsedHours(letters) => padded(self.seconds / 3_600, letters),
            Field::ElapsedMinutes(letters) => padded(self.seconds / 60, letters),
            Field::ElapsedSeconds(letters) => padded(self.seconds, letters),
        })
    }

    fn date(&self) -> Option<Date> {
        Date::from_serial(self.day).ok()
    }

    fn day(&self, letters: usize, locale: Locale) -> Option<String> {
        let date = self.date()?;
        Some(match letters {
            1 | 2 => padded(date.day, letters),
            3 => short(locale.weekday(self.day)).to_owned(),
            _ => locale.weekday(self.day).to_owned(),
        })
    }

    fn hour(&self, hour: i64) -> i64 {
        if self.shape.half_days { (hour + 11) % 12 + 1 } else { hour }
    }

    fn write_second_decimals(&self, locale: Locale, text: &mut String) {
        let digits = self.shape.second_decimals as usize;
        text.push(locale.decimal_sign());
        text.push_str(&padded(self.rest, digits));
    }
}

fn month(month: i64, letters: usize, locale: Locale) -> String {
    let name = locale.month(month);
    match letters {
        1 | 2 => padded(month, letters),
        3 => short(name).to_owned(),
        5 => name.chars().take(1).collect(),
        _ => name.to_owned(),
    }
}

fn padded(number: i64, digits: usize) -> String {
    format!("{number:0>digits$}")
}
