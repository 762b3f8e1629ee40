//! Tables whose rows or columns move: within it they stay in it, and what is taken out of it is no part of it any more.

use std::collections::HashSet;

use super::MoveError;
use crate::base::{Axis, AxisKind, LineId, LineMove, Region};
use crate::book::{Book, NamedTable, ReportTable, RowKind, Sheet, TableRow};
use crate::edit::change::Change;

/// The report tables of the sheet as they are afterwards.
pub fn report(sheet: &Sheet, lines: &LineMove) -> Option<Change> {
    let tables = sheet.tables.iter().map(|table| match lines.axis {
        AxisKind::Rows => with_rows(sheet, table, lines),
        AxisKind::Columns => with_columns(sheet, table, lines),
    });
    (!sheet.tables.is_empty()).then(|| Change::Tables { sheet: sheet.id, tables: tables.collect() })
}

/// Where lines stand afterwards.
fn places<'a>(axis: &'a Axis, lines: &'a LineMove) -> impl Fn(LineId) -> Option<u32> + 'a {
    |line| Some(lines.line(axis.position(line)?))
}

/// Whether the lines that move come to stand among those of a table that stay, or beside them when all of them were its own.
fn lands_within(stay: &[u32], lines: &LineMove, are_own: bool) -> bool {
    let (Some(first), Some(last)) = (stay.iter().min(), stay.iter().max()) else { return true };
    let end = lines.landing + lines.count() - 1;
    let is_between = *first < lines.landing && end < *last;
    is_between || (are_own && (end + 1 == *first || *last + 1 == lines.landing))
}

fn with_rows(sheet: &Sheet, table: &ReportTable, lines: &LineMove) -> ReportTable {
    let (mut moved, place) = (table.clone(), places(&sheet.rows, lines));
    let goes = |line: LineId| sheet.rows.position(line).is_some_and(|row| lines.takes(row));
    let stay: Vec<u32> = table.rows.iter().filter(|row| !goes(row.line)).filter_map(|row| place(row.line)).collect();
    let own = table.rows.iter().filter(|row| goes(row.line)).count();
    let are_own = own > 0;
    if !lands_within(&stay, lines, are_own) {
        moved.rows.retain(|row| !goes(row.line));
        moved.published.retain(|(row, _), _| !goes(*row));
    } else if !stay.is_empty() && (own as u32) < lines.count() {
        join(&mut moved, sheet, lines);
    }
    moved.rows.sort_by_key(|row| place(row.line));
    moved
}

/// Makes the rows that come in among those of a table a part of it. A row that was in another table keeps its kind.
fn join(table: &mut ReportTable, sheet: &Sheet, lines: &LineMove) {
    let place = places(&sheet.rows, lines);
    let is_above = |row: &&TableRow| place(row.line).is_some_and(|place| place < lines.landing);
    let level = table.rows.iter().rfind(is_above).map_or(0, |row| row.level);
    let is_heading = |line: &LineId| {
        let heading = &table.heading;
        let others = [heading.title_row, heading.subtitle_row];
        heading.header_rows.contains(line) || others.contains(&Some(*line))
    };
    let ids = (lines.first..=lines.last).filter_map(|row| sheet.rows.id(row));
    let new = ids.filter(|line| table.row(*line).is_none() && !is_heading(line)).map(|line| {
        let known = sheet.tables.iter().find_map(|other| other.row(line));
        let kind = known.map_or(RowKind::Detail, |row| row.kind);
        TableRow { kind, ..TableRow::detail(line, format!("rad-{}", line.0), level) }
    });
    let new: Vec<TableRow> = new.collect();
    table.rows.extend(new);
}

fn with_columns(sheet: &Sheet, table: &ReportTable, lines: &LineMove) -> ReportTable {
    let (mut moved, place) = (table.clone(), places(&sheet.columns, lines));
    let goes = |line: LineId| sheet.columns.position(line).is_some_and(|column| lines.takes(column));
    let all = || [table.label_column].into_iter().chain(table.columns.iter().map(|column| column.line));
    let stay: Vec<u32> = all().filter(|line| !goes(*line)).filter_map(&place).collect();
    if !lands_within(&stay, lines, all().any(goes)) {
        moved.columns.retain(|column| !goes(column.line));
        moved.published.retain(|(_, column), _| !goes(*column));
    }
    moved.columns.sort_by_key(|column| place(column.line));
    moved
}

/// The named tables that are other than rows or columns coming and going would leave them.
pub fn named(book: &Book, lines: &LineMove) -> Result<Vec<Change>, MoveError> {
    let touched = book.tables.iter().filter(|table| {
        let (low, high) = lines.axis.lines(table.region.range);
        table.region.sheet == lines.sheet && low <= lines.last && high >= lines.first
    });
    let changes = touched.map(|table| {
        let table = moved_table(table, lines)?;
        Ok(Change::DefineTable { name: table.name.clone(), table: Some(table) })
    });
    changes.collect()
}

fn moved_table(table: &NamedTable, lines: &LineMove) -> Result<NamedTable, MoveError> {
    let (low, high) = lines.axis.lines(table.region.range);
    if lines.takes(low) && lines.takes(high) {
        return Ok(NamedTable { region: lines.region(table.region), ..table.clone() });
    }
    match lines.axis {
        AxisKind::Rows => table_with_rows(table, lines, (low, high)),
        AxisKind::Columns => table_with_columns(table, lines, (low, high)),
    }
}

fn table_with_rows(table: &NamedTable, lines: &LineMove, (low, high): (u32, u32)) -> Result<NamedTable, MoveError> {
    if table.has_headers && lines.takes(low) || table.has_totals && lines.takes(high) {
        return Err(MoveError::TornTable);
    }
    let Region { range, .. } = lines.region(table.region);
    let (mut first, mut last) = AxisKind::Rows.lines(range);
    // Headers stay first and totals last: what comes before or after them is out of the table.
    if table.has_headers {
        first = lines.line(low);
    }
    if table.has_totals {
        last = lines.line(high);
    }
    if first + u32::from(table.has_headers) + u32::from(table.has_totals) > last {
        return Err(MoveError::TornTable);
    }
    Ok(NamedTable { region: lines.with_lines(table.region, first, last), ..table.clone() })
}

fn table_with_columns(table: &NamedTable, lines: &LineMove, (low, high): (u32, u32)) -> Result<NamedTable, MoveError> {
    if lines.first < low || lines.last > high {
        return Err(MoveError::TornTable);
    }
    let region = lines.region(table.region);
    let (first, last) = AxisKind::Columns.lines(region.range);
    let mut named: Vec<(u32, &String)> = (low..).map(|column| lines.line(column)).zip(&table.columns).collect();
    named.retain(|(column, _)| (first..=last).contains(column));
    named.sort_unstable();
    let columns: Vec<String> = named.into_iter().map(|(_, name)| name.clone()).collect();
    let distinct: HashSet<&String> = columns.iter().collect();
    if distinct.len() as u32 != last - first + 1 {
        return Err(MoveError::TornTable);
    }
    Ok(NamedTable { region, columns, ..table.clone() })
}
