//! What reconciliation says of all golden tables together, and of the links between them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use libtest_mimic::Trial;
use rust_decimal::{Decimal, RoundingStrategy};
use tertial_engine::audit::{self, Agreement, Figure};
use tertial_engine::book::{ColumnRole, TableKind};
use tertial_engine::session::reconciliation::findings;
use tertial_engine::session::{Session, Still};
use tertial_tests::golden::Golden;
use tertial_tests::template::every;
use tertial_tests::template::rules::call;
use tertial_tests::templates;

use crate::trial;

/// Figures that were published and that nothing explains, as their errors are known from the reports.
const INCONSISTENT: [&str; 6] = [
    "eskilstuna-13-personal-klk Personal!C10",
    "kalmar-02-maluppfyllelse Måluppfyllelse!G6",
    "kalmar-07-personalstatistik Personal!G7",
    "kalmar-07-personalstatistik Personal!D11",
    "koping-02-investeringsredovisning Investeringsredovisning!D9",
    "koping-02-investeringsredovisning Investeringsredovisning!E9",
];

/// The tests of this suite.
pub fn trials() -> Vec<Trial> {
    vec![
        trial("reconciliation/all-figures-are-classed-as-by-hand", classed),
        trial("reconciliation/changes-in-percent-come-from-kronor", changes),
        trial("reconciliation/tables-of-reports-agree-as-by-hand", links),
        trial("reconciliation/printed-totals-agree", printed_totals),
        trial("reconciliation/nothing-is-found-in-empty-templates", empty),
    ]
}

/// The figures of all golden tables, with the names of their tables and cells and the role of their column.
fn figures() -> Result<Vec<(String, ColumnRole, Figure)>> {
    let mut all = Vec::new();
    for (place, _) in Golden::all()? {
        let session = opened(&place.to_string_lossy())?;
        for sheet in &session.book().sheets {
            for table in &sheet.tables {
                all.extend(audit::figures(session.book(), sheet, table).into_iter().map(|figure| {
                    let column = sheet.columns.id(figure.place.address.column).and_then(|line| table.column(line));
                    let role = column.map_or(ColumnRole::Text, |column| column.role);
                    (format!("{} {}!{}", table.id, sheet.name, figure.place.address), role, figure)
                }));
            }
        }
    }
    Ok(all)
}

fn classed() -> Result<()> {
    let figures = figures()?;
    let count = |kind: Agreement| figures.iter().filter(|(.., figure)| figure.agreement == kind).count();
    let counts = Agreement::ALL.map(count);
    ensure!(counts == [372, 60, 6, 9], "exact, within rounding, inconsistent, unpublished: {counts:?}");
    let inconsistent = figures.iter().filter(|(.., figure)| figure.agreement == Agreement::Inconsistent);
    let names: Vec<&str> = inconsistent.map(|(name, ..)| name.as_str()).collect();
    ensure!(names == INCONSISTENT, "{names:?}");
    Ok(())
}

/// Örebro computed its changes on kronor and printed amounts in thousands. From the printed amounts 76 come out as they
/// were printed, and rounding explains the rest; one of the 76 only when its total is not summed again.
fn changes() -> Result<()> {
    let figures = figures()?;
    let changes = figures.iter().filter(|(_, role, figure)| *role == ColumnRole::Change && figure.published.is_some());
    let kinds: Vec<Agreement> = changes.map(|(.., figure)| figure.agreement).collect();
    let count = |kind: Agreement| kinds.iter().filter(|other| **other == kind).count();
    let counts = (kinds.len(), count(Agreement::Exact), count(Agreement::WithinRounding));
    ensure!(counts == (92, 75, 17), "all, exact, within rounding: {counts:?}");
    let from_printed = Golden::all()?.iter().map(|(_, golden)| exact_from_printed(golden)).sum::<Result<usize>>()?;
    ensure!(from_printed == 76, "exact from printed amounts: {from_printed}");
    Ok(())
}

