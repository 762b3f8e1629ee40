//! Rectangles of cells: overlap, clipping, iteration; whole rows and columns are rectangles that reach the sheet's edge.

use std::fmt;

use super::address::{Address, MAX_COLUMNS, MAX_ROWS, Place, SheetId, column_letters};

/// A rectangle of cells within a sheet; both corners are inside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Range {
    /// Top left cell.
    pub first: Address,
    /// Bottom right cell.
    pub last: Address,
}

/// A rectangle of cells on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    /// The sheet.
    pub sheet: SheetId,
    /// The rectangle within the sheet.
    pub range: Range,
}

impl Range {
    /// The rectangle spanned by two corners in any order.
    pub fn new(one: Address, other: Address) -> Self {
        Self {
            first: Address::new(one.row.min(other.row), one.column.min(other.column)),
            last: Address::new(one.row.max(other.row), one.column.max(other.column)),
        }
    }

    /// The rectangle of one cell.
    pub const fn cell(address: Address) -> Self {
        Self { first: address, last: address }
    }

    /// All cells of a sheet.
    pub const fn whole_sheet() -> Self {
        Self { first: Address::new(0, 0), last: Address::new(MAX_ROWS - 1, MAX_COLUMNS - 1) }
    }

    /// Whole rows from `first` to `last`.
    pub const fn rows_between(first: u32, last: u32) -> Self {
        Self { first: Address::new(first, 0), last: Address::new(last, MAX_COLUMNS - 1) }
    }

    /// Whole columns from `first` to `last`.
    pub const fn columns_between(first: u32, last: u32) -> Self {
        Self { first: Address::new(0, first), last: Address::new(MAX_ROWS - 1, last) }
    }

    /// Reads `B4`, `B4:D9`, `B:D` or `4:9`, with or without `$`.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once(':') else { return Address::parse(text).map(Self::cell) };
        if let (Some(from), Some(to)) = (Address::parse(from), Address::parse(to)) {
            return Some(Self::new(from, to));
        }
        let bare = |text: &str| text.strip_prefix('$').unwrap_or(text).to_owned();
        let (from, to) = (bare(from), bare(to));
        if let (Some(from), Some(to)) = (super::address::parse_column(&from), super::address::parse_column(&to)) {
            return Some(Self::columns_between(from.min(to), from.max(to)));
        }
        let (from, to) = (super::address::parse_row(&from)?, super::address::parse_row(&to)?);
        Some(Self::rows_between(from.min(to), from.max(to)))
    }

    /// Number of rows.
    pub const fn height(self) -> u32 {
        self.last.row - self.first.row + 1
    }

    /// Number of columns.
    pub const fn width(self) -> u32 {
        self.last.column - self.first.column + 1
    }

    /// Number of cells.
    pub const fn count(self) -> u64 {
        self.height() as u64 * self.width() as u64
    }

    /// Whether it is one cell.
    pub fn is_cell(self) -> bool {
        self.first == self.last
    }

    /// Whether it reaches from the first to the last row.
    pub const fn is_whole_columns(self) -> bool {
        self.first.row == 0 && self.last.row == MAX_ROWS - 1
    }

    /// Whether it reaches from the first to the last column.
    pub const fn is_whole_rows(self) -> bool {
        self.first.column == 0 && self.last.column == MAX_COLUMNS - 1
    }

    /// Whether a cell lies in it.
    pub fn contains(self, cell: Address) -> bool {
        (self.first.row..=self.last.row).contains(&cell.row)
            && (self.first.column..=self.last.column).contains(&cell.column)
    }

    /// What two rectangles share.
    pub fn intersection(self, other: Self) -> Option<Self> {
        let first = Address::new(self.first.row.max(other.first.row), self.first.column.max(other.first.column));
        let last = Address::new(self.last.row.min(other.last.row), self.last.column.min(other.last.column));
        (first.row <= last.row && first.column <= last.column).then_some(Self { first, last })
    }

    /// The smallest rectangle that holds both.
    pub fn union(self, other: Self) -> Self {
        Self {
            first: Address::new(self.first.row.min(other.first.row), self.first.column.min(other.first.column)),
            last: Address::new(self.last.row.max(other.last.row), self.last.column.max(other.last.column)),
        }
    }

    /// What is left of it without another one: what lies above, to the left, to the right and below.
    pub fn without(self, hole: Self) -> Vec<Self> {
        let Some(Self { first, last }) = self.intersection(hole) else { return vec![self] };
        let part =
            |top, left, bottom, right| Self { first: Address::new(top, left), last: Address::new(bottom, right) };
        let (from, to) = (self.first, self.last);
        let mut parts = Vec::new();
        parts.extend((from.row < first.row).then(|| part(from.row, from.column, first.row - 1, to.column)));
        parts.extend((from.column < first.column).then(|| part(first.row, from.column, last.row, first.column - 1)));
        parts.extend((last.column < to.column).then(|| part(first.row, last.column + 1, last.row, to.column)));
        parts.extend((last.row < to.row).then(|| part(last.row + 1, from.column, to.row, to.column)));
        parts
    }

    /// Its cells, row by row.
    pub fn cells(self) -> impl Iterator<Item = Address> {
        (self.first.row..=self.last.row)
            .flat_map(move |row| (self.first.column..=self.last.column).map(move |column| Address::new(row, column)))
    }

    /// The region it makes on a sheet.
    pub const fn on(self, sheet: SheetId) -> Region {
        Region { sheet, range: self }
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_cell() {
            write!(f, "{}", self.first)
        } else if self.is_whole_columns() {
            write!(f, "{}:{}", column_letters(self.first.column), column_letters(self.last.column))
        } else if self.is_whole_rows() {
            write!(f, "{}:{}", self.first.row + 1, self.last.row + 1)
        } else {
            write!(f, "{}:{}", self.first, self.last)
        }
    }
}

impl Region {
    /// The region of one cell.
    pub const fn cell(place: Place) -> Self {
        Self { sheet: place.sheet, range: Range::cell(place.address) }
    }

    /// Its top left cell.
    pub const fn first(self) -> Place {
        self.range.first.on(self.sheet)
    }

    /// Whether a cell lies in it.
    pub fn contains(self, place: Place) -> bool {
        self.sheet == place.sheet && self.range.contains(place.address)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_read_back_from_their_text() {
        for text in ["B4", "B4:D9", "B:D", "4:9"] {
            assert_eq!(Range::parse(text).map(|range| range.to_string()).as_deref(), Some(text));
        }
        assert_eq!(Range::parse("D9:B4").map(|range| range.to_string()).as_deref(), Some("B4:D9"));
        assert_eq!(Range::parse("B4:"), None);
    }

    #[test]
    fn disjoint_rectangles_share_nothing() {
        let (one, other) = (Range::parse("A1:B2").unwrap(), Range::parse("C1:D2").unwrap());
        assert_eq!(one.intersection(other), None);
        assert_eq!(one.union(other).to_string(), "A1:D2");
    }
}
