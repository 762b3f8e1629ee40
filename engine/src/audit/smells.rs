//! Formulas that are not like those around them, or that read what cannot be meant.

use std::rc::Rc;

use super::audited::Audited;
use super::finding::{Found, Word};
use super::repair;
use crate::base::Place;
use crate::book::{ColumnRole, Content, Formula, RowKind, SignProfile};
use crate::syntax::{Expression, Operator, Reference, Shape};
use crate::value::Value;

/// A column is calculated when at least so many of its details are, and most of them.
const FEW: usize = 3;
const DETAILS: &[RowKind] = &[RowKind::Detail];

/// A detail of a column: where it stands and its formula.
type Cell<'a> = (Place, Option<&'a Rc<Formula>>);

fn details<'a>(table: &Audited<'a>, column: usize) -> Vec<Cell<'a>> {
    let rows = table.rows_of(DETAILS);
    rows.filter_map(|(row, _)| Some((table.place(row, column)?, table.formula(row, column)))).collect()
}

/// Numbers that are typed where most cells of the column are calculated.
pub fn typed_among_formulas(table: &Audited<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (column, _) in table.amounts() {
        let cells = details(table, column);
        let formulas: Vec<&Rc<Formula>> = cells.iter().filter_map(|(_, formula)| *formula).collect();
        if formulas.len() < FEW || 2 * formulas.len() <= cells.len() {
            continue;
        }
        let is_typed = |place: &Place| table.sheet.value(place.address).as_number().is_some();
        let typed = cells.iter().filter(|(place, formula)| formula.is_none() && is_typed(place));
        let alike = formulas.iter().all(|formula| *formula == formulas[0]);
        let fix = alike.then(|| Content::Formula(formulas[0].clone()));
        found.extend(typed.map(|(place, _)| Found::at(*place, Vec::new()).fixed_by(fix.clone())));
    }
    found
}

/// Formulas that are others than those above and below, which are the same.
pub fn unlike_neighbours(table: &Audited<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (column, _) in table.amounts() {
        for three in details(table, column).windows(3) {
            let [(_, Some(above)), (place, Some(own)), (_, Some(below))] = three else { continue };
            if above == below && above != own {
                found.push(Found::at(*place, Vec::new()).fixed_by(Some(Content::Formula((*above).clone()))));
            }
        }
    }
    found
}

/// Formulas that calculate with a cell that holds text. Text counts nothing in a sum of a range, but what calculates with
/// a single cell means a number.
pub fn reads_text(table: &Audited<'_>) -> Vec<Found> {
    let is_text = |value: &Value| matches!(value, Value::Text(text) if !text.is_empty());
    each_operation(table, |values| values.iter().position(is_text))
}

/// Formulas that calculate with an empty cell, where there is an amount beside it.
pub fn reads_blank(table: &Audited<'_>) -> Vec<Found> {
    let is_amount = |value: &Value| value.as_number().is_some_and(|number| !number.is_zero());
    each_operation(table, |values| values.iter().position(Value::is_blank).filter(|_| values.iter().any(is_amount)))
}

/// What is found in formulas that add, subtract, multiply and divide single cells: which of their values it is about.
fn each_operation(table: &Audited<'_>, find: impl Fn(&[Value]) -> Option<usize>) -> Vec<Found> {
    let mut found = Vec::new();
    for (row, _) in table.rows() {
        for (column, _) in table.amounts() {
            let Some((place, formula)) = table.place(row, column).zip(table.formula(row, column)) else { continue };
            let cells = operands(formula, place);
            let values: Vec<Value> = cells.iter().map(|cell| table.book.value(*cell)).collect();
            if let Some(at) = find(&values) {
                found.push(Found::at(place, vec![Word::Text(cells[at].address.to_string())]));
            }
        }
    }
    found
}

/// The single cells that plain arithmetic reads.
fn operands(formula: &Formula, place: Place) -> Vec<Place> {
    let Expression::Chain(_, rest) = &formula.expression else { return Vec::new() };
    if rest.iter().any(|(operator, _)| operator.precedence() < Operator::Add.precedence()) {
        return Vec::new();
    }
    let cells = formula.references.iter().filter(|reference| reference.shape == Shape::Cell);
    cells.filter_map(|reference| Some(reference.resolve(place)?.first())).collect()
}

/// Deviations that subtract budget and amount in the wrong order for the signs of their table.
pub fn wrong_sign(table: &Audited<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let deviations = table.amounts().filter(|(_, column)| column.role == ColumnRole::Deviation);
    for (column, _) in deviations {
        for (row, _) in table.rows() {
            let Some((place, formula)) = table.place(row, column).zip(table.formula(row, column)) else { continue };
            let Expression::Chain(first, rest) = &formula.expression else { continue };
            let [(Operator::Subtract, second)] = rest.as_slice() else { continue };
            if is_reversed(table, place, (first, second)) {
                found.push(Found::at(place, Vec::new()).fixed_by(Some(repair::swapped(first, second))));
            }
        }
    }
    found
}

/// Whether a difference between a budget and an amount is the other way round than the signs of its table ask for.
fn is_reversed(table: &Audited<'_>, place: Place, (first, second): (&Expression, &Expression)) -> bool {
    let role = |expression| table.role_at(cell(expression)?.resolve(place)?.range.first.column);
    let begins_with_budget = match (role(first), role(second)) {
        (Some(ColumnRole::Budget), Some(other)) if is_outcome(other) => true,
        (Some(other), Some(ColumnRole::Budget)) if is_outcome(other) => false,
        _ => return false,
    };
    let should = matches!(table.table.figures.sign, SignProfile::CostPositive | SignProfile::Ledger);
    begins_with_budget != should
}

fn cell(expression: &Expression) -> Option<&Reference> {
    match expression {
        Expression::Reference(reference) if reference.shape == Shape::Cell => Some(reference),
        _ => None,
    }
}

/// Whether a budget is held against such a column.
pub const fn is_outcome(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Outcome | ColumnRole::OutcomeToDate | ColumnRole::Forecast)
}
