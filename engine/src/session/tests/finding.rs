//! Cells found by their text, and texts replaced.

use super::*;
use crate::session::finding::{Query, Scope, Within, find_all};
use crate::session::replacing::{Obstacle, replace};

fn query(session: &Session, text: &str) -> Query {
    let scope = Scope::Sheet(session.sheets()[0].id);
    Query { text: text.to_owned(), within: Within::Values, match_case: false, whole_cell: false, scope }
}

fn found(session: &Session, query: &Query) -> Vec<String> {
    find_all(session, query).iter().map(|place| place.address.to_string()).collect()
}

fn budget() -> Session {
    let mut session = session();
    session.set_locale(Locale::Swedish);
    let cells = [
        ("A1", "Förskola"),
        ("A2", "förskola öppen"),
        ("A3", "50 % av allt*"),
        ("B1", "7851,5"),
        ("B2", "-150"),
        ("B3", "=B1+B2"),
        ("C1", "2026-08-31"),
    ];
    enter(&mut session, &cells);
    session
}

#[test]
fn cells_are_found_by_what_they_show_or_by_what_was_typed() {
    let session = budget();
    for (text, wanted) in [
        ("förskola", &["A1", "A2"][..]),
        ("FÖRSK*ÖPP?N", &["A2"]),
        ("allt~*", &["A3"]),
        ("7851", &["B1"]),
        ("7 851,5", &["B1"]),
        ("-150", &["B2"]),
        ("\u{2212}150", &["B2"]),
        ("7701,5", &["B3"]),
        ("2026-08", &["C1"]),
        ("", &[]),
        ("saknas", &[]),
    ] {
        assert_eq!(found(&session, &query(&session, text)), wanted, "{text}");
    }
}

#[test]
fn a_query_can_ask_for_more() {
    let session = budget();
    let with = |change: fn(&mut Query)| {
        let mut query = query(&session, "förskola");
        change(&mut query);
        found(&session, &query)
    };
    assert_eq!(with(|query| query.match_case = true), ["A2"]);
    assert_eq!(with(|query| query.whole_cell = true), ["A1"]);
    assert_eq!(with(|query| (query.text, query.within) = ("B1".into(), Within::Formulas)), ["B3"]);
    assert_eq!(with(|query| (query.text, query.within) = ("7701".into(), Within::Formulas)), [""; 0]);
    let cells = session.find_place(session.sheets()[0].id, "A2:B9").unwrap();
    let in_cells = Query { scope: Scope::Cells(cells), ..query(&session, "förskola") };
    assert_eq!(found(&session, &in_cells), ["A2"]);
}

#[test]
fn what_is_replaced_is_undone_in_one_step_and_what_cannot_be_is_named() {
    let mut session = budget();
    enter(&mut session, &[("D1", "=SEKVENS(2)"), ("B4", "=B3*1")]);
    let before = session.save();
    let query = query(&session, "1");
    let places = find_all(&session, &query);
    let replaced = replace(&mut session, &query, "2", &places).unwrap();
    assert_eq!(shown(&session, &["B1", "B2", "B3"]), ["7852,5", "\u{2212}250", "7602,5"]);
    let left: Vec<_> = replaced.left.iter().map(|(place, why)| (place.address.to_string(), why.clone())).collect();
    let results = ["B3", "B4", "D1"].map(|cell| (cell.to_owned(), Obstacle::Calculated));
    assert!(results.iter().all(|result| left.contains(result)), "{left:?}");
    session.undo().unwrap();
    assert!(session.save() == before, "undo gives every byte back");
    session.undo().unwrap();
}

#[test]
fn a_replacement_that_is_no_formula_is_left() {
    let mut session = budget();
    let mut query = query(&session, "B2");
    query.within = Within::Formulas;
    let places = find_all(&session, &query);
    let replaced = replace(&mut session, &query, "(", &places).unwrap();
    assert_eq!((replaced.count, replaced.changes.is_none()), (0, true));
    assert!(matches!(replaced.left[0].1, Obstacle::Refused(_)));
    assert_eq!(shown(&session, &["B3"]), ["7701,5"]);
    let replaced = replace(&mut session, &query, "A9", &places).unwrap();
    assert_eq!((replaced.count, session.source(place(&session, "B3")).as_str()), (1, "=B1+A9"));
}
