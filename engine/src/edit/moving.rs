//! Cells moved elsewhere, as cutting and pasting does: contents and looks go along, and every formula, name and table of
//! the book that meant them means them still. What comes out is a [`Change`] made of plain writes, so it is undone
//! exactly and in one step.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::apply::EditError;
use super::change::Change;
use super::{conditional, report_tables};
use crate::base::{Address, Place, Range, Region, Relocation, SheetId};
use crate::book::attached::Attached;
use crate::book::{Book, Content, Formula, NamedTable, Run, Sheet};
use crate::syntax::{Reference, relocate};

/// The change that moves the cells of a region so that its first one stands at a place.
pub fn moved(book: &Book, from: Region, to: Place) -> Result<Change, EditError> {
    let relocation = Relocation::new(from, to).ok_or(EditError::PastEdge)?;
    if relocation.to == from {
        return Ok(Change::Batch(Vec::new()));
    }
    relocated(book, &relocation).map(Change::Batch)
}

/// The changes that take cells elsewhere, with all that follows them.
pub(super) fn relocated(book: &Book, relocation: &Relocation) -> Result<Vec<Change>, EditError> {
    let source = book.sheet(relocation.from.sheet).ok_or(EditError::NoSuchSheet)?;
    let target = book.sheet(relocation.to.sheet).ok_or(EditError::NoSuchSheet)?;
    let mut changes = followed(book, relocation);
    changes.extend(contents(source, target, relocation));
    let sheets = (source, target);
    let note = |sheet, cells| Change::Note { sheet, cells };
    changes.extend(styles(sheets, relocation));
    changes.extend(attached(sheets, relocation, |sheet| &sheet.notes, note));
    changes.extend(conditional::moved(book, relocation));
    changes.extend(rules(book, relocation));
    changes.extend(named_tables(book, relocation));
    changes.extend(report_tables::moved(sheets, relocation));
    Ok(changes)
}

/// The changes to names, and to formulas that stay where they are.
fn followed(book: &Book, relocation: &Relocation) -> Vec<Change> {
    let origin = Place::default();
    let names = book.names.iter().filter_map(|(name, sheet, meaning)| {
        let rewritten = relocate(meaning, origin, origin, relocation);
        let meaning = (rewritten != **meaning).then(|| Some(Rc::new(rewritten)))?;
        Some(Change::DefineName { name: name.to_owned(), sheet, meaning })
    });
    let formulas = book.sheets.iter().filter_map(|sheet| {
        let runs = rewritten_runs(sheet, relocation);
        (!runs.is_empty()).then_some(Change::Fill { sheet: sheet.id, runs })
    });
    names.chain(formulas).collect()
}

/// The formulas of a sheet that have to be written in another way, but for those that move or are covered.
fn rewritten_runs(sheet: &Sheet, relocation: &Relocation) -> Vec<Run> {
    let mut rewritten: Vec<Run> = Vec::new();
    let reads =
        |run: &Run| run.formula.references.iter().any(|reference| may_read(reference, run, sheet.id, relocation));
    for run in sheet.formulas.runs().filter(reads) {
        for row in run.first..=run.last {
            let place = Address::new(row, run.column).on(sheet.id);
            if !relocation.from.contains(place) && !relocation.to.contains(place) {
                rewritten.extend(rewritten_at(&run, place, relocation, rewritten.last()));
            }
        }
    }
    rewritten
}

/// A cell's formula as it is to be written, sharing its tree with the one before it where it is the same.
fn rewritten_at(run: &Run, place: Place, relocation: &Relocation, before: Option<&Run>) -> Option<Run> {
    let expression = relocate(&run.formula.expression, place, place, relocation);
    if expression == run.formula.expression {
        return None;
    }
    let Address { row, column } = place.address;
    let shared = before.filter(|before| before.column == column && before.formula.expression == expression);
    let formula = shared.map_or_else(|| Formula::new(expression), |before| before.formula.clone());
    Some(Run { column, first: row, last: row, formula })
}

/// Whether a reference of a run may mean cells that move or are covered.
fn may_read(reference: &Reference, run: &Run, sheet: SheetId, relocation: &Relocation) -> bool {
    let Some(read) = reference.target(sheet) else { return false };
    let at = |row| reference.range(Address::new(row, run.column));
    match (at(run.first), at(run.last)) {
        (Some(first), Some(last)) => relocation.touches(first.union(last).on(read)),
        _ => true,
    }
}

