//! Cells copied and pasted, from this book and from outside.

use std::rc::Rc;

use super::*;
use crate::session::pasting::{Block, Detail, Pasted, insert, paste, paste_block, survey};

fn region(session: &Session, text: &str) -> Region {
    session.find_place(session.sheets()[0].id, text).unwrap()
}

fn copy_and_paste(session: &mut Session, from: &str, to: &[&str], manner: PasteManner) -> Result<Pasted, Refusal> {
    let clipping = Rc::new(Clipping::of(session.book(), region(session, from)));
    let targets: Vec<Region> = to.iter().map(|text| region(session, text)).collect();
    paste(session, &clipping, &targets, manner)
}

fn only(part: Part) -> PasteManner {
    PasteManner { part, ..PasteManner::default() }
}

fn sources(session: &Session, cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| session.source(place(session, cell))).collect()
}

fn block(rows: &[&[&str]]) -> Block {
    Block {
        rows: rows.iter().map(|row| row.iter().map(|text| (*text).to_owned()).collect()).collect(),
        ..Block::default()
    }
}

#[test]
fn formulas_are_pasted_with_their_references_adjusted_and_with_their_formats() {
    let mut session = session();
    enter(&mut session, &[("A1", "3 %"), ("B1", "=A1*$A$1"), ("A5", "2")]);
    copy_and_paste(&mut session, "A1:B1", &["A4"], PasteManner::default()).unwrap();
    assert_eq!((sources(&session, &["B4"]), shown(&session, &["A4"])), (vec!["=A4*$A$1".into()], vec!["3 %".into()]));
    copy_and_paste(&mut session, "B1", &["B5:B6", "D5"], only(Part::Formulas)).unwrap();
    assert_eq!(sources(&session, &["B5", "B6", "D5"]), ["=A5*$A$1", "=A6*$A$1", "=C5*$A$1"]);
    session.undo().unwrap();
    assert_eq!(sources(&session, &["B5", "B6", "D5"]), ["", "", ""]);
}

#[test]
fn values_are_exact_and_blank_cells_take_away_what_they_land_on() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A3", "=A1/3"), ("C1", "7"), ("C2", "8"), ("C3", "9")]);
    copy_and_paste(&mut session, "A1:A3", &["C1"], only(Part::Values)).unwrap();
    assert_eq!(shown(&session, &["C1", "C2"]), ["1", ""]);
    assert_eq!(session.value(place(&session, "C3")), session.value(place(&session, "A3")));
    session.undo().unwrap();
    copy_and_paste(&mut session, "A1:A3", &["C1"], PasteManner { skips_blanks: true, ..PasteManner::default() })
        .unwrap();
    assert_eq!(shown(&session, &["C1", "C2"]), ["1", "8"]);
}

#[test]
fn rows_become_columns_and_relative_references_turn() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2"), ("A3", "=A1+A2"), ("B3", "=$A$1+A3")]);
    copy_and_paste(&mut session, "A1:B3", &["D1"], PasteManner { transposed: true, ..PasteManner::default() }).unwrap();
    assert_eq!(sources(&session, &["D1", "E1", "F1", "F2"]), ["1", "2", "=D1+E1", "=$A$1+F1"]);
}

#[test]
fn a_paste_past_the_edge_is_refused_with_the_reason() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2")]);
    let refusal = copy_and_paste(&mut session, "A1:A2", &["A1048576"], PasteManner::default()).unwrap_err();
    assert_eq!((refusal.kind, refusal.hint.is_some()), (RefusalKind::Limit, true));
    assert!(copy_and_paste(&mut session, "A:A", &["C1"], PasteManner::default()).is_ok());
    assert_eq!(shown(&session, &["C1", "C2"]), ["1", "2"]);
}

#[test]
fn texts_from_outside_are_read_and_counted() {
    let mut session = session();
    session.set_locale(Locale::Swedish);
    let target = [region(&session, "B2")];
    let rows = block(&[
        &["Kansli", "1 234,50", "\u{2212}5", "#SAKNAS!"],
        &["12 34 5", "=SUMMA(C2:D2)", "=OM(C2>0;\u{201d}ja\u{201d};\u{201d}nej\u{201d})", "=)("],
    ]);
    let understood = paste_block(&mut session, &Rc::new(rows), Marks::DecimalComma, &target, PasteManner::default())
        .unwrap()
        .understood;
    assert_eq!((understood.numbers, understood.texts, understood.errors, understood.formulas), (2, 3, 1, 2));
    assert_eq!((understood.doubtful, understood.first_doubtful.as_deref()), (2, Some("12 34 5")));
    assert_eq!(shown(&session, &["C2", "E2", "C3", "D3", "E3"]), ["1\u{a0}234,50", "#SAKNAS!", "1229,5", "ja", "=)("]);
    session.undo().unwrap();
    assert_eq!(shown(&session, &["B2", "D3"]), ["", ""]);
}

#[test]
fn what_can_be_read_in_two_ways_is_shown_both_ways() {
    let found = survey(&block(&[&["1,000", "hej"], &["2,500", "1,000"]]), Locale::Swedish);
    assert_eq!((found.marks, found.unclear, found.examples.len()), (None, 3, 2));
    assert_eq!((found.examples[0].with_comma.as_str(), found.examples[0].with_point.as_str()), ("1", "1000"));
    let known = Detail { number: Some("1000".into()), ..Detail::default() };
    let sure = Block { details: [(Address::new(0, 0), known)].into(), ..block(&[&["1,000"]]) };
    assert_eq!(survey(&sure, Locale::Swedish).marks, Some(Marks::DecimalComma));
}

