//! Undo and redo, and what they will take back or do again, in words.

use super::editing::carry_out;
use super::refusal::worded;
use super::{ChangeSet, Session};
use crate::base::{Range, Region, SheetId};
use crate::edit::{Deed, Subject};
use crate::syntax::quoted_sheet_name;

impl Session {
    /// Takes back the newest change; `None` when there is none.
    pub fn undo(&mut self) -> Option<ChangeSet> {
        let (deed, change) = self.history.next_undo()?;
        let (inverse, changes) = carry_out(self, change).ok()?;
        self.history.undone(deed, inverse);
        Some(changes)
    }

    /// Makes the last undone change again; `None` when there is none.
    pub fn redo(&mut self) -> Option<ChangeSet> {
        let (deed, change) = self.history.next_redo()?;
        let (inverse, changes) = carry_out(self, change).ok()?;
        self.history.redone(deed, inverse);
        Some(changes)
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        self.to_undo().is_some()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        self.to_redo().is_some()
    }

    /// What undo would take back.
    pub fn to_undo(&self) -> Option<&Deed> {
        self.history.to_undo()
    }

    /// What redo would do again.
    pub fn to_redo(&self) -> Option<&Deed> {
        self.history.to_redo()
    }

    /// What undo would take back, in words for somebody who looks at a sheet, such as `Fyll nedåt C4:C6`.
    pub fn undo_name(&self, seen: SheetId) -> Option<String> {
        self.to_undo().map(|deed| self.deed_name(deed, seen))
    }

    /// What redo would do again, in words for somebody who looks at a sheet.
    pub fn redo_name(&self, seen: SheetId) -> Option<String> {
        self.to_redo().map(|deed| self.deed_name(deed, seen))
    }

    /// A deed in words for somebody who looks at a sheet.
    pub fn deed_name(&self, deed: &Deed, seen: SheetId) -> String {
        let (swedish, english) = deed.kind.words();
        let subject = match &deed.subject {
            Subject::Book => String::new(),
            Subject::Cells(region) => self.cells_name(*region, seen),
            Subject::Sheet(_, name) | Subject::Name(name) => name.clone(),
        };
        format!("{} {subject}", worded(self.locale, swedish, english)).trim_end().to_owned()
    }

    /// Cells by their address, with their sheet when it is not the seen one.
    fn cells_name(&self, Region { sheet, range }: Region, seen: SheetId) -> String {
        let cells = match range {
            _ if range == Range::whole_sheet() => worded(self.locale, "alla celler", "all cells"),
            _ if range.is_cell() => range.first.to_string(),
            _ => range.to_string(),
        };
        match self.book.sheet(sheet).filter(|_| sheet != seen) {
            Some(sheet) => format!("{}!{cells}", quoted_sheet_name(&sheet.name)),
            None => cells,
        }
    }
}
