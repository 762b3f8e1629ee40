//! Which rows can change places: the groups of detail rows of a report table, or of the filled cells around a cell.

use crate::base::{Address, AxisKind, IntervalSet, Range};
use crate::book::{ReportTable, RowKind, Sheet};
use crate::syntax::Shape;
use crate::value::Value;

/// Cells to sort.
pub struct Area {
    /// All of them, with the rows that stay.
    pub range: Range,
    /// The row that names the columns.
    pub headings: Option<u32>,
    /// The column whose texts name the rows.
    pub labels: u32,
    /// Whether a report table tells what each row is.
    pub is_report: bool,
    /// Rows that may change places with one another.
    pub groups: Vec<Vec<Block>>,
    /// How many rows stay because they add up others.
    pub sums: usize,
    /// How many rows stay because they are hidden.
    pub hidden: usize,
}

/// Rows that move together: a detail row with those that specify it.
pub struct Block {
    pub first: u32,
    pub last: u32,
}

/// The report table around a cell, or else the selected rows when there are several, or else the filled cells around it.
/// Whether these have headings is told from what they hold when it is not said.
pub fn around(sheet: &Sheet, selected: Range, headings: Option<bool>) -> Option<Area> {
    let cell = selected.first;
    let table = sheet
        .tables
        .iter()
        .find_map(|table| Some((table, table.range(sheet)?)).filter(|(_, range)| range.contains(cell)));
    match table {
        Some((table, range)) => Some(report(sheet, table, range)),
        None => {
            let rows = if super::is_tall(selected) { some_rows(sheet, selected) } else { filled(sheet, cell) };
            Some(plain(sheet, rows?, headings))
        }
    }
}

/// The selected rows in all the columns that are filled beside them, since a row is never torn apart.
fn some_rows(sheet: &Sheet, selected: Range) -> Option<Range> {
    let range = sheet.used()?.intersection(selected)?;
    let beside = filled(sheet, range.first)?;
    let columns = (range.first.column.min(beside.first.column), range.last.column.max(beside.last.column));
    Some(Range::new(Address::new(range.first.row, columns.0), Address::new(range.last.row, columns.1)))
}

/// The rows of a report table.
fn report(sheet: &Sheet, table: &ReportTable, range: Range) -> Area {
    let headings = table.heading.header_rows.iter().rev().find_map(|line| sheet.rows.position(*line));
    let labels = sheet.columns.position(table.label_column).unwrap_or(range.first.column);
    let sums = table.rows.iter().filter(|row| matches!(row.kind, RowKind::Sum | RowKind::Subtotal)).count();
    let groups = of_table(sheet, table);
    Area { range, headings, labels, is_report: true, groups, sums, hidden: 0 }.seen(sheet)
}

/// The rows of plain cells.
fn plain(sheet: &Sheet, range: Range, headings: Option<bool>) -> Area {
    let has_headings = headings.unwrap_or_else(|| has_headings(sheet, range));
    let headings = has_headings.then_some(range.first.row);
    let groups = of_cells(sheet, range, headings);
    let moving: usize = groups.iter().map(Vec::len).sum();
    let sums = range.height() as usize - usize::from(has_headings) - moving;
    Area { range, headings, labels: range.first.column, is_report: false, groups, sums, hidden: 0 }.seen(sheet)
}

impl Area {
    /// Without what is hidden as a whole, which stays where it is: somebody who does not see it means others.
    fn seen(mut self, sheet: &Sheet) -> Self {
        let is_hidden = |block: &Block| sheet.hidden.rows.covers(block.first, block.last);
        let hidden = self.groups.iter().flatten().filter(|block| is_hidden(block));
        self.hidden = hidden.map(|block| (block.last - block.first + 1) as usize).sum();
        self.groups.iter_mut().for_each(|group| group.retain(|block| !is_hidden(block)));
        self
    }
}

