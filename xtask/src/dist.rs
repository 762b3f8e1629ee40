//! `cargo xtask dist`: the site as it is published, made small where wasm-opt is at hand, and held
//! to a budget.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::{Context, Result};

use crate::sizes::Sizes;
use crate::workspace::Workspace;
use crate::{command, site};

const FOLDER: &str = "dist/site";

/// What rustc emits today and wasm-opt does not assume by itself.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds the site and reports its size; fails if it is over the budget.
pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    let folder = Path::new(FOLDER);
    site::build(workspace, folder)?;
    if let Err(reason) = optimize(&folder.join("app_bg.wasm")) {
        // It saves some percent; an old version or none is no reason not to publish.
        println!("{reason:#}; the module is published as built");
    }
    let sizes = Sizes::measure(folder)?;
    println!("{sizes}");
    Ok(if sizes.over_budget() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn optimize(module: &Path) -> Result<()> {
    let program = optimizer().context("wasm-opt was not found")?;
    command::run(Command::new(program).arg("-Oz").args(FEATURES).arg(module).arg("-o").arg(module))
}

// The one that the repository asks for goes before the one that the machine happens to have.
fn optimizer() -> Option<PathBuf> {
    let local = Path::new("node_modules/.bin/wasm-opt");
    if local.exists() { Some(local.to_owned()) } else { command::find(&["wasm-opt"]) }
}
