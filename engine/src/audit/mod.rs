//! Reconciliation: whether sums, signs, units, rounding and links between report tables hold, as findings with their
//! place, figures and reason. It reads the book and changes nothing.

mod agreement;
mod estimate;
mod finding;
mod rounding;
mod smells;
mod sums;

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
