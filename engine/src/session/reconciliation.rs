//! What reconciliation finds in the report tables of a book, in the words of whoever reads it.

use super::{Label, Session};
pub use crate::audit::Severity;
use crate::audit::label::label;
use crate::audit::{self, Finding, FindingKind};
use crate::base::{Place, sorting};

/// Larger tables are none of a report, and not looked at after each change.
const MOST_CELLS: usize = 50_000;

/// Something that was found at a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// How bad it is.
    pub severity: Severity,
    /// The cell.
    pub place: Place,
    /// Its address, with the sheet.
    pub address: String,
    /// What it is called where it stands.
    pub label: Label,
    /// What is wrong and what to do about it.
    pub message: String,
}

/// What is found, the worst first; `None` in a book without report tables. Figures are held against what was published only
/// where they still are those of the report.
pub fn findings(session: &Session, is_as_published: bool) -> Option<Vec<Found>> {
    let sheets = session.book.sheets.iter();
    let mut tables = sheets
        .flat_map(|sheet| sheet.tables.iter().map(move |table| (sheet, table)))
        .filter(|(_, table)| table.rows.len() * table.columns.len() <= MOST_CELLS)
        .peekable();
    tables.peek()?;
    let mut found = Vec::new();
    for (sheet, table) in tables {
        let meant = |finding: &Finding| is_as_published || !matches!(finding.kind, FindingKind::Figure(_));
        found.extend(audit::findings(&session.book, sheet, table).into_iter().filter(meant).map(|finding| Found {
            severity: finding.kind.severity(),
            place: finding.place,
            address: format!("{}!{}", sheet.name, finding.place.address),
            label: label(sheet, finding.place.address, session.locale),
            message: finding.kind.explain(session.locale),
        }));
    }
    sorting::sort_by_key(&mut found, |found| (std::cmp::Reverse(found.severity), found.place));
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Address;
    use crate::session::Still;

    #[test]
    fn a_book_without_report_tables_has_nothing_to_reconcile() {
        assert_eq!(findings(&Session::new(Box::new(Still { now: 0.0 })), true), None);
    }

    #[test]
    fn findings_come_worst_first_and_go_when_they_are_put_right() {
        let bytes = include_bytes!("../../../www/templates/koping/01-driftredovisning.tertial");
        let mut session = Session::open(bytes, Box::new(Still { now: 0.0 })).unwrap();
        let at = |session: &Session, cell: &str| Address::parse(cell).unwrap().on(session.sheets()[0].id);
        assert_eq!(findings(&session, true), Some(Vec::new()));
        session.enter(at(&session, "D5"), "150").unwrap();
        session.enter(at(&session, "B12"), "=SUMMA(B4:B10)").unwrap();
        let found = findings(&session, false).unwrap();
        let first = &found[0];
        assert_eq!((first.severity, first.address.as_str()), (Severity::Error, "Driftredovisning!B12"));
        assert_eq!(first.label.to_string(), "Summa × Budget");
        assert!(found.iter().any(|found| found.severity == Severity::Warning && found.place == at(&session, "D5")));
        assert_eq!(found.len(), 2, "own figures need not be the published ones");
        assert!(findings(&session, true).unwrap().len() > 2);
        session.undo();
        session.undo();
        assert_eq!(findings(&session, true), Some(Vec::new()));
    }
}
