//! Rows and columns coming and going: values move, formulas are rewritten so that they mean the same cells as before.
//! A run of formulas is rewritten once for each part of it that the shift treats alike, not once for each cell.

use std::rc::Rc;

use super::apply::{Applied, EditError, Effects, find};
use super::change::Change;
use crate::base::axis::Run as LineRun;
use crate::base::{Address, Axis, LineId, MAX_COLUMNS, MAX_ROWS, Place, Range, SheetId};
use crate::book::{Book, Content, Formula, Lines, ReportTable, RowKind, Run, Sheet, TableRow};
use crate::syntax::{AxisKind, LineChange, Shift, breakpoints, rewrite};

/// The sheet, rows or columns, and the first line.
type Target = (SheetId, Lines, u32);

/// Makes room for lines.
pub fn insert(book: &mut Book, (sheet, lines, at): Target, identity: Vec<LineRun>) -> Result<Applied, EditError> {
    let count: u32 = identity.iter().map(|run| run.length).sum();
    let target = find(book, sheet)?;
    let limit = limit(lines);
    if at >= limit || count == 0 || count > limit {
        return Err(EditError::OutsideSheet);
    }
    if target.used().is_some_and(|used| end(used, lines) >= limit - count) {
        return Err(EditError::SheetFull);
    }
    let tables = target.tables.clone();
    let shift = Shift { sheet, axis: axis(lines), at, change: LineChange::Insert(count) };
    shift_formulas(book, shift);
    let target = find(book, sheet)?;
    let refill = target.insert_lines(lines, at, count, &identity);
    let joined = match lines {
        Lines::Rows => join_tables(target, at, &identity),
        Lines::Columns => false,
    };
    let mut inverse = vec![Change::Remove { sheet, lines, at, count, refill }];
    if joined {
        inverse.push(Change::Tables { sheet, tables });
    }
    Ok(moved(sheet, inverse))
}

/// Takes lines away.
pub fn remove(
    book: &mut Book,
    (sheet, lines, at): Target,
    count: u32,
    refill: &[LineRun],
) -> Result<Applied, EditError> {
    let target = find(book, sheet)?;
    if count == 0 || at.checked_add(count).is_none_or(|end| end > limit(lines)) {
        return Err(EditError::OutsideSheet);
    }
    let cells = contents(target, lines, at, count);
    let formats = formats(target, lines, at, count);
    let tables = target.tables.clone();
    let looks = looks(target, sheet, lines, at..at + count);
    let shift = Shift { sheet, axis: axis(lines), at, change: LineChange::Delete(count) };
    let lost = shift_formulas(book, shift);
    let identity = find(book, sheet)?.remove_lines(lines, at, count, refill);
    let mut inverse = vec![Change::Insert { sheet, lines, at, identity }];
    inverse.push(Change::Write { sheet, cells });
    inverse.push(Change::Format { sheet, cells: formats });
    inverse.push(looks);
    // Rows that come back would else join tables that they were never part of, or twice.
    inverse.push(Change::Tables { sheet, tables });
    inverse.extend(lost);
    Ok(moved(sheet, inverse))
}

fn moved(sheet: SheetId, inverse: Vec<Change>) -> Applied {
    let effects = Effects { moved: vec![sheet], ..Effects::default() };
    Applied { effects, inverse: Change::Batch(inverse) }
}

/// Rewrites every formula and name of the book, and gives the changes that restore those that lost a reference.
fn shift_formulas(book: &mut Book, shift: Shift) -> Vec<Change> {
    let mut lost = Vec::new();
    for sheet in &mut book.sheets {
        let mut runs = Vec::new();
        for run in sheet.formulas.take() {
            for piece in pieces(sheet.id, &run, shift) {
                shift_piece(sheet, piece, shift, &mut runs);
            }
        }
        if !runs.is_empty() {
            lost.push(Change::Fill { sheet: sheet.id, runs });
        }
    }
    lost.extend(shift_names(book, shift));
    lost
}

/// Puts the shifted part of a run where it belongs, and notes it as it was when a reference in it was deleted.
fn shift_piece(sheet: &mut Sheet, piece: Run, shift: Shift, lost: &mut Vec<Run>) {
    let before = Address::new(piece.first, piece.column);
    let Some(after) = destination(sheet.id, before, shift) else { return };
    let rewritten = rewrite(&piece.formula.expression, before.on(sheet.id), after.on(sheet.id), shift);
    let unchanged = rewritten.expression == piece.formula.expression;
    let formula = if unchanged { piece.formula.clone() } else { Formula::new(rewritten.expression) };
    let last = after.row + (piece.last - piece.first);
    sheet.formulas.put(Run { column: after.column, first: after.row, last, formula });
    if rewritten.touched {
        lost.push(piece);
    }
}

