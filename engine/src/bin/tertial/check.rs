//! `tertial check`: whether the report tables of files hold: their figures against what was published, and what is strange
//! about their formulas.

use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use tertial_engine::audit::{self, Agreement, Figure, Finding};
use tertial_engine::base::Place;
use tertial_engine::book::{Book, ReportTable, Sheet};
use tertial_engine::display::Locale;
use tertial_engine::session::Session;
use tertial_engine::value::Number;

use crate::failure::Failure;
use crate::language::Language;
use crate::show;

/// What `check` can be told.
#[derive(Args)]
pub struct Options {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Type text in a cell first: `Sheet!A1=text`. May be given again and again.
    #[arg(long, value_name = "CELL=TEXT")]
    set: Vec<String>,
    /// Print JSON instead of text.
    #[arg(long)]
    json: bool,
    /// Language in which text is typed and findings are explained.
    #[arg(long, value_enum, default_value = "sv")]
    locale: Language,
}

/// What was found in a report table.
#[derive(Serialize)]
struct TableCheck {
    id: String,
    /// How many calculated cells agree in which way with what was published.
    agreement: BTreeMap<&'static str, usize>,
    figures: Vec<FigureCheck>,
    findings: Vec<FindingCheck>,
}

/// A figure that is not simply what was published.
#[derive(Serialize)]
struct FigureCheck {
    place: String,
    agreement: &'static str,
    published: Option<String>,
    computed: Option<String>,
    low: Option<String>,
    high: Option<String>,
}

#[derive(Serialize)]
struct FindingCheck {
    kind: &'static str,
    place: String,
    explanation: String,
}

/// Opens the files, types what is to be typed, and prints what is found in their tables.
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let mut checks = Vec::new();
    for file in &options.files {
        let mut session = show::open(file, options.locale)?;
        options.set.iter().try_for_each(|setting| show::apply(&mut session, setting))?;
        checks.extend(of_book(&session, options.locale.into()));
    }
    if options.json {
        serde_json::to_writer_pretty(&mut *out, &checks)?;
        return Ok(out.write_all(b"\n")?);
    }
    checks.iter().try_for_each(|check| print(check, out))
}

fn of_book(session: &Session, locale: Locale) -> Vec<TableCheck> {
    let book = session.book();
    let tables = book.sheets.iter().flat_map(|sheet| sheet.tables.iter().map(move |table| (sheet, table)));
    tables.map(|(sheet, table)| of_table(book, sheet, table, locale)).collect()
}

fn of_table(book: &Book, sheet: &Sheet, table: &ReportTable, locale: Locale) -> TableCheck {
    let figures = audit::figures(book, sheet, table);
    let count = |kind: Agreement| figures.iter().filter(|figure| figure.agreement == kind).count();
    let findings = audit::findings(book, sheet, table);
    TableCheck {
        id: table.id.clone(),
        agreement: Agreement::ALL.map(|kind| (kind.name(), count(kind))).into(),
        figures: figures
            .iter()
            .filter(|figure| figure.agreement != Agreement::Exact)
            .map(|figure| to_figure(sheet, figure))
            .collect(),
        findings: findings.iter().map(|finding| to_finding(sheet, finding, locale)).collect(),
    }
}

fn to_figure(sheet: &Sheet, figure: &Figure) -> FigureCheck {
    let text = |number: Option<Number>| number.map(|number| number.to_string());
    FigureCheck {
        place: place(sheet, figure.place),
        agreement: figure.agreement.name(),
        published: text(figure.published),
        computed: text(figure.computed),
        low: text(figure.possible.0),
        high: text(figure.possible.1),
    }
}

fn to_finding(sheet: &Sheet, finding: &Finding, locale: Locale) -> FindingCheck {
    let explanation = finding.kind.explain(locale);
    FindingCheck { kind: finding.kind.name(), place: place(sheet, finding.place), explanation }
}

fn place(sheet: &Sheet, place: Place) -> String {
    format!("{}!{}", sheet.name, place.address)
}

fn print(check: &TableCheck, out: &mut impl Write) -> Result<(), Failure> {
    let counts: Vec<String> = Agreement::ALL
        .iter()
        .map(|kind| format!("{} {}", check.agreement.get(kind.name()).unwrap_or(&0), kind.name()))
        .collect();
    writeln!(out, "{}: {}", check.id, counts.join(", "))?;
    for FindingCheck { kind, place, explanation } in &check.findings {
        writeln!(out, "  {place}  {kind}  {explanation}")?;
    }
    Ok(())
}
