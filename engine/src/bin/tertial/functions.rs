//! `tertial functions`: the worksheet functions with their names in both languages.

use std::io::Write;

use clap::Args;
use serde::Serialize;
use tertial_engine::functions::library;

use crate::failure::Failure;

/// What `functions` can be told.
#[derive(Args)]
pub struct Options {
    /// Print JSON instead of text.
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct Entry {
    name: &'static str,
    swedish: &'static str,
    category: &'static str,
    syntax: String,
    summary: &'static str,
}

/// Prints the list, in alphabetical order.
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let entries = entries();
    if options.json {
        serde_json::to_writer_pretty(&mut *out, &entries)?;
        return Ok(out.write_all(b"\n")?);
    }
    let width = |text: fn(&Entry) -> &str| entries.iter().map(|entry| text(entry).chars().count()).max().unwrap_or(0);
    let (names, swedish) = (width(|entry| entry.name), width(|entry| entry.swedish));
    for entry in &entries {
        writeln!(out, "{:names$}  {:swedish$}  {}  {}", entry.name, entry.swedish, entry.syntax, entry.summary)?;
    }
    Ok(())
}

fn entries() -> Vec<Entry> {
    let mut entries: Vec<Entry> = library::all()
        .map(|function| Entry {
            name: function.name,
            swedish: function.swedish,
            category: function.category.name(),
            syntax: function.syntax(),
            summary: function.summary.english,
        })
        .collect();
    entries.sort_by_key(|entry| entry.name);
    entries
}
