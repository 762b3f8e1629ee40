//! Formulas that are not like those around them, or that cannot be meant.

use std::rc::Rc;

use super::finding::{Finding, FindingKind};
use crate::base::{Address, Place};
use crate::book::{ColumnRole, Formula, ReportTable, RowKind, Sheet, SignProfile, TableColumn};
use crate::syntax::{Expression, Operator, Reference, Shape};
use crate::value::Value;

/// A column is calculated when at least so many of its details are, and most of them.
const FEW: usize = 3;

/// What is strange about the formulas of a table.
pub fn findings(sheet: &Sheet, table: &ReportTable) -> Vec<Finding> {
    let mut found = Vec::new();
    for column in table.columns.iter().filter(|column| !column.role.is_text()) {
        let cells = details(sheet, table, column);
        found.extend(typed_among_formulas(sheet, &cells));
        found.extend(unlike_neighbours(sheet, &cells));
    }
    for place in cells(sheet, table) {
        let Some(formula) = sheet.formulas.at(place.address) else { continue };
        found.extend(reads_text(sheet, place, formula));
        found.extend(wrong_sign(sheet, table, place, formula));
    }
    found
}

/// The cells of a column's details, from the top.
fn details(sheet: &Sheet, table: &ReportTable, column: &TableColumn) -> Vec<Place> {
    let rows = table.rows.iter().filter(|row| row.kind == RowKind::Detail);
    let at = |line| sheet.rows.position(line).zip(sheet.columns.position(column.line));
    rows.filter_map(|row| at(row.line)).map(|(row, column)| Address::new(row, column).on(sheet.id)).collect()
}

fn cells<'a>(sheet: &'a Sheet, table: &'a ReportTable) -> impl Iterator<Item = Place> + 'a {
    let columns = table.columns.iter().filter_map(|column| sheet.columns.position(column.line));
    let columns: Vec<u32> = columns.collect();
    let rows = table.rows.iter().filter_map(|row| sheet.rows.position(row.line));
    rows.flat_map(move |row| columns.clone().into_iter().map(move |column| Address::new(row, column).on(sheet.id)))
}

fn typed_among_formulas(sheet: &Sheet, cells: &[Place]) -> Vec<Finding> {
    let is_calculated = |place: &&Place| sheet.formulas.at(place.address).is_some();
    let calculated = cells.iter().filter(is_calculated).count();
    if calculated < FEW || 2 * calculated <= cells.len() {
        return Vec::new();
    }
    let typed = cells.iter().filter(|place| !is_calculated(place) && sheet.value(place.address).as_number().is_some());
    typed.map(|place| Finding { kind: FindingKind::TypedAmongFormulas, place: *place }).collect()
}

fn unlike_neighbours(sheet: &Sheet, cells: &[Place]) -> Vec<Finding> {
    let formula = |place: &Place| sheet.formulas.at(place.address);
    let is_unlike = |three: &&[Place]| {
        let [above, own, below] = three else { return false };
        let neighbours = formula(above).zip(formula(below)).filter(|(above, below)| above == below);
        neighbours.zip(formula(own)).is_some_and(|((above, _), own)| above != own)
    };
    let unlike = cells.windows(3).filter(is_unlike);
    unlike.map(|three| Finding { kind: FindingKind::UnlikeNeighbours, place: three[1] }).collect()
}

/// Text counts nothing in a sum of a range, but what calculates with a single cell means a number.
fn reads_text(sheet: &Sheet, place: Place, formula: &Rc<Formula>) -> Option<Finding> {
    let cells = formula.references.iter().filter(|reference| reference.shape == Shape::Cell);
    let mut own = cells.filter_map(|reference| reference.resolve(place)).filter(|region| region.sheet == sheet.id);
    let is_arithmetic = matches!(&formula.expression, Expression::Chain(_, rest) if rest.iter().all(|(operator, _)| operator.precedence() >= Operator::Add.precedence()));
    let text = own.find(|region| matches!(sheet.value(region.range.first), Value::Text(text) if !text.is_empty()));
    let kind = FindingKind::ReadsText(text.filter(|_| is_arithmetic)?.range.first.to_string());
    Some(Finding { kind, place })
}

/// A deviation that subtracts budget and amount in the wrong order for the signs of its table.
fn wrong_sign(sheet: &Sheet, table: &ReportTable, place: Place, formula: &Rc<Formula>) -> Option<Finding> {
    let role = |at: u32| Some(table.column(sheet.columns.id(at)?)?.role);
    if role(place.address.column)? != ColumnRole::Deviation {
        return None;
    }
    let Expression::Chain(first, rest) = &formula.expression else { return None };
    let [(Operator::Subtract, second)] = rest.as_slice() else { return None };
    let of = |expression: &Expression| role(cell(expression)?.resolve(place)?.range.first.column);
    let begins_with_budget = match (of(first)?, of(second)?) {
        (ColumnRole::Budget, other) if is_amount(other) => true,
        (other, ColumnRole::Budget) if is_amount(other) => false,
        _ => return None,
    };
    let should = matches!(table.figures.sign, SignProfile::CostPositive | SignProfile::Ledger);
    (begins_with_budget != should).then_some(Finding { kind: FindingKind::WrongSign, place })
}

fn cell(expression: &Expression) -> Option<&Reference> {
    match expression {
        Expression::Reference(reference) if reference.shape == Shape::Cell => Some(reference),
        _ => None,
    }
}

const fn is_amount(role: ColumnRole) -> bool {
    matches!(role, ColumnRole::Outcome | ColumnRole::OutcomeToDate | ColumnRole::Forecast)
}
