//! The harness of the tests: golden tables, the templates made from them, cases
//! written as text, bodies of fuzz targets, and the plain interpreter.

pub mod case;
pub mod example;
pub mod fuzz;
pub mod golden;
pub mod large;
pub mod plain;
pub mod template;

use std::path::{Path, PathBuf};

/// The folder of the repository.
pub fn repository() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package).to_path_buf()
}

/// The folder of the templates.
pub fn templates() -> PathBuf {
    repository().join("www").join("templates")
}
