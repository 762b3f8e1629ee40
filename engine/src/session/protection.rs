//! Protected sheets: which cells are to be filled in and which are locked, and why something was refused. Protection keeps
//! mistakes out; whoever opens the book can end it, and all that it holds can be read.

use super::refusal::worded;
use super::{ChangeSet, Deed, DeedKind, Refusal, RefusalKind, Session, deeds, presentation};
use crate::base::{Place, Region, SheetId};
use crate::book::Rules;
use crate::edit::Change;

/// The longest reason for protecting a sheet, in characters.
pub const LONGEST_REASON: usize = 250;

/// Why a sheet is protected, perhaps in no words; `None` while it is not.
pub fn reason(session: &Session, sheet: SheetId) -> Option<&str> {
    session.book.sheet(sheet)?.rules.protection.as_deref()
}

/// Whether a cell cannot be written, because its sheet is protected.
pub fn is_locked(session: &Session, place: Place) -> bool {
    session.book.sheet(place.sheet).is_some_and(|sheet| presentation::is_locked(sheet, place.address))
}

/// Whether a cell is to be filled in.
pub fn is_input(session: &Session, place: Place) -> bool {
    session.book.sheet(place.sheet).is_some_and(|sheet| presentation::is_input(sheet, place.address))
}

/// Protects a sheet, for a reason if there are words for it.
pub fn protect(session: &mut Session, sheet: SheetId, reason: &str) -> Result<ChangeSet, Refusal> {
    let reason: String = reason.trim().chars().take(LONGEST_REASON).collect();
    let deed = Deed::sheet(DeedKind::Protected, &session.book, sheet);
    change(session, sheet, deed, |rules| rules.protection = Some(reason))
}

/// Ends the protection of a sheet.
pub fn unprotect(session: &mut Session, sheet: SheetId) -> Result<ChangeSet, Refusal> {
    let deed = Deed::sheet(DeedKind::Unprotected, &session.book, sheet);
    change(session, sheet, deed, |rules| rules.protection = None)
}

/// Says of cells of one sheet that they are to be filled in, or locked while the sheet is protected.
pub fn mark(session: &mut Session, regions: &[Region], is_input: bool) -> Result<ChangeSet, Refusal> {
    let Some(sheet) = regions.first().map(|region| region.sheet) else { return Ok(ChangeSet::default()) };
    if reason(session, sheet).is_some() {
        return Err(refusal_of_sheet(session, sheet));
    }
    let kind = if is_input { DeedKind::MarkedInput } else { DeedKind::MarkedLocked };
    change(session, sheet, Deed::everywhere(kind, regions), |rules| {
        regions.iter().for_each(|region| rules.set_mark(region.range, is_input));
    })
}

/// Changes what may be written on a sheet.
pub(super) fn change(
    session: &mut Session,
    sheet: SheetId,
    deed: Deed,
    change: impl FnOnce(&mut Rules),
) -> Result<ChangeSet, Refusal> {
    let mut rules = Box::new(session.book.sheet(sheet).map(|sheet| sheet.rules.clone()).unwrap_or_default());
    change(&mut rules);
    deeds::apply_as(session, deed, Change::Rules { sheet, rules })
}

/// Why a locked cell cannot be written, and where the next one stands that can.
pub fn refusal(session: &Session, place: Place) -> Refusal {
    let cell = deeds::cells_name(session, Region::cell(place), place.sheet);
    let next = session.next_input(place, true).or_else(|| session.next_input(place, false));
    let hint = match next.map(|next| next.address.to_string()) {
        Some(next) => (
            format!("Närmaste cell att fylla i är {next}; Tabb går dit."),
            format!("The nearest cell to fill in is {next}; Tab goes there."),
        ),
        None => (
            "Bladet har inga celler att fylla i. Häv skyddet under Granska.".to_owned(),
            "The sheet has no cells to fill in. End its protection under Review.".to_owned(),
        ),
    };
    refused(
        session,
        place.sheet,
        (
            &format!("{cell} är låst, för bladet är skyddat"),
            &format!("{cell} is locked, because the sheet is protected"),
        ),
        (&hint.0, &hint.1),
    )
}

/// Why a protected sheet cannot be changed.
pub(super) fn refusal_of_sheet(session: &Session, sheet: SheetId) -> Refusal {
    refused(
        session,
        sheet,
        ("Bladet är skyddat", "The sheet is protected"),
        ("Häv skyddet under Granska först.", "End its protection under Review first."),
    )
}

fn refused(session: &Session, sheet: SheetId, what: (&str, &str), hint: (&str, &str)) -> Refusal {
    let why = reason(session, sheet).filter(|reason| !reason.is_empty());
    let why = why.map_or_else(|| ".".to_owned(), |reason| format!(": {reason}"));
    let what = worded(session.locale, what.0, what.1);
    let hint = Some(worded(session.locale, hint.0, hint.1));
    Refusal { kind: RefusalKind::NotAllowed, reason: format!("{what}{why}"), hint, span: None }
}

#[cfg(test)]
mod tests;
