//! Every test that looks at the engine from outside, each case a test of its own.

mod arguments;
mod books;
mod cases;
mod columns;
mod contrast;
mod damage;
mod functions;
mod fuzz;
mod golden;
mod keyboard;
mod properties;
mod reconciliation;
mod structure;
mod templates;

use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

fn main() -> ExitCode {
    let suites = [
        cases::trials(),
        golden::trials(),
        keyboard::trials(),
        templates::trials(),
        functions::trials(),
        arguments::trials(),
        properties::trials(),
        reconciliation::trials(),
        books::trials(),
        columns::trials(),
        contrast::trials(),
        structure::trials(),
        damage::trials(),
        fuzz::trials(),
    ];
    libtest_mimic::run(&Arguments::from_args(), suites.into_iter().flatten().collect()).exit_code()
}

/// A test from its name and what it does; the message of a failure tells the whole chain of reasons.
fn trial(name: impl Into<String>, test: impl FnOnce() -> anyhow::Result<()> + Send + 'static) -> Trial {
    Trial::test(name, move || test().map_err(|error| Failed::from(format!("{error:#}"))))
}

/// The tests of a suite, or one that fails when they could not be listed.
fn listed(suite: &str, trials: anyhow::Result<Vec<Trial>>) -> Vec<Trial> {
    trials.unwrap_or_else(|error| vec![trial(suite, || Err(error))])
}
