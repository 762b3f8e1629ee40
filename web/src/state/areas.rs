//! Rectangles that are copied together: every crossing of some stretches of rows with some stretches of columns, which are
//! pushed together when they are pasted.

use std::collections::BTreeSet;

use tertial_engine::session::{Extent, MAX_COLUMNS, MAX_ROWS, Range};

/// A stretch of rows or columns.
type Span = (u32, u32);

/// Rectangles that share their rows or their columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Areas {
    pub rows: Vec<Span>,
    pub columns: Vec<Span>,
}

impl Areas {
    /// What selected rectangles make together; `None` where they overlap, or share neither rows nor columns.
    pub fn of(ranges: impl Iterator<Item = Range>) -> Option<Self> {
        let rows = |range: &Range| (range.first.row, range.last.row);
        let columns = |range: &Range| (range.first.column, range.last.column);
        let crossings: BTreeSet<(Span, Span)> = ranges.map(|range| (rows(&range), columns(&range))).collect();
        let rows: BTreeSet<Span> = crossings.iter().map(|(rows, _)| *rows).collect();
        let columns: BTreeSet<Span> = crossings.iter().map(|(_, columns)| *columns).collect();
        let (rows, columns) = (apart(rows)?, apart(columns)?);
        (crossings.len() == rows.len() * columns.len()).then_some(Self { rows, columns })
    }

    /// Whether it is one rectangle.
    pub const fn is_one(&self) -> bool {
        self.rows.len() == 1 && self.columns.len() == 1
    }

    /// The same without what whole rows and columns have past everything that the sheet holds.
    pub fn within(self, extent: Extent) -> Self {
        Self { rows: used(self.rows, MAX_ROWS, extent.rows), columns: used(self.columns, MAX_COLUMNS, extent.columns) }
    }

    /// The rows, from the top.
    pub fn each_row(&self) -> impl Iterator<Item = u32> {
        self.rows.iter().flat_map(|(first, last)| *first..=*last)
    }

    /// The columns, from the left.
    pub fn each_column(&self) -> impl Iterator<Item = u32> {
        self.columns.iter().flat_map(|(first, last)| *first..=*last)
    }

    /// How many cells there are.
    pub fn count(&self) -> u64 {
        let length = |spans: &[Span]| spans.iter().map(|(first, last)| u64::from(last - first) + 1).sum::<u64>();
        length(&self.rows) * length(&self.columns)
    }
}

/// Stretches one after the other, if none reaches into the next.
fn apart(spans: BTreeSet<Span>) -> Option<Vec<Span>> {
    let spans: Vec<Span> = spans.into_iter().collect();
    spans.windows(2).all(|pair| pair[0].1 < pair[1].0).then_some(spans)
}

/// A stretch of all lines ends with the last that is used.
fn used(spans: Vec<Span>, all: u32, used: u32) -> Vec<Span> {
    let is_all = |span: &Span| *span == (0, all - 1);
    spans.into_iter().map(|span| if is_all(&span) { (0, used.max(1) - 1) } else { span }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn areas(ranges: &[&str]) -> Option<Areas> {
        Areas::of(ranges.iter().map(|range| Range::parse(range).unwrap()))
    }

    #[test]
    fn rectangles_that_share_rows_or_columns_go_together() {
        let beside = areas(&["D2:E4", "A2:A4"]).unwrap();
        assert_eq!((beside.rows.clone(), beside.columns.clone()), (vec![(1, 3)], vec![(0, 0), (3, 4)]));
        assert_eq!((beside.each_column().collect::<Vec<_>>(), beside.count()), (vec![0, 3, 4], 9));
        assert_eq!(areas(&["A1:B1", "A3:B4"]).unwrap().rows, [(0, 0), (2, 3)]);
        let four = areas(&["A1:B2", "D1:D2", "A5:B5", "D5"]).unwrap();
        assert_eq!((four.rows.len(), four.columns.len(), four.is_one()), (2, 2, false));
        assert!(areas(&["B2:C3"]).unwrap().is_one() && areas(&["B2", "B2"]).unwrap().is_one());
    }

    #[test]
    fn others_do_not() {
        for ranges in [&["A1:B2", "D4:E5"][..], &["A1:B2", "B1:C2"], &["A1:A3", "C1:C2"], &["A1", "C1", "A3"]] {
            assert_eq!(areas(ranges), None, "{ranges:?}");
        }
    }

    #[test]
    fn whole_columns_end_where_the_sheet_does() {
        let extent = Extent { rows: 5, columns: 4 };
        assert_eq!(areas(&["A:A", "C:C"]).unwrap().within(extent).rows, [(0, 4)]);
        assert_eq!(areas(&["2:2"]).unwrap().within(extent).columns, [(0, 3)]);
        assert_eq!(areas(&["A:A"]).unwrap().within(Extent::default()).rows, [(0, 0)]);
    }
}
