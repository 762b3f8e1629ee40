//! Rows put in order without breaking what they add up to: only detail rows move, each within its group and with the rows
//! that specify it; sums and headings stay where they are, and every formula goes on reading the same amounts.

pub(super) mod area;
mod follow;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::change::Change;
use crate::base::{Address, AxisKind, IntervalSet, Place, Range, Region, sorting};
use crate::book::{Book, Content, Formula, ReportTable, Sheet};
use crate::value::{Value, order};

use area::{Area, Block};
use follow::Moving;

/// A column to sort by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key {
    /// The column.
    pub column: u32,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// By what rows are sorted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Order {
    /// The columns; each decides between rows that are equal by those before it.
    pub keys: Vec<Key>,
    /// Whether the first row names the columns, where no report table tells; without an answer it is told from the cells.
    pub headings: Option<bool>,
}

impl Order {
    /// By one column.
    pub fn by(column: u32, descending: bool) -> Self {
        Self { keys: vec![Key { column, descending }], headings: None }
    }
}

/// What sorting would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// The cells that are sorted, with the rows that stay.
    pub range: Range,
    /// The row that names the columns.
    pub headings: Option<u32>,
    /// The column whose texts name the rows.
    pub labels: u32,
    /// Whether a report table tells what each row is.
    pub is_report: bool,
    /// How many rows may change places.
    pub movable: usize,
    /// Into how many groups other rows part them.
    pub groups: usize,
    /// How many rows stay because they add up others.
    pub sums: usize,
    /// How many rows stay because they are hidden.
    pub hidden: usize,
    /// The rows of the largest group in their new order.
    pub order: Vec<u32>,
}

/// Rows ready to be put in order.
#[derive(Debug, Clone)]
pub struct Sorting {
    /// What puts them in order.
    pub change: Change,
    /// The cells that are sorted.
    pub region: Region,
    /// How many rows move.
    pub moved: usize,
}

/// Why rows cannot be sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortError {
    /// There are no rows to sort there.
    NoRows,
    /// They are in that order already.
    InOrder,
    /// An array lies in the rows.
    Array(Address),
    /// A formula reads some of the rows that change places, and not all.
    Partial(Place),
}

/// Sorts the report table around a cell, or else the selected rows when there are several, or else the filled cells.
pub fn sort(book: &Book, selected: Region, order: &Order) -> Result<Sorting, SortError> {
    let sheet = book.sheet(selected.sheet).ok_or(SortError::NoRows)?;
    let area = area::around(sheet, selected.range, order.headings).ok_or(SortError::NoRows)?;
    let map = places(sheet, &area, &order.keys);
    if map.is_empty() {
        let has_rows = area.groups.iter().any(|group| group.len() > 1);
        return Err(if has_rows { SortError::InOrder } else { SortError::NoRows });
    }
    let moving = Moving::new(sheet.id, area.range, map);
    if let Some(cell) = moving.sources().find(|cell| holds_array(sheet, *cell)) {
        return Err(SortError::Array(cell));
    }
    let change = Change::Batch(changes(book, sheet, &moving)?);
    Ok(Sorting { change, region: area.range.on(sheet.id), moved: moving.rows.len() })
}

/// What sorting would do; `None` where there are no rows to sort.
pub fn plan(book: &Book, selected: Region, order: &Order) -> Option<Plan> {
    let sheet = book.sheet(selected.sheet)?;
    let Area { range, headings, labels, is_report, groups, sums, hidden } =
        area::around(sheet, selected.range, order.headings)?;
    let groups: Vec<_> = groups.into_iter().filter(|group| group.len() > 1).collect();
    let largest = groups.iter().max_by_key(|group| group.len())?;
    let rows = |block: &Block| (block.last - block.first + 1) as usize;
    Some(Plan {
        range,
        headings,
        labels,
        is_report,
        movable: groups.iter().flatten().map(rows).sum(),
        groups: groups.len(),
        sums,
        hidden,
        order: sorted(sheet, largest, &order.keys).into_iter().map(|block| block.first).collect(),
    })
}

fn holds_array(sheet: &Sheet, cell: Address) -> bool {
    sheet.spills.filling(cell).is_some() || sheet.spills.at(cell).is_some()
}

/// Where each row goes that does not stay.
fn places(sheet: &Sheet, area: &Area, keys: &[Key]) -> BTreeMap<u32, u32> {
    let mut map = BTreeMap::new();
    for group in &area.groups {
        let rows = sorted(sheet, group, keys).into_iter().flat_map(|block| block.first..=block.last);
        // Rows that are hidden as a whole stand between them and stay.
        let places = group.iter().flat_map(|block| block.first..=block.last);
        map.extend(rows.zip(places).filter(|(old, new)| old != new));
    }
    map
}

fn sorted<'a>(sheet: &Sheet, group: &'a [Block], keys: &[Key]) -> Vec<&'a Block> {
    let mut sorted: Vec<&Block> = group.iter().collect();
    sorting::sort_by(&mut sorted, |one, other| by_keys(sheet, keys, one.first, other.first));
    sorted
}

