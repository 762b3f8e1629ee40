//! Rows and columns coming and going: values move, formulas keep their meaning, and what would be lost is noted for the
//! inverse.

use std::rc::Rc;

use super::apply::{EditError, Effect, Watcher, find, write};
use super::change::Change;
use super::{conditional, looks};
use crate::base::axis::Run as LineRun;
use crate::base::{Address, Axis, AxisKind, LineChange, LineId, Place, Range, SheetId, Shift, sorting};
use crate::book::{Book, Content, Filtering, ReportTable, Sheet, TableRow};
use crate::syntax::rewrite;

/// The sheet, rows or columns, and the first line.
type Target = (SheetId, AxisKind, u32);

/// Makes room for lines.
pub fn insert(
    book: &mut Book,
    (sheet, lines, at): Target,
    identity: Vec<LineRun>,
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let count: u32 = identity.iter().map(|run| run.length).sum();
    let target = find(book, sheet)?;
    let limit = lines.limit();
    if at >= limit || count == 0 || count > limit {
        return Err(EditError::OutsideSheet);
    }
    if target.used().is_some_and(|used| lines.lines(used).1 >= limit - count) {
        return Err(EditError::SheetFull);
    }
    let shift = Shift { sheet, axis: lines, at, change: LineChange::Insert(count) };
    take_back_arrays(book, shift, watcher)?;
    // What reaches to the end of the sheet may lose its last lines.
    let looks = looks::of_lines(find(book, sheet)?, lines, limit - count..limit);
    let lost = shift_formulas(book, shift);
    let target = find(book, sheet)?;
    let refill = target.shift(&shift, &identity);
    let tables = match lines {
        AxisKind::Rows => join_tables(target, at, &identity),
        AxisKind::Columns => None,
    };
    tell(book, shift, &lost, watcher);
    let mut inverse = vec![Change::Remove { sheet, lines, at, count, refill }];
    inverse.extend(tables.map(|tables| Change::Tables { sheet, tables }));
    inverse.extend(looks);
    inverse.extend(lost);
    Ok(Change::Batch(inverse))
}

/// Takes lines away.
pub fn remove(
    book: &mut Book,
    (sheet, lines, at): Target,
    count: u32,
    refill: &[LineRun],
    watcher: &mut Watcher<'_>,
) -> Result<Change, EditError> {
    let target = find(book, sheet)?;
    if count == 0 || at.checked_add(count).is_none_or(|end| end > lines.limit()) {
        return Err(EditError::OutsideSheet);
    }
    let cells = filled_cells(target, lines, at, count);
    let going = at..at + count;
    let mut restored = looks::of_lines(target, lines, going.clone());
    restored.extend(notes(target, sheet, lines, going));
    // Rows that come back would else join tables that they were never part of, or twice.
    restored.extend((!target.tables.is_empty()).then(|| Change::Tables { sheet, tables: target.tables.clone() }));
    let emptied = cells.into_iter().map(|cell| (cell, Content::Blank)).collect();
    let contents = write(book, sheet, emptied, watcher)?;
    let shift = Shift { sheet, axis: lines, at, change: LineChange::Delete(count) };
    take_back_arrays(book, shift, watcher)?;
    // What the filter hid is to be calculated again, when it goes with its headings.
    if find(book, sheet)?.hidden.filtering.goes_with(&shift) {
        looks::filter(book, sheet, Filtering::default(), watcher)?;
    }
    let lost = shift_formulas(book, shift);
    let identity = find(book, sheet)?.shift(&shift, refill);
    tell(book, shift, &lost, watcher);
    let mut inverse = vec![Change::Insert { sheet, lines, at, identity }, contents];
    inverse.extend(restored);
    inverse.extend(lost);
    Ok(Change::Batch(inverse))
}

/// Takes back the arrays that would be cut; their formulas are told of as written, so that they are calculated again.
fn take_back_arrays(book: &mut Book, shift: Shift, watcher: &mut Watcher<'_>) -> Result<(), EditError> {
    let before = find(book, shift.sheet)?.take_back_arrays(&shift);
    if !before.is_empty() {
        let before = sorting::map_of(before.into_iter().map(|(cell, value)| (cell.on(shift.sheet), value)));
        watcher(book, Effect::Written(before));
    }
    Ok(())
}

