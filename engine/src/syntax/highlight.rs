//! Stretches of a formula to colour, and the argument a caret stands in. Both work from the tokens, so they also serve a
//! formula that is still being typed.

use std::rc::Rc;

use super::cursor::Cursor;
use super::dialect::{Dialect, boolean_word};
use super::parser::Parsed;
use super::read_reference::{Scope, begins};
use super::token::{Span, Token, TokenKind};
use super::tree::Expression;
use super::vocabulary::{Vocabulary, function_name, without_file_prefix};
use crate::base::{Place, Region};

/// A stretch of a formula to colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Highlight {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: HighlightKind,
}

/// What a coloured stretch is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HighlightKind {
    /// A reference with the cells it means; `None` on an unknown sheet.
    Reference(Option<Region>),
    /// The name of a known function.
    Function,
    /// The name of a function nobody knows.
    UnknownFunction,
    /// A defined name.
    Name,
    /// A part of a table, by the name of the table or of the formula's own.
    Table,
    /// A number.
    Number,
    /// A text with its quotes.
    Text,
    /// A boolean.
    Boolean,
    /// An error value.
    Error,
}

/// The call a caret stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// The function, by the name its call is kept under.
    pub function: Rc<str>,
    /// Where its name stands.
    pub span: Span,
    /// The argument, counted from zero.
    pub index: usize,
}

impl Parsed {
    /// The stretches to colour, in order. `text` and `origin` are those the formula was read with.
    pub fn highlights(&self, text: &str, origin: Place, vocabulary: &dyn Vocabulary) -> Vec<Highlight> {
        let scope = Scope { origin, vocabulary };
        let mut highlights = Vec::new();
        let mut index = 0;
        while let Some(token) = self.tokens.get(index) {
            let cursor = Cursor::new(text, &self.tokens, index);
            let reference = (token.kind != TokenKind::Space).then(|| reference(scope, cursor)).flatten();
            let (highlight, next) = match reference {
                Some((highlight, next)) => (Some(highlight), next),
                None => named(cursor, *token).unwrap_or_else(|| (single(cursor, *token, vocabulary), index + 1)),
            };
            highlights.extend(highlight);
            index = next;
        }
        highlights
    }

    /// The call and the argument that a caret before the byte `caret` stands in.
    pub fn argument_at(
        &self,
        text: &str,
        caret: usize,
        dialect: Dialect,
        vocabulary: &dyn Vocabulary,
    ) -> Option<Argument> {
        let calls = open_calls(self.tokens.iter().filter(|token| token.span.end <= caret), dialect);
        let (span, index) = calls.into_iter().rev().find_map(|(name, index)| Some((name?, index)))?;
        Some(Argument { function: function_name(span.of(text), vocabulary), span, index })
    }
}

/// A reference at the cursor and the index of the token after it. Of one that is half typed, its first cell.
fn reference(scope: Scope<'_>, cursor: Cursor<'_>) -> Option<(Highlight, usize)> {
    if !begins(&cursor) {
        return None;
    }
    let start = cursor.here();
    let first_cell = if cursor.kind() == Some(TokenKind::Sheet) { 2 } else { 1 };
    [usize::MAX, first_cell].into_iter().find_map(|tokens| {
        let mut cursor = cursor.limited(tokens);
        let Ok(Expression::Reference(reference)) = scope.reference(&mut cursor) else { return None };
        let end = cursor.previous()?.span;
        let kind = HighlightKind::Reference(reference.resolve(scope.origin));
        Some((Highlight { span: start.to(end), kind }, cursor.position()))
    })
}

/// A part of a table, or a name on a sheet, and the index of the token after it.
fn named(cursor: Cursor<'_>, token: Token) -> Option<(Option<Highlight>, usize)> {
    let mut after = cursor;
    after.advance()?;
    let kind = match token.kind {
        TokenKind::Brackets => return Some((highlight(token.span, HighlightKind::Table), cursor.position() + 1)),
        TokenKind::Word if after.touches(TokenKind::Brackets) => HighlightKind::Table,
        TokenKind::Sheet if after.touches(TokenKind::Word) && after.second() != Some(TokenKind::Open) => {
            HighlightKind::Name
        }
        _ => return None,
    };
    let last = after.advance()?;
    Some((highlight(token.span.to(last.span), kind), cursor.position() + 2))
}

fn highlight(span: Span, kind: HighlightKind) -> Option<Highlight> {
    Some(Highlight { span, kind })
}

fn single(cursor: Cursor<'_>, token: Token, vocabulary: &dyn Vocabulary) -> Option<Highlight> {
    let kind = match token.kind {
        TokenKind::Number => HighlightKind::Number,
        TokenKind::Text | TokenKind::UnclosedText => HighlightKind::Text,
        TokenKind::Error(_) => HighlightKind::Error,
        TokenKind::Word => word(cursor, cursor.slice(token), vocabulary),
        _ => return None,
    };
    highlight(token.span, kind)
}

fn word(cursor: Cursor<'_>, word: &str, vocabulary: &dyn Vocabulary) -> HighlightKind {
    if cursor.second() == Some(TokenKind::Open) {
        let known = vocabulary.english(without_file_prefix(word)).is_some();
        return if known { HighlightKind::Function } else { HighlightKind::UnknownFunction };
    }
    boolean_word(word).map_or(HighlightKind::Name, |_| HighlightKind::Boolean)
}

/// The parentheses and braces open after some tokens: the name before each, if it is a call, and its argument so far.
fn open_calls<'a>(tokens: impl Iterator<Item = &'a Token>, dialect: Dialect) -> Vec<(Option<Span>, usize)> {
    let mut calls: Vec<(Option<Span>, usize)> = Vec::new();
    let mut name = None;
    for token in tokens.filter(|token| token.kind != TokenKind::Space) {
        match token.kind {
            TokenKind::Open => calls.push((name, 0)),
            TokenKind::BraceOpen => calls.push((None, 0)),
            TokenKind::Close | TokenKind::BraceClose => drop(calls.pop()),
            kind if kind == dialect.argument_token() => {
                if let Some((_, index)) = calls.last_mut() {
                    *index += 1;
                }
            }
            _ => {}
        }
        name = (token.kind == TokenKind::Word).then_some(token.span);
    }
    calls
}
