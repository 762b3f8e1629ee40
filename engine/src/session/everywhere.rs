//! One entry for many cells, at once or one after the other.

use super::{ChangeSet, Deed, DeedKind, Refusal, Session, deeds, entries, writing};
use crate::base::{Address, Place, Region};
use crate::book::Content;
use crate::edit::{Change, entry};

/// Enters a text in all cells of regions of one sheet as if it were typed in one of them: a formula's references move along
/// with the cells. Undone in one step.
pub fn enter_everywhere(
    session: &mut Session,
    from: Place,
    text: &str,
    regions: &[Region],
) -> Result<ChangeSet, Refusal> {
    session.check(from, text)?;
    let cells = || regions.iter().filter(|region| region.sheet == from.sheet).flat_map(|region| region.range.cells());
    let change = if entry::is_formula(text) {
        let content = content(&entries(session, from.sheet, &[(from.address, text)])?);
        Change::Write { sheet: from.sheet, cells: cells().map(|cell| (cell, content.clone())).collect() }
    } else {
        let texts: Vec<(Address, &str)> = cells().map(|cell| (cell, text)).collect();
        entries(session, from.sheet, &texts)?
    };
    deeds::apply_as(session, Deed::everywhere(DeedKind::FilledEntry, regions), change)
}

/// Enters a text once more that was entered in another cell, as if that cell were copied: a formula's references move along.
/// Undone as typing is.
pub fn enter_again(session: &mut Session, (from, text): (Place, &str), to: Place) -> Result<ChangeSet, Refusal> {
    if !entry::is_formula(text) {
        return session.enter(to, text);
    }
    let closed = writing::closed(session, text);
    session.check(from, &closed)?;
    let content = content(&entries(session, from.sheet, &[(from.address, &closed)])?);
    let deed = Deed::cells(DeedKind::Typed, Region::cell(to));
    deeds::apply_as(session, deed, Change::Write { sheet: to.sheet, cells: vec![(to.address, content)] })
}

/// The content that an entry writes first.
fn content(entry: &Change) -> Content {
    match entry {
        Change::Write { cells, .. } => cells.first().map(|(_, content)| content.clone()).unwrap_or_default(),
        Change::Batch(parts) => parts.first().map(content).unwrap_or_default(),
        _ => Content::Blank,
    }
}
