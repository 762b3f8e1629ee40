//! `tertial check`: whether the report tables of files hold: their figures against what was published, and what is strange
//! about their formulas.

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use tertial_engine::audit::{self, Agreement, Figure, Finding, FindingKind, Severity};
use tertial_engine::book::{ReportTable, Sheet};
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
}

/// Opens the files, types what is to be typed, and prints what is found in their tables. Says whether any of it is wrong.
pub fn run(options: &Options, out: &mut impl Write) -> Result<bool, Failure> {
    let (locale, mut checks, mut is_wrong) = (options.locale.into(), Vec::new(), false);
    for file in &options.files {
        let mut session = show::open(file, options.locale)?;
        options.set.iter().try_for_each(|setting| show::apply(&mut session, setting))?;
        for (sheet, table) in
            session.book().sheets.iter().flat_map(|sheet| sheet.tables.iter().map(move |t| (sheet, t)))
        {
            let findings = audit::findings(session.book(), sheet, table);
            is_wrong |= findings.iter().any(|finding| finding.kind.severity() == Severity::Error);
            let found = findings.iter().map(|finding| to_check(sheet, finding, locale));
            if options.json {
                checks.extend(found);
            } else {
                print(&session, (sheet, table), found, out)?;
            }
        }
    }
    if options.json {
        serde_json::to_writer_pretty(&mut *out, &checks)?;
        out.write_all(b"\n")?;
    }
    Ok(is_wrong)
}

fn to_check(sheet: &Sheet, finding: &Finding, locale: Locale) -> FindingCheck {
    let text = |number: Option<Number>| number.map(|number| number.to_string());
    let figure = match &finding.kind {
        FindingKind::Figure(figure) => Some(figure),
        _ => None,
    };
    FindingCheck {
        rule: finding.kind.name(),
        severity: finding.kind.severity().name(),
        address: format!("{}!{}", sheet.name, finding.place.address),
        message: finding.kind.explain(locale),
        published: text(figure.and_then(|figure| figure.published)),
        computed: text(figure.and_then(|figure| figure.computed)),
        difference: text(figure.and_then(Figure::difference)),
        tolerance: text(figure.and_then(Figure::tolerance)),
    }
}

/// How many calculated cells agree in which way with what was published, and what is more than a note.
fn print(
    session: &Session,
    (sheet, table): (&Sheet, &ReportTable),
    found: impl Iterator<Item = FindingCheck>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let figures = audit::figures(session.book(), sheet, table);
    let count = |kind: Agreement| figures.iter().filter(|figure| figure.agreement == kind).count();
    let counts = Agreement::ALL.map(|kind| format!("{} {}", count(kind), kind.name()));
    writeln!(out, "{}: {}", table.id, counts.join(", "))?;
    for FindingCheck { rule, severity, address, message, .. } in
        found.filter(|check| check.severity != Severity::Note.name())
    {
        writeln!(out, "  {severity}  {address}  {rule}  {message}")?;
    }
    Ok(())
}
