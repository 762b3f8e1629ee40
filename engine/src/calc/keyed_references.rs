//! Which ranges a formula asks only by key: the ranges of `SUMIFS` and its kin that stand nowhere else in it. A cell of
//! such a range matters to the formula only when it belongs to the group that the formula asked for.

use std::rc::Rc;

use super::cell_set::Span;
use super::graph::table_reference;
use super::pattern::extent;
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place, Region};
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
    /// Whether more cells are read than the references name.
    pub is_stretched: bool,
}

impl References {
    /// Sorts the references of a run; `named` are those behind its names and its parts of tables.
    pub fn of(book: &Book, formula: &Formula, named: Vec<Reference>, run: Span) -> Self {
        let mut found = Occurrences { book, keyed: Vec::new(), plain: Vec::new(), names: false };
        found.walk(&formula.expression);
        let mut references = Self { plain: formula.references.to_vec(), ..Self::default() };
        if found.names {
            found.plain.extend_from_slice(&named);
        }
        references.plain.extend(named);
        let place = Address::new(run.first, run.column).on(run.sheet);
        for (reference, model) in found.keyed {
            let stretched = model.and_then(|model| stretched(&reference, &model, run));
            references.is_stretched |= stretched.as_ref().is_some_and(|(stretched, _)| *stretched != reference);
            let (asked, is_exact) = stretched.unwrap_or((reference.clone(), true));
            let region = asked.resolve(place).filter(|region| region.range.count() >= WORTH_KEEPING);
            match region.filter(|_| is_exact && is_fixed(&asked, run) && !found.plain.contains(&reference)) {
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
            Expression::Table(part) => self.plain.extend(table_reference(self.book, part)),
            Expression::Name(_) => self.names = true,
            Expression::Call(name, arguments) => match library::find(name).filter(|function| function.keyed) {
                Some(function) => self.walk_keyed(function, arguments),
                None => arguments.iter().for_each(|argument| self.walk(argument)),
            },
            other => other.each_part(&mut |part| self.walk(part)),
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
            Expression::Table(part) => table_reference(self.book, part),
            Expression::Name(name) => {
                // A name that means something else on another sheet is left to be read as a whole.
                let mut meanings = self.book.names.all(name).map(Rc::as_ref);
                match (meanings.next(), meanings.next()) {
                    (Some(Expression::Reference(reference)), None) => Some(reference.clone()),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// Whether a reference is the same range for every cell of a run.
fn is_fixed(reference: &Reference, run: Span) -> bool {
    let (first, last) = (reference.first.row.is_absolute(), reference.last.row.is_absolute());
    // A range that grows is read as a whole, also by a formula that is alone: others beside it may have gone.
    (first && last) || (run.first == run.last && first == last)
}

/// A reference from its upper left corner on, with the size of another. Where either has not one size in the whole run,
/// the cells that are read in all of it together; whether it is exact is given too.
fn stretched(reference: &Reference, model: &Reference, run: Span) -> Option<(Reference, bool)> {
    let size = model.resolve(Address::new(run.first, run.column).on(run.sheet))?.range;
    let rows = (reference.first.row, reference.last.row);
    let (first, last, is_exact) = match (lesser(rows.0, rows.1), lesser(model.first.row, model.last.row)) {
        (Some(first), Some(_)) => (first, beyond(first, size.height() - 1), true),
        _ => {
            let height = [run.first, run.last].map(|row| height(model, row)).into_iter().max()?;
            let (top, bottom) = extent(rows, run);
            let line = |row: i64| Line::Absolute(row.clamp(0, i64::from(MAX_ROWS) - 1) as u32);
            (line(top), line(bottom + height - 1), false)
        }
    };
    let columns = (reference.first.column, reference.last.column);
    let left = match lesser(columns.0, columns.1) {
        Some(left) => left,
        None => {
            Line::Absolute(columns.0.resolve(run.column, MAX_COLUMNS)?.min(columns.1.resolve(run.column, MAX_COLUMNS)?))
        }
    };
    let first = Corner { row: first, column: left };
    let last = Corner { row: last, column: beyond(left, size.width() - 1) };
    Some((Reference { shape: Shape::Range, first, last, ..reference.clone() }, is_exact))
}

/// How many rows a reference has, seen from a row.
fn height(reference: &Reference, row: u32) -> i64 {
    let at = |line: Line| match line {
        Line::Relative(offset) => i64::from(row) + i64::from(offset),
        Line::Absolute(position) => i64::from(position),
    };
    (at(reference.first.row) - at(reference.last.row)).abs() + 1
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
