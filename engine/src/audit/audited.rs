//! A report table as the rules look at it: its rows and columns with where they stand now.

use std::cell::OnceCell;
use std::rc::Rc;

use super::agreement::{Figure, figures};
use super::label::row_label;
use super::sums::{RowSet, addends};
use crate::base::{Address, Place};
use crate::book::{Book, ColumnRole, Formula, ReportTable, RowKind, Sheet, TableColumn, TableRow};
use crate::value::{Number, Value};

/// A report table that is looked at.
pub struct Audited<'a> {
    /// The book.
    pub book: &'a Book,
    /// The sheet of the table.
    pub sheet: &'a Sheet,
    /// The table.
    pub table: &'a ReportTable,
    /// The day it is, as a serial number; nothing where overdue measures do not matter.
    pub today: Option<Number>,
    rows: Vec<Option<u32>>,
    columns: Vec<Option<u32>>,
    figures: OnceCell<Vec<Figure>>,
}

/// A row of a table with its place in the table.
pub type RowAt<'a> = (usize, &'a TableRow);
/// A column of a table with its place in the table.
pub type ColumnAt<'a> = (usize, &'a TableColumn);

impl<'a> Audited<'a> {
    /// A table of a sheet of a book.
    pub fn of(book: &'a Book, sheet: &'a Sheet, table: &'a ReportTable, today: Option<Number>) -> Self {
        Self {
            book,
            sheet,
            table,
            today,
            rows: table.rows.iter().map(|row| sheet.rows.position(row.line)).collect(),
            columns: table.columns.iter().map(|column| sheet.columns.position(column.line)).collect(),
            figures: OnceCell::new(),
        }
    }

    /// The calculated cells beside what was published.
    pub fn figures(&self) -> &[Figure] {
        self.figures.get_or_init(|| figures(self.book, self.sheet, self.table))
    }

    /// The rows from the top.
    pub fn rows(&self) -> impl Iterator<Item = RowAt<'a>> + use<'a> {
        self.table.rows.iter().enumerate()
    }

    /// The rows of some kind.
    pub fn rows_of(&self, kinds: &'static [RowKind]) -> impl Iterator<Item = RowAt<'a>> + use<'a> {
        self.rows().filter(|(_, row)| kinds.contains(&row.kind))
    }

    /// The columns of figures from the left.
    pub fn amounts(&self) -> impl Iterator<Item = ColumnAt<'a>> + use<'a> {
        self.table.columns.iter().enumerate().filter(|(_, column)| !column.role.is_text())
    }

    /// The columns of figures that are neither deviations, changes nor shares.
    pub fn inputs(&self) -> impl Iterator<Item = ColumnAt<'a>> + use<'a> {
        self.amounts().filter(|(_, column)| {
            !matches!(
                column.role,
                ColumnRole::Deviation | ColumnRole::Change | ColumnRole::Share | ColumnRole::Difference
            )
        })
    }

    /// The column whose heading begins with a word, in small letters.
    pub fn column_named(&self, word: &str) -> Option<usize> {
        self.table.columns.iter().position(|column| column.label.to_lowercase().starts_with(word))
    }

    /// Where a row and a column meet.
    pub fn place(&self, row: usize, column: usize) -> Option<Place> {
        Some(Address::new(self.rows[row]?, self.columns[column]?).on(self.sheet.id))
    }

    /// What stands where a row and a column meet.
    pub fn value(&self, row: usize, column: usize) -> Value {
        self.place(row, column).map(|place| self.sheet.value(place.address)).unwrap_or_default()
    }

    /// The number where a row and a column meet.
    pub fn number(&self, row: usize, column: usize) -> Option<Number> {
        self.value(row, column).as_number()
    }

    /// The text where a row and a column meet, without blanks around it.
    pub fn text(&self, row: usize, column: usize) -> Option<String> {
        match self.value(row, column) {
            Value::Text(text) => Some(text.trim().to_owned()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// The formula where a row and a column meet.
    pub fn formula(&self, row: usize, column: usize) -> Option<&'a Rc<Formula>> {
        self.sheet.formulas.at(self.place(row, column)?.address)
    }

    /// The rows that the sum in a cell reads, by their place in the table; nothing where there is no sum.
    pub fn addends(&self, row: usize, column: usize) -> Option<Vec<usize>> {
        let read: RowSet = addends(self.sheet, self.place(row, column)?)?;
        let rows = self.rows.iter().enumerate();
        Some(rows.filter(|(_, row)| row.is_some_and(|row| read.contains(row))).map(|(index, _)| index).collect())
    }

    /// What a row is called.
    pub fn label(&self, row: usize) -> String {
        row_label(self.sheet, self.table, &self.table.rows[row])
    }

    /// What a row is called that stands in a row of the sheet.
    pub fn label_at(&self, row: u32) -> String {
        let index = self.rows.iter().position(|position| *position == Some(row));
        index.map(|index| self.label(index)).unwrap_or_default()
    }

    /// Decimals of the figure where a row and a column meet.
    pub fn decimals(&self, row: usize, column: usize) -> u8 {
        self.table.decimals_of(&self.table.rows[row], &self.table.columns[column])
    }

    /// The role of the column that a cell of the table's sheet stands in.
    pub fn role_at(&self, column: u32) -> Option<ColumnRole> {
        let index = self.columns.iter().position(|position| *position == Some(column))?;
        Some(self.table.columns[index].role)
    }

    /// Where rows stand on the sheet.
    pub fn positions(&self, rows: &[usize]) -> Vec<u32> {
        rows.iter().filter_map(|row| self.rows[*row]).collect()
    }
}
