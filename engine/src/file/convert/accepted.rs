//! Accepted findings.

use super::into_book::refused;
use crate::base::{LineId, SheetId};
use crate::book::{Accepted, Book};
use crate::file::FileError;
use crate::file::v1;
use crate::value::Number;

/// The accepted findings of the sheets that are there.
pub fn write(book: &Book) -> Vec<v1::Accepted> {
    let here = book.accepted.iter().filter(|accepted| book.sheet(accepted.sheet).is_some());
    let written = here.map(|accepted| v1::Accepted {
        sheet: accepted.sheet.0,
        row: accepted.row.0,
        column: accepted.column.0,
        rule: accepted.rule.clone(),
        by: accepted.by.clone(),
        reason: accepted.reason.clone(),
        at: accepted.at.map(|at| at.to_string()),
    });
    written.collect()
}

/// Reads the accepted findings.
pub fn read(document: &v1::Document) -> Result<Vec<Accepted>, FileError> {
    let accepted = |accepted: &v1::Accepted| {
        let at = accepted.at.as_deref().map(|at| Number::parse(at).ok_or_else(|| refused("accepted", at)));
        Ok(Accepted {
            sheet: SheetId(accepted.sheet),
            row: LineId(accepted.row),
            column: LineId(accepted.column),
            rule: accepted.rule.clone(),
            by: accepted.by.clone(),
            reason: accepted.reason.clone(),
            at: at.transpose()?,
        })
    };
    document.accepted.iter().map(accepted).collect()
}
