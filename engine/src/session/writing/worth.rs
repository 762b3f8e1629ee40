//! A part of a formula replaced by its value, to see what it gives.

use super::super::refusal::{RefusalKind, TextSpan, worded};
use super::{Rewriting, Writing};
use crate::audit::steps::literal;
use crate::calc::value_at;
use crate::session::Refusal;
use crate::syntax::{Expression, MAX_LENGTH, Operator, Parsed, Severity, Span, Token, TokenKind, parse, print};
use crate::value::Value;

/// The most values of an array that are written out.
const MOST_VALUES: u64 = 1_000;

/// The marked part, or the whole formula, with its value.
pub(super) fn worth(writing: &Writing<'_>, marked: TextSpan) -> Result<Rewriting, Refusal> {
    let part = part(writing, marked);
    let refuse = |swedish, english| Err(refusal(writing, part, swedish, english));
    if let Some(fault) = fault(&writing.parsed) {
        return Err(Refusal::of_formula(writing.text, fault, writing.session.locale));
    }
    if !is_whole(writing, part) {
        return refuse(
            "Det markerade är inget helt led i formeln",
            "What is marked is no complete part of the formula",
        );
    }
    let expression = writing.read(part.of(writing.text));
    if has_local_names(writing, &expression) {
        return refuse(
            "Namn från LET och LAMBDA har värden bara i hela formeln",
            "Names of LET and LAMBDA have values only in the whole formula",
        );
    }
    let value = value(writing, &expression);
    let text = value.map(|value| print(&value, writing.place, writing.dialect, &writing.vocabulary()));
    match text.filter(|text| text.chars().count() + writing.starts.len() <= MAX_LENGTH) {
        Some(text) => Ok(Rewriting { span: writing.span(part), text }),
        None => refuse("Det är för många värden för att skrivas ut", "There are too many values to write out"),
    }
}

/// What is marked without the spaces around it and without the formula's `=`; without a mark the whole formula.
fn part(writing: &Writing<'_>, marked: TextSpan) -> Span {
    let marked = writing.bytes(marked);
    let marked = if marked.start == marked.end { Span::new(0, writing.text.len()) } else { marked };
    let start = if marked.start == 0 { 1.min(marked.end) } else { marked.start };
    let text = Span::new(start, marked.end).of(writing.text);
    let begin = start + text.len() - text.trim_start().len();
    Span::new(begin, (begin + text.trim().len()).max(begin))
}

fn fault(parsed: &Parsed) -> Option<&crate::syntax::Diagnostic> {
    parsed.diagnostics.iter().find(|diagnostic| diagnostic.severity() == Severity::Error)
}

/// Whether the formula means the same with the part in parentheses.
fn is_whole(writing: &Writing<'_>, part: Span) -> bool {
    let inner = part.of(writing.text);
    let (before, after) = (&writing.text[..part.start], &writing.text[part.end..]);
    let grouped = parse(&format!("{before}({inner}){after}"), writing.place, writing.dialect, &writing.vocabulary());
    let alone = parse(inner, writing.place, writing.dialect, &writing.vocabulary());
    let is_read = |parsed: &Parsed| fault(parsed).is_none();
    !inner.is_empty()
        && !follows_operand(writing, part)
        && is_read(&grouped)
        && is_read(&alone)
        && is_same(&grouped.expression, &writing.parsed.expression)
}

/// Whether an operand or a name stands right before the part, as before the parentheses of a call.
fn follows_operand(writing: &Writing<'_>, part: Span) -> bool {
    let written = |token: &&Token| token.kind != TokenKind::Space && token.span.end <= part.start;
    let before = writing.parsed.tokens.iter().rev().find(written);
    before.is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Close | TokenKind::Cell))
}

/// Whether two formulas are the same but for parentheses that change nothing.
fn is_same(one: &Expression, other: &Expression) -> bool {
    let (one, other) = (bare(one), bare(other));
    if let (Expression::Chain(..), Expression::Chain(..)) = (one, other) {
        let (one, other) = (operands(one), operands(other));
        let mut pairs = one.iter().zip(&other);
        return one.len() == other.len() && pairs.all(|(one, other)| one.0 == other.0 && is_same(one.1, other.1));
    }
    let (parts, others) = (parts(one), parts(other));
    if parts.is_empty() || matches!(one, Expression::Array(_)) {
        return one == other;
    }
    is_same_kind(one, other)
        && parts.len() == others.len()
        && parts.into_iter().zip(others).all(|(part, other)| is_same(part, other))
}

fn is_same_kind(one: &Expression, other: &Expression) -> bool {
    match (one, other) {
        (Expression::Call(name, _), Expression::Call(other, _)) => name == other,
        (Expression::Combined(sign, _), Expression::Combined(other, _)) => sign == other,
        (Expression::Prefix(sign, _), Expression::Prefix(other, _)) => sign == other,
        _ => std::mem::discriminant(one) == std::mem::discriminant(other),
    }
}

fn bare(mut expression: &Expression) -> &Expression {
    while let Expression::Group(inner) = expression {
        expression = inner;
    }
    expression
}

fn parts(expression: &Expression) -> Vec<&Expression> {
    let mut parts = Vec::new();
    expression.each_part(&mut |part| parts.push(part));
    parts
}

/// The operands of operators from the left, each with the operator before it, as they are calculated one after the other.
fn operands(chain: &Expression) -> Vec<(Option<Operator>, &Expression)> {
    let (mut operands, mut left) = (Vec::new(), chain);
    while let Expression::Chain(first, rest) = left {
        operands.extend(rest.iter().rev().map(|(operator, operand)| (Some(*operator), operand)));
        left = bare(first);
    }
    operands.push((None, left));
    operands
}

/// Whether an expression uses names that the book does not have.
fn has_local_names(writing: &Writing<'_>, expression: &Expression) -> bool {
    let is_call = |name: &str| matches!(name, "LET" | "LAMBDA");
    let mut free = false;
    let mut pending = vec![expression];
    while let Some(part) = pending.pop() {
        match part {
            // What stands in it brings its own names.
            Expression::Call(name, _) if is_call(name) => {}
            Expression::Name(name) => free |= writing.session.book.names.find(name, writing.place.sheet).is_none(),
            part => part.each_part(&mut |inner| pending.push(inner)),
        }
    }
    free
}

/// The value of an expression as it is written in a formula; `None` when it is too much.
fn value(writing: &Writing<'_>, expression: &Expression) -> Option<Expression> {
    let cells = match bare(expression) {
        Expression::Reference(reference) => reference.resolve(writing.place).map_or(0, |region| region.range.count()),
        _ => 0,
    };
    if cells > MOST_VALUES {
        return None;
    }
    let session = writing.session;
    match value_at(&session.book, &session.world(), writing.place, expression) {
        Value::Array(array) if array.values().len() as u64 > MOST_VALUES => None,
        Value::Array(array) => {
            Some(Expression::Array(array.rows().map(|row| row.iter().map(literal).collect()).collect()))
        }
        value => Some(literal(&value)),
    }
}

fn refusal(writing: &Writing<'_>, part: Span, swedish: &str, english: &str) -> Refusal {
    let locale = writing.session.locale;
    let hint = worded(
        locale,
        "Markera till exempel ett tal, en cell, en funktion med sina argument eller det inom en parentes.",
        "Mark for example a number, a cell, a function with its arguments or what stands in parentheses.",
    );
    Refusal {
        kind: RefusalKind::Formula,
        reason: worded(locale, swedish, english),
        hint: Some(hint),
        span: Some(writing.span(part)),
    }
}
