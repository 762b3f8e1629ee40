//! `tertial check`: whether the report tables of files hold: their figures against what was published, what is strange
//! about their formulas, and what was accepted all the same.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use tertial_engine::audit::{self, Agreement, Audited, Figure, Finding, Severity};
use tertial_engine::book::{Accepted, Sheet};
use tertial_engine::display::Locale;
use tertial_engine::session::{Session, reconciliation};
use tertial_engine::value::Number;
use tertial_engine::value::moment::Date;

use crate::failure::Failure;
use crate::input::Input;

/// What `check` can be told.
#[derive(Args)]
pub struct Options {
    /// The files.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    input: Input,
    /// The day it is, as 2026-08-31, on which measures are overdue. Without it none is.
    #[arg(long, value_name = "DAY")]
    today: Option<String>,
}

/// A finding as it is printed.
#[derive(Serialize)]
struct FindingCheck {
    rule: &'static str,
    severity: &'static str,
    address: String,
    message: String,
    published: Option<String>,
    computed: Option<String>,
    difference: Option<String>,
    tolerance: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<Acceptance>,
}

/// Who accepted a finding, and why.
#[derive(Serialize)]
struct Acceptance {
    by: String,
    reason: String,
}

/// Opens the files, types what is to be typed, and prints what is found in their tables. Says whether any of it is wrong.
pub fn run(options: &Options, out: &mut impl Write) -> Result<bool, Failure> {
    let (locale, mut checks, mut is_wrong) = (options.input.locale.into(), Vec::new(), false);
    let today = options.today.as_deref().map(day).transpose()?;
    for file in &options.files {
        let session = options.input.open(file)?;
        let book = session.book();
        for (sheet, table) in book.sheets.iter().flat_map(|sheet| sheet.tables.iter().map(move |t| (sheet, t))) {
            let audited = Audited::of(book, sheet, table, today);
            let findings = audit::findings(&audited);
            let found: Vec<FindingCheck> =
                findings.iter().map(|finding| to_check(&session, sheet, finding, locale)).collect();
            is_wrong |= found.iter().any(|check| check.severity == Severity::Error.name() && check.accepted.is_none());
            match options.input.json {
                true => checks.extend(found),
                false => print(&audited, &found, out)?,
            }
        }
    }
    if options.input.json {
        serde_json::to_writer_pretty(&mut *out, &checks)?;
        out.write_all(b"\n")?;
    }
    Ok(is_wrong)
}

fn to_check(session: &Session, sheet: &Sheet, finding: &Finding, locale: Locale) -> FindingCheck {
    let text = |number: Option<Number>| number.map(|number| number.to_string());
    let figure = finding.figure.as_ref();
    let accepted = reconciliation::accepted(session, finding.rule.name, finding.place);
    FindingCheck {
        rule: finding.rule.name,
        severity: finding.rule.severity.name(),
        address: format!("{}!{}", sheet.name, finding.place.address),
        message: finding.explain(locale),
        published: text(figure.and_then(|figure| figure.published)),
        computed: text(figure.and_then(|figure| figure.computed)),
        difference: text(figure.and_then(Figure::difference)),
        tolerance: text(figure.and_then(Figure::tolerance)),
        accepted: accepted.map(|Accepted { by, reason, .. }| Acceptance { by: by.clone(), reason: reason.clone() }),
    }
}

/// How many calculated cells agree in which way with what was published, and what is more than a note or was accepted.
fn print(table: &Audited<'_>, found: &[FindingCheck], out: &mut impl Write) -> Result<(), Failure> {
    let count = |kind: Agreement| table.figures().iter().filter(|figure| figure.agreement == kind).count();
    let counts = Agreement::ALL.map(|kind| format!("{} {}", count(kind), kind.name()));
    writeln!(out, "{}: {}", table.table.id, counts.join(", "))?;
    for FindingCheck { rule, severity, address, message, accepted, .. } in found {
        match accepted {
            Some(Acceptance { by, reason }) => {
                writeln!(out, "  accepted  {address}  {rule}  {message}  {by}: {reason}")?;
            }
            None if *severity != Severity::Note.name() => {
                writeln!(out, "  {severity}  {address}  {rule}  {message}")?;
            }
            None => {}
        }
    }
    Ok(())
}

fn day(text: &str) -> Result<Number, Failure> {
    let parts: Vec<i64> = text.split('-').filter_map(|part| part.parse().ok()).collect();
    let date = if let [year, month, day] = parts[..] { Date::new(year, month, day) } else { None };
    date.map(|date| Number::from(date.serial())).ok_or_else(|| Failure::at(text, "a day is written as 2026-08-31"))
}
