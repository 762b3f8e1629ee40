//! Days given as arguments, and the five bases by which days between dates are counted.

use super::arguments::Arguments;
use super::host::{Answer, Host};
use crate::display::coerce;
use crate::value::moment::{Date, LAST_DAY, days_in_month};
use crate::value::{CellError, Number, Value};

/// An argument as a day from 1900 on, its time of day cut off; `#NUM!` before 1900 and after 9999.
pub fn day(arguments: &Arguments<'_>, index: usize) -> Result<i64, CellError> {
    day_of(&arguments.value(index).single(), arguments.host)
}

/// The same, but `#VALUE!` for a boolean.
pub fn plain_day(arguments: &Arguments<'_>, index: usize) -> Result<i64, CellError> {
    plain_day_of(&arguments.value(index).single(), arguments.host)
}

/// An argument as a date; `#VALUE!` for a boolean.
pub fn date(arguments: &Arguments<'_>, index: usize) -> Result<Date, CellError> {
    Date::from_serial(plain_day(arguments, index)?)
}

/// A value as a day; `#VALUE!` for a boolean.
pub fn plain_day_of(value: &Value, host: &dyn Host) -> Result<i64, CellError> {
    if matches!(value, Value::Boolean(_)) { Err(CellError::Value) } else { day_of(value, host) }
}

/// A value as a day from 1900 on: a number by the book's own count, a text by what it says.
fn day_of(value: &Value, host: &dyn Host) -> Result<i64, CellError> {
    let day = coerce::to_number(value, host.locale())?.floor().truncated()?;
    let day = match value {
        Value::Text(_) if day < host.date_offset() => return Err(CellError::Value),
        Value::Text(_) => day,
        _ if day >= 0 => day.saturating_add(host.date_offset()),
        _ => return Err(CellError::Number),
    };
    if day <= LAST_DAY { Ok(day) } else { Err(CellError::Number) }
}

/// The result that a day is in the book's own count.
pub fn dated(day: i64, arguments: &Arguments<'_>) -> Answer {
    let serial = day - arguments.host.date_offset();
    if serial < 0 { Err(CellError::Number) } else { Ok(serial.into()) }
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

/// Days in months of thirty by the American rule as `DAYS360` has it: only a start on the last of a month, and an end
/// on the 31st after such a start, fall on the 30th.
pub fn american_days360(from: Date, to: Date) -> i64 {
    let first = if ends_month(from) { 30 } else { from.day };
    thirty_days(first, from, if to.day == 31 && first == 30 { 30 } else { to.day }, to)
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
fn thirty_days(first: i64, from: Date, last: i64, to: Date) -> i64 {
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

#[cfg(test)]
mod tests {
    use crate::display::Locale;
    use crate::functions::tests::{Sheet, calculate};

    #[test]
    fn dates_of_some_books_count_from_1904() {
        let mut sheet = Sheet::new(Locale::English, &[]);
        sheet.count_from_1904();
        for (formula, expected) in [
            ("DATE(1904,1,1)", "0"),
            ("DATE(2026,8,31)", "44803"),
            ("DATE(4,1,2)", "1"),
            ("DATE(1903,1,1)", "#NUM!"),
            ("DATE(3,1,1)", "#NUM!"),
            ("YEAR(44803)", "2026"),
            ("YEAR(\"2026-08-31\")", "2026"),
            ("YEAR(\"1903-12-31\")", "#VALUE!"),
            ("YEAR(-1)", "#NUM!"),
            ("YEAR(2957004)", "#NUM!"),
            ("WEEKDAY(0,2)", "5"),
            ("TODAY()", "44803"),
            ("NOW()", "44803.75"),
            ("EDATE(44803,1)", "44833"),
            ("EOMONTH(\"2026-08-01\",0)", "44803"),
            ("DATEVALUE(\"2026-08-31\")", "44803"),
            ("WORKDAY(44803,1,\"2026-09-01\")", "44805"),
            ("DAYS(44803,\"2026-08-01\")", "30"),
        ] {
            assert_eq!(calculate(formula, &sheet), expected, "{formula}");
        }
    }
}
