//! The parts of the Rust toolchain that the tasks need, added with rustup where they are missing.

use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};

use crate::command;
use crate::workspace::Workspace;

/// The target of everything that runs in a browser or in node.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Makes sure that the standard library for WebAssembly is installed.
pub fn require_wasm() -> Result<()> {
    if has_wasm() {
        return Ok(());
    }
    add(&["target", "add", WASM])?;
    ensure!(has_wasm(), "rustup added {WASM}, but the compiler in use does not have it");
    Ok(())
}

/// Makes sure that the formatter and the linter are installed.
pub fn require_components(workspace: &Workspace) -> Result<()> {
    let installed = |tool: &str| command::succeeds(workspace.cargo().args([tool, "--version"]));
    if installed("fmt") && installed("clippy") {
        return Ok(());
    }
    add(&["component", "add", "rustfmt", "clippy"])
}

// The compiler is asked, not rustup: it may have come from elsewhere with the target in place.
fn has_wasm() -> bool {
    let folder = command::answer(Command::new("rustc").args(["--print", "target-libdir", "--target", WASM]));
    folder.is_some_and(|folder| Path::new(&folder).is_dir())
}

fn add(arguments: &[&str]) -> Result<()> {
    let typed = format!("rustup {}", arguments.join(" "));
    ensure!(
        command::find(&["rustup"]).is_some(),
        "rustup is missing; install it from https://rustup.rs and run `{typed}`"
    );
    println!("{typed}");
    command::run(Command::new("rustup").args(arguments))
}
