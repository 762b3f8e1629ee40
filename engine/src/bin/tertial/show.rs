//! `tertial show`: the report tables of a file, after changes made as if a person typed them.

mod text;

use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde::Serialize;
use tertial_engine::session::report::TableReport;
use tertial_engine::session::{Session, SheetId};

use crate::failure::Failure;
use crate::input::Input;

/// What `show` can be told.
#[derive(Args)]
pub struct Options {
    /// The file.
    file: PathBuf,
    /// Show the tables of this sheet only.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    #[command(flatten)]
    input: Input,
}

#[derive(Serialize)]
struct Tables {
    tables: Vec<TableReport>,
}

/// Opens the file, types what is to be typed and prints the tables.
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let session = options.input.open(&options.file)?;
    let only = options.sheet.as_deref().map(|name| sheet(&session, name)).transpose()?;
    let tables = session.reports(only);
    if options.input.json {
        serde_json::to_writer_pretty(&mut *out, &Tables { tables })?;
        return Ok(out.write_all(b"\n")?);
    }
    for (index, table) in tables.iter().enumerate() {
        let gap = if index > 0 { "\n" } else { "" };
        write!(out, "{gap}{}", text::drawn(table))?;
    }
    Ok(())
}

fn sheet(session: &Session, name: &str) -> Result<SheetId, Failure> {
    let found = session.book().sheet_named(name).map(|sheet| sheet.id);
    found.ok_or_else(|| Failure::at(name, "there is no such sheet"))
}
