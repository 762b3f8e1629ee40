//! Rows shown by what stands in their cells: the filter of a sheet, what can be chosen in it, and what it hides.

use std::collections::{BTreeMap, BTreeSet};

use super::presentation::Spot;
use super::refusal::{RefusalKind, worded};
use super::{ChangeSet, Refusal, Session, deeds, presentation};
use crate::base::{Address, AxisKind, IntervalSet, LineChange, Place, Range, SheetId, Shift};
use crate::book::{Filter, Filtering, Sheet};
use crate::display::{Locale, editable, read_in_year};
use crate::edit::filtering::{self, Rows};
use crate::edit::{Change, Deed, DeedKind};
use crate::value::{Value, order};

pub use crate::book::{Condition, Criterion, Test};

/// More choices than these are not listed.
pub const MOST_CHOICES: usize = 10_000;

/// A text that cells of a column show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its name in a criterion; empty for blank cells.
    pub key: String,
    /// What is seen.
    pub text: String,
    /// How many rows have it.
    pub count: usize,
    /// Whether its rows pass what is asked of the column.
    pub is_shown: bool,
}

/// What can be chosen in a column.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// The column's heading.
    pub heading: String,
    /// The texts of the rows that the other columns let through, in order.
    pub items: Vec<Choice>,
    /// Whether there were too many to list.
    pub are_cut: bool,
    /// What is asked of the column now.
    pub criterion: Option<Criterion>,
}

/// The cells that the filter of a sheet is over, its headings among them.
pub fn range(session: &Session, sheet: SheetId) -> Option<Range> {
    of(session, sheet).map(|filter| filter.range)
}

/// Whether anything is asked of a column.
pub fn is_filtered(session: &Session, sheet: SheetId, column: u32) -> bool {
    of(session, sheet).is_some_and(|filter| filter.criteria.contains_key(&column))
}

/// Whether the filter of a sheet asks for anything.
pub fn is_active(session: &Session, sheet: SheetId) -> bool {
    of(session, sheet).is_some_and(|filter| !filter.criteria.is_empty())
}

/// How many of how many rows the filter of a sheet shows, when it asks for anything.
pub fn count(session: &Session, sheet: SheetId) -> Option<(u32, u32)> {
    let sheet = session.book.sheet(sheet)?;
    let filter = sheet.hidden.filtering.filter.as_ref().filter(|filter| !filter.criteria.is_empty())?;
    let (first, last) = (filter.range.first.row, filter.range.last.row);
    let away: u32 = sheet.hidden.filtering.away.within(first, last).map(|(low, high)| high - low + 1).sum();
    Some((last - first - away.min(last - first), last - first))
}

/// The parts of a range that the filter of the sheet does not hide.
pub fn seen(session: &Session, sheet: SheetId, range: Range) -> Vec<Range> {
    let Some(sheet) = session.book.sheet(sheet).filter(|sheet| !sheet.hidden.filtering.away.is_empty()) else {
        return vec![range];
    };
    let (mut seen, mut next) = (Vec::new(), range.first.row);
    let rows = |first, last| Range::new(Address::new(first, range.first.column), Address::new(last, range.last.column));
    for (first, last) in sheet.hidden.filtering.away.within(range.first.row, range.last.row) {
        if first > next {
            seen.push(rows(next, first - 1));
        }
        next = last + 1;
    }
    if next <= range.last.row {
        seen.push(rows(next, range.last.row));
    }
    seen
}

/// Takes the rows from one to another away, but for those that the filter hides.
pub fn delete_seen_rows(session: &mut Session, sheet: SheetId, first: u32, last: u32) -> Result<ChangeSet, Refusal> {
    let rows = seen(session, sheet, Range::rows_between(first, last));
    let remove = |range: &Range| {
        let (at, count) = (range.first.row, range.height());
        Change::Remove { sheet, lines: AxisKind::Rows, at, count, refill: Vec::new() }
    };
    let deed = Deed::cells(DeedKind::DeletedRows, Range::rows_between(first, last).on(sheet));
    deeds::apply_as(session, deed, Change::Batch(rows.iter().rev().map(remove).collect()))
}

/// Puts a filter on the report table, or else the filled cells, around a cell; takes it away where there is one.
pub fn toggle(session: &mut Session, place: Place) -> Result<ChangeSet, Refusal> {
    let sheet = sheet_of(session, place.sheet)?;
    if let Some(filter) = &sheet.hidden.filtering.filter {
        let deed = Deed::cells(DeedKind::Unfiltered, filter.range.on(place.sheet));
        return change(session, place.sheet, deed, Filtering::default());
    }
    let rows = filtering::around(sheet, place.address).ok_or_else(|| nothing(session.locale))?;
    let filter = Filter { range: rows.range, criteria: BTreeMap::new() };
    let deed = Deed::cells(DeedKind::Filtered, rows.range.on(place.sheet));
    change(session, place.sheet, deed, Filtering { filter: Some(filter), away: IntervalSet::default() })
}