/// Writes of the moved cells, of those that they leave empty and of those that they cover.
fn contents(source: &Sheet, target: &Sheet, relocation: &Relocation) -> Vec<Change> {
    let mut writes: BTreeMap<SheetId, BTreeMap<Address, Content>> = BTreeMap::new();
    let mut put = |place: Place, content| _ = writes.entry(place.sheet).or_default().insert(place.address, content);
    let moving = filled(source, relocation.from.range);
    moving.iter().for_each(|cell| put(cell.on(source.id), Content::Blank));
    filled(target, relocation.to.range).into_iter().for_each(|cell| put(cell.on(target.id), Content::Blank));
    for cell in moving {
        let (before, after) = (cell.on(source.id), relocation.place(cell.on(source.id)));
        put(after, carried(source.content(cell), before, after, relocation));
    }
    writes.into_iter().map(|(sheet, cells)| Change::Write { sheet, cells: cells.into_iter().collect() }).collect()
}

/// What a cell holds after it moved.
fn carried(content: Content, before: Place, after: Place, relocation: &Relocation) -> Content {
    match content {
        Content::Formula(formula) => {
            let expression = relocate(&formula.expression, before, after, relocation);
            let same = expression == formula.expression;
            Content::Formula(if same { formula } else { Formula::new(expression) })
        }
        content => content,
    }
}

/// The cells of a range that hold something of their own.
fn filled(sheet: &Sheet, range: Range) -> Vec<Address> {
    let mut cells = Vec::new();
    sheet.visit(range, &mut |cell, _| {
        if sheet.spills.filling(cell).is_none() {
            cells.push(cell);
        }
    });
    cells
}

/// Cells with what is attached to them, or taken away.
type Attachments<T> = Vec<(Address, Option<T>)>;

/// What is attached to cells goes along with them.
fn attached<T: Clone>(
    (source, target): (&Sheet, &Sheet),
    relocation: &Relocation,
    held: fn(&Sheet) -> &Attached<T>,
    change: fn(SheetId, Attachments<T>) -> Change,
) -> Vec<Change> {
    let mut changed: BTreeMap<SheetId, BTreeMap<Address, Option<T>>> = BTreeMap::new();
    let mut put = |place: Place, attached| _ = changed.entry(place.sheet).or_default().insert(place.address, attached);
    let within = |sheet: &Sheet, range: Range| -> Vec<(Address, T)> {
        let cells = held(sheet).iter().filter(|(cell, _)| range.contains(*cell));
        cells.map(|(cell, attached)| (cell, attached.clone())).collect()
    };
    let moving = within(source, relocation.from.range);
    moving.iter().for_each(|(cell, _)| put(cell.on(source.id), None));
    within(target, relocation.to.range).into_iter().for_each(|(cell, _)| put(cell.on(target.id), None));
    moving.into_iter().for_each(|(cell, attached)| put(relocation.place(cell.on(source.id)), Some(attached)));
    changed.into_iter().map(|(sheet, cells)| change(sheet, cells.into_iter().collect())).collect()
}

/// Looks go along, and what they leave and cover has none.
fn styles((source, target): (&Sheet, &Sheet), relocation: &Relocation) -> Vec<Change> {
    let from = relocation.from.range;
    let (left, covered) = (source.styles.within(from).next(), target.styles.within(relocation.to.range).next());
    if left.is_none() && covered.is_none() {
        return Vec::new();
    }
    let place = |cell: Address| relocation.place(cell.on(source.id)).address;
    let placed = |range: Range| Range { first: place(range.first), last: place(range.last) };
    let areas = source.styles.cover(from).into_iter().map(|(range, style)| (placed(range), style));
    vec![
        Change::Format { sheet: source.id, areas: vec![(from, None)] },
        Change::Format { sheet: target.id, areas: areas.collect() },
    ]
}

/// What may be written goes along with the cells, and lists mean the cells that they meant.
fn rules(book: &Book, relocation: &Relocation) -> Vec<Change> {
    let changed = book.sheets.iter().filter_map(|sheet| {
        let mut rules = sheet.rules.relocated((sheet.id, sheet.id), relocation);
        let comes_from =
            Some(relocation.from.sheet).filter(|from| *from != sheet.id && relocation.to.sheet == sheet.id);
        if let Some(source) = comes_from.and_then(|from| book.sheet(from)) {
            let coming = source.rules.relocated((source.id, sheet.id), relocation);
            rules.marks.extend(coming.marks);
            rules.validations.extend(coming.validations);
        }
        (rules != sheet.rules).then(|| Change::Rules { sheet: sheet.id, rules: Box::new(rules) })
    });
    changed.collect()
}

/// Named tables that move as a whole.
fn named_tables(book: &Book, relocation: &Relocation) -> Vec<Change> {
    let moves = |table: &&NamedTable| {
        let region = table.region;
        region.sheet == relocation.from.sheet && region.range.intersection(relocation.from.range) == Some(region.range)
    };
    let moved = book.tables.iter().filter(moves).filter_map(|table| {
        let region = relocation.region(table.region)?;
        Some(Change::DefineTable { name: table.name.clone(), table: Some(NamedTable { region, ..table.clone() }) })
    });
    moved.collect()
}
