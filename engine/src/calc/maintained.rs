//! Everything that is kept up to date by differences while cells change: sums and extremes of ranges, groups of cells by
//! key, places of values. Each change of a value passes through here.

use super::cell_set::Span;
use super::groups::{Groups, Replaced};
use super::positions::Positions;
use super::summaries::Summaries;
use crate::base::Shift;
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
    /// Whether anything is kept of cells of a span.
    pub fn watches(&self, span: Span) -> bool {
        let region = span.region();
        self.groups.watches(region) || self.summaries.watches(region) || self.positions.watches(region)
    }

    /// Takes note of cells that now hold another value, and gives how many sums took the difference.
    pub fn replace(&mut self, book: &Book, cells: &[Replaced]) -> usize {
        let mut count = self.groups.replace(book, cells);
        for Replaced { place, before, after } in cells {
            count += self.summaries.replace(*place, before, after);
            self.positions.replace(*place, before, after);
        }
        count
    }

    /// Lets everything follow when rows or columns come or go, which are blank then. Gives the formulas that must ask
    /// anew for what could not follow.
    pub fn shift(&mut self, shift: &Shift) -> Vec<Span> {
        self.summaries.shift(shift);
        self.positions.shift(shift);
        self.groups.shift(shift)
    }
}
