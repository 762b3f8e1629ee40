//! `cargo xtask package`: the engine as a JavaScript package with types, for node and for browsers.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;
use serde_json::{Value, json};

use crate::site;
use crate::wasm::{self, Host};
use crate::workspace::Workspace;

const FOLDER: &str = "dist/npm";
const NAME: &str = "tertial";
/// What the package says of itself; its example is run by the tests.
const README: &str = "engine/src/js/README.md";

/// Builds the package.
pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    build(workspace)?;
    println!("{FOLDER}");
    Ok(ExitCode::SUCCESS)
}

/// Builds the package and returns the absolute path of its part for node.
pub fn build(workspace: &Workspace) -> Result<PathBuf> {
    let module = wasm::build_library(workspace)?;
    let folder = workspace.root.join(FOLDER);
    site::empty(&folder)?;
    write_half(&module, &folder.join("node"), Host::Node)?;
    write_half(&module, &folder.join("web"), Host::Browser)?;
    fs::copy(workspace.root.join(README), folder.join("README.md"))?;
    write_json(&folder.join("package.json"), &manifest(workspace.version("tertial-engine").unwrap_or("0.0.0")))?;
    Ok(folder.join("node"))
}

fn write_half(module: &Path, folder: &Path, host: Host) -> Result<()> {
    fs::create_dir_all(folder)?;
    wasm::bind(module, NAME, host, true, folder)?;
    // The two halves speak different module systems, which node reads from the nearest manifest.
    let system = if host == Host::Node { "commonjs" } else { "module" };
    let manifest = json!({"type": system, "main": format!("{NAME}.js"), "types": format!("{NAME}.d.ts")});
    write_json(&folder.join("package.json"), &manifest)
}

fn manifest(version: &str) -> Value {
    let half =
        |folder: &str| json!({"types": format!("./{folder}/{NAME}.d.ts"), "default": format!("./{folder}/{NAME}.js")});
    json!({
        "name": NAME,
        "version": version,
        "description": "An exact, incremental spreadsheet calculation engine",
        "license": "MIT OR Apache-2.0",
        "exports": {".": {"node": half("node"), "default": half("web")}, "./node": half("node"), "./web": half("web")},
        "main": format!("./node/{NAME}.js"),
        "types": format!("./node/{NAME}.d.ts"),
        "sideEffects": false,
    })
}

fn write_json(file: &Path, value: &Value) -> Result<()> {
    Ok(fs::write(file, serde_json::to_string_pretty(value)? + "\n")?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_and_browsers_find_their_halves() {
        let manifest = manifest("1.2.3");
        assert_eq!(manifest["version"], "1.2.3");
        assert_eq!(manifest["exports"]["."]["node"]["default"], "./node/tertial.js");
        assert_eq!(manifest["exports"]["."]["default"]["types"], "./web/tertial.d.ts");
        let conditions: Vec<&String> = manifest["exports"]["."].as_object().unwrap().keys().collect();
        assert_eq!(conditions, ["node", "default"], "the first condition that holds wins");
    }
}
