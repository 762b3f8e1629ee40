//! Everything that is kept up to date by differences while cells change: sums and extremes of ranges, groups of cells by
//! key, places of values. Each change of a value passes through here.

use super::groups::{Groups, Replaced};
use super::positions::Positions;
use super::summaries::Summaries;
use crate::book::Book;

/// What is known of ranges beyond their cells.
#[derive(Debug, Default)]
pub struct Maintained {
    /// Sums, counts and extremes.
    pub summaries: Summaries,
    /// Cells by key.
    pub groups: Groups,
    /// Places of values.
    pub positions: Positions,
}

impl Maintained {
    /// Takes note of cells that now hold another value, and gives how many sums took the difference.
    pub fn replace(&mut self, book: &Book, cells: &[Replaced]) -> usize {
        let mut count = self.groups.replace(book, cells);
        for Replaced { place, before, after } in cells {
            count += self.summaries.replace(*place, before, after);
            self.positions.replace(*place, before, after);
        }
        count
    }
}
