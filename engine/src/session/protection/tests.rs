//! Protected sheets: what is refused, how, and that it is undone and kept.

use super::*;
use crate::base::{Address, Range};
use crate::session::{CellRole, Still};

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
