//! Dates and times, which are numbers of days since the end of 1899.

mod dates;
mod differences;
pub(super) mod reading;
mod times;
mod weeks;
mod workdays;

use super::{Arguments, Function};
use crate::display::coerce;
use crate::value::moment::LAST_DAY;
use crate::value::{CellError, Number, Value};

pub(super) const ALL: &[&[Function]] =
    &[dates::FUNCTIONS, times::FUNCTIONS, weeks::FUNCTIONS, workdays::FUNCTIONS, differences::FUNCTIONS];

/// An argument as a moment: a number, or a text that says a date or time.
fn moment(arguments: &Arguments<'_>, index: usize) -> Result<Number, CellError> {
    let (value, locale) = (arguments.scalar(index)?, arguments.host.locale());
    coerce::to_number(&value, locale).or_else(|error| match &value {
        Value::Text(text) => reading::moment(text, locale).ok_or(error),
        _ => Err(error),
    })
}

/// An argument as a day, its time of day cut off; `#NUM!` outside 1900 to 9999.
fn day(arguments: &Arguments<'_>, index: usize) -> Result<i64, CellError> {
    day_of(moment(arguments, index)?)
}

/// The day of a moment; `#NUM!` outside 1900 to 9999.
fn day_of(moment: Number) -> Result<i64, CellError> {
    let day = moment.floor().truncated()?;
    if (0..=LAST_DAY).contains(&day) { Ok(day) } else { Err(CellError::Number) }
}
