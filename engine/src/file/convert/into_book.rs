//! From the file's schema to the book. Whatever cannot be is refused with its place.

use std::collections::HashSet;
use std::rc::Rc;

use super::{FileNames, Filling, accepted, conditional, fills, looks, rules, styles};
use crate::base::address::parse_column;
use crate::base::axis::Run as LineRun;
use crate::base::{Axis, LineId, MAX_COLUMNS, MAX_ROWS, Place, Range, SheetId};
use crate::book::{
    Book, ColumnRole, Figures, Heading, Iteration, Meta, NamedTable, ReportTable, RowKind, Sheet, SignProfile,
    TableColumn, TableKind, TableRow, Unit,
};
use crate::file::FileError;
use crate::file::v1::{self, Document};
use crate::syntax::{Dialect, parse};
use crate::value::{Number, Value};

/// Begins the book of a document, whose cells stand elsewhere.
pub fn begin(document: Document) -> Result<Filling, FileError> {
    let mut book = empty_book(&document)?;
    book.watches = rules::read_watches(&document)?;
    book.accepted = accepted::read(&document)?;
    styles::read(&document.looks, &styles::read_table(&document.styles)?, &mut book)?;
    document.named_tables.iter().try_for_each(|table| put_named_table(&mut book, table))?;
    for name in &document.names {
        let meaning = parse(&name.formula, Place::default(), Dialect::English, &FileNames(&book)).expression;
        let scope = name.sheet.map(SheetId);
        if scope.is_some_and(|sheet| book.sheet(sheet).is_none()) {
            return Err(refused(&name.name, "it belongs to a sheet that is not there"));
        }
        book.names.define(&name.name, scope, Some(Rc::new(meaning)));
    }
    document.looks.iter().try_for_each(|looks| conditional::read(looks, &mut book))?;
    document.sheets.iter().try_for_each(|sheet| fills::put(&mut book, sheet))?;
    Ok(Filling::of(book, document.sheets))
}

/// The book with its sheets still empty, so that formulas can name any of them.
fn empty_book(document: &Document) -> Result<Book, FileError> {
    let mut book = Book::default();
    book.date1904 = document.date1904;
    book.iteration = document.iteration.as_ref().map(to_iteration).transpose()?;
    let v1::Meta { title, municipality, kind, source } = document.meta.clone();
    book.meta = Meta { title, municipality, kind, source };
    let mut ids = HashSet::new();
    for sheet in &document.sheets {
        // Such cells would stand under a key that is written in another way.
        if !sheet.cells.is_empty() {
            return Err(refused(&sheet.name, "cells that are not told apart"));
        }
        if !ids.insert(sheet.id) || book.sheet_named(&sheet.name).is_some() {
            return Err(refused(&sheet.name, "a sheet of that name or number stands there already"));
        }
        let empty = empty_sheet(sheet)?;
        book.restore_sheet(usize::MAX, empty);
    }
    if book.sheets.is_empty() {
        return Err(refused("sheets", "no sheet"));
    }
    Ok(book)
}

fn to_iteration(limits: &v1::Iteration) -> Result<Iteration, FileError> {
    let change = Number::parse(&limits.change).ok_or_else(|| refused("iteration", &limits.change))?;
    let rounds = Some(limits.rounds).filter(|rounds| (1..=Iteration::MOST_ROUNDS).contains(rounds));
    let rounds = rounds.ok_or_else(|| refused("iteration", &limits.rounds.to_string()))?;
    Ok(Iteration { rounds, change })
}

fn put_named_table(book: &mut Book, table: &v1::NamedTable) -> Result<(), FileError> {
    let range = Range::parse(&table.range).ok_or_else(|| refused(&table.name, &table.range))?;
    let sheet = SheetId(table.sheet);
    let (has_headers, has_totals) = (table.headers, table.totals);
    let (name, columns) = (table.name.clone(), table.columns.clone());
    let named = NamedTable { name, region: range.on(sheet), columns, has_headers, has_totals };
    if book.sheet(sheet).is_none() || book.tables.find(&table.name).is_some() || book.check_table(&named).is_err() {
        return Err(refused(&table.name, "a table that cannot stand there"));
    }
    book.tables.define(&table.name, Some(named));
    Ok(())
}

