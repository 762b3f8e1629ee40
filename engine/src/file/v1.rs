//! Version 1 of the file, frozen: once released, its fields never change their names or meaning. Domain types are kept
//! apart from it, so that they can change while old files stay readable.

use serde::{Deserialize, Serialize};

/// The whole file.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Always `tertial`.
    pub format: String,
    /// Always 1.
    pub version: u32,
    /// Program that wrote the file.
    pub writer: String,
    /// XXH64 of the rest.
    pub checksum: String,
    /// Title and origin.
    pub meta: Meta,
    /// Whether dates count from 1904.
    #[serde(default, skip_serializing_if = "is_false")]
    pub date1904: bool,
    /// Limits within which circles are calculated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub iteration: Option<Iteration>,
    /// Defined names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub names: Vec<Name>,
    /// Named tables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub named_tables: Vec<NamedTable>,
    /// Looks of cells, which sheets name by their number.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub styles: Vec<Style>,
    /// How the cells of sheets look.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub looks: Vec<Looks>,
    /// Cells that somebody keeps an eye on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub watches: Vec<Watch>,
    /// Findings of reconciliation that somebody accepts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<Accepted>,
    /// Sheets in the order of their tabs.
    pub sheets: Vec<Sheet>,
}

/// Limits within which circles are calculated.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Iteration {
    pub rounds: u32,
    /// A number as text.
    pub change: String,
}

/// Title and origin of a book.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meta {
    pub title: String,
    pub municipality: String,
    pub kind: String,
    pub source: String,
}

/// A defined name with its meaning as a formula without `=`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    pub name: String,
    /// Id of the sheet that it is known on, if not the whole book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<u32>,
    pub formula: String,
}

/// A named table; its rows of headers and totals belong to its range.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedTable {
    pub name: String,
    /// The number of its sheet.
    pub sheet: u32,
    pub range: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub headers: bool,
    #[serde(default, skip_serializing_if = "is_false")]
    pub totals: bool,
    pub columns: Vec<String>,
}

/// A sheet.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sheet {
    pub id: u32,
    pub name: String,
    /// Identities of rows, where rows came or went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<Lines>,
    /// Identities of columns, where columns came or went.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<Lines>,
    /// Column widths in characters.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub widths: Vec<Width>,
    /// Hidden rows, counted from one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<HiddenRows>,
    /// Hidden columns, such as `B:D`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden_columns: Vec<String>,
    /// The filter, if there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filter>,
    /// Rows and columns that stay in sight.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub frozen: Option<Frozen>,
    /// Rows with a place of their own in the outline.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outline: Vec<OutlineRows>,
    /// What may be written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Rules>,
    /// Formulas that stand in many cells.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fills: Vec<Fill>,
    /// Cells, row by row.
    pub cells: Vec<Cell>,
    /// Report tables.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
}

/// How cells look: words such as `bold fill-yellow`, and a number format.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Style {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub look: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
}

/// How the cells of a sheet look.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Looks {
    /// Id of the sheet.
    pub sheet: u32,
    /// Rectangles of cells that look alike.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Look>,
    /// Looks that follow from what cells hold; the first has the last word.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditional: Vec<ConditionalFormat>,
    /// The unit that amounts of report tables are shown in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// Cells that look alike, with the place of their look in the list of the document.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    pub range: String,
    pub style: u32,
}

/// A look that follows from what cells hold: what is asked of them, what they are compared with as the first of them sees it,
/// and what is seen.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionalFormat {
    pub range: String,
    pub comparison: String,
    /// Formulas without `=`.
    pub operands: Vec<String>,
    pub signal: String,
}

/// What may be written on a sheet.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Cells to be filled in, and locked ones.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<Mark>,
    /// Why the sheet is protected, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protection: Option<String>,
    /// What values cells take.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub validations: Vec<Validation>,
}

/// Cells to be filled in, or locked.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mark {
    pub range: String,
    pub input: bool,
}

/// What values cells take: a list, which is gone when its range is empty, or what lies within limits.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Validation {
    pub range: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<String>>,
    /// Cells of a list, and the number of their sheet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cells: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheet: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<String>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub strict: bool,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
}

/// A cell that somebody keeps an eye on, by the identities of its row and column, and what it held when it was pinned.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Watch {
    pub sheet: u32,
    pub row: u64,
    pub column: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

/// A finding that somebody accepts, by the identities of the row and column of its cell.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    pub sheet: u32,
    pub row: u64,
    pub column: u64,
    pub rule: String,
    pub by: String,
    pub reason: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
}

/// Hidden rows: one, or several below one another as `5:9`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged)]
pub enum HiddenRows {
    One(u32),
    Several(String),
}

/// A filter: its headings and rows, what is asked of its columns, and the rows that it hides.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Filter {
    pub range: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<FilterColumn>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hidden: Vec<HiddenRows>,
}

/// What is asked of a column: texts to be shown or not, or a test with a number or a text.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilterColumn {
    pub column: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shows: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hides: Option<Vec<String>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub test: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
}

/// How many rows from the top and columns from the left stay in sight.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frozen {
    pub rows: u32,
    pub columns: u32,
}

/// Rows below one another with the same place in the outline; the first is counted from one.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutlineRows {
    pub row: u32,
    pub count: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<u8>,
    #[serde(default, skip_serializing_if = "is_false")]
    pub folded: bool,
}

/// Consecutive lines with consecutive identities.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    pub first: u64,
    pub count: u32,
}

/// The width of a column.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Width {
    pub column: String,
    pub characters: f32,
}

/// A formula in all cells of a part of a column, written as in the first of them. The cells themselves say their values.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fill {
    pub range: String,
    pub formula: String,
}

/// A cell: its address, its number format, note and canonical English formula if it has them, its value.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cell {
    pub at: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub format: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_by: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note_at: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub boolean: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
}

/// A report table.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    pub id: String,
    pub kind: String,
    pub heading: Heading,
    pub figures: Figures,
    pub label_column: u64,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

/// What stands over the figures of a report table.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Heading {
    pub title: String,
    pub committee: String,
    pub period: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title_row: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subtitle_row: Option<u64>,
    pub header_rows: Vec<u64>,
}

/// What the figures of a report table are and how they are shown.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figures {
    pub unit: String,
    pub decimals: u8,
    pub sign: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub plus: bool,
}

/// A column of a report table.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    pub line: u64,
    pub key: String,
    pub label: String,
    pub role: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// A row of a report table, with its published figures by the key of their column.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub line: u64,
    pub id: String,
    pub kind: String,
    pub level: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decimals: Option<u8>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub published: Vec<Published>,
}

/// A figure as it was published.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub column: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

fn is_false(flag: &bool) -> bool {
    !flag
}
