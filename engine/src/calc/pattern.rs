//! How the cells of a run depend on the cells of one of its references: which rows are read, and which rows of the run
//! read a given row.

use super::cell_set::Span;
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Range, Region, SheetId};
use crate::syntax::{Line, Reference};

/// One reference of a run of formulas.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// The sheet that is read.
    pub sheet: SheetId,
    /// Every cell that some cell of the run reads, or a little more.
    pub area: Range,
    /// The run.
    pub run: Span,
    pub(super) rows: (Line, Line),
}

impl Pattern {
    /// The pattern of a reference in a run; `None` when no cell of the run can read anything through it.
    pub fn new(reference: &Reference, run: Span) -> Option<Self> {
        let sheet = reference.target(run.sheet)?;
        let column = |line: Line| line.resolve(run.column, MAX_COLUMNS);
        let (left, right) = (column(reference.first.column)?, column(reference.last.column)?);
        let rows = (reference.first.row, reference.last.row);
        let (top, bottom) = extent(rows, run);
        let (top, bottom) = (top.max(0), bottom.min(i64::from(MAX_ROWS) - 1));
        if bottom < 0 || top > bottom {
            return None;
        }
        let area = Range::new(Address::new(top as u32, left.min(right)), Address::new(bottom as u32, left.max(right)));
        Some(Self { sheet, area, run, rows })
    }

    /// The region it reads.
    pub const fn region(&self) -> Region {
        self.area.on(self.sheet)
    }

    /// Whether cells of a column are among those it reads.
    pub const fn reads_column(&self, column: u32) -> bool {
        self.area.first.column <= column && column <= self.area.last.column
    }

    /// The cells of the run that depend on any of the changed rows; perhaps a few more, never fewer.
    pub fn dependents(&self, changed: Span) -> Option<Span> {
        if changed.last < self.area.first.row || changed.first > self.area.last.row {
            return None;
        }
        let (from, to) = self.readers(changed.first, changed.last);
        let (from, to) = self.spread(from, to);
        (from <= to).then_some(Span { first: from as u32, last: to as u32, ..self.run })
    }

    /// The cells of the run that read any of some rows, without those that depend on these.
    pub fn direct(&self, first: u32, last: u32) -> Option<Span> {
        let (from, to) = self.readers(first, last);
        (from <= to).then_some(Span { first: from as u32, last: to as u32, ..self.run })
    }

    /// The rows of the run that read any row between two which are read at all; none where the first comes after the
    /// last.
    pub(super) fn readers(&self, first: u32, last: u32) -> (i64, i64) {
        let (first, last) = (i64::from(first), i64::from(last));
        let run = (i64::from(self.run.first), i64::from(self.run.last));
        let (from, to) = match self.rows {
            (Line::Relative(one), Line::Relative(other)) => {
                (first - i64::from(one.max(other)), last - i64::from(one.min(other)))
            }
            (Line::Absolute(_), Line::Absolute(_)) => run,
            (Line::Absolute(fixed), Line::Relative(offset)) | (Line::Relative(offset), Line::Absolute(fixed)) => {
                let (fixed, offset) = (i64::from(fixed), i64::from(offset));
                let from = if fixed < first { first - offset } else { run.0 };
                let to = if fixed > last { last - offset } else { run.1 };
                (from, to)
            }
        };
        (from.max(run.0), to.min(run.1))
    }

    /// Widens the dependents of a run that reads itself to all that they can reach, in one step.
    fn spread(&self, from: i64, to: i64) -> (i64, i64) {
        if from > to || !self.reads_itself() {
            return (from, to);
        }
        let upward = |line: Line| matches!(line, Line::Relative(offset) if offset >= 0);
        let downward = |line: Line| matches!(line, Line::Relative(offset) if offset <= 0);
        let (one, other) = self.rows;
        let from = if upward(one) || upward(other) { i64::from(self.run.first) } else { from };
        let to = if downward(one) || downward(other) { i64::from(self.run.last) } else { to };
        (from, to)
    }

    fn reads_itself(&self) -> bool {
        let run = self.run.region();
        self.sheet == run.sheet && self.area.intersection(run.range).is_some()
    }
}

/// The first and the last row that the cells of a run mean, perhaps outside the sheet.
pub(super) fn extent((one, other): (Line, Line), run: Span) -> (i64, i64) {
    let ends = |line: Line| match line {
        Line::Absolute(position) => (i64::from(position), i64::from(position)),
        Line::Relative(offset) => (i64::from(run.first) + i64::from(offset), i64::from(run.last) + i64::from(offset)),
    };
    let (one, other) = (ends(one), ends(other));
    (one.0.min(other.0), one.1.max(other.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::{Corner, Shape};

    fn reference(first: Line, last: Line) -> Reference {
        let column = Line::Absolute(0);
        let corner = |row| Corner { row, column };
        Reference { sheet: None, shape: Shape::Range, first: corner(first), last: corner(last) }
    }

    #[test]
    fn no_dependent_is_missed_and_few_are_guessed() {
        use Line::{Absolute, Relative};
        let run = Span { sheet: SheetId(0), column: 3, first: 10, last: 30 };
        for (one, other) in [
            (Relative(0), Relative(0)),
            (Relative(-3), Relative(2)),
            (Relative(2), Relative(-3)),
            (Absolute(5), Absolute(9)),
            (Absolute(15), Relative(0)),
            (Relative(-4), Absolute(20)),
        ] {
            let reference = reference(one, other);
            let pattern = Pattern::new(&reference, run).unwrap();
            for row in 0..50 {
                let changed = Span { column: 0, first: row, last: row, ..run };
                let found = pattern.dependents(changed);
                let reads = |row: u32| {
                    let region = reference.resolve(Address::new(row, 3).on(SheetId(0))).unwrap();
                    region.range.contains(Address::new(changed.first, 0))
                };
                for dependent in (run.first..=run.last).filter(|dependent| reads(*dependent)) {
                    let found = found.unwrap();
                    assert!(found.first <= dependent && dependent <= found.last, "{reference:?} row {row}");
                }
            }
        }
    }
}
