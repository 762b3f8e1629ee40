//! `cargo xtask dist`: the site as it is published, made small where wasm-opt is at hand, and held
//! to a budget.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use anyhow::Result;

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
    match optimizer() {
        Some(program) => optimize(&program, &folder.join("app_bg.wasm"))?,
        None => println!("wasm-opt was not found; the module is published as built"),
    }
    let sizes = Sizes::measure(folder)?;
    println!("{sizes}");
    Ok(if sizes.over_budget() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn optimizer() -> Option<PathBuf> {
    let local = Path::new("node_modules/.bin/wasm-opt");
    command::find(&["wasm-opt"]).or_else(|| local.exists().then(|| local.to_owned()))
}

fn optimize(program: &Path, module: &Path) -> Result<()> {
    command::run(Command::new(program).arg("-Oz").args(FEATURES).arg(module).arg("-o").arg(module))
}
