//! Applying a change: the book is written, the inverse is given back, and what was touched is named.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::change::Change;
use super::structure;
use crate::base::{Address, Place, SheetId};
use crate::book::{Book, Content, Iteration, Run, Sheet};
use crate::value::Value;

/// What a change touched.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Effects {
    /// Cells that were written, with the value each had before.
    pub written: BTreeMap<Place, Value>,
    /// Sheets whose rows or columns moved.
    pub moved: Vec<SheetId>,
    /// Whether a sheet came, went or was renamed.
    pub sheets: bool,
    /// Whether a defined name changed.
    pub names: bool,
    /// Whether circles are calculated in another way.
    pub circles: bool,
}

/// A change that was applied.
#[derive(Debug, Clone)]
pub struct Applied {
    /// What it touched.
    pub effects: Effects,
    /// The change that takes it back.
    pub inverse: Change,
}

/// Why a change cannot be applied. The book is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EditError {
    /// The sheet is not in the book.
    NoSuchSheet,
    /// A sheet with that name is there already.
    NameTaken,
    /// The name is empty, too long or has a sign that a sheet's name may not have.
    BadName,
    /// It is the book's only sheet.
    LastSheet,
    /// Cells at the end of the sheet would be pushed off it.
    SheetFull,
    /// The rows or columns are not in the sheet.
    OutsideSheet,
}

impl Effects {
    /// Whether the structure of the book changed, so that everything must be looked at anew.
    pub fn is_structural(&self) -> bool {
        self.sheets || self.names || self.circles || !self.moved.is_empty()
    }

    fn merge(&mut self, later: Self) {
        for (place, before) in later.written {
            self.written.entry(place).or_insert(before);
        }
        self.moved.extend(later.moved);
        self.sheets |= later.sheets;
        self.names |= later.names;
        self.circles |= later.circles;
    }
}

/// Applies a change to a book.
pub fn apply(book: &mut Book, change: Change) -> Result<Applied, EditError> {
    match change {
        Change::Write { sheet, cells } => write(book, sheet, cells),
        Change::Format { sheet, cells } => format(book, sheet, cells),
        Change::Widths { sheet, columns } => widths(book, sheet, columns),
        Change::Hide { sheet, rows } => hide(book, sheet, rows),
        Change::Fill { sheet, runs } => fill(book, sheet, runs),
        Change::Insert { sheet, lines, at, identity } => structure::insert(book, (sheet, lines, at), identity),
        Change::Remove { sheet, lines, at, count, refill } => {
            structure::remove(book, (sheet, lines, at), count, &refill)
        }
        Change::Tables { sheet, tables } => {
            let target = find(book, sheet)?;
            let before = std::mem::replace(&mut target.tables, tables);
            let effects = Effects { moved: vec![sheet], ..Effects::default() };
            Ok(Applied { effects, inverse: Change::Tables { sheet, tables: before } })
        }
        Change::AddSheet { position, content } => add_sheet(book, position, *content),
        Change::RemoveSheet { sheet } => remove_sheet(book, sheet),
        Change::RenameSheet { sheet, name } => rename_sheet(book, sheet, name),
        Change::DefineName { name, meaning } => {
            let before = book.names.define(&name, meaning);
            let effects = Effects { names: true, ..Effects::default() };
            Ok(Applied { effects, inverse: Change::DefineName { name, meaning: before } })
        }
        Change::Iterate(iteration) => Ok(iterate(book, iteration)),
        Change::Batch(changes) => batch(book, changes),
    }
}

/// Whether a text may be a sheet's name, by Excel's rules.
pub fn check_sheet_name(book: &Book, name: &str, own: Option<SheetId>) -> Result<(), EditError> {
    let forbidden = |sign: char| "[]:*?/\\".contains(sign) || sign.is_control();
    let edge = name.starts_with('\'') || name.ends_with('\'');
    if name.trim().is_empty() || name.chars().count() > 31 || name.contains(forbidden) || edge {
        return Err(EditError::BadName);
    }
    match book.sheet_named(name) {
        Some(other) if Some(other.id) != own => Err(EditError::NameTaken),
        _ => Ok(()),
    }
}

pub(super) fn find(book: &mut Book, sheet: SheetId) -> Result<&mut Sheet, EditError> {
    book.sheet_mut(sheet).ok_or(EditError::NoSuchSheet)
}

fn write(book: &mut Book, sheet: SheetId, cells: Vec<(Address, Content)>) -> Result<Applied, EditError> {
    let target = find(book, sheet)?;
    let (mut written, mut before) = (BTreeMap::new(), Vec::with_capacity(cells.len()));
    for (address, content) in cells {
        written.entry(address.on(sheet)).or_insert_with(|| target.value(address));
        before.push((address, target.put(address, content)));
    }
    before.reverse();
    let effects = Effects { written, ..Effects::default() };
    Ok(Applied { effects, inverse: Change::Write { sheet, cells: before } })
}

