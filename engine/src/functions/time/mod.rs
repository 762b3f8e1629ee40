//! Dates and times, which are numbers of days since the end of 1899.

mod dates;
mod differences;
mod times;
mod weeks;
mod workdays;

use super::{Arguments, Function};
use crate::display::{coerce, parse_number};
use crate::value::{CellError, Number, Value};

pub(super) const ALL: &[&[Function]] =
    &[dates::FUNCTIONS, times::FUNCTIONS, weeks::FUNCTIONS, workdays::FUNCTIONS, differences::FUNCTIONS];

/// The moment that the text of the first argument says; numbers are no moments here.
fn moment_in_text(arguments: &Arguments<'_>) -> Result<Number, CellError> {
    let (text, locale) = (arguments.text(0)?, arguments.host.locale());
    if parse_number(&text, locale).is_some() {
        return Err(CellError::Value);
    }
    coerce::to_number(&Value::Text(text), locale)
}
