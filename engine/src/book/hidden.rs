//! The rows and columns of a sheet that are not shown.

use crate::base::{AxisKind, IntervalSet};

/// The lines that are not shown, by position.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Rows.
    pub rows: IntervalSet,
    /// Columns.
    pub columns: IntervalSet,
}

impl Hidden {
    /// Those of one direction.
    pub const fn of(&self, lines: AxisKind) -> &IntervalSet {
        match lines {
            AxisKind::Rows => &self.rows,
            AxisKind::Columns => &self.columns,
        }
    }

    /// Those of one direction, to change.
    pub const fn of_mut(&mut self, lines: AxisKind) -> &mut IntervalSet {
        match lines {
            AxisKind::Rows => &mut self.rows,
            AxisKind::Columns => &mut self.columns,
        }
    }
}
