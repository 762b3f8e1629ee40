//! Filling from neighbours: what comes into the cells, how they look, and that one undo takes it back.

use super::*;
use crate::edit::{Change, filling};

fn region(session: &Session, text: &str) -> Region {
    session.find_place(session.sheets()[0].id, text).unwrap()
}

fn fill(session: &mut Session, change: impl Fn(&Session) -> Option<Change>) {
    let change = change(session).unwrap();
    session.apply(change).unwrap();
}

#[test]
fn down_and_right_copy_formulas_with_their_references() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2"), ("A3", "3"), ("B1", "=A1*2"), ("C1", "=B$1")]);
    fill(&mut session, |session| filling::down(session.book(), region(session, "B1:C3")));
    assert_eq!(shown(&session, &["B2", "B3", "C3"]), ["4", "6", "2"]);
    fill(&mut session, |session| filling::right(session.book(), region(session, "D3")));
    assert_eq!(session.source(place(&session, "D3")), "=C$1");
    session.undo().unwrap();
    session.undo().unwrap();
    assert_eq!(shown(&session, &["B2", "C3", "D3"]), ["", "", ""]);
}

#[test]
fn down_in_a_single_row_takes_the_row_above() {
    let mut session = session();
    enter(&mut session, &[("A1", "7")]);
    fill(&mut session, |session| filling::down(session.book(), region(session, "A2")));
    assert_eq!(shown(&session, &["A2"]), ["7"]);
    assert!(filling::down(session.book(), region(&session, "A1")).is_none());
}

#[test]
fn dragging_goes_on_with_the_series_in_every_direction() {
    let mut session = session();
    enter(&mut session, &[("B5", "10"), ("B6", "12"), ("C5", "Kvartal 1"), ("C6", "Kvartal 2"), ("D6", "2026-08-31")]);
    let dragged = |source: &'static str, target: &'static str| {
        move |session: &Session| {
            filling::dragged(session.book(), region(session, source), region(session, target).range, false)
        }
    };
    fill(&mut session, dragged("B5:C6", "B5:C9"));
    assert_eq!(shown(&session, &["B7", "B9", "C8", "C9"]), ["14", "18", "Kvartal 4", "Kvartal 1"]);
    fill(&mut session, dragged("B5:C6", "B3:C6"));
    assert_eq!(shown(&session, &["B4", "B3", "C4", "C3"]), ["8", "6", "Kvartal 4", "Kvartal 3"]);
    fill(&mut session, dragged("D6", "D6:F6"));
    assert_eq!(shown(&session, &["E6", "F6"]), ["2026-09-01", "2026-09-02"]);
    assert!(dragged("D6", "D6:E7")(&session).is_none());
}
