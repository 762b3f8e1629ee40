//! One step of the test run: named, timed, and never able to stop the steps after it.

use std::time::Instant;

use anyhow::Result;

use super::tally::Tally;
use crate::workspace::Workspace;

/// A named check.
pub struct Step {
    pub name: &'static str,
    pub run: fn(&Workspace) -> Result<Outcome>,
}

/// How a step ended.
pub enum Outcome {
    /// It ran, with these results.
    Ran(Tally),
    /// What it checks does not exist.
    Nothing(&'static str),
}

impl Step {
    /// Runs the step and says how it went and how long it took.
    pub fn perform(self, workspace: &Workspace) -> Tally {
        println!("\n── {} ──", self.name);
        let start = Instant::now();
        let (verdict, tally) = judge((self.run)(workspace));
        println!("── {}: {verdict} ({:.1} s)", self.name, start.elapsed().as_secs_f64());
        tally
    }
}

fn judge(result: Result<Outcome>) -> (String, Tally) {
    match result {
        Ok(Outcome::Ran(tally)) if tally.failed > 0 => ("failed".to_owned(), tally),
        Ok(Outcome::Ran(tally)) => ("ok".to_owned(), tally),
        Ok(Outcome::Nothing(reason)) => (format!("nothing to run, {reason}"), Tally::default()),
        Err(error) => (format!("failed: {error:#}"), Tally::FAILURE),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_counts_as_a_failure() {
        let (verdict, tally) = judge(Err(anyhow::anyhow!("no compiler")));
        assert_eq!((verdict.as_str(), tally.failed), ("failed: no compiler", 1));
    }

    #[test]
    fn an_absent_target_counts_as_nothing() {
        let (verdict, tally) = judge(Ok(Outcome::Nothing("no such test")));
        assert_eq!((verdict.as_str(), tally), ("nothing to run, no such test", Tally::default()));
    }
}