/// Asks something of a column, or nothing any more.
pub fn set(session: &mut Session, sheet: SheetId, column: u32, asked: Option<Criterion>) -> Result<ChangeSet, Refusal> {
    let mut criteria = of(session, sheet).ok_or_else(|| nothing(session.locale))?.criteria.clone();
    match asked {
        Some(asked) => criteria.insert(column, asked),
        None => criteria.remove(&column),
    };
    apply(session, sheet, criteria)
}

/// Asks nothing any more; the filter stays to be asked again.
pub fn clear(session: &mut Session, sheet: SheetId) -> Result<ChangeSet, Refusal> {
    apply(session, sheet, BTreeMap::new())
}

/// Looks again at all rows, also at those that were added below, as they are now.
pub fn reapply(session: &mut Session, sheet: SheetId) -> Result<ChangeSet, Refusal> {
    let criteria = of(session, sheet).ok_or_else(|| nothing(session.locale))?.criteria.clone();
    apply(session, sheet, criteria)
}

/// What can be chosen in a column of the filter.
pub fn choices(session: &Session, sheet: SheetId, column: u32) -> Option<Choices> {
    let sheet = session.book.sheet(sheet)?;
    let filter = sheet
        .hidden
        .filtering
        .filter
        .as_ref()
        .filter(|filter| (filter.range.first.column..=filter.range.last.column).contains(&column))?;
    let criterion = filter.criteria.get(&column);
    let mut others = filter.criteria.clone();
    others.remove(&column);
    let mut found: BTreeMap<String, (Value, Choice)> = BTreeMap::new();
    let mut are_cut = false;
    for (first, _) in rows(sheet, filter).blocks.into_iter().filter(|(row, _)| passes(sheet, &others, *row)) {
        let cell = Address::new(first, column);
        let (value, key) = (sheet.value(cell), key(sheet, cell));
        if found.len() == MOST_CHOICES && !found.contains_key(&key) {
            are_cut = true;
            continue;
        }
        let is_shown = criterion.is_none_or(|criterion| criterion.holds(&value, || key.clone()));
        let new = || Choice { key: key.clone(), text: shown(sheet, cell, session.locale), count: 0, is_shown };
        found.entry(key.clone()).or_insert_with(|| (value, new())).1.count += 1;
    }
    let mut items: Vec<(Value, Choice)> = found.into_values().collect();
    items
        .sort_by(|(one, _), (other, _)| one.is_blank().cmp(&other.is_blank()).then_with(|| order::compare(one, other)));
    Some(Choices {
        heading: shown(sheet, Address::new(filter.range.first.row, column), session.locale),
        items: items.into_iter().map(|(_, choice)| choice).collect(),
        are_cut,
        criterion: criterion.cloned(),
    })
}

/// A comparison with what somebody typed, as a cell would read it; `None` when it lacks a number that it needs.
pub fn condition(session: &Session, test: Test, operand: &str, to: &str) -> Option<Condition> {
    let read = |text: &str| match read_in_year(text.trim(), session.locale, None).into_value() {
        Value::Number(number) => Value::Number(number),
        _ => Value::text(text.trim()),
    };
    let is_of_text = matches!(test, Test::Contains | Test::NotContains | Test::BeginsWith | Test::EndsWith);
    let operand = if is_of_text { Value::text(operand.trim()) } else { read(operand) };
    let to = match (test, read(to)) {
        (Test::Between, Value::Number(to)) => Some(to),
        (Test::Between, _) => return None,
        _ => None,
    };
    let is_number = matches!(operand, Value::Number(_));
    let is_given = is_number || (test != Test::Between && operand != Value::text(""));
    is_given.then_some(Condition { test, operand, to })
}

/// What a comparison compares with, as it would be typed.
pub fn typed(session: &Session, condition: &Condition) -> (String, String) {
    let written = |value: &Value| editable(value, session.locale);
    let to = condition.to.map(|to| written(&Value::Number(to)));
    (written(&condition.operand), to.unwrap_or_default())
}

/// A text as it would be typed to become that text in a cell.
pub fn typed_text(session: &Session, text: &str) -> String {
    editable(&Value::text(text), session.locale)
}

fn of(session: &Session, sheet: SheetId) -> Option<&Filter> {
    session.book.sheet(sheet)?.hidden.filtering.filter.as_ref()
}

fn sheet_of(session: &Session, sheet: SheetId) -> Result<&Sheet, Refusal> {
    session.book.sheet(sheet).ok_or_else(|| Refusal::of_edit(crate::edit::EditError::NoSuchSheet, session.locale))
}

/// The change that shows what the filter hides because of columns that go, if any of them is asked about; to be made when
/// they are gone.
pub(super) fn without_columns(session: &Session, id: SheetId, at: u32, count: u32) -> Option<Change> {
    let sheet = session.book.sheet(id)?;
    let filter = of(session, id)?;
    let shift = Shift { sheet: id, axis: AxisKind::Columns, at, change: LineChange::Delete(count) };
    let mut criteria = filter.criteria.clone();
    criteria.retain(|column, _| shift.moved(*column).is_some());
    if criteria.len() == filter.criteria.len() || sheet.hidden.filtering.goes_with(&shift) {
        return None;
    }
    let mut filtering = asked(sheet, filter, criteria);
    filtering.shift(&shift);
    Some(Change::Filter { sheet: id, filtering: Box::new(filtering) })
}

