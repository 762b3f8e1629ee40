//! Days given as arguments, and the five bases by which days between dates are counted.

use super::arguments::Arguments;
use crate::value::moment::{Date, LAST_DAY, days_in_month};
use crate::value::{CellError, Number};

/// An argument as a day, its time of day cut off; `#NUM!` outside 1900 to 9999.
pub fn day(arguments: &Arguments<'_>, index: usize) -> Result<i64, CellError> {
    day_of(arguments.number(index)?)
}

/// The same, but `#VALUE!` for a boolean.
pub fn plain_day(arguments: &Arguments<'_>, index: usize) -> Result<i64, CellError> {
    day_of(arguments.plain_number(index)?)
}

/// An argument as a date; `#VALUE!` for a boolean.
pub fn date(arguments: &Arguments<'_>, index: usize) -> Result<Date, CellError> {
    Date::from_serial(plain_day(arguments, index)?)
}

/// The day of a moment; `#NUM!` outside 1900 to 9999.
pub fn day_of(moment: Number) -> Result<i64, CellError> {
    let day = moment.floor().truncated()?;
    if (0..=LAST_DAY).contains(&day) { Ok(day) } else { Err(CellError::Number) }
}

/// How days between dates, and days of a year, are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// 0: months of 30 days by the American rule.
    American30,
    /// 1: the calendar's days and years.
    Actual,
    /// 2: the calendar's days in years of 360.
    Actual360,
    /// 3: the calendar's days in years of 365.
    Actual365,
    /// 4: months of 30 days by the European rule.
    European30,
}

impl Basis {
    /// The basis an argument names, 0 when the call ends before it.
    pub fn read(arguments: &Arguments<'_>, index: usize) -> Result<Self, CellError> {
        if index >= arguments.count() {
            return Ok(Self::American30);
        }
        match arguments.plain_integer(index)? {
            0 => Ok(Self::American30),
            1 => Ok(Self::Actual),
            2 => Ok(Self::Actual360),
            3 => Ok(Self::Actual365),
            4 => Ok(Self::European30),
            _ => Err(CellError::Number),
        }
    }

    /// Days from one date to a later one.
    pub fn days(self, from: Date, to: Date) -> i64 {
        match self {
            Self::American30 => american_days(from, to),
            Self::European30 => european_days(from, to),
            _ => to.serial() - from.serial(),
        }
    }

    /// Days of the year that a period lies in.
    pub fn year(self, from: Date, to: Date) -> Result<Number, CellError> {
        match self {
            Self::Actual => mean_year(from, to),
            Self::Actual365 => Ok(Number::from(365)),
            _ => Ok(Number::from(360)),
        }
    }

    /// The part of a year from one date to a later one.
    pub fn fraction(self, from: Date, to: Date) -> Result<Number, CellError> {
        Number::from(self.days(from, to)).over(self.year(from, to)?)
    }
}

/// Days in months of thirty: a start on the 31st or at the end of February, and an end after such a start, fall on the
/// 30th.
fn american_days(from: Date, to: Date) -> i64 {
    let moved = ends_february(to) && ends_february(from) || to.day == 31 && from.day >= 30;
    thirty_days(if ends_february(from) { 30 } else { from.day }, from, if moved { 30 } else { to.day }, to)
}

/// The American rule between coupon dates, where an end of a month falls on the 30th whatever the start.
pub fn american_days_of_coupon(from: Date, to: Date) -> i64 {
    let moved = |date: Date| if ends_february(date) { 30 } else { date.day.min(30) };
    thirty_days(moved(from), from, moved(to), to)
}

/// Days in months of thirty: the 31st counts as the 30th.
pub fn european_days(from: Date, to: Date) -> i64 {
    thirty_days(from.day, from, to.day.min(30), to)
}

/// Days from one day of a month to another, where months have thirty.
pub fn thirty_days(first: i64, from: Date, last: i64, to: Date) -> i64 {
    (to.year - from.year) * 360 + (to.month - from.month) * 30 + last - first.min(30)
}

/// Whether a date is the last of a February.
fn ends_february(date: Date) -> bool {
    date.month == 2 && ends_month(date)
}

/// Whether a date is the last of its month.
pub fn ends_month(date: Date) -> bool {
    date.day >= days_in_month(date.year, date.month)
}

/// The length of a year that the calendar gives for a period: its only year, or the mean of those it touches.
fn mean_year(from: Date, to: Date) -> Result<Number, CellError> {
    let within_a_year =
        to.year == from.year || (to.year == from.year + 1 && (to.month, to.day) <= (from.month, from.day));
    if !within_a_year {
        let first = Date { year: from.year, month: 1, day: 1 }.serial();
        let last = Date { year: to.year + 1, month: 1, day: 1 }.serial();
        return Number::from(last - first).over(Number::from(to.year - from.year + 1));
    }
    let is_leap = |year| days_in_month(year, 2) == 29;
    let leap = if from.year == to.year {
        is_leap(from.year)
    } else {
        (is_leap(from.year) && (from.month, from.day) <= (2, 29)) || (is_leap(to.year) && (to.month, to.day) >= (2, 29))
    };
    Ok(Number::from(if leap { 366 } else { 365 }))
}
