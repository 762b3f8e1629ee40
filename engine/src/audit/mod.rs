//! Reconciliation: whether sums, signs, units, rounding and links between report tables hold, as findings with their
//! place, figures and reason. It reads the book and changes nothing.

mod agreement;
mod estimate;
mod finding;
mod rounding;
mod smells;
mod sums;

pub use agreement::{Agreement, Figure, figures};
pub use finding::{Finding, FindingKind};

use crate::book::{Book, ReportTable, Sheet};

/// What is found in a report table, row by row within each kind of finding.
pub fn findings(book: &Book, sheet: &Sheet, table: &ReportTable) -> Vec<Finding> {
    let published =
        figures(book, sheet, table).into_iter().filter(|figure| figure.agreement == Agreement::Inconsistent);
    let mut found: Vec<Finding> = published.map(|figure| Finding::of_figure(&figure)).collect();
    found.extend(sums::findings(sheet, table));
    found.extend(smells::findings(sheet, table));
    found
}
