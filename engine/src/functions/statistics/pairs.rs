//! Two ranges read side by side.

use crate::base::sorting;
use crate::functions::{Area, Arguments};
use crate::value::{CellError, Number, Value};

/// The numbers of two arguments where both have one, row by row; ranges of different size are `#N/A`.
pub(super) fn pairs(
    arguments: &Arguments<'_>,
    one: usize,
    other: usize,
) -> Result<(Vec<Number>, Vec<Number>), CellError> {
    let (one, other) = (arguments.area(one)?, arguments.area(other)?);
    if one.bounds().count() != other.bounds().count() {
        return Err(CellError::NotAvailable);
    }
    let (one, other) = (placed(&one, arguments)?, placed(&other, arguments)?);
    let mut rest = other.into_iter().peekable();
    let meeting = one.into_iter().filter_map(|(place, number)| {
        while rest.next_if(|(other, _)| *other < place).is_some() {}
        rest.next_if(|(other, _)| *other == place).map(|(_, other)| (number, other))
    });
    Ok(meeting.unzip())
}

/// The numbers of an area with their places counted row by row.
fn placed(area: &Area, arguments: &Arguments<'_>) -> Result<Vec<(u64, Number)>, CellError> {
    let (mut numbers, mut failed, width) = (Vec::new(), None, u64::from(area.width()));
    area.visit(arguments.host, &mut |at, value| match value {
        Value::Number(number) => numbers.push((u64::from(at.row) * width + u64::from(at.column), *number)),
        Value::Error(error) => _ = failed.get_or_insert(*error),
        _ => {}
    });
    sorting::sort_by_key(&mut numbers, |(place, _)| *place);
    failed.map_or(Ok(numbers), Err)
}
