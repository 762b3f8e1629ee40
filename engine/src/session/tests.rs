//! The façade as a front end uses it: what is typed, what follows, what undo brings back.

use super::*;

mod calls;
mod circles;
mod conditional;
mod deeds;
mod filling;
mod filter;
mod finding;
mod jobs;
mod keyed;
mod language;
mod line_moving;
mod moving;
mod pasting;
mod sheets;
mod shifting;
mod sorting;
mod spills;
mod styles;
mod units;
mod why;
mod writing;

/// A session in English on an empty sheet.
fn session() -> Session {
    let mut session = Session::new(Box::new(Still { now: 43_708.0 }));
    session.set_locale(Locale::English);
    session
}

fn place(session: &Session, text: &str) -> Place {
    session.find_place(session.sheets()[0].id, text).unwrap().first()
}

fn enter(session: &mut Session, cells: &[(&str, &str)]) {
    for (cell, text) in cells {
        session.enter(place(session, cell), text).unwrap();
    }
}

fn shown(session: &Session, cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| session.cell(place(session, cell)).text).collect()
}

fn calculated(session: &mut Session, cell: &str, text: &str) -> Vec<String> {
    session.calculator_mut().set_trace(true);
    enter(session, &[(cell, text)]);
    let trace = session.calculator_mut().set_trace(false).unwrap();
    let mut cells: Vec<String> = trace.calculated.iter().map(|cell| cell.place.address.to_string()).collect();
    cells.sort();
    cells
}

#[test]
fn an_edit_recalculates_what_depends_on_it_and_undo_restores_it() {
    let mut session = session();
    enter(&mut session, &[("A1", "2"), ("B1", "=A1*3"), ("C1", "=B1+A1"), ("D1", "=7")]);
    assert_eq!(shown(&session, &["B1", "C1"]), ["6", "8"]);
    assert_eq!(calculated(&mut session, "A1", "0.1"), ["B1", "C1"]);
    assert_eq!(shown(&session, &["B1", "C1"]), ["0.3", "0.4"]);
    session.undo().unwrap();
    assert_eq!(shown(&session, &["A1", "B1", "C1"]), ["2", "6", "8"]);
    session.redo().unwrap();
    assert_eq!(shown(&session, &["A1", "B1", "C1"]), ["0.1", "0.3", "0.4"]);
}

#[test]
fn the_trace_tells_why_a_cell_was_calculated_and_which_sums_took_a_difference() {
    use crate::calc::Why;
    let mut session = session();
    let numbers: Vec<String> = (1..=30).map(|row| format!("A{row}")).collect();
    enter(&mut session, &numbers.iter().map(|cell| (cell.as_str(), "1")).collect::<Vec<_>>());
    enter(&mut session, &[("B1", "=SUM(A1:A30)"), ("C1", "=B1*2"), ("D1", "=SUM(A1:A5)")]);
    session.calculator_mut().set_trace(true);
    enter(&mut session, &[("A7", "5"), ("E1", "=C1")]);
    let trace = session.calculator_mut().set_trace(false).unwrap();
    let told: Vec<(String, Why)> =
        trace.calculated.iter().map(|cell| (cell.place.address.to_string(), cell.why)).collect();
    let changed = |cell| Why::Changed(place(&session, cell));
    let wanted = [("B1", changed("A7")), ("C1", changed("B1")), ("E1", Why::Asked)];
    assert_eq!(told, wanted.map(|(cell, why)| (cell.to_owned(), why)));
    let ranges: Vec<String> = trace.differences.iter().map(|region| region.range.to_string()).collect();
    assert_eq!(ranges, ["A1:A30"], "a short range is added up again");
}

#[test]
fn what_is_supposed_is_calculated_and_put_back() {
    let mut session = session();
    enter(&mut session, &[("A1", "2"), ("B1", "=A1*3"), ("C1", "=B1+A1"), ("D1", "=SEQUENCE(A1)")]);
    let (before, revision) = (session.save(), session.revision());
    let sheet = session.sheets()[0].id;
    let cells = vec![(Address::new(0, 0), crate::book::Content::Value(Number::from(5).into()))];
    let change = crate::edit::Change::Write { sheet, cells };
    let found = suppose(&mut session, change, |session| shown(session, &["B1", "C1", "D5"]));
    assert_eq!(found.unwrap(), ["15", "20", "5"]);
    assert_eq!(shown(&session, &["B1", "C1", "D5"]), ["6", "8", ""]);
    assert!(session.save() == before && session.revision() == revision && !session.can_redo());
}

#[test]
fn an_equal_result_ends_the_wave() {
    let mut session = session();
    enter(&mut session, &[("A1", "4"), ("B1", "=A1>0"), ("C1", "=B1&\"!\""), ("D1", "=C1&A1")]);
    assert_eq!(calculated(&mut session, "A1", "5"), ["B1", "D1"]);
    assert_eq!(shown(&session, &["C1", "D1"]), ["TRUE!", "TRUE!5"]);
}

