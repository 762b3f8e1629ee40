//! The productions of formulas, one function each, with Excel's precedence from loose to tight: comparison, `&`, sums,
//! products, `^`, percent, signs before an operand. Those of references stand in `grammar_references`, those of calls in
//! `grammar_calls`.

use std::rc::Rc;

use super::diagnostic::DiagnosticKind;
use super::dialect::boolean_word;
use super::parser::Parser;
use super::read_reference::begins;
use super::token::{Token, TokenKind};
use super::tree::{Expression, Operator, Prefix};
use crate::value::{CellError, Number};

/// The precedence of comparisons, the loosest.
pub(super) const LOOSEST: u8 = 1;

/// What stands before an operand.
#[derive(Clone, Copy)]
enum Before {
    Sign(Prefix),
    At,
}

impl Parser<'_> {
    /// A whole formula.
    pub(super) fn formula(&mut self) -> Expression {
        let expression = self.chain(LOOSEST);
        if self.cursor.kind().is_some() {
            let kind = self.misplaced();
            self.fail(kind);
        }
        expression
    }

    /// Operands with operators between them, none looser than `loosest`. Each turn of the loop takes all operators of one
    /// precedence, so what stands to the left is never nested deeper than there are precedences.
    pub(super) fn chain(&mut self, loosest: u8) -> Expression {
        let mut left = self.operand();
        while let Some(precedence) = self.operator().map(Operator::precedence).filter(|found| *found >= loosest) {
            let mut rest = Vec::new();
            while let Some(operator) = self.operator().filter(|operator| operator.precedence() == precedence) {
                self.cursor.advance();
                rest.push((operator, self.chain(precedence + 1)));
            }
            left = Expression::Chain(Box::new(left), rest);
        }
        left
    }

    fn operator(&self) -> Option<Operator> {
        match self.cursor.kind() {
            Some(TokenKind::Operator(operator)) => Some(operator),
            _ => None,
        }
    }

    /// Signs, a reference or another operand, percent signs.
    fn operand(&mut self) -> Expression {
        let mut signs = Vec::new();
        while let Some(sign) = self.sign() {
            self.cursor.advance();
            signs.push(sign);
        }
        let Some(mut operand) = self.nested(signs.len(), Self::intersection) else { return Expression::Missing };
        for sign in signs.into_iter().rev() {
            operand = match sign {
                Before::Sign(sign) => Expression::Prefix(sign, Box::new(operand)),
                Before::At => Expression::Single(Box::new(operand)),
            };
        }
        // Percent signs close after what they hold, so those in a row count for the rest of the formula.
        let mut percents: usize = 0;
        while self.cursor.accept(TokenKind::Percent) {
            percents += 1;
        }
        self.deepen(percents.saturating_sub(1));
        (0..percents).fold(operand, |operand, _| Expression::Percent(Box::new(operand)))
    }

    fn sign(&self) -> Option<Before> {
        match self.cursor.kind() {
            Some(TokenKind::At) => Some(Before::At),
            _ => self.operator().and_then(prefix).map(Before::Sign),
        }
    }

    /// A literal, a reference, a name, a call, an array, or an expression in parentheses.
    pub(super) fn primary(&mut self) -> Expression {
        if begins(&self.cursor) {
            return self.reference();
        }
        let Some(token) = self.cursor.peek() else { return self.fail(DiagnosticKind::OperandExpected) };
        match token.kind {
            TokenKind::Open => self.group(),
            TokenKind::BraceOpen => self.array(),
            TokenKind::Word => self.word(token),
            TokenKind::Sheet => self.scoped_name(),
            TokenKind::Brackets => self.table(None),
            _ => match self.constant() {
                Some(constant) => constant,
                None => {
                    let kind = self.no_operand(token);
                    self.fail(kind)
                }
            },
        }
    }

    /// A number, a text or an error, if one is next.
    pub(super) fn constant(&mut self) -> Option<Expression> {
        let token = self.cursor.peek()?;
        let text = self.cursor.slice(token);
        let constant = match token.kind {
            TokenKind::Number => self.number(token),
            TokenKind::Text => Expression::Text(Rc::from(text[1..text.len() - 1].replace("\"\"", "\""))),
            TokenKind::Error(error) => Expression::Error(error),
            TokenKind::Word => Expression::Boolean(boolean_word(text)?),
            _ => return None,
        };
        self.cursor.advance();
        if constant == Expression::Error(CellError::Reference) {
            self.deleted_reference();
        }
        Some(constant)
    }

    fn number(&mut self, token: Token) -> Expression {
        match Number::parse(&self.cursor.slice(token).replace(',', ".")) {
            Some(number) => Expression::Number(number),
            None => {
                self.remark(token.span, DiagnosticKind::NumberTooLarge);
                Expression::Missing
            }
        }
    }

    /// Passes the cells after `#REF!` where the sheet was deleted: `#REF!A1`.
    fn deleted_reference(&mut self) {
        if self.cursor.is_adjacent() && begins(&self.cursor) {
            self.reference();
        }
    }

    /// An array constant.
    fn array(&mut self) -> Expression {
        let start = self.cursor.here();
        self.cursor.accept(TokenKind::BraceOpen);
        let mut rows = vec![Vec::new()];
        loop {
            let Some(element) = self.element() else {
                let kind = self.cursor.kind().and_then(meaningless);
                return self.fail(kind.unwrap_or(DiagnosticKind::ConstantExpected));
            };
            if let Some(row) = rows.last_mut() {
                row.push(element);
            }
            match self.cursor.kind() {
                Some(kind) if kind == self.dialect.column_token() => {}
                Some(TokenKind::Semicolon) => rows.push(Vec::new()),
                Some(TokenKind::BraceClose) => break,
                _ => return self.fail(DiagnosticKind::BraceExpected),
            }
            self.cursor.advance();
        }
        self.cursor.advance();
        if rows.iter().any(|row| row.len() != rows[0].len()) {
            return self.fail_at(start, DiagnosticKind::UnevenRows);
        }
        Expression::Array(rows)
    }

    /// A constant in an array; a sign before a number is part of the number.
    fn element(&mut self) -> Option<Expression> {
        let sign = self.operator().and_then(prefix);
        if sign.is_some() {
            self.cursor.advance();
        }
        match (sign, self.constant()?) {
            (Some(Prefix::Minus), Expression::Number(number)) => Some(Expression::Number(number.negated())),
            (Some(Prefix::Plus), number @ Expression::Number(_)) => Some(number),
            (None, constant) => Some(constant),
            _ => None,
        }
    }

    /// Why a token is no operand.
    fn no_operand(&self, token: Token) -> DiagnosticKind {
        match token.kind {
            TokenKind::Hash => DiagnosticKind::UnknownError,
            kind => meaningless(kind).unwrap_or(DiagnosticKind::OperandExpected),
        }
    }

    /// Why the next token can not follow an operand.
    pub(super) fn misplaced(&self) -> DiagnosticKind {
        let Some(token) = self.cursor.peek() else { return DiagnosticKind::CloseExpected };
        let before = self.cursor.previous().map(|token| token.kind);
        let after_number = before == Some(TokenKind::Number);
        match token.kind {
            TokenKind::Close => DiagnosticKind::UnexpectedClose,
            TokenKind::Number if after_number => DiagnosticKind::SpacedNumber,
            TokenKind::Colon => DiagnosticKind::ReferenceExpected,
            kind if kind == self.dialect.argument_token() => DiagnosticKind::UnexpectedSeparator,
            TokenKind::Comma => DiagnosticKind::CommaSeparator,
            TokenKind::Semicolon => DiagnosticKind::SemicolonSeparator,
            TokenKind::BraceClose | TokenKind::BracketClose | TokenKind::Backslash => DiagnosticKind::CloseExpected,
            kind => meaningless(kind).unwrap_or(DiagnosticKind::OperatorExpected),
        }
    }
}

const fn prefix(operator: Operator) -> Option<Prefix> {
    match operator {
        Operator::Add => Some(Prefix::Plus),
        Operator::Subtract => Some(Prefix::Minus),
        _ => None,
    }
}

/// The remark about a token that has no meaning wherever it stands.
pub(super) const fn meaningless(kind: TokenKind) -> Option<DiagnosticKind> {
    match kind {
        TokenKind::UnclosedText => Some(DiagnosticKind::UnclosedText),
        TokenKind::UnclosedSheet => Some(DiagnosticKind::UnclosedSheet),
        TokenKind::UnclosedBrackets => Some(DiagnosticKind::UnclosedBrackets),
        TokenKind::BrokenReference => Some(DiagnosticKind::BadReference),
        TokenKind::Unknown => Some(DiagnosticKind::UnknownCharacter),
        _ => None,
    }
}
