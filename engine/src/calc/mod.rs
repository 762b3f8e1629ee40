//! Recalculation: which cells are stale after an edit, in what order they are calculated, and doing it. Work is
//! proportional to what changed: dependencies are kept between runs of cells, sums are maintained by their differences,
//! and a cell whose value stays the same ends the wave.

mod blame;
mod cell_set;
mod circles;
mod ends;
mod graph;
mod graph_shift;
mod group_index;
mod groups;
mod kernel;
mod keyed_references;
mod maintained;
mod pattern;
mod pattern_shift;
mod pending;
mod positions;
mod scope;
mod summaries;
mod trace;
mod trial;
mod vocabulary;
mod wave;

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use crate::base::{Place, Region};
use crate::book::Book;
use crate::display::Locale;
use crate::value::{Number, Value};

pub use blame::{blame, blame_for};
pub use cell_set::{CellSet, Span};
pub use circles::circle_of;
pub use trace::{Calculated, Trace, Why};
pub use trial::value_at;
pub use vocabulary::BookVocabulary;

use circles::Held;
use graph::Graph;
use maintained::Maintained;
use pending::Pending;
use wave::Wave;

/// The world as one recalculation sees it.
#[derive(Debug)]
pub struct World {
    /// Date and time as a serial number.
    pub now: Number,
    /// Language in which text counts as a number.
    pub locale: Locale,
    /// State of the random numbers.
    pub seed: Cell<u64>,
}

/// Cells that an edit wrote, with the value each had before.
pub type Written = BTreeMap<Place, Value>;

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

/// Keeps the values of a book's formulas up to date.
#[derive(Debug, Default)]
pub struct Calculator {
    graph: Graph,
    maintained: RefCell<Maintained>,
    pending: Pending,
    trace: Option<Trace>,
}

impl Calculator {
    /// Calculates everything anew, after a book was opened or its structure changed; gives the cells that changed.
    pub fn recalculate_all(&mut self, book: &mut Book, world: &World) -> CellSet {
        self.pending = Pending::default();
        self.graph = Graph::of(book);
        *self.maintained.get_mut() = Maintained::default();
        self.begin(world);
        let formulas = joined(self.graph.formula_spans());
        self.run(book, world, &Start { formulas: &formulas, is_full: true, ..Start::default() })
    }

    /// Calculates what depends on written cells, and gives every cell whose value changed, written ones included.
    pub fn recalculate(&mut self, book: &mut Book, world: &World, written: &Written) -> CellSet {
        self.note_written(book, written);
        self.settle(book, world)
    }

    /// Calculates what depends on all that was noted, and gives every cell whose value changed, written ones included.
    pub fn settle(&mut self, book: &mut Book, world: &World) -> CellSet {
        let pending = std::mem::take(&mut self.pending);
        if pending.everything {
            return self.recalculate_all(book, world);
        }
        self.begin(world);
        let written: Vec<Span> = pending.changed.spans().collect();
        let touched: Vec<Span> = pending.touched.spans().collect();
        let noted = pending.formulas.spans().flat_map(|span| self.graph.formulas_within(span));
        let formulas: Vec<Span> = self.graph.volatile_spans().chain(noted).collect();
        let start = Start { written: &written, formulas: &formulas, touched: &touched, is_full: false };
        let mut all = self.run(book, world, &start);
        written.into_iter().for_each(|span| _ = all.insert(span));
        all
    }

    /// Sum and counts of a region, from the maintained state.
    pub fn summary(&self, book: &Book, region: Region) -> crate::functions::Summary {
        self.maintained.borrow_mut().summaries.summary(book, region)
    }

    /// Starts writing down which cells are calculated, or stops and gives what was written.
    pub fn set_trace(&mut self, on: bool) -> Option<Trace> {
        std::mem::replace(&mut self.trace, on.then(Trace::default))
    }

    fn begin(&mut self, world: &World) {
        for place in self.maintained.get_mut().groups.begin(world.locale) {
            self.graph.turn(place, true);
        }
    }

    fn run(&mut self, book: &mut Book, world: &World, start: &Start<'_>) -> CellSet {
        let (mut changed, mut held) = self.wave(book, world, start);
        for _ in 1..book.iteration.map_or(0, |iteration| iteration.rounds) {
            let unsettled = book.iteration.map(|iteration| circles::unsettled(&held, book, iteration));
            let Some(unsettled) = unsettled.filter(|cells| !cells.is_empty()) else { break };
            let (further, again) = self.wave(book, world, &Start { written: &unsettled, ..Start::default() });
            further.spans().for_each(|span| _ = changed.insert(span));
            held = again;
        }
        self.maintained.get_mut().groups.end();
        changed
    }

    /// Calculates what is stale once; gives the cells whose value changed and those of circles that were held.
    fn wave(&mut self, book: &mut Book, world: &World, start: &Start<'_>) -> (CellSet, Vec<Held>) {
        let mut wave = Wave::new(book, (&self.graph, &self.maintained), world, self.trace.as_mut());
        wave.mark(start.written, start.formulas);
        if start.is_full {
            wave.drop_orphans();
        }
        start.touched.iter().for_each(|span| wave.meet_arrays(*span));
        let outcome = wave.calculate();
        for (place, refused) in std::mem::take(&mut self.maintained.get_mut().groups.turned) {
            self.graph.turn(place, refused);
        }
        outcome
    }
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
