//! `cargo xtask test`: every check and every test, step by step, closed by one line with the sum.

pub mod browsers;
mod native;
mod node;
mod source;
mod step;
mod tally;

use std::io::Write;
use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use crate::workspace::Workspace;
use step::Step;
use tally::Tally;

/// What `test` can be told.
#[derive(Args)]
pub struct Options {
    /// Leave out the tests in Chromium and Firefox.
    #[arg(long)]
    skip_browsers: bool,
}

/// From the quickest answer to the slowest.
const STEPS: [Step; 5] = [
    Step { name: "formatting", run: source::formatting },
    Step { name: "lints", run: source::lints },
    Step { name: "tidy", run: source::tidiness },
    Step { name: "native tests", run: native::tests },
    Step { name: "package tests in node", run: node::tests },
];

const BROWSERS: Step = Step { name: "page tests in Chromium and Firefox", run: browsers::tests };

/// Runs the steps, all of them even when one fails.
pub fn run(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    let browsers = (!options.skip_browsers).then_some(BROWSERS);
    let tally: Tally = STEPS.into_iter().chain(browsers).map(|step| step.perform(workspace)).sum();
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n{tally}")?;
    out.flush()?;
    Ok(if tally.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
