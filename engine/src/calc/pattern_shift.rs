//! What becomes of the pattern of a reference when rows or columns come or go.

use super::cell_set::Span;
use super::pattern::{Pattern, extent};
use crate::base::{AxisKind, Fate, LineChange, MAX_ROWS, Shift};
use crate::syntax::Line;

impl Pattern {
    /// The pattern after a shift that it survives as a whole; `None` when it must be made anew.
    pub fn shifted(&self, shift: &Shift) -> Option<Self> {
        let distance = |fate| match fate {
            Fate::Still => Some(0),
            Fate::Moves => Some(shift.distance()),
            Fate::Cut => None,
        };
        let own = distance(shift.region_fate(self.run.region()))?;
        let read = distance(shift.region_fate(self.area.on(self.sheet)))?;
        let mut moved = *self;
        match shift.axis {
            AxisKind::Rows => {
                let (top, bottom) = extent(self.rows, self.run);
                if top < 0 || bottom >= i64::from(MAX_ROWS) {
                    return None;
                }
                let line = |line| match line {
                    Line::Relative(offset) => Line::Relative(offset + read - own),
                    Line::Absolute(position) => Line::Absolute(position.saturating_add_signed(read)),
                };
                moved.rows = (line(self.rows.0), line(self.rows.1));
                for row in [&mut moved.area.first.row, &mut moved.area.last.row] {
                    *row = row.saturating_add_signed(read);
                }
                for row in [&mut moved.run.first, &mut moved.run.last] {
                    *row = row.saturating_add_signed(own);
                }
            }
            AxisKind::Columns => {
                for column in [&mut moved.area.first.column, &mut moved.area.last.column] {
                    *column = column.saturating_add_signed(read);
                }
                moved.run.column = moved.run.column.saturating_add_signed(own);
            }
        }
        Some(moved)
    }

    /// The cells of the run, as they stood before, for which a shift changes how many cells they read.
    pub fn disturbed(&self, shift: &Shift) -> Option<Span> {
        let (first, last) = shift.axis.lines(self.area);
        if self.sheet != shift.sheet || last < shift.at {
            return None;
        }
        let (lost, end) = shift.lost();
        let loses = first < end && last >= lost;
        let grows = matches!(shift.change, LineChange::Insert(_)) && first < shift.at;
        if shift.axis == AxisKind::Columns {
            return (loses || grows).then_some(self.run);
        }
        let nothing = (i64::from(self.run.last) + 1, i64::from(self.run.first) - 1);
        let losing = if loses { self.readers(lost, end - 1) } else { nothing };
        let growing = if grows {
            let (above, below) = (self.readers(shift.at - 1, shift.at - 1), self.readers(shift.at, shift.at));
            (above.0.max(below.0), above.1.min(below.1))
        } else {
            nothing
        };
        let both = [losing, growing].into_iter().filter(|(from, to)| from <= to);
        let (from, to) = both.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)))?;
        Some(Span { first: from as u32, last: to as u32, ..self.run })
    }
}
