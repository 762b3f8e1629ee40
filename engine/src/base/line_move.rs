//! Rows or columns taken to another place of their sheet: where every line, place and stretch of lines stands afterwards.

use super::address::{Place, SheetId};
use super::interval::IntervalSet;
use super::range::{Range, Region};
use super::shift::{AxisKind, LineChange, Shift};

/// Neighbouring rows or columns taken to another place of their sheet. The lines that they pass close up behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineMove {
    /// The sheet.
    pub sheet: SheetId,
    /// Rows or columns.
    pub axis: AxisKind,
    /// The first that moves.
    pub first: u32,
    /// The last.
    pub last: u32,
    /// Where the first comes to stand.
    pub landing: u32,
}

impl LineMove {
    /// Lines that come to stand just before another, as lines stand now; `None` when nothing would move, or not all of the
    /// lines are on the sheet.
    pub fn new(sheet: SheetId, axis: AxisKind, (first, last): (u32, u32), before: u32) -> Option<Self> {
        let is_there = first <= last && last < axis.limit() && before <= axis.limit();
        let moves = before < first || before > last.saturating_add(1);
        let landing = if before > last { before.checked_sub(last - first + 1)? } else { before };
        (is_there && moves).then_some(Self { sheet, axis, first, last, landing })
    }

    /// How many lines move.
    pub const fn count(&self) -> u32 {
        self.last - self.first + 1
    }

    /// The first and the last line that stands elsewhere afterwards, those that are passed among them.
    pub fn window(&self) -> (u32, u32) {
        (self.first.min(self.landing), self.last.max(self.landing + self.count() - 1))
    }

    /// The lines that move taken away.
    pub const fn removal(&self) -> Shift {
        Shift { sheet: self.sheet, axis: self.axis, at: self.first, change: LineChange::Delete(self.count()) }
    }

    /// Room made for them where they come to stand.
    pub const fn insertion(&self) -> Shift {
        Shift { sheet: self.sheet, axis: self.axis, at: self.landing, change: LineChange::Insert(self.count()) }
    }

    /// Whether a line moves with the others.
    pub fn takes(&self, line: u32) -> bool {
        (self.first..=self.last).contains(&line)
    }

    /// Whether one of those that move comes to stand at a line.
    pub fn takes_to(&self, line: u32) -> bool {
        (self.landing..self.landing + self.count()).contains(&line)
    }

    /// Where a line stands afterwards.
    pub fn line(&self, line: u32) -> u32 {
        if self.takes(line) {
            return line - self.first + self.landing;
        }
        let closed = if line > self.last { line - self.count() } else { line };
        if closed >= self.landing { closed + self.count() } else { closed }
    }

    /// Where a place stands afterwards.
    pub fn place(&self, place: Place) -> Place {
        if place.sheet != self.sheet {
            return place;
        }
        let line = self.line(self.axis.line(place.address));
        self.axis.with_line(place.address, line).on(place.sheet)
    }

    /// What a stretch of lines becomes. Lines that move within it stay in it, those that leave it are out of it, and those
    /// that come in between two of its lines join it.
    pub fn interval(&self, low: u32, high: u32) -> (u32, u32) {
        if (low, high) == (0, self.axis.limit() - 1) {
            return (low, high);
        }
        if self.takes(low) && self.takes(high) {
            return (self.line(low), self.line(high));
        }
        let closed = |line: u32| if line > self.last { line - self.count() } else { line };
        let (from, to) = (
            closed(if self.takes(low) { self.last + 1 } else { low }),
            closed(if self.takes(high) { self.first - 1 } else { high }),
        );
        let had_all = low <= self.first && self.last <= high;
        let joins = from < self.landing && self.landing <= to;
        let stays = had_all && (from..=to + 1).contains(&self.landing);
        match joins || stays {
            true => (from, to + self.count()),
            false if self.landing <= from => (from + self.count(), to + self.count()),
            false => (from, to),
        }
    }

    /// Where the lines of a set stand afterwards.
    pub fn set(&self, lines: &IntervalSet) -> IntervalSet {
        let mut moved = lines.clone();
        moved.close(self.first, self.count());
        moved.open(self.landing, self.count());
        lines.within(self.first, self.last).for_each(|(low, high)| _ = moved.insert(self.line(low), self.line(high)));
        moved
    }

