//! The stretches of a formula to colour, and the cells that references and names in it mean.

use super::super::refusal::TextSpan;
use super::Writing;
use crate::base::{Range, Region};
use crate::syntax::{Expression, HighlightKind, SheetReference, Span};

/// The deepest that names stand for names.
const MAX_NAMES: usize = 8;

/// A stretch of a formula to colour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Where it stands.
    pub span: TextSpan,
    /// What it is.
    pub kind: PartKind,
    /// The cells that it means.
    pub regions: Vec<Region>,
}

/// What a stretch of a formula is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartKind {
    /// Cells by their address.
    Reference,
    /// A defined name, a table or a part of one.
    Name,
    /// The name of a known function.
    Function,
    /// The name of a function nobody knows.
    UnknownFunction,
    /// A number.
    Number,
    /// A text with its quotes.
    Text,
    /// `TRUE` or `FALSE`.
    Boolean,
    /// An error value.
    Error,
}

/// The stretches to colour, in order.
pub(super) fn parts(writing: &Writing<'_>) -> Vec<Part> {
    let vocabulary = writing.vocabulary();
    let highlights = writing.parsed.highlights(writing.text, writing.place, &vocabulary);
    let part = |highlight: crate::syntax::Highlight| {
        let (span, kind) = match highlight.kind {
            HighlightKind::Reference(_) => (with_spill_sign(writing, highlight.span), PartKind::Reference),
            HighlightKind::Name | HighlightKind::Table => (highlight.span, PartKind::Name),
            HighlightKind::Function => (highlight.span, PartKind::Function),
            HighlightKind::UnknownFunction => (highlight.span, PartKind::UnknownFunction),
            HighlightKind::Number => (highlight.span, PartKind::Number),
            HighlightKind::Text => (highlight.span, PartKind::Text),
            HighlightKind::Boolean => (highlight.span, PartKind::Boolean),
            HighlightKind::Error => (highlight.span, PartKind::Error),
        };
        let regions = match kind {
            PartKind::Reference | PartKind::Name => regions(writing, &writing.read(span.of(writing.text)), MAX_NAMES),
            _ => Vec::new(),
        };
        Part { span: writing.span(span), kind, regions }
    };
    highlights.into_iter().map(part).collect()
}

/// A reference with the `#` that means all cells its array reaches.
fn with_spill_sign(writing: &Writing<'_>, span: Span) -> Span {
    let sign = writing.text.get(span.end..).is_some_and(|rest| rest.starts_with('#'));
    Span::new(span.start, span.end + usize::from(sign))
}

/// The cells that an expression names.
fn regions(writing: &Writing<'_>, expression: &Expression, names: usize) -> Vec<Region> {
    let book = &writing.session.book;
    match expression {
        Expression::Reference(reference) => reference.resolve(writing.place).into_iter().collect(),
        Expression::Name(name) => named(writing, book.names.find(name, writing.place.sheet), names),
        Expression::ScopedName(SheetReference::Known(sheet), name) => {
            named(writing, book.names.find(name, *sheet), names)
        }
        Expression::Table(part) => {
            let table = part.table.as_deref().and_then(|name| book.tables.find(name));
            table.and_then(|table| table.part(part, writing.place).ok()).into_iter().collect()
        }
        Expression::Spilled(operand) => {
            let anchors = regions(writing, operand, names);
            anchors.into_iter().map(|anchor| spilled(writing, anchor)).collect()
        }
        Expression::Combined(_, parts) => parts.iter().flat_map(|part| regions(writing, part, names)).collect(),
        Expression::Group(inner) => regions(writing, inner, names),
        _ => Vec::new(),
    }
}

fn named(writing: &Writing<'_>, meaning: Option<&std::rc::Rc<Expression>>, names: usize) -> Vec<Region> {
    match (meaning, names) {
        (Some(meaning), 1..) => regions(writing, meaning, names - 1),
        _ => Vec::new(),
    }
}

/// The cells that the array of a formula reaches; its own cell when it has none.
fn spilled(writing: &Writing<'_>, anchor: Region) -> Region {
    let sheet = writing.session.book.sheet(anchor.sheet);
    let spill = sheet.and_then(|sheet| sheet.spills.at(anchor.range.first)).filter(|spill| spill.is_placed());
    spill.map_or(Range::cell(anchor.range.first), |spill| spill.range).on(anchor.sheet)
}
