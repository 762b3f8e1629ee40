//! From Rust to WebAssembly with its JavaScript: cargo builds the module, wasm-bindgen writes the
//! glue. The generator is a library of this program, so there is no tool to install and none to drift.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::command;
use crate::toolchain::{self, WASM};
use crate::workspace::Workspace;

/// Who loads the module.
#[derive(Clone, Copy, PartialEq)]
pub enum Host {
    Browser,
    Node,
}

/// A formula may be nested deeper than the usual stack of one megabyte has room for.
const ROOMY_STACK: &str = "-Clink-arg=-zstack-size=4194304";

/// Builds the page and returns the path of its module.
pub fn build_page(workspace: &Workspace) -> Result<PathBuf> {
    build(workspace, &["build", "--package", "tertial-web", "--bin", "tertial-web"], "tertial-web.wasm")
}

/// Builds the engine for JavaScript hosts and returns the path of its module.
pub fn build_library(workspace: &Workspace) -> Result<PathBuf> {
    // The crate type is given here, because a library linked into the page must not be one.
    let arguments = ["rustc", "--package", "tertial-engine", "--lib", "--features", "js", "--crate-type", "cdylib"];
    build(workspace, &arguments, "tertial_engine.wasm")
}

/// Writes `<name>.js` and `<name>_bg.wasm` into a folder, with types if asked for.
pub fn bind(module: &Path, name: &str, host: Host, types: bool, folder: &Path) -> Result<()> {
    let mut bindgen = Bindgen::new();
    bindgen.input_path(module).out_name(name).typescript(types).omit_default_module_path(false);
    bindgen.remove_name_section(true).remove_producers_section(true);
    match host {
        Host::Browser => bindgen.web(true)?,
        Host::Node => bindgen.nodejs(true)?,
    };
    bindgen.generate(folder).with_context(|| format!("wasm-bindgen of {}", module.display()))
}

fn build(workspace: &Workspace, arguments: &[&str], file: &str) -> Result<PathBuf> {
    toolchain::require_wasm()?;
    let mut cargo = workspace.cargo();
    cargo.args(arguments).args(["--release", "--target", WASM]);
    // The generator reads which features the module uses, and strips the rest by itself.
    cargo.args(["--config", "profile.release.strip='debuginfo'"]);
    let flags: Vec<String> = std::iter::once(ROOMY_STACK.to_owned()).chain(neutral_paths()).collect();
    cargo.args(["--config", &format!("target.{WASM}.rustflags={}", serde_json::to_string(&flags)?)]);
    command::run(&mut cargo)?;
    Ok(workspace.target.join(WASM).join("release").join(file))
}

// Panic messages name source files. Without this flag they would carry the home folder of whoever
// built the module, and the same source would give different bytes on different machines.
fn neutral_paths() -> Option<String> {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| Some(std::env::home_dir()?.join(".cargo")))?;
    let sources = home.join("registry").join("src");
    Some(format!("--remap-path-prefix={}=registry", sources.display()))
}
