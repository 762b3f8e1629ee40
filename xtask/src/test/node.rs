//! The tests of the JavaScript package, run by node as another program would use it.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::Result;

use super::step::Outcome;
use super::tally::Tally;
use crate::workspace::Workspace;
use crate::{package, programs};

const FOLDER: &str = "tests/wasm";

/// Builds the package and runs `tests/wasm/*.test.mjs`.
pub fn tests(workspace: &Workspace) -> Result<Outcome> {
    let scripts = scripts(Path::new(FOLDER));
    if scripts.is_empty() {
        return Ok(Outcome::Nothing("tests/wasm holds no *.test.mjs"));
    }
    let node = programs::require(&[programs::NODE])?.remove(0);
    let package = package::build(workspace)?;
    let mut command = Command::new(node);
    command
        .args(["--test", "--test-reporter=spec"])
        .args(scripts)
        .env("TERTIAL_PACKAGE", package)
        .env_remove("FORCE_COLOR");
    Ok(Outcome::Ran(Tally::of(&mut command)?))
}

fn scripts(folder: &Path) -> Vec<PathBuf> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut scripts: Vec<PathBuf> = files.filter(|file| file.to_string_lossy().ends_with(".test.mjs")).collect();
    scripts.sort();
    scripts
}
