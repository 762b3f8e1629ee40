//! The tests that run on this machine, without a browser.

use std::env;

use anyhow::Result;

use super::step::Outcome;
use super::tally::Tally;
use crate::workspace::Workspace;

/// On how many cases each property is tried, where the environment does not say otherwise.
const CASES: (&str, &str) = ("TERTIAL_CASES", "2000");

/// All tests of all crates.
pub fn tests(workspace: &Workspace) -> Result<Outcome> {
    // These tools were just built with their own profile; another one would build them all again.
    let product = ["--workspace", "--exclude", "xtask", "--features", "tertial-engine/cli"].as_slice();
    let tools = ["--package", "xtask", "--profile", "tool"].as_slice();
    let cases = env::var(CASES.0).unwrap_or_else(|_| CASES.1.to_owned());
    let test = |scope| Tally::of(workspace.cargo().env(CASES.0, &cases).args(["test", "--no-fail-fast"]).args(scope));
    Ok(Outcome::Ran([test(product)?, test(tools)?].into_iter().sum()))
}
