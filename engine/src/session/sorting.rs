//! Rows put in order around a cell, or the reason why they cannot be.

use super::refusal::{RefusalKind, worded};
use super::{ChangeSet, Refusal, Session, deeds};
use crate::base::{Address, Range, Region};
use crate::display::general;
use crate::edit::sorting::{self, SortError};
use crate::edit::{Deed, DeedKind};

pub use crate::edit::sorting::{Key, Order};

/// How many rows are named of what sorting would do.
const NAMED: usize = 4;

/// What came of sorting.
#[derive(Debug, Clone, PartialEq)]
pub struct Sorted {
    /// What to draw anew.
    pub changes: ChangeSet,
    /// How many rows moved.
    pub moved: usize,
}

/// What sorting would do, in the terms of the person who asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The cells that are sorted, with the rows that stay.
    pub range: Range,
    /// Whether the first row names the columns; `None` where a report table tells.
    pub headings: Option<bool>,
    /// The columns with what they are called, which is nothing for those without a heading.
    pub columns: Vec<(u32, String)>,
    /// How many rows may change places.
    pub movable: usize,
    /// Into how many groups other rows part them.
    pub groups: usize,
    /// How many rows stay because they add up others.
    pub sums: usize,
    /// How many rows stay because they are hidden.
    pub hidden: usize,
    /// The names of the first rows of the largest group in their new order.
    pub first: Vec<String>,
}

/// Sorts the report table around the first of some cells, or else these rows when there are several, or else the filled
/// cells around it. Sums, headings and the rows that specify another stay with what they belong to.
pub fn sort(session: &mut Session, selected: Region, order: &Order) -> Result<Sorted, Refusal> {
    let sorting = sorting::sort(&session.book, selected, order).map_err(|error| refused(session, selected, error))?;
    let deed = Deed::cells(DeedKind::Sorted, sorting.region);
    let changes = deeds::apply_as(session, deed, sorting.change)?;
    Ok(Sorted { changes, moved: sorting.moved })
}

/// Tells what sorting would do, or why there is nothing to sort.
pub fn plan(session: &Session, selected: Region, order: &Order) -> Result<Plan, Refusal> {
    let plan = sorting::plan(&session.book, selected, order);
    let plan = plan.ok_or_else(|| refused(session, selected, SortError::NoRows))?;
    let text = |row, column| {
        let value = session.value(Address::new(row, column).on(selected.sheet));
        general(&value, session.locale).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let heading = |column| plan.headings.map(|row| text(row, column)).unwrap_or_default();
    Ok(Plan {
        range: plan.range,
        headings: (!plan.is_report).then_some(plan.headings.is_some()),
        columns: (plan.range.first.column..=plan.range.last.column).map(|column| (column, heading(column))).collect(),
        movable: plan.movable,
        groups: plan.groups,
        sums: plan.sums,
        hidden: plan.hidden,
        first: plan.order.iter().take(NAMED).map(|row| text(*row, plan.labels)).collect(),
    })
}

fn refused(session: &Session, selected: Region, error: SortError) -> Refusal {
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
            let cell = deeds::cells_name(session, Region::cell(at), selected.sheet);
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
