//! The browser cases that the table of keys names are there.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use libtest_mimic::Trial;

use crate::{listed, trial};

/// A test for each line of the table.
pub fn trials() -> Vec<Trial> {
    listed("keyboard", collect())
}

fn collect() -> Result<Vec<Trial>> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let cases = cases(&here.join("browsers/cases"))?;
    let table = fs::read_to_string(here.join("../web/KEYBOARD.md"))?;
    let rows = table.lines().filter(|line| line.starts_with('|')).skip(2);
    let lines: Vec<Vec<String>> =
        rows.map(|row| row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()).collect();
    ensure!(lines.len() > 30, "the table has only {} lines", lines.len());
    Ok(lines.into_iter().map(|line| line_trial(line, cases.clone())).collect())
}

fn line_trial(line: Vec<String>, cases: BTreeSet<String>) -> Trial {
    trial(format!("keyboard/{}", line[0]), move || {
        let named = line[2..].iter().filter(|cell| *cell != "–").flat_map(|cell| cell.split(", "));
        let missing: Vec<&str> = named.filter(|name| !cases.contains(*name)).collect();
        ensure!(missing.is_empty(), "no browser case is called {missing:?}");
        Ok(())
    })
}

/// The names of the functions among the browser cases.
fn cases(folder: &Path) -> Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for file in fs::read_dir(folder)? {
        let text = fs::read_to_string(file?.path())?;
        let functions = text.lines().filter_map(|line| line.strip_prefix("async fn ")?.split_once("(page: &Page)"));
        names.extend(functions.map(|(name, _)| name.to_owned()));
    }
    Ok(names)
}
