//! Cells that come or go among others, which move aside or close up within the same columns or rows. The rest of the
//! sheet stays where it is. What comes out is a [`Change`] made of plain writes, so it is undone exactly and in one step.

use super::apply::EditError;
use super::change::Change;
use super::moving;
use crate::base::{AxisKind, Range, Region, Relocation};
use crate::book::{Book, Painted, Sheet};

/// The change that makes room for new cells where those of a region stand, which move down (along rows) or right (along
/// columns) with all that follows them. The new cells look as the line before them does.
pub fn inserted(book: &Book, cells: Region, axis: AxisKind) -> Result<Change, EditError> {
    let mut changes = shifted(book, cells, axis, true)?;
    let areas = book.sheet(cells.sheet).map(|sheet| look_before(sheet, cells.range, axis)).unwrap_or_default();
    if !areas.is_empty() {
        changes.push(Change::Format { sheet: cells.sheet, areas });
    }
    Ok(Change::Batch(changes))
}

/// The change that takes the cells of a region away; those after them close up, upwards (along rows) or to the left.
pub fn deleted(book: &Book, cells: Region, axis: AxisKind) -> Result<Change, EditError> {
    shifted(book, cells, axis, false).map(Change::Batch)
}

fn shifted(book: &Book, cells: Region, axis: AxisKind, opens: bool) -> Result<Vec<Change>, EditError> {
    let sheet = book.sheet(cells.sheet).ok_or(EditError::NoSuchSheet)?;
    let last = sheet.used().map_or(0, |used| axis.line(used.last));
    let relocation = Relocation::around(cells, axis, opens, last).ok_or(EditError::PastEdge)?;
    if tears_table(book, sheet, cells, &relocation) {
        return Err(EditError::TornTable);
    }
    moving::relocated(book, &relocation)
}

/// Whether only some of a table's cells would move, or some of the rows that a filter shows or hides.
fn tears_table(book: &Book, sheet: &Sheet, cells: Region, relocation: &Relocation) -> bool {
    let from = relocation.from.range;
    let is_hit = |range: Range| [from, cells.range].iter().any(|moved| moved.intersection(range).is_some());
    let is_torn = |range: Range| is_hit(range) && from.intersection(range) != Some(range);
    let named = book.tables.iter().filter(|table| table.region.sheet == sheet.id).map(|table| table.region.range);
    let reports = sheet.tables.iter().filter_map(|table| table.range(sheet));
    let filter = sheet.hidden.filtering.filter.as_ref().map(|filter| filter.range);
    named.chain(reports).any(is_torn) || filter.is_some_and(is_hit)
}

/// The look that cells new on a sheet take over from the line before them.
pub fn look_before(sheet: &Sheet, cells: Range, axis: AxisKind) -> Vec<Painted> {
    let (low, high) = axis.lines(cells);
    let Some(before) = low.checked_sub(1) else { return Vec::new() };
    let stretched = |range: Range, first, last| Range {
        first: axis.with_line(range.first, first),
        last: axis.with_line(range.last, last),
    };
    let looks = sheet.styles.within(stretched(cells, before, before));
    looks.map(|(range, style)| (stretched(range, low, high), Some(style))).collect()
}