#[test]
fn formulas_may_stand_before_what_they_read() {
    let mut session = session();
    enter(&mut session, &[("A1", "=A2+1"), ("A2", "=A3+1"), ("A3", "=A4+1"), ("A4", "1")]);
    assert_eq!(shown(&session, &["A1"]), ["4"]);
    assert_eq!(calculated(&mut session, "A4", "10"), ["A1", "A2", "A3"]);
    assert_eq!(shown(&session, &["A1"]), ["13"]);
}

#[test]
fn a_circle_marks_its_cells_and_the_rest_still_calculates() {
    let mut session = session();
    enter(&mut session, &[("A1", "=B1+1"), ("B1", "=A1"), ("C1", "=A1"), ("D1", "=1+1")]);
    assert_eq!(shown(&session, &["A1", "B1", "C1", "D1"]), ["#CIRC!", "#CIRC!", "#CIRC!", "2"]);
    enter(&mut session, &[("B1", "5")]);
    assert_eq!(shown(&session, &["A1", "B1", "C1"]), ["6", "5", "6"]);
    enter(&mut session, &[("E1", "=E1")]);
    assert_eq!(shown(&session, &["E1"]), ["#CIRC!"]);
}

#[test]
fn inserted_and_deleted_rows_keep_formulas_on_their_cells() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2"), ("A3", "3"), ("B1", "=A1*10"), ("B2", "=A2*10"), ("B3", "=A3*10")]);
    enter(&mut session, &[("C1", "=A3"), ("C2", "=$A$3+A2")]);
    let sheet = session.sheets()[0].id;
    session.insert_rows(sheet, 1, 2).unwrap();
    assert_eq!(shown(&session, &["A4", "B4", "B5", "C1", "C4"]), ["2", "20", "30", "3", "5"]);
    assert_eq!(session.formula(place(&session, "C4")).as_deref(), Some("=$A$5+A4"));
    session.undo().unwrap();
    assert_eq!(session.formula(place(&session, "C2")).as_deref(), Some("=$A$3+A2"));
    session.delete_rows(sheet, 2, 1).unwrap();
    assert_eq!(shown(&session, &["C1", "C2", "A3"]), ["#REF!", "#REF!", ""]);
    session.undo().unwrap();
    assert_eq!(shown(&session, &["C1", "C2", "B3"]), ["3", "5", "30"]);
}

#[test]
fn a_broken_formula_is_refused_with_its_place() {
    let mut session = session();
    let cell = place(&session, "A1");
    enter(&mut session, &[("A1", "7")]);
    let refusal = session.enter(cell, "=1+*2").unwrap_err();
    assert_eq!((refusal.kind, refusal.span), (RefusalKind::Formula, Some(TextSpan { start: 3, end: 4 })));
    assert_eq!(shown(&session, &["A1"]), ["7"]);
}

#[test]
fn a_saved_book_opens_with_the_same_cells() {
    let mut session = session();
    enter(&mut session, &[("A1", "12.5"), ("B2", "=A1*2"), ("C3", "text"), ("D4", "TRUE"), ("E5", "5%")]);
    let bytes = session.save();
    let mut again = Session::open(&bytes, Box::new(Still { now: 0.0 })).unwrap();
    again.set_locale(Locale::English);
    assert_eq!(shown(&again, &["A1", "B2", "C3", "D4", "E5"]), ["12.5", "25", "text", "TRUE", "5%"]);
    assert_eq!(again.save(), bytes);
}

#[test]
fn typed_numbers_are_understood_in_swedish() {
    let mut session = session();
    session.set_locale(Locale::Swedish);
    let typed = [("A1", "12,5"), ("A2", "1 234"), ("A3", "−5"), ("A4", "+150"), ("A5", "3 %")];
    enter(&mut session, &typed);
    let shown = shown(&session, &["A1", "A2", "A3", "A4", "A5"]);
    assert_eq!(shown, ["12,5", "1\u{a0}234", "−5", "150", "3\u{a0}%"]);
    enter(&mut session, &[("B1", "=A1+A4"), ("B2", "=0,1+0,2=0,3")]);
    assert_eq!(session.cell(place(&session, "B1")).text, "162,5");
    assert_eq!(session.cell(place(&session, "B2")).text, "SANT");
}

#[test]
fn sheets_come_and_go() {
    let mut session = session();
    session.add_sheet(Some("Two")).unwrap();
    enter(&mut session, &[("A1", "=Two!B2+1")]);
    let two = session.sheets()[1].id;
    session.enter(Address::new(1, 1).on(two), "41").unwrap();
    assert_eq!(shown(&session, &["A1"]), ["42"]);
    session.remove_sheet(two).unwrap();
    assert_eq!(shown(&session, &["A1"]), ["#REF!"]);
    session.undo().unwrap();
    assert_eq!(shown(&session, &["A1"]), ["42"]);
    assert!(session.rename_sheet(two, "Blad1").is_err());
    session.rename_sheet(two, "Min nämnd").unwrap();
    assert_eq!(session.formula(place(&session, "A1")).as_deref(), Some("='Min nämnd'!B2+1"));
}

