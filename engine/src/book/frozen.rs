//! The first rows and columns of a sheet that stay in sight while the rest is scrolled.

use crate::base::{AxisKind, LineChange, Shift};

/// How many rows and columns stay in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frozen {
    /// Rows from the top.
    pub rows: u32,
    /// Columns from the left.
    pub columns: u32,
}

impl Frozen {
    /// Grows and shrinks with lines that come and go among the frozen ones.
    pub fn shift(&mut self, shift: &Shift) {
        let count = match shift.axis {
            AxisKind::Rows => &mut self.rows,
            AxisKind::Columns => &mut self.columns,
        };
        if shift.at >= *count {
            return;
        }
        *count = match shift.change {
            LineChange::Insert(added) => count.saturating_add(added).min(shift.axis.limit()),
            LineChange::Delete(taken) => *count - taken.min(*count - shift.at),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SheetId;

    fn shifted(at: u32, change: LineChange) -> u32 {
        let mut frozen = Frozen { rows: 5, columns: 1 };
        frozen.shift(&Shift { sheet: SheetId(0), axis: AxisKind::Rows, at, change });
        frozen.rows
    }

    #[test]
    fn lines_among_the_frozen_ones_count() {
        assert_eq!([0, 4, 5].map(|at| shifted(at, LineChange::Insert(2))), [7, 7, 5]);
        assert_eq!([0, 3, 4, 5].map(|at| shifted(at, LineChange::Delete(2))), [3, 3, 4, 5]);
    }
}
