//! What becomes of formulas that wait for one another. In most books each of them is `#CIRC!`. A book that asks for it has
//! them calculated in rounds: one cell of each circle is held at the value it has, and what its own formula then gives is
//! the value that it is held at in the next round.
//!
//! Which cells are in a circle depends on the book alone, not on the order of edits. What can be calculated is calculated.
//! Each formula that is left reads something that is not; it waits for the first such cell that it comes to, where
//! arguments are read in their order and a range as a whole, column by column from the top. As each waits for one other
//! cell, their ways end in circles that share no cell. All cells of these are `#CIRC!`, which the others may read; and so
//! on with what is left then. It is the same whichever cell is looked at first: what is calculated only grows, so a
//! formula that waits for a cell of a circle never comes to wait for another.

use std::collections::VecDeque;
use std::collections::hash_map::Entry;

use rustc_hash::FxHashMap;

use super::cell_set::Span;
use super::graph::named_references;
use crate::base::Place;
use crate::book::{Book, Iteration};
use crate::value::{CellError, Number, Value};

/// A cell of a circle, held at a value while the others were calculated.
#[derive(Debug)]
pub struct Held {
    /// The cell.
    pub place: Place,
    /// The value it was held at.
    pub before: Value,
}

/// The cells that must be looked at in another round, since they gave something else than what they were held at; none
/// when all changes are within the limit.
pub fn unsettled(held: &[Held], book: &Book, iteration: Iteration) -> Vec<Span> {
    if held.iter().all(|cell| is_settled(&cell.before, &book.value(cell.place), iteration.change)) {
        return Vec::new();
    }
    held.iter().filter(|cell| book.value(cell.place) != cell.before).map(|cell| Span::cell(cell.place)).collect()
}

fn is_settled(before: &Value, after: &Value, limit: Number) -> bool {
    match (before, after) {
        (Value::Number(before), Value::Number(after)) => {
            after.minus(*before).is_ok_and(|difference| difference.abs() <= limit)
        }
        _ => before == after,
    }
}

/// The cells of the circle that a cell is in, from that cell on, each reading the next and the last reading the first.
/// Only cells that are `#CIRC!` count, so a branch that is not taken is no part of it; nothing for a cell that is in none.
pub fn circle_of(book: &Book, place: Place) -> Vec<Place> {
    let mut found_from: FxHashMap<Place, Place> = FxHashMap::default();
    let mut queue = VecDeque::from([place]);
    while let Some(cell) = queue.pop_front() {
        for precedent in circular_precedents(book, cell) {
            if precedent == place {
                return way_back(&found_from, cell);
            }
            if let Entry::Vacant(fresh) = found_from.entry(precedent) {
                fresh.insert(cell);
                queue.push_back(precedent);
            }
        }
    }
    Vec::new()
}

fn circular_precedents(book: &Book, cell: Place) -> Vec<Place> {
    let Some(formula) = book.formula(cell) else { return Vec::new() };
    let named = named_references(book, formula);
    let regions = formula.references.iter().chain(&named).filter_map(|reference| reference.resolve(cell));
    let mut precedents = Vec::new();
    for region in regions {
        let Some(sheet) = book.sheet(region.sheet) else { continue };
        sheet.visit(region.range, &mut |at, value| {
            if *value == Value::Error(CellError::Circular) {
                precedents.push(at.on(region.sheet));
            }
        });
    }
    precedents
}

/// The cells by which a cell was found, from the first to itself.
fn way_back(found_from: &FxHashMap<Place, Place>, to: Place) -> Vec<Place> {
    let mut way: Vec<Place> = std::iter::successors(Some(to), |cell| found_from.get(cell).copied()).collect();
    way.reverse();
    way
}
