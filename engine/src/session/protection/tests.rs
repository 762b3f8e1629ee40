//! Protected sheets: what is refused, how, and that it is undone and kept.

use super::*;
use crate::base::{Address, Range};
use crate::session::validation::{self, Asked, AskedKind};
use crate::session::{CellRole, Still, pasting};

fn session() -> Session {
    let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
    for (cell, text) in [("A1", "Budget"), ("B1", "100"), ("B2", "=B1*2"), ("B3", "=B2+1")] {
        let place = at(&session, cell);
        session.enter(place, text).unwrap();
    }
    let inputs = region(&session, "B1:B1");
    let more = region(&session, "D4:D5");
    mark(&mut session, &[inputs, more], true).unwrap();
    session
}

fn at(session: &Session, cell: &str) -> Place {
    Address::parse(cell).unwrap().on(session.sheets()[0].id)
}

fn region(session: &Session, range: &str) -> Region {
    Range::parse(range).unwrap().on(session.sheets()[0].id)
}

fn protected() -> Session {
    let mut session = session();
    let sheet = session.sheets()[0].id;
    protect(&mut session, sheet, "fastställd av nämnden").unwrap();
    session
}

#[test]
fn a_locked_cell_is_refused_with_the_reason_and_the_way_to_an_input() {
    let mut session = protected();
    let locked = at(&session, "B2");
    let refusal = session.enter(locked, "7").unwrap_err();
    assert_eq!(refusal.reason, "B2 är låst, för bladet är skyddat: fastställd av nämnden");
    assert!(refusal.hint.unwrap().contains("D4"));
    assert_eq!(session.cell(locked).text, "200");
    let input = at(&session, "B1");
    session.enter(input, "300").unwrap();
    assert_eq!(session.cell(locked).text, "600");
}

#[test]
fn nothing_of_a_change_that_meets_a_locked_cell_is_left() {
    let mut session = protected();
    let before = session.save();
    let sheet = session.sheets()[0].id;
    let cells = [("B1", "5"), ("B2", "6")].map(|(cell, text)| (Address::parse(cell).unwrap(), text));
    assert!(session.put_all(sheet, &cells).is_err());
    assert!(session.insert_rows(sheet, 0, 1).is_err() && session.delete_rows(sheet, 0, 1).is_err());
    let all = region(&session, "A1:D9");
    assert!(session.clear(&[all]).is_err() && mark(&mut session, &[all], true).is_err());
    assert_eq!(session.save(), before);
}

#[test]
fn protection_is_undone_kept_in_the_file_and_ended() {
    let mut session = protected();
    let sheet = session.sheets()[0].id;
    let opened = Session::open(&session.save(), Box::new(Still { now: 46_266.0 })).unwrap();
    assert_eq!(reason(&opened, sheet), Some("fastställd av nämnden"));
    assert!(is_locked(&opened, at(&opened, "A1")) && !is_locked(&opened, at(&opened, "D5")));
    session.undo();
    assert_eq!(reason(&session, sheet), None);
    session.redo();
    unprotect(&mut session, sheet).unwrap();
    let place = at(&session, "B2");
    session.enter(place, "7").unwrap();
}

#[test]
fn undoing_what_was_done_before_is_never_refused() {
    let mut session = session();
    let (sheet, place) = (session.sheets()[0].id, at(&session, "B2"));
    session.enter(place, "7").unwrap();
    protect(&mut session, sheet, "").unwrap();
    session.undo();
    session.undo();
    assert_eq!(session.cell(place).text, "200");
}

#[test]
fn tab_goes_through_the_cells_to_fill_in() {
    let session = protected();
    let next = |cell: &str, on| session.next_input(at(&session, cell), on).map(|place| place.address.to_string());
    assert_eq!(next("A1", true).as_deref(), Some("B1"));
    assert_eq!(next("B1", true).as_deref(), Some("D4"));
    assert_eq!((next("D5", true), next("D4", false).as_deref()), (None, Some("B1")));
}

#[test]
fn marks_follow_rows_and_come_back_with_them() {
    let mut session = session();
    let sheet = session.sheets()[0].id;
    session.insert_rows(sheet, 0, 2).unwrap();
    assert!(is_input(&session, at(&session, "D6")) && !is_input(&session, at(&session, "D4")));
    let before = session.save();
    session.delete_rows(sheet, 4, 4).unwrap();
    assert!(!is_input(&session, at(&session, "D6")));
    session.undo();
    assert_eq!(session.save(), before);
    assert_eq!(session.cell(at(&session, "D6")).role, CellRole::Input);
}

#[test]
fn rules_go_along_with_cells_that_are_cut_and_pasted() {
    let mut session = session();
    let list = region(&session, "B2:C4");
    let asked = Asked { kind: AskedKind::List, list: "Ja; Nej".into(), is_strict: true, ..Asked::default() };
    validation::set(&mut session, &[list], &asked).unwrap();
    session.add_sheet(None).unwrap();
    let other = session.sheets()[1].id;
    let before = session.save();
    let cut = |session: &mut Session, from: &str, to: Place| {
        let from = region(session, from);
        pasting::move_cells(session, from, to).unwrap();
    };
    let to = at(&session, "F9");
    cut(&mut session, "B3:D4", to);
    let has_list = |place: Place| validation::choices(&session, place).is_some();
    let lists = ["B2", "B3", "C3", "C4", "F9", "G10", "H9"].map(|cell| has_list(at(&session, cell)));
    assert_eq!(lists, [true, false, false, false, true, true, false]);
    assert!(is_marked(&session, "H10") && !is_marked(&session, "D4"), "what is to be filled in goes along");
    cut(&mut session, "F9:H10", Address::parse("A1").unwrap().on(other));
    let there = |cell: &str| Address::parse(cell).unwrap().on(other);
    assert!(validation::choices(&session, there("B2")).is_some() && validation::choices(&session, to).is_none());
    assert!(session.book.sheet(other).unwrap().rules.mark(Address::parse("C2").unwrap()) == Some(true));
    session.undo();
    session.undo();
    assert_eq!(session.save(), before);
}

fn is_marked(session: &Session, cell: &str) -> bool {
    let place = at(session, cell);
    session.book.sheet(place.sheet).unwrap().rules.mark(place.address) == Some(true)
}