#[test]
fn numbers_known_beside_their_texts_are_taken_as_they_are() {
    let mut session = session();
    let detail = |number: &str| Detail { number: Some(number.into()), ..Detail::default() };
    let details = [(Address::new(0, 0), detail("1234.5699999999999")), (Address::new(0, 1), detail("1.5E-3"))];
    let block = Block { details: details.into(), ..block(&[&["1 234,57", "0,00"]]) };
    let target = [region(&session, "A1")];
    paste_block(&mut session, &Rc::new(block), Marks::DecimalComma, &target, PasteManner::default()).unwrap();
    assert_eq!(sources(&session, &["A1", "B1"]), ["1234.57", "0.0015"]);
}

#[test]
fn formulas_of_another_book_are_read_where_they_stood() {
    let mut session = session();
    let detail = Detail { formula: Some("=B4-$C$4".into()), format: Some("0.0".into()), ..Detail::default() };
    let block =
        Block { origin: Address::parse("D4"), details: [(Address::new(0, 0), detail)].into(), ..block(&[&["7"]]) };
    let target = [region(&session, "D9")];
    paste_block(&mut session, &Rc::new(block), Marks::DecimalComma, &target, PasteManner::default()).unwrap();
    assert_eq!((sources(&session, &["D9"]), shown(&session, &["D9"])), (vec!["=B9-$C$4".into()], vec!["0.0".into()]));
}

#[test]
fn hidden_rows_are_written_too_and_told_of() {
    let mut session = session();
    let sheet = session.sheets()[0].id;
    let hide = crate::edit::Change::Hide { sheet, lines: AxisKind::Rows, spans: vec![(1, 1, true)] };
    session.apply(hide).unwrap();
    enter(&mut session, &[("A1", "1")]);
    let pasted = copy_and_paste(&mut session, "A1", &["B1:B3"], PasteManner::default()).unwrap();
    assert_eq!((shown(&session, &["B2"]), pasted.understood.hidden_rows), (vec!["1".into()], 1));
}

fn put_in(session: &mut Session, from: &str, cuts: bool, before: &str) -> Result<Pasted, Refusal> {
    let (from, before) = (region(session, from), place(session, before));
    insert(session, from, cuts, before)
}

#[test]
fn copied_rows_come_in_between_others_in_one_step() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("B1", "=A1*$A$3"), ("A2", "2"), ("A3", "5"), ("A4", "=SUM(A1:A3)")]);
    let before = session.save();
    put_in(&mut session, "1:1", false, "A3").unwrap();
    assert_eq!(sources(&session, &["A3", "B1", "B3", "A5"]), ["1", "=A1*$A$4", "=A3*$A$4", "=SUM(A1:A4)"]);
    assert_eq!(shown(&session, &["B3", "A5"]), ["5", "9"]);
    session.undo().unwrap();
    assert!(session.save() == before);
    session.redo().unwrap();
    assert_eq!(shown(&session, &["B3", "A5"]), ["5", "9"]);
    put_in(&mut session, "A:A", false, "B1").unwrap();
    assert_eq!(sources(&session, &["B1", "C3", "B5"]), ["1", "=A3*$A$4", "=SUM(B1:B4)"]);
}

#[test]
fn a_copy_comes_in_among_the_rows_that_were_copied() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2"), ("B2", "=A2*1.5")]);
    put_in(&mut session, "A1:B2", false, "A2").unwrap();
    assert_eq!(shown(&session, &["A1", "A2", "A3", "A4", "B3", "B4"]), ["1", "1", "2", "2", "3", "3"]);
}

#[test]
fn cut_cells_come_in_between_others_and_references_follow() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2"), ("A5", "5"), ("B5", "=A5*2"), ("C1", "=A5")]);
    let before = session.save();
    put_in(&mut session, "A5:B5", true, "A2").unwrap();
    assert_eq!(sources(&session, &["A2", "B2", "A3", "A6", "C1"]), ["5", "=A2*2", "2", "", "=A2"]);
    session.undo().unwrap();
    assert!(session.save() == before);
    assert_eq!(put_in(&mut session, "A1:A5", true, "A3").unwrap(), Pasted::default());
    assert!(put_in(&mut session, "A1:B1", false, "XFD1").is_err(), "there is no room beside");
    assert!(session.save() == before);
}

#[test]
fn pushed_together_a_formula_stays_that_reads_its_own_row() {
    let mut session = session();
    enter(
        &mut session,
        &[("A1", "9"), ("A2", "2"), ("B2", "=A2*$A$1"), ("A4", "4"), ("B4", "=A4*$A$1"), ("C4", "=A2+A4")],
    );
    let on = session.sheets()[0].id;
    let clipping = Rc::new(Clipping::of_crossings(session.book(), on, &[(1, 1), (3, 3)], &[(0, 2)]));
    let target = region(&session, "E6");
    paste(&mut session, &clipping, &[target], PasteManner::default()).unwrap();
    assert_eq!(sources(&session, &["F6", "F7", "G7"]), ["=E6*$A$1", "=E7*$A$1", "6"]);
    let clipping = Rc::new(Clipping::of_crossings(session.book(), on, &[(1, 1)], &[(0, 0), (2, 2)]));
    assert!(clipping.cells.values().all(|cell| !matches!(cell.content, crate::book::Content::Formula(_))));
}
