//! Rows put in order around a cell, or the reason why they cannot be.

use super::refusal::{RefusalKind, worded};
use super::{ChangeSet, Refusal, Session, deeds};
use crate::base::Place;
use crate::edit::sorting::{self, SortError};
use crate::edit::{Deed, DeedKind};

pub use crate::edit::sorting::Key;

/// What came of sorting.
#[derive(Debug, Clone, PartialEq)]
pub struct Sorted {
    /// What to draw anew.
    pub changes: ChangeSet,
    /// How many rows moved.
    pub moved: usize,
}

/// Sorts the report table, or else the filled cells, around a cell. Sums, headings and the rows that specify another stay
/// with what they belong to.
pub fn sort(session: &mut Session, place: Place, keys: &[Key]) -> Result<Sorted, Refusal> {
    let sorting = sorting::sort(&session.book, place, keys).map_err(|error| refused(session, place, error))?;
    let deed = Deed::cells(DeedKind::Sorted, sorting.region);
    let changes = deeds::apply_as(session, deed, sorting.change)?;
    Ok(Sorted { changes, moved: sorting.moved })
}

fn refused(session: &Session, place: Place, error: SortError) -> Refusal {
    let (reason, hint) = match error {
        SortError::NoRows => (
            ("Här finns inga rader att sortera.".to_owned(), "There are no rows to sort here.".to_owned()),
            Some(("Markera en cell bland rader som hör ihop.", "Select a cell among rows that belong together.")),
        ),
        SortError::InOrder => {
            (("Raderna står redan i den ordningen.".to_owned(), "The rows are in that order already.".to_owned()), None)
        }
        SortError::Array(cell) => (
            (
                format!("Resultatet av en matrisformel i {cell} kan inte delas upp."),
                format!("The result of an array formula in {cell} cannot be divided."),
            ),
            Some(("Flytta matrisformeln först.", "Move the array formula first.")),
        ),
        SortError::Partial(at) => {
            let name = deeds::name(session, &Deed::cells(DeedKind::Typed, crate::base::Region::cell(at)), place.sheet);
            let cell = name.rsplit(' ').next().unwrap_or_default().to_owned();
            (
                (
                    format!("Formeln i {cell} räknar med en del av raderna som skulle byta plats."),
                    format!("The formula in {cell} reads some of the rows that would change places."),
                ),
                Some((
                    "Låt den räkna med hela gruppen, eller peka på en cell i taget.",
                    "Let it read the whole group, or single cells.",
                )),
            )
        }
    };
    let reason: (String, String) = reason;
    Refusal {
        kind: RefusalKind::NotAllowed,
        reason: worded(session.locale, &reason.0, &reason.1),
        hint: hint.map(|(swedish, english)| worded(session.locale, swedish, english)),
        span: None,
    }
}
