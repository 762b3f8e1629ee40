//! Each rule over a small table in which it does not hold, and what puts it right.

use super::super::*;
use crate::base::{Address, SheetId};
use crate::book::{ColumnRole, Figures, Heading, RowKind, SignProfile, TableColumn, TableKind, TableRow, Unit};
use crate::edit::Change;
use crate::session::Still;

/// A table: its kind, its columns with their roles, and its rows, each a kind and what is typed from the label on.
struct Sample<'a> {
    kind: TableKind,
    columns: &'a [(&'a str, ColumnRole)],
    rows: &'a [(RowKind, &'a [&'a str])],
}

const BUDGET: (&str, ColumnRole) = ("Budget", ColumnRole::Budget);
const FORECAST: (&str, ColumnRole) = ("Prognos", ColumnRole::Forecast);
const DEVIATION: (&str, ColumnRole) = ("Avvikelse", ColumnRole::Deviation);
const STATUS: (&str, ColumnRole) = ("Status", ColumnRole::Status);

use ColumnRole::{Amount, Difference, Text};
use RowKind::{Detail, OfWhich, Sum};

/// A session in which today is 2026-08-31, with headings in the first row and the table's rows below.
fn session(sample: &Sample<'_>) -> Session {
    let mut session = Session::new(Box::new(Still { now: 46_265.0 }));
    let sheet = session.sheets()[0].id;
    for (row, (_, cells)) in sample.rows.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            session.enter(Address::new(row as u32 + 1, column as u32).on(sheet), text).unwrap();
        }
    }
    let table = table(&session, sheet, sample);
    session.apply(Change::Tables { sheet, tables: vec![table] }).unwrap();
    session
}

fn table(session: &Session, sheet: SheetId, sample: &Sample<'_>) -> ReportTable {
    let of = session.book.sheet(sheet).unwrap();
    let (row, column) = (|at: usize| of.rows.id(at as u32).unwrap(), |at: usize| of.columns.id(at as u32).unwrap());
    let columns = sample.columns.iter().enumerate().map(|(at, (label, role))| TableColumn {
        line: column(at + 1),
        key: format!("k{at}"),
        label: (*label).to_owned(),
        role: *role,
        decimals: None,
        unit: None,
    });
    let rows = sample
        .rows
        .iter()
        .enumerate()
        .map(|(at, (kind, _))| TableRow { kind: *kind, ..TableRow::detail(row(at + 1), format!("r{at}"), 1) });
    ReportTable {
        id: "prov".to_owned(),
        kind: sample.kind,
        heading: Heading {
            title: String::new(),
            committee: String::new(),
            period: String::new(),
            title_row: None,
            subtitle_row: None,
            header_rows: vec![row(0)],
        },
        figures: Figures {
            unit: Unit::Thousands,
            decimals: 0,
            sign: SignProfile::CostPositive,
            plus_on_surplus: false,
        },
        label_column: column(0),
        columns: columns.collect(),
        rows: rows.collect(),
        published: std::collections::BTreeMap::new(),
    }
}

/// What is found, as `B4 rule`, without the notes on blank cells.
fn found(session: &Session) -> Vec<String> {
    let found = findings(session, false).unwrap().into_iter().filter(|found| found.rule != "reads-blank");
    found.map(|found| format!("{} {}", found.place.address, found.rule)).collect()
}

/// That a rule alone is found at a cell, what it says, and the formula that puts it right.
fn check(sample: &Sample<'_>, at: &str, rule: &str, says: &str, fix: Option<&str>) {
    let mut session = session(sample);
    assert_eq!(found(&session), [format!("{at} {rule}")]);
    let first = findings(&session, false).unwrap().into_iter().find(|found| found.rule == rule).unwrap();
    assert_eq!(first.message.replace('\u{a0}', " "), says);
    assert_eq!(first.has_fix, fix.is_some());
    if let Some(formula) = fix {
        repair(&mut session, rule, first.place).unwrap();
        assert_eq!(session.source(first.place), formula);
        assert_eq!(found(&session), Vec::<String>::new());
        session.undo();
        assert_eq!(found(&session), [format!("{at} {rule}")]);
    }
}

fn statement<'a>(rows: &'a [(RowKind, &'a [&'a str])]) -> Sample<'a> {
    Sample { kind: TableKind::OperatingStatement, columns: &[BUDGET, FORECAST, DEVIATION], rows }
}

#[test]
fn a_sum_passes_over_a_row() {
    let rows: &[(RowKind, &[&str])] = &[
        (Detail, &["a", "1000", "900", "=B2-C2"]),
        (Detail, &["Skola", "2000", "1900", "=B3-C3"]),
        (Sum, &["Summa", "=SUMMA(B2)", "=SUMMA(C2:C3)", "=B4-C4"]),
    ];
    let says = "Summan hoppar över raden Skola. Ta med den, eller märk den som därav.";
    check(&statement(rows), "B4", "misses-row", says, Some("=SUMMA(B2:B3)"));
}

