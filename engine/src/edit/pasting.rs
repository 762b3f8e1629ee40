//! A clipping put into cells: where it lands, how often it is repeated, and which part of it comes along. What comes out
//! are [`Change`]s, a few cells at a time, so that a large paste can be made in parts.

use std::rc::Rc;

use super::apply::EditError;
use super::change::Change;
use super::clipping::{Clipped, Clipping};
use crate::base::{Address, Place, Range, Region};
use crate::book::{Book, Content, Note, Painted, Style};
use crate::value::Value;

/// Most cells that one paste writes.
pub const MOST_CELLS: u64 = 4_000_000;

/// Which part of the cells is pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// All of it.
    #[default]
    All,
    /// Formulas and what was typed, without looks.
    Formulas,
    /// What the cells are worth, without looks.
    Values,
    /// What the cells are worth, with their looks.
    ValuesAndFormats,
    /// Nothing but looks.
    Formats,
}

/// How a clipping is pasted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PasteManner {
    /// Which part of it.
    pub part: Part,
    /// Rows become columns.
    pub transposed: bool,
    /// Blank cells of it leave alone what they land on.
    pub skips_blanks: bool,
}

/// What comes into a cell: content, if any, and a look, if that changes.
pub type Landing = (Option<Content>, Option<Option<Rc<Style>>>);

impl Part {
    const fn has_contents(self) -> bool {
        !matches!(self, Self::Formats)
    }

    const fn has_formats(self) -> bool {
        matches!(self, Self::All | Self::ValuesAndFormats | Self::Formats)
    }

    fn content(self, cell: &Clipped) -> Content {
        match self {
            Self::All | Self::Formulas => cell.content.clone(),
            Self::Values | Self::ValuesAndFormats if cell.value == Value::Blank => Content::Blank,
            Self::Values | Self::ValuesAndFormats => Content::Value(cell.value.clone()),
            Self::Formats => Content::Blank,
        }
    }
}

/// Where a clipping of a size lands when it is pasted over a selected range: once from the first cell on, or repeated
/// where the selection is a multiple of it.
pub fn landing(height: u32, width: u32, selected: Range) -> Result<Range, EditError> {
    let (height, width) = (height.max(1), width.max(1));
    let fits = |selected: u32, size: u32| selected.is_multiple_of(size);
    let (tall, wide) = (selected.height(), selected.width());
    let is_multiple = (fits(tall, height) || tall == 1) && (fits(wide, width) || wide == 1);
    let (rows, columns) = if is_multiple { (tall.max(height), wide.max(width)) } else { (height, width) };
    let last = selected.first.offset(i64::from(rows) - 1, i64::from(columns) - 1).ok_or(EditError::PastEdge)?;
    Ok(Range { first: selected.first, last })
}

/// What a cell of a clipping becomes because of the place where it lands.
pub type Fit<'a> = &'a dyn Fn(&Book, Place, Landing) -> Landing;

/// A clipping of a size that is put into ranges of cells, one cell of it after the other.
#[derive(Debug, Clone)]
pub struct Pasting {
    /// Rows and columns of the clipping, as it lands.
    height: u32,
    width: u32,
    targets: Vec<Region>,
    manner: PasteManner,
    /// Whether cells bring their looks along, or only what stands in them.
    brings_looks: bool,
}

impl Pasting {
    /// A clipping of so many rows and columns with so many filled cells that lands in ranges.
    pub fn new(
        (height, width): (u32, u32),
        (filled, brings_looks): (usize, bool),
        targets: Vec<Region>,
        manner: PasteManner,
    ) -> Result<Self, EditError> {
        let (height, width) = if manner.transposed { (width, height) } else { (height, width) };
        let pasting = Self { height: height.max(1), width: width.max(1), targets, manner, brings_looks };
        let too_many = pasting.repetitions().saturating_mul(filled as u64) > MOST_CELLS;
        if too_many { Err(EditError::TooManyCells) } else { Ok(pasting) }
    }

