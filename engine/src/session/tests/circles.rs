//! Formulas that wait for one another: errors in most books, calculated in rounds where the book asks for it.

use super::*;
use crate::book::Iteration;
use crate::edit::Change;

fn iterate(session: &mut Session, rounds: u32, change: &str) {
    let change = Number::parse(change).unwrap();
    session.apply(Change::Iterate(Some(Iteration { rounds, change }))).unwrap();
}

#[test]
fn only_what_is_evaluated_makes_a_circle() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("B1", "=IF(A1>0,5,C1)"), ("C1", "=B1+1")]);
    assert_eq!(shown(&session, &["B1", "C1"]), ["5", "6"]);
    enter(&mut session, &[("A1", "0")]);
    assert_eq!(shown(&session, &["B1", "C1"]), ["#CIRC!", "#CIRC!"]);
    enter(&mut session, &[("A1", "1")]);
    assert_eq!(shown(&session, &["B1", "C1"]), ["5", "6"]);
}

#[test]
fn a_circle_converges_where_the_book_asks_for_it() {
    let mut session = session();
    // Interest on the mean of the debt, which contains the interest.
    enter(&mut session, &[("A1", "1000"), ("B1", "=(A1+C1)/2*10%"), ("C1", "=A1+B1"), ("D1", "=C1*2")]);
    assert_eq!(shown(&session, &["B1", "D1"]), ["#CIRC!", "#CIRC!"]);
    iterate(&mut session, 100, "0.0000001");
    let value = |session: &Session, cell| session.value(place(session, cell)).as_number().unwrap().rounded(6);
    assert_eq!(value(&session, "B1").to_string(), "105.263158");
    assert_eq!(value(&session, "D1").to_string(), "2210.526316");
    enter(&mut session, &[("A1", "2000")]);
    assert_eq!(value(&session, "B1").to_string(), "210.526316");
    session.apply(Change::Iterate(None)).unwrap();
    assert_eq!(shown(&session, &["B1", "C1", "D1"]), ["#CIRC!", "#CIRC!", "#CIRC!"]);
}

#[test]
fn rounds_end_at_their_number() {
    let mut session = session();
    iterate(&mut session, 10, "0.001");
    enter(&mut session, &[("A1", "=A1+1"), ("B1", "=A1*2")]);
    assert_eq!(shown(&session, &["A1", "B1"]), ["10", "20"]);
}

#[test]
fn limits_are_kept_in_the_file_and_undone() {
    let mut session = session();
    iterate(&mut session, 10, "0.5");
    let bytes = session.save();
    let opened = Session::open(&bytes, Box::new(Still { now: 0.0 })).unwrap();
    let limits = Iteration { rounds: 10, change: Number::parse("0.5").unwrap() };
    assert_eq!(opened.book().iteration, Some(limits));
    session.undo().unwrap();
    assert_eq!(session.book().iteration, None);
}

#[test]
fn the_cells_of_a_circle_are_named() {
    let mut session = session();
    enter(&mut session, &[("A1", "=SUM(B1:B3)"), ("B2", "=C1*2"), ("C1", "=A1+1"), ("D1", "=A1"), ("E1", "=1")]);
    let circle = |cell| {
        let places = crate::calc::circle_of(session.book(), place(&session, cell));
        places.iter().map(|place| place.address.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(circle("A1"), ["A1", "B2", "C1"]);
    assert_eq!(circle("C1"), ["C1", "A1", "B2"]);
    assert!(circle("D1").is_empty() && circle("E1").is_empty());
}

#[test]
fn a_cell_beside_a_circle_is_as_in_a_book_that_is_opened() {
    let mut session = session();
    let sum = "=SUMIFS(C$1:C$40,A$1:A$40,A1)";
    enter(&mut session, &[("A1", "a"), ("C1", "5.9"), ("H1", sum), ("A10", "=SUM(A1:I9)")]);
    assert_eq!(shown(&session, &["H1", "A10"]), ["#CIRC!", "#CIRC!"]);
    // Now D1 and A10 wait for each other, and H1 only for A10, whose value stays the same.
    enter(&mut session, &[("D1", sum)]);
    assert_eq!(shown(&session, &["D1", "A10", "H1"]), ["#CIRC!", "#CIRC!", "5.9"]);
    session.undo();
    assert_eq!(shown(&session, &["H1", "A10"]), ["#CIRC!", "#CIRC!"]);
}
