//! Rows put in order: what moves, what stays, and that nothing adds up to anything else.

use super::*;
use crate::session::sorting::{Key, Order, plan, sort};

fn sorted(session: &mut Session, cell: &str, column: u32, descending: bool) -> Result<usize, Refusal> {
    let cell = Region::cell(place(session, cell));
    sort(session, cell, &Order::by(column, descending)).map(|sorted| sorted.moved)
}

fn column(session: &Session, column: &str, rows: std::ops::RangeInclusive<u32>) -> Vec<String> {
    rows.map(|row| session.cell(place(session, &format!("{column}{row}"))).text).collect()
}

fn plain() -> Session {
    let mut session = session();
    session.set_locale(Locale::Swedish);
    let rows =
        [("Namn", "Belopp"), ("Östra", "5"), ("Ånäset", "3"), ("Äppel", ""), ("vik", "9"), ("Wien", "7"), ("10", "1")];
    for (row, (name, amount)) in rows.iter().enumerate() {
        enter(&mut session, &[(&format!("A{}", row + 1), name), (&format!("B{}", row + 1), amount)]);
    }
    enter(&mut session, &[("C2", "=B2*2"), ("C3", "=B3*2"), ("A8", "Summa"), ("B8", "=SUMMA(B2:B7)"), ("E1", "=B5")]);
    session
}

#[test]
fn plain_rows_are_sorted_in_swedish_between_heading_and_sum() {
    let mut session = plain();
    let before = session.save();
    sorted(&mut session, "A3", 0, false).unwrap();
    assert_eq!(column(&session, "A", 1..=8), ["Namn", "10", "vik", "Wien", "Ånäset", "Äppel", "Östra", "Summa"]);
    assert_eq!(column(&session, "C", 2..=7), ["", "", "", "6", "", "10"]);
    assert_eq!(shown(&session, &["B8", "E1"]), ["25", "9"]);
    assert_eq!(session.source(place(&session, "E1")), "=B3", "who read a row follows it");
    session.undo().unwrap();
    assert!(session.save() == before, "undo gives every byte back");
}

#[test]
fn blanks_come_last_in_both_directions() {
    for descending in [false, true] {
        let mut session = plain();
        sorted(&mut session, "B3", 1, descending).unwrap();
        assert_eq!(column(&session, "B", 7..=7), [""], "{descending}");
        assert!(sorted(&mut session, "B3", 1, descending).unwrap_err().reason.contains("redan"));
    }
}

#[test]
fn formulas_that_read_a_part_of_the_rows_refuse_the_sorting() {
    let mut session = plain();
    enter(&mut session, &[("E2", "=SUMMA(B2:B3)")]);
    let before = session.save();
    let refusal = sorted(&mut session, "A3", 0, false).unwrap_err();
    assert!(refusal.reason.contains("E2"), "{}", refusal.reason);
    assert!(session.save() == before);
    enter(&mut session, &[("E2", ""), ("C5", "=SEKVENS(2)")]);
    assert!(sorted(&mut session, "A3", 0, false).unwrap_err().reason.contains("C5"));
}

#[test]
fn what_is_calculated_after_sorting_is_what_a_full_calculation_gives() {
    let mut session = plain();
    enter(&mut session, &[("D2", "=B2+B7"), ("D7", "=$B$2-B4")]);
    let value = |session: &Session, cell: &str| session.value(place(session, cell));
    let (first, last) = (value(&session, "D2"), value(&session, "D7"));
    sorted(&mut session, "A3", 1, true).unwrap();
    let all: Vec<String> = column(&session, "D", 2..=7);
    session.recalculate_all();
    assert_eq!(column(&session, "D", 2..=7), all);
    let values: Vec<_> = (2..=7).map(|row| value(&session, &format!("D{row}"))).collect();
    assert!(values.contains(&first) && values.contains(&last), "each goes on reading the same amounts");
}

fn cells(session: &Session, range: &str) -> Region {
    Range::parse(range).unwrap().on(place(session, "A1").sheet)
}

#[test]
fn a_second_column_decides_between_equal_rows() {
    let mut session = session();
    let rows = [("b", "1"), ("a", "1"), ("c", "2"), ("a", "2")];
    for (row, (name, amount)) in rows.iter().enumerate() {
        enter(&mut session, &[(&format!("A{}", row + 1), name), (&format!("B{}", row + 1), amount)]);
    }
    let keys = vec![Key { column: 1, descending: true }, Key { column: 0, descending: false }];
    let all = cells(&session, "A1");
    let order = Order { keys, headings: Some(false) };
    assert_eq!(plan(&session, all, &order).unwrap().first, ["a", "c", "a", "b"]);
    sort(&mut session, all, &order).unwrap();
    assert_eq!(column(&session, "A", 1..=4), ["a", "c", "a", "b"]);
    assert_eq!(column(&session, "B", 1..=4), ["2", "2", "1", "1"]);
}

#[test]
fn what_would_be_sorted_is_told() {
    let session = plain();
    let told = plan(&session, cells(&session, "A3"), &Order::by(1, true)).unwrap();
    assert_eq!((told.range.to_string().as_str(), told.headings), ("A1:C8", Some(true)));
    assert_eq!((told.movable, told.groups, told.sums), (6, 1, 1));
    assert_eq!(told.columns, [(0, "Namn".to_owned()), (1, "Belopp".to_owned()), (2, String::new())]);
    assert_eq!(told.first, ["vik", "Wien", "Östra", "Ånäset"]);
    assert!(plan(&session, cells(&session, "H40"), &Order::by(7, true)).is_err());
}

#[test]
fn whether_there_are_headings_can_be_said() {
    let mut session = plain();
    enter(&mut session, &[("C2", ""), ("C3", ""), ("B8", "25")]);
    let order = Order { headings: Some(false), ..Order::by(0, false) };
    assert_eq!(plan(&session, cells(&session, "A3"), &order).unwrap().movable, 8);
    let all = cells(&session, "A3");
    sort(&mut session, all, &order).unwrap();
    assert_eq!(column(&session, "A", 1..=3), ["10", "Namn", "Summa"]);
}

#[test]
fn several_selected_rows_are_sorted_alone() {
    let mut session = plain();
    let some = cells(&session, "B2:B4");
    let order = Order { headings: Some(false), ..Order::by(1, false) };
    assert_eq!(plan(&session, some, &order).unwrap().movable, 3);
    sort(&mut session, some, &order).unwrap();
    assert_eq!(column(&session, "A", 1..=8), ["Namn", "Ånäset", "Östra", "Äppel", "vik", "Wien", "10", "Summa"]);
}

#[test]
fn hidden_rows_stay_where_they_are() {
    let mut session = plain();
    let sheet = place(&session, "A1").sheet;
    lines::hide(&mut session, (sheet, AxisKind::Rows), &[(2, 2)], true).unwrap();
    let before = session.save();
    let all = cells(&session, "A4");
    let order = Order::by(0, false);
    let told = plan(&session, all, &order).unwrap();
    assert_eq!((told.movable, told.hidden), (5, 1));
    sort(&mut session, all, &order).unwrap();
    assert_eq!(column(&session, "A", 1..=8), ["Namn", "10", "Ånäset", "vik", "Wien", "Äppel", "Östra", "Summa"]);
    assert_eq!(shown(&session, &["B8", "E1", "C3"]), ["25", "9", "6"]);
    session.undo().unwrap();
    assert!(session.save() == before);
}
