//! One wave of recalculation: mark what may be stale, then calculate it, each cell after those it reads.
//!
//! The order is found while calculating: a formula that reads a stale cell is put aside until that cell is done. So
//! only what a formula really reads counts — a branch of `IF` that is not taken makes no cycle — and there is no
//! recursion that a long chain of cells could exhaust.

mod pauses;
mod spilling;
mod waiting;

use std::cell::RefCell;
use std::collections::HashSet;
use std::ops::RangeInclusive;
use std::rc::Rc;

use super::World;
use super::cell_set::{CellSet, Span};
use super::circles::Held;
use super::graph::{self, Graph};
use super::groups::Replaced;
use super::kernel::Kernel;
use super::maintained::Maintained;
use super::scope::CellScope;
use super::trace::{Calculated, Trace, Why};
use crate::base::{Address, Place};
use crate::book::{Book, Formula, Run, Sheet};
use crate::eval;
use crate::syntax::Reference;
use crate::value::{CellError, Value};
pub use pauses::Pauses;
use spilling::Spilling;

/// Shorter pieces of a column are evaluated without compiling their formula first.
const WORTH_COMPILING: u32 = 16;

/// Rows that a compiled formula is run over at a time. A browser puts its faster code for a function in place between
/// two calls and never within one, so work that can be long is done in many calls.
const PIECE: u32 = 256;

/// So often formulas with computed references are calculated again because arrays moved.
const MOST_ROUNDS: u32 = 8;

/// Runs of formulas that are looked up at a time.
const RUNS: usize = 256;

/// One recalculation under way.
pub struct Wave<'a> {
    book: &'a mut Book,
    graph: &'a Graph,
    maintained: &'a RefCell<Maintained>,
    world: &'a World,
    trace: Option<&'a mut Trace>,
    work: Worklist,
    pauses: Pauses<'a>,
}

/// What a wave has found and what it has not done yet. It outlives the wave when that is told to pause.
#[derive(Debug, Default)]
pub struct Worklist {
    /// Cells that may have to be calculated.
    pub stale: CellSet,
    /// Cells that must be calculated whatever they read.
    roots: CellSet,
    /// Cells whose value differs from before.
    pub changed: CellSet,
    /// The stale cells in the order they were found.
    order: Vec<Span>,
    /// How far in that order everything is done.
    next: usize,
    /// Cells that wait, each for the one after it.
    waiting: Vec<Place>,
    /// The same but for the last one, to be found quickly.
    under_way: HashSet<Place>,
    /// Cells of circles that are held at the value they have, in a book that wants circles calculated.
    pub held: Vec<Held>,
    /// What became of arrays.
    spilling: Spilling,
    /// How often formulas with computed references were calculated again.
    rounds: u32,
}

/// What a look at a stale cell led to.
enum Outcome {
    Done,
    Waits(Place),
}

