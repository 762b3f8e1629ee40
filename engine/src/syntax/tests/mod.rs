//! Tests of reading, printing and shifting formulas together.

mod generate;
mod highlighting;
mod hostile;
mod mistakes;
mod reading;
mod round_trip;
mod shifting;

use super::vocabulary::sample::Sample;
use super::{DiagnosticKind, Dialect, Expression, Parsed};
use crate::base::{Address, Place, SheetId};

/// The cell formulas of the tests stand in: `D7` of the first sheet.
const ORIGIN: Place = Place { sheet: SheetId(0), address: Address { row: 6, column: 3 } };

fn read(text: &str, dialect: Dialect) -> Parsed {
    super::parse(text, ORIGIN, dialect, &Sample)
}

/// The tree of a correct formula, typed in either language.
fn tree(text: &str) -> Expression {
    let parsed = read(text, Dialect::detect(text, &Sample, Dialect::English));
    assert_eq!(parsed.diagnostics, [], "{text}");
    parsed.expression
}

fn english(expression: &Expression) -> String {
    super::print(expression, ORIGIN, Dialect::English, &Sample)
}

fn swedish(expression: &Expression) -> String {
    super::print(expression, ORIGIN, Dialect::Swedish, &Sample)
}

/// What is wrong with a text, and the stretches it is about.
fn mistakes(text: &str, dialect: Dialect) -> Vec<(DiagnosticKind, &str)> {
    let parsed = read(text, dialect);
    parsed.diagnostics.iter().map(|diagnostic| (diagnostic.kind, diagnostic.span.of(text))).collect()
}
