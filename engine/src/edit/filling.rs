//! Filling cells from their neighbours: down, to the right, or by dragging a corner in any direction. What comes out is a
//! [`Change`], so it is undone in one step.

use super::change::Change;
use super::series::{Seed, continued};
use crate::base::{Address, Range, Region, SheetId};
use crate::book::{Book, Content, Painted, RowKind, Sheet};
use crate::display::Format;

pub use super::series::DateStep;

/// Fills a region with what stands in its first row, or in the row above where it has only one.
pub fn down(book: &Book, region: Region) -> Option<Change> {
    let Range { first, last } = region.range;
    let (source, target) =
        if first.row == last.row { (first.row.checked_sub(1)?, first.row) } else { (first.row, first.row + 1) };
    let cells = Range { first: Address::new(target, first.column), last }.cells();
    copied(book, region.sheet, cells.map(|cell| (cell, Address::new(source, cell.column))))
}

/// Fills a region with what stands in its first column, or in the column to the left where it has only one.
pub fn right(book: &Book, region: Region) -> Option<Change> {
    let Range { first, last } = region.range;
    let (source, target) = if first.column == last.column {
        (first.column.checked_sub(1)?, first.column)
    } else {
        (first.column, first.column + 1)
    };
    let cells = Range { first: Address::new(first.row, target), last }.cells();
    copied(book, region.sheet, cells.map(|cell| (cell, Address::new(cell.row, source))))
}

/// Fills the cells by which `target` is larger than `source`, each row or column going on as a series of its own.
/// `reversed` has copied what would go on as a series, and the other way round. `None` where the target does not enlarge
/// the source in exactly one direction.
pub fn dragged(book: &Book, source: Region, target: Range, reversed: bool) -> Option<Change> {
    going_on(book, source, target, &|seeds, count| continued(seeds, count, reversed))
}

/// The same, with dates that go on by a step of their own; `None` also where the source holds no date.
pub fn by_dates(book: &Book, source: Region, target: Range, step: DateStep) -> Option<Change> {
    let sheet = book.sheet(source.sheet)?;
    source.range.cells().find(|cell| seed(sheet, *cell).is_date())?;
    going_on(book, source, target, &|seeds, count| {
        let seed = |seed: &Seed| Seed { date: seed.date.map(|_| step), ..seed.clone() };
        continued(&seeds.iter().map(seed).collect::<Vec<_>>(), count, false)
    })
}

/// A range made longer downwards, as far as the column to its left goes on, or else the one to its right, or else its own.
/// Within a report table it ends before a row that adds up others. `None` where none of them goes on.
pub fn beside(book: &Book, source: Region) -> Option<Range> {
    let sheet = book.sheet(source.sheet)?;
    let Range { first, last } = source.range;
    let columns = [first.column.checked_sub(1), Some(last.column + 1), Some(last.column)];
    let end = columns.into_iter().flatten().find_map(|column| block_end(sheet, last.row, column))?;
    let end = details_until(sheet, last, end);
    (end > last.row).then(|| Range::new(first, Address::new(end, last.column)))
}

/// The last row of the filled cells of a column that follow a row.
fn block_end(sheet: &Sheet, row: u32, column: u32) -> Option<u32> {
    let end = sheet.used()?.last.row;
    let is_filled = |row: &u32| {
        let cell = Address::new(*row, column);
        !sheet.value(cell).is_blank() || sheet.formulas.at(cell).is_some()
    };
    (row + 1..=end).take_while(is_filled).last()
}

/// The last row that belongs to the details of the report table a cell stands in, or the end where there is none.
fn details_until(sheet: &Sheet, cell: Address, end: u32) -> u32 {
    let is_around = |range: Range| range.contains(cell);
    let Some(table) = sheet.tables.iter().find(|table| table.range(sheet).is_some_and(is_around)) else { return end };
    let is_detail = |row: &u32| {
        let row = sheet.rows.id(*row).and_then(|line| table.row(line));
        row.is_some_and(|row| matches!(row.kind, RowKind::Detail | RowKind::OfWhich))
    };
    (cell.row + 1..=end).take_while(is_detail).last().unwrap_or(cell.row)
}

/// How seeds go on over so many cells.
type Going<'a> = dyn Fn(&[Seed], usize) -> Vec<Content> + 'a;

