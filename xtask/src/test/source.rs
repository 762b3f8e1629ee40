//! The checks that read the source without running it.

use anyhow::Result;

use super::step::Outcome;
use super::tally::Tally;
use crate::workspace::Workspace;
use crate::{tidy, toolchain};

/// The source is formatted as rustfmt would.
pub fn formatting(workspace: &Workspace) -> Result<Outcome> {
    toolchain::require_components(workspace)?;
    Ok(Outcome::Ran(Tally::of_check(workspace.cargo().args(["fmt", "--all", "--check"]))?))
}

/// Clippy has nothing to say, neither natively nor for what the browser gets.
pub fn lints(workspace: &Workspace) -> Result<Outcome> {
    toolchain::require_components(workspace)?;
    toolchain::require_wasm()?;
    let native = ["--workspace", "--all-targets", "--all-features"].as_slice();
    let wasm = ["--package", "tertial-web", "--target", toolchain::WASM].as_slice();
    let check = |scope| Tally::of_check(workspace.cargo().arg("clippy").args(scope).args(["--", "-D", "warnings"]));
    Ok(Outcome::Ran([check(native)?, check(wasm)?].into_iter().sum()))
}

/// The rules of this repository hold.
pub fn tidiness(_: &Workspace) -> Result<Outcome> {
    let findings = tidy::check(&tidy::sources()?);
    findings.iter().for_each(|finding| println!("{finding}"));
    Ok(Outcome::Ran(if findings.is_empty() { Tally::default() } else { Tally::FAILURE }))
}
