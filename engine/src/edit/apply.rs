//! Applying a change: the book is written, the inverse is given back, and a watcher is told of each thing that was
//! touched while the book is just so.

use std::collections::BTreeMap;

use super::change::Change;
use super::{conditional, looks, structure};
use crate::base::{Address, Place, Region, SheetId, Shift};
use crate::book::{Book, Content, Iteration, NamedTable, Note, ReportTable, Run, Sheet};
use crate::value::Value;

/// Something that a change touched.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Cells were written; with the value each had before.
    Written(BTreeMap<Place, Value>),
    /// Rows or columns came or went. Those that go have been emptied before.
    Shifted(Shift),
    /// Rows were hidden or shown again, from one to another.
    Hidden(SheetId, Vec<(u32, u32)>),
    /// Cells look different, and are worth what they were.
    Dressed(Vec<Region>),
    /// A sheet looks different, and calculates as before.
    Redrawn(SheetId),
    /// A sheet came, went or was renamed.
    Sheets,
    /// A defined name or a named table changed.
    Names,
    /// Circles are calculated in another way.
    Circles,
    /// Nothing that is drawn or calculated.
    Aside,
}

/// Whoever is told what a change touches, as soon as it is done.
pub type Watcher<'a> = dyn FnMut(&Book, Effect) + 'a;

/// Why a change cannot be applied. The book is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditError {
    /// The sheet is not in the book.
    NoSuchSheet,
    /// A sheet with that name is there already.
    NameTaken,
    /// A sheet without a name.
    NameEmpty,
    /// A sheet's name of too many characters.
    NameTooLong,
    /// A sheet's name with a sign that it may not have.
    NameSign,
    /// A sheet's name that begins or ends with an apostrophe.
    NameQuote,
    /// It is the book's only sheet.
    LastSheet,
    /// The table has no usable name, not one distinct name for each column, no rows, or covers another table.
    BadTable,
    /// Cells at the end of the sheet would be pushed off it.
    SheetFull,
    /// The rows or columns are not in the sheet.
    OutsideSheet,
    /// The cells would reach past the sheet's last row or column.
    PastEdge,
    /// There are more cells than can be written at once.
    TooManyCells,
    /// Some cells of a table, or of the rows of a filter, would move away from the others.
    TornTable,
}

/// Applies a change to a book, and gives the change that takes it back.
pub fn apply(book: &mut Book, change: Change, watcher: &mut Watcher<'_>) -> Result<Change, EditError> {
    match change {
        Change::Write { sheet, cells } => write(book, sheet, cells, watcher),
        Change::Format { sheet, areas } => looks::format(book, sheet, areas, watcher),
        Change::Conditional { sheet, formats } => conditional::set(book, sheet, formats, watcher),
        Change::Note { sheet, cells } => annotate(book, sheet, cells, watcher),
        Change::Rules { sheet, rules } => looks::rules(book, sheet, rules, watcher),
        Change::Watch(watches) => {
            watcher(book, Effect::Aside);
            Ok(Change::Watch(std::mem::replace(&mut book.watches, watches)))
        }
        Change::Accept(accepted) => {
            watcher(book, Effect::Aside);
            Ok(Change::Accept(std::mem::replace(&mut book.accepted, accepted)))
        }
        Change::Widths { sheet, columns } => looks::widths(book, sheet, columns, watcher),
        Change::Hide { sheet, lines, spans } => looks::hide(book, (sheet, lines), spans, watcher),
        Change::Filter { sheet, filtering } => looks::filter(book, sheet, *filtering, watcher),
        Change::ShowUnit { sheet, unit } => looks::show_unit(book, sheet, unit, watcher),
        Change::Freeze { sheet, frozen } => looks::freeze(book, sheet, frozen, watcher),
        Change::Outline { sheet, rows } => looks::outline(book, sheet, rows, watcher),
        Change::Fill { sheet, runs } => fill(book, sheet, runs, watcher),
        Change::Insert { sheet, lines, at, identity } => structure::insert(book, (sheet, lines, at), identity, watcher),
        Change::Remove { sheet, lines, at, count, refill } => {
            structure::remove(book, (sheet, lines, at), count, &refill, watcher)
        }
        Change::Tables { sheet, tables } => replace_tables(book, sheet, tables, watcher),
        Change::AddSheet { position, content } => add_sheet(book, position, *content, watcher),
        Change::RemoveSheet { sheet } => remove_sheet(book, sheet, watcher),
        Change::RenameSheet { sheet, name } => rename_sheet(book, sheet, name, watcher),
        Change::MoveSheet { sheet, position } => move_sheet(book, sheet, position, watcher),
        Change::DefineName { name, sheet, meaning } => {
            let before = book.names.define(&name, sheet, meaning);
            watcher(book, Effect::Names);
            Ok(Change::DefineName { name, sheet, meaning: before })
        }
        Change::DefineTable { name, table } => define_table(book, name, table, watcher),
        Change::Iterate(iteration) => Ok(iterate(book, iteration, watcher)),
        Change::Batch(changes) => batch(book, changes, watcher),
    }
}