fn destination(sheet: SheetId, cell: Address, shift: Shift) -> Option<Address> {
    if sheet != shift.sheet {
        return Some(cell);
    }
    match shift.axis {
        AxisKind::Rows => Some(Address::new(shift.moved(cell.row)?, cell.column)),
        AxisKind::Columns => Some(Address::new(cell.row, shift.moved(cell.column)?)),
    }
}

/// Cuts a run where the shift begins to treat its cells differently.
fn pieces(sheet: SheetId, run: &Run, shift: Shift) -> Vec<Run> {
    let cuts = breakpoints(&run.formula.expression, (run.first, run.last), sheet, shift);
    let starts = std::iter::once(run.first).chain(cuts.iter().copied());
    let ends = cuts.iter().map(|cut| cut - 1).chain([run.last]);
    starts.zip(ends).map(|(first, last)| Run { first, last, ..run.clone() }).collect()
}

fn shift_names(book: &mut Book, shift: Shift) -> Vec<Change> {
    let origin = Place::default();
    let rewritten: Vec<_> = book
        .names
        .iter()
        .map(|(name, meaning)| (name.to_owned(), meaning.clone(), rewrite(meaning, origin, origin, shift)))
        .filter(|(_, meaning, rewritten)| rewritten.expression != **meaning)
        .collect();
    let mut lost = Vec::new();
    for (name, meaning, rewritten) in rewritten {
        if rewritten.touched {
            lost.push(Change::DefineName { name: name.clone(), meaning: Some(meaning) });
        }
        book.names.define(&name, Some(Rc::new(rewritten.expression)));
    }
    lost
}

/// What the cells of some lines hold.
fn contents(sheet: &Sheet, lines: Lines, at: u32, count: u32) -> Vec<(Address, Content)> {
    let Some(used) = sheet.used() else { return Vec::new() };
    let all = match lines {
        Lines::Rows => Range::rows_between(at, at + count - 1),
        Lines::Columns => Range::columns_between(at, at + count - 1),
    };
    let cells = used.intersection(all).into_iter().flat_map(Range::cells);
    cells.map(|cell| (cell, sheet.content(cell))).filter(|(_, content)| *content != Content::Blank).collect()
}

/// The number formats of some lines.
fn formats(sheet: &Sheet, lines: Lines, at: u32, count: u32) -> Vec<(Address, Option<Rc<str>>)> {
    let within = |cell: Address| match lines {
        Lines::Rows => (at..at + count).contains(&cell.row),
        Lines::Columns => (at..at + count).contains(&cell.column),
    };
    let formats = sheet.formats.iter().filter(|(cell, _)| within(*cell));
    formats.map(|(cell, code)| (cell, Some(code.clone()))).collect()
}

/// The widths of some columns, or which of some rows are hidden.
fn looks(target: &Sheet, sheet: SheetId, lines: Lines, range: std::ops::Range<u32>) -> Change {
    match lines {
        Lines::Rows => {
            let rows = target.hidden_rows.range(range).map(|row| (*row, true)).collect();
            Change::Hide { sheet, rows }
        }
        Lines::Columns => {
            let columns = target.widths.range(range).map(|(column, width)| (*column, Some(*width))).collect();
            Change::Widths { sheet, columns }
        }
    }
}

/// Makes rows that came in among a table's rows part of the table; false when no table was concerned.
fn join_tables(sheet: &mut Sheet, at: u32, identity: &[LineRun]) -> bool {
    let lines: Vec<LineId> =
        identity.iter().flat_map(|run| (0..run.length).map(|offset| LineId(run.first + u64::from(offset)))).collect();
    let Sheet { rows, tables, .. } = sheet;
    let mut joined = false;
    for table in tables {
        if let Some(index) = place_in_table(table, rows, at) {
            let level = table.rows[index.saturating_sub(1)].level;
            let added = lines.iter().map(|line| TableRow {
                line: *line,
                id: format!("rad-{}", line.0),
                kind: RowKind::Detail,
                level,
            });
            table.rows.splice(index..index, added.collect::<Vec<_>>());
            joined = true;
        }
    }
    joined
}

/// Where in a table's list of rows a row that came in at `at` belongs; `None` when it stands before, after or outside.
fn place_in_table(table: &ReportTable, rows: &Axis, at: u32) -> Option<usize> {
    let positions: Vec<Option<u32>> = table.rows.iter().map(|row| rows.position(row.line)).collect();
    let first = positions.iter().flatten().min()?;
    let index = positions.iter().position(|position| position.is_some_and(|position| position > at))?;
    (at > *first).then_some(index)
}

const fn limit(lines: Lines) -> u32 {
    match lines {
        Lines::Rows => MAX_ROWS,
        Lines::Columns => MAX_COLUMNS,
    }
}

const fn axis(lines: Lines) -> AxisKind {
    match lines {
        Lines::Rows => AxisKind::Rows,
        Lines::Columns => AxisKind::Columns,
    }
}

const fn end(used: Range, lines: Lines) -> u32 {
    match lines {
        Lines::Rows => used.last.row,
        Lines::Columns => used.last.column,
    }
}