    /// Which part of the clipping comes along.
    pub const fn part(&self) -> Part {
        self.manner.part
    }

    /// How many cells are written for each one of the clipping.
    pub fn repetitions(&self) -> u64 {
        let area = u64::from(self.height) * u64::from(self.width);
        self.targets.iter().map(|target| target.range.count() / area).sum()
    }

    /// The change that takes away what blank cells of the clipping land on. Which of its cells are blank is asked.
    pub fn emptied(&self, book: &Book, is_blank: &dyn Fn(Address) -> bool) -> Result<Change, EditError> {
        let mut changes = Vec::new();
        for target in self.targets.iter().filter(|_| !self.manner.skips_blanks) {
            let sheet = book.sheet(target.sheet).ok_or(EditError::NoSuchSheet)?;
            let is_met = |cell: Address| target.range.contains(cell) && is_blank(self.origin(target, cell));
            let mut writing = Writing::default();
            if self.manner.part.has_contents() {
                let mut empty =
                    |cell, _: &Value| writing.contents.extend(is_met(cell).then_some((cell, Content::Blank)));
                sheet.visit(target.range, &mut empty);
            }
            if self.manner.part.has_formats() && self.brings_looks && !sheet.styles.is_empty() {
                writing.areas.push((target.range, None));
            }
            changes.extend(writing.finish(*target));
        }
        Ok(Change::Batch(changes))
    }

    /// The change that paints the looks of a clipping wherever they land; with blank cells left alone, only where something
    /// stands.
    pub fn painted(&self, clipping: &Clipping) -> Change {
        let brings = self.manner.part.has_formats() && self.brings_looks;
        let skips = self.manner.skips_blanks;
        let is_met = |range: &Range| !skips || range.is_cell() && clipping.cells.contains_key(&range.first);
        let each = clipping.styles.iter().filter(|_| brings).flat_map(|(range, style)| {
            let within = Range::new(Address::default(), Address::new(clipping.height - 1, clipping.width - 1));
            let cells =
                range.intersection(within).filter(|_| skips).into_iter().flat_map(Range::cells).map(Range::cell);
            cells.chain((!skips).then_some(*range)).map(move |range| (range, style))
        });
        let each: Vec<(Range, &Rc<Style>)> = each.filter(|(range, _)| is_met(range)).collect();
        let changes = self.targets.iter().map(|target| {
            let areas = each.iter().flat_map(|(range, style)| {
                self.landings(*range, target.range).into_iter().map(|range| (range, Some((*style).clone())))
            });
            Change::Format { sheet: target.sheet, areas: areas.collect() }
        });
        Change::Batch(changes.collect())
    }

    /// Where a rectangle of the clipping lands in a range, each time that it does. One from edge to edge of the clipping
    /// goes on from one time to the next.
    fn landings(&self, range: Range, target: Range) -> Vec<Range> {
        let (first, last) = (self.turned(range.first), self.turned(range.last));
        let stretches = |from: u32, to: u32, size: u32, start: u32, end: u32| -> Vec<(u32, u32)> {
            if from == 0 && to + 1 >= size {
                return vec![(start, end)];
            }
            let starts = (start..=end).step_by(size as usize).map(|start| (start + from, (start + to).min(end)));
            starts.filter(|(first, _)| *first <= end).collect()
        };
        let rows = stretches(first.row, last.row, self.height, target.first.row, target.last.row);
        let columns = stretches(first.column, last.column, self.width, target.first.column, target.last.column);
        let across = |(top, bottom): &(u32, u32)| {
            let (top, bottom) = (*top, *bottom);
            columns.iter().map(move |(left, right)| Range::new(Address::new(top, *left), Address::new(bottom, *right)))
        };
        rows.iter().flat_map(across).collect()
    }

