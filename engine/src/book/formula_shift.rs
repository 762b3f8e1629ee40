//! Formulas when rows or columns come or go. A run that moves together with all it reads is not rewritten, one whose
//! references move as a whole is rewritten in its place, and only what is cut is taken apart.

use std::rc::Rc;

use super::formulas::{Formula, Formulas, Run};
use crate::base::{Address, AxisKind, LineChange, Place, Range, SheetId, Shift};
use crate::syntax::{Treatment, breakpoints, moved_reference, rewrite, treatment};

impl Formulas {
    /// Moves the formulas of a sheet and keeps their meaning. Those that lost what the opposite shift would not bring
    /// back are given as they were.
    pub fn shift(&mut self, sheet: SheetId, shift: Shift) -> Vec<Run> {
        let cut = self.rewrite_in_place(sheet, shift);
        if sheet == shift.sheet {
            self.move_runs(&shift);
        }
        let mut lost = Vec::new();
        for piece in cut.iter().flat_map(|run| pieces(sheet, run, shift)) {
            self.put_shifted(sheet, piece, shift, &mut lost);
        }
        if sheet == shift.sheet {
            self.join_at(&shift);
        }
        lost
    }

    /// Rewrites the runs that are treated as a whole, and takes out the others.
    fn rewrite_in_place(&mut self, sheet: SheetId, shift: Shift) -> Vec<Run> {
        let mut cut = Vec::new();
        for (column, runs) in self.columns.iter_mut() {
            for (first, (last, formula)) in runs.iter_mut() {
                let range = Range::new(Address::new(*first, *column), Address::new(*last, *column));
                match treatment(&formula.references, range.on(sheet), &shift) {
                    Treatment::Same => {}
                    Treatment::Rewritten => move_references(formula, range.first.on(sheet), shift),
                    Treatment::Cut => {
                        cut.push(Run { column: *column, first: *first, last: *last, formula: formula.clone() });
                    }
                }
            }
        }
        for run in &cut {
            self.take_out(run);
        }
        cut
    }

    /// Files the runs that move under their new places.
    fn move_runs(&mut self, shift: &Shift) {
        let distance = shift.distance();
        match shift.axis {
            AxisKind::Rows => self.columns.values_mut().for_each(|runs| {
                let moved = runs.split_off(&shift.at).into_iter();
                let moved = moved.filter_map(|(first, (last, formula))| {
                    Some((shift.moved(first)?, (last.saturating_add_signed(distance), formula)))
                });
                runs.extend(moved);
            }),
            AxisKind::Columns => {
                let columns = std::mem::take(&mut self.columns).into_iter();
                self.columns = columns.filter_map(|(column, runs)| Some((shift.moved(column)?, runs))).collect();
            }
        }
    }

    /// Puts the shifted part of a run where it belongs, and notes it as it was when a reference in it was deleted.
    fn put_shifted(&mut self, sheet: SheetId, piece: Run, shift: Shift, lost: &mut Vec<Run>) {
        let before = piece.range().first.on(sheet);
        let Some(after) = shift.place(before) else { return };
        let rewritten = rewrite(&piece.formula.expression, before, after, shift);
        let unchanged = rewritten.expression == piece.formula.expression;
        let formula = if unchanged { piece.formula.clone() } else { Formula::new(rewritten.expression) };
        let (column, first) = (after.address.column, after.address.row);
        self.put(Run { column, first, last: first + (piece.last - piece.first), formula });
        if rewritten.touched {
            lost.push(piece);
        }
    }

    /// Makes one run of two that meet where rows have gone.
    fn join_at(&mut self, shift: &Shift) {
        if shift.axis == AxisKind::Rows && matches!(shift.change, LineChange::Delete(_)) {
            let meeting = self.columns.iter().filter_map(|(column, runs)| {
                let (last, formula) = runs.get(&shift.at)?;
                Some(Run { column: *column, first: shift.at, last: *last, formula: formula.clone() })
            });
            meeting.collect::<Vec<_>>().into_iter().for_each(|run| self.put(run));
        }
    }

    fn take_out(&mut self, run: &Run) {
        if let Some(runs) = self.columns.find_mut(&run.column) {
            runs.remove(&run.first);
            if runs.is_empty() {
                self.columns.remove(&run.column);
            }
        }
    }
}

/// Rewrites the references of a formula whose first cell stands at a place.
fn move_references(formula: &mut Rc<Formula>, before: Place, shift: Shift) {
    let Some(after) = shift.place(before) else { return };
    let Formula { expression, references, .. } = Rc::make_mut(formula);
    let mut change = |reference: &mut _| *reference = moved_reference(reference, before, after, shift);
    expression.each_reference_mut(&mut change);
    references.iter_mut().for_each(change);
}

/// Cuts a run where the shift begins to treat its cells differently.
fn pieces(sheet: SheetId, run: &Run, shift: Shift) -> Vec<Run> {
    let cuts = breakpoints(&run.formula.expression, (run.first, run.last), sheet, shift);
    let starts = std::iter::once(run.first).chain(cuts.iter().copied());
    let ends = cuts.iter().map(|cut| cut - 1).chain([run.last]);
    starts.zip(ends).map(|(first, last)| Run { first, last, ..run.clone() }).collect()
}
