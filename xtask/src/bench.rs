//! `cargo xtask bench`: the package measured in node, as another program would use it, the engine in native code beside
//! it, and the page in browsers.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Result, ensure};

use crate::test::browsers;
use crate::workspace::Workspace;
use crate::{command, package, programs};

const SCRIPT: &str = "tests/bench/main.mjs";
const NATIVE: &str = "native-bench";
/// Where the figures of a run are kept, below the target folder, for the next run to compare with.
const RECORD: &str = "bench/last.json";

/// Builds the measurements in native code and returns their program.
fn build_native(workspace: &Workspace) -> Result<PathBuf> {
    command::run(workspace.cargo().args(["build", "--release", "--package", "tertial-tests", "--bin", NATIVE]))?;
    Ok(workspace.target.join("release").join(NATIVE).with_extension(std::env::consts::EXE_EXTENSION))
}

/// Builds the package and runs the measurements.
pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    ensure!(Path::new(SCRIPT).is_file(), "{SCRIPT} is missing");
    let node = programs::require(&[programs::NODE])?.remove(0);
    let package = package::build(workspace)?;
    let native = build_native(workspace)?;
    let record = workspace.target.join(RECORD);
    let mut script = Command::new(node);
    script.arg(SCRIPT).env("TERTIAL_PACKAGE", package).env("TERTIAL_NATIVE", native).env("TERTIAL_RECORD", record);
    command::run(&mut script)?;
    browsers::measures(workspace)?;
    Ok(ExitCode::SUCCESS)
}
