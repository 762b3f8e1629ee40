//! Firefox is driven through geckodriver, which comes from crates.io: built once, kept under the
//! target folder and reused.

use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::command;
use crate::workspace::Workspace;

/// The environment variable that may name it, and by which the tests learn of it.
pub const VARIABLE: &str = "GECKODRIVER";

const VERSION: &str = "0.37.1";

/// The path of geckodriver, built if there is none.
pub fn require(workspace: &Workspace) -> Result<PathBuf> {
    if let Some(found) = find(workspace) {
        return Ok(found);
    }
    println!("building geckodriver {VERSION}: this takes some minutes, once");
    let root = workspace.target.join("tools");
    let mut install = workspace.cargo();
    install.args(["install", "geckodriver", "--version", VERSION, "--locked", "--root"]).arg(root);
    command::run(&mut install)?;
    find(workspace).context("geckodriver was built but not found")
}

fn find(workspace: &Workspace) -> Option<PathBuf> {
    let built = workspace.target.join("tools/bin/geckodriver").with_extension(std::env::consts::EXE_EXTENSION);
    let given = std::env::var_os(VARIABLE).map(PathBuf::from);
    given.into_iter().chain([built]).find(|file| file.is_file()).or_else(|| command::find(&["geckodriver"]))
}
