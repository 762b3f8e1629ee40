//! How cells look: type, colours, alignment and borders, for any number of cells in one step.

use std::rc::Rc;

use super::view::{CellRole, CellView, Emphasis};
use super::{ChangeSet, Refusal, Session, deeds, presentation};
use crate::base::{Address, AxisKind, Place, Range, Region};
use crate::book::{Align, Borders, Colour, Painted, Sheet, Stroke, Style};
use crate::edit::{Change, Deed, DeedKind};

/// A change of looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Restyle {
    /// Another number format, or none.
    Number(Option<Rc<str>>),
    /// Bold, or not.
    Bold(bool),
    /// Italic, or not.
    Italic(bool),
    /// Underlined, or not.
    Underline(bool),
    /// Texts go on in a next line, or do not.
    Wraps(bool),
    /// A colour of texts, or the usual one.
    Ink(Option<Colour>),
    /// A colour behind texts, or none.
    Fill(Option<Colour>),
    /// Where texts stand, or where their values have them.
    Align(Option<Align>),
    /// So many steps further in, or out.
    Indent(i8),
    /// Lines at edges.
    Borders(Edging),
    /// As if nothing had been said.
    Clear,
}

/// Lines at the edges of rectangles.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edging {
    /// None, neither around nor within.
    None,
    /// Around every cell.
    All(Stroke),
    /// Around each rectangle.
    Outline(Stroke),
    /// Above.
    Top(Stroke),
    /// Below.
    Bottom(Stroke),
    /// To the left.
    Left(Stroke),
    /// To the right.
    Right(Stroke),
    /// As under a column of figures: a thin line above, a thick one below.
    Sum,
}

/// The edges of a rectangle that some of its cells lie at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Edges {
    top: bool,
    right: bool,
    bottom: bool,
    left: bool,
    /// Outside of it, with only the edge that faces it.
    is_outside: bool,
}

/// Changes the looks of cells.
pub fn restyle(session: &mut Session, regions: &[Region], restyles: &[Restyle]) -> Result<ChangeSet, Refusal> {
    let has_borders = restyles.iter().any(|restyle| matches!(restyle, Restyle::Borders(_)));
    let changes = regions.iter().filter_map(|region| {
        let sheet = session.book.sheet(region.sheet)?;
        let parts = if has_borders { parts(region.range) } else { vec![(region.range, Edges::default())] };
        let areas = parts.into_iter().flat_map(|(range, edges)| repainted(sheet, range, edges, restyles));
        Some(Change::Format { sheet: region.sheet, areas: areas.collect() })
    });
    let changes = Change::Batch(changes.collect());
    let clears = restyles.iter().all(|restyle| *restyle == Restyle::Clear);
    let kind = if clears { DeedKind::Undressed } else { DeedKind::Formatted };
    deeds::apply_as(session, Deed::everywhere(kind, regions), changes)
}

/// The look of a cell as it is seen: what was said of it, and what its table has it look like. What follows from its value
/// is no part of it.
pub fn shown(session: &Session, place: Place) -> Style {
    let Some(sheet) = session.book.sheet(place.sheet) else { return Style::default() };
    let view = presentation::view(sheet, place.address, session.locale);
    let (bold, italic) = (is_bold(&view), is_italic(&view));
    let style = view.style.map(|style| (*style).clone()).unwrap_or_default();
    Style { bold: Some(bold), italic: Some(italic), indent: view.indent, ..style }
}

/// Whether a cell's text is seen bold.
pub fn is_bold(view: &CellView) -> bool {
    let by_table = matches!(view.role, CellRole::Title | CellRole::Header)
        || matches!(view.emphasis, Emphasis::Sum | Emphasis::Subtotal | Emphasis::Heading);
    view.style.as_ref().and_then(|style| style.bold).unwrap_or(by_table)
}

/// Whether a cell's text is seen italic.
pub fn is_italic(view: &CellView) -> bool {
    view.style.as_ref().and_then(|style| style.italic).unwrap_or(view.emphasis == Emphasis::OfWhich)
}

/// How the cells of a rectangle are to look.
fn repainted(sheet: &Sheet, range: Range, edges: Edges, restyles: &[Restyle]) -> Vec<Painted> {
    let has_tables = !sheet.tables.is_empty();
    let mut last: Painted = (range, None);
    let mut last_before: Option<Rc<Style>> = None;
    let mut is_first = true;
    let again = |(range, before): Painted| {
        let same = !is_first && before == last_before;
        if !same {
            let mut style = before.as_deref().cloned().unwrap_or_default();
            restyles.iter().for_each(|restyle| apply(&mut style, restyle, edges, has_tables));
            last.1 = (style != Style::default()).then(|| Rc::new(style));
            (last_before, is_first) = (before, false);
        }
        let is_other = last.1 != last_before;
        is_other.then(|| (range, last.1.clone()))
    };
    sheet.styles.cover(range).into_iter().filter_map(again).collect()
}

