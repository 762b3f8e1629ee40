//! The rows and columns of a sheet that are not shown, and those that stay in sight.

use std::borrow::Cow;

use super::filter::Filtering;
use super::frozen::Frozen;
use crate::base::{AxisKind, IntervalSet};

/// The lines that are not shown, by position. Those that people hid are kept apart from those of the filter.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Hidden {
    /// Rows.
    pub rows: IntervalSet,
    /// Columns.
    pub columns: IntervalSet,
    /// The filter, and the rows that this hides besides.
    pub filtering: Filtering,
    /// Rows and columns that stay in sight, whatever is scrolled to.
    pub frozen: Frozen,
}

impl Hidden {
    /// Those of one direction that people hid.
    pub const fn of(&self, lines: AxisKind) -> &IntervalSet {
        match lines {
            AxisKind::Rows => &self.rows,
            AxisKind::Columns => &self.columns,
        }
    }

    /// All of one direction, whoever hid them.
    pub fn all(&self, lines: AxisKind) -> Cow<'_, IntervalSet> {
        let hidden = self.of(lines);
        if lines == AxisKind::Columns || self.filtering.away.is_empty() {
            return Cow::Borrowed(hidden);
        }
        let mut all = hidden.clone();
        self.filtering.away.intervals().for_each(|(first, last)| _ = all.insert(first, last));
        Cow::Owned(all)
    }

    /// Those of one direction, to change.
    pub const fn of_mut(&mut self, lines: AxisKind) -> &mut IntervalSet {
        match lines {
            AxisKind::Rows => &mut self.rows,
            AxisKind::Columns => &mut self.columns,
        }
    }
}
