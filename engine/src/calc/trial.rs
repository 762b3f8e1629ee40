//! The value of an expression that no cell holds, over the calculated book and apart from all maintained state, so that
//! asking changes nothing.

use std::cell::RefCell;

use super::World;
use super::cell_set::CellSet;
use super::graph::Graph;
use super::maintained::Maintained;
use super::scope::CellScope;
use crate::base::Place;
use crate::book::Book;
use crate::eval::{Scope, evaluate};
use crate::syntax::Expression;
use crate::value::Value;

/// The value that an expression would have in a cell.
pub fn value_at(book: &Book, world: &World, place: Place, expression: &Expression) -> Value {
    try_at(book, world, place, |scope| evaluate(expression, scope))
}

/// What something makes of the book as a cell sees it.
pub(super) fn try_at<T>(book: &Book, world: &World, place: Place, read: impl FnOnce(&dyn Scope) -> T) -> T {
    read_at((book, &RefCell::default()), world, place, read)
}

/// What something makes of the book as a cell sees it, with what is known of ranges.
pub(super) fn read_at<T>(
    (book, maintained): (&Book, &RefCell<Maintained>),
    world: &World,
    place: Place,
    read: impl FnOnce(&dyn Scope) -> T,
) -> T {
    let (stale, graph) = (CellSet::default(), Graph::default());
    read(&CellScope::new((book, &stale), (&graph, maintained), world, place))
}
