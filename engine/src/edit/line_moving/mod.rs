//! Rows and columns taken to another place of their sheet with all that is said of them: contents, looks, notes, their
//! place in tables and their identity. Every formula and name goes on meaning the same lines. What comes out is a
//! [`Change`] that takes the lines away and puts them in elsewhere, so it is undone exactly.

mod follow;
mod tables;

use super::change::Change;
use super::conditional;
use crate::base::{Address, AxisKind, LineMove, Place, Range};
use crate::book::{Book, Filtering, OutlineMark, Sheet};

/// Lines ready to be moved.
#[derive(Debug, Clone)]
pub struct Moving {
    /// What moves them.
    pub change: Change,
    /// The first formulas that no longer read some of the lines, by where they stand afterwards.
    pub left: Vec<Place>,
    /// The first formulas that read them now and did not before.
    pub joined: Vec<Place>,
}

/// Why lines cannot be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveError {
    /// The sheet is not in the book.
    NoSuchSheet,
    /// A formula would come to stand among the cells that it reads.
    ReadsItself(Place),
    /// The headings of a filter, or the headers, the totals or some of the columns of a named table would be torn from it.
    TornTable,
}

/// The change that moves lines.
pub fn moved(book: &Book, lines: &LineMove) -> Result<Moving, MoveError> {
    let sheet = book.sheet(lines.sheet).ok_or(MoveError::NoSuchSheet)?;
    let (id, axis) = (lines.sheet, lines.axis);
    if tears_filter(&sheet.hidden.filtering, lines) {
        return Err(MoveError::TornTable);
    }
    let mut told = follow::Told::default();
    let carried = follow::carried(sheet, lines, &mut told)?;
    let elsewhere = follow::elsewhere(book, lines, &mut told);
    let identity = match axis {
        AxisKind::Rows => sheet.rows.part(lines.first, lines.count()),
        AxisKind::Columns => sheet.columns.part(lines.first, lines.count()),
    };
    let mut changes = vec![
        Change::Remove { sheet: id, lines: axis, at: lines.first, count: lines.count(), refill: Vec::new() },
        Change::Insert { sheet: id, lines: axis, at: lines.landing, identity },
        Change::Write { sheet: id, cells: carried },
    ];
    changes.extend(attached(sheet, lines));
    changes.extend(looks(sheet, lines));
    changes.extend(tables::report(sheet, lines));
    changes.extend(tables::named(book, lines)?);
    changes.extend(elsewhere);
    changes.extend(conditional::carried(book, lines));
    Ok(Moving { change: Change::Batch(changes), left: told.left, joined: told.joined })
}

/// The looks and notes of the lines, which go along.
fn attached(sheet: &Sheet, lines: &LineMove) -> [Change; 2] {
    let place = |cell: Address| lines.place(cell.on(sheet.id)).address;
    let goes = |cell: Address| lines.takes(lines.axis.line(cell));
    let looks = sheet.styles.within(lines.axis.range(lines.first, lines.last));
    let placed = |range: Range| Range { first: place(range.first), last: place(range.last) };
    let notes = sheet.notes.iter().filter(|(cell, _)| goes(*cell));
    [
        Change::Format { sheet: sheet.id, areas: looks.map(|(range, style)| (placed(range), Some(style))).collect() },
        Change::Note { sheet: sheet.id, cells: notes.map(|(cell, note)| (place(cell), Some(note.clone()))).collect() },
    ]
}

/// How the lines are shown, as before. What stays in sight does not change either.
fn looks(sheet: &Sheet, lines: &LineMove) -> Vec<Change> {
    let (id, axis) = (sheet.id, lines.axis);
    let hidden = sheet.hidden.of(axis).within(lines.first, lines.last);
    let spans = hidden.map(|(first, last)| (lines.line(first), lines.line(last), true)).collect();
    let mut looks = vec![Change::Hide { sheet: id, lines: axis, spans }];
    match axis {
        AxisKind::Rows => looks.extend(outline(sheet, lines)),
        AxisKind::Columns => {
            let columns = sheet.widths.between(&lines.first, &lines.last);
            let columns = columns.map(|(column, width)| (lines.line(*column), Some(*width))).collect();
            looks.push(Change::Widths { sheet: id, columns });
        }
    }
    if sheet.hidden.filtering != Filtering::default() {
        looks.push(Change::Filter { sheet: id, filtering: Box::new(filtering(&sheet.hidden.filtering, lines)) });
    }
    if sheet.rules != crate::book::Rules::default() {
        looks.push(Change::Rules { sheet: id, rules: Box::new(sheet.rules.moved(lines)) });
    }
    if sheet.hidden.frozen != crate::book::Frozen::default() {
        looks.push(Change::Freeze { sheet: id, frozen: sheet.hidden.frozen });
    }
    looks
}

/// The filter with its columns and hidden rows where they are afterwards.
fn filtering(filtering: &Filtering, lines: &LineMove) -> Filtering {
    let mut moved = filtering.clone();
    if lines.axis == AxisKind::Rows {
        moved.away = lines.set(&filtering.away);
    }
    if let Some(filter) = &mut moved.filter {
        let headings = filter.range.first.row;
        filter.range = lines.region(filter.range.on(lines.sheet)).range;
        match lines.axis {
            AxisKind::Rows => filter.range.first.row = lines.line(headings),
            AxisKind::Columns => {
                let criteria = std::mem::take(&mut filter.criteria).into_iter();
                filter.criteria = criteria.map(|(column, asked)| (lines.line(column), asked)).collect();
                let columns = filter.range.first.column..=filter.range.last.column;
                filter.criteria.retain(|column, _| columns.contains(column));
            }
        }
    }
    moved
}

/// Whether the headings of the filter would be taken from its rows.
fn tears_filter(filtering: &Filtering, lines: &LineMove) -> bool {
    filtering.filter.as_ref().is_some_and(|filter| {
        let (first, last) = (filter.range.first.row, filter.range.last.row);
        let leaves = lines.takes(first) && !lines.takes(last);
        lines.axis == AxisKind::Rows && (leaves || lines.line(first) > lines.line(last))
    })
}

/// The places of the rows in the outline. Rows that come in would else take on the level of those around them.
fn outline(sheet: &Sheet, lines: &LineMove) -> Option<Change> {
    let is_said = sheet.outline.iter().any(|(_, mark)| mark != OutlineMark::default());
    let marks = || (lines.first..=lines.last).map(|row| (lines.line(row), sheet.outline.at(row))).collect();
    is_said.then(|| Change::Outline { sheet: sheet.id, rows: marks() })
}

/// The cells of the lines that hold something of their own.
fn filled(sheet: &Sheet, lines: &LineMove) -> Vec<Address> {
    sheet.own_cells(lines.axis.range(lines.first, lines.last))
}
