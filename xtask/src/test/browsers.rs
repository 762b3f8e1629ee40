//! The tests of the page: the site is built as it is published, served on a free port, and driven
//! in real browsers by a test program that learns from its environment where everything is.

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use super::step::Outcome;
use super::tally::Tally;
use crate::server::Server;
use crate::workspace::Workspace;
use crate::{geckodriver, programs, site};

const PACKAGE: &str = "tertial-tests";
const NAME: &str = "browsers";

/// What `browsers` can be told.
#[derive(Args)]
pub struct Options {
    /// Only the cases whose names hold this text, such as `chromium` or `fills_down`.
    case: Option<String>,
}

/// What the browsers are started for.
#[derive(Clone, Copy)]
enum Purpose<'a> {
    Test(Option<&'a str>),
    Measure,
}

/// Tests the page in the browsers alone, which is what one wants while working on it.
pub fn run_alone(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    let outcome = run(workspace, Purpose::Test(options.case.as_deref()))?;
    let is_green = matches!(outcome, Outcome::Ran(tally) if tally.failed == 0);
    Ok(if is_green { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Builds and serves the site and runs the browser tests against it.
pub fn tests(workspace: &Workspace) -> Result<Outcome> {
    run(workspace, Purpose::Test(None))
}

/// Builds and serves the site and measures it in the browsers, one after the other.
pub fn measures(workspace: &Workspace) -> Result<Outcome> {
    run(workspace, Purpose::Measure)
}

fn run(workspace: &Workspace, purpose: Purpose<'_>) -> Result<Outcome> {
    if !workspace.has_test(PACKAGE, NAME) || !workspace.has_feature(PACKAGE, NAME) {
        return Ok(Outcome::Nothing("tertial-tests has no target and feature `browsers`"));
    }
    let programs = programs::require(&programs::BROWSERS)?;
    let geckodriver = geckodriver::require(workspace)?;
    let folder = workspace.target.join("site");
    site::build(workspace, &folder)?;
    let server = Server::start(&folder, 0)?;
    let mut command = workspace.cargo();
    command.args(["test", "--package", PACKAGE, "--features", NAME, "--test", NAME]);
    match purpose {
        Purpose::Test(case) => command.arg("--").args(case),
        Purpose::Measure => command.args(["--", "--nocapture", "--test-threads=1"]).env("TERTIAL_MEASURE", "1"),
    };
    command.envs(programs::BROWSERS.iter().map(|program| program.variable).zip(programs));
    command.env(geckodriver::VARIABLE, geckodriver).env("TERTIAL_SITE", &folder).env("TERTIAL_URL", server.address());
    Ok(Outcome::Ran(Tally::of(&mut command)?))
}
