//! The tests that run on this machine, without a browser.

use anyhow::Result;

use super::step::Outcome;
use super::tally::Tally;
use crate::workspace::Workspace;

/// All tests of all crates.
pub fn tests(workspace: &Workspace) -> Result<Outcome> {
    // These tools were just built with their own profile; another one would build them all again.
    let product = ["--workspace", "--exclude", "xtask", "--features", "tertial-engine/cli"].as_slice();
    let tools = ["--package", "xtask", "--profile", "tool"].as_slice();
    let test = |scope| Tally::of(workspace.cargo().args(["test", "--no-fail-fast"]).args(scope));
    Ok(Outcome::Ran([test(product)?, test(tools)?].into_iter().sum()))
}
