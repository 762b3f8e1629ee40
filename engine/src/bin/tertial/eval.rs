//! `tertial eval`: calculates sheets given as JSON once and writes the value of every cell.

mod moment;

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use tertial_engine::json;

use crate::failure::Failure;
use crate::language::Language;

/// What `eval` can be told.
#[derive(Args)]
pub struct Options {
    /// Language of the formulas: English names, `,` and `.`, or Swedish names, `;` and `,`.
    #[arg(long, value_enum, default_value = "en")]
    locale: Language,
    /// The JSON file; standard input when it is `-` or left out.
    input: Option<PathBuf>,
}

/// Calculates the input and writes the result.
pub fn run(options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let bytes = read(options.input.as_deref().unwrap_or(Path::new("-")))?;
    let now = moment::present().unwrap_or_default();
    json::calculate(text(&bytes)?, options.locale.into(), now, out).map_err(Failure::Json)
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(path)
    };
    read.map_err(|error| Failure::Read(path.to_owned(), error))
}

fn text(bytes: &[u8]) -> Result<&str, Failure> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        let line = before.matches('\n').count() + 1;
        Failure::NotText { line, column: before.chars().rev().take_while(|sign| *sign != '\n').count() + 1 }
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}
