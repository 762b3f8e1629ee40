//! Changing the shape of the book: rows, columns and sheets.

use super::{ChangeSet, Refusal, Session, filter};
use crate::base::axis::Run as LineRun;
use crate::base::{Address, AxisKind, SheetId};
use crate::book::{Run, Sheet};
use crate::edit::{Change, shifting};

impl Session {
    /// Makes room for rows before a row. Inside a report table the new rows calculate as the row above them does.
    pub fn insert_rows(&mut self, sheet: SheetId, at: u32, count: u32) -> Result<ChangeSet, Refusal> {
        let insert = self.insertion(sheet, AxisKind::Rows, at, count);
        let runs = self.formulas_to_repeat(sheet, at, count);
        let look = self.look_before(sheet, AxisKind::Rows, at, count);
        self.apply(Change::Batch(vec![insert, Change::Fill { sheet, runs }, look]))
    }

    /// Takes rows away.
    pub fn delete_rows(&mut self, sheet: SheetId, at: u32, count: u32) -> Result<ChangeSet, Refusal> {
        self.apply(Change::Remove { sheet, lines: AxisKind::Rows, at, count, refill: Vec::new() })
    }

    /// Makes room for columns before a column.
    pub fn insert_columns(&mut self, sheet: SheetId, at: u32, count: u32) -> Result<ChangeSet, Refusal> {
        let insert = self.insertion(sheet, AxisKind::Columns, at, count);
        let look = self.look_before(sheet, AxisKind::Columns, at, count);
        self.apply(Change::Batch(vec![insert, look]))
    }

    /// Takes columns away. Rows that a filter hides because of one of them are shown again.
    pub fn delete_columns(&mut self, sheet: SheetId, at: u32, count: u32) -> Result<ChangeSet, Refusal> {
        let remove = Change::Remove { sheet, lines: AxisKind::Columns, at, count, refill: Vec::new() };
        let shown = filter::without_columns(self, sheet, at, count);
        self.apply(Change::Batch([remove].into_iter().chain(shown).collect()))
    }

    /// Adds an empty sheet at the end, with a name of its own when none is given.
    pub fn add_sheet(&mut self, name: Option<&str>) -> Result<ChangeSet, Refusal> {
        let name = name.map_or_else(|| self.free_name(), str::to_owned);
        let id = self.book.sheets.iter().map(|sheet| sheet.id.0 + 1).max().unwrap_or(0);
        let content = Box::new(Sheet::new(SheetId(id), &name));
        self.apply(Change::AddSheet { position: self.book.sheets.len(), content })
    }

    /// Gives a sheet another name.
    pub fn rename_sheet(&mut self, sheet: SheetId, name: &str) -> Result<ChangeSet, Refusal> {
        self.apply(Change::RenameSheet { sheet, name: name.to_owned() })
    }

    /// Takes a sheet away with all it holds.
    pub fn remove_sheet(&mut self, sheet: SheetId) -> Result<ChangeSet, Refusal> {
        self.apply(Change::RemoveSheet { sheet })
    }

    pub(super) fn insertion(&mut self, sheet: SheetId, lines: AxisKind, at: u32, count: u32) -> Change {
        let first = u64::from(self.writer) << 32 | u64::from(self.lines_made);
        self.lines_made = self.lines_made.wrapping_add(count);
        Change::Insert { sheet, lines, at, identity: vec![LineRun { first, length: count }] }
    }

    /// The look that lines new at `at` take over from the line before them.
    fn look_before(&self, id: SheetId, lines: AxisKind, at: u32, count: u32) -> Change {
        let found = self.book.sheet(id).filter(|_| count > 0 && at < lines.limit());
        let last = at.saturating_add(count).min(lines.limit()) - 1;
        let areas = found.map(|sheet| shifting::look_before(sheet, lines.range(at, last), lines));
        Change::Format { sheet: id, areas: areas.unwrap_or_default() }
    }

    /// The formulas that rows new at `at` take over, when the rows above and below them calculate alike.
    fn formulas_to_repeat(&self, sheet: SheetId, at: u32, count: u32) -> Vec<Run> {
        let Some(sheet) = self.book.sheet(sheet) else { return Vec::new() };
        let Some((above, used)) = at.checked_sub(1).zip(sheet.used()) else { return Vec::new() };
        let in_table = |row: u32| {
            let line = sheet.rows.id(row);
            line.is_some_and(|line| sheet.tables.iter().any(|table| table.row(line).is_some()))
        };
        if !in_table(above) || !in_table(at) {
            return Vec::new();
        }
        let columns = 0..=used.last.column;
        let shared = columns.filter_map(|column| {
            let formula = sheet.formulas.at(Address::new(above, column))?;
            let same = sheet.formulas.at(Address::new(at, column)) == Some(formula);
            same.then(|| Run { column, first: at, last: at + count - 1, formula: formula.clone() })
        });
        shared.collect()
    }

    fn free_name(&self) -> String {
        let taken = |name: &String| self.book.sheet_named(name).is_some();
        let names = (self.book.sheets.len() + 1..).map(|number| format!("Blad{number}"));
        names.into_iter().find(|name| !taken(name)).unwrap_or_default()
    }
}
