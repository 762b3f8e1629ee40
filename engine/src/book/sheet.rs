//! A sheet: its values by column, its formulas by run, the identity of its rows and columns, its report tables.

use super::attached::Attached;
use super::column::{Column, Piece};
use super::content::Content;
use super::formulas::{Formulas, Run};
use super::hidden::Hidden;
use super::note::Note;
use super::outline::Outline;
use super::rules::Rules;
use super::spills::Spills;
use super::styles::Styles;
use super::table::ReportTable;
use crate::base::axis::Run as LineRun;
use crate::base::{Address, Axis, AxisKind, LineChange, MAX_COLUMNS, MAX_ROWS, Range, SheetId, Shift, SortedMap};
use crate::value::{Number, Units, Value};

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
    /// How cells look.
    pub styles: Styles,
    /// Notes on single cells.
    pub notes: Attached<Note>,
    /// What may be written.
    pub rules: Rules,
    /// Identity of the rows.
    pub rows: Axis,
    /// Identity of the columns.
    pub columns: Axis,
    /// Widths of columns in characters, by position, where they differ from the default.
    pub widths: SortedMap<u32, f32>,
    /// Rows and columns that are not shown, by position, and those that stay in sight.
    pub hidden: Hidden,
    /// Groups of rows that can be folded away.
    pub outline: Outline,
    /// Report tables.
    pub tables: Vec<ReportTable>,
    values: Vec<Column>,
}

/// So many of many values tell what memory the rest will take.
const SAMPLE: u32 = 512;

impl Sheet {
    /// An empty sheet.
    pub fn new(id: SheetId, name: &str) -> Self {
        Self {
            id,
            name: name.to_owned(),
            formulas: Formulas::default(),
            spills: Spills::default(),
            styles: Styles::default(),
            notes: Attached::default(),
            rules: Rules::default(),
            rows: Axis::new(MAX_ROWS),
            columns: Axis::new(MAX_COLUMNS),
            widths: SortedMap::default(),
            hidden: Hidden::default(),
            outline: Outline::default(),
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

    /// The number in a cell in units, zero for a blank; `None` for anything else and for long numbers.
    pub fn units(&self, cell: Address) -> Option<Units> {
        self.values.get(cell.column as usize).map_or(Some(Units::ZERO), |column| column.units(cell.row))
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

    /// Writes the number in a cell, leaving its formula, and says whether there was another value.
    pub fn set_number(&mut self, cell: Address, number: Number) -> bool {
        match self.values.get_mut(cell.column as usize) {
            Some(column) => column.set_number(cell.row, number),
            None => self.set_value(cell, Value::Number(number)).is_blank(),
        }
    }

    /// Writes a number of few digits, as [`Sheet::set_number`] does.
    pub fn set_units(&mut self, cell: Address, units: Units) -> bool {
        match self.values.get_mut(cell.column as usize) {
            Some(column) => column.set_units(cell.row, units),
            None => self.set_number(cell, units.number()),
        }
    }

    /// Takes memory for values in cells of a column that hold nothing yet.
    pub fn make_room(&mut self, column: u32, first: u32, last: u32) {
        let index = column as usize;
        if index >= self.values.len() {
            self.values.resize_with(index + 1, Column::default);
        }
        self.values[index].make_room(first, last);
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

    /// Takes back the arrays that lines coming or going would cut. Gives their formulas' cells and those they filled, with
    /// the value each had.
    pub fn take_back_arrays(&mut self, shift: &Shift) -> Vec<(Address, Value)> {
        let mut before = Vec::new();
        for spill in self.spills.take_cut(shift) {
            before.push((spill.anchor, self.value(spill.anchor)));
            let filled: Vec<Address> = spill.range.cells().filter(|cell| spill.fills(*cell)).collect();
            before.extend(filled.into_iter().map(|cell| (cell, self.set_value(cell, Value::Blank))));
        }
        before
    }

    /// Puts plain values into cells below one another.
    #[inline(never)]
    pub fn put_values(&mut self, first: Address, values: impl ExactSizeIterator<Item = Value>) {
        let Some(last) = (values.len() as u32).checked_sub(1).map(|rows| first.row + rows) else { return };
        if !self.spills.is_empty() {
            let cells = (first.row..).map(|row| Address::new(row, first.column));
            return cells.zip(values).for_each(|(cell, value)| _ = self.put(cell, Content::Value(value)));
        }
        self.formulas.clear(first.column, first.row, last);
        for (row, value) in (first.row..).zip(values) {
            if row == first.row + SAMPLE {
                self.make_room(first.column, row, last);
            }
            self.set_value(Address::new(row, first.column), value);
        }
    }

    /// Shows every cell of a range that is not blank, column by column from the top.
    pub fn visit(&self, range: Range, visit: &mut dyn FnMut(Address, &Value)) {
        for (column, values) in self.columns_of(range) {
            values.visit(range.first.row, range.last.row, &mut |row, value| visit(Address::new(row, column), value));
        }
    }

    /// The cells of a range that hold something of their own, which those filled by an array do not.
    pub fn own_cells(&self, range: Range) -> Vec<Address> {
        let mut cells = Vec::new();
        self.visit(range, &mut |cell, _| cells.extend(self.spills.filling(cell).is_none().then_some(cell)));
        cells
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

    /// Moves all but the formulas when rows or columns come or go. Gives the identities that fell off the end or were
    /// taken away; `identity` are those of the lines that come in there or at the end.
    pub fn shift(&mut self, shift: &Shift, identity: &[LineRun]) -> Vec<LineRun> {
        self.styles.shift(shift);
        self.notes.shift(shift);
        self.spills.shift(shift);
        self.shift_looks(shift);
        self.shift_values(shift);
        let axis = match shift.axis {
            AxisKind::Rows => &mut self.rows,
            AxisKind::Columns => &mut self.columns,
        };
        match shift.change {
            LineChange::Insert(_) => axis.insert(shift.at, identity),
            LineChange::Delete(count) => axis.remove(shift.at, count, identity),
        }
    }

    /// Moves what is said of whole lines.
    fn shift_looks(&mut self, shift: &Shift) {
        self.hidden.of_mut(shift.axis).shift(shift);
        self.hidden.filtering.shift(shift);
        self.hidden.frozen.shift(shift);
        self.outline.shift(shift);
        self.rules.shift(shift);
        if shift.axis == AxisKind::Columns {
            let widths = self.widths.iter().filter_map(|(column, width)| Some((shift.moved(*column)?, *width)));
            self.widths = widths.collect();
        }
    }

    fn shift_values(&mut self, shift: &Shift) {
        let from = (shift.at as usize).min(self.values.len());
        match (shift.axis, shift.change) {
            (AxisKind::Rows, LineChange::Insert(count)) => {
                self.values.iter_mut().for_each(|column| column.insert(shift.at, count));
            }
            (AxisKind::Rows, LineChange::Delete(count)) => {
                self.values.iter_mut().for_each(|column| column.remove(shift.at, count));
            }
            (AxisKind::Columns, LineChange::Insert(count)) if from < self.values.len() => {
                let added = std::iter::repeat_with(Column::default).take(count as usize);
                self.values.splice(from..from, added);
            }
            (AxisKind::Columns, LineChange::Insert(_)) => {}
            (AxisKind::Columns, LineChange::Delete(count)) => {
                let end = self.values.len().min(from + count as usize);
                self.values.drain(from..end);
            }
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
