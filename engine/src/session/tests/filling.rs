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

#[test]
fn the_columns_beside_say_how_far_down_is_filled() {
    let mut session = session();
    enter(&mut session, &[("A1", "x"), ("A2", "x"), ("A3", "x"), ("C1", "x"), ("C2", "x"), ("B5", "9")]);
    let reach = |session: &Session, source: &str| {
        filling::beside(session.book(), region(session, source)).map(|range| range.to_string())
    };
    assert_eq!(reach(&session, "B1").as_deref(), Some("B1:B3"), "the left column comes first");
    assert_eq!(reach(&session, "D1").as_deref(), Some("D1:D2"));
    assert_eq!(reach(&session, "B3"), None);
    enter(&mut session, &[("F1", "1"), ("F2", "2"), ("F3", "=A1")]);
    assert_eq!(reach(&session, "F1").as_deref(), Some("F1:F3"), "its own column when there is no other");
    assert_eq!(reach(&session, "H1"), None);
}

#[test]
fn dates_go_on_by_the_step_that_is_asked_for() {
    let mut session = session();
    enter(&mut session, &[("A1", "2026-08-28"), ("B1", "7")]);
    let by = |source: &'static str, target: &'static str, step| {
        move |session: &Session| {
            filling::by_dates(session.book(), region(session, source), region(session, target).range, step)
        }
    };
    fill(&mut session, by("A1", "A1:A3", filling::DateStep::Workdays));
    assert_eq!(shown(&session, &["A2", "A3"]), ["2026-08-31", "2026-09-01"]);
    fill(&mut session, by("A1", "A1:A3", filling::DateStep::Months));
    assert_eq!(shown(&session, &["A2", "A3"]), ["2026-09-28", "2026-10-28"]);
    assert!(by("B1", "B1:B3", filling::DateStep::Days)(&session).is_none(), "a number is no date");
}

#[test]
fn an_entry_is_repeated_as_if_its_cell_were_copied() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2"), ("B1", "=A1*$A$2")]);
    let (from, to) = (place(&session, "B1"), place(&session, "B2"));
    enter_again(&mut session, (from, "=A1*$A$2"), to).unwrap();
    assert_eq!((session.source(to).as_str(), shown(&session, &["B2"])), ("=A2*$A$2", vec!["4".to_owned()]));
    enter_again(&mut session, (from, "12,5"), to).unwrap();
    session.undo().unwrap();
    session.undo().unwrap();
    assert_eq!(shown(&session, &["B2"]), [""]);
}
