//! A clipping put into cells: where it lands, how often it is repeated, and which part of it comes along. What comes out
//! is a [`Change`], so it is undone in one step.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::apply::EditError;
use super::change::Change;
use super::clipping::{Clipped, Clipping};
use crate::base::{Address, Place, Range, Region};
use crate::book::{Book, Content, Note, Sheet};
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
    /// What the cells are worth, with their number formats.
    ValuesAndFormats,
    /// Nothing but number formats.
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

/// What comes into a cell: content, if any, and a number format, if that changes.
pub type Landing = (Option<Content>, Option<Option<Rc<str>>>);

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

/// The change that puts a clipping into ranges of cells. `fit` may change what comes into a cell because of the place.
pub fn pasted(
    book: &Book,
    clipping: &Clipping,
    targets: &[Region],
    manner: PasteManner,
    fit: &dyn Fn(Place, Landing) -> Landing,
) -> Result<Change, EditError> {
    let turned = manner.transposed.then(|| clipping.transposed());
    let clipping = turned.as_ref().unwrap_or(clipping);
    let count: u64 = targets.iter().map(|target| times(clipping, target.range) * clipping.cells.len() as u64).sum();
    if count > MOST_CELLS {
        return Err(EditError::TooManyCells);
    }
    let mut changes = Vec::new();
    for target in targets {
        let sheet = book.sheet(target.sheet).ok_or(EditError::NoSuchSheet)?;
        let mut writing = Writing::default();
        writing.empty(sheet, clipping, target.range, manner);
        writing.fill(target, clipping, manner, fit);
        changes.extend(writing.finish(*target));
    }
    Ok(Change::Batch(changes))
}

/// How often a clipping is repeated to fill a range.
fn times(clipping: &Clipping, range: Range) -> u64 {
    range.count() / (u64::from(clipping.height.max(1)) * u64::from(clipping.width.max(1))).max(1)
}

/// What is to be written into the cells of one sheet.
#[derive(Default)]
struct Writing {
    contents: BTreeMap<Address, Content>,
    formats: BTreeMap<Address, Option<Rc<str>>>,
    notes: Vec<(Address, Option<Note>)>,
}

impl Writing {
    /// Blank cells take away what they land on.
    fn empty(&mut self, sheet: &Sheet, clipping: &Clipping, range: Range, manner: PasteManner) {
        if manner.skips_blanks {
            return;
        }
        if manner.part.has_contents() {
            sheet.visit(range, &mut |cell, _| _ = self.contents.insert(cell, Content::Blank));
        }
        if manner.part.has_formats() && clipping.brings_looks {
            let held = sheet.formats.iter().filter(|(cell, _)| range.contains(*cell));
            self.formats.extend(held.map(|(cell, _)| (cell, None)));
        }
    }

    fn fill(
        &mut self,
        target: &Region,
        clipping: &Clipping,
        manner: PasteManner,
        fit: &dyn Fn(Place, Landing) -> Landing,
    ) {
        let Range { first, last } = target.range;
        let PasteManner { part, skips_blanks, .. } = manner;
        for top in (first.row..=last.row).step_by(clipping.height.max(1) as usize) {
            for left in (first.column..=last.column).step_by(clipping.width.max(1) as usize) {
                for (offset, cell) in &clipping.cells {
                    let at = Address::new(top + offset.row, left + offset.column);
                    let content = part.has_contents().then(|| part.content(cell));
                    let content = content.filter(|content| !skips_blanks || *content != Content::Blank);
                    let brings = part.has_formats() && (clipping.brings_looks || cell.format.is_some());
                    if let (Part::All, Some(note)) = (part, &cell.note) {
                        self.notes.push((at, Some(note.clone())));
                    }
                    self.put(at, fit(at.on(target.sheet), (content, brings.then(|| cell.format.clone()))));
                }
            }
        }
    }

    fn put(&mut self, at: Address, (content, format): Landing) {
        if let Some(content) = content {
            self.contents.insert(at, content);
        }
        if let Some(format) = format {
            self.formats.insert(at, format);
        }
    }

    fn finish(self, target: Region) -> impl Iterator<Item = Change> {
        let sheet = target.sheet;
        let contents =
            (!self.contents.is_empty()).then(|| Change::Write { sheet, cells: self.contents.into_iter().collect() });
        let formats =
            (!self.formats.is_empty()).then(|| Change::Format { sheet, cells: self.formats.into_iter().collect() });
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
