//! Dates and times, which are numbers of days since the end of 1899.

mod dates;
mod differences;
mod times;
mod weekends;
mod weeks;
mod workdays;

use super::{Arguments, Function};
use crate::display::{coerce, parse_number};
use crate::value::moment::Date;
use crate::value::{CellError, Number};

pub(super) const ALL: &[&[Function]] =
    &[dates::FUNCTIONS, times::FUNCTIONS, weeks::FUNCTIONS, workdays::FUNCTIONS, differences::FUNCTIONS];

/// The moment that the text of the first argument says, counted from 1900; numbers are no moments here. A date without a
/// year is of this year, a month of a year is its first day.
fn moment_in_text(arguments: &Arguments<'_>) -> Result<Number, CellError> {
    let (text, locale) = (arguments.text(0)?, arguments.host.locale());
    if parse_number(&text, locale).is_some() {
        return Err(CellError::Value);
    }
    let today = arguments.host.now().floor().truncated()?;
    let year = Date::from_serial(today).map(|today| today.year).ok();
    let month = || coerce::moment(&format!("1 {}", text.replacen(['-', '/'], " ", 1)), locale, year);
    coerce::moment(&text, locale, year).or_else(month).ok_or(CellError::Value)
}
