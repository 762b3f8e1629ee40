//! The outline of a sheet's rows, as far as people made it. A row stands under the nearest row above it of a lower level;
//! rows of report tables have levels of their own where nothing else is said.

use std::collections::BTreeMap;

use crate::base::{AxisKind, LineChange, Shift};

/// What is said of a row's place in the outline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutlineMark {
    /// Its level, where it is not the one of its report table; 0 is outside of every group.
    pub level: Option<u8>,
    /// Whether the rows under it are folded away.
    pub is_folded: bool,
}

/// What is said of the rows of a sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    marks: BTreeMap<u32, OutlineMark>,
}

impl OutlineMark {
    /// The highest level.
    pub const DEEPEST: u8 = 7;
}

impl Outline {
    /// What is said of a row.
    pub fn at(&self, row: u32) -> OutlineMark {
        self.marks.get(&row).copied().unwrap_or_default()
    }

    /// Says something else of a row, and gives what was said.
    pub fn set(&mut self, row: u32, mark: OutlineMark) -> OutlineMark {
        let before = match mark == OutlineMark::default() {
            true => self.marks.remove(&row),
            false => self.marks.insert(row, mark),
        };
        before.unwrap_or_default()
    }

    /// All rows of which something is said, from the top.
    pub fn iter(&self) -> impl Iterator<Item = (u32, OutlineMark)> + '_ {
        self.marks.iter().map(|(row, mark)| (*row, *mark))
    }

    /// The rows of an interval of which something is said.
    pub fn within(&self, rows: std::ops::Range<u32>) -> impl Iterator<Item = (u32, OutlineMark)> + '_ {
        self.marks.range(rows).map(|(row, mark)| (*row, *mark))
    }

    /// Moves along when rows come and go. Rows that come in among the rows of a group belong to it.
    pub fn shift(&mut self, shift: &Shift) {
        if shift.axis == AxisKind::Columns {
            return;
        }
        let around = shift.at.checked_sub(1).and_then(|above| self.at(above).level.min(self.at(shift.at).level));
        let moved = self.marks.split_off(&shift.at).into_iter();
        self.marks.extend(moved.filter_map(|(row, mark)| Some((shift.moved(row)?, mark))));
        if let (LineChange::Insert(count), Some(level @ 1..)) = (shift.change, around) {
            let mark = OutlineMark { level: Some(level), is_folded: false };
            self.marks.extend((shift.at..shift.at + count).map(|row| (row, mark)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SheetId;

    fn outline() -> Outline {
        let mut outline = Outline::default();
        (3..6).for_each(|row| _ = outline.set(row, OutlineMark { level: Some(1), is_folded: false }));
        outline
    }

    fn shifted(at: u32, change: LineChange) -> Vec<u32> {
        let mut outline = outline();
        outline.shift(&Shift { sheet: SheetId(0), axis: AxisKind::Rows, at, change });
        outline.iter().map(|(row, _)| row).collect()
    }

    #[test]
    fn rows_join_the_group_that_they_come_into() {
        assert_eq!(shifted(3, LineChange::Insert(2)), [5, 6, 7]);
        assert_eq!(shifted(4, LineChange::Insert(2)), [3, 4, 5, 6, 7]);
        assert_eq!(shifted(6, LineChange::Insert(2)), [3, 4, 5]);
        assert_eq!(shifted(4, LineChange::Delete(2)), [3]);
    }

    #[test]
    fn a_mark_that_says_nothing_is_not_kept() {
        let mut outline = outline();
        outline.set(4, OutlineMark::default());
        assert_eq!(outline.iter().map(|(row, _)| row).collect::<Vec<_>>(), [3, 5]);
    }
}
