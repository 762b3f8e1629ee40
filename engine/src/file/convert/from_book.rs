//! From the book to the file's schema.

use std::rc::Rc;

use super::styles::StyleTable;
use super::{FileNames, accepted, fills, looks, rules};
use crate::base::address::column_letters;
use crate::base::{Address, Axis, LineId, MAX_COLUMNS, MAX_ROWS, Place, Range, SheetId, sorting};
use crate::book::{Book, Formula, Formulas, NamedTable, ReportTable, Sheet, TableRow};
use crate::file::v1::{Cell, Column, Document, Figures, Heading, Lines, Meta, Name, Published, Row, Table, Width};
use crate::file::{FORMAT, VERSION, v1};
use crate::syntax::{Dialect, print};
use crate::value::Value;

/// The document of a book, its checksum still empty.
pub fn to_document(book: &Book) -> Document {
    // A name can wait for a sheet that was taken away to come back.
    let known = |scope: Option<SheetId>| scope.is_none_or(|sheet| book.sheet(sheet).is_some());
    let names = book.names.iter().filter(|(_, scope, _)| known(*scope)).map(|(name, scope, meaning)| Name {
        name: name.to_owned(),
        sheet: scope.map(|sheet| sheet.0),
        formula: print(meaning, Place::default(), Dialect::English, &FileNames(book)),
    });
    // A table can wait for a sheet that was taken away to come back.
    let tables = book.tables.iter().filter(|table| book.sheet(table.region.sheet).is_some());
    let mut styles = StyleTable::default();
    let looks = book.sheets.iter().filter_map(|sheet| styles.looks(book, sheet)).collect();
    Document {
        format: FORMAT.to_owned(),
        version: VERSION,
        writer: concat!("tertial ", env!("CARGO_PKG_VERSION")).to_owned(),
        checksum: String::new(),
        meta: Meta {
            title: book.meta.title.clone(),
            municipality: book.meta.municipality.clone(),
            kind: book.meta.kind.clone(),
            source: book.meta.source.clone(),
        },
        date1904: book.date1904,
        iteration: book
            .iteration
            .map(|limits| v1::Iteration { rounds: limits.rounds, change: limits.change.to_string() }),
        names: names.collect(),
        named_tables: tables.map(to_named_table).collect(),
        watches: rules::watches(book),
        accepted: accepted::write(book),
        looks,
        styles: styles.into_styles(),
        sheets: book.sheets.iter().map(|sheet| to_sheet(book, sheet)).collect(),
    }
}

fn to_named_table(table: &NamedTable) -> v1::NamedTable {
    v1::NamedTable {
        name: table.name.clone(),
        sheet: table.region.sheet.0,
        range: table.region.range.to_string(),
        headers: table.has_headers,
        totals: table.has_totals,
        columns: table.columns.clone(),
    }
}

fn to_sheet(book: &Book, sheet: &Sheet) -> v1::Sheet {
    let widths =
        sheet.widths.iter().map(|(column, width)| Width { column: column_letters(*column), characters: *width });
    let (fills, filled) = fills::of_sheet(book, sheet);
    let mut written = v1::Sheet {
        id: sheet.id.0,
        name: sheet.name.clone(),
        rows: to_lines(&sheet.rows, MAX_ROWS),
        columns: to_lines(&sheet.columns, MAX_COLUMNS),
        widths: widths.collect(),
        fills,
        cells: to_cells(book, sheet, &filled),
        tables: sheet.tables.iter().map(to_table).collect(),
        rules: rules::written(sheet),
        ..v1::Sheet::default()
    };
    looks::write(sheet, &mut written);
    written
}

fn to_lines(axis: &Axis, length: u32) -> Vec<Lines> {
    if *axis == Axis::new(length) {
        return Vec::new();
    }
    axis.runs().iter().map(|run| Lines { first: run.first, count: run.length }).collect()
}

