//! Cells inserted or deleted among others: what meant those that move means them still, and one undo puts all back.

use super::*;
use crate::session::shifting::{delete_cells, insert_cells};

fn region(session: &Session, text: &str) -> Region {
    session.find_place(session.sheets()[0].id, text).unwrap()
}

fn figures() -> Session {
    let mut session = session();
    let cells =
        [("A1", "1"), ("A2", "2"), ("A3", "3"), ("A4", "=SUM(A1:A3)"), ("B1", "=A3*10"), ("B4", "x"), ("C9", "=A4")];
    enter(&mut session, &cells);
    session
}

fn sources(session: &Session, cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| session.source(place(session, cell))).collect()
}

#[test]
fn cells_come_in_and_only_their_columns_move_down() {
    let mut session = figures();
    let cells = region(&session, "A2:A3");
    insert_cells(&mut session, cells, AxisKind::Rows).unwrap();
    let after = sources(&session, &["A1", "A2", "A4", "A5", "A6", "B1", "B4", "C9"]);
    assert_eq!(after, ["1", "", "2", "3", "=SUM(A1:A5)", "=A5*10", "x", "=A6"]);
    assert_eq!(shown(&session, &["A6", "B1", "C9"]), ["6", "30", "6"]);
    enter(&mut session, &[("A2", "100")]);
    assert_eq!(shown(&session, &["A6", "C9"]), ["106", "106"], "the new cells are within the sum");
    session.undo().unwrap();
    session.undo().unwrap();
    assert_eq!(sources(&session, &["A2", "A4", "B1", "C9"]), ["2", "=SUM(A1:A3)", "=A3*10", "=A4"]);
}

#[test]
fn cells_go_and_the_rest_of_their_columns_closes_up() {
    let mut session = figures();
    let cells = region(&session, "A3");
    delete_cells(&mut session, cells, AxisKind::Rows).unwrap();
    assert_eq!(sources(&session, &["A2", "A3", "B1", "B4", "C9"]), ["2", "=SUM(A1:A2)", "=#REF!*10", "x", "=A3"]);
    assert_eq!(shown(&session, &["A3", "C9"]), ["3", "3"]);
    session.undo().unwrap();
    assert_eq!(shown(&session, &["A4", "B1", "C9"]), ["6", "30", "6"]);
}

#[test]
fn cells_make_room_to_the_right_and_close_up_to_the_left() {
    let mut session = figures();
    let cells = region(&session, "A1");
    insert_cells(&mut session, cells, AxisKind::Columns).unwrap();
    assert_eq!(sources(&session, &["B1", "C1", "A4", "B4"]), ["1", "=A3*10", "=SUM(A1:A3)", "x"]);
    delete_cells(&mut session, cells, AxisKind::Columns).unwrap();
    assert_eq!(sources(&session, &["A1", "B1", "A4"]), ["1", "=A3*10", "=SUM(A1:A3)"]);
}

#[test]
fn a_table_is_not_torn_apart() {
    let mut session = figures();
    let heading = place(&session, "A1");
    crate::session::filter::toggle(&mut session, heading).unwrap();
    let cells = region(&session, "A2");
    let refusal = insert_cells(&mut session, cells, AxisKind::Rows).unwrap_err();
    assert_eq!(refusal.kind, RefusalKind::NotAllowed);
    assert_eq!(sources(&session, &["A2", "A4"]), ["2", "=SUM(A1:A3)"]);
}
