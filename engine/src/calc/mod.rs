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
mod settling;
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
use crate::eval::evaluate;
use crate::syntax::Expression;
use crate::value::{Number, Value};

pub use blame::{blame, blame_for};
pub use cell_set::{CellSet, Span};
pub use circles::circle_of;
pub use trace::{Calculated, Trace, Why};
pub use trial::value_at;
pub use vocabulary::BookVocabulary;

use graph::Graph;
use maintained::Maintained;
use pending::Pending;
use settling::Settling;

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

/// Keeps the values of a book's formulas up to date.
#[derive(Debug, Default)]
pub struct Calculator {
    graph: Graph,
    maintained: RefCell<Maintained>,
    pending: Pending,
    under_way: Option<Settling>,
    trace: Option<Trace>,
}

impl Calculator {
    /// Calculates everything anew, after a book was opened or its structure changed; gives the cells that changed.
    pub fn recalculate_all(&mut self, book: &mut Book, world: &World) -> CellSet {
        self.note_everything();
        self.settle(book, world)
    }

    /// Calculates what depends on written cells, and gives every cell whose value changed, written ones included.
    pub fn recalculate(&mut self, book: &mut Book, world: &World, written: &Written) -> CellSet {
        self.note_written(book, written);
        self.settle(book, world)
    }

    /// Sum and counts of a region, from the maintained state.
    pub fn summary(&self, book: &Book, region: Region) -> crate::functions::Summary {
        self.maintained.borrow_mut().summaries.summary(book, region)
    }

    /// Least and greatest number of a region, from the maintained state.
    pub fn extremes(&self, book: &Book, region: Region) -> crate::functions::Extremes {
        self.maintained.borrow_mut().summaries.extremes(book, region)
    }

    /// The value that an expression would have in a cell, with what is kept up to date of ranges.
    pub fn value_at(&self, book: &Book, world: &World, place: Place, expression: &Expression) -> Value {
        trial::read_at((book, &self.maintained), world, place, |scope| evaluate(expression, scope))
    }

    /// Starts writing down which cells are calculated, or stops and gives what was written.
    pub fn set_trace(&mut self, on: bool) -> Option<Trace> {
        std::mem::replace(&mut self.trace, on.then(Trace::default))
    }
}
