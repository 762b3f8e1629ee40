//! The document as plain data: sheets, cells, names, report tables. Nothing here calculates, reads or writes files.

mod accepted;
pub mod attached;
mod block;
mod block_starts;
pub mod column;
mod column_shift;
pub mod conditional;
pub mod content;
pub mod filter;
mod formula_shift;
pub mod formulas;
pub mod frozen;
pub mod hidden;
pub mod iteration;
mod named;
pub mod named_table;
pub mod names;
pub mod note;
pub mod outline;
pub mod reader;
pub mod rules;
pub mod sheet;
pub mod spills;
pub mod style;
pub mod styles;
pub mod table;
pub mod watch;

use std::rc::Rc;

use crate::base::{Address, Place, SheetId};
use crate::syntax::SheetReference;
use crate::value::{Value, moment};

pub use accepted::Accepted;
pub use attached::Attached;
pub use conditional::{Comparison, ConditionalFormat, Signal};
pub use content::Content;
pub use filter::{Condition, Criterion, Filter, Filtering, Test};
pub use formulas::{Formula, Formulas, Run};
pub use frozen::Frozen;
pub use hidden::Hidden;
pub use iteration::Iteration;
pub use named_table::{NamedTable, NamedTables, TableFault};
pub use names::Names;
pub use note::Note;
pub use outline::{Outline, OutlineMark};
pub use reader::FormulaReader;
pub use rules::{Allowed, List, Measure, Rules, Validation};
pub use sheet::Sheet;
pub use spills::{Spill, SpillState, Spills};
pub use style::{Align, Borders, Colour, Stroke, Style};
pub use styles::{Painted, Styles};
pub use table::{
    ColumnRole, Figures, Heading, ReportTable, RowKind, SignProfile, TableColumn, TableKind, TableRow, Unit,
};

pub use watch::Watch;

/// A workbook.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// What the book is called and where it comes from.
    pub meta: Meta,
    /// Sheets in the order of their tabs.
    pub sheets: Vec<Sheet>,
    /// Defined names.
    pub names: Names,
    /// Named tables.
    pub tables: NamedTables,
    /// Whether dates count from 1904 instead of 1900.
    pub date1904: bool,
    /// How circles of formulas are calculated; without it they are errors.
    pub iteration: Option<Iteration>,
    /// Cells that somebody keeps an eye on.
    pub watches: Vec<Watch>,
    /// Findings of reconciliation that somebody accepts.
    pub accepted: Vec<Accepted>,
    next_sheet: u32,
}

/// What a book is called and where it comes from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// The book's title.
    pub title: String,
    /// The municipality it is about.
    pub municipality: String,
    /// What kind of report it holds, as its first table's kind.
    pub kind: String,
    /// Where its figures come from.
    pub source: String,
}

impl Book {
    /// Days that its dates count less than those from 1900.
    pub fn date_offset(&self) -> i64 {
        if self.date1904 { moment::DAYS_TO_1904 } else { 0 }
    }

    /// Adds an empty sheet at the end and gives its id.
    pub fn add_sheet(&mut self, name: &str) -> SheetId {
        let id = SheetId(self.next_sheet);
        self.next_sheet += 1;
        self.sheets.push(Sheet::new(id, name));
        id
    }

    /// Puts a sheet back at a position among the tabs.
    pub fn restore_sheet(&mut self, position: usize, sheet: Sheet) {
        self.next_sheet = self.next_sheet.max(sheet.id.0 + 1);
        self.sheets.insert(position.min(self.sheets.len()), sheet);
    }

    /// The sheet with an id.
    pub fn sheet(&self, id: SheetId) -> Option<&Sheet> {
        // Most books are never reordered, so a sheet usually stands at its own number.
        self.sheets
            .get(id.0 as usize)
            .filter(|sheet| sheet.id == id)
            .or_else(|| self.sheets.iter().find(|s| s.id == id))
    }

    /// The sheet with an id, to change.
    pub fn sheet_mut(&mut self, id: SheetId) -> Option<&mut Sheet> {
        let at = self.sheets.get(id.0 as usize).filter(|sheet| sheet.id == id).map(|_| id.0 as usize);
        let at = at.or_else(|| self.sheets.iter().position(|sheet| sheet.id == id))?;
        self.sheets.get_mut(at)
    }

    /// The sheet with a name, whatever its case.
    pub fn sheet_named(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name).or_else(|| {
            let name = name.to_lowercase();
            self.sheets.iter().find(|sheet| sheet.name.to_lowercase() == name)
        })
    }

    /// A sheet's place among the tabs.
    pub fn position(&self, id: SheetId) -> Option<usize> {
        self.sheets.iter().position(|sheet| sheet.id == id)
    }

    /// The sheets from one to another, in the order of their tabs; `None` when an end is not there.
    pub fn sheets_between(&self, first: &SheetReference, last: &SheetReference) -> Option<Vec<SheetId>> {
        let position = |sheet: &SheetReference| match sheet {
            SheetReference::Known(id) => self.position(*id),
            SheetReference::Unknown(name) => self.position(self.sheet_named(name)?.id),
            SheetReference::Span(_) => None,
        };
        let (first, last) = (position(first)?, position(last)?);
        let sheets = self.sheets.get(first.min(last)..=first.max(last))?;
        Some(sheets.iter().map(|sheet| sheet.id).collect())
    }

    /// Whether a table can stand in the book, in place of one of its name.
    pub fn check_table(&self, table: &NamedTable) -> Result<(), TableFault> {
        if self.names.all(&table.name).next().is_some() { Err(TableFault::BadName) } else { self.tables.check(table) }
    }

    /// The value of a cell; blank outside the book.
    pub fn value(&self, place: Place) -> Value {
        self.sheet(place.sheet).map_or(Value::Blank, |sheet| sheet.value(place.address))
    }

    /// The formula of a cell.
    pub fn formula(&self, place: Place) -> Option<&Rc<Formula>> {
        self.sheet(place.sheet)?.formulas.at(place.address)
    }

    /// What a cell holds as typed: nothing, a value or a formula.
    pub fn content(&self, place: Place) -> Content {
        self.sheet(place.sheet).map_or(Content::Blank, |sheet| sheet.content(place.address))
    }

    /// Puts content into a cell and gives what it held. Results of formulas are written by recalculation.
    pub fn put(&mut self, sheet: SheetId, address: Address, content: Content) -> Content {
        self.sheet_mut(sheet).map_or(Content::Blank, |sheet| sheet.put(address, content))
    }
}
