//! `LET`, `LAMBDA` and calls of what they give.

use std::rc::Rc;

use super::locals::Locals;
use super::{Evaluation, MAX_CALLS};
use crate::functions::{Lambda, Operand};
use crate::syntax::Expression;
use crate::value::{CellError, Value};

/// How many levels a call counts for: what is called by what it calls needs room on the stack besides its expressions.
const CALL_DEPTH: u32 = 4;

/// A function with the names around it.
#[derive(Debug)]
struct Closure {
    /// The call of `LAMBDA` that gave it.
    source: Rc<Expression>,
    locals: Locals,
}

/// The result of `LET`: names with values, then the expression that may use them.
pub(super) fn with_names(parts: &[Expression], evaluation: Evaluation<'_>) -> Operand {
    let Some((result, pairs)) = parts.split_last() else { return CellError::Value.into() };
    let mut locals = evaluation.locals.clone();
    for pair in pairs.chunks(2) {
        let [Expression::Name(name), value] = pair else { return CellError::Value.into() };
        let operand = Evaluation { locals: &locals, ..evaluation }.operand(value);
        locals = locals.with(name, operand);
    }
    Evaluation { locals: &locals, ..evaluation }.operand(result)
}

/// The function that a call of `LAMBDA` gives.
pub(super) fn function(source: Rc<Expression>, locals: &Locals) -> Operand {
    Operand::Lambda(Lambda(Rc::new(Closure { source, locals: locals.clone() })))
}

/// What a function gives for arguments; `#VALUE!` when they are too many or too few.
pub(super) fn apply(callee: &Operand, arguments: Vec<Operand>, evaluation: Evaluation<'_>) -> Operand {
    let closure = match callee {
        Operand::Lambda(Lambda(function)) => function.downcast_ref::<Closure>(),
        Operand::Value(Value::Error(error)) => return (*error).into(),
        _ => None,
    };
    let Some(Closure { source, locals }) = closure else { return CellError::Value.into() };
    let Expression::Call(_, parts) = &**source else { return CellError::Value.into() };
    let Some((body, parameters)) = parts.split_last() else { return CellError::Value.into() };
    if arguments.len() > parameters.len() || evaluation.is_spent() {
        return CellError::Value.into();
    }
    let mut locals = locals.clone();
    let mut arguments = arguments.into_iter();
    for parameter in parameters {
        locals = match (parameter, arguments.next()) {
            (Expression::Name(name) | Expression::Optional(name), Some(operand)) => locals.with(name, operand),
            (Expression::Optional(name), None) => locals.with(name, Operand::Missing),
            _ => return CellError::Value.into(),
        };
    }
    Evaluation { locals: &locals, names: 0, depth: evaluation.depth + CALL_DEPTH, ..evaluation }.operand(body)
}

/// The call of `LAMBDA` that gave a function, and the names around it.
pub(super) fn source(callee: &Operand) -> Option<(&Expression, &Locals)> {
    let Operand::Lambda(Lambda(function)) = callee else { return None };
    let Closure { source, locals } = function.downcast_ref()?;
    Some((source, locals))
}

impl Evaluation<'_> {
    /// Counts a call, and tells whether there were too many.
    fn is_spent(self) -> bool {
        let calls = self.limits.calls.get() + 1;
        self.limits.calls.set(calls);
        if calls > MAX_CALLS {
            self.limits.exhausted.set(true);
        }
        self.limits.exhausted.get()
    }
}
