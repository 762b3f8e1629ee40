//! Cells that come or go among others, while the rest of their sheet stays where it is.

use super::{ChangeSet, Refusal, Session, deeds};
use crate::base::{AxisKind, Region};
use crate::edit::{Deed, DeedKind, shifting};

/// Makes room for new cells where those of a region stand, which move down (along rows) or right (along columns). What
/// meant them means them still.
pub fn insert_cells(session: &mut Session, cells: Region, axis: AxisKind) -> Result<ChangeSet, Refusal> {
    let change =
        shifting::inserted(&session.book, cells, axis).map_err(|error| Refusal::of_edit(error, session.locale))?;
    deeds::apply_as(session, Deed::cells(DeedKind::InsertedCells, cells), change)
}

/// Takes the cells of a region away; those after them close up, upwards (along rows) or to the left (along columns).
pub fn delete_cells(session: &mut Session, cells: Region, axis: AxisKind) -> Result<ChangeSet, Refusal> {
    let change =
        shifting::deleted(&session.book, cells, axis).map_err(|error| Refusal::of_edit(error, session.locale))?;
    deeds::apply_as(session, Deed::cells(DeedKind::DeletedCells, cells), change)
}
