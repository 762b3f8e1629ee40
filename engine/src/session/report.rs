//! Report tables as data, for printing, checking and other programs.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Session;
use super::presentation::{spot, text};
use crate::base::Address;
use crate::book::{ReportTable, Sheet, TableColumn, TableRow};
use crate::display::{Locale, general};
use crate::value::Value;

/// A report table with all its cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableReport {
    /// Identity of the table.
    pub id: String,
    /// Name of its sheet.
    pub sheet: String,
    /// Its cells, from the headings to the last row.
    pub range: String,
    /// What it reports.
    pub kind: &'static str,
    /// Unit of its amounts.
    pub unit: &'static str,
    /// Decimals its amounts are shown with.
    pub decimals: u8,
    /// Sign profile, `A` to `D`.
    pub sign: &'static str,
    /// Columns from left to right.
    pub columns: Vec<ColumnReport>,
    /// Rows from the top.
    pub rows: Vec<RowReport>,
}

/// A column of a report table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ColumnReport {
    /// Short name.
    pub key: String,
    /// Heading.
    pub label: String,
    /// What it holds.
    pub role: &'static str,
}

/// A row of a report table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RowReport {
    /// Short name.
    pub id: String,
    /// Label.
    pub label: String,
    /// What it is.
    pub kind: &'static str,
    /// Depth in the outline.
    pub level: u8,
    /// Cells by the key of their column.
    pub cells: BTreeMap<String, CellReport>,
}

/// A cell of a report table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellReport {
    /// Where it stands, with its sheet.
    pub address: String,
    /// Its exact value: a number with a decimal point, text, `true`, `false` or an error code; `null` when blank.
    pub value: Option<String>,
    /// `number`, `text`, `boolean`, `error` or `blank`.
    #[serde(rename = "type")]
    pub value_type: &'static str,
    /// What is seen.
    pub display: String,
    /// Its formula in canonical English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    /// The figure as it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
}

/// The type of a value and its exact text; no text when blank.
pub fn exact(value: &Value) -> (&'static str, Option<String>) {
    match value {
        Value::Blank | Value::Array(_) => ("blank", None),
        Value::Number(number) => ("number", Some(number.to_string())),
        Value::Text(text) => ("text", Some(text.to_string())),
        Value::Boolean(boolean) => ("boolean", Some(boolean.to_string())),
        Value::Error(error) => ("error", Some(error.code().to_owned())),
    }
}

/// A report table of a sheet; `None` when nothing of it is left.
pub fn of_table(session: &Session, sheet: &Sheet, table: &ReportTable) -> Option<TableReport> {
    let columns = table.columns.iter().filter(|column| sheet.columns.position(column.line).is_some());
    Some(TableReport {
        id: table.id.clone(),
        sheet: sheet.name.clone(),
        range: table.range(sheet)?.to_string(),
        kind: table.kind.name(),
        unit: table.figures.unit.name(),
        decimals: table.figures.decimals,
        sign: table.figures.sign.name(),
        columns: columns.map(to_column).collect(),
        rows: table.rows.iter().filter_map(|row| to_row(session, sheet, table, row)).collect(),
    })
}

fn to_row(session: &Session, sheet: &Sheet, table: &ReportTable, row: &TableRow) -> Option<RowReport> {
    let position = sheet.rows.position(row.line)?;
    let label = sheet.columns.position(table.label_column);
    let label = label.map(|column| sheet.value(Address::new(position, column))).unwrap_or_default();
    let cells = table.columns.iter().filter_map(|column| {
        let cell = Address::new(position, sheet.columns.position(column.line)?);
        let published = table.published.get(&(row.line, column.line));
        Some((column.key.clone(), to_cell(session, sheet, cell, published)))
    });
    Some(RowReport {
        id: row.id.clone(),
        label: general(&label, Locale::Swedish),
        kind: row.kind.name(),
        level: row.level,
        cells: cells.collect(),
    })
}

fn to_cell(session: &Session, sheet: &Sheet, cell: Address, published: Option<&Value>) -> CellReport {
    let value = sheet.value(cell);
    let (value_type, exact_text) = exact(&value);
    CellReport {
        address: format!("{}!{cell}", sheet.name),
        value: exact_text,
        value_type,
        display: text(sheet, cell, &value, spot(sheet, cell).as_ref(), session.locale()),
        formula: session.formula(cell.on(sheet.id)),
        published: published.and_then(|figure| exact(figure).1),
    }
}

fn to_column(column: &TableColumn) -> ColumnReport {
    ColumnReport { key: column.key.clone(), label: column.label.clone(), role: column.role.name() }
}