/// The groups of a report table. A detail row takes along the rows after it that lie deeper in the outline or are a part
/// of it; every other row stays, and no row goes past it.
fn of_table(sheet: &Sheet, table: &ReportTable) -> Vec<Vec<Block>> {
    let (mut groups, mut level): (Vec<Vec<Block>>, Option<u8>) = (Vec::new(), None);
    for row in &table.rows {
        let Some(position) = sheet.rows.position(row.line) else { continue };
        let open = groups.last_mut().and_then(|group| group.last_mut()).filter(|_| level.is_some());
        let follows = |block: &&mut Block| block.last + 1 == position;
        match (row.kind, level, open.filter(follows)) {
            (RowKind::OfWhich, Some(_), Some(block)) => block.last = position,
            (RowKind::Detail, Some(own), Some(block)) if row.level > own => block.last = position,
            (RowKind::Detail, Some(own), Some(_)) if row.level == own => {
                groups.last_mut().into_iter().for_each(|group| group.push(Block { first: position, last: position }));
            }
            (RowKind::Detail, ..) => {
                groups.push(vec![Block { first: position, last: position }]);
                level = Some(row.level);
            }
            _ => level = None,
        }
    }
    groups
}

/// The groups of plain cells: rows between headings and sums.
fn of_cells(sheet: &Sheet, range: Range, headings: Option<u32>) -> Vec<Vec<Block>> {
    let (start, sums) = (headings.map_or(range.first.row, |row| row + 1), sums(sheet, range));
    let mut groups: Vec<Vec<Block>> = vec![Vec::new()];
    for row in start..=range.last.row {
        if sums.contains(row) {
            groups.push(Vec::new());
        } else if let Some(group) = groups.last_mut() {
            group.push(Block { first: row, last: row });
        }
    }
    groups
}

/// Whether the first row holds only text, over a row that does not.
fn has_headings(sheet: &Sheet, range: Range) -> bool {
    let columns = || range.first.column..=range.last.column;
    let value = |row, column| sheet.value(Address::new(row, column));
    let is_text = |row: u32| columns().all(|column| matches!(value(row, column), Value::Text(_) | Value::Blank));
    range.height() > 1 && is_text(range.first.row) && !is_text(range.first.row + 1)
}

/// The rows with a formula that reads several rows of the same cells.
fn sums(sheet: &Sheet, range: Range) -> IntervalSet {
    let mut sums = IntervalSet::default();
    let (first, last) = AxisKind::Rows.lines(range);
    let columns = range.first.column..=range.last.column;
    for run in columns.flat_map(|column| sheet.formulas.runs_within(column, first, last)) {
        // Most formulas read single cells, and need not be looked at row by row.
        let several = run.formula.references.iter().filter(|reference| reference.shape != Shape::Cell);
        for reference in several {
            for row in run.first.max(first)..=run.last.min(last) {
                let read = reference.resolve(Address::new(row, run.column).on(sheet.id));
                let of_sheet = read.filter(|region| region.sheet == sheet.id && super::is_tall(region.range));
                if of_sheet.is_some_and(|region| region.range.intersection(range).is_some()) {
                    sums.add(row);
                }
            }
        }
    }
    sums
}

/// The filled cells around one, up to blank rows and columns.
fn filled(sheet: &Sheet, cell: Address) -> Option<Range> {
    let used = sheet.used()?;
    let is_filled = |range: Range| {
        let mut any = false;
        sheet.visit(range, &mut |_, _| any = true);
        any
    };
    let mut range = Range::cell(cell);
    loop {
        let before = range;
        let Range { first, last } = &mut range;
        // Rows are looked at one by one, whole columns only once they are as tall as they become.
        let (left, right) = (first.column.saturating_sub(1), (last.column + 1).min(used.last.column));
        let row = |row| is_filled(Range::new(Address::new(row, left), Address::new(row, right)));
        while last.row < used.last.row && row(last.row + 1) {
            last.row += 1;
        }
        while first.row > 0 && row(first.row - 1) {
            first.row -= 1;
        }
        let (top, bottom) = (first.row.saturating_sub(1), (last.row + 1).min(used.last.row));
        let column = |column| is_filled(Range::new(Address::new(top, column), Address::new(bottom, column)));
        if last.column < used.last.column && column(last.column + 1) {
            last.column += 1;
        }
        if first.column > 0 && column(first.column - 1) {
            first.column -= 1;
        }
        if range == before {
            return is_filled(range).then_some(range);
        }
    }
}