impl<'a> Wave<'a> {
    /// A wave over a book, to go on with what another one left when it was told to pause.
    pub fn new(
        book: &'a mut Book,
        (graph, maintained): (&'a Graph, &'a RefCell<Maintained>),
        world: &'a World,
        trace: Option<&'a mut Trace>,
        (work, pauses): (Worklist, Pauses<'a>),
    ) -> Self {
        Self { book, graph, maintained, world, trace, work, pauses }
    }

    /// What was found and not done.
    pub fn rest(self) -> Worklist {
        self.work
    }

    /// Marks formulas that must be calculated, and everything that depends on them or on written cells.
    pub fn mark(&mut self, written: &[Span], formulas: &[Span]) {
        written.iter().for_each(|span| _ = self.work.changed.insert(*span));
        for span in formulas {
            _ = self.work.roots.insert(*span);
            self.work.order.extend(self.work.stale.insert(*span));
        }
        for span in written {
            self.mark_readers(*span);
        }
        let (stale, order) = (&mut self.work.stale, &mut self.work.order);
        let groups = &self.maintained.borrow().groups;
        groups.readers_of_changed().for_each(|reader| order.extend(stale.insert(reader)));
        self.mark_on(0);
    }

    /// Marks what depends on the stale cells found from a place in their order on.
    fn mark_on(&mut self, from: usize) {
        let mut next = from;
        while let Some(span) = self.work.order.get(next).copied() {
            self.mark_dependents(span);
            self.mark_arrays(span);
            next += 1;
        }
    }

    /// Calculates every stale cell that has to be, until it is told to pause, and says whether all is done.
    pub fn calculate(&mut self) -> bool {
        self.calculate_marked();
        while !self.pauses.is_now && self.work.rounds < MOST_ROUNDS && self.work.spilling.has_moved() {
            self.work.rounds += 1;
            // The graph does not know what a computed reference reads, so it may have read cells too early.
            for span in self.graph.computed_spans(self.book) {
                self.must_calculate(span);
            }
            self.calculate_marked();
        }
        !self.pauses.is_now
    }

    /// Calculates the stale cells, and those that become so meanwhile.
    fn calculate_marked(&mut self) {
        self.bring_up();
        while let Some(span) = self.work.order.get(self.work.next).copied().filter(|_| !self.pauses.is_now) {
            self.calculate_span(span);
            self.work.next += usize::from(!self.pauses.is_now);
        }
        if self.work.next == self.work.order.len() {
            self.work.order.clear();
            self.work.next = 0;
        }
    }

    fn calculate_span(&mut self, span: Span) {
        let mut first = span.first;
        while let Some(last) = self.calculate_some(Span { first, ..span }).filter(|last| *last < span.last) {
            first = last + 1;
        }
    }

    /// Calculates the stale cells of the first runs of a span. Gives the last row of these runs, if there are any and there
    /// was no pause.
    fn calculate_some(&mut self, span: Span) -> Option<u32> {
        let formulas = &self.book.sheet(span.sheet)?.formulas;
        let runs: Vec<Run> = formulas.runs_within(span.column, span.first, span.last).take(RUNS).collect();
        if runs.first().is_some_and(|run| run.last - run.first < PIECE) {
            self.make_room(span);
        }
        for run in &runs {
            let rows = run.first.max(span.first)..=run.last.min(span.last);
            self.calculate_rows(span, rows, &run.formula);
            if self.pauses.is_now {
                return None;
            }
        }
        runs.last().map(|run| run.last)
    }

    /// Calculates the stale cells of a run from the top, which is the right order for all but a few.
    fn calculate_rows(&mut self, span: Span, rows: RangeInclusive<u32>, formula: &Rc<Formula>) {
        let span = Span { first: *rows.start(), last: *rows.end(), ..span };
        if span.last - span.first >= WORTH_COMPILING
            && let Some(kernel) = Kernel::compile(&formula.expression, span)
            && kernel.is_ready(span, &self.work.stale)
        {
            for first in (span.first..=span.last).step_by(PIECE as usize) {
                let last = span.last.min(first + (PIECE - 1));
                if first == span.first + 2 * PIECE {
                    // The first pieces have shown what kind of numbers they are.
                    self.make_room(Span { first, ..span });
                }
                if !self.run_kernel(&kernel, Span { first, last, ..span }, formula) {
                    return self.calculate_each(Span { first, ..span }, formula);
                }
                if self.pauses.ask() {
                    return self.rest_before(last + 1);
                }
            }
            return;
        }
        self.calculate_each(span, formula);
    }

    fn calculate_each(&mut self, span: Span, formula: &Rc<Formula>) {
        for row in span.first..=span.last {
            self.calculate_row(span, row, formula);
            if self.pauses.ask_sometimes() {
                return self.rest_before(row + 1);
            }
        }
    }

    /// Remembers with which row of the present span to go on after the pause.
    fn rest_before(&mut self, row: u32) {
        match self.work.order.get_mut(self.work.next) {
            Some(span) if row <= span.last => span.first = row,
            _ => self.work.next += 1,
        }
    }

    fn make_room(&mut self, span: Span) {
        if let Some(sheet) = self.book.sheet_mut(span.sheet).filter(|_| span.last - span.first > PIECE) {
            sheet.make_room(span.column, span.first, span.last);
        }
    }

    #[inline(never)]
    fn calculate_row(&mut self, span: Span, row: u32, formula: &Rc<Formula>) {
        let place = Address::new(row, span.column).on(span.sheet);
        if self.work.stale.contains(place) && matches!(self.calculate_cell(place, formula), Outcome::Waits(_)) {
            self.work.waiting.push(place);
            self.bring_up();
        }
    }

    /// Runs a compiled formula down a piece of a column. Rows are taken off the stale ones together, as far as the program
    /// came. It stops, and says false, when an array has made more cells stale, which may be some that the rows read.
    #[inline(never)]
    fn run_kernel(&mut self, kernel: &Kernel, span: Span, formula: &Rc<Formula>) -> bool {
        let (mut done, marked) = (span.first, self.work.order.len());
        // Asked of the piece as a whole first: mostly all of it is stale, and all or none of it must be calculated.
        let (all_stale, all_roots) = (self.work.stale.covers(span), self.work.roots.covers(span));
        let is_watched = self.trace.is_some() || self.maintained.borrow().watches(span);
        for row in span.first..=span.last {
            let place = Address::new(row, span.column).on(span.sheet);
            let is_root = all_roots || self.work.roots.contains(place);
            if !(all_stale || self.work.stale.contains(place))
                || !(is_root || kernel.reads_any(row, &self.work.changed))
            {
                continue;
            }
            if !is_watched && let Some(units) = kernel.calculate_units(row, self.book) {
                self.store_unwatched(place, |sheet| sheet.set_units(place.address, units));
                continue;
            }
            match kernel.calculate(row, self.book, self.maintained) {
                Some(number) if is_watched => self.store(place, Value::Number(number)),
                Some(number) => self.store_unwatched(place, |sheet| sheet.set_number(place.address, number)),
                None => {
                    self.work.stale.remove_span(Span { first: done, last: row, ..span });
                    _ = self.work.stale.insert(Span::cell(place));
                    self.calculate_row(span, row, formula);
                    done = row + 1;
                    if self.work.order.len() > marked || self.pauses.is_now {
                        return false;
                    }
                }
            }
        }
        if done <= span.last {
            self.work.stale.remove_span(Span { first: done, ..span });
        }
        true
    }

    /// Marks what reads written cells; what asks for them by key is found by the groups that changed.
    fn mark_readers(&mut self, span: Span) {
        let (stale, order) = (&mut self.work.stale, &mut self.work.order);
        self.graph.readers(span, &mut |dependent| order.extend(stale.insert(dependent)));
    }

    #[inline(never)]
    fn mark_dependents(&mut self, span: Span) {
        let (stale, order) = (&mut self.work.stale, &mut self.work.order);
        self.graph.dependents(span, |dependent| order.extend(stale.insert(dependent)));
    }

    fn calculate_cell(&mut self, place: Place, formula: &Rc<Formula>) -> Outcome {
        // Whether a cell is in a circle is not told by the values that it reads, so one that was must look again.
        let is_circular = || self.book.value(place) == Value::Error(CellError::Circular);
        let must = self.work.roots.contains(place)
            || self.was_circular(place)
            || self.reads_news(place, formula)
            || is_circular();
        if !must || self.work.spilling.is_circular(place) {
            self.settled(place);
            return Outcome::Done;
        }
        let scope = CellScope::new((self.book, &self.work.stale), (self.graph, self.maintained), self.world, place);
        let value = eval::evaluate(&formula.expression, &scope);
        match scope.pending.get() {
            Some(pending) => Outcome::Waits(pending),
            None => {
                let asked = scope.asked.take();
                self.maintained.borrow_mut().groups.note(place, asked);
                self.finish(place, value);
                Outcome::Done
            }
        }
    }

    /// Whether anything the formula refers to has changed, or may yet.
    fn reads_news(&self, place: Place, formula: &Rc<Formula>) -> bool {
        let groups = &self.maintained.borrow().groups;
        let asked = groups.asked(place);
        if asked.is_some_and(|asked| groups.is_news(asked, &self.work.stale)) {
            return true;
        }
        let is_news = |reference: &Reference| {
            let region = reference.resolve(place);
            region.filter(|region| !asked.is_some_and(|asked| groups.covers(asked, *region))).is_some_and(|region| {
                self.work.changed.first_within(region).is_some() || self.work.stale.first_within(region).is_some()
            })
        };
        formula.references.iter().any(is_news)
            || graph::named_references(self.book, formula).iter().any(is_news)
            || self.graph.reads_more(place)
    }

    fn finish(&mut self, place: Place, value: Value) {
        self.settled(place);
        match value {
            Value::Array(array) if array.values().len() > 1 => self.spill(place, &array),
            value => {
                self.take_back(place);
                self.store(place, eval::shown(value.single()));
            }
        }
    }

    /// Writes a number that nothing is kept of.
    fn store_unwatched(&mut self, place: Place, write: impl FnOnce(&mut Sheet) -> bool) {
        if self.book.sheet_mut(place.sheet).is_some_and(write) {
            self.work.changed.add(place);
        }
    }

    /// Writes the result of a formula, and takes note of it when it differs from the one before.
    fn store(&mut self, place: Place, value: Value) {
        let before = self.book.value(place);
        let is_changed = before != value;
        self.write_down(place, is_changed);
        if is_changed {
            self.work.changed.add(place);
            if let Some(sheet) = self.book.sheet_mut(place.sheet) {
                sheet.set_value(place.address, value.clone());
            }
            self.maintained.borrow_mut().replace(self.book, &[Replaced { place, before, after: value }]);
        }
    }

    /// Lets the trace know that a cell was calculated, and what takes the difference if there is one.
    fn write_down(&mut self, place: Place, is_changed: bool) {
        if self.trace.is_none() {
            return;
        }
        let why = self.why(place);
        if let Some(trace) = &mut self.trace {
            trace.calculated.push(Calculated { place, why });
            if is_changed {
                trace.differences.extend(self.maintained.borrow().summaries.covering(place));
            }
        }
    }

    fn why(&self, place: Place) -> Why {
        if self.work.roots.contains(place) {
            return Why::Asked;
        }
        let Some(formula) = self.book.formula(place) else { return Why::Indirect };
        let named = graph::named_references(self.book, formula);
        let regions = formula.references.iter().chain(&named).filter_map(|reference| reference.resolve(place));
        let mut changed = regions.filter_map(|region| self.work.changed.first_within(region));
        changed.next().map_or(Why::Indirect, Why::Changed)
    }
}
