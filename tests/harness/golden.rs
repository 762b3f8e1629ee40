//! Golden tables: real report tables of Swedish municipalities as printed, with the rules that calculate them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use rust_decimal::Decimal;
use serde::Deserialize;
use walkdir::WalkDir;

/// A golden table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Golden {
    pub id: String,
    pub municipality: String,
    pub committee: String,
    pub title: String,
    /// Name of the sheet it stands on.
    pub sheet: String,
    pub kind: String,
    pub unit: String,
    pub decimals: u8,
    pub period: String,
    /// Sign profile, `A` to `D`.
    pub sign: String,
    /// Where the table was published.
    pub origin: String,
    /// Heading over the labels.
    pub row_label_header: Option<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// A column of a golden table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub key: String,
    pub label: String,
    /// Heading over several columns.
    pub group: Option<String>,
    pub role: Role,
    /// How it is calculated from other columns of its row.
    pub formula: Option<String>,
    pub unit: Option<String>,
    pub decimals: Option<u8>,
    #[serde(default = "yes")]
    pub summable: bool,
}

/// Where the content of a column comes from.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Input,
    Computed,
    Text,
    Status,
}

/// A row of a golden table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub label: String,
    pub kind: Kind,
    pub level: u8,
    pub id: Option<String>,
    pub sum_of: Option<SumOf>,
    pub of_which_parent: Option<usize>,
    /// Printed texts by the key of their column.
    pub cells: BTreeMap<String, String>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Header,
    Detail,
    OfWhich,
    Subtotal,
    Sum,
}

/// The rows that a total sums.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum SumOf {
    /// Rows by number, from zero.
    Rows(Vec<usize>),
    /// `all details`
    Details(String),
}

impl Golden {
    /// Every golden table with its place below the folder, without extension, such as `koping/01-driftredovisning`.
    pub fn all() -> Result<Vec<(PathBuf, Self)>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden");
        let mut tables = Vec::new();
        for file in WalkDir::new(&folder).sort_by_file_name() {
            let file = file?.into_path();
            if file.extension().is_some_and(|extension| extension == "json") {
                let place = file.strip_prefix(&folder)?.with_extension("");
                let table = serde_json::from_slice(&fs::read(&file)?);
                tables.push((place.clone(), table.with_context(|| place.display().to_string())?));
            }
        }
        Ok(tables)
    }

    /// The number of the column with a key.
    pub fn column(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// What was printed where a row and a column meet.
    pub fn printed(&self, row: usize, column: usize) -> Option<&str> {
        self.rows[row].cells.get(&self.columns[column].key).map(String::as_str)
    }

    /// The printed number where a row and a column meet; nothing for blanks, an error for text.
    pub fn number(&self, row: usize, column: usize) -> Result<Option<Decimal>> {
        self.printed(row, column).map(read_number).transpose()
    }

    /// The rows that a total sums, from the top; none when the row is no total.
    pub fn addends(&self, row: usize) -> Vec<usize> {
        match &self.rows[row].sum_of {
            None => Vec::new(),
            Some(SumOf::Rows(rows)) => rows.clone(),
            Some(SumOf::Details(_)) => {
                (0..self.rows.len()).filter(|other| self.rows[*other].kind == Kind::Detail).collect()
            }
        }
    }
}

impl Column {
    /// Whether it holds words.
    pub fn is_text(&self) -> bool {
        matches!(self.role, Role::Text | Role::Status)
    }
}

/// Reads a number as printed: `1 435`, `-0,9`, `+150`, `2,4%`, and `-` for zero.
pub fn read_number(text: &str) -> Result<Decimal> {
    if text == "-" {
        return Ok(Decimal::ZERO);
    }
    let plain: String = text.chars().filter(|sign| !sign.is_whitespace() && !"+%".contains(*sign)).collect();
    plain.replace(',', ".").parse().with_context(|| format!("`{text}` is no number"))
}

const fn yes() -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_numbers_are_read_exactly() {
        for (text, number) in
            [("1 435", "1435"), ("-0,9", "-0.9"), ("+150", "150"), ("2,40 %", "2.40"), ("7\u{a0}851", "7851")]
        {
            assert_eq!(read_number(text).unwrap().to_string(), number);
        }
        assert_eq!(read_number("-").unwrap(), Decimal::ZERO);
        for text in ["", "--", "elva", "1-2"] {
            assert!(read_number(text).is_err(), "{text}");
        }
    }
}
