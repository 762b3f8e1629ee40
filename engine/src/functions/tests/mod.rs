//! What the tests of functions stand on: formulas, as their users write them, on a small sheet.

mod counting;
mod formula;
mod reading;
mod sheet;

use crate::display::{Locale, coerce};
use crate::value::Value;

pub(super) use counting::Counting;
pub(super) use sheet::Sheet;

/// Checks formulas against what they show, on an empty English sheet.
pub(super) fn check(cases: &[(&str, &str)]) {
    check_with(&[], cases);
}

/// Checks formulas against what they show, on an English sheet with cells.
pub(super) fn check_with(cells: &[(&str, &str)], cases: &[(&str, &str)]) {
    let sheet = Sheet::new(Locale::English, cells);
    for (formula, expected) in cases {
        assert_eq!(calculate(formula, &sheet), *expected, "{formula}");
    }
}

/// What a formula shows: rows of an array are put between semicolons, a reference is read.
pub(super) fn calculate(formula: &str, sheet: &Sheet) -> String {
    match formula::operand(formula, sheet).read(sheet) {
        Value::Array(array) => {
            let rows: Vec<String> =
                array.rows().map(|row| row.iter().map(show).collect::<Vec<_>>().join(",")).collect();
            format!("{{{}}}", rows.join(";"))
        }
        value => show(&value),
    }
}

fn show(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Error(error) => error.to_string(),
        value => coerce::to_text(value, Locale::English).unwrap().to_string(),
    }
}
