//! `$` before columns and rows of references, put there and taken away in turn: `A1`, `$A$1`, `A$1`, `$A1`.

use super::super::refusal::TextSpan;
use super::{Rewriting, Writing};
use crate::base::Address;
use crate::syntax::{HighlightKind, Span, Token, TokenKind};

/// Which parts of a cell's address are fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Fixed {
    column: bool,
    row: bool,
}

/// The references at the caret, or in the marked part, each fixed in the way that follows that of the first.
pub(super) fn fixed(writing: &Writing<'_>, marked: TextSpan) -> Option<Rewriting> {
    let vocabulary = writing.vocabulary();
    let highlights = writing.parsed.highlights(writing.text, writing.place, &vocabulary);
    let marked = writing.bytes(marked);
    let touched: Vec<Span> = highlights
        .into_iter()
        .filter(|highlight| matches!(highlight.kind, HighlightKind::Reference(_)))
        .map(|highlight| highlight.span)
        .filter(|span| touches(*span, marked))
        .collect();
    let whole = touched.first()?.to(*touched.last()?);
    let tokens: Vec<Token> = writing.parsed.tokens.iter().filter(|token| within(**token, whole)).copied().collect();
    let ends: Vec<Token> = touched.iter().flat_map(|span| ends(&tokens, *span)).collect();
    let next = Fixed::of(ends.first()?.span.of(writing.text)).next();
    let is_end = |token: &Token| ends.contains(token);
    let text = tokens.iter().map(|token| {
        let text = token.span.of(writing.text);
        if is_end(token) { next.write(text) } else { text.to_owned() }
    });
    Some(Rewriting { span: writing.span(whole), text: text.collect() })
}

/// Whether a reference stands at a caret, or in part within what is marked.
fn touches(span: Span, marked: Span) -> bool {
    match marked.start == marked.end {
        true => span.start <= marked.start && marked.start <= span.end,
        false => span.start < marked.end && marked.start < span.end,
    }
}

fn within(token: Token, span: Span) -> bool {
    span.start <= token.span.start && token.span.end <= span.end
}

/// The cells, rows or columns that a reference goes from and to.
fn ends(tokens: &[Token], reference: Span) -> Vec<Token> {
    let inside: Vec<Token> = tokens.iter().filter(|token| within(**token, reference)).copied().collect();
    let cells: Vec<Token> = inside.iter().filter(|token| token.kind == TokenKind::Cell).copied().collect();
    if !cells.is_empty() {
        return cells;
    }
    // Before the sheet's sign words are names of sheets.
    let sheet = inside.iter().rposition(|token| token.kind == TokenKind::Sheet).map_or(0, |index| index + 1);
    let is_line = |kind| matches!(kind, TokenKind::Line | TokenKind::Word | TokenKind::Number);
    inside.into_iter().skip(sheet).filter(|token| is_line(token.kind)).collect()
}

impl Fixed {
    fn of(text: &str) -> Self {
        let column = text.starts_with('$');
        let row = text.get(1..).is_some_and(|rest| rest.contains('$')) || (is_line(text) && column);
        Self { column, row }
    }

    const fn next(self) -> Self {
        match (self.column, self.row) {
            (false, false) => Self { column: true, row: true },
            (true, true) => Self { column: false, row: true },
            (false, true) => Self { column: true, row: false },
            (true, false) => Self { column: false, row: false },
        }
    }

    /// An end of a reference fixed in this way. A whole row or column is fixed or is not.
    fn write(self, text: &str) -> String {
        let bare = text.replace('$', "");
        if is_line(text) {
            let sign = if text.starts_with('$') { "" } else { "$" };
            return format!("{sign}{bare}");
        }
        let digits = bare.find(|sign: char| sign.is_ascii_digit()).unwrap_or(bare.len());
        let (column, row) = bare.split_at(digits);
        let sign = |fixed: bool| if fixed { "$" } else { "" };
        format!("{}{column}{}{row}", sign(self.column), sign(self.row))
    }
}

fn is_line(text: &str) -> bool {
    Address::parse(text).is_none()
}
