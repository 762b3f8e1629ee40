//! Figures of two tables that should agree, as a reconciliation table lists them: what differs is held against what rounding
//! explains.

use super::agreement::Agreement;
use super::audited::Audited;
use super::finding::{Found, Word};
use crate::book::TableKind;

/// Differences that rounding does not explain.
pub fn disagree(table: &Audited<'_>) -> Vec<Found> {
    differences(table, Agreement::Inconsistent)
}

/// Differences that rounding explains.
pub fn differ_by_rounding(table: &Audited<'_>) -> Vec<Found> {
    differences(table, Agreement::WithinRounding)
}

fn differences(table: &Audited<'_>, agreement: Agreement) -> Vec<Found> {
    if table.table.kind != TableKind::Reconciliation {
        return Vec::new();
    }
    let meant = table.figures().iter().filter(|figure| figure.agreement == agreement);
    let found = meant.map(|figure| {
        let label = Word::Text(table.label_at(figure.place.address.row));
        Found {
            figure: Some(*figure),
            ..Found::at(figure.place, vec![label, Word::Amount(figure.computed, figure.decimals)])
        }
    });
    found.collect()
}
