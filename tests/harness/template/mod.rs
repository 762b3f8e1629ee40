//! From golden table to sheet template: the book an economist would have built in Excel. Printed inputs are inputs,
//! every calculated cell is a formula, and what was published is kept beside it.

mod every;
mod formulas;
mod headings;
mod layout;
pub mod report;
mod roles;
pub mod rules;
mod table;

use anyhow::{Context, Result};
use tertial_engine::base::{Address, SheetId};
use tertial_engine::book::{Book, Content, Formula, Meta};
use tertial_engine::session::vocabulary::BookVocabulary;
use tertial_engine::session::{Session, Still};
use tertial_engine::syntax::{Dialect, Severity, parse};
use tertial_engine::value::{Number, Value};

pub use every::every;

use crate::golden::Golden;
use layout::Layout;

/// The calculated template of a golden table, as the bytes of its file.
pub fn bytes(golden: &Golden) -> Result<Vec<u8>> {
    // No template asks for the date; one day must give the same bytes as the next.
    Ok(Session::of(book(golden)?, Box::new(Still { now: 0.0 })).save())
}

/// The template of a golden table, not calculated yet.
pub fn book(golden: &Golden) -> Result<Book> {
    let mut book = Book::default();
    book.meta = meta(golden);
    put_table(&mut book, golden, &golden.sheet)?;
    Ok(book)
}

/// Puts a table into a book, on a sheet of its own.
fn put_table(book: &mut Book, golden: &Golden, name: &str) -> Result<SheetId> {
    let sheet = book.add_sheet(name);
    let layout = Layout::of(golden);
    headings::write(book, sheet, golden, &layout);
    for row in 0..golden.rows.len() {
        put_text(book, sheet, layout.label(row), &golden.rows[row].label);
        for column in 0..golden.columns.len() {
            let place = || format!("{}, row {row}, column {column}", golden.id);
            put_cell(book, sheet, golden, &layout, (row, column)).with_context(place)?;
        }
    }
    let target = book.sheet_mut(sheet).context("the sheet was just added")?;
    target.hidden.frozen = layout.frozen(golden);
    target.widths = layout.widths(golden).into_iter().collect();
    let table = table::describe(golden, &layout, target)?;
    target.tables.push(table);
    table::propose(golden, &layout, target);
    Ok(sheet)
}

fn meta(golden: &Golden) -> Meta {
    Meta {
        title: golden.title.clone(),
        municipality: golden.municipality.clone(),
        kind: golden.kind.clone(),
        source: golden.origin.clone(),
    }
}

fn put_cell(
    book: &mut Book,
    sheet: SheetId,
    golden: &Golden,
    layout: &Layout,
    (row, column): (usize, usize),
) -> Result<()> {
    let address = layout.cell(row, column);
    if let Some(text) = formulas::formula(golden, layout, row, column)? {
        return put_formula(book, sheet, address, &text);
    }
    match golden.number(row, column)? {
        Some(number) => _ = book.put(sheet, address, Content::Value(Value::Number(Number::new(number)))),
        None => put_text(book, sheet, address, golden.printed(row, column).unwrap_or_default()),
    }
    Ok(())
}

fn put_formula(book: &mut Book, sheet: SheetId, address: Address, text: &str) -> Result<()> {
    let parsed = parse(text, address.on(sheet), Dialect::English, &BookVocabulary(book));
    let fault = parsed.diagnostics.iter().find(|diagnostic| diagnostic.severity() == Severity::Error);
    anyhow::ensure!(fault.is_none(), "{text}: {fault:?}");
    book.put(sheet, address, Content::Formula(Formula::new(parsed.expression)));
    Ok(())
}

fn put_text(book: &mut Book, sheet: SheetId, address: Address, text: &str) {
    if !text.is_empty() {
        book.put(sheet, address, Content::Value(Value::text(text)));
    }
}
