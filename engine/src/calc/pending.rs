//! What happened to a book since it was calculated last: what is known of it follows at once, and the formulas that must
//! be calculated are noted until all has happened.

use super::cell_set::{CellSet, Span};
use super::groups::Replaced;
use super::{Calculator, Written};
use crate::base::{Region, Shift};
use crate::book::Book;

/// What waits for the next calculation.
#[derive(Debug, Default)]
pub struct Pending {
    /// Formulas that must be calculated.
    pub formulas: CellSet,
    /// Cells that were written, with another value or the same.
    pub touched: CellSet,
    /// Cells that hold another value.
    pub changed: CellSet,
    /// Whether everything must be calculated anew.
    pub everything: bool,
}

impl Calculator {
    /// Takes note of cells that were written.
    pub fn note_written(&mut self, book: &Book, written: &Written) {
        if self.pending.everything {
            return;
        }
        for span in spans_of(written) {
            _ = self.pending.touched.insert(span);
            let alone = self.graph.update(book, span);
            for formulas in self.graph.formulas_within(span).chain(alone) {
                _ = self.pending.formulas.insert(formulas);
            }
        }
        let mut replaced = Vec::new();
        for (place, before) in written {
            self.maintained.get_mut().groups.forget(*place);
            let after = book.value(*place);
            if after != *before {
                replaced.push(Replaced { place: *place, before: before.clone(), after });
                self.pending.changed.add(*place);
            }
        }
        if let Some(trace) = &mut self.trace {
            let summaries = &self.maintained.get_mut().summaries;
            trace.differences.extend(replaced.iter().flat_map(|cell| summaries.covering(cell.place)));
        }
        self.maintained.get_mut().replace(book, &replaced);
    }

    /// Takes note of rows or columns that came in blank, or went after they had been emptied.
    pub fn note_shifted(&mut self, book: &Book, shift: &Shift) {
        if self.pending.everything {
            return;
        }
        self.pending.formulas.shift(shift);
        self.pending.changed.shift(shift);
        self.pending.touched.shift(shift);
        let disturbed = self.graph.shift(book, shift);
        let homeless = self.maintained.get_mut().shift(shift);
        disturbed.spans().chain(homeless).for_each(|span| _ = self.pending.formulas.insert(span));
    }

    /// Takes note of cells of which something else than their value changed, such as whether they are hidden.
    pub fn note_looks(&mut self, region: Region) {
        let Self { graph, pending, .. } = self;
        graph.readers_of(region, &mut |span| _ = pending.formulas.insert(span));
    }

    /// Takes note that everything must be calculated anew, as after a sheet came or went.
    pub fn note_everything(&mut self) {
        self.pending.everything = true;
    }

    /// Whether anything waits for the next calculation.
    pub fn is_pending(&self) -> bool {
        let Pending { formulas, touched, changed, everything } = &self.pending;
        *everything || !formulas.is_empty() || !changed.is_empty() || !touched.is_empty()
    }
}

/// The written cells as spans of neighbouring rows.
fn spans_of(written: &Written) -> Vec<Span> {
    let mut set = CellSet::default();
    written.keys().for_each(|place| set.add(*place));
    set.spans().collect()
}
