//! `cargo xtask tidy`: the rules of this repository that no compiler checks. Each rule is a function
//! from source text to findings, so that its tests need no files.

mod borders;
mod breadth;
mod finding;
mod habits;
mod layers;
mod lengths;
mod metrics;
mod names;
mod paths;
mod source;
mod wording;

use std::process::ExitCode;

use anyhow::Result;
use clap::Args;

use finding::Finding;
use source::{Rust, Source};

pub use source::read_all as sources;

/// What `tidy` can be told.
#[derive(Args)]
pub struct Options {
    /// Print the lengths of functions and files as well.
    #[arg(long)]
    metrics: bool,
}

/// Checks the repository and prints what was found.
pub fn run(options: &Options) -> Result<ExitCode> {
    let sources = sources()?;
    if options.metrics {
        println!("{}", metrics::report(&parse(&sources).0));
    }
    let findings = check(&sources);
    findings.iter().for_each(|finding| println!("{finding}"));
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Checks files against every rule.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let (files, mut findings) = parse(sources);
    findings.extend(sources.iter().flat_map(wording::check));
    findings.extend(sources.iter().filter_map(names::check_path));
    for rule in [borders::check, lengths::check, names::check, habits::check] {
        findings.extend(files.iter().flat_map(rule));
    }
    findings.extend(breadth::check(&files));
    findings
}

fn parse(sources: &[Source]) -> (Vec<Rust<'_>>, Vec<Finding>) {
    let mut findings = Vec::new();
    let mut files = Vec::new();
    for source in sources.iter().filter(|source| source.path.ends_with(".rs")) {
        match source.parse() {
            Ok(rust) => files.push(rust),
            Err(error) => {
                findings.push(Finding::at(&source.path, error.span().start().line, "syntax", error.to_string()));
            }
        }
    }
    (files, findings)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(path: &str, text: &str) -> Vec<&'static str> {
        let source = Source { path: path.into(), text: text.into() };
        check(&[source]).iter().map(|finding| finding.rule).collect()
    }

    #[test]
    fn each_kind_of_mistake_is_found_on_its_own() {
        let long = format!("//! A.\nfn a() {{\n{}}}\n", "b();\n".repeat(60));
        let mistakes = [
            ("outside", "engine/src/value/mod.rs", "//! A.\nuse web_sys::Window;\n"),
            ("layer", "engine/src/functions/mod.rs", "//! A.\nuse crate::eval::Scope;\n"),
            ("length", "engine/src/value/mod.rs", &long),
            ("header", "engine/src/value/mod.rs", "use std::fmt;\n"),
            ("name", "engine/src/value/number_utils.rs", "//! A.\n"),
            ("habit", "engine/src/value/mod.rs", "//! A.\nfn a() { b().unwrap() }\n"),
            ("syntax", "engine/src/value/mod.rs", "//! A.\nfn a( {}\n"),
        ];
        for (rule, path, text) in mistakes {
            assert_eq!(rules(path, text), [rule], "{text}");
        }
    }

    #[test]
    fn clean_source_has_no_findings() {
        assert_eq!(rules("engine/src/value/mod.rs", "//! A.\n\nuse crate::base::Cell;\n\nfn a() {}\n"), [""; 0]);
    }
}