/// Whether a text may be a sheet's name, by Excel's rules.
pub fn check_sheet_name(book: &Book, name: &str, own: Option<SheetId>) -> Result<(), EditError> {
    let forbidden = |sign: char| "[]:*?/\\".contains(sign) || sign.is_control();
    let edge = name.starts_with('\'') || name.ends_with('\'');
    let faults = [
        (name.trim().is_empty(), EditError::NameEmpty),
        (name.chars().count() > 31, EditError::NameTooLong),
        (name.contains(forbidden), EditError::NameSign),
        (edge, EditError::NameQuote),
    ];
    if let Some((_, fault)) = faults.into_iter().find(|(is_wrong, _)| *is_wrong) {
        return Err(fault);
    }
    match book.sheet_named(name) {
        Some(other) if Some(other.id) != own => Err(EditError::NameTaken),
        _ => Ok(()),
    }
}

pub(super) fn find(book: &mut Book, sheet: SheetId) -> Result<&mut Sheet, EditError> {
    book.sheet_mut(sheet).ok_or(EditError::NoSuchSheet)
}

pub(super) fn write(
    book: &mut Book,
    sheet: SheetId,
    cells: Vec<(Address, Content)>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let target = find(book, sheet)?;
    let (mut written, mut before) = (BTreeMap::new(), Vec::with_capacity(cells.len()));
    for (address, content) in cells {
        written.entry(address.on(sheet)).or_insert_with(|| target.value(address));
        before.push((address, target.put(address, content)));
    }
    before.reverse();
    watcher(book, Effect::Written(written));
    Ok(Change::Write { sheet, cells: before })
}

fn annotate(
    book: &mut Book,
    sheet: SheetId,
    cells: Vec<(Address, Option<Note>)>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let notes = &mut find(book, sheet)?.notes;
    let before = cells.into_iter().map(|(address, note)| (address, notes.set(address, note)));
    let cells = before.collect::<Vec<_>>().into_iter().rev().collect();
    watcher(book, Effect::Redrawn(sheet));
    Ok(Change::Note { sheet, cells })
}

fn fill(book: &mut Book, sheet: SheetId, runs: Vec<Run>, watcher: &mut Watcher<'_>) -> Result<Change, EditError> {
    let cells = runs.into_iter().flat_map(|run| {
        let content = Content::Formula(run.formula.clone());
        (run.first..=run.last).map(move |row| (Address::new(row, run.column), content.clone()))
    });
    write(book, sheet, cells.collect(), watcher)
}

fn replace_tables(
    book: &mut Book,
    sheet: SheetId,
    tables: Vec<ReportTable>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let before = std::mem::replace(&mut find(book, sheet)?.tables, tables);
    watcher(book, Effect::Redrawn(sheet));
    Ok(Change::Tables { sheet, tables: before })
}

fn add_sheet(book: &mut Book, position: usize, sheet: Sheet, watcher: &mut Watcher<'_>) -> Result<Change, EditError> {
    check_sheet_name(book, &sheet.name, None)?;
    let id = sheet.id;
    book.restore_sheet(position, sheet);
    watcher(book, Effect::Sheets);
    Ok(Change::RemoveSheet { sheet: id })
}

fn remove_sheet(book: &mut Book, sheet: SheetId, watcher: &mut Watcher<'_>) -> Result<Change, EditError> {
    let position = book.position(sheet).ok_or(EditError::NoSuchSheet)?;
    if book.sheets.len() == 1 {
        return Err(EditError::LastSheet);
    }
    let content = Box::new(book.sheets.remove(position));
    watcher(book, Effect::Sheets);
    Ok(Change::AddSheet { position, content })
}

fn rename_sheet(book: &mut Book, sheet: SheetId, name: String, watcher: &mut Watcher<'_>) -> Result<Change, EditError> {
    check_sheet_name(book, &name, Some(sheet))?;
    let before = std::mem::replace(&mut find(book, sheet)?.name, name);
    watcher(book, Effect::Sheets);
    Ok(Change::RenameSheet { sheet, name: before })
}

fn move_sheet(
    book: &mut Book,
    sheet: SheetId,
    position: usize,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let before = book.position(sheet).ok_or(EditError::NoSuchSheet)?;
    let moved = book.sheets.remove(before);
    book.sheets.insert(position.min(book.sheets.len()), moved);
    watcher(book, Effect::Sheets);
    Ok(Change::MoveSheet { sheet, position: before })
}

fn define_table(
    book: &mut Book,
    name: String,
    table: Option<NamedTable>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    if let Some(table) = &table {
        find(book, table.region.sheet)?;
        book.check_table(table).map_err(|_| EditError::BadTable)?;
    }
    let table = book.tables.define(&name, table);
    watcher(book, Effect::Names);
    Ok(Change::DefineTable { name, table })
}

fn iterate(book: &mut Book, iteration: Option<Iteration>, watcher: &mut Watcher<'_>) -> Change {
    let limited = |limits: Iteration| Iteration { rounds: limits.rounds.clamp(1, Iteration::MOST_ROUNDS), ..limits };
    let before = std::mem::replace(&mut book.iteration, iteration.map(limited));
    watcher(book, Effect::Circles);
    Change::Iterate(before)
}

/// Applies changes in order; when one fails, those before it are taken back.
fn batch(book: &mut Book, changes: Vec<Change>, watcher: &mut Watcher<'_>) -> Result<Change, EditError> {
    let mut inverse = Vec::new();
    for change in changes {
        match apply(book, change, watcher) {
            Ok(back) => inverse.push(back),
            Err(error) => {
                for change in inverse.into_iter().rev() {
                    apply(book, change, watcher)?;
                }
                return Err(error);
            }
        }
    }
    inverse.reverse();
    Ok(Change::Batch(inverse))
}
