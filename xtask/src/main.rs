//! The tasks of this repository, run as `cargo xtask <task>`: each task is one module, each shared
//! step (building wasm, assembling the site, finding programs) another.

mod bench;
mod command;
mod dist;
mod fuzz;
mod geckodriver;
mod package;
mod programs;
mod run;
mod server;
mod site;
mod sizes;
mod templates;
mod test;
mod tidy;
mod toolchain;
mod wasm;
mod workspace;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use workspace::Workspace;

/// Builds, runs and checks Tertial.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Builds the page, serves it and opens it in a browser.
    Run(run::Options),
    /// Runs every check and every test.
    Test(test::Options),
    /// Tests the page in Chromium and Firefox, all cases or some.
    Browsers(test::browsers::Options),
    /// Checks layers, lengths, names and habits of the source.
    Tidy(tidy::Options),
    /// Makes the sheet templates from the golden tables.
    Templates,
    /// Builds the JavaScript package into `dist/npm`.
    Package,
    /// Builds the static site into `dist/site` and checks its size.
    Dist,
    /// Measures the engine in node.
    Bench,
    /// Runs the fuzz targets, which needs a nightly toolchain and cargo-fuzz.
    Fuzz(fuzz::Options),
}

fn main() -> ExitCode {
    perform(Arguments::parse().task).unwrap_or_else(|error| {
        eprintln!("error: {error:#}");
        ExitCode::FAILURE
    })
}

fn perform(task: Task) -> Result<ExitCode> {
    let workspace = Workspace::find()?;
    // Every path below is written from the root, wherever the task was called.
    std::env::set_current_dir(&workspace.root)?;
    match task {
        Task::Run(options) => run::run(&workspace, &options),
        Task::Test(options) => test::run(&workspace, &options),
        Task::Browsers(options) => test::browsers::run_alone(&workspace, &options),
        Task::Tidy(options) => tidy::run(&options),
        Task::Templates => templates::run(&workspace),
        Task::Package => package::run(&workspace),
        Task::Dist => dist::run(&workspace),
        Task::Bench => bench::run(&workspace),
        Task::Fuzz(options) => fuzz::run(&workspace, &options),
    }
}
