//! Every template of the site, with what makes it.

use std::path::PathBuf;

use anyhow::Result;

use super::report::Report;
use crate::example;
use crate::golden::Golden;

/// Makes the bytes of a template.
pub type Made = Box<dyn Fn() -> Result<Vec<u8>> + Send>;

/// Every template with its place below their folder, without extension: one for each golden table, the reports that these
/// make up, and the example.
pub fn every() -> Result<Vec<(PathBuf, Made)>> {
    let mut all: Vec<(PathBuf, Made)> = Vec::new();
    for (place, golden) in Golden::all()? {
        all.push((place, Box::new(move || super::bytes(&golden))));
    }
    for (place, report) in Report::all()? {
        let own = place.clone();
        all.push((place, Box::new(move || report.bytes(&own))));
    }
    all.push((example::PLACE.into(), Box::new(example::bytes)));
    Ok(all)
}
