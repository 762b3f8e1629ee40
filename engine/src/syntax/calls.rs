//! Where the calls of a formula's text stand, with their arguments, for remarks about one of them.

use super::dialect::Dialect;
use super::token::{Span, Token, TokenKind};

/// A call as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenCall {
    /// Its name.
    pub name: Span,
    /// From its name to its closing parenthesis.
    pub whole: Span,
    /// Its arguments; empty stretches where one is left out.
    pub arguments: Vec<Span>,
}

/// The calls in the tokens of a formula that can be read, in the order of their names.
pub fn written_calls(tokens: &[Token], dialect: Dialect) -> Vec<WrittenCall> {
    let mut calls: Vec<WrittenCall> = Vec::new();
    // What is open: a call by its index, or parentheses and braces of another kind.
    let mut open: Vec<Option<usize>> = Vec::new();
    let mut before: Option<Token> = None;
    for token in tokens.iter().filter(|token| token.kind != TokenKind::Space) {
        let innermost = open.last().copied().flatten();
        if let Some(call) = innermost.and_then(|index| calls.get_mut(index)) {
            call.meet(*token, dialect);
        }
        match (token.kind, before) {
            (TokenKind::Open, Some(Token { kind: TokenKind::Word, span })) => {
                open.push(Some(calls.len()));
                calls.push(WrittenCall { name: span, whole: span.to(token.span), arguments: Vec::new() });
            }
            (TokenKind::Open | TokenKind::BraceOpen, _) => open.push(None),
            (TokenKind::Close | TokenKind::BraceClose, _) => {
                open.pop();
                let outer = open.last().copied().flatten();
                if let Some(call) = outer.and_then(|index| calls.get_mut(index)) {
                    call.reach(token.span);
                }
            }
            _ => {}
        }
        before = Some(*token);
    }
    calls
}

impl WrittenCall {
    /// Takes a further token between its parentheses, or the one that closes it.
    fn meet(&mut self, token: Token, dialect: Dialect) {
        self.whole = self.whole.to(token.span);
        if token.kind == TokenKind::Close {
            return;
        }
        if token.kind == dialect.argument_token() {
            if self.arguments.is_empty() {
                self.arguments.push(Span::new(token.span.start, token.span.start));
            }
            self.arguments.push(Span::new(token.span.end, token.span.end));
        } else {
            self.reach(token.span);
        }
    }

    /// Makes its last argument reach to the end of a stretch.
    fn reach(&mut self, span: Span) {
        self.whole = self.whole.to(span);
        match self.arguments.last_mut() {
            Some(argument) if argument.start == argument.end => *argument = span,
            Some(argument) => *argument = argument.to(span),
            None => self.arguments.push(span),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lexer::tokenize;
    use super::*;

    #[test]
    fn calls_stand_where_they_are_written() {
        for (text, expected) in [
            ("=PI()+1", "PI()"),
            ("=ROUND( A1 , 2 )", "ROUND( A1 , 2 ): A1|2"),
            ("=SUM((A1,B1),{1,2},)", "SUM((A1,B1),{1,2},): (A1,B1)|{1,2}|"),
            ("=IF(MAX(1,2)>A1,,ABS(3))", "IF(MAX(1,2)>A1,,ABS(3)): MAX(1,2)>A1||ABS(3)  MAX(1,2): 1|2  ABS(3): 3"),
            ("=ABS(1", "ABS(1: 1"),
        ] {
            let shown = written_calls(&tokenize(text, Dialect::English), Dialect::English).into_iter().map(|call| {
                let arguments: Vec<&str> = call.arguments.iter().map(|span| span.of(text)).collect();
                let separator = if arguments.is_empty() { "" } else { ": " };
                format!("{}{separator}{}", call.whole.of(text), arguments.join("|"))
            });
            assert_eq!(shown.collect::<Vec<_>>().join("  "), expected, "{text}");
        }
    }
}
