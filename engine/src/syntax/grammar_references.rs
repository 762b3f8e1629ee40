//! The productions of references, from loose to tight: union within parentheses, a space for what ranges share, `:` for
//! the rectangle around them, `#` after a cell for what it spilled.

use std::rc::Rc;

use super::diagnostic::{DiagnosticKind, Feature};
use super::dialect::boolean_word;
use super::grammar::LOOSEST;
use super::parser::Parser;
use super::read_reference::begins;
use super::read_table;
use super::token::{Span, TokenKind};
use super::tree::{Combination, Expression};
use crate::value::CellError;

/// Known functions that can give a reference.
const REFERENCE_FUNCTIONS: [&str; 16] = [
    "INDEX", "OFFSET", "INDIRECT", "CHOOSE", "IF", "IFS", "SWITCH", "IFERROR", "IFNA", "XLOOKUP", "LET", "LAMBDA",
    "TAKE", "DROP", "REDUCE", "SINGLE",
];

impl Parser<'_> {
    /// Ranges with spaces between them.
    pub(super) fn intersection(&mut self) -> Expression {
        let first = self.range();
        if !self.is_met(&first) {
            return first;
        }
        let mut parts = vec![first];
        while parts.last().is_some_and(|last| self.is_met(last)) {
            let part = self.wanted(Self::range, DiagnosticKind::OperatorExpected);
            parts.push(part);
        }
        Expression::Combined(Combination::Intersection, parts)
    }

    /// Whether a space and a further reference follow a reference.
    fn is_met(&self, left: &Expression) -> bool {
        if self.cursor.is_adjacent() || !self.gives_reference(left) {
            return false;
        }
        let Some(token) = self.cursor.peek() else { return false };
        match token.kind {
            TokenKind::Word => boolean_word(self.cursor.slice(token)).is_none(),
            TokenKind::Open | TokenKind::Sheet | TokenKind::Brackets | TokenKind::Error(CellError::Reference) => true,
            _ => begins(&self.cursor),
        }
    }

    /// References with colons between them.
    fn range(&mut self) -> Expression {
        let first = self.postfix();
        if self.cursor.kind() != Some(TokenKind::Colon) || !self.gives_reference(&first) {
            return first;
        }
        let mut parts = vec![first];
        while self.cursor.accept(TokenKind::Colon) {
            let part = self.wanted(Self::postfix, DiagnosticKind::ReferenceExpected);
            // In `A:B:C:D` the second pair stands as if in parentheses, and is printed so.
            let is_loose = part.binding() <= Combination::Range.precedence();
            parts.push(if is_loose { Expression::Group(Box::new(part)) } else { part });
        }
        Expression::Combined(Combination::Range, parts)
    }

    /// Reads an operand that must give a reference.
    fn wanted(&mut self, read: impl FnOnce(&mut Self) -> Expression, otherwise: DiagnosticKind) -> Expression {
        let (start, remarks) = (self.cursor.here(), self.remarks());
        let part = read(self);
        if self.remarks() == remarks && !self.gives_reference(&part) {
            self.remark(start, otherwise);
        }
        part
    }

    /// A primary, then `#` or the arguments of a call of what it gives.
    fn postfix(&mut self) -> Expression {
        let mut operand = self.primary();
        let mut levels: usize = 0;
        while self.cursor.is_adjacent() {
            operand = match self.cursor.kind() {
                Some(TokenKind::Hash) if self.gives_reference(&operand) => {
                    self.cursor.advance();
                    Expression::Spilled(Box::new(operand))
                }
                Some(TokenKind::Open) if self.gives_function(&operand) => {
                    let arguments = self.enclosed(Self::arguments).unwrap_or_default();
                    Expression::Apply(Box::new(operand), arguments)
                }
                _ => break,
            };
            levels += 1;
        }
        self.deepen(levels.saturating_sub(1));
        operand
    }

    /// Whether an expression can stand for cells.
    fn gives_reference(&self, expression: &Expression) -> bool {
        match expression {
            Expression::Reference(_)
            | Expression::Name(_)
            | Expression::ScopedName(..)
            | Expression::Table(_)
            | Expression::Spilled(_)
            | Expression::Apply(..)
            | Expression::Combined(..)
            | Expression::Error(CellError::Reference) => true,
            Expression::Call(name, _) => {
                REFERENCE_FUNCTIONS.contains(&&**name) || self.scope.vocabulary.english(name).is_none()
            }
            Expression::Group(inner) => self.gives_reference(inner),
            _ => false,
        }
    }

    /// Expressions in parentheses; with separators between them they are a union.
    pub(super) fn group(&mut self) -> Expression {
        let inner = self.enclosed(|parser| {
            let start = parser.cursor.here();
            let first = parser.chain(LOOSEST);
            parser.union(start, first)
        });
        Expression::Group(Box::new(inner.unwrap_or(Expression::Missing)))
    }

    fn union(&mut self, start: Span, first: Expression) -> Expression {
        let separator = self.dialect.argument_token();
        if self.cursor.kind() != Some(separator) {
            return first;
        }
        if !self.gives_reference(&first) {
            let kind = if first == Expression::Missing { DiagnosticKind::OperandExpected } else { self.misplaced() };
            return self.fail_at(if first == Expression::Missing { start } else { self.cursor.here() }, kind);
        }
        let mut parts = vec![first];
        while self.cursor.accept(separator) {
            let part = self.wanted(Self::intersection, DiagnosticKind::ReferenceExpected);
            parts.push(part);
        }
        Expression::Combined(Combination::Union, parts)
    }

    pub(super) fn reference(&mut self) -> Expression {
        let scope = self.scope;
        match scope.reference(&mut self.cursor) {
            Ok(reference) => reference,
            Err(diagnostic) => self.fail_at(diagnostic.span, diagnostic.kind),
        }
    }

    /// A name after a sheet.
    pub(super) fn scoped_name(&mut self) -> Expression {
        let scope = self.scope;
        let sheet = match scope.sheet_of_name(&mut self.cursor) {
            Ok(sheet) => sheet,
            Err(diagnostic) => return self.fail_at(diagnostic.span, diagnostic.kind),
        };
        match self.cursor.advance() {
            Some(token) => Expression::ScopedName(sheet, Rc::from(self.cursor.slice(token))),
            None => self.fail(DiagnosticKind::BadReference),
        }
    }

    /// The brackets of a table, after its name or alone within the table.
    pub(super) fn table(&mut self, name: Option<Rc<str>>) -> Expression {
        let Some(token) = self.cursor.advance() else { return Expression::Missing };
        let next = self.cursor.kind().filter(|_| self.cursor.is_adjacent());
        if name.is_none() && matches!(next, Some(TokenKind::Sheet | TokenKind::Word)) {
            return self.fail_at(token.span, DiagnosticKind::Unsupported(Feature::OtherBook));
        }
        let scope = self.scope;
        let name = name.or_else(|| scope.vocabulary.table_around(scope.origin).map(Rc::from));
        match read_table::read(name, self.cursor.slice(token)) {
            Some(table) => Expression::Table(Rc::new(table)),
            None => self.fail_at(token.span, DiagnosticKind::BadTablePart),
        }
    }
}
