//! Rows and columns taken elsewhere: what reads them follows, sums go on covering what they cover, one undo puts all back.

use super::*;
use crate::session::line_moving::{MovedLines, move_lines};

/// Moves rows, counted from one as they are shown, to just before another.
fn rows(session: &mut Session, (first, last): (u32, u32), before: u32) -> Result<MovedLines, Refusal> {
    let sheet = session.sheets()[0].id;
    move_lines(session, (sheet, AxisKind::Rows), (first - 1, last - 1), before - 1)
}

fn columns(session: &mut Session, (first, last): (u32, u32), before: u32) -> Result<MovedLines, Refusal> {
    let sheet = session.sheets()[0].id;
    move_lines(session, (sheet, AxisKind::Columns), (first, last), before)
}

fn sources(session: &Session, cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| session.source(place(session, cell))).collect()
}

/// A heading, three rows and their sum; then two rows and theirs.
fn groups() -> Session {
    let mut session = session();
    enter(&mut session, &[("A1", "Name"), ("B1", "Amount"), ("A2", "a"), ("B2", "1"), ("A3", "b"), ("B3", "20")]);
    enter(&mut session, &[("A4", "c"), ("B4", "300"), ("A5", "Sum"), ("B5", "=SUM(B2:B4)"), ("C3", "=B3*2")]);
    enter(&mut session, &[("A6", "d"), ("B6", "4000"), ("A7", "e"), ("B7", "50000"), ("B8", "=SUM(B6:B7)")]);
    enter(&mut session, &[("E1", "=B3"), ("E2", "=$B$4+B2"), ("E9", "=SUM(B:B)")]);
    session
}

#[test]
fn rows_that_move_within_a_sum_stay_in_it_and_references_follow() {
    let mut session = groups();
    let before = session.save();
    let moved = rows(&mut session, (2, 2), 5).unwrap();
    assert_eq!((moved.lines, moved.left.len(), moved.joined.len()), ((3, 3), 0, 0));
    assert_eq!(shown(&session, &["A2", "A3", "A4", "B4", "B5", "C2"]), ["b", "c", "a", "1", "321", "40"]);
    assert_eq!(sources(&session, &["B5", "C2", "E1"]), ["=SUM(B2:B4)", "=B2*2", "=B2"]);
    rows(&mut session, (4, 4), 2).unwrap();
    assert!(session.save() == before, "there and back is nothing");
    session.undo().unwrap();
    session.undo().unwrap();
    assert!(session.save() == before, "undo gives every byte back");
}

#[test]
fn a_row_leaves_one_sum_and_joins_another_and_both_are_told_of() {
    let mut session = groups();
    let moved = rows(&mut session, (4, 4), 7).unwrap();
    assert_eq!((moved.left, moved.joined), (vec!["B4".into()], vec!["B8".into()]));
    assert_eq!(sources(&session, &["B4", "B8"]), ["=SUM(B2:B3)", "=SUM(B5:B7)"]);
    assert_eq!(shown(&session, &["B4", "B8", "A6"]), ["21", "54300", "c"]);
}

#[test]
fn a_row_that_comes_back_above_its_sum_is_counted_again() {
    let mut session = groups();
    let before = session.save();
    let moved = rows(&mut session, (4, 4), 6).unwrap();
    assert_eq!((sources(&session, &["B4"]), moved.left), (vec!["=SUM(B2:B3)".into()], vec!["B4".into()]));
    let moved = rows(&mut session, (5, 5), 4).unwrap();
    assert_eq!(moved.joined, ["B5"]);
    assert!(session.save() == before);
}

#[test]
fn a_heading_does_not_join_and_a_sum_does_not_move_into_its_own_rows() {
    let mut session = groups();
    rows(&mut session, (2, 2), 1).unwrap();
    assert_eq!(sources(&session, &["B5"]), ["=SUM(B3:B4)"]);
    session.undo().unwrap();
    let before = session.save();
    let refusal = rows(&mut session, (5, 5), 4).unwrap_err();
    assert!(refusal.reason.contains("B5") && refusal.hint.is_some(), "{}", refusal.reason);
    assert!(session.save() == before);
    rows(&mut session, (5, 5), 2).unwrap();
    assert_eq!(sources(&session, &["B2"]), ["=SUM(B3:B5)"], "past all of them is no trouble");
}

#[test]
fn columns_move_with_their_widths_and_formulas() {
    let mut session = groups();
    let sheet = session.sheets()[0].id;
    lines::set_widths(&mut session, sheet, vec![(1, 30.0)]).unwrap();
    columns(&mut session, (1, 1), 4).unwrap();
    assert_eq!(sources(&session, &["D5", "B3", "E1"]), ["=SUM(D2:D4)", "=D3*2", "=D3"]);
    assert_eq!((session.column_width(sheet, 3), session.column_width(sheet, 1)), (30.0, DEFAULT_WIDTH));
    session.undo().unwrap();
    assert_eq!((sources(&session, &["B5"]), session.column_width(sheet, 1)), (vec!["=SUM(B2:B4)".into()], 30.0));
}

#[test]
fn hidden_rows_groups_notes_and_formats_go_along_and_frozen_rows_stay() {
    let mut session = groups();
    let sheet = session.sheets()[0].id;
    let cell = place(&session, "B3");
    notes::annotate(&mut session, cell, "Note", "").unwrap();
    enter(&mut session, &[("D3", "5 %")]);
    outline::group(&mut session, sheet, (2, 2), true).unwrap();
    lines::hide(&mut session, (sheet, AxisKind::Rows), &[(2, 2)], true).unwrap();
    lines::freeze(&mut session, sheet, Frozen { rows: 3, columns: 0 }).unwrap();
    let before = session.save();
    rows(&mut session, (3, 3), 8).unwrap();
    let at = place(&session, "B7");
    assert_eq!((notes::note(&session, at), shown(&session, &["D7"])), (Some("Note"), vec!["5 %".into()]));
    assert_eq!(lines::hidden(&session, sheet, AxisKind::Rows), [(6, 6)]);
    let outline = RowOutline::of(&session, sheet);
    assert_eq!(([2, 5, 6].map(|row| outline.level(row)), lines::frozen(&session, sheet).rows), ([0, 0, 1], 3));
    session.undo().unwrap();
    assert!(session.save() == before);
}

#[test]
fn moving_to_the_same_place_is_nothing_to_undo() {
    let mut session = session();
    rows(&mut session, (2, 3), 4).unwrap();
    assert!(!session.can_undo());
}
