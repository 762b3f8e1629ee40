//! An index of rectangles that answers "which of them overlap this one" without looking at the others.
//! Each rectangle is filed at the grid size next above its own, so it lies in at most four buckets, and a search looks
//! only at grid sizes that are in use. When rows or columns come or go, rectangles stay filed as they are, and searches
//! ask where the lines stood before.

use std::collections::BTreeMap;

use super::address::{Address, MAX_COLUMNS, MAX_ROWS};
use super::displacement::Displacement;
use super::range::Range;
use super::shift::{AxisKind, Shift};
use super::sorted_map::SortedMap;

/// Rectangles with an item each, found by overlap. An item is a number by which its owner knows it.
#[derive(Debug, Clone, Default)]
pub struct OverlapIndex {
    levels: SortedMap<(u8, u8), Level>,
    rows: Displacement,
    columns: Displacement,
    /// A rectangle around all that were filed, so that most searches elsewhere end at once.
    bounds: Option<Range>,
}

/// One grid size: buckets by their column, then row.
#[derive(Debug, Clone, Default)]
struct Level {
    buckets: BTreeMap<(u32, u32), Vec<(Range, u64)>>,
}

impl OverlapIndex {
    /// Files an item under a rectangle.
    pub fn insert(&mut self, range: Range, item: u64) {
        let range = self.filed(range);
        let size = grid_size(range);
        self.bounds = Some(self.bounds.map_or(range, |bounds| around(bounds, range)));
        let level = self.levels.or_default(size);
        for key in bucket_keys(range, size) {
            level.buckets.entry(key).or_default().push((range, item));
        }
    }

    /// Takes an item away from the rectangle that it was filed under, as it stands now.
    pub fn remove(&mut self, range: Range, item: u64) {
        let mut filed = Vec::new();
        self.search(self.filed(range), &mut |range, found| {
            if found == item {
                filed.push(range);
            }
        });
        filed.into_iter().for_each(|range| self.take(range, item));
    }

    /// Takes note of rows or columns that come or go. Rectangles follow as references do.
    pub fn shift(&mut self, shift: &Shift) {
        match shift.axis {
            AxisKind::Rows => self.rows.shift(shift),
            AxisKind::Columns => self.columns.shift(shift),
        }
    }

    /// Whether so much has moved since the rectangles were filed that they should be filed anew.
    pub fn is_worn(&self) -> bool {
        self.rows.is_worn() || self.columns.is_worn()
    }

    /// Calls `found` for each item whose rectangle overlaps `range`, and after a shift for a few more.
    pub fn overlapping(&self, range: Range, found: &mut dyn FnMut(u64)) {
        self.search(self.filed(range), &mut |_, item| found(item));
    }

    /// Where a rectangle stood before lines came and went.
    fn filed(&self, range: Range) -> Range {
        if self.rows.is_none() && self.columns.is_none() {
            return range;
        }
        let row = |row: u32| self.rows.filed(row).min(MAX_ROWS - 1);
        let column = |column: u32| self.columns.filed(column).min(MAX_COLUMNS - 1);
        let cell = |cell: Address| Address::new(row(cell.row), column(cell.column));
        Range { first: cell(range.first), last: cell(range.last) }
    }

    fn take(&mut self, range: Range, item: u64) {
        let size = grid_size(range);
        let Some(level) = self.levels.find_mut(&size) else { return };
        for key in bucket_keys(range, size) {
            let Some(bucket) = level.buckets.get_mut(&key) else { continue };
            bucket.retain(|entry| *entry != (range, item));
            if bucket.is_empty() {
                level.buckets.remove(&key);
            }
        }
        if level.buckets.is_empty() {
            self.levels.remove(&size);
        }
    }

    /// Whether any filed rectangle overlaps `range`.
    pub fn overlaps(&self, range: Range) -> bool {
        let mut any = false;
        self.overlapping(range, &mut |_| any = true);
        any
    }

