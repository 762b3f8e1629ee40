//! Whether totals read the rows that they should.

use std::rc::Rc;

use super::audited::Audited;
use super::finding::{Found, Word};
use super::repair;
use crate::base::{Place, Range};
use crate::book::{ColumnRole, Formula, RowKind, Sheet};
use crate::syntax::Expression;

const TOTALS: &[RowKind] = &[RowKind::Sum, RowKind::Subtotal];

/// Totals that pass over a row like those that they read.
pub fn misses_row(table: &Audited<'_>) -> Vec<Found> {
    each_sum(table, |total, column, read| {
        let missed = missed(table, total, read).into_iter().filter(|row| !is_summed(table, *row, total, column));
        let all = |row: usize| read.iter().copied().chain([row]).collect();
        missed.map(|row| (row, all(row))).collect()
    })
}

/// Totals that read a row that is part of another.
pub fn sums_part(table: &Audited<'_>) -> Vec<Found> {
    each_sum(table, |_, _, read| {
        let is_part = |row: &usize| table.table.rows[*row].kind == RowKind::OfWhich;
        read.iter().filter(|row| is_part(row)).map(|row| (*row, without(read, &[*row]))).collect()
    })
}

/// Totals that read another total, and the rows that this one has summed already.
pub fn counts_twice(table: &Audited<'_>) -> Vec<Found> {
    each_sum(table, |_, column, read| {
        let twice = |row: &&usize| {
            let own = table.addends(**row, column).unwrap_or_default();
            own.iter().any(|part| read.contains(part))
        };
        read.iter().filter(twice).map(|row| (*row, without(read, &[*row]))).collect()
    })
}

/// Totals that say again what another total says.
pub fn duplicate_total(table: &Audited<'_>) -> Vec<Found> {
    let Some((column, _)) = table.amounts().next() else { return Vec::new() };
    let totals: Vec<_> =
        table.rows_of(TOTALS).filter_map(|(row, _)| Some((row, table.addends(row, column)?))).collect();
    let mut found = Vec::new();
    for (index, (row, read)) in totals.iter().enumerate() {
        let same = totals[..index].iter().find(|(_, other)| other == read && read.len() > 1);
        found.extend(
            same.and_then(|(first, _)| {
                Some(Found::at(table.place(*row, column)?, vec![Word::Text(table.label(*first))]))
            }),
        );
    }
    found
}

/// Forecasts whose total counts rows that have none.
pub fn forecast_missing(table: &Audited<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    for (column, _) in table.amounts().filter(|(_, column)| column.role == ColumnRole::Forecast) {
        for (row, _) in table.rows_of(TOTALS) {
            let Some(read) = table.addends(row, column) else { continue };
            let missing = read.iter().filter(|row| table.value(**row, column).is_blank()).count();
            let is_typed =
                |row: &&usize| table.number(**row, column).is_some() && table.formula(**row, column).is_none();
            if missing > 0 && read.iter().any(|row| is_typed(&row)) {
                let words = vec![Word::count(missing), Word::count(read.len())];
                found.extend(table.place(row, column).map(|place| Found::at(place, words)));
            }
        }
    }
    found
}

/// Parts that are larger than the row above that they belong to.
pub fn part_is_larger(table: &Audited<'_>) -> Vec<Found> {
    let rows = &table.table.rows;
    let mut found = Vec::new();
    for (part, _) in table.rows_of(&[RowKind::OfWhich]) {
        let Some(parent) = rows[..part].iter().rposition(|row| row.kind != RowKind::OfWhich) else { continue };
        for (column, _) in table.inputs() {
            let size = |row| table.number(row, column).map(|number| number.abs());
            if size(part).zip(size(parent)).is_some_and(|(part, parent)| part > parent) {
                let words = vec![Word::Text(table.label(parent))];
                found.extend(table.place(part, column).map(|place| Found::at(place, words)));
            }
        }
    }
    found
}

/// What is found in each sum: the row that is named, and the rows that the sum should read.
fn each_sum(table: &Audited<'_>, look: impl Fn(usize, usize, &[usize]) -> Vec<(usize, Vec<usize>)>) -> Vec<Found> {
    let mut found = Vec::new();
    for (column, _) in table.amounts() {
        for (total, _) in table.rows_of(TOTALS) {
            let Some((place, read)) = table.place(total, column).zip(table.addends(total, column)) else { continue };
            for (row, mut should) in look(total, column, &read) {
                should.sort_unstable();
                let fix = repair::sum(place, &table.positions(&should));
                found.push(Found::at(place, vec![Word::Text(table.label(row))]).fixed_by(fix));
            }
        }
    }
    found
}

fn without(rows: &[usize], gone: &[usize]) -> Vec<usize> {
    rows.iter().copied().filter(|row| !gone.contains(row)).collect()
}

/// Whether another total reads a row.
fn is_summed(table: &Audited<'_>, row: usize, total: usize, column: usize) -> bool {
    let others = table.rows_of(TOTALS).filter(|(other, _)| *other != total);
    others.filter_map(|(other, _)| table.addends(other, column)).any(|read| read.contains(&row))
}

/// Rows between those that a total reads, and from them to a total below, which are like these and are not read.
fn missed(table: &Audited<'_>, total: usize, read: &[usize]) -> Vec<usize> {
    let (Some(first), Some(last)) = (read.first().copied(), read.last().copied()) else { return Vec::new() };
    let last = if total > last { total } else { last };
    let like = |row: usize| (table.table.rows[row].kind, table.table.rows[row].level);
    (first..=last).filter(|row| *row != total && !read.contains(row) && like(*row) == like(first)).collect()
}

/// The rows that a sum reads in its own column; `None` when the cell holds no sum.
pub fn addends(sheet: &Sheet, place: Place) -> Option<RowSet> {
    let formula: &Rc<Formula> = sheet.formulas.at(place.address)?;
    let Expression::Call(name, _) = &formula.expression else { return None };
    let column = place.address.column;
    let regions = formula.references.iter().filter_map(|reference| reference.resolve(place));
    let own = regions.filter(|region| region.sheet == place.sheet);
    let own = own.filter(|region| (region.range.first.column..=region.range.last.column).contains(&column));
    let rows: Vec<Range> = own.map(|region| region.range).collect();
    (&**name == "SUM" && !rows.is_empty()).then_some(RowSet(rows))
}

/// Rows of a sheet.
pub struct RowSet(Vec<Range>);

impl RowSet {
    /// Whether a row is one of them.
    pub fn contains(&self, row: u32) -> bool {
        self.0.iter().any(|range| (range.first.row..=range.last.row).contains(&row))
    }
}
