//! References to cells: relative or absolute in each direction, to this sheet or another, to cells, ranges, whole rows
//! and whole columns.

use std::rc::Rc;

use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place, Range, Region, SheetId};

/// A row or a column as a formula refers to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Line {
    /// So many rows or columns from the formula's own cell.
    Relative(i32),
    /// A fixed row or column, written with `$`.
    Absolute(u32),
}

/// One corner of a referenced rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Corner {
    /// The row.
    pub row: Line,
    /// The column.
    pub column: Line,
}

/// How a reference is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shape {
    /// `B4`
    Cell,
    /// `B4:D9`
    Range,
    /// `B:D`
    Columns,
    /// `4:9`
    Rows,
}

/// The sheet a reference names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum SheetReference {
    /// A sheet of the book, whatever its present name.
    Known(SheetId),
    /// A name that no sheet had when the formula was read.
    Unknown(Rc<str>),
    /// All sheets from one to another, in the order of their tabs.
    Span(Rc<(Self, Self)>),
}

/// A reference as it stands in a formula.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reference {
    /// The sheet it names; `None` for the formula's own.
    pub sheet: Option<SheetReference>,
    /// How it is written.
    pub shape: Shape,
    /// One corner; in whole columns the first row, in whole rows the first column.
    pub first: Corner,
    /// The other corner; the same as the first for a cell.
    pub last: Corner,
}

impl Line {
    /// The position seen from `origin`, or `None` outside `0..limit`.
    pub fn resolve(self, origin: u32, limit: u32) -> Option<u32> {
        let position = match self {
            Self::Relative(offset) => u32::try_from(i64::from(origin) + i64::from(offset)).ok()?,
            Self::Absolute(position) => position,
        };
        (position < limit).then_some(position)
    }

    /// The line at a position, relative to `origin` unless it is `fixed`.
    pub fn at(position: u32, origin: u32, fixed: bool) -> Self {
        if fixed { Self::Absolute(position) } else { Self::Relative(position as i32 - origin as i32) }
    }

    /// Whether it is written with `$`.
    pub const fn is_absolute(self) -> bool {
        matches!(self, Self::Absolute(_))
    }
}

impl Corner {
    /// The cell it names, seen from the formula's own cell.
    pub fn resolve(self, origin: Address) -> Option<Address> {
        let row = self.row.resolve(origin.row, MAX_ROWS)?;
        Some(Address::new(row, self.column.resolve(origin.column, MAX_COLUMNS)?))
    }
}

impl Reference {
    /// The cells it names, seen from the formula's own cell; `None` outside a sheet, or not on one known sheet.
    pub fn resolve(&self, origin: Place) -> Option<Region> {
        let sheet = match &self.sheet {
            None => origin.sheet,
            Some(SheetReference::Known(sheet)) => *sheet,
            Some(SheetReference::Unknown(_) | SheetReference::Span(_)) => return None,
        };
        Some(self.range(origin.address)?.on(sheet))
    }

    /// The rectangle it names on whatever sheet, seen from the formula's own cell.
    pub fn range(&self, origin: Address) -> Option<Range> {
        Some(Range::new(self.first.resolve(origin)?, self.last.resolve(origin)?))
    }

    /// Whether it names several sheets.
    pub const fn is_span(&self) -> bool {
        matches!(self.sheet, Some(SheetReference::Span(_)))
    }

    /// The one sheet it reads, seen from a formula's sheet.
    pub fn target(&self, own: SheetId) -> Option<SheetId> {
        match &self.sheet {
            None => Some(own),
            Some(SheetReference::Known(sheet)) => Some(*sheet),
            Some(SheetReference::Unknown(_) | SheetReference::Span(_)) => None,
        }
    }
}
