//! What the columns of a golden table mean, read from their names.

use tertial_engine::book::{ColumnRole, TableKind};

use crate::golden::{Column, Golden, Role};

/// Words for a part of an outcome or a budget, of which only the net counts as it.
const PARTS: [&str; 6] = ["intäkt", "intäkter", "kostnad", "kostnader", "utgifter", "inkomster"];

/// The role of a column.
pub fn role(golden: &Golden, column: &Column) -> ColumnRole {
    let words = format!("{} {}", column.group.as_deref().unwrap_or_default(), column.label).to_lowercase();
    let says = |parts: &[&str]| parts.iter().any(|part| words.contains(part));
    let is_part = PARTS.contains(&column.label.to_lowercase().as_str());
    match column.role {
        Role::Text => return ColumnRole::Text,
        Role::Status => return ColumnRole::Status,
        _ if column.formula.as_deref().is_some_and(|rule| rule.starts_with("pct_change")) => return ColumnRole::Change,
        _ if column.formula.as_deref().is_some_and(|rule| rule.starts_with("share")) => return ColumnRole::Share,
        Role::Computed if golden.kind == TableKind::Reconciliation.name() => return ColumnRole::Difference,
        _ if is_part => return ColumnRole::Amount,
        _ => {}
    }
    if says(&["avv"]) {
        ColumnRole::Deviation
    } else if says(&["budget"]) {
        ColumnRole::Budget
    } else if says(&["prognos"]) {
        ColumnRole::Forecast
    } else if says(&["utfall", "bokslut", "netto"]) {
        outcome(golden, &words)
    } else {
        ColumnRole::Amount
    }
}

/// Outcome of which year, and of how much of it.
fn outcome(golden: &Golden, words: &str) -> ColumnRole {
    match (year(words), year(&golden.period)) {
        (Some(own), Some(reported)) if own < reported => ColumnRole::PreviousYear,
        _ if golden.period.starts_with("delår") => ColumnRole::OutcomeToDate,
        _ => ColumnRole::Outcome,
    }
}

/// The first year a text names.
fn year(text: &str) -> Option<u32> {
    let mut numbers = text.split(|letter: char| !letter.is_ascii_digit());
    numbers.find(|number| number.len() == 4)?.parse().ok()
}
