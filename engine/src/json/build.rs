//! From the input to a book, cell by cell and without a detour.

use crate::base::{Address, MAX_ROWS, Place, Range, SheetId};
use crate::book::{Book, Content, Formula, FormulaReader, NamedTable, TableFault};
use crate::display::Locale;
use crate::session::vocabulary::{BookVocabulary, dialect};
use crate::syntax::{Severity, parse};
use crate::value::{CellError, Number, Value};

use super::error::JsonError;
use super::input::{ErrorConstant, Input, Table};

/// The book that the input describes, not calculated yet.
pub fn book(input: &Input<'_>, locale: Locale) -> Result<Book, JsonError> {
    let mut book = Book::default();
    book.date1904 = input.date1904;
    // Formulas may name any sheet, so all of them are there before the first formula is read.
    for (index, sheet) in input.sheets.iter().enumerate() {
        if book.sheet_named(&sheet.name).is_some() {
            return Err(JsonError::at(format_args!("sheets[{index}]"), "another sheet has that name already"));
        }
        book.add_sheet(&sheet.name);
    }
    for (index, table) in input.tables.iter().enumerate() {
        add_table(&mut book, table).map_err(|reason| JsonError::at(format_args!("tables[{index}]"), reason))?;
    }
    define_names(&mut book, input, locale)?;
    hide_rows(&mut book, input)?;
    for (position, sheet) in input.sheets.iter().enumerate() {
        let mut writer = Writer { sheet: book.sheets[position].id, reader: FormulaReader::new(dialect(locale)) };
        for (address, raw) in &sheet.cells.0 {
            let at = |reason| JsonError::at(format_args!("{}!{}", sheet.name, address.0), reason);
            let cell = Address::parse(&address.0).ok_or_else(|| at("this is no address of a cell"))?;
            writer.write(&mut book, cell, raw.get()).map_err(at)?;
        }
    }
    Ok(book)
}

fn add_table(book: &mut Book, table: &Table) -> Result<(), &'static str> {
    let sheet = book.sheet_named(&table.sheet).ok_or("there is no such sheet")?.id;
    let range = Range::parse(&table.range).ok_or("its ref is no range of cells")?;
    if book.tables.find(&table.name).is_some() {
        return Err("another table has that name already");
    }
    let named = NamedTable {
        name: table.name.clone(),
        region: range.on(sheet),
        columns: table.columns.clone(),
        has_headers: table.header_row,
        has_totals: table.totals_row,
    };
    book.check_table(&named).map_err(|fault| match fault {
        TableFault::BadName => "this is no name for a table",
        TableFault::BadColumns => "its columns need one name each, no two the same",
        TableFault::NoRows => "it has no rows between headers and totals",
        TableFault::Overlap => "it covers cells of another table",
    })?;
    book.tables.define(&table.name, Some(named));
    Ok(())
}

fn define_names(book: &mut Book, input: &Input<'_>, locale: Locale) -> Result<(), JsonError> {
    for (name, meaning) in &input.names {
        let at = |reason| JsonError::at(format_args!("names.{name}"), reason);
        let parsed = parse(meaning, Place::default(), dialect(locale), &BookVocabulary(book));
        if parsed.diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error) {
            return Err(at("this is no formula"));
        }
        let formula = Formula::new(parsed.expression);
        if formula.references.iter().any(|reference| reference.target(SheetId(0)).is_none()) {
            return Err(at("it refers to a sheet that is not there"));
        }
        let (scope, name) = match name.rsplit_once('!') {
            Some((sheet, name)) => {
                let sheet = sheet.trim_matches('\'').replace("''", "'");
                (Some(book.sheet_named(&sheet).ok_or_else(|| at("there is no such sheet"))?.id), name)
            }
            None => (None, name.as_str()),
        };
        book.names.define(name, scope, Some(formula.expression.clone().into()));
    }
    Ok(())
}

fn hide_rows(book: &mut Book, input: &Input<'_>) -> Result<(), JsonError> {
    for (name, rows) in &input.hidden_rows {
        let at = |reason| JsonError::at(format_args!("hiddenRows.{name}"), reason);
        let id = book.sheet_named(name).map(|sheet| sheet.id);
        let sheet = id.and_then(|id| book.sheet_mut(id)).ok_or_else(|| at("there is no such sheet"))?;
        if rows.iter().any(|row| !(1..=MAX_ROWS).contains(row)) {
            return Err(at("a row outside the sheet"));
        }
        sheet.hidden.rows.extend(rows.iter().map(|row| row - 1));
    }
    Ok(())
}

/// Writes the cells of one sheet.
struct Writer {
    sheet: SheetId,
    reader: FormulaReader,
}

impl Writer {
    /// Puts into a cell what a piece of JSON says.
    fn write(&mut self, book: &mut Book, cell: Address, raw: &str) -> Result<(), &'static str> {
        let content = match raw.as_bytes().first() {
            Some(b'n') => Content::Blank,
            Some(b'"') => {
                let text: String = serde_json::from_str(raw).map_err(|_| "this text cannot be read")?;
                self.content(book, cell, &text)
            }
            _ => Content::Value(constant(raw)?),
        };
        book.put(self.sheet, cell, content);
        Ok(())
    }

    /// What a text means: a formula after `=`, text as it is otherwise; an apostrophe keeps `=` from making a formula.
    fn content(&mut self, book: &Book, cell: Address, text: &str) -> Content {
        if text.starts_with('=') && text.len() > 1 {
            return Content::Formula(self.reader.read(text, cell.on(self.sheet), &BookVocabulary(book)));
        }
        let text = if text.starts_with("'=") { &text[1..] } else { text };
        Content::Value(Value::text(text))
    }
}

/// A number, a boolean or an error constant.
fn constant(raw: &str) -> Result<Value, &'static str> {
    Ok(match raw.as_bytes().first() {
        Some(b't') => Value::Boolean(true),
        Some(b'f') => Value::Boolean(false),
        Some(b'{') => {
            let constant: ErrorConstant = serde_json::from_str(raw).map_err(|_| "an object here is {\"error\": …}")?;
            Value::Error(CellError::parse(&constant.error).ok_or("there is no such error")?)
        }
        Some(b'[') => return Err("a cell holds one value, not a list"),
        _ => Number::parse(raw).map_or(Value::Error(CellError::Number), Value::Number),
    })
}