fn empty_sheet(sheet: &v1::Sheet) -> Result<Sheet, FileError> {
    let mut empty = Sheet::new(SheetId(sheet.id), &sheet.name);
    empty.rows = to_axis(&sheet.name, &sheet.rows, MAX_ROWS)?;
    empty.columns = to_axis(&sheet.name, &sheet.columns, MAX_COLUMNS)?;
    for width in &sheet.widths {
        let column = parse_column(&width.column).ok_or_else(|| refused(&sheet.name, &width.column))?;
        empty.widths.insert(column, width.characters.clamp(0.0, 255.0));
    }
    looks::read(sheet, &mut empty)?;
    empty.rules = rules::read(sheet)?;
    Ok(empty)
}

fn to_axis(sheet: &str, lines: &[v1::Lines], length: u32) -> Result<Axis, FileError> {
    if lines.is_empty() {
        return Ok(Axis::new(length));
    }
    let total = lines.iter().try_fold(0_u32, |sum, run| sum.checked_add(run.count));
    let in_range = lines.iter().all(|run| run.first.checked_add(u64::from(run.count)).is_some());
    if total != Some(length) || !in_range {
        return Err(refused(sheet, "identities of rows or columns that do not fill the sheet"));
    }
    Ok(Axis::from_runs(lines.iter().map(|run| LineRun { first: run.first, length: run.count }).collect()))
}

pub(super) fn to_table(sheet: &str, table: v1::Table) -> Result<ReportTable, FileError> {
    let place = format!("{sheet}, {}", table.id);
    let word = |text: &str| refused(&place, text);
    let columns: Vec<TableColumn> =
        table.columns.into_iter().map(|column| to_column(&place, column)).collect::<Result<_, _>>()?;
    let mut published = std::collections::BTreeMap::new();
    let mut rows = Vec::new();
    for row in table.rows {
        let kind = RowKind::from_name(&row.kind).ok_or_else(|| word(&row.kind))?;
        let line = LineId(row.line);
        for figure in &row.published {
            let column =
                columns.iter().find(|column| column.key == figure.column).ok_or_else(|| word(&figure.column))?;
            published.insert((line, column.line), to_figure(figure).ok_or_else(|| word(&figure.column))?);
        }
        let (unit, decimals) = (to_unit(&place, row.unit.as_deref())?, row.decimals.map(|decimals| decimals.min(15)));
        rows.push(TableRow { line, id: row.id, kind, level: row.level, unit, decimals });
    }
    Ok(ReportTable {
        kind: TableKind::from_name(&table.kind).ok_or_else(|| word(&table.kind))?,
        id: table.id,
        heading: to_heading(table.heading),
        figures: to_figures(&place, &table.figures)?,
        label_column: LineId(table.label_column),
        columns,
        rows,
        published,
    })
}

fn to_heading(heading: v1::Heading) -> Heading {
    Heading {
        title: heading.title,
        committee: heading.committee,
        period: heading.period,
        title_row: heading.title_row.map(LineId),
        subtitle_row: heading.subtitle_row.map(LineId),
        header_rows: heading.header_rows.into_iter().map(LineId).collect(),
    }
}

fn to_figures(place: &str, figures: &v1::Figures) -> Result<Figures, FileError> {
    Ok(Figures {
        unit: Unit::from_name(&figures.unit).ok_or_else(|| refused(place, &figures.unit))?,
        sign: SignProfile::from_name(&figures.sign).ok_or_else(|| refused(place, &figures.sign))?,
        decimals: figures.decimals.min(15),
        plus_on_surplus: figures.plus,
    })
}

fn to_column(place: &str, column: v1::Column) -> Result<TableColumn, FileError> {
    let role = ColumnRole::from_name(&column.role).ok_or_else(|| refused(place, &column.role))?;
    let unit = to_unit(place, column.unit.as_deref())?;
    let decimals = column.decimals.map(|decimals| decimals.min(15));
    Ok(TableColumn { line: LineId(column.line), key: column.key, label: column.label, role, decimals, unit })
}

fn to_unit(place: &str, name: Option<&str>) -> Result<Option<Unit>, FileError> {
    name.map(|name| Unit::from_name(name).ok_or_else(|| refused(place, name))).transpose()
}

fn to_figure(figure: &v1::Published) -> Option<Value> {
    match (&figure.number, &figure.text) {
        (Some(number), None) => Number::parse(number).map(Value::Number),
        (None, Some(text)) => Some(Value::text(text)),
        _ => None,
    }
}

pub(super) fn refused(place: &str, found: &str) -> FileError {
    FileError::Content { place: place.to_owned(), found: found.chars().take(80).collect() }
}
