//! What cargo knows about this workspace: where it lies, where it builds, and which packages,
//! features and targets it has.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::Value;

/// The workspace as `cargo metadata` describes it.
pub struct Workspace {
    pub root: PathBuf,
    pub target: PathBuf,
    packages: Vec<Value>,
}

impl Workspace {
    /// Asks cargo about the workspace around the current directory.
    pub fn find() -> Result<Self> {
        let output = Command::new(cargo_program())
            .args(["metadata", "--no-deps", "--format-version", "1"])
            .output()
            .context("cannot start cargo")?;
        ensure!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
        Self::from_metadata(&serde_json::from_slice(&output.stdout)?)
    }

    fn from_metadata(metadata: &Value) -> Result<Self> {
        let path =
            |key: &str| metadata[key].as_str().map(PathBuf::from).with_context(|| format!("metadata without {key}"));
        Ok(Self {
            root: path("workspace_root")?,
            target: path("target_directory")?,
            packages: metadata["packages"].as_array().cloned().unwrap_or_default(),
        })
    }

    /// A cargo command that builds where this one was built.
    pub fn cargo(&self) -> Command {
        let mut command = Command::new(cargo_program());
        command.env("CARGO_TARGET_DIR", &self.target);
        command
    }

    /// The version of a package.
    pub fn version(&self, package: &str) -> Option<&str> {
        self.package(package)?["version"].as_str()
    }

    /// Whether a package has a feature of this name.
    pub fn has_feature(&self, package: &str, feature: &str) -> bool {
        self.package(package).is_some_and(|found| !found["features"][feature].is_null())
    }

    /// Whether a package has a test target of this name.
    pub fn has_test(&self, package: &str, test: &str) -> bool {
        let targets = self.package(package).and_then(|found| found["targets"].as_array());
        targets
            .is_some_and(|targets| targets.iter().any(|target| target["name"] == test && target["kind"][0] == "test"))
    }

    fn package(&self, name: &str) -> Option<&Value> {
        self.packages.iter().find(|package| package["name"] == name)
    }
}

fn cargo_program() -> OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_answers_questions_about_packages() {
        let metadata = serde_json::json!({
            "workspace_root": "here", "target_directory": "here/target",
            "packages": [{"name": "a", "version": "1.2.3", "features": {"js": []}, "targets": [{"name": "t", "kind": ["test"]}]}],
        });
        let workspace = Workspace::from_metadata(&metadata).unwrap();
        assert_eq!(workspace.version("a"), Some("1.2.3"));
        assert!(workspace.has_feature("a", "js") && !workspace.has_feature("a", "cli"));
        assert!(workspace.has_test("a", "t") && !workspace.has_test("b", "t"));
    }
}
