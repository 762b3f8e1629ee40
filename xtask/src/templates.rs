//! `cargo xtask templates` makes the sheet templates from the golden tables. A site without a server
//! behind it cannot list a folder, so their list is a file, made from their own envelopes.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use serde_json::{Map, Value};
use walkdir::WalkDir;

use crate::command;
use crate::workspace::Workspace;

const DESCRIBED: [&str; 3] = ["title", "municipality", "kind"];

/// Makes every template anew.
pub fn run(workspace: &Workspace) -> Result<ExitCode> {
    // The generator is built on the engine, which these tools must do without: they check it when it does not compile.
    command::run(workspace.cargo().args(["run", "--quiet", "--package", "tertial-tests", "--bin", "templates"]))?;
    Ok(ExitCode::SUCCESS)
}

/// Writes `index.json` into a folder of templates.
pub fn write_index(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let index = Value::Array(entries(folder)?);
    fs::write(folder.join("index.json"), serde_json::to_vec_pretty(&index)?)?;
    Ok(())
}

fn entries(folder: &Path) -> Result<Vec<Value>> {
    let mut entries = Vec::new();
    for file in WalkDir::new(folder).sort_by_file_name() {
        let file = file?.into_path();
        if file.extension().is_some_and(|extension| extension == "tertial") {
            let place = file.strip_prefix(folder)?.to_string_lossy().replace('\\', "/");
            let text = fs::read(&file)?;
            entries.push(entry(&place, &text).with_context(|| format!("template {place}"))?);
        }
    }
    Ok(entries)
}

fn entry(place: &str, text: &[u8]) -> Result<Value> {
    let book: Value = serde_json::from_slice(text)?;
    let mut entry = Map::from_iter([("path".to_owned(), Value::from(place))]);
    for key in DESCRIBED {
        if let Some(value) = book["meta"].get(key) {
            entry.insert(key.to_owned(), value.clone());
        }
    }
    Ok(Value::Object(entry))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_says_what_the_envelope_says() {
        let text = br#"{"format":"tertial","meta":{"title":"Drift","kind":"table","author":"x"},"sheets":[]}"#;
        let expected = serde_json::json!({"path": "a/b.tertial", "title": "Drift", "kind": "table"});
        assert_eq!(entry("a/b.tertial", text).unwrap(), expected);
    }

    #[test]
    fn a_file_that_is_no_book_is_an_error() {
        assert!(entry("a", b"PK").is_err());
    }
}
