//! The cases written as text, one test for each.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use libtest_mimic::Trial;
use tertial_tests::case::{play, read};
use walkdir::WalkDir;

use crate::{listed, trial};

/// A test for each case.
pub fn trials() -> Vec<Trial> {
    listed("cases", collect())
}

fn collect() -> Result<Vec<Trial>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut trials = Vec::new();
    for file in WalkDir::new(&folder).sort_by_file_name() {
        let file = file?.into_path();
        if file.extension().is_some_and(|extension| extension == "case") {
            let place = file.strip_prefix(&folder)?.with_extension("").display().to_string();
            let cases = read(&fs::read_to_string(&file)?).with_context(|| place.clone())?;
            ensure!(!cases.is_empty(), "{place} holds no case");
            trials.extend(
                cases.into_iter().map(|case| trial(format!("cases/{place}/{}", case.name), move || play(&case))),
            );
        }
    }
    Ok(trials)
}