/// Keeps the meaning of every formula, name and table of the book, and gives the changes that restore those that lost
/// something.
fn shift_formulas(book: &mut Book, shift: Shift) -> Vec<Change> {
    let mut lost = Vec::new();
    for sheet in &mut book.sheets {
        let runs = sheet.formulas.shift(sheet.id, shift);
        if !runs.is_empty() {
            lost.push(Change::Fill { sheet: sheet.id, runs });
        }
        let before = sheet.rules.clone();
        if sheet.rules.shift_lists(&shift) && sheet.id != shift.sheet {
            lost.push(Change::Rules { sheet: sheet.id, rules: Box::new(before) });
        }
    }
    lost.extend(conditional::shift(book, &shift));
    lost.extend(shift_names(book, shift));
    let cut = book.tables.shift(&shift).into_iter();
    lost.extend(cut.map(|table| Change::DefineTable { name: table.name.clone(), table: Some(table) }));
    lost
}

/// Tells of a shift, and of the named tables that have other rows or columns after it.
fn tell(book: &Book, shift: Shift, lost: &[Change], watcher: &mut Watcher<'_>) {
    watcher(book, Effect::Shifted(shift));
    if lost.iter().any(|change| matches!(change, Change::DefineTable { .. })) {
        watcher(book, Effect::Names);
    }
}

fn shift_names(book: &mut Book, shift: Shift) -> Vec<Change> {
    let origin = Place::default();
    let rewritten: Vec<_> = book
        .names
        .iter()
        .map(|(name, sheet, meaning)| {
            ((name.to_owned(), sheet), meaning.clone(), rewrite(meaning, origin, origin, shift))
        })
        .filter(|(_, meaning, rewritten)| rewritten.expression != **meaning)
        .collect();
    let mut lost = Vec::new();
    for ((name, sheet), meaning, rewritten) in rewritten {
        if rewritten.touched {
            lost.push(Change::DefineName { name: name.clone(), sheet, meaning: Some(meaning) });
        }
        book.names.define(&name, sheet, Some(Rc::new(rewritten.expression)));
    }
    lost
}

/// The cells of some lines that hold something.
fn filled_cells(sheet: &Sheet, lines: AxisKind, at: u32, count: u32) -> Vec<Address> {
    let Some(used) = sheet.used() else { return Vec::new() };
    let all = lines.range(at, at + count - 1);
    let cells = used.intersection(all).into_iter().flat_map(Range::cells);
    cells.filter(|cell| sheet.content(*cell) != Content::Blank).collect()
}

/// The change that gives some lines the notes that they have.
fn notes(target: &Sheet, sheet: SheetId, lines: AxisKind, range: std::ops::Range<u32>) -> Option<Change> {
    let notes = target.notes.iter().filter(|(cell, _)| range.contains(&lines.line(*cell)));
    let cells: Vec<_> = notes.map(|(cell, note)| (cell, Some(note.clone()))).collect();
    (!cells.is_empty()).then_some(Change::Note { sheet, cells })
}

/// Makes rows that came in among a table's rows part of the table; gives the tables as they were when there was one.
fn join_tables(sheet: &mut Sheet, at: u32, identity: &[LineRun]) -> Option<Vec<ReportTable>> {
    let places: Vec<Option<usize>> = sheet.tables.iter().map(|table| place_in_table(table, &sheet.rows, at)).collect();
    if places.iter().all(Option::is_none) {
        return None;
    }
    let before = sheet.tables.clone();
    for (table, place) in sheet.tables.iter_mut().zip(places) {
        let Some(index) = place else { continue };
        let level = table.rows[index.saturating_sub(1)].level;
        let added = lines_of(identity).map(|line| {
            let id = format!("rad-{}", line.0);
            TableRow::detail(line, id, level)
        });
        table.rows.splice(index..index, added);
    }
    Some(before)
}

fn lines_of(identity: &[LineRun]) -> impl Iterator<Item = LineId> + '_ {
    identity.iter().flat_map(|run| (0..run.length).map(|offset| LineId(run.first + u64::from(offset))))
}

/// Where in a table's list of rows a row that came in at `at` belongs; `None` when it stands before, after or outside.
fn place_in_table(table: &ReportTable, rows: &Axis, at: u32) -> Option<usize> {
    let positions: Vec<Option<u32>> = table.rows.iter().map(|row| rows.position(row.line)).collect();
    let first = positions.iter().flatten().min()?;
    let index = positions.iter().position(|position| position.is_some_and(|position| position > at))?;
    (at > *first).then_some(index)
}
