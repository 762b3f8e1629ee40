//! `cargo xtask fuzz`: runs every fuzz target for a while with a nightly compiler, on top of the committed corpora.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use std::{env, fs};

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::command;
use crate::workspace::Workspace;

const FOLDER: &str = "tests/fuzz";
const NIGHTLY: &str = "nightly";
const INSTALL: &str = "rustup toolchain install nightly && cargo +nightly install cargo-fuzz";

/// What `fuzz` can be told.
#[derive(Args)]
pub struct Options {
    /// How long each target runs.
    #[arg(long, default_value_t = 60)]
    seconds: u32,
}

/// Runs the targets one after the other; the first that fails ends it, with the input that made it fail.
pub fn run(workspace: &Workspace, options: &Options) -> Result<ExitCode> {
    ensure!(is_installed(), "a nightly toolchain or cargo-fuzz is missing; run `{INSTALL}`");
    for target in targets(Path::new(FOLDER))? {
        println!("\n── {target} ──");
        command::run(&mut fuzz(workspace, &target, options.seconds)?)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn is_installed() -> bool {
    command::succeeds(nightly_cargo().args(["fuzz", "--version"]))
}

// The variables by which cargo and rustup keep to one toolchain would keep to the wrong one.
fn nightly_cargo() -> Command {
    let mut command = Command::new("rustup");
    command.args(["run", NIGHTLY, "cargo"]);
    ["CARGO", "RUSTC", "RUSTUP_TOOLCHAIN", "CARGO_TARGET_DIR"].iter().for_each(|name| _ = command.env_remove(name));
    command
}

/// The names of the targets, from their files.
fn targets(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder.join("fuzz_targets")).context("there are no fuzz targets")?;
    let files = entries.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path());
    let name = |file: PathBuf| Some(file.file_stem()?.to_string_lossy().into_owned());
    let mut names: Vec<String> = files.filter_map(name).collect();
    names.sort();
    Ok(names)
}

/// The command for one target. What it finds interesting is kept apart from the committed corpus.
fn fuzz(workspace: &Workspace, target: &str, seconds: u32) -> Result<Command> {
    let build = workspace.target.join("fuzz");
    let grown = build.join("corpus").join(target);
    fs::create_dir_all(&grown)?;
    let mut command = nightly_cargo();
    command.args(["fuzz", "run", "--fuzz-dir", FOLDER, "--target-dir"]).arg(build).arg(target).arg(grown);
    command.arg(env::current_dir()?.join(FOLDER).join("corpus").join(target));
    command.args(["--", &format!("-max_total_time={seconds}")]);
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_target_has_a_corpus() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(FOLDER);
        let targets = targets(&folder).unwrap();
        assert!(!targets.is_empty());
        assert!(targets.iter().all(|target| folder.join("corpus").join(target).is_dir()));
    }
}