    /// Calls `found` once for each filed rectangle that overlaps `range`, where lines stood when it was filed.
    fn search(&self, range: Range, found: &mut dyn FnMut(Range, u64)) {
        if self.bounds.and_then(|bounds| bounds.intersection(range)).is_none() {
            return;
        }
        for (size, level) in self.levels.iter() {
            let (first_column, last_column) = (range.first.column >> size.0, range.last.column >> size.0);
            let (first_row, last_row) = (range.first.row >> size.1, range.last.row >> size.1);
            // A wide search walks the buckets that exist, not every column of the sheet.
            let mut column = first_column;
            while let Some((&(next, _), _)) = level.buckets.range((column, first_row)..).next() {
                column = next;
                if column > last_column {
                    break;
                }
                for (key, bucket) in level.buckets.range((column, first_row)..=(column, last_row)) {
                    report(bucket, *key, *size, range, found);
                }
                column += 1;
            }
        }
    }
}

/// Reports a bucket's overlapping entries, each only in the first bucket that both it and the search touch.
fn report(bucket: &[(Range, u64)], key: (u32, u32), size: (u8, u8), range: Range, found: &mut dyn FnMut(Range, u64)) {
    for (filed, item) in bucket {
        if let Some(shared) = filed.intersection(range)
            && (shared.first.column >> size.0, shared.first.row >> size.1) == key
        {
            found(*filed, *item);
        }
    }
}

/// The smallest rectangle around two.
fn around(one: Range, other: Range) -> Range {
    let (first, last) = (one.first, one.last);
    Range {
        first: Address::new(first.row.min(other.first.row), first.column.min(other.first.column)),
        last: Address::new(last.row.max(other.last.row), last.column.max(other.last.column)),
    }
}

/// Exponents of the bucket's width and height: the smallest powers of two not below the rectangle's.
fn grid_size(range: Range) -> (u8, u8) {
    let exponent = |length: u32| length.next_power_of_two().trailing_zeros() as u8;
    (exponent(range.width()), exponent(range.height()))
}

fn bucket_keys(range: Range, size: (u8, u8)) -> impl Iterator<Item = (u32, u32)> {
    let columns = (range.first.column >> size.0)..=(range.last.column >> size.0);
    columns.flat_map(move |column| {
        ((range.first.row >> size.1)..=(range.last.row >> size.1)).map(move |row| (column, row))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{LineChange, SheetId};

    fn range(text: &str) -> Range {
        Range::parse(text).unwrap()
    }

    #[test]
    fn finds_each_overlapping_rectangle_once() {
        let texts = ["A1", "A1:A10", "A3:A4", "B1:D9", "A:A", "5:5", "A1:XFD1048576", "C7:Z9"];
        let mut index = OverlapIndex::default();
        for (item, text) in texts.iter().enumerate() {
            index.insert(range(text), item as u64);
        }
        for search in (0..12).flat_map(|row| (0..6).map(move |column| Range::cell(Address::new(row, column)))) {
            let mut found = Vec::new();
            index.overlapping(search, &mut |item| found.push(item));
            found.sort_unstable();
            let expected: Vec<u64> = (0..texts.len() as u64)
                .filter(|item| range(texts[*item as usize]).intersection(search).is_some())
                .collect();
            assert_eq!(found, expected, "{search}");
        }
    }

    #[test]
    fn rectangles_are_found_where_they_have_moved() {
        let mut index = OverlapIndex::default();
        index.insert(range("A1:A4"), 1);
        index.insert(range("A6:B9"), 2);
        let shift = Shift { sheet: SheetId(0), axis: AxisKind::Rows, at: 4, change: LineChange::Insert(3) };
        index.shift(&shift);
        index.insert(range("A5:A7"), 3);
        let found = |search: &str| {
            let mut found = Vec::new();
            index.overlapping(range(search), &mut |item| found.push(item));
            found
        };
        assert_eq!((found("A4"), found("B12")), (vec![1], vec![2]));
        assert!(found("A6").contains(&3));
        index.remove(range("A9:B12"), 2);
        index.overlapping(range("B9:B12"), &mut |_| panic!("nothing is left there"));
    }

    #[test]
    fn a_removed_rectangle_is_not_found() {
        let mut index = OverlapIndex::default();
        index.insert(range("A1:A10"), 1);
        index.remove(range("A1:A10"), 1);
        index.overlapping(range("A5"), &mut |_| panic!("nothing is filed"));
    }
}
