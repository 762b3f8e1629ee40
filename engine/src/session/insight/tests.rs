//! Cells explained: formulas worked out, steps back and on, last changes, errors.

use super::*;
use crate::base::Address;
use crate::session::Still;

fn session() -> Session {
    let mut session = Session::new(Box::new(Still { now: 46_266.5 }));
    session.add_sheet(None).unwrap();
    for (sheet, cell, text) in [
        (0, "B1", "Budget"),
        (0, "C1", "Prognos"),
        (0, "D1", "Avvikelse"),
        (0, "A2", "Personal"),
        (0, "A3", "Lokaler"),
        (0, "A4", "Summa"),
        (0, "B2", "13741"),
        (0, "C2", "13541"),
        (0, "B3", "2000"),
        (0, "C3", "2150"),
        (0, "B4", "=SUMMA(B2:B3)"),
        (0, "C4", "=SUMMA(C2:C3)"),
        (0, "D4", "=B4-C4"),
        (1, "A1", "=OM(Blad1!D4<0;-Blad1!D4*2;0)"),
    ] {
        enter(&mut session, sheet, cell, text);
    }
    session
}

fn at(session: &Session, sheet: usize, cell: &str) -> Place {
    Address::parse(cell).unwrap().on(session.sheets()[sheet].id)
}

fn enter(session: &mut Session, sheet: usize, cell: &str, text: &str) {
    let place = at(session, sheet, cell);
    session.enter(place, text).unwrap();
}

fn addresses(steps: &Steps) -> Vec<Vec<&str>> {
    steps.steps.iter().map(|step| step.iter().map(|source| source.address.as_str()).collect()).collect()
}

#[test]
fn a_formula_is_worked_out_part_by_part() {
    let mut session = session();
    let derivation =
        |session: &Session, sheet, cell| explain(session, at(session, sheet, cell), (0, 0)).formula.unwrap();
    let of = derivation(&session, 0, "D4");
    assert_eq!((of.formula.as_str(), of.filled_in.as_deref()), ("=B4-C4", Some("=15741-15691")));
    assert_eq!(of.steps, [("15741-15691".to_owned(), "50".to_owned())]);
    assert_eq!(derivation(&session, 0, "B4").filled_in.as_deref(), Some("=SUMMA(13741;2000)"));
    let of = derivation(&session, 1, "A1");
    assert_eq!(of.steps[0], ("50<0".to_owned(), "FALSKT".to_owned()));
    assert_eq!(of.steps.last().unwrap().1, "0");
    enter(&mut session, 1, "C9", "=10/3*2");
    assert_eq!(derivation(&session, 1, "C9").steps[0].1, "6,66666666666667");
    enter(&mut session, 0, "C3", "2300");
    let of = derivation(&session, 1, "A1");
    let steps: Vec<String> = of.steps.iter().map(|(part, value)| format!("{part} = {value}")).collect();
    assert_eq!(
        steps,
        ["(-100)<0 = SANT", "-(-100) = 100", "100*2 = 200", "OM(SANT;-Blad1!D4*2;0) = 200"].map(str::to_owned)
    );
}

#[test]
fn what_a_number_comes_from_is_told_step_by_step_and_across_sheets() {
    let session = session();
    let explained = explain(&session, at(&session, 1, "A1"), (2, 1));
    assert_eq!(addresses(&explained.precedents), [vec!["Blad1!D4"], vec!["Blad1!B4", "Blad1!C4"]]);
    assert!(explained.precedents.goes_on && explained.dependents.steps.is_empty());
    let source = &explained.precedents.steps[1][0];
    assert_eq!((source.label.to_string().as_str(), source.value.as_str()), ("Summa × Budget", "15741"));
    let all = explain(&session, at(&session, 1, "A1"), (9, 0)).precedents;
    assert!(!all.goes_on);
    let sum = &all.steps[2][0];
    assert_eq!((sum.address.as_str(), sum.numbers, sum.cells.len()), ("Blad1!B2:B3", Some(2), 2));
    assert_eq!((sum.cells[1].label.to_string().as_str(), sum.cells[1].origin), ("Lokaler × Budget", Origin::Changed));
    let used = explain(&session, at(&session, 0, "B2"), (0, 3)).dependents;
    assert_eq!(addresses(&used), [vec!["B4"], vec!["D4"], vec!["Blad2!A1"]]);
}

