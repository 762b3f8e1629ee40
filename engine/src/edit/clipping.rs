//! Cells taken out of a book, or made of texts from outside, to be put in elsewhere.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::base::{Address, Place, Range, Region, SheetId, Shift};
use crate::book::{Book, Content, Formula, Note, Style};
use crate::syntax::{Corner, Line, Reference, Shape, rewrite};
use crate::value::Value;

/// A rectangle of cells without a place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clipping {
    /// Number of rows.
    pub height: u32,
    /// Number of columns.
    pub width: u32,
    /// The cells that hold something, by their distance from the first one.
    pub cells: BTreeMap<Address, Clipped>,
    /// How they look, by rectangles that are counted from the first cell.
    pub styles: Vec<(Range, Rc<Style>)>,
    /// Whether the cells bring their looks along; those from outside bring only what stands in them.
    pub brings_looks: bool,
}

/// A cell of a clipping.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Clipped {
    /// What it holds of its own.
    pub content: Content,
    /// What it is worth.
    pub value: Value,
    /// How it looks, when it comes from outside.
    pub style: Option<Rc<Style>>,
    /// The note on it.
    pub note: Option<Note>,
}

impl Clipping {
    /// The cells of a region as they are now.
    pub fn of(book: &Book, region: Region) -> Self {
        let Range { first, .. } = region.range;
        let mut clipping = Self::looks_of(book, region);
        let Some(sheet) = book.sheet(region.sheet) else { return clipping };
        let offset = |cell: Address| Address::new(cell.row - first.row, cell.column - first.column);
        sheet.visit(region.range, &mut |cell, value| {
            let clipped = Clipped { content: sheet.content(cell), value: value.clone(), ..Clipped::default() };
            clipping.cells.insert(offset(cell), clipped);
        });
        for (cell, note) in sheet.notes.iter().filter(|(cell, _)| region.range.contains(*cell)) {
            clipping.cells.entry(offset(cell)).or_default().note = Some(note.clone());
        }
        clipping
    }
}

impl Clipping {
    /// Nothing but the looks of a region.
    pub fn looks_of(book: &Book, region: Region) -> Self {
        let Range { first, .. } = region.range;
        let offset = |cell: Address| Address::new(cell.row - first.row, cell.column - first.column);
        let placed = |range: Range| Range { first: offset(range.first), last: offset(range.last) };
        let looks = book.sheet(region.sheet).into_iter().flat_map(|sheet| sheet.styles.within(region.range));
        Self {
            height: region.range.height(),
            width: region.range.width(),
            cells: BTreeMap::new(),
            styles: looks.map(|(range, style)| (placed(range), style)).collect(),
            brings_looks: true,
        }
    }

    /// The same cells, taken at a place, after lines came or went: their formulas mean what they meant.
    pub fn shifted(mut self, from: Place, shift: Shift) -> Self {
        for (at, cell) in &mut self.cells {
            let Content::Formula(formula) = &cell.content else { continue };
            let before = Address::new(from.address.row + at.row, from.address.column + at.column).on(from.sheet);
            let after = shift.place(before).unwrap_or(before);
            let expression = rewrite(&formula.expression, before, after, shift).expression;
            if expression != formula.expression {
                cell.content = Content::Formula(Formula::new(expression));
            }
        }
        self
    }

    /// The cells where some stretches of rows and of columns cross, pushed together. A formula comes along that goes on
    /// reading its own row, or column; of others, which would read other cells than they do, only what they are worth.
    pub fn of_crossings(book: &Book, sheet: SheetId, rows: &[(u32, u32)], columns: &[(u32, u32)]) -> Self {
        let mut clipping = Self { brings_looks: true, ..Self::default() };
        let pushed = (rows.len() > 1, columns.len() > 1);
        for (top, bottom) in rows {
            clipping.width = 0;
            for (left, right) in columns {
                let range = Range::new(Address::new(*top, *left), Address::new(*bottom, *right));
                let part = Self::of(book, range.on(sheet));
                let (down, along) = (clipping.height, clipping.width);
                let cells = part.cells.into_iter();
                let place = |at: Address| Address::new(at.row + down, at.column + along);
                clipping.cells.extend(cells.map(|(at, cell)| (place(at), cell.pushed(pushed))));
                let styles = part.styles.into_iter();
                let placed = |range: Range| Range { first: place(range.first), last: place(range.last) };
                clipping.styles.extend(styles.map(|(range, style)| (placed(range), style)));
                clipping.width += right - left + 1;
            }
            clipping.height += bottom - top + 1;
        }
        clipping
    }
}

impl Clipped {
    /// The cell as it is beside others than before, above and below or on both sides: with what it is worth in place of a
    /// formula that reads past its own row or column.
    fn pushed(self, (rows, columns): (bool, bool)) -> Self {
        let stays = |line: Line| matches!(line, Line::Relative(0) | Line::Absolute(_));
        let keeps = |reference: &Reference| {
            let corners = [reference.first, reference.last];
            let own_row = reference.shape == Shape::Columns || corners.iter().all(|corner| stays(corner.row));
            let own_column = reference.shape == Shape::Rows || corners.iter().all(|corner| stays(corner.column));
            (!rows || own_row) && (!columns || own_column)
        };
        match &self.content {
            Content::Formula(formula) if !formula.references.iter().all(keeps) => {
                Self { content: Content::Value(self.value.clone()), ..self }
            }
            _ => self,
        }
    }

    /// The cell as it is where rows become columns. References that are relative in both directions turn with it.
    pub fn turned(&self) -> Self {
        let content = match &self.content {
            Content::Formula(formula) => Content::Formula(turned(formula)),
            content => content.clone(),
        };
        Self { content, ..self.clone() }
    }
}

fn turned(formula: &Rc<Formula>) -> Rc<Formula> {
    let mut expression = formula.expression.clone();
    expression.each_reference_mut(&mut turn);
    if expression == formula.expression { formula.clone() } else { Formula::new(expression) }
}

/// Turns a reference, unless a part of it is fixed or it means whole rows or columns.
fn turn(reference: &mut Reference) {
    let turned = |corner: Corner| match (corner.row, corner.column) {
        (Line::Relative(row), Line::Relative(column)) => {
            Some(Corner { row: Line::Relative(column), column: Line::Relative(row) })
        }
        _ => None,
    };
    let is_cells = matches!(reference.shape, Shape::Cell | Shape::Range);
    if let (true, Some(first), Some(last)) = (is_cells, turned(reference.first), turned(reference.last)) {
        (reference.first, reference.last) = (first, last);
    }
}
