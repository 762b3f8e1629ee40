//! Looks of cells: set, seen, carried along and kept.

use std::rc::Rc;

use super::*;
use crate::edit::clipping::Clipping;
use crate::session::pasting::{self, Block, Detail};
use crate::session::styles::{Edging, Restyle, restyle, shown as look_of};
use crate::session::{Colour, Marks, Part, PasteManner, Region, Stroke, Style, sorting};

fn filled(cells: &[(&str, &str)]) -> Session {
    let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
    session.set_locale(Locale::Swedish);
    for (cell, text) in cells {
        let place = region(&session, cell).first();
        session.enter(place, text).unwrap();
    }
    session
}

fn region(session: &Session, range: &str) -> Region {
    Range::parse(range).unwrap().on(session.sheets()[0].id)
}

fn dress(session: &mut Session, range: &str, change: Restyle) {
    let cells = [region(session, range)];
    restyle(session, &cells, &[change]).unwrap();
}

fn words(session: &Session, cell: &str) -> String {
    session.cell(region(session, cell).first()).style.map(|style| style.words()).unwrap_or_default()
}

#[test]
fn a_million_cells_are_formatted_in_one_step_and_undone() {
    let mut session = filled(&[("A1", "1"), ("C3", "x")]);
    let before = session.save();
    for range in ["A:XFD", "5:9", "B:C", "A1:Z40000"] {
        dress(&mut session, range, Restyle::Bold(true));
        dress(&mut session, range, Restyle::Fill(Some(Colour::Green)));
    }
    assert_eq!(
        (words(&session, "XFD1048576").as_str(), words(&session, "B7").as_str()),
        ("bold fill-green", "bold fill-green")
    );
    assert_eq!(session.book().sheets[0].styles.rectangles().len(), 1, "one rectangle says it all");
    for _ in 0..8 {
        session.undo().unwrap();
    }
    assert_eq!(session.save(), before);
}

#[test]
fn lines_stand_at_the_edges_of_the_selection() {
    let mut session = filled(&[]);
    dress(&mut session, "B2:D4", Restyle::Borders(Edging::Outline(Stroke::Thick)));
    assert_eq!((words(&session, "B2").as_str(), words(&session, "C3").as_str()), ("top-thick left-thick", ""));
    assert_eq!(words(&session, "D4"), "right-thick bottom-thick");
    dress(&mut session, "B2:D4", Restyle::Borders(Edging::All(Stroke::Thin)));
    assert_eq!(
        (words(&session, "B2").as_str(), words(&session, "C3").as_str()),
        ("top-thin right-thin bottom-thin left-thin", "right-thin bottom-thin")
    );
    dress(&mut session, "C5", Restyle::Borders(Edging::None));
    assert_eq!(words(&session, "C4"), "right-thin", "the line between two cells goes with either");
    dress(&mut session, "A9:B9", Restyle::Borders(Edging::Sum));
    assert_eq!(words(&session, "B9"), "top-thin bottom-thick");
}

#[test]
fn new_rows_and_columns_look_like_those_before_them() {
    let mut session = filled(&[("A1", "1"), ("A2", "2")]);
    dress(&mut session, "A1:B1", Restyle::Italic(true));
    let sheet = session.sheets()[0].id;
    session.insert_rows(sheet, 1, 2).unwrap();
    assert_eq!(["A2", "B3", "A4"].map(|cell| words(&session, cell)), ["italic", "italic", ""]);
    session.insert_columns(sheet, 2, 1).unwrap();
    assert_eq!(words(&session, "C1"), "italic");
    session.undo().unwrap();
    session.undo().unwrap();
    assert_eq!((words(&session, "A1").as_str(), words(&session, "A2").as_str()), ("italic", ""));
}

