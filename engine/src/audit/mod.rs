//! Reconciliation: whether sums, signs, units, rounding and links between report tables hold, as findings with their
//! place, figures and reason. Also why a book shows what it shows: what a cell is called, which cells it comes from and goes
//! to, its formula worked out part by part. It reads the book and changes nothing.

mod across;
mod agreement;
mod audited;
mod control;
mod estimate;
mod finding;
pub mod label;
mod linked;
mod plausible;
mod repair;
mod rounding;
mod rules;
mod smells;
pub mod steps;
mod sums;
pub mod tracing;

pub use agreement::{Agreement, Basis, Figure, figures};
pub use audited::Audited;
pub use finding::{Finding, Severity, Word};
pub use rules::{RULES, Rule};

/// What is found in a report table, rule by rule.
pub fn findings(table: &Audited<'_>) -> Vec<Finding> {
    RULES.iter().flat_map(|rule| rule.findings(table)).collect()
}
