//! `tertial eval`: calculates sheets given as JSON once and writes the value of every cell.

mod build;
mod input;
mod moment;
mod output;

use std::cell::Cell;
use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use tertial_engine::calc::{Calculator, World};

use crate::failure::Failure;
use crate::language::Language;
use input::Input;

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
    let input: Input<'_> = serde_json::from_str(text(&bytes)?).map_err(Failure::Json)?;
    let now = moment::now(input.today.as_deref())?;
    let locale = options.locale.into();
    let mut book = build::book(&input, locale)?;
    // One seed makes a run with random numbers repeat.
    let world = World { now, locale, seed: Cell::new(1) };
    Calculator::default().recalculate_all(&mut book, &world);
    output::write(&book, out)
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
