//! Dates and times as numbers: days since the end of 1899, with Excel's leap day of 1900 that never was.

use super::{CellError, Number};

/// Days between 0000-03-01 and serial number 0.
const EPOCH: i64 = 693_899;
/// Serial number of 1900-02-29, which Excel counts although the year had no such day.
const PHANTOM_DAY: i64 = 60;
/// Serial number of 9999-12-31, the last day.
pub const LAST_DAY: i64 = 2_958_465;

/// Serial number of 1904-01-01, from which some books count their dates.
pub const DAYS_TO_1904: i64 = 1_462;

/// A calendar date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// Year, 1900 to 9999.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: i64,
    /// Day of the month, 1 to 31.
    pub day: i64,
}

/// The day of that number.
const PHANTOM: Date = Date { year: 1900, month: 2, day: 29 };

impl Date {
    /// The date if the calendar, with Excel's extra day, has it.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Self> {
        let date = Self { year, month, day };
        let valid = (1900..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        (valid || date == PHANTOM).then_some(date)
    }

    /// The date of a serial day; `#NUM!` outside 1900 to 9999. Serial 0 is the day before 1900-01-01.
    pub fn from_serial(serial: i64) -> Result<Self, CellError> {
        match serial {
            0 => Ok(Self { year: 1900, month: 1, day: 0 }),
            PHANTOM_DAY => Ok(PHANTOM),
            1..=LAST_DAY => Ok(civil(serial + EPOCH + i64::from(serial < PHANTOM_DAY))),
            _ => Err(CellError::Number),
        }
    }

    /// The serial day of this date.
    pub fn serial(self) -> i64 {
        match days(self.year, self.month, self.day) - EPOCH {
            _ if self == PHANTOM => PHANTOM_DAY,
            serial => serial - i64::from(serial <= PHANTOM_DAY),
        }
    }

    /// The same day so many months later, or the last day of that month where it is shorter; `#NUM!` outside 1900 to
    /// 9999.
    pub fn plus_months(self, months: i64) -> Result<Self, CellError> {
        let months = (self.year * 12 + self.month - 1).checked_add(months).ok_or(CellError::Number)?;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        if !(1900..=9999).contains(&year) {
            return Err(CellError::Number);
        }
        Ok(Self { year, month, day: self.day.min(days_in_month(year, month)) })
    }

    /// The last day of its month.
    pub fn month_end(self) -> Self {
        Self { day: days_in_month(self.year, self.month), ..self }
    }

    /// The serial day of a year, month and day that may overflow into one another, as `DATE` takes them.
    pub fn rolled(year: i64, month: i64, day: i64) -> Result<i64, CellError> {
        let months = year.checked_mul(12).and_then(|months| months.checked_add(month - 1)).ok_or(CellError::Number)?;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        if !(1900..=9999).contains(&year) {
            return Err(CellError::Number);
        }
        let first = Self { year, month, day: 1 }.serial();
        let serial = first.checked_add(day - 1).ok_or(CellError::Number)?;
        if (0..=LAST_DAY).contains(&serial) { Ok(serial) } else { Err(CellError::Number) }
    }
}

/// Number of days in a month of the Gregorian calendar.
pub fn days_in_month(year: i64, month: i64) -> i64 {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    days(next_year, next_month, 1) - days(year, month, 1)
}

/// Splits a serial number into its day and its time of day in seconds, rounded to whole seconds.
pub fn split(serial: Number) -> Result<(i64, i64), CellError> {
    const SECONDS: i64 = 86_400;
    let seconds = serial.times(Number::from(SECONDS))?.rounded(0).truncated()?;
    if seconds < 0 {
        return Err(CellError::Number);
    }
    Ok((seconds / SECONDS, seconds % SECONDS))
}

/// Days from 0000-03-01, by Howard Hinnant's `days_from_civil`.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year
}

/// The date of a day count from 0000-03-01, by Howard Hinnant's `civil_from_days`.
fn civil(days: i64) -> Date {
    let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Date { year, month, day: day_of_year - (153 * shifted + 2) / 5 + 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_agree_with_excel() {
        for (year, month, day, serial) in
            [(1900, 1, 1, 1), (1900, 2, 28, 59), (1900, 3, 1, 61), (2019, 8, 31, 43_708), (9999, 12, 31, LAST_DAY)]
        {
            let date = Date::new(year, month, day).unwrap();
            assert_eq!(date.serial(), serial, "{date:?}");
            assert_eq!(Date::from_serial(serial), Ok(date));
        }
    }

    #[test]
    fn every_day_reads_back() {
        for serial in 0..=LAST_DAY {
            assert_eq!(Date::from_serial(serial).unwrap().serial(), serial);
        }
    }

    #[test]
    fn months_and_days_roll_over() {
        assert_eq!(Date::rolled(2019, 14, 31), Ok(Date::new(2020, 3, 2).unwrap().serial()));
        assert_eq!(Date::rolled(2019, 1, 0), Ok(Date::new(2018, 12, 31).unwrap().serial()));
        assert_eq!(Date::rolled(i64::MAX, 1, 1), Err(CellError::Number));
    }
}
