//! Findings over whole reports, and what is done about them.

mod rules;

use super::*;
use crate::base::Address;
use crate::session::Still;

#[test]
fn a_book_without_report_tables_has_nothing_to_reconcile() {
    assert_eq!(findings(&Session::new(Box::new(Still { now: 0.0 })), true), None);
}

#[test]
fn findings_come_worst_first_and_go_when_they_are_put_right() {
    let bytes = include_bytes!("../../../../www/templates/koping/01-driftredovisning.tertial");
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

#[test]
fn what_is_accepted_stands_with_its_reason_until_it_is_withdrawn() {
    let bytes = include_bytes!("../../../../www/templates/koping/02-investeringsredovisning.tertial");
    let mut session = Session::open(bytes, Box::new(Still { now: 46_265.0 })).unwrap();
    let of =
        |session: &Session| findings(session, true).unwrap().into_iter().find(|found| found.rule == "inconsistent");
    let place = of(&session).unwrap().place;
    accept(&mut session, "inconsistent", place, (" A. Ekonom ", "Summan trycktes som 0.")).unwrap();
    let accepted = of(&session).unwrap().accepted.unwrap();
    assert_eq!(
        (accepted.signature.as_str(), accepted.reason.as_str()),
        ("A. Ekonom, 2026-08-31 00:00", "Summan trycktes som 0.")
    );
    let saved = session.save();
    let reopened = Session::open(&saved, Box::new(Still { now: 0.0 })).unwrap();
    assert_eq!(of(&reopened).unwrap().accepted, Some(accepted));
    assert_eq!(reopened.save(), saved);
    withdraw(&mut session, "inconsistent", place).unwrap();
    assert_eq!(of(&session).unwrap().accepted, None);
    session.undo();
    assert!(of(&session).unwrap().accepted.is_some());
    session.undo();
    assert_eq!(session.save(), Session::open(bytes, Box::new(Still { now: 0.0 })).unwrap().save());
}

#[test]
fn only_touched_tables_are_looked_at_again_and_nothing_is_missed() {
    let bytes = include_bytes!("../../../../www/templates/orebro/02-kommungemensamt-rn5.tertial");
    let mut session = Session::open(bytes, Box::new(Still { now: 0.0 })).unwrap();
    let mut known = Reconciliation::default();
    known.findings(&session, false);
    let at = |session: &Session, cell: &str| Address::parse(cell).unwrap().on(session.sheets()[0].id);
    for (cell, text) in [("F5", "12"), ("C20", "=SUMMA(C6:C18)"), ("D7", "text"), ("A40", "utanför"), ("F5", "=E5-D5")]
    {
        let changes = session.enter(at(&session, cell), text).unwrap();
        known.touch(&changes);
        assert_eq!(known.findings(&session, false).unwrap().to_vec(), findings(&session, false).unwrap(), "{cell}");
    }
    for _ in 0..5 {
        let changes = session.undo().unwrap();
        known.touch(&changes);
        assert_eq!(known.findings(&session, false).unwrap().to_vec(), findings(&session, false).unwrap());
    }
}
