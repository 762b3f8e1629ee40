//! Sets of cells as intervals of rows in columns.

use std::collections::BTreeMap;

use crate::base::{Address, IntervalSet, Place, Range, Region, SheetId};

/// Cells of one column from one row to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The sheet.
    pub sheet: SheetId,
    /// The column.
    pub column: u32,
    /// First row.
    pub first: u32,
    /// Last row.
    pub last: u32,
}

/// A set of cells.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellSet {
    columns: BTreeMap<(SheetId, u32), IntervalSet>,
}

impl Span {
    /// The span of one cell.
    pub const fn cell(place: Place) -> Self {
        let Address { row, column } = place.address;
        Self { sheet: place.sheet, column, first: row, last: row }
    }

    /// The region it covers.
    pub const fn region(self) -> Region {
        let first = Address::new(self.first, self.column);
        Range { first, last: Address::new(self.last, self.column) }.on(self.sheet)
    }
}

impl CellSet {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.columns.is_empty()
    }

    /// Adds the cells of a span.
    pub fn insert(&mut self, span: Span) {
        self.columns.entry((span.sheet, span.column)).or_default().insert(span.first, span.last);
    }

    /// Adds the cells of a span and gives those that were not there before.
    pub fn insert_fresh(&mut self, span: Span) -> impl Iterator<Item = Span> + use<> {
        let fresh = self.columns.entry((span.sheet, span.column)).or_default().insert(span.first, span.last);
        fresh.into_iter().map(move |(first, last)| Span { first, last, ..span })
    }

    /// Takes a cell out.
    pub fn remove(&mut self, place: Place) {
        let key = (place.sheet, place.address.column);
        let Some(rows) = self.columns.get_mut(&key) else { return };
        rows.remove(place.address.row);
        if rows.is_empty() {
            self.columns.remove(&key);
        }
    }

    /// Whether a cell is in it.
    pub fn contains(&self, place: Place) -> bool {
        let rows = self.columns.get(&(place.sheet, place.address.column));
        rows.is_some_and(|rows| rows.contains(place.address.row))
    }

    /// The first member of a region, column by column from the top.
    pub fn first_within(&self, region: Region) -> Option<Place> {
        let (first, last) = (region.range.first, region.range.last);
        let columns = self.columns.range((region.sheet, first.column)..=(region.sheet, last.column));
        columns.into_iter().find_map(|((sheet, column), rows)| {
            Some(Address::new(rows.first_within(first.row, last.row)?, *column).on(*sheet))
        })
    }

    /// Its cells as spans, by sheet, column and row.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.columns.iter().flat_map(|((sheet, column), rows)| {
            rows.intervals().map(|(first, last)| Span { sheet: *sheet, column: *column, first, last })
        })
    }
}
