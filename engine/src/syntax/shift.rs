//! Rewrites a formula after rows or columns were inserted or deleted, so that it means the same cells as before.

use super::reference::{Corner, Line, Reference, Shape};
use super::tree::Expression;
use crate::base::{Address, AxisKind, MAX_COLUMNS, MAX_ROWS, Place, Shift};
use crate::value::CellError;

/// A formula after a shift.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewritten {
    /// The tree at the formula's new place.
    pub expression: Expression,
    /// Whether something was lost that the opposite shift would not bring back: the line of a corner was deleted, or the
    /// cells were pushed out of the sheet.
    pub touched: bool,
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

/// A reference as it is to be written after a shift that it survives; as it was when it does not.
pub fn moved_reference(reference: &Reference, before: Place, after: Place, shift: Shift) -> Reference {
    let moved = Journey { before, after, shift }.reference(reference);
    moved.map_or_else(|| reference.clone(), |(reference, _)| reference)
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
        if still && (!hit || !resolves(reference, self.before.address, self.shift.axis)) {
            return Some((reference.clone(), false));
        }
        let (from, to) = (self.before.address, self.after.address);
        let mut rows = ((reference.first.row, reference.last.row), false);
        let mut columns = ((reference.first.column, reference.last.column), false);
        // Along the other axis nothing moves, so what is meant there stays as it is, even where it is outside the sheet.
        match self.shift.axis {
            AxisKind::Rows => {
                let shift = (hit && reference.shape != Shape::Columns).then_some(self.shift);
                rows = ends(rows.0, (from.row, to.row), MAX_ROWS, shift)?;
            }
            AxisKind::Columns => {
                let shift = (hit && reference.shape != Shape::Rows).then_some(self.shift);
                columns = ends(columns.0, (from.column, to.column), MAX_COLUMNS, shift)?;
            }
        }
        let ((rows, lost_row), (columns, lost_column)) = (rows, columns);
        let first = Corner { row: rows.0, column: columns.0 };
        let last = Corner { row: rows.1, column: columns.1 };
        let moved = Reference { sheet: reference.sheet.clone(), shape: reference.shape, first, last };
        Some((moved, lost_row || lost_column))
    }
}

/// Whether both ends lie within the sheet along an axis.
fn resolves(reference: &Reference, origin: Address, axis: AxisKind) -> bool {
    let (first, last) = (reference.first, reference.last);
    let (lines, origin) = match axis {
        AxisKind::Rows => ([first.row, last.row], origin.row),
        AxisKind::Columns => ([first.column, last.column], origin.column),
    };
    lines.iter().all(|line| line.resolve(origin, axis.limit()).is_some())
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
