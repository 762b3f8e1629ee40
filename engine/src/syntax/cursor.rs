//! A place among the tokens of a formula. Spaces are passed over unless asked for.

use super::token::{Span, Token, TokenKind};

/// Reads tokens one after the other.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    tokens: &'a [Token],
    position: usize,
}

impl<'a> Cursor<'a> {
    /// A cursor before the token at an index.
    pub(super) fn new(text: &'a str, tokens: &'a [Token], position: usize) -> Self {
        Self { text, tokens, position }
    }

    /// The same place with the text ending so many tokens on.
    pub(super) fn limited(mut self, tokens: usize) -> Self {
        let end = self.position.saturating_add(tokens).min(self.tokens.len());
        self.tokens = &self.tokens[..end];
        self
    }

    /// The next token that is no space.
    pub(super) fn peek(&self) -> Option<Token> {
        self.tokens.get(self.next_index()).copied()
    }

    /// What the next token is.
    pub(super) fn kind(&self) -> Option<TokenKind> {
        self.peek().map(|token| token.kind)
    }

    /// What the token after the next one is.
    pub(super) fn second(&self) -> Option<TokenKind> {
        let mut ahead = *self;
        ahead.advance();
        ahead.kind()
    }

    /// The token right before the cursor, a space too.
    pub(super) fn previous(&self) -> Option<Token> {
        self.position.checked_sub(1).and_then(|index| self.tokens.get(index)).copied()
    }

    /// Whether the next token follows without a space.
    pub(super) fn is_adjacent(&self) -> bool {
        self.next_index() == self.position
    }

    /// Whether a token of this kind follows without a space.
    pub(super) fn touches(&self, kind: TokenKind) -> bool {
        self.is_adjacent() && self.kind() == Some(kind)
    }

    /// Passes the next token and gives it.
    pub(super) fn advance(&mut self) -> Option<Token> {
        let token = self.peek()?;
        self.position = self.next_index() + 1;
        Some(token)
    }

    /// Passes the next token if it is of this kind.
    pub(super) fn accept(&mut self, kind: TokenKind) -> bool {
        let found = self.kind() == Some(kind);
        if found {
            self.advance();
        }
        found
    }

    /// Passes all tokens.
    pub(super) fn finish(&mut self) {
        self.position = self.tokens.len();
    }

    /// Where the next token stands; the end of the text when there is none.
    pub(super) fn here(&self) -> Span {
        self.peek().map_or(Span::new(self.text.len(), self.text.len()), |token| token.span)
    }

    /// The text of a token.
    pub(super) fn slice(&self, token: Token) -> &'a str {
        token.span.of(self.text)
    }

    /// Index of the token the cursor stands before.
    pub(super) fn position(&self) -> usize {
        self.position
    }

    /// A run of spaces is one token, so at most one is passed.
    fn next_index(&self) -> usize {
        let space = self.tokens.get(self.position).is_some_and(|token| token.kind == TokenKind::Space);
        self.position + usize::from(space)
    }
}