#[test]
fn a_sum_counts_a_part_or_another_sum() {
    let rows: &[(RowKind, &[&str])] = &[
        (Detail, &["a", "1000", "900", "=B2-C2"]),
        (OfWhich, &["därav hyra", "200", "190", "=B3-C3"]),
        (Detail, &["b", "2000", "1900", "=B4-C4"]),
        (Sum, &["Summa", "=SUMMA(B2:B4)", "=SUMMA(C2;C4)", "=B5-C5"]),
    ];
    let says = "Summan räknar med därav hyra, som redan ingår i en annan rad.";
    check(&statement(rows), "B5", "sums-part", says, Some("=SUMMA(B2;B4)"));
    let rows: &[(RowKind, &[&str])] = &[
        (Detail, &["a", "1000", "900", "=B2-C2"]),
        (Detail, &["b", "2000", "1900", "=B3-C3"]),
        (RowKind::Subtotal, &["Delsumma", "=SUMMA(B2:B3)", "=SUMMA(C2:C3)", "=B4-C4"]),
        (Detail, &["c", "500", "400", "=B5-C5"]),
        (Sum, &["Summa", "=SUMMA(B2:B5)", "=SUMMA(C4:C5)", "=B6-C6"]),
    ];
    let says = "Summan räknar med Delsumma, som själv summerar rader som redan är med.";
    check(&statement(rows), "B6", "counts-twice", says, Some("=SUMMA(B2:B3;B5)"));
}

#[test]
fn totals_are_told_twice_and_forecasts_are_missing() {
    let rows: &[(RowKind, &[&str])] = &[
        (Detail, &["a", "1000", "900", "=B2-C2"]),
        (Detail, &["b", "2000", "1900", "=B3-C3"]),
        (Sum, &["Summa", "=SUMMA(B2:B3)", "=SUMMA(C2:C3)", "=B4-C4"]),
        (Sum, &["Totalt", "=SUMMA(B2:B3)", "=SUMMA(C2:C3)", "=B5-C5"]),
    ];
    check(
        &statement(rows),
        "B5",
        "duplicate-total",
        "Raden summerar samma rader som Summa. Räkna inte ihop dem.",
        None,
    );
    let rows: &[(RowKind, &[&str])] = &[
        (Detail, &["a", "1000", "900", "=B2-C2"]),
        (Detail, &["b", "2000", "", "=B3-C3"]),
        (Sum, &["Summa", "=SUMMA(B2:B3)", "=SUMMA(C2:C3)", "=B4-C4"]),
    ];
    let says = "1 av 2 rader saknar prognos. De räknas inte med i summan.";
    check(&statement(rows), "C4", "forecast-missing", says, None);
}

#[test]
fn a_part_is_larger_than_its_whole() {
    let rows: &[(RowKind, &[&str])] =
        &[(Detail, &["Lokaler", "1000", "900", "=B2-C2"]), (OfWhich, &["därav hyra", "200", "950", "=B3-C3"])];
    let says = "Därav-raden är större än Lokaler, som den är en del av.";
    check(&statement(rows), "C3", "part-is-larger", says, None);
}

#[test]
fn a_deviation_is_turned_round() {
    let rows: &[(RowKind, &[&str])] = &[(Detail, &["a", "1000", "900", "=C2-B2"])];
    let says = "Avvikelsen har omvänt tecken: plus ska vara överskott.";
    check(&statement(rows), "D2", "wrong-sign", says, Some("=B2-C2"));
}

#[test]
fn amounts_have_another_sign_or_another_unit_than_their_budget() {
    let rows: &[(RowKind, &[&str])] = &[(Detail, &["a", "1000", "-1100", "=B2-C2"])];
    let says = "Beloppet −1 100 har annat tecken än budgeten 1 000 på samma rad.";
    check(&statement(rows), "C2", "mixed-signs", says, None);
    let rows: &[(RowKind, &[&str])] = &[(Detail, &["a", "1200", "1150000", "=B2-C2"])];
    let says = "Beloppet 1 150 000 är ungefär tusen gånger större eller mindre än budgeten 1 200. Är det skrivet i en annan enhet?";
    check(&statement(rows), "C2", "unit-slip", says, None);
}

#[test]
fn months_are_not_the_year() {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];
    let columns: Vec<_> = MONTHS.iter().chain(&["Helår"]).map(|label| (*label, Amount)).collect();
    let typed: Vec<&str> = ["a"].into_iter().chain(["100"; 12]).chain(["1300"]).collect();
    let rows: &[(RowKind, &[&str])] = &[(Detail, &typed)];
    let sample = Sample { kind: TableKind::OperatingStatement, columns: &columns, rows };
    let says = "Året är 1 300, men månaderna summerar till 1 200.";
    check(&sample, "N2", "months-differ", says, Some("=SUMMA(B2:M2)"));
}

