//! Cells cut and pasted elsewhere: references follow them, and one undo puts all back.

use super::*;
use crate::session::pasting::move_cells;
use crate::session::view::{CellRole, Emphasis};

fn region(session: &Session, text: &str) -> Region {
    session.find_place(session.sheets()[0].id, text).unwrap()
}

fn cut(session: &mut Session, from: &str, to: &str) -> Result<ChangeSet, Refusal> {
    let to = session.find_place(session.sheets()[0].id, to).unwrap().first();
    let from = region(session, from);
    move_cells(session, from, to)
}

fn sources(session: &Session, cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| session.source(place(session, cell))).collect()
}

#[test]
fn references_follow_moved_cells_and_moved_formulas_keep_theirs() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2"), ("B1", "=A1+A2"), ("C1", "=B1*2"), ("D1", "=SUM(A1:A2)+$A$1")]);
    cut(&mut session, "A1:B1", "E5").unwrap();
    assert_eq!(sources(&session, &["F5", "C1", "D1"]), ["=E5+A2", "=F5*2", "=SUM(A1:A2)+$E$5"]);
    assert_eq!(shown(&session, &["A1", "B1", "E5", "F5", "C1", "D1"]), ["", "", "1", "3", "6", "3"]);
    session.undo().unwrap();
    assert_eq!(sources(&session, &["B1", "C1", "D1"]), ["=A1+A2", "=B1*2", "=SUM(A1:A2)+$A$1"]);
    assert_eq!(shown(&session, &["A1", "E5", "F5", "D1"]), ["1", "", "", "4"]);
}

#[test]
fn what_moved_cells_cover_is_a_lost_reference() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("B1", "2"), ("C1", "=B1"), ("C2", "=SUM(B1:B3)")]);
    cut(&mut session, "A1", "B1").unwrap();
    assert_eq!(sources(&session, &["B1", "C1", "C2"]), ["1", "=#REF!", "=SUM(B1:B3)"]);
    session.undo().unwrap();
    assert_eq!(shown(&session, &["A1", "B1", "C1"]), ["1", "2", "2"]);
}

#[test]
fn cells_move_to_another_sheet_with_formats_names_and_notes() {
    let mut session = session();
    session.add_sheet(Some("Other")).unwrap();
    let other = session.sheets()[1].id;
    enter(&mut session, &[("A1", "3 %"), ("A2", "=A1*2"), ("A3", "=A2+B9"), ("C1", "=A1"), ("B9", "5")]);
    let cell = place(&session, "A1");
    notes::annotate(&mut session, cell, "Skatt", "").unwrap();
    let from = region(&session, "A1:A3");
    move_cells(&mut session, from, Address::new(0, 0).on(other)).unwrap();
    let at = |row| Address::new(row, 0).on(other);
    assert_eq!([session.source(at(1)), session.source(at(2))], ["=A1*2", "=A2+Blad1!B9"]);
    assert_eq!(sources(&session, &["C1"]), ["=Other!A1"]);
    assert_eq!((session.cell(at(0)).text.as_str(), notes::note(&session, at(0))), ("3 %", Some("Skatt")));
    assert_eq!(notes::note(&session, cell), None);
    session.undo().unwrap();
    assert_eq!(
        (sources(&session, &["A3", "C1"]), notes::note(&session, cell)),
        (vec!["=A2+B9".into(), "=A1".into()], Some("Skatt"))
    );
}

#[test]
fn a_move_past_the_edge_changes_nothing() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2")]);
    assert_eq!(cut(&mut session, "A1:A2", "A1048576").unwrap_err().kind, RefusalKind::Limit);
    assert_eq!(shown(&session, &["A1", "A2"]), ["1", "2"]);
}

const KOPING: &[u8] = include_bytes!("../../../../www/templates/koping/01-driftredovisning.tertial");

fn koping() -> Session {
    let mut session = Session::open(KOPING, Box::new(Still { now: 46_265.5 })).unwrap();
    session.set_locale(Locale::Swedish);
    session
}

fn look(session: &Session, place: Place) -> (String, CellRole, Emphasis) {
    let cell = session.cell(place);
    (cell.text, cell.role, cell.emphasis)
}

#[test]
fn a_report_table_that_is_cut_as_a_whole_is_one_at_its_new_place() {
    let mut session = koping();
    let before = session.save();
    let all = |session: &Session, range: &str, (rows, columns): (u32, u32)| -> Vec<_> {
        let range = Range::parse(range).unwrap();
        let sheet = session.sheets()[0].id;
        range
            .cells()
            .map(|cell| look(session, Address::new(cell.row + rows, cell.column + columns).on(sheet)))
            .collect()
    };
    let was = all(&session, "A1:D12", (0, 0));
    cut(&mut session, "A1:D12", "F21").unwrap();
    assert_eq!(all(&session, "A1:D12", (20, 5)), was);
    assert_eq!(look(&session, place(&session, "D12")), (String::new(), CellRole::Free, Emphasis::Normal));
    session.enter(place(&session, "H24"), "8000").unwrap();
    assert_eq!(shown(&session, &["I24", "I32"]), ["−149", "+301"]);
    session.undo().unwrap();
    session.undo().unwrap();
    assert!(session.save() == before, "undo gives every byte back");
}

#[test]
fn a_report_table_moves_to_another_sheet_and_comes_home_in_its_file() {
    let mut session = koping();
    session.add_sheet(Some("Annat")).unwrap();
    let (from, other) = (region(&session, "A3:D12"), session.sheets()[1].id);
    move_cells(&mut session, from, Address::new(0, 0).on(other)).unwrap();
    let opened = Session::open(&session.save(), Box::new(Still { now: 46_265.5 })).unwrap();
    for session in [&session, &opened] {
        let cell = |row, column| look(session, Address::new(row, column).on(other));
        assert_eq!((cell(0, 1).1, cell(1, 2).1, cell(9, 3).2), (CellRole::Header, CellRole::Input, Emphasis::Sum));
        assert_eq!(look(session, place(session, "A1")).1, CellRole::Free, "its title stays as words");
    }
}

#[test]
fn a_part_of_a_report_table_leaves_it_where_it_is() {
    let mut session = koping();
    cut(&mut session, "A4:D6", "F21").unwrap();
    assert_eq!(look(&session, place(&session, "D12")).2, Emphasis::Sum);
    assert_eq!(look(&session, place(&session, "F21")).1, CellRole::Free);
}
