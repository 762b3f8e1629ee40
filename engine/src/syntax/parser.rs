//! Drives the reading of a formula: limits, remarks, and going on after a mistake. The productions stand in `grammar`.
//! Parsing never fails: a text that is no formula is kept as it was written, with remarks about it.

use std::rc::Rc;

use super::cursor::Cursor;
use super::diagnostic::{Diagnostic, DiagnosticKind, Severity};
use super::dialect::Dialect;
use super::lexer::tokenize;
use super::read_reference::Scope;
use super::token::{Span, Token, TokenKind};
use super::tree::Expression;
use super::vocabulary::Vocabulary;
use crate::base::{Place, sorting};

/// The most characters a formula may have, as in Excel.
pub const MAX_LENGTH: usize = 8192;
/// The most parentheses, calls, prefix signs and percent signs within each other.
pub const MAX_DEPTH: usize = 128;

/// A formula's text, read.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// The tree; [`Expression::Broken`] when a remark is an error.
    pub expression: Expression,
    /// The pieces of the text, without gaps.
    pub tokens: Vec<Token>,
    /// Remarks, from the start of the text.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a formula, with or without its `=`, as it stands in the cell `origin`.
pub fn parse(text: &str, origin: Place, dialect: Dialect, vocabulary: &dyn Vocabulary) -> Parsed {
    if is_too_long(text) {
        return too_long(text);
    }
    let tokens = tokenize(text, dialect);
    let leading = tokens.iter().take(2).position(|token| token.kind == TokenKind::Leading);
    let start = leading.map_or(0, |index| index + 1);
    let mut parser = Parser {
        cursor: Cursor::new(text, &tokens, start),
        scope: Scope { origin, vocabulary },
        dialect,
        open: 0,
        depth: 0,
        locals: Vec::new(),
        diagnostics: Vec::new(),
    };
    let expression = parser.formula();
    let mut diagnostics = parser.diagnostics;
    sorting::sort_by_key(&mut diagnostics, |diagnostic| diagnostic.span.start);
    let broken = diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
    let expression = if broken { Expression::Broken(Rc::from(body_of(text))) } else { expression };
    Parsed { expression, tokens, diagnostics }
}

/// Whether a text has more characters than a formula may have.
pub(super) fn is_too_long(text: &str) -> bool {
    text.len() > MAX_LENGTH && body_of(text).chars().nth(MAX_LENGTH).is_some()
}

fn too_long(text: &str) -> Parsed {
    let span = Span::new(0, text.len());
    Parsed {
        expression: Expression::Broken(Rc::from(body_of(text))),
        tokens: vec![Token { kind: TokenKind::Unknown, span }],
        diagnostics: vec![Diagnostic { span, kind: DiagnosticKind::TooLong }],
    }
}

/// The text after the leading `=`.
fn body_of(text: &str) -> &str {
    text.trim_start().strip_prefix('=').unwrap_or(text)
}

/// Reads the tokens of one formula.
pub(super) struct Parser<'a> {
    pub(super) cursor: Cursor<'a>,
    pub(super) scope: Scope<'a>,
    pub(super) dialect: Dialect,
    /// Parentheses open at the cursor.
    open: usize,
    /// How deep the tree may already be at the cursor.
    depth: usize,
    /// Names that `LET` and `LAMBDA` give at the cursor, in small letters.
    pub(super) locals: Vec<String>,
    diagnostics: Vec<Diagnostic>,
}

impl Parser<'_> {
    /// Makes a remark about a stretch of the text.
    pub(super) fn remark(&mut self, span: Span, kind: DiagnosticKind) {
        self.diagnostics.push(Diagnostic { span, kind });
    }

    /// How many remarks were made so far.
    pub(super) fn remarks(&self) -> usize {
        self.diagnostics.len()
    }

    /// Makes a remark about the next token and goes on after the part it spoils.
    pub(super) fn fail(&mut self, kind: DiagnosticKind) -> Expression {
        self.fail_at(self.cursor.here(), kind)
    }

    /// Makes a remark and goes on at the parenthesis that closes the spoilt part.
    pub(super) fn fail_at(&mut self, span: Span, kind: DiagnosticKind) -> Expression {
        self.remark(span, kind);
        let mut inner = 0;
        while let Some(token) = self.cursor.kind() {
            match token {
                TokenKind::Open => inner += 1,
                TokenKind::Close if inner > 0 => inner -= 1,
                TokenKind::Close if self.open > 0 => break,
                _ => {}
            }
            self.cursor.advance();
        }
        Expression::Missing
    }

    /// Reads what stands in parentheses: after the opening one, up to and with the closing one. Those missing at the very
    /// end of the formula are taken as written. `None` past the depth limit.
    pub(super) fn enclosed<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.cursor.accept(TokenKind::Open);
        self.open += 1;
        let inner = self.nested(1, read);
        if !matches!(self.cursor.kind(), None | Some(TokenKind::Close)) {
            let kind = self.misplaced();
            self.fail(kind);
        }
        self.cursor.accept(TokenKind::Close);
        self.open -= 1;
        inner
    }

    /// Reads something so many levels deeper; `None` past the limit, which ends the reading.
    pub(super) fn nested<T>(&mut self, levels: usize, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.depth + levels > MAX_DEPTH {
            self.remark(self.cursor.here(), DiagnosticKind::TooDeep);
            self.cursor.finish();
            return None;
        }
        self.depth += levels;
        let result = read(self);
        self.depth -= levels;
        Some(result)
    }

    /// Counts levels that stay until the end of the formula.
    pub(super) fn deepen(&mut self, levels: usize) {
        if self.nested(levels, |_| ()).is_some() {
            self.depth += levels;
        }
    }
}