fn exact_from_printed(golden: &Golden) -> Result<usize> {
    let mut exact = 0;
    for (column, of_column) in golden.columns.iter().enumerate() {
        let Some(("pct_change", names)) = of_column.formula.as_deref().and_then(call) else { continue };
        let number = |row, name: &&str| golden.column(name).map_or(Ok(None), |column| golden.number(row, column));
        for row in 0..golden.rows.len() {
            let (now, before) = (number(row, &names[0])?, number(row, &names[1])?);
            let (Some(printed), Some(now), Some(before)) = (golden.number(row, column)?, now, before) else { continue };
            let change = now.checked_div(before).map(|ratio| (ratio - Decimal::ONE) * Decimal::ONE_HUNDRED);
            let rounded = change.map(|change| change.round_dp_with_strategy(1, RoundingStrategy::MidpointAwayFromZero));
            exact += usize::from(rounded == Some(printed));
        }
    }
    Ok(exact)
}

/// Figures of different tables: how many of each report agree exactly, within rounding, and not at all.
const LINKS: [(&str, [usize; 3]); 5] = [
    ("blank/13-internkontroll", [0, 0, 0]),
    ("eskilstuna/00-rapport", [6, 1, 0]),
    ("kalmar/00-rapport", [5, 0, 0]),
    ("lindesberg/00-rapport", [2, 0, 1]),
    ("orebro/00-rapport", [13, 11, 0]),
];

fn links() -> Result<()> {
    for (place, wanted) in LINKS {
        let session = opened(place)?;
        let book = session.book();
        let tables = book.sheets.iter().flat_map(|sheet| sheet.tables.iter().map(move |table| (sheet, table)));
        let linked = tables.filter(|(_, table)| table.kind == TableKind::Reconciliation);
        let figures: Vec<Figure> = linked.flat_map(|(sheet, table)| audit::figures(book, sheet, table)).collect();
        let kinds = [Agreement::Exact, Agreement::WithinRounding, Agreement::Inconsistent];
        let counts = kinds.map(|kind| figures.iter().filter(|figure| figure.agreement == kind).count());
        ensure!(counts == wanted, "{place}: {counts:?}");
        let wrong = figures.iter().filter(|figure| figure.agreement == Agreement::Inconsistent);
        let differences: Vec<String> = wrong.filter_map(|figure| Some(figure.computed?.to_string())).collect();
        ensure!(differences.iter().all(|difference| difference == "11"), "{place}: {differences:?}");
    }
    Ok(())
}

/// Tables of Örebro by activity and by account group, each with the row of its total.
const PAIRS: [[(&str, usize); 2]; 5] = [
    [("orebro/02-kommungemensamt-rn5", 16), ("orebro/07-kontogrupp-kommungemensamt", 7)],
    [("orebro/03-kommunledning-rn5", 15), ("orebro/08-kontogrupp-kommunledning", 7)],
    [("orebro/04-kommunstyrelseforvaltningen-rn3", 16), ("orebro/09-kontogrupp-kommunstyrelseforvaltningen", 7)],
    [("orebro/05-revisionsnamnd", 1), ("orebro/10-kontogrupp-stadsrevisionen", 4)],
    [("orebro/06-valnamnd", 1), ("orebro/11-kontogrupp-valnamnden", 6)],
];

/// Totals as they were printed are the same by activity and by account group.
fn printed_totals() -> Result<()> {
    let tables: BTreeMap<PathBuf, Golden> = Golden::all()?.into_iter().collect();
    let mut same = 0;
    for pair in PAIRS {
        for key in ["bokslut2018", "utfall2019", "budget2019", "avv"] {
            let [one, other] = pair.map(|(place, row)| tables.get(Path::new(place))?.rows[row].cells.get(key).cloned());
            same += usize::from(one.is_some() && one == other);
        }
    }
    ensure!(same == 20, "{same} of 20 agree");
    Ok(())
}

fn empty() -> Result<()> {
    for (place, _) in every()?.into_iter().filter(|(place, _)| place.starts_with("blank")) {
        let session = opened(&place.to_string_lossy())?;
        let found = findings(&session, true).unwrap_or_default();
        ensure!(found.is_empty(), "{}: {found:?}", place.display());
        let errors = session.reports(None).into_iter().flat_map(|table| table.rows).flat_map(|row| row.cells);
        ensure!(errors.filter(|(_, cell)| cell.value_type == "error").count() == 0, "{}: errors", place.display());
    }
    Ok(())
}

fn opened(place: &str) -> Result<Session> {
    let bytes = fs::read(templates().join(place).with_extension("tertial"))?;
    Ok(Session::open(&bytes, Box::new(Still { now: 0.0 }))?)
}