fn format(book: &mut Book, sheet: SheetId, cells: Vec<(Address, Option<Rc<str>>)>) -> Result<Applied, EditError> {
    let target = find(book, sheet)?;
    let written = cells.iter().map(|(address, _)| (address.on(sheet), target.value(*address))).collect();
    let mut before: Vec<_> =
        cells.into_iter().map(|(address, code)| (address, target.formats.set(address, code))).collect();
    before.reverse();
    let effects = Effects { written, ..Effects::default() };
    Ok(Applied { effects, inverse: Change::Format { sheet, cells: before } })
}

fn widths(book: &mut Book, sheet: SheetId, columns: Vec<(u32, Option<f32>)>) -> Result<Applied, EditError> {
    let target = find(book, sheet)?;
    let before = columns.into_iter().map(|(column, width)| match width {
        Some(width) => (column, target.widths.insert(column, width)),
        None => (column, target.widths.remove(&column)),
    });
    let columns = before.collect::<Vec<_>>().into_iter().rev().collect();
    Ok(Applied { effects: redrawn(sheet), inverse: Change::Widths { sheet, columns } })
}

fn hide(book: &mut Book, sheet: SheetId, rows: Vec<(u32, bool)>) -> Result<Applied, EditError> {
    let hidden = &mut find(book, sheet)?.hidden_rows;
    let before = rows.into_iter().map(|(row, hide)| match hide {
        true => (row, !hidden.insert(row)),
        false => (row, hidden.remove(&row)),
    });
    let rows = before.collect::<Vec<_>>().into_iter().rev().collect();
    Ok(Applied { effects: redrawn(sheet), inverse: Change::Hide { sheet, rows } })
}

fn redrawn(sheet: SheetId) -> Effects {
    Effects { moved: vec![sheet], ..Effects::default() }
}

fn fill(book: &mut Book, sheet: SheetId, runs: Vec<Run>) -> Result<Applied, EditError> {
    let cells = runs.into_iter().flat_map(|run| {
        let content = Content::Formula(run.formula.clone());
        (run.first..=run.last).map(move |row| (Address::new(row, run.column), content.clone()))
    });
    write(book, sheet, cells.collect())
}

fn add_sheet(book: &mut Book, position: usize, sheet: Sheet) -> Result<Applied, EditError> {
    check_sheet_name(book, &sheet.name, None)?;
    let id = sheet.id;
    book.restore_sheet(position, sheet);
    Ok(Applied { effects: sheets_changed(), inverse: Change::RemoveSheet { sheet: id } })
}

fn remove_sheet(book: &mut Book, sheet: SheetId) -> Result<Applied, EditError> {
    let position = book.position(sheet).ok_or(EditError::NoSuchSheet)?;
    if book.sheets.len() == 1 {
        return Err(EditError::LastSheet);
    }
    let content = Box::new(book.sheets.remove(position));
    Ok(Applied { effects: sheets_changed(), inverse: Change::AddSheet { position, content } })
}

fn rename_sheet(book: &mut Book, sheet: SheetId, name: String) -> Result<Applied, EditError> {
    check_sheet_name(book, &name, Some(sheet))?;
    let before = std::mem::replace(&mut find(book, sheet)?.name, name);
    Ok(Applied { effects: sheets_changed(), inverse: Change::RenameSheet { sheet, name: before } })
}

fn iterate(book: &mut Book, iteration: Option<Iteration>) -> Applied {
    let limited = |limits: Iteration| Iteration { rounds: limits.rounds.clamp(1, Iteration::MOST_ROUNDS), ..limits };
    let before = std::mem::replace(&mut book.iteration, iteration.map(limited));
    let effects = Effects { circles: true, ..Effects::default() };
    Applied { effects, inverse: Change::Iterate(before) }
}

fn sheets_changed() -> Effects {
    Effects { sheets: true, ..Effects::default() }
}

/// Applies changes in order; when one fails, those before it are taken back.
fn batch(book: &mut Book, changes: Vec<Change>) -> Result<Applied, EditError> {
    let (mut effects, mut inverse) = (Effects::default(), Vec::new());
    for change in changes {
        match apply(book, change) {
            Ok(applied) => {
                effects.merge(applied.effects);
                inverse.push(applied.inverse);
            }
            Err(error) => {
                for change in inverse.into_iter().rev() {
                    apply(book, change)?;
                }
                return Err(error);
            }
        }
    }
    inverse.reverse();
    Ok(Applied { effects, inverse: Change::Batch(inverse) })
}
