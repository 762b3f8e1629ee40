//! Damaged files: cut off anywhere, with any bit turned, a file is refused or opens as what it was. It never breaks the
//! program that opens it.

use std::fs;

use anyhow::{Result, ensure};
use libtest_mimic::Trial;
use tertial_engine::file;
use tertial_tests::templates;

use crate::trial;

const FILES: [&str; 3] =
    ["koping/01-driftredovisning.tertial", "kalmar/10-driftsredovisning.tertial", "orebro/12-investeringar.tertial"];

/// Every how many bytes a bit is turned; a prime, so that all bits get their turn.
const STEP: usize = 3;

/// Tests for each of a few templates.
pub fn trials() -> Vec<Trial> {
    let both = FILES.into_iter().flat_map(|file| {
        [trial(format!("damage/{file}/cut-off"), || cut_off(file)), trial(format!("damage/{file}/bits"), || bits(file))]
    });
    both.collect()
}

fn cut_off(file: &str) -> Result<()> {
    let whole = fs::read(templates().join(file))?;
    for length in (0..whole.len()).step_by(STEP) {
        check(&whole, &whole[..length], || format!("cut off after {length} bytes"))?;
    }
    Ok(())
}

fn bits(file: &str) -> Result<()> {
    let whole = fs::read(templates().join(file))?;
    for at in (0..whole.len()).step_by(STEP) {
        let mut damaged = whole.clone();
        damaged[at] ^= 1 << (at / STEP % 8);
        check(&whole, &damaged, || format!("a bit of byte {at} turned"))?;
    }
    Ok(())
}

fn check(whole: &[u8], damaged: &[u8], how: impl Fn() -> String) -> Result<()> {
    match file::load(damaged) {
        Ok(book) => ensure!(file::save(&book) == whole, "{} and yet opened as another book", how()),
        Err(error) => ensure!(!error.to_string().is_empty(), "{}: refused without a reason", how()),
    }
    Ok(())
}
