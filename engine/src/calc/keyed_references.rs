//! Which ranges a formula asks only by key: the ranges of `SUMIFS` and its kin that stand nowhere else in it. A cell of
//! such a range matters to the formula only when it belongs to the group that the formula asked for.

use std::rc::Rc;

use super::cell_set::Span;
use crate::base::{Address, Place, Region};
use crate::book::{Book, Formula};
use crate::functions::{Function, Kind, library};
use crate::syntax::{Corner, Expression, Line, Reference, Shape};

/// Smaller ranges are read as they are.
const WORTH_KEEPING: u64 = 32;

/// The references of the formulas of a run.
#[derive(Debug, Default)]
pub struct References {
    /// Those that may be read as a whole.
    pub plain: Vec<Reference>,
    /// Those that are asked by key, each the same range for every cell of the run.
    pub keyed: Vec<Reference>,
}

impl References {
    /// Sorts the references of a run; `named` are those behind its names.
    pub fn of(book: &Book, formula: &Formula, named: Vec<Reference>, run: Span) -> Self {
        let mut found = Occurrences { book, keyed: Vec::new(), plain: Vec::new(), names: false };
        found.walk(&formula.expression);
        let mut references = Self { plain: formula.references.clone(), keyed: Vec::new() };
        if found.names {
            found.plain.extend_from_slice(&named);
        }
        references.plain.extend(named);
        let place = Address::new(run.first, run.column).on(run.sheet);
        for (reference, model) in found.keyed {
            let asked = model.and_then(|model| stretched(&reference, &model, place)).unwrap_or(reference.clone());
            let region = asked.resolve(place).filter(|region| region.range.count() >= WORTH_KEEPING);
            match region.filter(|_| is_fixed(&asked, run) && !found.plain.contains(&reference)) {
                Some(_) => {
                    references.plain.retain(|plain| *plain != reference);
                    references.keyed.push(asked);
                }
                None => references.plain.push(asked),
            }
        }
        references.settle(place);
        references
    }

    /// Makes a range that is also read as a whole, perhaps written in another way, an ordinary precedent.
    fn settle(&mut self, place: Place) {
        let whole: Vec<Region> = self.plain.iter().filter_map(|plain| plain.resolve(place)).collect();
        let mut seen = Vec::new();
        for reference in std::mem::take(&mut self.keyed) {
            let Some(region) = reference.resolve(place) else { continue };
            if whole.contains(&region) {
                self.plain.push(reference);
            } else if !seen.contains(&region) {
                seen.push(region);
                self.keyed.push(reference);
            }
        }
    }
}

/// Where references stand in a formula.
struct Occurrences<'a> {
    book: &'a Book,
    /// As a range of a keyed function, with the range whose size it takes.
    keyed: Vec<(Reference, Option<Reference>)>,
    /// Anywhere else.
    plain: Vec<Reference>,
    /// Whether a name stands anywhere else.
    names: bool,
}

impl Occurrences<'_> {
    fn walk(&mut self, expression: &Expression) {
        match expression {
            Expression::Reference(reference) => self.plain.push(reference.clone()),
            Expression::Name(_) => self.names = true,
            Expression::Call(name, arguments) => match library::find(name).filter(|function| function.keyed) {
                Some(function) => self.walk_keyed(function, arguments),
                None => arguments.iter().for_each(|argument| self.walk(argument)),
            },
            Expression::Chain(first, rest) => {
                self.walk(first);
                rest.iter().for_each(|(_, operand)| self.walk(operand));
            }
            Expression::Prefix(_, operand) | Expression::Percent(operand) | Expression::Group(operand) => {
                self.walk(operand);
            }
            Expression::Array(rows) => rows.iter().flatten().for_each(|value| self.walk(value)),
            _ => {}
        }
    }

    fn walk_keyed(&mut self, function: &Function, arguments: &[Expression]) {
        for (index, argument) in arguments.iter().enumerate() {
            let is_range = function.parameter(index).is_some_and(|parameter| parameter.kind == Kind::Any);
            match self.reference(argument).filter(|_| is_range) {
                Some(reference) => {
                    // `SUMIF` and `AVERAGEIF` give their last range the size of the first.
                    let model = (index == 2 && function.parameters.len() == 3).then(|| self.reference(&arguments[0]));
                    self.keyed.push((reference, model.flatten()));
                }
                None => self.walk(argument),
            }
        }
    }

    /// The reference that an argument is, or that a name stands for.
    fn reference(&self, argument: &Expression) -> Option<Reference> {
        match argument {
            Expression::Reference(reference) => Some(reference.clone()),
            Expression::Name(name) => match self.book.names.find(name).map(Rc::as_ref) {
                Some(Expression::Reference(reference)) => Some(reference.clone()),
                _ => None,
            },
            _ => None,
        }
    }
}

/// Whether a reference is the same range for every cell of a run.
fn is_fixed(reference: &Reference, run: Span) -> bool {
    run.first == run.last || (reference.first.row.is_absolute() && reference.last.row.is_absolute())
}

/// A reference from its upper left corner on, with the size of another that has one size in the whole run.
fn stretched(reference: &Reference, model: &Reference, place: Place) -> Option<Reference> {
    lesser(model.first.row, model.last.row)?;
    let size = model.resolve(place)?.range;
    let first = Corner {
        row: lesser(reference.first.row, reference.last.row)?,
        column: lesser(reference.first.column, reference.last.column)?,
    };
    let row = beyond(first.row, size.height() - 1);
    let last = Corner { row, column: beyond(first.column, size.width() - 1) };
    Some(Reference { shape: Shape::Range, first, last, ..reference.clone() })
}

fn lesser(one: Line, other: Line) -> Option<Line> {
    match (one, other) {
        (Line::Relative(one), Line::Relative(other)) => Some(Line::Relative(one.min(other))),
        (Line::Absolute(one), Line::Absolute(other)) => Some(Line::Absolute(one.min(other))),
        _ => None,
    }
}

fn beyond(line: Line, count: u32) -> Line {
    match line {
        Line::Relative(offset) => Line::Relative(offset.saturating_add_unsigned(count)),
        Line::Absolute(position) => Line::Absolute(position.saturating_add(count)),
    }
}