fn going_on(book: &Book, source: Region, target: Range, going: &Going<'_>) -> Option<Change> {
    let sheet = book.sheet(source.sheet)?;
    let way = Way::of(source.range, target)?;
    let mut writing = Writing::new(source.sheet);
    for line in way.lines(source.range) {
        let (from, to) = way.cells(source.range, target, line);
        let seeds: Vec<Seed> = from.iter().map(|cell| seed(sheet, *cell)).collect();
        for ((cell, content), origin) in to.iter().zip(going(&seeds, to.len())).zip(from.iter().cycle()) {
            writing.put(sheet, *cell, content, *origin);
        }
    }
    Some(writing.finish())
}

fn copied(book: &Book, sheet: SheetId, cells: impl Iterator<Item = (Address, Address)>) -> Option<Change> {
    let found = book.sheet(sheet)?;
    let mut writing = Writing::new(sheet);
    cells.for_each(|(cell, origin)| writing.put(found, cell, found.content(origin), origin));
    Some(writing.finish())
}

fn seed(sheet: &Sheet, cell: Address) -> Seed {
    Seed { content: sheet.content(cell), date: sheet.styles.number_format(cell).and_then(|code| date_step(code)) }
}

/// How far a date goes on that is shown so: by the smallest part that is seen of it.
fn date_step(code: &str) -> Option<DateStep> {
    let format = Format::parse(code).ok().filter(|format| format.is_moment() && !format.is_duration())?;
    let shows = |part: char| code.to_lowercase().contains(part);
    Some(match (shows('d') || shows('h') || shows('s'), shows('m')) {
        (true, _) => DateStep::Days,
        (false, true) => DateStep::Months,
        (false, false) => DateStep::Years,
    })
    .filter(|_| format.is_moment())
}

/// Contents and looks to be written together.
struct Writing {
    sheet: SheetId,
    cells: Vec<(Address, Content)>,
    areas: Vec<Painted>,
}

impl Writing {
    const fn new(sheet: SheetId) -> Self {
        Self { sheet, cells: Vec::new(), areas: Vec::new() }
    }

    /// Puts content into a cell that looks like another.
    /// What a filter hides is left as it is, since nobody sees it change.
    fn put(&mut self, sheet: &Sheet, cell: Address, content: Content, like: Address) {
        if sheet.hidden.filtering.away.contains(cell.row) {
            return;
        }
        self.cells.push((cell, content));
        let style = sheet.styles.at(like);
        if style != sheet.styles.at(cell) {
            self.areas.push((Range::cell(cell), style.cloned()));
        }
    }

    fn finish(self) -> Change {
        let write = Change::Write { sheet: self.sheet, cells: self.cells };
        if self.areas.is_empty() {
            return write;
        }
        Change::Batch(vec![write, Change::Format { sheet: self.sheet, areas: self.areas }])
    }
}

/// The direction in which a range grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Down,
    Up,
    Right,
    Left,
}

impl Way {
    fn of(source: Range, target: Range) -> Option<Self> {
        let grown = [
            (target.last.row > source.last.row, Self::Down),
            (target.first.row < source.first.row, Self::Up),
            (target.last.column > source.last.column, Self::Right),
            (target.first.column < source.first.column, Self::Left),
        ];
        let mut ways = grown.into_iter().filter_map(|(grows, way)| grows.then_some(way));
        let way = ways.next().filter(|_| target.intersection(source) == Some(source))?;
        ways.next().is_none().then_some(way)
    }

    const fn is_vertical(self) -> bool {
        matches!(self, Self::Down | Self::Up)
    }

    /// The columns, or rows, that each go on as a series of their own.
    fn lines(self, source: Range) -> std::ops::RangeInclusive<u32> {
        if self.is_vertical() { source.first.column..=source.last.column } else { source.first.row..=source.last.row }
    }

    /// The cells of a line that it goes on from and those that it goes on to, in the direction of growth.
    fn cells(self, source: Range, target: Range, line: u32) -> (Vec<Address>, Vec<Address>) {
        let at = |along| if self.is_vertical() { Address::new(along, line) } else { Address::new(line, along) };
        let along = |cell: Address| if self.is_vertical() { cell.row } else { cell.column };
        let from = (along(source.first)..=along(source.last)).map(at);
        if matches!(self, Self::Down | Self::Right) {
            (from.collect(), (along(source.last) + 1..=along(target.last)).map(at).collect())
        } else {
            (from.rev().collect(), (along(target.first)..along(source.first)).rev().map(at).collect())
        }
    }
}
