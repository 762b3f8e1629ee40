//! Why the formula of a cell gives an error. It is found by evaluating the formula again over the calculated book, apart
//! from all maintained state, so that asking changes nothing.

use super::World;
use super::trial::try_at;
use crate::base::Place;
use crate::book::Book;
use crate::eval::blame::{self, Blame};
use crate::syntax::Expression;
use crate::value::CellError;

/// What is to blame for the error that the formula of a cell gives; `None` for a cell without formula or error.
pub fn blame(book: &Book, world: &World, place: Place) -> Option<Blame> {
    let formula = book.formula(place)?;
    Some(blame_for(book, world, (place, &formula.expression), book.value(place).as_error()?))
}

/// What is to blame for an error that the formula of a cell gives somewhere in its result.
pub fn blame_for(book: &Book, world: &World, (place, formula): (Place, &Expression), error: CellError) -> Blame {
    try_at(book, world, place, |scope| blame::blame(formula, scope, error))
}
