//! The corpora of the fuzz targets, each file a test.

use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use libtest_mimic::Trial;
use tertial_tests::fuzz::{TARGETS, Target};
use tertial_tests::repository;

use crate::{listed, trial};

/// A test for each file of each corpus.
pub fn trials() -> Vec<Trial> {
    let folder = repository().join("tests/fuzz/corpus");
    TARGETS.into_iter().flat_map(|target| listed(target.0, corpus(&folder.join(target.0), target))).collect()
}

fn corpus(folder: &Path, (target, body): Target) -> Result<Vec<Trial>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    ensure!(!entries.is_empty(), "{target} has no corpus");
    let replay = |entry: fs::DirEntry| {
        let name = entry.file_name();
        let test = move || {
            body(&fs::read(entry.path())?);
            Ok(())
        };
        trial(format!("fuzz/{target}/{}", name.to_string_lossy()), test)
    };
    Ok(entries.into_iter().map(replay).collect())
}
