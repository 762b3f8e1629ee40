//! A sheet: its values by column, its formulas by run, the identity of its rows and columns, its report tables.

use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, Piece};
use super::content::Content;
use super::formats::Formats;
use super::formulas::{Formulas, Run};
use super::spills::Spills;
use super::table::ReportTable;
use crate::base::axis::Run as LineRun;
use crate::base::{Address, Axis, MAX_COLUMNS, MAX_ROWS, Range, SheetId};
use crate::value::{Number, Value};

/// A sheet of a book.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its identity.
    pub id: SheetId,
    /// Its name, unique in the book whatever the case.
    pub name: String,
    /// Formulas.
    pub formulas: Formulas,
    /// Arrays that reach beyond the cells of their formulas.
    pub spills: Spills,
    /// Number formats of single cells.
    pub formats: Formats,
    /// Identity of the rows.
    pub rows: Axis,
    /// Identity of the columns.
    pub columns: Axis,
    /// Widths of columns in characters, by position, where they differ from the default.
    pub widths: BTreeMap<u32, f32>,
    /// Rows that are not shown, by position.
    pub hidden_rows: BTreeSet<u32>,
    /// Report tables.
    pub tables: Vec<ReportTable>,
    values: Vec<Column>,
}

/// Rows or columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lines {
    /// Rows.
    Rows,
    /// Columns.
    Columns,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(id: SheetId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            formulas: Formulas::default(),
            spills: Spills::default(),
            formats: Formats::default(),
            rows: Axis::new(MAX_ROWS),
            columns: Axis::new(MAX_COLUMNS),
            widths: BTreeMap::new(),
            hidden_rows: Default::default(),
            tables: Vec::new(),
            values: Vec::new(),
        }
    }

    /// The value of a cell.
    pub fn value(&self, cell: Address) -> Value {
        self.values.get(cell.column as usize).map_or(Value::Blank, |column| column.value(cell.row))
    }

    /// The number in a cell, zero for a blank; `None` for anything else.
    pub fn number(&self, cell: Address) -> Option<Number> {
        self.values.get(cell.column as usize).map_or(Some(Number::ZERO), |column| column.number(cell.row))
    }

    /// Writes the value of a cell, leaving its formula, and gives the one before.
    pub fn set_value(&mut self, cell: Address, value: Value) -> Value {
        let index = cell.column as usize;
        if index >= self.values.len() {
            if value.is_blank() {
                return Value::Blank;
            }
            self.values.resize_with(index + 1, Column::default);
        }
        self.values[index].set(cell.row, value)
    }

    /// What a cell holds as typed; nothing where only an array of another cell's formula stands.
    pub fn content(&self, cell: Address) -> Content {
        if self.spills.filling(cell).is_some() {
            return Content::Blank;
        }
        if let Some(formula) = self.formulas.at(cell) {
            return Content::Formula(formula.clone());
        }
        match self.value(cell) {
            Value::Blank => Content::Blank,
            value => Content::Value(value),
        }
    }

    /// Puts content into a cell and gives what it held.
    #[inline(never)]
    pub fn put(&mut self, cell: Address, content: Content) -> Content {
        let before = self.content(cell);
        match content {
            Content::Blank if self.spills.filling(cell).is_some() => return before,
            Content::Blank => self.spills.mend(cell),
            _ => self.spills.pierce(cell),
        }
        match content {
            Content::Formula(formula) => {
                self.formulas.put(Run { column: cell.column, first: cell.row, last: cell.row, formula });
            }
            Content::Blank => self.write_plain(cell, Value::Blank, &before),
            Content::Value(value) => self.write_plain(cell, value, &before),
        }
        before
    }

    /// Shows every cell of a range that is not blank, column by column from the top.
    pub fn visit(&self, range: Range, visit: &mut dyn FnMut(Address, &Value)) {
        for (column, values) in self.columns_of(range) {
            values.visit(range.first.row, range.last.row, &mut |row, value| visit(Address::new(row, column), value));
        }
    }

    /// Shows the cells of a range, runs of numbers already added up.
    pub fn add_up(&self, range: Range, visit: &mut dyn FnMut(Piece<'_>)) {
        for (_, values) in self.columns_of(range) {
            values.add_up(range.first.row, range.last.row, visit);
        }
    }

    /// The rectangle from the first cell to the last that holds something; `None` for an empty sheet.
    pub fn used(&self) -> Option<Range> {
        let rows = self.values.iter().map(Column::length).max().unwrap_or(0);
        let columns = self.values.iter().rposition(|column| column.length() > 0)?;
        Some(Range::new(Address::default(), Address::new(rows.checked_sub(1)?, columns as u32)))
    }

    /// Makes room for lines before `at` and gives the identities that fell off the end.
    pub fn insert_lines(&mut self, lines: Lines, at: u32, count: u32, identity: &[LineRun]) -> Vec<LineRun> {
        self.take_arrays_back();
        self.formats.shift(lines, |line| Some(if line < at { line } else { line + count }));
        match lines {
            Lines::Rows => {
                self.values.iter_mut().for_each(|column| column.insert(at, count));
                self.hidden_rows = moved(&self.hidden_rows, |row| Some(if row < at { row } else { row + count }));
                self.rows.insert(at, identity)
            }
            Lines::Columns => {
                if (at as usize) < self.values.len() {
                    let added = std::iter::repeat_with(Column::default).take(count as usize);
                    self.values.splice(at as usize..at as usize, added);
                }
                self.widths = self.widths.iter().map(|(c, w)| (if *c < at { *c } else { c + count }, *w)).collect();
                self.columns.insert(at, identity)
            }
        }
    }

    /// Takes lines away with their values and gives their identities; `refill` are the lines that come in at the end.
    pub fn remove_lines(&mut self, lines: Lines, at: u32, count: u32, refill: &[LineRun]) -> Vec<LineRun> {
        self.take_arrays_back();
        self.formats.shift(lines, |line| removed(line, at, count));
        match lines {
            Lines::Rows => {
                self.values.iter_mut().for_each(|column| column.remove(at, count));
                self.hidden_rows = moved(&self.hidden_rows, |row| removed(row, at, count));
                self.rows.remove(at, count, refill)
            }
            Lines::Columns => {
                let end = self.values.len();
                self.values.drain((at as usize).min(end)..((at + count) as usize).min(end));
                let widths = self.widths.iter().filter_map(|(c, w)| Some((removed(*c, at, count)?, *w)));
                self.widths = widths.collect();
                self.columns.remove(at, count, refill)
            }
        }
    }

    /// Empties the cells that arrays fill, so that nothing but content moves with the lines.
    fn take_arrays_back(&mut self) {
        for spill in self.spills.take() {
            let filled: Vec<Address> = spill.range.cells().filter(|cell| spill.fills(*cell)).collect();
            filled.into_iter().for_each(|cell| _ = self.set_value(cell, Value::Blank));
        }
    }

    fn write_plain(&mut self, cell: Address, value: Value, before: &Content) {
        if matches!(before, Content::Formula(_)) {
            self.formulas.clear(cell.column, cell.row, cell.row);
        }
        self.set_value(cell, value);
    }

    fn columns_of(&self, range: Range) -> impl Iterator<Item = (u32, &Column)> {
        let count = (range.width() as usize).min(self.values.len().saturating_sub(range.first.column as usize));
        (range.first.column..).zip(self.values.iter().skip(range.first.column as usize).take(count))
    }
}

/// Where a line stands after a deletion; `None` when it was deleted.
fn removed(line: u32, at: u32, count: u32) -> Option<u32> {
    if line < at { Some(line) } else { line.checked_sub(count).filter(|line| *line >= at) }
}

fn moved(lines: &BTreeSet<u32>, destination: impl Fn(u32) -> Option<u32>) -> BTreeSet<u32> {
    lines.iter().filter_map(|line| destination(*line)).collect()
}
