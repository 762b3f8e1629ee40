//! How the lines of a sheet are shown, between the file's schema and the book.

use super::filters;
use super::into_book::refused;
use crate::base::{MAX_COLUMNS, MAX_ROWS, Range};
use crate::book::{Frozen, OutlineMark, Sheet};
use crate::file::FileError;
use crate::file::v1::{self, HiddenRows, OutlineRows};

/// Writes how the lines are shown.
pub fn write(sheet: &Sheet, into: &mut v1::Sheet) {
    into.hidden = sheet.hidden.rows.intervals().map(to_rows).collect();
    let columns = sheet.hidden.columns.intervals();
    into.hidden_columns = columns.map(|(first, last)| Range::columns_between(first, last).to_string()).collect();
    into.filter = filters::written(&sheet.hidden.filtering);
    let Frozen { rows, columns } = sheet.hidden.frozen;
    into.frozen = (rows > 0 || columns > 0).then_some(v1::Frozen { rows, columns });
    into.outline = to_outline(sheet);
}

/// Reads how the lines are shown.
pub fn read(from: &v1::Sheet, sheet: &mut Sheet) -> Result<(), FileError> {
    for rows in &from.hidden {
        let (first, last) = from_rows(&from.name, rows)?;
        sheet.hidden.rows.insert(first, last);
    }
    for text in &from.hidden_columns {
        let range =
            Range::parse(text).filter(|range| range.is_whole_columns()).ok_or_else(|| refused(&from.name, text))?;
        sheet.hidden.columns.insert(range.first.column, range.last.column);
    }
    if let Some(filter) = &from.filter {
        sheet.hidden.filtering = filters::read(&from.name, filter)?;
    }
    if let Some(v1::Frozen { rows, columns }) = from.frozen {
        if rows >= MAX_ROWS || columns >= MAX_COLUMNS {
            return Err(refused(&from.name, &format!("{rows} rows and {columns} columns that stay in sight")));
        }
        sheet.hidden.frozen = Frozen { rows, columns };
    }
    from.outline.iter().try_for_each(|rows| read_outline(rows, sheet))
}

pub(super) fn to_rows((first, last): (u32, u32)) -> HiddenRows {
    if first == last {
        HiddenRows::One(first + 1)
    } else {
        HiddenRows::Several(Range::rows_between(first, last).to_string())
    }
}

pub(super) fn from_rows(sheet: &str, rows: &HiddenRows) -> Result<(u32, u32), FileError> {
    match rows {
        HiddenRows::One(row) if (1..=MAX_ROWS).contains(row) => Ok((row - 1, row - 1)),
        HiddenRows::One(row) => Err(refused(sheet, &row.to_string())),
        HiddenRows::Several(text) => {
            let range = Range::parse(text).filter(|range| range.is_whole_rows()).ok_or_else(|| refused(sheet, text))?;
            Ok((range.first.row, range.last.row))
        }
    }
}

fn to_outline(sheet: &Sheet) -> Vec<OutlineRows> {
    let mut outline: Vec<OutlineRows> = Vec::new();
    for (row, OutlineMark { level, is_folded }) in sheet.outline.iter() {
        match outline.last_mut() {
            Some(above) if above.row + above.count == row + 1 && (above.level, above.folded) == (level, is_folded) => {
                above.count += 1;
            }
            _ => outline.push(OutlineRows { row: row + 1, count: 1, level, folded: is_folded }),
        }
    }
    outline
}

fn read_outline(rows: &OutlineRows, sheet: &mut Sheet) -> Result<(), FileError> {
    let OutlineRows { row, count, level, folded } = *rows;
    let end = row.checked_add(count).filter(|end| row > 0 && *end <= MAX_ROWS + 1);
    let end = end.ok_or_else(|| refused(&sheet.name, &format!("{count} rows of an outline from row {row}")))?;
    if level.is_some_and(|level| level > OutlineMark::DEEPEST) {
        return Err(refused(&sheet.name, &format!("the level of row {row} in the outline")));
    }
    (row..end).for_each(|row| _ = sheet.outline.set(row - 1, OutlineMark { level, is_folded: folded }));
    Ok(())
}
