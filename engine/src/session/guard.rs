//! What a change may write: nothing in locked cells of a protected sheet, and no value that a cell does not take. Every
//! change that people make goes by here; taking one back does not.

use super::{Refusal, Session, protection, validation};
use crate::base::{Address, SheetId};
use crate::edit::Change;

/// Cells whose look is to change are looked at no further; cells to be filled in are never that many.
const MOST_LOOKED_AT: usize = 1_000_000;

/// Refuses a change that may not be made.
pub fn check(session: &Session, change: &Change) -> Result<(), Refusal> {
    match change {
        Change::Batch(parts) => parts.iter().try_for_each(|part| check(session, part)),
        Change::Write { sheet, cells } => {
            cells_are_open(session, *sheet, cells.iter().map(|(cell, _)| *cell))?;
            validation::check(session, *sheet, cells)
        }
        Change::Fill { sheet, runs } => {
            let cells = runs.iter().flat_map(|run| (run.first..=run.last).map(|row| Address::new(row, run.column)));
            cells_are_open(session, *sheet, cells)
        }
        Change::Format { sheet, areas } => {
            let cells = areas.iter().flat_map(|(range, _)| range.cells()).take(MOST_LOOKED_AT);
            cells_are_open(session, *sheet, cells)
        }
        Change::Insert { sheet, .. }
        | Change::Remove { sheet, .. }
        | Change::Tables { sheet, .. }
        | Change::RemoveSheet { sheet } => sheet_is_open(session, *sheet),
        _ => Ok(()),
    }
}

fn cells_are_open(session: &Session, id: SheetId, mut cells: impl Iterator<Item = Address>) -> Result<(), Refusal> {
    let Some(sheet) = session.book.sheet(id).filter(|sheet| sheet.rules.protection.is_some()) else { return Ok(()) };
    let locked = cells.find(|cell| super::presentation::is_locked(sheet, *cell));
    locked.map_or(Ok(()), |cell| Err(protection::refusal(session, cell.on(id))))
}

fn sheet_is_open(session: &Session, id: SheetId) -> Result<(), Refusal> {
    let is_protected = session.book.sheet(id).is_some_and(|sheet| sheet.rules.protection.is_some());
    if is_protected { Err(protection::refusal_of_sheet(session, id)) } else { Ok(()) }
}