#[test]
fn looks_go_along_when_rows_are_sorted_cells_filled_moved_and_pasted() {
    let mut session = filled(&[("A1", "3"), ("A2", "1"), ("A3", "2")]);
    dress(&mut session, "A1", Restyle::Ink(Some(Colour::Red)));
    let column = region(&session, "A1");
    sorting::sort(&mut session, column, &sorting::Order::by(0, false)).unwrap();
    assert_eq!(words(&session, "A3"), "ink-red");
    let change = crate::edit::filling::down(session.book(), region(&session, "A3:A4")).unwrap();
    session.apply(change).unwrap();
    assert_eq!(words(&session, "A4"), "ink-red");
    let (from, to) = (region(&session, "A3:A4"), region(&session, "C1").first());
    pasting::move_cells(&mut session, from, to).unwrap();
    assert_eq!(["A3", "C1", "C2"].map(|cell| words(&session, cell)), ["", "ink-red", "ink-red"]);
    let clipping = Rc::new(Clipping::of(session.book(), region(&session, "C2:C3")));
    let target = [region(&session, "E1:F4")];
    let manner = |part| PasteManner { part, ..PasteManner::default() };
    pasting::paste(&mut session, &clipping, &target, manner(Part::Values)).unwrap();
    assert_eq!(words(&session, "E1"), "");
    pasting::paste(&mut session, &clipping, &target, manner(Part::Formats)).unwrap();
    assert_eq!(["E1", "F1", "E2", "E3"].map(|cell| words(&session, cell)), ["ink-red", "ink-red", "", "ink-red"]);
}

#[test]
fn a_look_is_given_to_whole_columns() {
    let mut session = filled(&[("A1", "x")]);
    dress(&mut session, "A1", Restyle::Underline(true));
    let clipping = Rc::new(Clipping::of(session.book(), region(&session, "A1")));
    let target = [region(&session, "C:D")];
    pasting::paste(&mut session, &clipping, &target, PasteManner { part: Part::Formats, ..PasteManner::default() })
        .unwrap();
    assert_eq!(words(&session, "D1048576"), "underline");
}

#[test]
fn what_is_typed_keeps_the_look_and_a_file_keeps_all() {
    let mut session = filled(&[]);
    dress(&mut session, "B2:B900000", Restyle::Fill(Some(Colour::Blue)));
    session.enter(region(&session, "B2").first(), "12 %").unwrap();
    let cell = session.cell(region(&session, "B2").first());
    assert_eq!((cell.text.as_str(), words(&session, "B2").as_str()), ("12\u{a0}%", "fill-blue"));
    let opened = Session::open(&session.save(), Box::new(Still { now: 46_266.0 })).unwrap();
    assert_eq!((words(&opened, "B2").as_str(), words(&opened, "B900000").as_str()), ("fill-blue", "fill-blue"));
    assert_eq!(opened.save(), session.save());
    dress(&mut session, "A1:C9", Restyle::Clear);
    assert_eq!((words(&session, "B2").as_str(), words(&session, "B10").as_str()), ("", "fill-blue"));
}

#[test]
fn what_is_pasted_from_outside_brings_its_look() {
    let mut session = filled(&[]);
    dress(&mut session, "A1", Restyle::Italic(true));
    let detail = Detail { look: "bold fill-red".into(), ..Detail::default() };
    let block = Block {
        rows: vec![vec!["12".into(), "x".into()]],
        details: [(Address::new(0, 1), detail)].into(),
        origin: None,
    };
    let target = [region(&session, "A1")];
    pasting::paste_block(&mut session, &Rc::new(block), Marks::DecimalComma, &target, PasteManner::default()).unwrap();
    assert_eq!((words(&session, "A1").as_str(), words(&session, "B1").as_str()), ("italic", "bold fill-red"));
}

#[test]
fn several_changes_are_one_step() {
    let mut session = filled(&[("A1", "0,5")]);
    let cells = [region(&session, "A1")];
    let all = [Restyle::Number(Some("0 %".into())), Restyle::Bold(true), Restyle::Indent(2), Restyle::Indent(-1)];
    restyle(&mut session, &cells, &all).unwrap();
    let look = look_of(&session, cells[0].first());
    assert_eq!((look.bold, look.indent, session.cell(cells[0].first()).text.as_str()), (Some(true), 1, "50\u{a0}%"));
    session.undo().unwrap();
    assert_eq!(
        look_of(&session, cells[0].first()),
        Style { bold: Some(false), italic: Some(false), ..Style::default() }
    );
}
