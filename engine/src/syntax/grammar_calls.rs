//! The productions of calls: functions, arguments, and the names that `LET` and `LAMBDA` give for the rest of their
//! call.

use std::rc::Rc;

use super::diagnostic::DiagnosticKind;
use super::dialect::boolean_word;
use super::grammar::LOOSEST;
use super::parser::Parser;
use super::print::is_row_column;
use super::table_reference::TableReference;
use super::token::{Token, TokenKind};
use super::tree::Expression;
use super::vocabulary::function_name;
use crate::base::Address;

/// Prefixes that files put before the names of `LET` and `LAMBDA`, and before those that may be left out.
const LOCAL_PREFIX: &str = "_xlpm.";
const OPTIONAL_PREFIX: &str = "_xlop.";

/// Known functions that can give a function.
const FUNCTION_FUNCTIONS: [&str; 8] = ["LAMBDA", "LET", "IF", "IFS", "CHOOSE", "SWITCH", "IFERROR", "IFNA"];

/// The names a call gives.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Names {
    /// None.
    None,
    /// Every other argument but the last, each followed by its value.
    Let,
    /// All but the last.
    Lambda,
}

impl Parser<'_> {
    /// A word: a function before a parenthesis, a table before brackets, else a boolean or a name.
    pub(super) fn word(&mut self, token: Token) -> Expression {
        let text = without_local_prefix(self.cursor.slice(token));
        match self.cursor.second() {
            Some(TokenKind::Open) if self.is_local(text) => {
                self.cursor.advance();
                let arguments = self.enclosed(Self::arguments).unwrap_or_default();
                return Expression::Apply(Box::new(Expression::Name(Rc::from(text))), arguments);
            }
            Some(TokenKind::Open) => return self.call(token),
            _ => {}
        }
        if let Some(boolean) = self.constant() {
            return boolean;
        }
        self.cursor.advance();
        if self.cursor.kind() == Some(TokenKind::Brackets) && self.cursor.is_adjacent() {
            return self.table(Some(Rc::from(text)));
        }
        if !self.is_local(text) && self.scope.vocabulary.has_table(text) {
            return Expression::Table(Rc::new(TableReference::whole(text)));
        }
        Expression::Name(Rc::from(text))
    }

    fn call(&mut self, token: Token) -> Expression {
        self.cursor.advance();
        let name = function_name(self.cursor.slice(token), self.scope.vocabulary);
        let names = match &*name {
            "LET" => Names::Let,
            "LAMBDA" => Names::Lambda,
            _ => return Expression::Call(name, self.enclosed(Self::arguments).unwrap_or_default()),
        };
        let (known, remarks) = (self.locals.len(), self.remarks());
        let arguments = self.enclosed(|parser| parser.arguments_with(names)).unwrap_or_default();
        self.locals.truncate(known);
        let is_name = |part: &Expression| matches!(part, Expression::Name(_) | Expression::Optional(_));
        let complete = match (names, arguments.split_last()) {
            (_, None) => false,
            (Names::Let, Some((_, pairs))) => !pairs.is_empty() && pairs.len() % 2 == 0,
            (_, Some((_, names))) => names.iter().all(is_name),
        };
        if !complete && self.remarks() == remarks {
            let kind = if names == Names::Let { DiagnosticKind::NamesAndValues } else { DiagnosticKind::BodyExpected };
            self.remark(token.span, kind);
        }
        Expression::Call(name, arguments)
    }

    /// Arguments up to the closing parenthesis; between separators they may be missing.
    pub(super) fn arguments(&mut self) -> Vec<Expression> {
        self.arguments_with(Names::None)
    }

    fn arguments_with(&mut self, names: Names) -> Vec<Expression> {
        let mut arguments = Vec::new();
        if matches!(self.cursor.kind(), None | Some(TokenKind::Close)) {
            return arguments;
        }
        // A value of `LET` does not know its own name yet.
        let mut given = None;
        loop {
            let is_name = self.is_name_next(names, arguments.len());
            let argument = if is_name { self.local_name(names) } else { self.argument() };
            self.locals.extend(given.take());
            if let (true, Expression::Name(name) | Expression::Optional(name)) = (is_name, &argument) {
                let name = name.to_lowercase();
                if names == Names::Let { given = Some(name) } else { self.locals.push(name) }
            }
            arguments.push(argument);
            if !self.cursor.accept(self.dialect.argument_token()) {
                // A book may hold a great many calls with one argument.
                arguments.shrink_to_fit();
                return arguments;
            }
        }
    }

    fn argument(&mut self) -> Expression {
        match self.cursor.kind() {
            None | Some(TokenKind::Close) => Expression::Missing,
            Some(kind) if kind == self.dialect.argument_token() => Expression::Missing,
            _ => self.chain(LOOSEST),
        }
    }

    /// Whether the next argument is a name that the call gives: a further argument follows it.
    fn is_name_next(&self, names: Names, index: usize) -> bool {
        let may = match names {
            Names::None => false,
            Names::Let => index.is_multiple_of(2),
            Names::Lambda => true,
        };
        may && (self.cursor.second() == Some(self.dialect.argument_token()) || (names == Names::Let && index == 0))
    }

    /// A name that a call gives; what could be taken for a cell or a value is refused.
    fn local_name(&mut self, names: Names) -> Expression {
        let Some(token) = self.cursor.peek() else { return self.fail(DiagnosticKind::BadLocalName) };
        let text = self.cursor.slice(token);
        let optional = match token.kind {
            TokenKind::Brackets if names == Names::Lambda => text.get(1..text.len() - 1).map(str::trim),
            _ => strip_prefix(text, OPTIONAL_PREFIX),
        };
        let name = optional.unwrap_or(without_local_prefix(text));
        let is_word = token.kind == TokenKind::Word || (token.kind == TokenKind::Brackets && optional.is_some());
        if !is_word || self.cursor.second() != Some(self.dialect.argument_token()) || !is_local_name(name) {
            return self.fail_at(token.span, DiagnosticKind::BadLocalName);
        }
        self.cursor.advance();
        let name = Rc::from(name);
        if optional.is_some() { Expression::Optional(name) } else { Expression::Name(name) }
    }

    fn is_local(&self, name: &str) -> bool {
        !self.locals.is_empty() && self.locals.contains(&name.to_lowercase())
    }

    /// Whether an expression can stand for a function.
    pub(super) fn gives_function(&self, expression: &Expression) -> bool {
        match expression {
            Expression::Name(_) | Expression::ScopedName(..) | Expression::Apply(..) => true,
            Expression::Call(name, _) => {
                FUNCTION_FUNCTIONS.contains(&&**name) || self.scope.vocabulary.english(name).is_none()
            }
            Expression::Group(inner) => self.gives_function(inner),
            _ => false,
        }
    }
}

/// Whether a word can be a name of `LET` or `LAMBDA`.
fn is_local_name(name: &str) -> bool {
    let begins = name.starts_with(|first: char| first.is_alphabetic() || first == '_');
    let word = name.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '.' | '\u{300}'..='\u{36f}'));
    let is_numbered = name.contains(|sign: char| sign.is_ascii_digit()) && is_row_column(name);
    let is_cell = Address::parse(name).is_some() || is_numbered;
    begins && word && !is_cell && boolean_word(name).is_none()
}

fn without_local_prefix(written: &str) -> &str {
    [LOCAL_PREFIX, OPTIONAL_PREFIX].iter().find_map(|prefix| strip_prefix(written, prefix)).unwrap_or(written)
}

fn strip_prefix<'a>(written: &'a str, prefix: &str) -> Option<&'a str> {
    let start = written.get(..prefix.len())?;
    let rest = start.eq_ignore_ascii_case(prefix).then(|| &written[prefix.len()..])?;
    (!rest.is_empty()).then_some(rest)
}
