//! Rows and columns taken to another place of their sheet, or the reason why they cannot be.

use super::refusal::{RefusalKind, worded};
use super::{ChangeSet, Refusal, Session, deeds};
use crate::base::{AxisKind, LineMove, Place, Region, SheetId};
use crate::edit::line_moving::{self, MoveError};
use crate::edit::{Deed, DeedKind};

/// What came of moving lines.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct MovedLines {
    /// What to draw anew.
    pub changes: ChangeSet,
    /// The first and the last of the lines, where they stand now.
    pub lines: (u32, u32),
    /// Formulas that no longer read some of the lines.
    pub left: Vec<String>,
    /// Formulas that read them now and did not before.
    pub joined: Vec<String>,
}

/// Takes rows or columns to just before another line, as lines stand now. References, names and tables follow; nothing happens
/// when the lines stand there already.
pub fn move_lines(
    session: &mut Session,
    (sheet, axis): (SheetId, AxisKind),
    lines: (u32, u32),
    before: u32,
) -> Result<MovedLines, Refusal> {
    let Some(taken) = LineMove::new(sheet, axis, lines, before) else {
        return Ok(MovedLines { lines, ..MovedLines::default() });
    };
    let moving = line_moving::moved(&session.book, &taken).map_err(|error| refused(session, sheet, error))?;
    let kind = match axis {
        AxisKind::Rows => DeedKind::MovedRows,
        AxisKind::Columns => DeedKind::MovedColumns,
    };
    let deed = Deed::cells(kind, axis.range(lines.0, lines.1).on(sheet));
    let changes = deeds::apply_as(session, deed, moving.change)?;
    let names = |places: Vec<Place>| places.into_iter().map(|place| name(session, place, sheet)).collect();
    let (left, joined) = (names(moving.left), names(moving.joined));
    Ok(MovedLines { changes, lines: (taken.line(lines.0), taken.line(lines.1)), left, joined })
}

fn name(session: &Session, place: Place, seen: SheetId) -> String {
    deeds::cells_name(session, Region::cell(place), seen)
}

fn refused(session: &Session, sheet: SheetId, error: MoveError) -> Refusal {
    let (reason, hint) = match error {
        MoveError::NoSuchSheet => return Refusal::of_edit(crate::edit::EditError::NoSuchSheet, session.locale),
        MoveError::ReadsItself(place) => {
            let cell = name(session, place, sheet);
            (
                (
                    format!("Formeln i {cell} skulle hamna bland cellerna som den räknar med."),
                    format!("The formula in {cell} would come to stand among the cells that it reads."),
                ),
                (
                    "Flytta de andra raderna i stället, eller ändra formeln först.",
                    "Move the other lines, or change the formula first.",
                ),
            )
        }
        MoveError::TornTable => (
            (
                "Rubrikerna till ett filter, eller en tabells rubriker, summor eller kolumner, kan inte flyttas från sina rader.".to_owned(),
                "The headings of a filter, or the headers, totals or columns of a table, cannot be moved away from their rows.".to_owned(),
            ),
            ("Flytta rader inne i tabellen, eller hela tabellen.", "Move rows within the table, or all of it."),
        ),
    };
    Refusal {
        kind: RefusalKind::NotAllowed,
        reason: worded(session.locale, &reason.0, &reason.1),
        hint: Some(worded(session.locale, hint.0, hint.1)),
        span: None,
    }
}
