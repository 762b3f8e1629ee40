//! A formula while it is written: what to colour, which cells it means, which call the caret stands in, what could be
//! written there. All of it also serves formulas that are not finished yet. Places are told in characters.

mod brackets;
mod completion;
mod fixing;
mod hint;
mod parts;
mod worth;

use super::refusal::TextSpan;
use super::vocabulary::{BookVocabulary, dialect};
use super::{Refusal, Session};
use crate::base::{Place, Region, SheetId};
use crate::syntax::{Dialect, Expression, Parsed, Span, Token, TokenKind, parse, quoted_sheet_name};

pub use brackets::{Brackets, closed};
pub use completion::{Completion, CompletionKind, Completions};
pub use hint::{CallHint, function_help};
pub use parts::{Part, PartKind};

/// A formula while it is written in a cell.
pub struct Writing<'a> {
    session: &'a Session,
    place: Place,
    pub(super) text: &'a str,
    dialect: Dialect,
    parsed: Parsed,
    /// Where each character begins and where the text ends, in bytes.
    starts: Vec<usize>,
}

/// Another text for a part of the formula.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rewriting {
    /// The part.
    pub span: TextSpan,
    /// What is to stand there.
    pub text: String,
}

/// Looks at a text that is being written in a cell; `None` when it is not meant as a formula.
pub fn writing<'a>(session: &'a Session, place: Place, text: &'a str) -> Option<Writing<'a>> {
    if !text.starts_with('=') {
        return None;
    }
    let vocabulary = BookVocabulary(&session.book);
    let dialect = Dialect::detect(text, &vocabulary, dialect(session.locale));
    let parsed = parse(text, place, dialect, &vocabulary);
    let starts = text.char_indices().map(|(start, _)| start).chain([text.len()]).collect();
    Some(Writing { session, place, text, dialect, parsed, starts })
}

/// A reference to a region as a formula on a sheet writes it: `'Blad 2'!B2:C4`.
pub fn reference_to(session: &Session, region: Region, from: SheetId) -> String {
    let sheet = session.book.sheet(region.sheet).filter(|sheet| sheet.id != from);
    let sheet = sheet.map(|sheet| quoted_sheet_name(&sheet.name) + "!").unwrap_or_default();
    format!("{sheet}{}", region.range)
}

impl Writing<'_> {
    /// The stretches to colour, in order, with the cells that they mean.
    pub fn parts(&self) -> Vec<Part> {
        parts::parts(self)
    }

    /// The bracket at the caret and the one it belongs to.
    pub fn brackets(&self, caret: usize) -> Option<Brackets> {
        brackets::at(self, caret)
    }

    /// The innermost call that the caret stands in.
    pub fn call(&self, caret: usize) -> Option<CallHint> {
        hint::call(self, caret)
    }

    /// What the word before the caret could become.
    pub fn completions(&self, caret: usize) -> Option<Completions> {
        completion::completions(self, caret)
    }

    /// The references at the caret, or in the marked part, with the next way of fixing them by `$`.
    pub fn fixed(&self, marked: TextSpan) -> Option<Rewriting> {
        fixing::fixed(self, marked)
    }

    /// The marked part, or the whole formula, replaced by its value. A part that is no expression of its own is refused.
    pub fn worth(&self, marked: TextSpan) -> Result<Rewriting, Refusal> {
        worth::worth(self, marked)
    }

    /// Whether a reference can be written at the caret: after a sign that wants an operand, and before none.
    pub fn asks_for_reference(&self, caret: usize) -> bool {
        let at = self.byte(caret);
        let written = |token: &&Token| token.kind != TokenKind::Space;
        let before = self.parsed.tokens.iter().rev().filter(written).find(|token| token.span.start < at);
        let after = self.parsed.tokens.iter().filter(written).find(|token| token.span.end > at);
        before.is_some_and(|token| token.span.end <= at && self.wants_operand(token.kind))
            && after.is_none_or(|token| self.ends_operand(token.kind))
    }

    fn wants_operand(&self, kind: TokenKind) -> bool {
        match kind {
            TokenKind::Leading | TokenKind::Operator(_) | TokenKind::Open | TokenKind::Colon | TokenKind::At => true,
            kind => kind == self.dialect.argument_token(),
        }
    }

    fn ends_operand(&self, kind: TokenKind) -> bool {
        let ends = matches!(kind, TokenKind::Operator(_) | TokenKind::Close | TokenKind::Percent);
        ends || kind == self.dialect.argument_token()
    }

    fn vocabulary(&self) -> BookVocabulary<'_> {
        BookVocabulary(&self.session.book)
    }

    /// A part of the formula read by itself.
    fn read(&self, part: &str) -> Expression {
        parse(part, self.place, self.dialect, &self.vocabulary()).expression
    }

    /// The byte that a character begins at.
    fn byte(&self, character: usize) -> usize {
        self.starts.get(character).copied().unwrap_or(self.text.len())
    }

    /// The character that begins at a byte.
    fn character(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start < byte)
    }

    fn span(&self, span: Span) -> TextSpan {
        TextSpan { start: self.character(span.start), end: self.character(span.end) }
    }

    fn bytes(&self, span: TextSpan) -> Span {
        Span::new(self.byte(span.start), self.byte(span.end))
    }
}
