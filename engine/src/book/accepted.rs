//! Findings of reconciliation that somebody accepts, and why.

use crate::base::{Address, LineId, Place, SheetId};
use crate::value::Number;

use super::Book;

/// A finding that somebody accepts. Its cell is known by its row and column, so it follows when these go elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The sheet.
    pub sheet: SheetId,
    /// The row.
    pub row: LineId,
    /// The column.
    pub column: LineId,
    /// Name of the rule that does not hold.
    pub rule: String,
    /// Who accepts it.
    pub by: String,
    /// Why.
    pub reason: String,
    /// When, as a serial number.
    pub at: Option<Number>,
}

impl Accepted {
    /// Where the cell stands; `None` when its row, its column or its sheet is gone.
    pub fn place(&self, book: &Book) -> Option<Place> {
        let sheet = book.sheet(self.sheet)?;
        let (row, column) = (sheet.rows.position(self.row)?, sheet.columns.position(self.column)?);
        Some(Address::new(row, column).on(self.sheet))
    }

    /// Whether it is about a rule at a cell.
    pub fn is_of(&self, book: &Book, rule: &str, place: Place) -> bool {
        self.rule == rule && self.place(book) == Some(place)
    }
}