#[test]
fn formulas_and_typed_numbers_are_unlike_those_around_them() {
    let rows: &[(RowKind, &[&str])] = &[
        (Detail, &["a", "1000", "900", "=B2-C2"]),
        (Detail, &["b", "2000", "1900", "100"]),
        (Detail, &["c", "2000", "1900", "=B4-C4"]),
        (Detail, &["d", "2000", "1900", "=B5-C5"]),
    ];
    let says =
        "Ett tal är inskrivet där cellerna intill beräknas. Skriv formeln, eller förklara talet i en anteckning.";
    check(&statement(rows), "D3", "typed-among-formulas", says, Some("=B3-C3"));
    let rows: &[(RowKind, &[&str])] = &[
        (Detail, &["a", "1000", "900", "=B2-C2"]),
        (Detail, &["b", "2000", "1900", "=B3-C2"]),
        (Detail, &["c", "2000", "1900", "=B4-C4"]),
    ];
    let says = "Formeln är en annan än ovanför och nedanför, som är lika.";
    check(&statement(rows), "D3", "unlike-neighbours", says, Some("=B3-C3"));
}

#[test]
fn a_formula_reads_text_or_nothing() {
    let rows: &[(RowKind, &[&str])] = &[(Detail, &["a", "1000", "saknas", "=B2-C2"])];
    check(&statement(rows), "D2", "reads-text", "Formeln räknar med C2, som innehåller text.", None);
    let session = session(&statement(&[(Detail, &["a", "1000", "", "=B2-C2"])]));
    let all = findings(&session, false).unwrap();
    let told: Vec<_> = all.iter().map(|found| (found.rule, found.severity, found.message.as_str())).collect();
    assert_eq!(told, [("reads-blank", Severity::Note, "Formeln räknar med C2, som är tom och räknas som noll.")]);
}

#[test]
fn a_risk_is_not_its_product() {
    let columns = &[("Sannolikhet", Amount), ("Konsekvens", Amount), ("Riskvärde", Amount)];
    let rows: &[(RowKind, &[&str])] = &[(Detail, &["Fel lön", "3", "4", "7"]), (Detail, &["Avbrott", "2", "2", "4"])];
    let sample = Sample { kind: TableKind::InternalControl, columns, rows };
    let says = "Riskvärdet är 7, men sannolikhet × konsekvens är 12.";
    check(&sample, "D2", "risk-product", says, Some("=B2*C2"));
}

#[test]
fn a_status_is_on_no_scale_and_a_measure_is_overdue() {
    let columns = &[STATUS, ("Slutdatum", Text)];
    let rows: &[(RowKind, &[&str])] = &[
        (Detail, &["a", "Pågår", "'2026-12-31"]),
        (Detail, &["b", "Klar", "'2026-01-31"]),
        (Detail, &["c", "Kanske", "'2026-12-31"]),
    ];
    let sample = Sample { kind: TableKind::Assignments, columns, rows };
    check(&sample, "B4", "status-outside-scale", "Statusordet Kanske finns inte på skalan.", None);
    let rows: &[(RowKind, &[&str])] =
        &[(Detail, &["a", "Pågår", "'2026-08-30"]), (Detail, &["b", "Klar", "2026-01-31"])];
    let sample = Sample { kind: TableKind::Assignments, columns, rows };
    check(&sample, "C2", "overdue", "Slutdatum 2026-08-30 har passerat och status är Pågår.", None);
}

#[test]
fn tables_that_should_agree_do_not() {
    let columns = &[("Den ena", Amount), ("Den andra", Amount), ("Skillnad", Difference)];
    let rows: &[(RowKind, &[&str])] =
        &[(Detail, &["Personal", "985", "974", "=B2-C2"]), (Detail, &["Lokaler", "10", "10", "=B3-C3"])];
    let sample = Sample { kind: TableKind::Reconciliation, columns, rows };
    let says = "Personal: tabellerna skiljer sig med 11, mer än vad avrundning kan förklara.";
    check(&sample, "D2", "tables-disagree", says, None);
    let rows: &[(RowKind, &[&str])] = &[(Detail, &["Personal", "985", "984", "=B2-C2"])];
    let says = "Personal: tabellerna skiljer sig med 1, vilket avrundning förklarar.";
    check(&Sample { rows, ..sample }, "D2", "tables-differ-by-rounding", says, None);
}

#[test]
fn every_rule_of_cells_is_tried_here() {
    let here = include_str!("rules.rs");
    for rule in audit::RULES.iter().filter(|rule| !rule.is_of_published) {
        assert!(here.contains(&format!("\"{}\"", rule.name)), "{} is not", rule.name);
    }
}
