//! The static site: what is written by hand in `www`, the built page beside it, and the list of
//! templates.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use walkdir::WalkDir;

use crate::templates;
use crate::wasm::{self, Host};
use crate::workspace::Workspace;

const SOURCE: &str = "www";

/// Builds the site into a folder, which is emptied first.
pub fn build(workspace: &Workspace, folder: &Path) -> Result<()> {
    ensure!(Path::new(SOURCE).join("index.html").is_file(), "{SOURCE}/index.html is missing");
    let module = wasm::build_page(workspace)?;
    empty(folder)?;
    copy(Path::new(SOURCE), folder)?;
    wasm::bind(&module, "app", Host::Browser, false, folder)?;
    templates::write_index(&folder.join("templates"))
}

/// Makes a folder that holds nothing.
pub fn empty(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    Ok(fs::create_dir_all(folder)?)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    for entry in WalkDir::new(from).min_depth(1) {
        let entry = entry?;
        let target = to.join(entry.path().strip_prefix(from)?);
        if entry.file_type().is_dir() {
            fs::create_dir_all(&target)?;
        } else {
            fs::copy(entry.path(), &target)?;
        }
    }
    Ok(())
}
