//! Brackets that belong together, and those that are missing at the end.

use super::super::refusal::TextSpan;
use super::super::vocabulary::{BookVocabulary, dialect};
use super::Writing;
use crate::session::Session;
use crate::syntax::{Dialect, Token, TokenKind, tokenize};

/// The bracket at the caret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Brackets {
    /// The bracket.
    pub own: TextSpan,
    /// The one it belongs to, unless it is missing.
    pub partner: Option<TextSpan>,
}

/// The bracket that was passed last, or else the one that comes next.
pub(super) fn at(writing: &Writing<'_>, caret: usize) -> Option<Brackets> {
    let at = writing.byte(caret);
    let tokens = &writing.parsed.tokens;
    let is_bracket = |token: &Token| is_opening(token.kind) || is_closing(token.kind);
    let before = tokens.iter().position(|token| token.span.end == at && is_bracket(token));
    let own = before.or_else(|| tokens.iter().position(|token| token.span.start == at && is_bracket(token)))?;
    let partner = pairs(tokens).into_iter().find_map(|(open, close)| match own {
        own if own == open => Some(close),
        own if own == close => Some(open),
        _ => None,
    });
    let span = |index: usize| tokens.get(index).map(|token| writing.span(token.span));
    Some(Brackets { own: span(own)?, partner: partner.and_then(span) })
}

/// A typed formula with the brackets and quotes added that are missing at its end. Nothing else is changed.
pub fn closed(session: &Session, text: &str) -> String {
    let language = Dialect::detect(text, &BookVocabulary(&session.book), dialect(session.locale));
    let tokens = tokenize(text, language);
    let mut closed = text.to_owned();
    match tokens.last().map(|token| (token.kind, token.span.of(text))) {
        Some((TokenKind::UnclosedText, _)) => closed.push('"'),
        Some((TokenKind::UnclosedBrackets, inner)) => {
            let depth = inner.matches('[').count().saturating_sub(inner.matches(']').count());
            closed.extend(std::iter::repeat_n(']', depth));
        }
        _ => {}
    }
    closed.extend(open(&tokens).into_iter().rev());
    closed
}

/// The signs that would close what is open, the outermost first.
fn open(tokens: &[Token]) -> Vec<char> {
    let mut open = Vec::new();
    for token in tokens {
        match token.kind {
            TokenKind::Open => open.push(')'),
            TokenKind::BraceOpen => open.push('}'),
            TokenKind::Close | TokenKind::BraceClose => _ = open.pop(),
            _ => {}
        }
    }
    open
}

/// The tokens that open and close together, by their indexes.
fn pairs(tokens: &[Token]) -> Vec<(usize, usize)> {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (index, token) in tokens.iter().enumerate() {
        if is_opening(token.kind) {
            open.push(index);
        } else if is_closing(token.kind) {
            pairs.extend(open.pop().map(|opening| (opening, index)));
        }
    }
    pairs
}

const fn is_opening(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Open | TokenKind::BraceOpen)
}

const fn is_closing(kind: TokenKind) -> bool {
    matches!(kind, TokenKind::Close | TokenKind::BraceClose)
}
