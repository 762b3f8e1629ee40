//! Rewrites a formula after rows or columns were inserted or deleted, so that it means the same cells as before.

use super::reference::{Corner, Line, Reference, Shape};
use super::tree::Expression;
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place, SheetId};
use crate::value::CellError;

/// The direction lines are counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AxisKind {
    /// Rows, from the top.
    Rows,
    /// Columns, from the left.
    Columns,
}

/// What happens to the lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Change {
    /// So many new lines.
    Insert(u32),
    /// So many lines fewer.
    Delete(u32),
}

/// Rows or columns inserted or deleted on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shift {
    /// The sheet.
    pub sheet: SheetId,
    /// Rows or columns.
    pub axis: AxisKind,
    /// The first line that is new or deleted.
    pub at: u32,
    /// What happens there.
    pub change: Change,
}

/// A formula after a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// The tree at the formula's new place.
    pub expression: Expression,
    /// Whether something was lost that the opposite shift would not bring back: the line of a corner was deleted, or the
    /// cells were pushed out of the sheet.
    pub touched: bool,
}

impl AxisKind {
    /// Number of lines of a sheet.
    pub const fn limit(self) -> u32 {
        match self {
            Self::Rows => MAX_ROWS,
            Self::Columns => MAX_COLUMNS,
        }
    }
}

impl Shift {
    /// Where a line stands afterwards; `None` when it was deleted or pushed out of the sheet.
    pub fn moved(&self, position: u32) -> Option<u32> {
        match self.change {
            _ if position < self.at => Some(position),
            Change::Insert(count) => position.checked_add(count).filter(|moved| *moved < self.axis.limit()),
            Change::Delete(count) => (position - self.at >= count).then(|| position - count),
        }
    }

    /// The lines that are lost, from the first to the one after the last.
    pub(super) fn lost(&self) -> (u32, u32) {
        let limit = self.axis.limit();
        match self.change {
            Change::Insert(count) => (limit.saturating_sub(count).max(self.at), limit),
            Change::Delete(count) => (self.at, self.at.saturating_add(count)),
        }
    }

    /// What the lines from `low` to `high` become, and whether an end was lost; `None` when all of them were. An interval
    /// from edge to edge of the sheet stays as it is.
    fn interval(&self, low: u32, high: u32) -> Option<(u32, u32, bool)> {
        let last = self.axis.limit() - 1;
        if (low, high) == (0, last) {
            return Some((low, high, false));
        }
        let (after, before) = match self.change {
            Change::Insert(_) => (None, Some(last)),
            Change::Delete(_) => (Some(self.at), self.at.checked_sub(1)),
        };
        let (new_low, new_high) = (self.moved(low), self.moved(high));
        let (from, to) = (new_low.or(after)?, new_high.or(before)?);
        let lost = new_low.is_none() || new_high.is_none() || (from, to) == (0, last);
        (from <= to).then_some((from, to, lost))
    }
}

/// The tree that means at `after` what `expression` meant at `before`, the formula's place before and after the shift.
pub fn rewrite(expression: &Expression, before: Place, after: Place, shift: Shift) -> Rewritten {
    let journey = Journey { before, after, shift };
    let mut touched = false;
    let expression = expression.map_references(&mut |reference| match journey.reference(reference) {
        Some((reference, lost)) => {
            touched |= lost;
            Expression::Reference(reference)
        }
        None => {
            touched = true;
            Expression::Error(CellError::Reference)
        }
    });
    Rewritten { expression, touched }
}

/// A formula's way through a shift.
struct Journey {
    before: Place,
    after: Place,
    shift: Shift,
}

/// Both ends of a reference in one direction.
type Ends = (Line, Line);

impl Journey {
    /// The reference afterwards, and whether an end was lost; `None` when nothing is left of it.
    fn reference(&self, reference: &Reference) -> Option<(Reference, bool)> {
        let hit = reference.target(self.before.sheet) == Some(self.shift.sheet);
        let still = self.before.address == self.after.address;
        if still && (!hit || !resolves(reference, self.before.address)) {
            return Some((reference.clone(), false));
        }
        let shifted = |axis, whole| (hit && self.shift.axis == axis && reference.shape != whole).then_some(self.shift);
        let (from, to) = (self.before.address, self.after.address);
        let rows = (reference.first.row, reference.last.row);
        let (rows, lost_row) = ends(rows, (from.row, to.row), MAX_ROWS, shifted(AxisKind::Rows, Shape::Columns))?;
        let columns = (reference.first.column, reference.last.column);
        let (columns, lost_column) =
            ends(columns, (from.column, to.column), MAX_COLUMNS, shifted(AxisKind::Columns, Shape::Rows))?;
        let first = Corner { row: rows.0, column: columns.0 };
        let last = Corner { row: rows.1, column: columns.1 };
        let moved = Reference { sheet: reference.sheet.clone(), shape: reference.shape, first, last };
        Some((moved, lost_row || lost_column))
    }
}

fn resolves(reference: &Reference, origin: Address) -> bool {
    reference.first.resolve(origin).is_some() && reference.last.resolve(origin).is_some()
}

/// Both ends seen from the formula's new line, after the shift where it concerns them.
fn ends(lines: Ends, origin: (u32, u32), limit: u32, shift: Option<Shift>) -> Option<(Ends, bool)> {
    let (first, last) = (lines.0.resolve(origin.0, limit)?, lines.1.resolve(origin.0, limit)?);
    let (low, high) = (first.min(last), first.max(last));
    let (low, high, lost) = shift.map_or(Some((low, high, false)), |shift| shift.interval(low, high))?;
    let (first, last) = if first <= last { (low, high) } else { (high, low) };
    let line = |line: Line, position| Line::at(position, origin.1, line.is_absolute());
    Some(((line(lines.0, first), line(lines.1, last)), lost))
}
