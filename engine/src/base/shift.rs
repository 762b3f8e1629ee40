//! Rows or columns that come or go: where every line, place and region stands afterwards.

use super::address::{Address, MAX_COLUMNS, MAX_ROWS, Place, SheetId};
use super::range::{Range, Region};

/// The direction lines are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AxisKind {
    /// Rows, from the top.
    Rows,
    /// Columns, from the left.
    Columns,
}

/// What happens to the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineChange {
    /// So many new lines.
    Insert(u32),
    /// So many lines fewer.
    Delete(u32),
}

/// Rows or columns inserted or deleted on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shift {
    /// The sheet.
    pub sheet: SheetId,
    /// Rows or columns.
    pub axis: AxisKind,
    /// The first line that is new or deleted.
    pub at: u32,
    /// What happens there.
    pub change: LineChange,
}

/// What a shift means for neighbouring lines taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// All stay where they are.
    Still,
    /// All move by the same distance.
    Moves,
    /// Their number changes, or some of them are lost.
    Cut,
}

impl AxisKind {
    /// Number of lines of a sheet.
    pub const fn limit(self) -> u32 {
        match self {
            Self::Rows => MAX_ROWS,
            Self::Columns => MAX_COLUMNS,
        }
    }

    /// The first and the last line of a range.
    pub const fn lines(self, range: Range) -> (u32, u32) {
        match self {
            Self::Rows => (range.first.row, range.last.row),
            Self::Columns => (range.first.column, range.last.column),
        }
    }

    /// The whole lines from one to another.
    pub const fn range(self, first: u32, last: u32) -> Range {
        match self {
            Self::Rows => Range::rows_between(first, last),
            Self::Columns => Range::columns_between(first, last),
        }
    }

    /// The line of a cell.
    pub const fn line(self, cell: Address) -> u32 {
        match self {
            Self::Rows => cell.row,
            Self::Columns => cell.column,
        }
    }

    /// A cell with its line replaced by another.
    pub const fn with_line(self, cell: Address, line: u32) -> Address {
        match self {
            Self::Rows => Address::new(line, cell.column),
            Self::Columns => Address::new(cell.row, line),
        }
    }
}

impl Shift {
    /// Where a line stands afterwards; `None` when it was deleted or pushed out of the sheet.
    pub fn moved(&self, position: u32) -> Option<u32> {
        match self.change {
            _ if position < self.at => Some(position),
            LineChange::Insert(count) => position.checked_add(count).filter(|moved| *moved < self.axis.limit()),
            LineChange::Delete(count) => (position - self.at >= count).then(|| position - count),
        }
    }

    /// How far the lines after it move.
    pub fn distance(&self) -> i32 {
        match self.change {
            LineChange::Insert(count) => count.cast_signed(),
            LineChange::Delete(count) => -count.cast_signed(),
        }
    }

    /// The first line that was there before and moves.
    pub fn first_moved(&self) -> u32 {
        match self.change {
            LineChange::Insert(_) => self.at,
            LineChange::Delete(count) => self.at.saturating_add(count),
        }
    }

    /// The lines that are lost, from the first to the one after the last.
    pub fn lost(&self) -> (u32, u32) {
        let limit = self.axis.limit();
        match self.change {
            LineChange::Insert(count) => (limit.saturating_sub(count).max(self.at), limit),
            LineChange::Delete(count) => (self.at, self.at.saturating_add(count)),
        }
    }

    /// What becomes of the lines from `low` to `high`.
    pub fn fate(&self, low: u32, high: u32) -> Fate {
        let (lost, end) = self.lost();
        if high < self.at {
            Fate::Still
        } else if low >= self.first_moved() && (high < lost || low >= end) {
            Fate::Moves
        } else {
            Fate::Cut
        }
    }

    /// What the lines from `low` to `high` become, and whether an end was lost; `None` when all of them were. An interval
    /// from edge to edge of the sheet stays as it is.
    pub fn interval(&self, low: u32, high: u32) -> Option<(u32, u32, bool)> {
        let last = self.axis.limit() - 1;
        if (low, high) == (0, last) {
            return Some((low, high, false));
        }
        let (after, before) = match self.change {
            LineChange::Insert(_) => (None, Some(last)),
            LineChange::Delete(_) => (Some(self.at), self.at.checked_sub(1)),
        };
        let (new_low, new_high) = (self.moved(low), self.moved(high));
        let (from, to) = (new_low.or(after)?, new_high.or(before)?);
        let lost = new_low.is_none() || new_high.is_none() || (from, to) == (0, last);
        (from <= to).then_some((from, to, lost))
    }

    /// Where a place stands afterwards; `None` when it was lost.
    pub fn place(&self, place: Place) -> Option<Place> {
        if place.sheet != self.sheet {
            return Some(place);
        }
        let line = self.moved(self.axis.line(place.address))?;
        Some(self.axis.with_line(place.address, line).on(place.sheet))
    }

    /// What a region becomes; `None` when all of it was lost.
    pub fn region(&self, region: Region) -> Option<Region> {
        if region.sheet != self.sheet {
            return Some(region);
        }
        let (low, high) = self.axis.lines(region.range);
        let (low, high, _) = self.interval(low, high)?;
        let first = self.axis.with_line(region.range.first, low);
        let last = self.axis.with_line(region.range.last, high);
        Some(Range { first, last }.on(region.sheet))
    }

    /// What becomes of a region.
    pub fn region_fate(&self, region: Region) -> Fate {
        let (low, high) = self.axis.lines(region.range);
        if region.sheet == self.sheet { self.fate(low, high) } else { Fate::Still }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shift(change: LineChange) -> Shift {
        Shift { sheet: SheetId(0), axis: AxisKind::Rows, at: 5, change }
    }

    #[test]
    fn lines_stay_move_or_are_cut() {
        let insert = shift(LineChange::Insert(2));
        let fates = [(0, 4), (5, 9), (4, 5), (5, MAX_ROWS - 1)].map(|(low, high)| insert.fate(low, high));
        assert_eq!(fates, [Fate::Still, Fate::Moves, Fate::Cut, Fate::Cut]);
        let delete = shift(LineChange::Delete(2));
        let fates = [(0, 4), (7, 9), (6, 9), (0, 9), (5, 6)].map(|(low, high)| delete.fate(low, high));
        assert_eq!(fates, [Fate::Still, Fate::Moves, Fate::Cut, Fate::Cut, Fate::Cut]);
    }

    #[test]
    fn regions_grow_shrink_and_go() {
        let region = |text: &str| Range::parse(text).unwrap().on(SheetId(0));
        let (insert, delete) = (shift(LineChange::Insert(2)), shift(LineChange::Delete(2)));
        assert_eq!(insert.region(region("A5:B6")), Some(region("A5:B8")));
        assert_eq!(delete.region(region("A5:B6")), Some(region("A5:B5")));
        assert_eq!(delete.region(region("A6:B7")), None);
        assert_eq!(delete.region(region("A:B")), Some(region("A:B")));
    }
}