    /// The change that writes cells of the clipping wherever they land.
    pub fn laid(&self, book: &Book, cells: &[(Address, Clipped)], fit: Fit<'_>) -> Change {
        let laid = self.targets.iter().flat_map(|target| {
            let mut writing = Writing::default();
            cells.iter().for_each(|(at, cell)| self.lay(book, (*at, cell), (*target, fit), &mut writing));
            writing.finish(*target)
        });
        Change::Batch(laid.collect())
    }

    fn lay(&self, book: &Book, (at, cell): (Address, &Clipped), (target, fit): (Region, Fit<'_>), to: &mut Writing) {
        let (at, turned) = (self.turned(at), self.manner.transposed.then(|| cell.turned()));
        let (cell, part) = (turned.as_ref().unwrap_or(cell), self.manner.part);
        let content = part.has_contents().then(|| part.content(cell));
        let content = content.filter(|content| !self.manner.skips_blanks || *content != Content::Blank);
        let style = cell.style.clone().filter(|_| part.has_formats());
        let landing = (content, style.map(Some));
        let Range { first, last } = target.range;
        for row in (first.row + at.row..=last.row).step_by(self.height as usize) {
            for column in (first.column + at.column..=last.column).step_by(self.width as usize) {
                let place = Address::new(row, column).on(target.sheet);
                if let (Part::All, Some(note)) = (part, &cell.note) {
                    to.notes.push((place.address, Some(note.clone())));
                }
                to.put(place.address, fit(book, place, landing.clone()));
            }
        }
    }

    /// The cell of the clipping that lands in a cell of a range.
    fn origin(&self, target: &Region, cell: Address) -> Address {
        let first = target.range.first;
        self.turned(Address::new((cell.row - first.row) % self.height, (cell.column - first.column) % self.width))
    }

    /// A place in the clipping, counted as it lands, or the other way round.
    const fn turned(&self, at: Address) -> Address {
        if self.manner.transposed { Address::new(at.column, at.row) } else { at }
    }
}

/// What is to be written into the cells of one sheet.
#[derive(Default)]
struct Writing {
    contents: Vec<(Address, Content)>,
    areas: Vec<Painted>,
    notes: Vec<(Address, Option<Note>)>,
}

impl Writing {
    fn put(&mut self, at: Address, (content, style): Landing) {
        self.contents.extend(content.map(|content| (at, content)));
        self.areas.extend(style.map(|style| (Range::cell(at), style)));
    }

    fn finish(self, target: Region) -> impl Iterator<Item = Change> {
        let sheet = target.sheet;
        let contents = (!self.contents.is_empty()).then_some(Change::Write { sheet, cells: self.contents });
        let formats = (!self.areas.is_empty()).then_some(Change::Format { sheet, areas: self.areas });
        let notes = (!self.notes.is_empty()).then_some(Change::Note { sheet, cells: self.notes });
        contents.into_iter().chain(formats).chain(notes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lands(size: (u32, u32), selected: &str) -> String {
        landing(size.0, size.1, Range::parse(selected).unwrap())
            .map_or_else(|_| "outside".into(), |range| range.to_string())
    }

    #[test]
    fn a_clipping_lands_once_or_as_often_as_it_fills_the_selection() {
        assert_eq!(lands((1, 1), "B2:D9"), "B2:D9");
        assert_eq!(lands((2, 3), "B2"), "B2:D3");
        assert_eq!(lands((2, 1), "B2:B7"), "B2:B7");
        assert_eq!(lands((2, 1), "B2:B6"), "B2:B3");
        assert_eq!(lands((1, 3), "B2:B6"), "B2:D6");
        assert_eq!(lands((1, 3), "B2:C6"), "B2:D2");
        assert_eq!(lands((2, 2), "A1:D4"), "A1:D4");
        assert_eq!(lands((2, 1), "A1048576"), "outside");
        assert_eq!(lands((1, 2), "XFD1"), "outside");
    }
}
