//! What a cell is called where it stands: the words of its row and the heading of its column.

use crate::base::{Address, AxisKind};
use crate::book::{ReportTable, Sheet, TableRow};
use crate::display::{Locale, general};
use crate::value::Value;

/// How far words are looked for beside and above a cell.
const REACH: u32 = 1_000;

/// The words that name a cell; empty where there are none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Label {
    /// Of its row.
    pub row: String,
    /// Of its column.
    pub column: String,
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.row)?;
        f.write_str(if self.row.is_empty() || self.column.is_empty() { "" } else { " × " })?;
        f.write_str(&self.column)
    }
}

/// What a cell is called: by its report table, or else by the nearest words to the left of it and above it.
pub fn label(sheet: &Sheet, cell: Address, locale: Locale) -> Label {
    in_table(sheet, cell, locale).unwrap_or_else(|| Label {
        row: nearest(sheet, cell, AxisKind::Columns),
        column: nearest(sheet, cell, AxisKind::Rows),
    })
}

/// What a row of a report table is called: its label, or its id where it has none.
pub fn row_label(sheet: &Sheet, table: &ReportTable, row: &TableRow) -> String {
    let at = sheet.rows.position(row.line).zip(sheet.columns.position(table.label_column));
    match at.map(|(row, column)| sheet.value(Address::new(row, column))) {
        Some(Value::Text(text)) => text.to_string(),
        _ => row.id.clone(),
    }
}

fn in_table(sheet: &Sheet, cell: Address, locale: Locale) -> Option<Label> {
    let (row, column) = (sheet.rows.id(cell.row)?, sheet.columns.id(cell.column)?);
    let table = sheet.tables.iter().find(|table| table.row(row).is_some() && table.column(column).is_some())?;
    let labels = sheet.columns.position(table.label_column)?;
    let row = general(&sheet.value(Address::new(cell.row, labels)), locale);
    Some(Label { row, column: table.column(column)?.label.clone() })
}

/// The nearest text before a cell, along its row or its column. Numbers and blanks are passed over.
fn nearest(sheet: &Sheet, cell: Address, along: AxisKind) -> String {
    let line = along.line(cell);
    let before = (line.saturating_sub(REACH)..line).rev().map(|line| along.with_line(cell, line));
    let text = |at: Address| match sheet.value(at) {
        Value::Text(text) if sheet.formulas.at(at).is_none() && !text.trim().is_empty() => Some(text.trim().to_owned()),
        _ => None,
    };
    before.filter_map(text).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::SheetId;

    #[test]
    fn a_cell_is_called_by_the_words_beside_and_above_it() {
        let mut sheet = Sheet::new(SheetId(0), "Blad1");
        for (cell, value) in [
            ("B1", Value::text("Budget")),
            ("C1", Value::text("Utfall")),
            ("A2", Value::text("Personal")),
            ("B2", Value::Number(5.into())),
            ("C2", Value::Number(7.into())),
            ("C3", Value::Number(8.into())),
        ] {
            sheet.set_value(Address::parse(cell).unwrap(), value);
        }
        let named = |cell| label(&sheet, Address::parse(cell).unwrap(), Locale::Swedish).to_string();
        assert_eq!(["C2", "C3", "A1", "A2"].map(named), ["Personal × Utfall", "Utfall", "", ""]);
    }
}