fn apply(session: &mut Session, id: SheetId, criteria: BTreeMap<u32, Criterion>) -> Result<ChangeSet, Refusal> {
    let sheet = sheet_of(session, id)?;
    let filter = of(session, id).ok_or_else(|| nothing(session.locale))?;
    let kind = if criteria.is_empty() { DeedKind::Unfiltered } else { DeedKind::Filtered };
    let filtering = asked(sheet, filter, criteria);
    let range = filtering.filter.as_ref().map_or(filter.range, |filter| filter.range);
    change(session, id, Deed::cells(kind, range.on(id)), filtering)
}

/// A filter that asks for something else, with the rows that it then hides.
fn asked(sheet: &Sheet, filter: &Filter, criteria: BTreeMap<u32, Criterion>) -> Filtering {
    let Rows { range, blocks } = rows(sheet, filter);
    let mut away = IntervalSet::default();
    if !criteria.is_empty() {
        let hidden = blocks.into_iter().filter(|(row, _)| !passes(sheet, &criteria, *row));
        hidden.for_each(|(first, last)| _ = away.insert(first, last));
    }
    Filtering { filter: Some(Filter { range, criteria }), away }
}

fn change(session: &mut Session, sheet: SheetId, deed: Deed, filtering: Filtering) -> Result<ChangeSet, Refusal> {
    deeds::apply_as(session, deed, Change::Filter { sheet, filtering: Box::new(filtering) })
}

/// The rows that a filter decides on now: those around its headings, with what was added below.
fn rows(sheet: &Sheet, filter: &Filter) -> Rows {
    let found =
        filtering::around(sheet, filter.range.first).filter(|rows| rows.range.first.row == filter.range.first.row);
    let below = || (filter.range.first.row + 1..=filter.range.last.row).map(|row| (row, row)).collect();
    found.unwrap_or_else(|| Rows { range: filter.range, blocks: below() })
}

fn passes(sheet: &Sheet, criteria: &BTreeMap<u32, Criterion>, row: u32) -> bool {
    criteria.iter().all(|(column, criterion)| {
        let cell = Address::new(row, *column);
        criterion.holds(&sheet.value(cell), || key(sheet, cell))
    })
}

/// The text by which a cell is chosen, whatever the language of who chooses; case does not matter.
fn key(sheet: &Sheet, cell: Address) -> String {
    shown(sheet, cell, Locale::English).to_lowercase()
}

fn shown(sheet: &Sheet, cell: Address, locale: Locale) -> String {
    let spot = presentation::spot(sheet, cell);
    presentation::text(sheet, cell, &sheet.value(cell), spot.as_ref(), locale).trim().to_owned()
}

/// The texts of a column in the filled cells around a cell, each once, in order; without titles and headings.
pub fn texts_around(session: &Session, place: Place) -> Vec<String> {
    let Some(sheet) = session.book.sheet(place.sheet) else { return Vec::new() };
    let column = place.address.column;
    let is_title =
        |cell| matches!(presentation::spot(sheet, cell), Some(Spot::Title | Spot::Subtitle | Spot::Header(_)));
    let is_text = |row: &u32| {
        let cell = Address::new(*row, column);
        *row != place.address.row && sheet.formulas.at(cell).is_none() && !is_title(cell)
    };
    let text = |row| match sheet.value(Address::new(row, column)) {
        Value::Text(text) if !text.trim().is_empty() => Some(text.to_string()),
        _ => None,
    };
    let rows = column_block(sheet, place.address);
    let mut texts = BTreeSet::new();
    for text in (rows.0..=rows.1).filter(is_text).filter_map(text) {
        texts.insert(text);
        if texts.len() == MOST_CHOICES {
            break;
        }
    }
    let mut texts: Vec<String> = texts.into_iter().collect();
    texts.sort_by(|one, other| order::compare(&Value::text(one), &Value::text(other)));
    texts
}

/// The rows above and below a cell that are filled in its column without a gap.
fn column_block(sheet: &Sheet, cell: Address) -> (u32, u32) {
    let is_filled = |row: u32| !sheet.value(Address::new(row, cell.column)).is_blank();
    let last = sheet.used().map_or(cell.row, |used| used.last.row);
    let above = (0..cell.row).rev().take_while(|row| is_filled(*row)).last().unwrap_or(cell.row);
    let below = (cell.row + 1..=last).take_while(|row| is_filled(*row)).last().unwrap_or(cell.row);
    (above, below)
}

fn nothing(locale: Locale) -> Refusal {
    Refusal {
        kind: RefusalKind::NotAllowed,
        reason: worded(locale, "Här finns inga rader att filtrera.", "There are no rows to filter here."),
        hint: Some(worded(
            locale,
            "Markera en cell bland rader som har en rubrikrad.",
            "Select a cell among rows that have headings above them.",
        )),
        span: None,
    }
}
