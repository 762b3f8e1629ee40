//! Reconciliation: whether sums, signs, units, rounding and links between report tables hold, as findings with their
//! place, figures and reason. Also why a book shows what it shows: what a cell is called, which cells it comes from and goes
//! to, its formula worked out part by part. It reads the book and changes nothing.

mod across;
mod agreement;
mod estimate;
mod finding;
pub mod label;
mod rounding;
mod smells;
pub mod steps;
mod sums;
pub mod tracing;

pub use agreement::{Agreement, Figure, figures};
pub use finding::{Finding, FindingKind, Severity};

use crate::book::{Book, ReportTable, Sheet};

/// What is found in a report table, row by row within each kind of finding.
pub fn findings(book: &Book, sheet: &Sheet, table: &ReportTable) -> Vec<Finding> {
    let figures = figures(book, sheet, table).into_iter().filter(|figure| figure.agreement != Agreement::Exact);
    let mut found: Vec<Finding> =
        figures.map(|figure| Finding { place: figure.place, kind: FindingKind::Figure(figure) }).collect();
    found.extend(sums::findings(sheet, table));
    found.extend(smells::findings(sheet, table));
    found
}
