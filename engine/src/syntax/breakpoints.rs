//! Where a run of cells with one relative formula must be cut before a shift, so that each piece can be rewritten once.
//! A rewriting changes its kind only where the formula or a cell it means crosses an edge; those rows are collected.

use super::reference::{Line, Reference, Shape};
use super::tree::Expression;
use crate::base::{AxisKind, MAX_ROWS, SheetId, Shift, sorting};

/// The rows within a run, before the shift and ascending, where the rewriting of `expression` may differ from that of the
/// row before. `rows` are the first and the last row of the run, which stands in one column of `sheet`.
pub fn breakpoints(expression: &Expression, rows: (u32, u32), sheet: SheetId, shift: Shift) -> Vec<u32> {
    let mut edges = Edges { rows, shift, found: Vec::new() };
    let moves = sheet == shift.sheet;
    if moves && shift.axis == AxisKind::Rows {
        edges.crossings(0);
    }
    expression.walk(&mut |part| {
        if let Expression::Reference(reference) = part {
            let hit = reference.target(sheet) == Some(shift.sheet);
            if (moves || hit) && reference.shape != Shape::Columns {
                edges.reference(reference, hit && shift.axis == AxisKind::Rows);
            }
        }
    });
    sorting::sort(&mut edges.found);
    edges.found.dedup();
    edges.found
}

struct Edges {
    rows: (u32, u32),
    shift: Shift,
    found: Vec<u32>,
}

impl Edges {
    fn reference(&mut self, reference: &Reference, shifted: bool) {
        let (first, last) = (reference.first.row, reference.last.row);
        for (line, other) in [(first, last), (last, first)] {
            let Line::Relative(offset) = line else { continue };
            let offset = i64::from(offset);
            self.sheet_edges(offset);
            if shifted {
                self.crossings(offset);
                self.shrinking(offset, other);
            }
        }
    }

    /// Rows where a cell so many rows away crosses an edge of the shift.
    fn crossings(&mut self, offset: i64) {
        let (start, end) = self.shift.lost();
        for edge in [self.shift.at, start, end] {
            self.add(i64::from(edge) - offset);
        }
    }

    /// Rows where a cell so many rows away enters or leaves the sheet, or its first or last row.
    fn sheet_edges(&mut self, offset: i64) {
        let limit = i64::from(MAX_ROWS);
        for edge in [0, 1, limit - 1, limit] {
            self.add(edge - offset);
        }
    }

    /// Rows where this end is lost and the other is not: the range then ends at one and the same place for all of them,
    /// so that each row has its own rewriting.
    fn shrinking(&mut self, offset: i64, other: Line) {
        let (start, end) = self.lost_seen_from(offset);
        let (start, end) = match other {
            Line::Relative(other) => difference((start, end), self.lost_seen_from(i64::from(other))),
            Line::Absolute(fixed) if self.shift.moved(fixed).is_some() => (start, end),
            Line::Absolute(_) => return,
        };
        let (first, last) = (i64::from(self.rows.0), i64::from(self.rows.1));
        (start.max(first)..end.min(last + 1)).for_each(|row| self.add(row));
    }

    /// Rows from which a cell so many rows away is lost.
    fn lost_seen_from(&self, offset: i64) -> (i64, i64) {
        let (start, end) = self.shift.lost();
        (i64::from(start) - offset, i64::from(end) - offset)
    }

    fn add(&mut self, row: i64) {
        if let Ok(row) = u32::try_from(row)
            && self.rows.0 < row
            && row <= self.rows.1
        {
            self.found.push(row);
        }
    }
}

/// What is in one interval and not in another of the same length, which leaves a single piece.
fn difference(one: (i64, i64), other: (i64, i64)) -> (i64, i64) {
    if other.0 > one.0 { (one.0, one.1.min(other.0)) } else { (one.0.max(other.1), one.1) }
}
