//! What was done and what undo and redo will do, in words.

use super::job::{self, Task};
use super::refusal::worded;
use super::{ChangeSet, Refusal, Session};
use crate::base::{Range, Region, SheetId};
use crate::edit::{Change, Deed, Subject};
use crate::syntax::quoted_sheet_name;

/// How many rectangles are named before the rest is only counted.
const NAMED: usize = 3;

/// Applies a change that was made to do something in particular, which undo will say.
pub fn apply_as(session: &mut Session, deed: Deed, change: Change) -> Result<ChangeSet, Refusal> {
    job::finish(session, Task::Change { deed, change })
}

/// Says under whose name changes are made from here on.
pub fn sign(session: &mut Session, author: &str) {
    session.author = author.trim().into();
}

/// What undo would take back.
pub fn to_undo(session: &Session) -> Option<&Deed> {
    session.history.to_undo()
}

/// What redo would do again.
pub fn to_redo(session: &Session) -> Option<&Deed> {
    session.history.to_redo()
}

/// A deed in words for somebody who looks at a sheet, such as `Fyll nedåt C4:C6`.
pub fn name(session: &Session, deed: &Deed, seen: SheetId) -> String {
    let (swedish, english) = deed.kind.words();
    let subject = match &deed.subject {
        Subject::Book => String::new(),
        Subject::Cells(region) => cells_name(session, *region, seen),
        Subject::Several(sheet, ranges) => several(session, (*sheet, ranges), seen),
        Subject::Sheet(_, name) | Subject::Name(name) => name.clone(),
    };
    format!("{} {subject}", worded(session.locale, swedish, english)).trim_end().to_owned()
}

/// Several rectangles by their addresses, such as `B2:B4, D2 och F7`; of many, the first and how many there are besides.
fn several(session: &Session, (sheet, ranges): (SheetId, &[Range]), seen: SheetId) -> String {
    let mut names: Vec<String> =
        ranges.iter().take(NAMED).map(|range| cells_name(session, range.on(sheet), seen)).collect();
    let last = match ranges.len().checked_sub(NAMED).filter(|more| *more > 0) {
        Some(more) => worded(session.locale, &format!("{more} till"), &format!("{more} more")),
        None => names.pop().unwrap_or_default(),
    };
    format!("{} {} {last}", names.join(", "), worded(session.locale, "och", "and"))
}

/// Cells by their address, with their sheet when it is not the seen one.
pub(super) fn cells_name(session: &Session, Region { sheet, range }: Region, seen: SheetId) -> String {
    let cells = match range {
        _ if range == Range::whole_sheet() => worded(session.locale, "alla celler", "all cells"),
        _ if range.is_cell() => range.first.to_string(),
        _ => range.to_string(),
    };
    match session.book.sheet(sheet).filter(|_| sheet != seen) {
        Some(sheet) => format!("{}!{cells}", quoted_sheet_name(&sheet.name)),
        None => cells,
    }
}