fn by_keys(sheet: &Sheet, keys: &[Key], one: u32, other: u32) -> Ordering {
    let by_key = |key: &Key| {
        let value = |row| sheet.value(Address::new(row, key.column));
        compare(&value(one), &value(other), key.descending)
    };
    keys.iter().map(by_key).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

/// Numbers come before text, as in Excel, and blanks last in both directions.
fn compare(one: &Value, other: &Value, descending: bool) -> Ordering {
    match (one.is_blank(), other.is_blank()) {
        (true, true) => Ordering::Equal,
        (true, false) => Ordering::Greater,
        (false, true) => Ordering::Less,
        (false, false) if descending => order::compare(other, one),
        (false, false) => order::compare(one, other),
    }
}

fn changes(book: &Book, sheet: &Sheet, moving: &Moving) -> Result<Vec<Change>, SortError> {
    let (id, mut cells, mut areas, mut notes) = (sheet.id, Vec::new(), Vec::new(), Vec::new());
    for from in moving.sources() {
        let to = moving.place(from.on(id)).address;
        let content = match sheet.content(from) {
            Content::Formula(formula) => Content::Formula(moving.followed(from.on(id), &formula)?.unwrap_or(formula)),
            content => content,
        };
        cells.push((to, content));
        let style = sheet.styles.at(from);
        if style != sheet.styles.at(to) {
            areas.push((Range::cell(to), style.cloned()));
        }
        let note = sheet.notes.at(from);
        if note != sheet.notes.at(to) {
            notes.push((to, note.cloned()));
        }
    }
    let mut changes = vec![
        Change::Write { sheet: id, cells },
        Change::Format { sheet: id, areas },
        Change::Note { sheet: id, cells: notes },
    ];
    if !sheet.tables.is_empty() {
        let tables = sheet.tables.iter().map(|table| moved_table(sheet, table, moving)).collect();
        changes.push(Change::Tables { sheet: id, tables });
    }
    changes.extend(hiding(sheet, moving));
    changes.extend(filtering(sheet, moving));
    changes.extend(elsewhere(book, moving)?);
    Ok(changes)
}

/// Of rows that move together some may be hidden, and are so where they come to stand.
fn hiding(sheet: &Sheet, moving: &Moving) -> Option<Change> {
    let is_hidden = |row: u32| sheet.hidden.rows.contains(row);
    let turned = moving.rows.iter().filter(|(from, to)| is_hidden(**from) != is_hidden(**to));
    let spans: Vec<_> = turned.map(|(from, to)| (*to, *to, is_hidden(*from))).collect();
    (!spans.is_empty()).then_some(Change::Hide { sheet: sheet.id, lines: AxisKind::Rows, spans })
}

/// What a filter hides stays hidden wherever it goes.
fn filtering(sheet: &Sheet, moving: &Moving) -> Option<Change> {
    let mut filtering = sheet.hidden.filtering.clone();
    if filtering.away.is_empty() {
        return None;
    }
    let rows = sheet.hidden.filtering.away.intervals().flat_map(|(first, last)| first..=last);
    filtering.away = IntervalSet::default();
    filtering.away.extend(rows.map(|row| moving.rows.get(&row).copied().unwrap_or(row)));
    Some(Change::Filter { sheet: sheet.id, filtering: Box::new(filtering) })
}

/// Formulas that stay where they are and read cells that move.
fn elsewhere(book: &Book, moving: &Moving) -> Result<Vec<Change>, SortError> {
    let mut changes = Vec::new();
    for sheet in &book.sheets {
        let mut cells = Vec::new();
        for run in sheet.formulas.runs().filter(|run| moving.may_concern(sheet.id, run)) {
            for row in run.first..=run.last {
                let place = Address::new(row, run.column).on(sheet.id);
                if moving.place(place) != place {
                    continue;
                }
                if let Some(formula) = moving.followed(place, &run.formula)? {
                    cells.push((place.address, Content::Formula(formula)));
                }
            }
        }
        if !cells.is_empty() {
            changes.push(Change::Write { sheet: sheet.id, cells });
        }
    }
    for (name, scope, meaning) in book.names.iter() {
        if let Some(formula) = moving.followed(Place::default(), &Formula::new((**meaning).clone()))? {
            let meaning = Some(std::rc::Rc::new(formula.expression.clone()));
            changes.push(Change::DefineName { name: name.to_owned(), sheet: scope, meaning });
        }
    }
    Ok(changes)
}

/// A report table whose rows and published figures have moved along.
fn moved_table(sheet: &Sheet, table: &ReportTable, moving: &Moving) -> ReportTable {
    let line = |line| {
        let to = sheet.rows.position(line).and_then(|row| moving.rows.get(&row));
        to.and_then(|row| sheet.rows.id(*row)).unwrap_or(line)
    };
    let mut moved = table.clone();
    if moving.range.intersection(table.range(sheet).unwrap_or(moving.range)).is_none() {
        return moved;
    }
    moved.rows.iter_mut().for_each(|row| row.line = line(row.line));
    sorting::sort_by_key(&mut moved.rows, |row| sheet.rows.position(row.line));
    let published = table.published.iter().map(|((row, column), value)| ((line(*row), *column), value.clone()));
    moved.published = sorting::map_of(published);
    moved
}

/// Whether a range reaches over several rows.
fn is_tall(range: Range) -> bool {
    range.height() > 1
}
