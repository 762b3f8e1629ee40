//! `tertial`, the engine at the command line. Each subcommand is one module; what cannot be used ends with exit code 2
//! and a message that names the place.

mod check;
mod eval;
mod failure;
mod functions;
mod input;
mod language;
mod show;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use failure::Failure;

/// Calculates, shows and explains spreadsheets of Swedish municipal follow-up.
#[derive(Parser)]
#[command(name = "tertial", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Calculates sheets given as JSON and writes every cell's value as JSON.
    Eval(eval::Options),
    /// Prints the report tables of a file, with changes as if they were typed.
    Show(show::Options),
    /// Checks the report tables of files against what was published, and their formulas.
    Check(check::Options),
    /// Lists the worksheet functions.
    Functions(functions::Options),
}

fn main() -> ExitCode {
    match perform(Arguments::parse().command) {
        Ok(code) => code,
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // Nobody can be told when this fails too.
            _ = writeln!(io::stderr(), "tertial: {failure}");
            ExitCode::from(2)
        }
    }
}

fn perform(command: Command) -> Result<ExitCode, Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut is_wrong = false;
    match command {
        Command::Eval(options) => eval::run(&options, &mut out)?,
        Command::Show(options) => show::run(&options, &mut out)?,
        Command::Check(options) => is_wrong = check::run(&options, &mut out)?,
        Command::Functions(options) => functions::run(&options, &mut out)?,
    }
    out.flush()?;
    Ok(if is_wrong { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