fn apply(style: &mut Style, restyle: &Restyle, edges: Edges, has_tables: bool) {
    // Where no table says otherwise, nothing need be said of a plain text.
    let said = |set: bool| Some(set).filter(|set| *set || has_tables);
    match restyle {
        Restyle::Borders(edging) => style.borders = edged(style.borders, *edging, edges),
        _ if edges.is_outside => {}
        Restyle::Number(code) => style.number_format.clone_from(code),
        Restyle::Bold(bold) => style.bold = said(*bold),
        Restyle::Italic(italic) => style.italic = said(*italic),
        Restyle::Underline(underline) => style.underline = *underline,
        Restyle::Wraps(wraps) => style.wraps = *wraps,
        Restyle::Ink(ink) => style.ink = *ink,
        Restyle::Fill(fill) => style.fill = *fill,
        Restyle::Align(align) => style.align = *align,
        Restyle::Indent(steps) => style.indent = style.indent.saturating_add_signed(*steps).min(Style::DEEPEST),
        Restyle::Clear => *style = Style::default(),
    }
}

/// The borders of a cell that lies at some edges. Between two cells only one of them has a line.
fn edged(mut borders: Borders, edging: Edging, edges: Edges) -> Borders {
    let set = |is_there: bool, edge: &mut Stroke, stroke: Stroke| {
        if is_there {
            *edge = stroke;
        }
    };
    let Edges { top, right, bottom, left, is_outside } = edges;
    match edging {
        Edging::None if !is_outside => borders = Borders::default(),
        Edging::None => {
            set(top, &mut borders.top, Stroke::None);
            set(right, &mut borders.right, Stroke::None);
            set(bottom, &mut borders.bottom, Stroke::None);
            set(left, &mut borders.left, Stroke::None);
        }
        _ if is_outside => {}
        Edging::All(stroke) => {
            (borders.right, borders.bottom) = (stroke, stroke);
            borders.top = if top { stroke } else { Stroke::None };
            borders.left = if left { stroke } else { Stroke::None };
        }
        Edging::Outline(stroke) => {
            set(top, &mut borders.top, stroke);
            set(right, &mut borders.right, stroke);
            set(bottom, &mut borders.bottom, stroke);
            set(left, &mut borders.left, stroke);
        }
        Edging::Top(stroke) => set(top, &mut borders.top, stroke),
        Edging::Bottom(stroke) => set(bottom, &mut borders.bottom, stroke),
        Edging::Left(stroke) => set(left, &mut borders.left, stroke),
        Edging::Right(stroke) => set(right, &mut borders.right, stroke),
        Edging::Sum => {
            set(top, &mut borders.top, Stroke::Thin);
            set(bottom, &mut borders.bottom, Stroke::Thick);
        }
    }
    borders
}

/// A rectangle in parts that each lie at the same of its edges, and the cells beside it.
fn parts(range: Range) -> Vec<(Range, Edges)> {
    let (rows, columns) = (AxisKind::Rows.lines(range), AxisKind::Columns.lines(range));
    let mut parts = Vec::new();
    for (top, bottom, is_top, is_bottom) in stretches(rows) {
        for (left, right, is_left, is_right) in stretches(columns) {
            let edges = Edges { top: is_top, right: is_right, bottom: is_bottom, left: is_left, is_outside: false };
            parts.push((Range::new(Address::new(top, left), Address::new(bottom, right)), edges));
        }
    }
    let outside = |axis: AxisKind, line: Option<u32>, edges: Edges| {
        let line = line.filter(|line| *line < axis.limit())?;
        let (first, last) = (axis.with_line(range.first, line), axis.with_line(range.last, line));
        Some((Range { first, last }, Edges { is_outside: true, ..edges }))
    };
    let none = Edges::default();
    parts.extend(outside(AxisKind::Rows, rows.0.checked_sub(1), Edges { bottom: true, ..none }));
    parts.extend(outside(AxisKind::Rows, Some(rows.1 + 1), Edges { top: true, ..none }));
    parts.extend(outside(AxisKind::Columns, columns.0.checked_sub(1), Edges { right: true, ..none }));
    parts.extend(outside(AxisKind::Columns, Some(columns.1 + 1), Edges { left: true, ..none }));
    parts
}

/// The first line, those within and the last, with whether they are the first and the last.
fn stretches((first, last): (u32, u32)) -> Vec<(u32, u32, bool, bool)> {
    if first == last {
        return vec![(first, last, true, true)];
    }
    let within = (first + 1 < last).then(|| (first + 1, last - 1, false, false));
    [Some((first, first, true, false)), within, Some((last, last, false, true))].into_iter().flatten().collect()
}