/// The cells, which say no formula where one stands that is said elsewhere.
fn to_cells(book: &Book, sheet: &Sheet, said: &Formulas) -> Vec<Cell> {
    let mut filled: Vec<(Address, Value)> = Vec::new();
    // What an array fills comes back when its formula is calculated, and must not come back as content.
    let is_own = |address| sheet.spills.filling(address).is_none();
    sheet.visit(Range::whole_sheet(), &mut |address, value| {
        if is_own(address) {
            filled.push((address, value.clone()));
        }
    });
    // A cell with nothing but a note has no value and is kept all the same.
    let attached = sheet.notes.iter().map(|(cell, _)| cell);
    let bare = attached.filter(|address| sheet.value(*address).is_blank() || !is_own(*address));
    filled.extend(bare.map(|address| (address, Value::Blank)));
    sorting::sort_by_key(&mut filled, |(address, _)| *address);
    let formula = |cell| sheet.formulas.at(cell).filter(|_| said.at(cell).is_none());
    filled.into_iter().map(|(cell, value)| to_cell(book, sheet, (cell, formula(cell)), &value)).collect()
}

fn to_cell(book: &Book, sheet: &Sheet, cell: (Address, Option<&Rc<Formula>>), value: &Value) -> Cell {
    let (address, formula) = cell;
    let place = address.on(sheet.id);
    let formula = formula.map(|formula| print(&formula.expression, place, Dialect::English, &FileNames(book)));
    let note = sheet.notes.at(address);
    let by = note.filter(|note| !note.author.is_empty()).map(|note| note.author.clone());
    let at = note.and_then(|note| note.at).map(|at| at.to_string());
    let note = note.map(|note| note.text.clone());
    let cell = Cell { at: address.to_string(), note, note_by: by, note_at: at, formula, ..Cell::default() };
    match value {
        Value::Number(number) => Cell { number: Some(number.to_string()), ..cell },
        Value::Text(text) => Cell { text: Some(text.to_string()), ..cell },
        Value::Boolean(boolean) => Cell { boolean: Some(*boolean), ..cell },
        Value::Error(error) => Cell { error: Some(error.code().to_owned()), ..cell },
        Value::Blank | Value::Array(_) => cell,
    }
}

fn to_table(table: &ReportTable) -> Table {
    let line = |line: &LineId| line.0;
    let (heading, figures) = (&table.heading, table.figures);
    let columns = table.columns.iter().map(|column| Column {
        line: column.line.0,
        key: column.key.clone(),
        label: column.label.clone(),
        role: column.role.name().to_owned(),
        decimals: column.decimals,
        unit: column.unit.map(|unit| unit.name().to_owned()),
    });
    Table {
        id: table.id.clone(),
        kind: table.kind.name().to_owned(),
        heading: Heading {
            title: heading.title.clone(),
            committee: heading.committee.clone(),
            period: heading.period.clone(),
            title_row: heading.title_row.as_ref().map(line),
            subtitle_row: heading.subtitle_row.as_ref().map(line),
            header_rows: heading.header_rows.iter().map(line).collect(),
        },
        figures: Figures {
            unit: figures.unit.name().to_owned(),
            decimals: figures.decimals,
            sign: figures.sign.name().to_owned(),
            plus: figures.plus_on_surplus,
        },
        label_column: table.label_column.0,
        columns: columns.collect(),
        rows: table.rows.iter().map(|row| to_row(table, row)).collect(),
    }
}

fn to_row(table: &ReportTable, row: &TableRow) -> Row {
    let published = table.columns.iter().filter_map(|column| {
        let value = table.published.get(&(row.line, column.line))?;
        let (number, text) = match value {
            Value::Number(number) => (Some(number.to_string()), None),
            Value::Text(text) => (None, Some(text.to_string())),
            _ => return None,
        };
        Some(Published { column: column.key.clone(), number, text })
    });
    Row {
        line: row.line.0,
        id: row.id.clone(),
        kind: row.kind.name().to_owned(),
        level: row.level,
        decimals: row.decimals,
        unit: row.unit.map(|unit| unit.name().to_owned()),
        published: published.collect(),
    }
}