    /// What a region becomes.
    pub fn region(&self, region: Region) -> Region {
        if region.sheet != self.sheet {
            return region;
        }
        let (low, high) = self.axis.lines(region.range);
        let (low, high) = self.interval(low, high);
        self.with_lines(region, low, high)
    }

    /// A region with other lines.
    pub const fn with_lines(&self, region: Region, low: u32, high: u32) -> Region {
        let first = self.axis.with_line(region.range.first, low);
        let last = self.axis.with_line(region.range.last, high);
        Region { sheet: region.sheet, range: Range { first, last } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn taken(lines: (u32, u32), before: u32) -> LineMove {
        LineMove::new(SheetId(0), AxisKind::Rows, lines, before).unwrap()
    }

    #[test]
    fn every_line_has_a_place_of_its_own_and_the_way_back_is_a_move_too() {
        for (lines, before) in [((2, 4), 0), ((2, 4), 7), ((0, 0), 2), ((5, 5), 4)] {
            let (there, count) = (taken(lines, before), lines.1 - lines.0 + 1);
            let places: std::collections::BTreeSet<u32> = (0..12).map(|line| there.line(line)).collect();
            assert_eq!(places, (0..12).collect());
            let back = if before > lines.1 { lines.0 } else { lines.0 + count };
            let back = taken((there.landing, there.landing + count - 1), back);
            (0..12).for_each(|line| assert_eq!(back.line(there.line(line)), line));
        }
    }

    #[test]
    fn nothing_moves_to_where_it_stands() {
        let to = |before| LineMove::new(SheetId(0), AxisKind::Rows, (3, 4), before).is_some();
        assert_eq!([2, 3, 4, 5, 6].map(to), [true, false, false, false, true]);
        assert!(LineMove::new(SheetId(0), AxisKind::Columns, (16_383, 16_384), 0).is_none());
    }

    #[test]
    fn lines_that_move_within_a_stretch_stay_in_it() {
        for (lines, before) in [((2, 2), 5), ((4, 4), 2), ((2, 3), 8), ((7, 7), 2), ((3, 5), 2)] {
            assert_eq!(taken(lines, before).interval(2, 7), (2, 7), "{lines:?} {before}");
        }
    }

    #[test]
    fn lines_leave_a_stretch_and_join_it() {
        assert_eq!(taken((4, 4), 9).interval(2, 6), (2, 5));
        assert_eq!(taken((4, 4), 0).interval(2, 6), (3, 6));
        assert_eq!(taken((2, 2), 1).interval(2, 6), (3, 6));
        assert_eq!(taken((6, 6), 8).interval(2, 6), (2, 5));
        assert_eq!(taken((9, 10), 4).interval(2, 6), (2, 8));
        assert_eq!(taken((0, 0), 4).interval(2, 6), (1, 6));
        assert_eq!(taken((9, 9), 2).interval(2, 6), (3, 7));
        assert_eq!(taken((9, 9), 7).interval(2, 6), (2, 6));
        assert_eq!(taken((5, 8), 12).interval(2, 6), (2, 4));
    }

    #[test]
    fn a_set_of_lines_moves_line_by_line() {
        let mut set = IntervalSet::default();
        [1, 3, 4, 8].iter().for_each(|line| set.add(*line));
        let moved = taken((3, 5), 9).set(&set);
        let wanted: Vec<u32> = (0..12).filter(|line| moved.contains(*line)).collect();
        let mut lines: Vec<u32> = [1, 3, 4, 8].map(|line| taken((3, 5), 9).line(line)).to_vec();
        lines.sort_unstable();
        assert_eq!(wanted, lines);
    }

    #[test]
    fn a_stretch_that_moves_as_a_whole_is_followed() {
        assert_eq!(taken((2, 6), 9).interval(3, 4), (5, 6));
        assert_eq!(taken((8, 9), 3).interval(3, 7), (5, 9));
        assert_eq!(taken((8, 9), 3).interval(0, AxisKind::Rows.limit() - 1), (0, AxisKind::Rows.limit() - 1));
    }
}
