//! Cells that somebody keeps an eye on.

use crate::base::{LineId, Place, SheetId};
use crate::value::Value;

use super::Book;

/// A cell that somebody keeps an eye on. It is known by its row and column, so it follows when these go elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub struct Watch {
    /// The sheet.
    pub sheet: SheetId,
    /// The row.
    pub row: LineId,
    /// The column.
    pub column: LineId,
    /// What the cell held when it was pinned.
    pub pinned: Value,
}

impl Watch {
    /// A cell with what it holds now.
    pub fn of(book: &Book, place: Place) -> Option<Self> {
        let sheet = book.sheet(place.sheet)?;
        let (row, column) = (sheet.rows.id(place.address.row)?, sheet.columns.id(place.address.column)?);
        Some(Self { sheet: place.sheet, row, column, pinned: book.value(place) })
    }

    /// Where the cell stands; `None` when its row, its column or its sheet is gone.
    pub fn place(&self, book: &Book) -> Option<Place> {
        let sheet = book.sheet(self.sheet)?;
        let (row, column) = (sheet.rows.position(self.row)?, sheet.columns.position(self.column)?);
        Some(crate::base::Address::new(row, column).on(self.sheet))
    }
}