#[test]
fn the_last_change_of_a_cell_is_told_though_rows_came_in_since() {
    let mut session = session();
    enter(&mut session, 0, "B3", "2500");
    let sheet = session.sheets()[0].id;
    session.insert_rows(sheet, 0, 3).unwrap();
    let cell = explain(&session, at(&session, 0, "B6"), (0, 0)).cell;
    let change = cell.change.unwrap();
    assert_eq!(
        (change.before.as_str(), change.after.as_str(), change.at.as_str()),
        ("2000", "2500", "2026-09-01 12:00")
    );
    session.undo();
    session.undo();
    let change = explain(&session, at(&session, 0, "B3"), (0, 0)).cell.change.unwrap();
    assert_eq!((change.before.as_str(), change.after.as_str()), ("", "2000"));
    let opened = Session::open(&session.save(), Box::new(Still { now: 46_266.0 })).unwrap();
    let cell = explain(&opened, at(&opened, 0, "B3"), (0, 0)).cell;
    assert_eq!((cell.origin, cell.change), (Origin::Opened, None));
}

#[test]
fn an_error_is_followed_to_where_it_began() {
    let mut session = session();
    enter(&mut session, 0, "C2", "okänt");
    enter(&mut session, 0, "B3", "=1/E9");
    let fault = explain(&session, at(&session, 0, "D4"), (1, 0)).fault.unwrap();
    assert_eq!(fault.address, "B3");
    assert!(fault.reason.contains("E9 är tom") && fault.hint.unwrap().starts_with("Fyll i"));
}

#[test]
fn a_column_of_formulas_is_traced_without_listing_every_cell() {
    let mut session = session();
    let sheet = session.sheets()[1].id;
    let texts: Vec<(Address, String)> =
        (0..20_000).map(|row| (Address::new(row, 2), format!("=B{}*2", row + 1))).collect();
    let texts: Vec<(Address, &str)> = texts.iter().map(|(cell, text)| (*cell, text.as_str())).collect();
    session.put_all(sheet, &texts).unwrap();
    enter(&mut session, 1, "D1", "=SUMMA(C:C)");
    let explained = explain(&session, at(&session, 1, "D1"), (2, 0));
    assert_eq!(addresses(&explained.precedents), [vec!["C:C"], vec!["B1:B20000"]]);
}

#[test]
fn the_reader_of_a_cell_is_found_in_a_long_column() {
    let mut session = session();
    let sheet = session.sheets()[1].id;
    let formula = |row: u32| format!("=B{row}+$E$1");
    let texts: Vec<(Address, String)> = (0..50_000).map(|row| (Address::new(row, 2), formula(row + 1))).collect();
    let texts: Vec<(Address, &str)> = texts.iter().map(|(cell, text)| (*cell, text.as_str())).collect();
    session.put_all(sheet, &texts).unwrap();
    let used_by = |cell| {
        let steps = explain(&session, at(&session, 1, cell), (0, 1)).dependents;
        addresses(&steps).concat().join(" ")
    };
    assert_eq!((used_by("B31000").as_str(), used_by("E1").as_str()), ("C31000", "C1:C50000"));
}

#[test]
fn who_changed_a_cell_last_is_told_where_somebody_said_so() {
    let mut session = session();
    let author = |session: &Session| {
        let changed = explain(session, at(session, 0, "B2"), (0, 0)).cell.change.unwrap();
        changed.author
    };
    assert_eq!(author(&session), "");
    deeds::sign(&mut session, " Ekonomienheten ");
    enter(&mut session, 0, "B2", "14000");
    deeds::sign(&mut session, "Nämnden");
    assert_eq!(author(&session), "Ekonomienheten", "a name counts from when it was said");
}
