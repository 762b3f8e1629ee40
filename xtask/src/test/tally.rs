//! Counting tests by reading along: the output of a test program goes to the terminal unchanged,
//! while its summary lines are added up.

use std::fmt;
use std::io::{BufRead, BufReader, Write};
use std::iter::Sum;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};

use crate::command;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub passed: usize,
    pub failed: usize,
}

impl Tally {
    /// A check that is not made of tests and failed.
    pub const FAILURE: Self = Self { passed: 0, failed: 1 };

    /// Runs a test program and counts what it reports.
    pub fn of(command: &mut Command) -> Result<Self> {
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start `{}`", command::line(command)))?;
        let output = child.stdout.take().context("the output was asked for")?;
        let tally = echo(BufReader::new(output), std::io::stdout())?;
        let broken = !child.wait()?.success();
        // A program that broke before it could count must not look like success.
        Ok(if broken && tally.failed == 0 { Self { failed: 1, ..tally } } else { tally })
    }

    /// A check without tests: nothing to count unless it fails.
    pub fn of_check(command: &mut Command) -> Result<Self> {
        let succeeded =
            command.status().with_context(|| format!("cannot start `{}`", command::line(command)))?.success();
        Ok(if succeeded { Self::default() } else { Self::FAILURE })
    }

    fn read(line: &str) -> Self {
        from_libtest(line).or_else(|| from_node(line)).unwrap_or_default()
    }
}

impl Sum for Tally {
    fn sum<I: Iterator<Item = Self>>(tallies: I) -> Self {
        tallies.fold(Self::default(), |sum, tally| Self {
            passed: sum.passed + tally.passed,
            failed: sum.failed + tally.failed,
        })
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        write!(out, "{} passed, {} failed", self.passed, self.failed)
    }
}

fn echo(output: impl BufRead, mut terminal: impl Write) -> Result<Tally> {
    let mut tally = Tally::default();
    for line in output.split(b'\n') {
        let line = line?;
        terminal.write_all(&line)?;
        terminal.write_all(b"\n")?;
        tally = [tally, Tally::read(&String::from_utf8_lossy(&line))].into_iter().sum();
    }
    Ok(tally)
}

/// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
fn from_libtest(line: &str) -> Option<Tally> {
    let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
    let count = |word: &str| counts.split("; ").find_map(|part| part.strip_suffix(word)?.trim().parse().ok());
    Some(Tally { passed: count("passed")?, failed: count("failed")? })
}

/// Reads node's `# pass 3` or `ℹ pass 3`, and the same with `fail`.
fn from_node(line: &str) -> Option<Tally> {
    let line = line.trim();
    let (word, count) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ "))?.split_once(' ')?;
    let count = count.parse().ok()?;
    match word {
        "pass" => Some(Tally { passed: count, failed: 0 }),
        "fail" => Some(Tally { passed: 0, failed: count }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn summary_lines_are_added_up() {
        let output = "running 3 tests\ntest a ... ok\n\
            test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.12s\n\
            # tests 5\n# pass 4\n# fail 1\nℹ pass 2\nℹ fail 0\nℹ duration_ms 42.1\n";
        let mut terminal = Vec::new();
        assert_eq!(echo(output.as_bytes(), &mut terminal).unwrap(), Tally { passed: 11, failed: 2 });
        assert_eq!(String::from_utf8(terminal).unwrap(), output, "the terminal sees every line");
    }

    #[test]
    fn other_lines_count_nothing() {
        for line in ["", "test result", "# pass", "ℹ pass many", "3 passed; 0 failed", "test result: ok. none"] {
            assert_eq!(Tally::read(line), Tally::default(), "{line}");
        }
    }

    #[test]
    fn the_last_line_has_one_form() {
        assert_eq!(Tally { passed: 12, failed: 0 }.to_string(), "12 passed, 0 failed");
    }

    #[test]
    fn a_program_that_breaks_without_counting_is_a_failure() {
        let mut rustc = Command::new("rustc");
        assert_eq!(Tally::of(rustc.arg("--no-such-flag").stderr(Stdio::null())).unwrap(), Tally::FAILURE);
    }
}
