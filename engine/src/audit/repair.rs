//! Formulas that would be right.

use crate::base::{Address, Place};
use crate::book::{Content, Formula};
use crate::syntax::{Corner, Expression, Line, Operator, Reference, Shape};

/// The sum of rows of a cell's own column, neighbours taken together; the rows in order.
pub fn sum(place: Place, rows: &[u32]) -> Option<Content> {
    let mut pieces: Vec<(u32, u32)> = Vec::new();
    for row in rows {
        match pieces.last_mut() {
            Some((_, last)) if *last + 1 == *row => *last = *row,
            _ => pieces.push((*row, *row)),
        }
    }
    let arguments: Vec<Expression> = pieces
        .into_iter()
        .map(|(first, last)| {
            reference(place, Address::new(first, place.address.column), Address::new(last, place.address.column))
        })
        .collect();
    (!arguments.is_empty()).then(|| content(Expression::Call("SUM".into(), arguments)))
}

/// The sum of cells beside one another.
pub fn row_sum(place: Place, first: Address, last: Address) -> Content {
    content(Expression::Call("SUM".into(), vec![reference(place, first, last)]))
}

/// A product of two cells.
pub fn product(place: Place, one: Address, other: Address) -> Content {
    let factor = |cell| reference(place, cell, cell);
    content(Expression::Chain(Box::new(factor(one)), vec![(Operator::Multiply, factor(other))]))
}

/// A difference the other way round.
pub fn swapped(first: &Expression, second: &Expression) -> Content {
    content(Expression::Chain(Box::new(second.clone()), vec![(Operator::Subtract, first.clone())]))
}

fn content(expression: Expression) -> Content {
    Content::Formula(Formula::new(expression))
}

fn reference(place: Place, first: Address, last: Address) -> Expression {
    let corner = |cell: Address| Corner {
        row: Line::at(cell.row, place.address.row, false),
        column: Line::at(cell.column, place.address.column, false),
    };
    let shape = if first == last { Shape::Cell } else { Shape::Range };
    Expression::Reference(Reference { sheet: None, shape, first: corner(first), last: corner(last) })
}
