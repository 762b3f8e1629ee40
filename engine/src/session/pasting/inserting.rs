//! Copied or cut cells put in between others: whole rows or columns make room for them.

use std::rc::Rc;

use super::laying::{Laying, Source};
use super::{Pasted, run};
use crate::base::{Address, AxisKind, LineChange, Place, Range, Region, Shift};
use crate::edit::clipping::Clipping;
use crate::edit::pasting::{Part, PasteManner, Pasting};
use crate::edit::{Deed, DeedKind, EditError};
use crate::session::job::{Filling, Task};
use crate::session::{Refusal, Session};

/// Puts cells in before a place, as many new columns as they have when they are whole columns, else as many new rows. Those
/// that were cut move there; nothing happens when the place lies among them.
pub fn insert(session: &mut Session, from: Region, cuts: bool, before: Place) -> Result<Pasted, Refusal> {
    let axis = if from.range.is_whole_columns() { AxisKind::Columns } else { AxisKind::Rows };
    let ((first, last), at) = (axis.lines(from.range), axis.line(before.address));
    if cuts && from.sheet == before.sheet && first < at && at <= last {
        return Ok(Pasted::default());
    }
    let count = last - first + 1;
    let shift = Shift { sheet: before.sheet, axis, at, change: LineChange::Insert(count) };
    let refused = |session: &Session, error| Refusal::of_edit(error, session.locale);
    let to = landing(from.range, before.address, at).ok_or_else(|| refused(session, EditError::PastEdge))?;
    let filling = match cuts {
        true => Filling::Move(shift.region(from).map(|from| (from, to.first.on(before.sheet)))),
        false => Filling::Paste(laying(session, from, shift, to).map_err(|error| refused(session, error))?),
    };
    let kind = match axis {
        AxisKind::Rows => DeedKind::InsertedRows,
        AxisKind::Columns => DeedKind::InsertedColumns,
    };
    let deed = Deed::cells(kind, axis.range(at, at.saturating_add(count - 1)).on(before.sheet));
    let room = session.insertion(before.sheet, axis, at, count);
    run(session, (Task::Insert { deed, room, filling }, vec![to]))
}

/// The cells as they will be when there is room for them.
fn laying(session: &Session, from: Region, shift: Shift, to: Range) -> Result<Laying, EditError> {
    let clipping = Rc::new(Clipping::of(&session.book, from).shifted(from.first(), shift));
    let source = Source::cells(&clipping);
    let filled = (source.count(Part::All), source.brings_looks());
    let pasting = Pasting::new(source.size(), filled, vec![to.on(shift.sheet)], PasteManner::default())?;
    Ok(Laying::new(source, pasting, 0))
}

/// Where cells come to stand; whole lines begin at the edge of the sheet.
fn landing(cells: Range, before: Address, at: u32) -> Option<Range> {
    let first = match (cells.is_whole_columns(), cells.is_whole_rows()) {
        (true, _) => Address::new(0, at),
        (_, true) => Address::new(at, 0),
        _ => before,
    };
    let last = first.offset(i64::from(cells.height()) - 1, i64::from(cells.width()) - 1)?;
    Some(Range::new(first, last))
}
