//! `tertial show`: the report tables of a file, after changes made as if a person typed them.

mod text;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use serde::Serialize;
use tertial_engine::file;
use tertial_engine::session::report::TableReport;
use tertial_engine::session::{Place, Session, SheetId, Still};

use crate::failure::Failure;
use crate::language::Language;

/// What `show` can be told.
#[derive(Args)]
pub struct Options {
    /// The file.
    file: PathBuf,
    /// Show the tables of this sheet only.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// Type text in a cell first: `Sheet!A1=text`. May be given again and again.
    #[arg(long, value_name = "CELL=TEXT")]
    set: Vec<String>,
    /// Print JSON instead of text.
    #[arg(long)]
    json: bool,
    /// Language in which text is typed and figures are shown.
    #[arg(long, value_enum, default_value = "sv")]
    locale: Language,
}

#[derive(Serialize)]
struct Tables {
    tables: Vec<TableReport>,
}

/// Opens the file, types what is to be typed and prints the tables.
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let mut session = open(&options.file, options.locale)?;
    for setting in &options.set {
        apply(&mut session, setting)?;
    }
    let only = options.sheet.as_deref().map(|name| sheet(&session, name)).transpose()?;
    let tables = session.reports(only);
    if options.json {
        serde_json::to_writer_pretty(&mut *out, &Tables { tables })?;
        return Ok(out.write_all(b"\n")?);
    }
    for (index, table) in tables.iter().enumerate() {
        let gap = if index > 0 { "\n" } else { "" };
        write!(out, "{gap}{}", text::drawn(table))?;
    }
    Ok(())
}

/// Opens a file for somebody who types in a language.
pub fn open(path: &Path, language: Language) -> Result<Session, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::Read(path.to_owned(), error))?;
    let book = file::load(&bytes).map_err(|error| Failure::File(path.to_owned(), error))?;
    let mut session = Session::of(book, Box::new(Still { now: 0.0 }));
    session.set_locale(language.into());
    Ok(session)
}

fn sheet(session: &Session, name: &str) -> Result<SheetId, Failure> {
    let found = session.book().sheet_named(name).map(|sheet| sheet.id);
    found.ok_or_else(|| Failure::at(name, "there is no such sheet"))
}

/// Types what a setting says.
pub fn apply(session: &mut Session, setting: &str) -> Result<(), Failure> {
    let (place, text) = split(session, setting)
        .ok_or_else(|| Failure::at(setting, "a setting is written Sheet!A1=text, with a sheet of the file"))?;
    let refused = |refusal| Failure::Refused { place: setting.to_owned(), refusal };
    session.enter(place, text).map(|_| ()).map_err(refused)
}

/// The cell and the text of a setting. A sheet's name may hold `=` too, so each one is tried.
fn split<'a>(session: &Session, setting: &'a str) -> Option<(Place, &'a str)> {
    let first = session.book().sheets.first()?.id;
    setting.match_indices('=').find_map(|(at, _)| {
        let region = session.find_place(first, &setting[..at])?;
        region.range.is_cell().then(|| (region.first(), &setting[at + 1..]))
    })
}
