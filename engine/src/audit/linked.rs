//! Figures of two tables that should agree, as a reconciliation table lists them: what differs is held against what rounding
//! explains.

use super::audited::Audited;
use super::finding::{Found, Word};
use super::rounding::{Rounding, half_unit};
use crate::book::ColumnRole;
use crate::value::Number;

/// Differences that rounding does not explain.
pub fn disagree(table: &Audited<'_>) -> Vec<Found> {
    differences(table, false)
}

/// Differences that rounding explains.
pub fn differ_by_rounding(table: &Audited<'_>) -> Vec<Found> {
    differences(table, true)
}

fn differences(table: &Audited<'_>, explained: bool) -> Vec<Found> {
    let mut rounding = Rounding::of(table.book);
    let mut found = Vec::new();
    for (column, _) in table.amounts().filter(|(_, column)| column.role == ColumnRole::Difference) {
        for (row, _) in table.rows() {
            let Some((place, difference)) = table.place(row, column).zip(table.number(row, column)) else { continue };
            let decimals = table.decimals(row, column);
            if difference.rounded(decimals.into()).is_zero() {
                continue;
            }
            let possible = rounding.cell(place).map(|estimate| estimate.widened(half_unit(decimals)));
            if possible.is_some_and(|possible| possible.holds(Number::ZERO)) == explained {
                found.push(Found::at(
                    place,
                    vec![Word::Text(table.label(row)), Word::Amount(Some(difference), decimals)],
                ));
            }
        }
    }
    found
}
