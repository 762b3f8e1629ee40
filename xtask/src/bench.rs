//! `cargo xtask bench`: the package measured in node, as another program would use it, and the page in browsers.

use std::path::Path;
use std::process::{Command, ExitCode};

use anyhow::{Result, ensure};

use crate::test::browsers;
use crate::workspace::Workspace;
use crate::{command, package, programs};

const SCRIPT: &str = "tests/bench/main.mjs";
/// Where the figures of a run are kept, below the target folder, for the next run to compare with.
const RECORD: &str = "bench/last.json";

/// Builds the package and runs the measurements.
pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    ensure!(Path::new(SCRIPT).is_file(), "{SCRIPT} is missing");
    let node = programs::require(&[programs::NODE])?.remove(0);
    let package = package::build(workspace)?;
    let record = workspace.target.join(RECORD);
    command::run(Command::new(node).arg(SCRIPT).env("TERTIAL_PACKAGE", package).env("TERTIAL_RECORD", record))?;
    browsers::measures(workspace)?;
    Ok(ExitCode::SUCCESS)
}
