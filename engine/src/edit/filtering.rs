//! Which rows a filter decides on: those below the headings that are no sums. Rows that specify another go with it.

use super::sorting::area;
use crate::base::{Address, Range};
use crate::book::Sheet;

/// Cells to filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rows {
    /// The row of headings and all rows below it.
    pub range: Range,
    /// Rows that are shown or not, each with those that go with it, from which to which.
    pub blocks: Vec<(u32, u32)>,
}

/// The rows of the report table, or else of the filled cells, around a cell; `None` without rows under headings.
pub fn around(sheet: &Sheet, cell: Address) -> Option<Rows> {
    let area = area::around(sheet, Range::cell(cell), Some(true))?;
    let headings = area.headings.unwrap_or(area.range.first.row);
    let blocks = area.groups.iter().flatten().map(|block| (block.first, block.last));
    let blocks: Vec<(u32, u32)> = blocks.filter(|(first, _)| *first > headings).collect();
    let range = Range { first: Address::new(headings, area.range.first.column), last: area.range.last };
    (!blocks.is_empty()).then_some(Rows { range, blocks })
}
