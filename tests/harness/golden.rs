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
    /// Decimals of its figures; without them each row has as many as were printed.
    pub decimals: Option<u8>,
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
    /// Words that it takes, where a template proposes them.
    #[serde(default)]
    pub choices: Vec<String>,
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
    pub unit: Option<String>,
    pub decimals: Option<u8>,
    pub sum_of: Option<SumOf>,
    pub of_which_parent: Option<usize>,
    /// How cells are calculated that go by no rule of their column, by its key.
    #[serde(default)]
    pub formulas: BTreeMap<String, String>,
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

    /// The printed number where a row and a column meet; nothing for blanks and words.
    pub fn number(&self, row: usize, column: usize) -> Result<Option<Decimal>> {
        let text = self.printed(row, column).filter(|text| !self.columns[column].is_text() && !is_words(text));
        text.map(read_number).transpose()
    }

    /// The rule that calculates a cell from others, which are named by their keys.
    pub fn rule(&self, row: usize, column: usize) -> Option<&str> {
        let (row, column) = (&self.rows[row], &self.columns[column]);
        row.formulas.get(&column.key).or(column.formula.as_ref()).map(String::as_str)
    }

    /// The place of the row with an id.
    pub fn row(&self, id: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.id.as_deref() == Some(id))
    }

    /// Decimals that the figures of a row were printed with.
    pub fn printed_decimals(&self, row: usize) -> Result<u8> {
        let numbers = (0..self.columns.len()).map(|column| self.number(row, column));
        let decimals = numbers.map(|number| Ok(number?.map_or(0, |number| number.scale() as u8)));
        Ok(decimals.collect::<Result<Vec<_>>>()?.into_iter().max().unwrap_or_default())
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

/// Words from zero on, as small numbers are printed in running text.
const NUMBER_WORDS: [&str; 12] =
    ["noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva"];
/// What follows numbers in print and is no part of them.
const MARKS: [&str; 5] = ["*", "%", "procent", "kW", "MW"];

/// Whether a printed text is no number: words, or two figures in one cell.
fn is_words(text: &str) -> bool {
    let is_number_word = NUMBER_WORDS.contains(&text.to_lowercase().as_str());
    !is_number_word && (text.contains('(') || text.starts_with(char::is_alphabetic))
}

/// Reads a number as printed: `1 435`, `-0,9`, `+150`, `2,4%`, `3.1%`, `510**`, `305kW`, `elva`, and `-` for zero.
pub fn read_number(text: &str) -> Result<Decimal> {
    if text == "-" {
        return Ok(Decimal::ZERO);
    }
    if let Some(number) = NUMBER_WORDS.iter().position(|word| *word == text.to_lowercase()) {
        return Ok(Decimal::from(number));
    }
    let bare = MARKS.iter().fold(text, |text, mark| text.trim_end_matches(mark).trim_end());
    let plain: String = bare.chars().filter(|sign| !sign.is_whitespace() && *sign != '+').collect();
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
        for (text, number) in [
            ("1 435", "1435"),
            ("-0,9", "-0.9"),
            ("+150", "150"),
            ("2,40 %", "2.40"),
            ("7\u{a0}851", "7851"),
            ("3.1%", "3.1"),
            ("79%*", "79"),
            ("510**", "510"),
            ("1,696 MW", "1.696"),
            ("15 procent", "15"),
            ("Elva", "11"),
        ] {
            assert_eq!(read_number(text).unwrap().to_string(), number);
        }
        assert_eq!(read_number("-").unwrap(), Decimal::ZERO);
        for text in ["", "--", "hundra", "1-2"] {
            assert!(read_number(text).is_err(), "{text}");
        }
        assert!(is_words("248 (20%)") && is_words("Ingen mätning") && !is_words("fyra") && !is_words("1 2x"));
    }
}
