//! What is done about findings: they are put right, or accepted with a name and a reason.

use super::accepted;
use crate::audit::{self, Audited, Finding};
use crate::base::{Place, Region};
use crate::book::Accepted;
use crate::edit::{Change, Deed, DeedKind};
use crate::session::{ChangeSet, Refusal, Session, deeds};
use crate::value::Number;

/// Puts right what a rule found at a cell, as one step to undo. Nothing happens where there is nothing to put right.
pub fn repair(session: &mut Session, rule: &str, place: Place) -> Result<ChangeSet, Refusal> {
    let Some(content) = find(session, rule, place).and_then(|finding| finding.fix) else {
        return Ok(ChangeSet::default());
    };
    let change = Change::Write { sheet: place.sheet, cells: vec![(place.address, content)] };
    deeds::apply_as(session, Deed::cells(DeedKind::Repaired, Region::cell(place)), change)
}

/// Accepts what a rule found at a cell, in somebody's name and for a reason.
pub fn accept(session: &mut Session, rule: &str, place: Place, words: (&str, &str)) -> Result<ChangeSet, Refusal> {
    let lines = session
        .book
        .sheet(place.sheet)
        .and_then(|sheet| sheet.rows.id(place.address.row).zip(sheet.columns.id(place.address.column)));
    let Some((row, column)) = lines else { return Ok(ChangeSet::default()) };
    let at = Number::from_float(session.environment.now()).ok();
    let (by, reason) = (words.0.trim().to_owned(), words.1.trim().to_owned());
    let new = Accepted { sheet: place.sheet, row, column, rule: rule.to_owned(), by, reason, at };
    let list = others(session, rule, place).into_iter().chain([new]).collect();
    deeds::apply_as(session, Deed::cells(DeedKind::Accepted, Region::cell(place)), Change::Accept(list))
}

/// Does not accept any more what a rule found at a cell.
pub fn withdraw(session: &mut Session, rule: &str, place: Place) -> Result<ChangeSet, Refusal> {
    if accepted(session, rule, place).is_none() {
        return Ok(ChangeSet::default());
    }
    let list = others(session, rule, place);
    deeds::apply_as(session, Deed::cells(DeedKind::Withdrawn, Region::cell(place)), Change::Accept(list))
}

/// What is accepted of other cells, or by other rules.
fn others(session: &Session, rule: &str, place: Place) -> Vec<Accepted> {
    let all = session.book.accepted.iter();
    all.filter(|accepted| !accepted.is_of(&session.book, rule, place)).cloned().collect()
}

fn find(session: &Session, rule: &str, place: Place) -> Option<Finding> {
    let sheet = session.book.sheet(place.sheet)?;
    let rules = || audit::RULES.iter().filter(|other| other.name == rule);
    let tables =
        sheet.tables.iter().filter(|table| table.range(sheet).is_some_and(|range| range.contains(place.address)));
    tables
        .flat_map(|table| {
            let audited = Audited::of(&session.book, sheet, table, None);
            rules().flat_map(|rule| rule.findings(&audited)).collect::<Vec<_>>()
        })
        .find(|finding| finding.place == place && finding.fix.is_some())
}
