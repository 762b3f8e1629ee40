//! Sets of cells as intervals of rows in columns.

use crate::base::{Address, AxisKind, IntervalSet, LineChange, Place, Range, Region, SheetId, Shift};

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

/// A set of cells. Columns stand in one sorted list, because a wave reaches few of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CellSet {
    columns: Vec<((SheetId, u32), IntervalSet)>,
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

    /// Adds a cell.
    pub fn add(&mut self, place: Place) {
        self.column((place.sheet, place.address.column)).add(place.address.row);
    }

    /// Adds the cells of a span and gives those that were not there before.
    pub fn insert(&mut self, span: Span) -> impl Iterator<Item = Span> + use<> {
        let fresh = self.column((span.sheet, span.column)).insert(span.first, span.last);
        fresh.into_iter().map(move |(first, last)| Span { first, last, ..span })
    }

    /// Takes a cell out.
    pub fn remove(&mut self, place: Place) {
        let Ok(at) = self.find((place.sheet, place.address.column)) else { return };
        let rows = &mut self.columns[at].1;
        rows.remove(place.address.row);
        if rows.is_empty() {
            self.columns.remove(at);
        }
    }

    /// Takes the cells of a span out.
    pub fn remove_span(&mut self, span: Span) {
        let Ok(at) = self.find((span.sheet, span.column)) else { return };
        let rows = &mut self.columns[at].1;
        rows.remove_between(span.first, span.last);
        if rows.is_empty() {
            self.columns.remove(at);
        }
    }

    /// Whether a cell is in it.
    pub fn contains(&self, place: Place) -> bool {
        let column = self.find((place.sheet, place.address.column));
        column.is_ok_and(|at| self.columns[at].1.contains(place.address.row))
    }

    /// Whether all cells of a span are in it.
    pub fn covers(&self, span: Span) -> bool {
        let column = self.find((span.sheet, span.column));
        column.is_ok_and(|at| self.columns[at].1.covers(span.first, span.last))
    }

    /// The first member of a region, column by column from the top.
    pub fn first_within(&self, region: Region) -> Option<Place> {
        let (first, last) = (region.range.first, region.range.last);
        let from = self.find((region.sheet, first.column)).unwrap_or_else(|at| at);
        let within = self.columns[from..].iter().take_while(|(key, _)| *key <= (region.sheet, last.column));
        within.into_iter().find_map(|((sheet, column), rows)| {
            Some(Address::new(rows.first_within(first.row, last.row)?, *column).on(*sheet))
        })
    }

    /// How many cells are in it.
    pub fn count(&self) -> u64 {
        self.spans().map(|span| u64::from(span.last - span.first) + 1).sum()
    }

    /// Its cells as spans, by sheet, column and row.
    pub fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.columns.iter().flat_map(|((sheet, column), rows)| {
            rows.intervals().map(|(first, last)| Span { sheet: *sheet, column: *column, first, last })
        })
    }

    /// Moves its cells with their rows or columns; cells that come in are not in it.
    pub fn shift(&mut self, shift: &Shift) {
        match shift.axis {
            AxisKind::Columns => self.columns.retain_mut(|((sheet, column), _)| {
                let moved = if *sheet == shift.sheet { shift.moved(*column) } else { Some(*column) };
                moved.inspect(|moved| *column = *moved).is_some()
            }),
            AxisKind::Rows => self.columns.retain_mut(|((sheet, _), rows)| {
                match shift.change {
                    _ if *sheet != shift.sheet => {}
                    LineChange::Insert(count) => rows.open(shift.at, count),
                    LineChange::Delete(count) => rows.close(shift.at, count),
                }
                !rows.is_empty()
            }),
        }
    }

    fn find(&self, key: (SheetId, u32)) -> Result<usize, usize> {
        self.columns.binary_search_by_key(&key, |(known, _)| *known)
    }

    fn column(&mut self, key: (SheetId, u32)) -> &mut IntervalSet {
        let at = self.find(key).unwrap_or_else(|at| {
            self.columns.insert(at, (key, IntervalSet::default()));
            at
        });
        &mut self.columns[at].1
    }
}
