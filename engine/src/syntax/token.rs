//! The pieces a formula's text is cut into. Every character of the text lies in exactly one token, spaces too, so the
//! text can be put together again from its tokens.

use super::tree::Operator;
use crate::value::CellError;

/// A stretch of text, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

/// A piece of a formula's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// The `=` that makes text a formula.
    Leading,
    /// Spaces, tabs, line breaks.
    Space,
    /// `12`, `1.5e3`
    Number,
    /// `"text"` with its quotes.
    Text,
    /// `#DIV/0!` in either language.
    Error(CellError),
    /// A sheet's name with its quotes and exclamation mark.
    Sheet,
    /// `B4`, `$B$4`
    Cell,
    /// `$B` or `$4`, an end of whole columns or rows.
    Line,
    /// A name of a function, a boolean, a defined name, or letters of a column.
    Word,
    /// An operator between operands, or a sign before one.
    Operator(Operator),
    /// `%`
    Percent,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `{`
    BraceOpen,
    /// `}`
    BraceClose,
    /// `[Budget]`, brackets with all that stands in them.
    Brackets,
    /// `]` that nothing opened.
    BracketClose,
    /// `:`
    Colon,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `\`
    Backslash,
    /// `@`
    At,
    /// `#` that begins no error.
    Hash,
    /// A text whose closing quote is missing.
    UnclosedText,
    /// A quoted sheet name that does not end with `'!`.
    UnclosedSheet,
    /// A bracket that does not close.
    UnclosedBrackets,
    /// A word with `$` that is no reference.
    BrokenReference,
    /// A character that has no meaning in formulas.
    Unknown,
}

impl Span {
    /// The stretch from one byte up to another.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The stretch from this one's start to another's end.
    pub const fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end }
    }

    /// The part of `text` it covers; empty when it does not lie in it.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}
