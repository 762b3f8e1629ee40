//! Which days of the week are worked, and the working days counted through.

use super::weeks::since_monday;
use crate::functions::Arguments;
use crate::value::{CellError, Value};

/// A week, by which of its days are worked.
#[derive(Debug, Clone, Copy)]
pub(super) struct Week {
    /// From Monday on.
    works: [bool; 7],
}

/// The week with Saturday and Sunday off.
pub(super) const MONDAY_TO_FRIDAY: Week = Week { works: [true, true, true, true, true, false, false] };

/// The week that an argument means by a number or by seven signs from Monday on, of which `1` is a day off.
pub(super) fn week(arguments: &Arguments<'_>, index: usize) -> Result<Week, CellError> {
    if !arguments.is_given(index) {
        return Ok(MONDAY_TO_FRIDAY);
    }
    match arguments.scalar(index)? {
        Value::Text(text) => Week::of_signs(&text),
        _ => Week::of_number(arguments.plain_integer(index)?),
    }
}

impl Week {
    /// 1 to 7 are two days off in a row, 1 being Saturday and Sunday; 11 to 17 are one, 11 being Sunday.
    fn of_number(number: i64) -> Result<Self, CellError> {
        let (first, second) = match number {
            1..=7 => ((number + 4) % 7, (number + 5) % 7),
            11..=17 => ((number - 5) % 7, (number - 5) % 7),
            _ => return Err(CellError::Number),
        };
        let mut day = 0;
        Ok(Self {
            works: [(); 7].map(|()| {
                let works = day != first && day != second;
                day += 1;
                works
            }),
        })
    }

    fn of_signs(signs: &str) -> Result<Self, CellError> {
        let days: Option<Vec<bool>> = signs
            .chars()
            .map(|sign| match sign {
                '0' => Some(true),
                '1' => Some(false),
                _ => None,
            })
            .collect();
        let works = days.and_then(|days| days.try_into().ok()).ok_or(CellError::Value)?;
        Ok(Self { works })
    }

    /// Whether a day is worked.
    pub fn works(self, day: i64) -> bool {
        self.works[since_monday(day) as usize]
    }

    /// How many working days there are up to a day, that day included.
    pub fn until(self, day: i64) -> i64 {
        // Serial day 2 is a Monday.
        let (weeks, days) = ((day - 1).div_euclid(7), (day - 1).rem_euclid(7));
        let worked = |days: usize| self.works.iter().take(days).filter(|works| **works).count() as i64;
        weeks * worked(7) + worked(days as usize)
    }

    /// The day of the n-th working day; `None` in a week that is all off.
    pub fn number(self, n: i64) -> Option<i64> {
        let days: Vec<i64> = (0..7).filter(|day| self.works[*day as usize]).collect();
        let count = i64::try_from(days.len()).ok().filter(|count| *count > 0)?;
        let within = days.get((n - 1).rem_euclid(count) as usize)?;
        Some(2 + (n - 1).div_euclid(count) * 7 + within)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn working_days_and_their_numbers_belong_together() {
        for week in [MONDAY_TO_FRIDAY, Week::of_number(13).unwrap(), Week::of_signs("1110111").unwrap()] {
            let mut n = week.until(0);
            for day in 1..2000 {
                if week.works(day) {
                    n += 1;
                    assert_eq!(week.number(n), Some(day));
                }
                assert_eq!(week.until(day), n, "{day}");
            }
        }
    }

    #[test]
    fn numbers_name_days_off() {
        for (number, works) in [(1, "1111100"), (2, "0111110"), (7, "1111001"), (11, "1111110"), (17, "1111101")] {
            let week = Week::of_number(number).unwrap();
            let shown: String = week.works.iter().map(|works| if *works { '1' } else { '0' }).collect();
            assert_eq!(shown, works, "{number}");
        }
    }
}
