//! What calculated cells can have been before figures were rounded and printed: every amount that stands in a report table
//! may be any that rounds to it.

use std::collections::HashMap;

use super::estimate::Estimate;
use crate::base::{Address, Place};
use crate::book::{Book, Sheet};
use crate::syntax::{Expression, Operator, Prefix, Reference, Shape};
use crate::value::{Number, Value};

/// Formulas that read formulas are followed so far.
const DEEPEST: u32 = 64;
/// Longer sums are none of a report table.
const MOST_ADDENDS: u64 = 10_000;

/// Estimates of the cells of a book.
pub struct Rounding<'a> {
    book: &'a Book,
    known: HashMap<Place, Option<Estimate>>,
}

impl<'a> Rounding<'a> {
    /// Estimates of a book's cells, none made yet.
    pub fn of(book: &'a Book) -> Self {
        Self { book, known: HashMap::new() }
    }

    /// What a cell can be; `None` where its formula does more than sums, products and plain choices.
    pub fn cell(&mut self, place: Place) -> Option<Estimate> {
        self.cell_at(place, 0)
    }

    fn cell_at(&mut self, place: Place, depth: u32) -> Option<Estimate> {
        if let Some(known) = self.known.get(&place) {
            return *known;
        }
        let found = self.look(place, depth);
        self.known.insert(place, found);
        found
    }

    fn look(&mut self, place: Place, depth: u32) -> Option<Estimate> {
        let sheet = self.book.sheet(place.sheet)?;
        match sheet.formulas.at(place.address) {
            Some(_) if depth >= DEEPEST => None,
            Some(formula) => self.expression(&formula.clone().expression, place, depth),
            None => {
                let number = sheet.number(place.address)?;
                Some(Estimate::exact(number).widened(input_half_unit(sheet, place.address)))
            }
        }
    }

    fn expression(&mut self, expression: &Expression, place: Place, depth: u32) -> Option<Estimate> {
        match expression {
            Expression::Number(number) => Some(Estimate::exact(*number)),
            Expression::Group(operand) | Expression::Prefix(Prefix::Plus, operand) => {
                self.expression(operand, place, depth)
            }
            Expression::Prefix(Prefix::Minus, operand) => Some(self.expression(operand, place, depth)?.negated()),
            Expression::Percent(operand) => {
                self.expression(operand, place, depth)?.times(Estimate::exact(Number::HUNDREDTH))
            }
            Expression::Reference(reference) if reference.shape == Shape::Cell => {
                self.cell_at(reference.resolve(place)?.first(), depth + 1)
            }
            Expression::Chain(first, rest) => {
                let mut result = self.expression(first, place, depth)?;
                for (operator, operand) in rest {
                    result = apply(*operator, result, self.expression(operand, place, depth)?)?;
                }
                Some(result)
            }
            Expression::Call(name, arguments) if &**name == "SUM" => self.sum(arguments, place, depth),
            Expression::Call(name, arguments) if &**name == "IF" => self.choice(arguments, place, depth),
            _ => None,
        }
    }

    fn sum(&mut self, arguments: &[Expression], place: Place, depth: u32) -> Option<Estimate> {
        let mut total = Estimate::exact(Number::ZERO);
        for argument in arguments {
            let addend = match argument {
                Expression::Reference(reference) => self.sum_of_cells(reference, place, depth)?,
                other => self.expression(other, place, depth)?,
            };
            total = total.plus(addend)?;
        }
        Some(total)
    }

    fn sum_of_cells(&mut self, reference: &Reference, place: Place, depth: u32) -> Option<Estimate> {
        let region = reference.resolve(place).filter(|region| region.range.count() <= MOST_ADDENDS)?;
        let sheet = self.book.sheet(region.sheet)?;
        let mut total = Estimate::exact(Number::ZERO);
        for cell in region.range.cells() {
            if matches!(sheet.value(cell), Value::Number(_)) {
                total = total.plus(self.cell_at(cell.on(region.sheet), depth + 1)?)?;
            }
        }
        Some(total)
    }

    /// A choice as it is made without rounding; a choice of text is how a formula says that there is no figure, and then
    /// the other one was meant.
    fn choice(&mut self, arguments: &[Expression], place: Place, depth: u32) -> Option<Estimate> {
        let [Expression::Chain(left, rest), yes, no] = arguments else { return None };
        let [(comparison, right)] = rest.as_slice() else { return None };
        let left = self.expression(left, place, depth)?.value;
        let right = self.expression(right, place, depth)?.value;
        let (chosen, other) = if comparison.holds(left.cmp(&right)) { (yes, no) } else { (no, yes) };
        let is_text = matches!(chosen, Expression::Text(_));
        self.expression(if is_text { other } else { chosen }, place, depth)
    }
}

fn apply(operator: Operator, left: Estimate, right: Estimate) -> Option<Estimate> {
    match operator {
        Operator::Add => left.plus(right),
        Operator::Subtract => left.minus(right),
        Operator::Multiply => left.times(right),
        Operator::Divide => left.over(right),
        _ => None,
    }
}

/// Half a unit in the last place of figures with so many decimals.
pub fn half_unit(decimals: u8) -> Number {
    Number::from_parts(5, u32::from(decimals) + 1).unwrap_or(Number::ZERO)
}

/// By how much a typed figure can have been rounded: not at all when it is a count, is not there or stands in no table.
fn input_half_unit(sheet: &Sheet, cell: Address) -> Number {
    let lines = sheet.rows.id(cell.row).zip(sheet.columns.id(cell.column));
    let Some((row, column)) = lines.filter(|_| !sheet.value(cell).is_blank()) else { return Number::ZERO };
    let found = sheet.tables.iter().find_map(|table| {
        let (row, column) = (table.row(row)?, table.column(column)?);
        (!table.unit_of(row, column).is_counted()).then(|| half_unit(table.decimals_of(row, column)))
    });
    found.unwrap_or(Number::ZERO)
}
