//! What an edit changed, as the view must redraw it.

use crate::base::{Region, SheetId};

/// What an edit changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChangeSet {
    /// Number of the book's state after the edit; grows by one with each edit, undo and redo.
    pub revision: u64,
    /// Cells whose value, formula or look differ from before, as few rectangles.
    pub cells: Vec<Region>,
    /// Sheets whose rows or columns moved, so that everything on them is drawn anew.
    pub moved: Vec<SheetId>,
    /// Whether the list of sheets, or a sheet's name, changed.
    pub sheets: bool,
}