#[test]
fn the_deepest_formula_is_calculated_and_a_deeper_one_is_refused() {
    let mut session = session();
    let nested = |depth: usize| format!("={}1{}", "(0+".repeat(depth), ")".repeat(depth));
    enter(&mut session, &[("A1", &nested(100))]);
    assert_eq!(shown(&session, &["A1"]), ["1"]);
    for text in [nested(10_000), format!("={}", "-".repeat(10_000)), format!("={}", "1+".repeat(500_000))] {
        assert!(session.enter(place(&session, "A1"), &text).is_err());
    }
    assert_eq!(shown(&session, &["A1"]), ["1"]);
}

#[test]
fn names_that_stand_for_themselves_end_in_an_error() {
    let mut session = session();
    let meaning = std::rc::Rc::new(crate::syntax::Expression::Name("again".into()));
    session
        .apply(crate::edit::Change::DefineName { name: "again".into(), sheet: None, meaning: Some(meaning) })
        .unwrap();
    enter(&mut session, &[("A1", "=again+1")]);
    assert_eq!(shown(&session, &["A1"]), ["#CIRC!"]);
}

#[test]
fn a_filled_column_gives_what_single_formulas_give() {
    let mut session = session();
    let inputs = ["5", "0", "", "text", "TRUE", "1e20", "=1/0", "0.1", "-3", "=1/3"];
    let formulas =
        ["=A#/B#", "=IF(A#>B#,A#-B#,-A#%)", "=A#^2+$B$3", "=IF(A#=0,0,B#/A#)", "=D0+A#", "=IF(A#<>B#,1,2)*A#"];
    for row in 1..=60 {
        let input = |step: usize| inputs[(row * step + row / 7) % inputs.len()];
        enter(&mut session, &[(&format!("A{row}"), input(1)), (&format!("B{row}"), input(3))]);
        for (column, formula) in ["C", "D", "E", "F", "G", "H"].iter().zip(formulas) {
            let formula = formula.replace('#', &row.to_string()).replace("D0", &format!("D{}", (row - 1).max(1)));
            // The same formula in parentheses is calculated by itself, out of reach of what is done for columns.
            enter(&mut session, &[(&format!("{column}{row}"), &formula)]);
            let alone = format!("=IF(TRUE,{})", &formula[1..]);
            enter(&mut session, &[(&format!("{column}{}", row + 100), &alone)]);
        }
    }
    for change in [("B3", "7"), ("A1", "text"), ("A30", "0"), ("B3", ""), ("A2", "12.5")] {
        enter(&mut session, &[change]);
        session.recalculate_all();
        for row in 1..=60 {
            for column in ["C", "D", "E", "F", "G", "H"] {
                let cells = [format!("{column}{row}"), format!("{column}{}", row + 100)];
                let shown = shown(&session, &[&cells[0], &cells[1]]);
                assert_eq!(shown[0], shown[1], "{column}{row} after {change:?}");
            }
        }
    }
}

#[test]
fn texts_put_together_are_undone_together() {
    let mut session = session();
    enter(&mut session, &[("A1", "1"), ("A2", "2"), ("B1", "=SUM(A1:A3)")]);
    let sheet = session.sheets()[0].id;
    let cells = [(Address::new(0, 0), "10"), (Address::new(1, 0), "5%"), (Address::new(2, 0), "=1+*2")];
    session.put_all(sheet, &cells).unwrap();
    assert_eq!(shown(&session, &["A1", "A2", "A3", "B1"]), ["10", "5%", "#NAME?", "#NAME?"]);
    assert_eq!(session.source(place(&session, "A3")), "=1+*2");
    session.undo().unwrap();
    assert_eq!(shown(&session, &["A1", "A2", "A3", "B1"]), ["1", "2", "", "3"]);
}

#[test]
fn a_text_that_no_cell_has_room_for_is_refused() {
    let mut session = session();
    enter(&mut session, &[("A1", "before"), ("A2", &"å".repeat(32_767))]);
    let sheet = session.sheets()[0].id;
    for text in ["x".repeat(32_768), "x".repeat(1 << 20)] {
        assert_eq!(session.enter(place(&session, "A1"), &text).unwrap_err().kind, RefusalKind::Limit);
        let cells = [(Address::new(0, 0), "after"), (Address::new(5, 0), text.as_str())];
        assert_eq!(session.put_all(sheet, &cells).unwrap_err().kind, RefusalKind::Limit);
    }
    assert_eq!(shown(&session, &["A1", "A6"]), ["before", ""]);
}

#[test]
fn another_language_reads_text_as_numbers_anew() {
    let mut session = session();
    enter(&mut session, &[("A1", "'12,5"), ("B1", "=A1*2")]);
    assert_eq!(shown(&session, &["B1"]), ["#VALUE!"]);
    session.set_locale(Locale::Swedish);
    assert_eq!(shown(&session, &["B1"]), ["25"]);
}
