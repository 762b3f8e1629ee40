//! A book that is filled with the cells of a file.

use std::borrow::Cow;
use std::rc::Rc;

use super::FileNames;
use super::into_book::{refused, to_table};
use crate::base::{Address, Range, SheetId};
use crate::book::{Book, Content, Formula, FormulaReader, Note, Run, Sheet};
use crate::file::{FileError, v1};
use crate::scan::{Broken, CellText, Cells, Words};
use crate::syntax::Dialect;
use crate::value::{CellError, Number, Value};

/// A book and the sheets of its file, whose cells come one by one.
pub struct Filling {
    book: Book,
    sheets: Vec<v1::Sheet>,
    /// Which of the sheets is being filled, and its newest cell.
    at: (usize, Option<Address>),
    reader: FormulaReader,
}

/// Why a cell cannot be put into the book.
pub enum Fault {
    /// Its text is none of a cell.
    Broken,
    /// It says what cannot be.
    Content(FileError),
}

impl From<Broken> for Fault {
    fn from(_: Broken) -> Self {
        Self::Broken
    }
}

impl From<FileError> for Fault {
    fn from(error: FileError) -> Self {
        Self::Content(error)
    }
}

impl Filling {
    /// A book whose sheets are still empty.
    pub fn of(book: Book, sheets: Vec<v1::Sheet>) -> Self {
        Self { book, sheets, at: (0, None), reader: FormulaReader::new(Dialect::English) }
    }

    /// Puts the cells that a text says into a sheet of the file.
    pub fn put(&mut self, sheet: usize, cells: &str) -> Result<(), Fault> {
        if self.at.0 != sheet {
            (self.at, self.reader) = ((sheet, None), FormulaReader::new(Dialect::English));
        }
        Cells::of(cells).try_for_each(|cell| self.put_cell(sheet, &cell?))
    }

    /// The book with all its cells.
    pub fn end(mut self) -> Result<Book, FileError> {
        for v1::Sheet { id, name, tables, .. } in self.sheets {
            let tables = tables.into_iter().map(|table| to_table(&name, table)).collect::<Result<_, _>>()?;
            if let Some(sheet) = self.book.sheet_mut(SheetId(id)) {
                sheet.tables = tables;
            }
        }
        Ok(self.book)
    }

    #[inline(never)]
    fn put_cell(&mut self, sheet: usize, cell: &CellText<'_>) -> Result<(), Fault> {
        let v1::Sheet { id, name, .. } = self.sheets.get(sheet).ok_or(Broken)?;
        let at = text(cell.at.ok_or(Broken)?)?;
        let place = || format!("{name}!{at}");
        let address = Address::parse(&at).ok_or_else(|| refused(&place(), "no address of a cell"))?;
        let value = to_value(cell)?.ok_or_else(|| refused(&place(), "a value that is none"))?;
        let id = SheetId(*id);
        let formula = match cell.formula {
            Some(words) => Some(self.reader.read(&text(words)?, address.on(id), &FileNames(&self.book))),
            None => None,
        };
        // Cells stand row by row; one that does not may be there already.
        let is_new = self.at.1.is_none_or(|last| last < address);
        self.at.1 = Some(address);
        let sheet = self.book.sheet_mut(id).ok_or(Broken)?;
        if let Some(code) = cell.format {
            let style = sheet.styles.with_number_format(address, Some(text(code)?.as_ref().into()));
            sheet.styles.paint(Range::cell(address), style.as_ref(), &mut Vec::new());
        }
        if let Some(note) = cell.note {
            let by = cell.note_by.map_or(Ok(Cow::Borrowed("")), text)?;
            let at = cell.note_at.map(text).transpose()?;
            let at = at.map(|at| Number::parse(&at).ok_or_else(|| refused(&place(), &at))).transpose()?;
            sheet.notes.set(address, Some(Note { text: text(note)?.into_owned(), author: by.into_owned(), at }));
        }
        fill(sheet, address, (formula, value), is_new);
        Ok(())
    }
}

/// Puts a formula and a value into a cell.
fn fill(sheet: &mut Sheet, cell: Address, (formula, value): (Option<Rc<Formula>>, Value), is_new: bool) {
    if !is_new {
        sheet.put(cell, formula.clone().map_or_else(|| Content::Value(value.clone()), Content::Formula));
    } else if let Some(formula) = formula {
        sheet.formulas.put(Run { column: cell.column, first: cell.row, last: cell.row, formula });
    }
    match value {
        Value::Number(number) => _ = sheet.set_number(cell, number),
        value => _ = sheet.set_value(cell, value),
    }
}

fn to_value(cell: &CellText<'_>) -> Result<Option<Value>, Broken> {
    Ok(match (cell.number, cell.text, cell.boolean, cell.error) {
        (Some(number), None, None, None) => Number::parse(&text(number)?).map(Value::Number),
        (None, Some(words), None, None) => Some(Value::text(&text(words)?)),
        (None, None, Some(boolean), None) => Some(Value::Boolean(boolean)),
        (None, None, None, Some(error)) => CellError::parse(&text(error)?).map(Value::Error),
        (None, None, None, None) => Some(Value::Blank),
        _ => None,
    })
}

/// The text that the words say.
fn text(words: Words<'_>) -> Result<Cow<'_, str>, Broken> {
    let Words { raw, has_escapes } = words;
    if has_escapes {
        serde_json::from_str(&format!("\"{raw}\"")).map(Cow::Owned).map_err(|_| Broken)
    } else {
        Ok(Cow::Borrowed(raw))
    }
}
