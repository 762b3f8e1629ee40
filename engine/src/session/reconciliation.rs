//! What reconciliation finds in the report tables of a book, in the words of whoever reads it, and what is done about it.

mod deeds;
mod known;

use super::{Label, Session, presentation};
pub use crate::audit::Severity;
use crate::audit::label::label;
use crate::audit::{self, Audited, Finding};
use crate::base::{Place, SheetId};
use crate::book::{Accepted, ReportTable, Sheet};
use crate::value::Number;
pub use deeds::{accept, repair, withdraw};
pub use known::Reconciliation;

/// Something that was found at a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// How bad it is.
    pub severity: Severity,
    /// Name of the rule that does not hold.
    pub rule: &'static str,
    /// The cell.
    pub place: Place,
    /// Its address, with the sheet.
    pub address: String,
    /// What it is called where it stands.
    pub label: Label,
    /// What is wrong and what to do about it.
    pub message: String,
    /// Whether it can be put right at once.
    pub has_fix: bool,
    /// Who accepts it and why, if somebody does.
    pub accepted: Option<Acceptance>,
}

/// Who accepts a finding, when, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Who and when.
    pub signature: String,
    /// Why.
    pub reason: String,
}

/// What is found, the worst first; `None` in a book without report tables. Figures are held against what was published,
/// and measures against the present day, only as `is_as_published` says.
pub fn findings(session: &Session, is_as_published: bool) -> Option<Vec<Found>> {
    Reconciliation::default().findings(session, is_as_published).map(|found| found.to_vec())
}

/// What is found in a table.
fn of_table(session: &Session, sheet: &Sheet, table: &ReportTable, is_as_published: bool) -> Vec<Found> {
    // A report of years ago speaks of its own day.
    let today = Number::from_float(session.environment.now()).ok().filter(|_| !is_as_published);
    let audited = Audited::of(&session.book, sheet, table, today);
    let rules = audit::RULES.iter().filter(|rule| is_as_published || !rule.is_of_published);
    rules.flat_map(|rule| rule.findings(&audited)).map(|finding| said(session, sheet, &finding)).collect()
}

fn said(session: &Session, sheet: &Sheet, finding: &Finding) -> Found {
    Found {
        severity: finding.rule.severity,
        rule: finding.rule.name,
        place: finding.place,
        address: format!("{}!{}", sheet.name, finding.place.address),
        label: label(sheet, finding.place.address, session.locale),
        message: finding.explain(session.locale),
        has_fix: finding.fix.is_some(),
        accepted: None,
    }
}

/// What stands accepted on a sheet, each as a line to be printed: cell, what it is called, reason, who and when.
pub fn accepted_on(session: &Session, sheet: SheetId) -> Vec<String> {
    let Some(of) = session.book.sheet(sheet) else { return Vec::new() };
    let accepted = session.book.accepted.iter().filter(|accepted| accepted.sheet == sheet);
    let lines = accepted.filter_map(|accepted| {
        let cell = accepted.place(&session.book)?.address;
        let signature = presentation::signed(&accepted.by, accepted.at, session.locale);
        Some(format!("{cell} {}: {} ({signature})", label(of, cell, session.locale), accepted.reason))
    });
    lines.collect()
}

/// Who accepts what is found by a rule at a cell.
pub fn accepted<'a>(session: &'a Session, rule: &str, place: Place) -> Option<&'a Accepted> {
    session.book.accepted.iter().find(|accepted| accepted.is_of(&session.book, rule, place))
}

#[cfg(test)]
mod tests;
