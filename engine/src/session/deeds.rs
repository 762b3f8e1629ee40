//! What was done and what undo and redo will do, in words.

use super::job::{self, Task};
use super::refusal::worded;
use super::{ChangeSet, Refusal, Session};
use crate::base::{Range, Region, SheetId};
use crate::edit::{Change, Deed, Subject};
use crate::syntax::quoted_sheet_name;

/// Applies a change that was made to do something in particular, which undo will say.
pub fn apply_as(session: &mut Session, deed: Deed, change: Change) -> Result<ChangeSet, Refusal> {
    job::finish(session, Task::Change { deed, change })
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
        Subject::Sheet(_, name) | Subject::Name(name) => name.clone(),
    };
    format!("{} {subject}", worded(session.locale, swedish, english)).trim_end().to_owned()
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
