//! Calculating what was noted, at once or a little at a time. Between two parts the book holds some values of before and
//! some of after; nothing but the calculator may write into it then, unless the work is abandoned first.

use super::cell_set::{CellSet, Span};
use super::graph::Graph;
use super::maintained::Maintained;
use super::pending::Pending;
use super::wave::{Pauses, Wave, Worklist};
use super::{Calculator, World, circles};
use crate::book::Book;

/// A calculation that has begun.
#[derive(Debug, Default)]
pub struct Settling {
    work: Worklist,
    /// Cells that were written, or changed in rounds before this one.
    changed: CellSet,
    /// Rounds in which circles may still be calculated.
    rounds: u32,
    /// Whether all formulas are calculated.
    is_full: bool,
}

/// Where a wave starts.
#[derive(Debug, Default)]
struct Start<'a> {
    /// Written cells whose value changed.
    written: &'a [Span],
    /// Formulas that must be calculated.
    formulas: &'a [Span],
    /// All written cells.
    touched: &'a [Span],
    /// Whether all formulas are calculated, wherever they stand now.
    is_full: bool,
}

impl Calculator {
    /// Calculates what depends on all that was noted, and gives every cell whose value changed, written ones included.
    pub fn settle(&mut self, book: &mut Book, world: &World) -> CellSet {
        loop {
            if let Some(changed) = self.settle_some(book, world, &mut || false) {
                return changed;
            }
        }
    }

    /// Goes on with [`Calculator::settle`] until a function that is asked now and then wants a pause. Gives the cells when
    /// all is done.
    pub fn settle_some(&mut self, book: &mut Book, world: &World, wanted: &mut dyn FnMut() -> bool) -> Option<CellSet> {
        let mut settling = self.under_way.take().unwrap_or_else(|| self.begin(book, world));
        loop {
            let work = std::mem::take(&mut settling.work);
            let parts = (&self.graph, &self.maintained);
            let mut wave = Wave::new(book, parts, world, self.trace.as_mut(), (work, Pauses::new(wanted)));
            let is_done = wave.calculate();
            settling.work = wave.rest();
            if !is_done {
                self.under_way = Some(settling);
                return None;
            }
            self.turn();
            let unsettled = next_round(&mut settling, book);
            if unsettled.is_empty() {
                self.maintained.get_mut().groups.end();
                return Some(settling.changed);
            }
            settling.work = self.marked(book, world, &Start { written: &unsettled, ..Start::default() });
        }
    }

    /// How many cells are still to be looked at in a calculation that has begun.
    pub fn left(&self) -> u64 {
        self.under_way.as_ref().map_or(0, |settling| settling.work.stale.count())
    }

    /// Gives up a calculation that has begun. What it would have done is noted for the next one.
    pub fn abandon(&mut self) {
        let Some(settling) = self.under_way.take() else { return };
        self.turn();
        self.maintained.get_mut().groups.end();
        let Settling { work, changed, is_full, .. } = settling;
        self.pending.everything |= is_full;
        for span in changed.spans().chain(work.changed.spans()) {
            _ = self.pending.changed.insert(span);
            _ = self.pending.formulas.insert(span);
        }
        work.stale.spans().for_each(|span| _ = self.pending.formulas.insert(span));
        work.held.iter().for_each(|held| self.pending.formulas.add(held.place));
    }

    fn begin(&mut self, book: &mut Book, world: &World) -> Settling {
        let Pending { formulas, touched, changed, everything } = std::mem::take(&mut self.pending);
        if everything {
            self.graph = Graph::of(book);
            *self.maintained.get_mut() = Maintained::default();
        }
        for place in self.maintained.get_mut().groups.begin(world.locale) {
            self.graph.turn(place, true);
        }
        let written: Vec<Span> = if everything { Vec::new() } else { changed.spans().collect() };
        let touched: Vec<Span> = if everything { Vec::new() } else { touched.spans().collect() };
        let formulas: Vec<Span> = if everything {
            joined(self.graph.formula_spans())
        } else {
            let noted = formulas.spans().flat_map(|span| self.graph.formulas_within(span));
            self.graph.volatile_spans().chain(noted).collect()
        };
        let start = Start { written: &written, formulas: &formulas, touched: &touched, is_full: everything };
        let work = self.marked(book, world, &start);
        let rounds = book.iteration.map_or(0, |iteration| iteration.rounds.saturating_sub(1));
        Settling { work, changed: if everything { CellSet::default() } else { changed }, rounds, is_full: everything }
    }

    /// The work of a wave that starts somewhere.
    fn marked(&mut self, book: &mut Book, world: &World, start: &Start<'_>) -> Worklist {
        let (parts, mut never) = ((&self.graph, &self.maintained), || false);
        let nothing = (Worklist::default(), Pauses::new(&mut never));
        let mut wave = Wave::new(book, parts, world, self.trace.as_mut(), nothing);
        wave.mark(start.written, start.formulas);
        if start.is_full {
            wave.drop_orphans();
        }
        start.touched.iter().for_each(|span| wave.meet_arrays(*span));
        wave.rest()
    }

    /// Lets the graph know which formulas were refused a group.
    fn turn(&mut self) {
        for (place, refused) in std::mem::take(&mut self.maintained.get_mut().groups.turned) {
            self.graph.turn(place, refused);
        }
    }
}

/// Takes over what changed in a round, and gives the cells that want another one.
fn next_round(settling: &mut Settling, book: &Book) -> Vec<Span> {
    settling.work.changed.spans().for_each(|span| _ = settling.changed.insert(span));
    let Some(iteration) = book.iteration.filter(|_| settling.rounds > 0) else { return Vec::new() };
    settling.rounds -= 1;
    circles::unsettled(&settling.work.held, book, iteration)
}

/// Spans with those that stand just below one another made one.
fn joined(spans: impl Iterator<Item = Span>) -> Vec<Span> {
    let mut joined: Vec<Span> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(above)
                if (Span { last: span.last, ..*above }) == (Span { first: above.first, ..span })
                    && above.last + 1 == span.first =>
            {
                above.last = span.last;
            }
            _ => joined.push(span),
        }
    }
    joined
}
