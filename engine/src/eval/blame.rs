//! Where in a formula an error begins, and why. The formula is evaluated again part by part, from the outside in, until a
//! part fails whose own parts do not, or a cell is met that holds the error.

mod calls;
mod fault;

pub use fault::Fault;

use super::locals::Locals;
use super::{Evaluation, Limits, Scope, broadcast, operators};
use crate::base::{Place, Region, SheetId};
use crate::display::coerce;
use crate::functions::Operand;
use crate::syntax::{Expression, Operator, SheetReference};
use crate::value::{CellError, Value};

/// The most steps from a formula to the part that fails.
const MAX_STEPS: usize = 2_000;

/// What is to blame for a formula's error.
#[derive(Debug, Clone, PartialEq)]
pub enum Blame {
    /// A cell it reads, which holds the error.
    Cell(Place),
    /// The formula itself.
    Fault(Fault),
}

/// What a step from a part of a formula leads to.
enum Step {
    /// Another part, with the names around it.
    Into(Expression, Names),
    /// The end of the search.
    Done(Blame),
}

/// The names around a part, with what they stand for and how it was written.
#[derive(Debug, Clone, Default)]
struct Names {
    locals: Locals,
    written: Vec<(String, Expression, usize)>,
}

/// A part of a formula that fails.
#[derive(Clone, Copy)]
struct Failing<'a> {
    evaluation: Evaluation<'a>,
    error: CellError,
    names: &'a Names,
}

/// What is to blame for the error that a formula gives.
pub fn blame(expression: &Expression, scope: &dyn Scope, error: CellError) -> Blame {
    let (mut part, mut names) = (expression.clone(), Names::default());
    for _ in 0..MAX_STEPS {
        let limits = Limits::default();
        let evaluation = Evaluation { scope, limits: &limits, locals: &names.locals, depth: 0, names: 0 };
        match (Failing { evaluation, error, names: &names }).step(&part) {
            Step::Into(next, around) => (part, names) = (next, around),
            Step::Done(blame) => return blame,
        }
    }
    Blame::Fault(Fault::Other(None))
}

fn fault(fault: Fault) -> Step {
    Step::Done(Blame::Fault(fault))
}

impl Names {
    fn with(&self, name: &std::rc::Rc<str>, operand: Operand, written: &Expression) -> Self {
        let mut all = self.clone();
        all.locals = self.locals.with(name, operand);
        all.written.push((name.to_lowercase(), written.clone(), self.written.len()));
        all
    }
}

impl Failing<'_> {
    fn step(self, part: &Expression) -> Step {
        match part {
            Expression::Error(CellError::Reference) => fault(Fault::Deleted),
            Expression::Error(error) => fault(Fault::Written(*error)),
            Expression::Broken(_) | Expression::Table(_) | Expression::Optional(_) => fault(Fault::Unreadable),
            Expression::Reference(_) => match self.cell_in(&self.evaluation.operand(part)) {
                Some(place) => Step::Done(Blame::Cell(place)),
                None => fault(Fault::Deleted),
            },
            Expression::Name(name) => self.name(name),
            Expression::ScopedName(SheetReference::Known(sheet), name) => self.defined(name, *sheet),
            Expression::ScopedName(..) => fault(Fault::Deleted),
            Expression::Chain(first, rest) => self.chain(first, rest),
            Expression::Apply(callee, arguments) => match self.evaluation.operand(callee) {
                operand if self.fails(&operand) => self.into(callee),
                operand => self.applied(&operand, arguments),
            },
            Expression::Call(name, arguments) => self.call(name, arguments),
            _ => self.first_failing(part),
        }
    }

    /// Goes on with a part, under the same names.
    fn into(self, part: &Expression) -> Step {
        Step::Into(part.clone(), self.names.clone())
    }

    fn first_failing(self, part: &Expression) -> Step {
        let mut parts = Vec::new();
        part.each_part(&mut |inner| parts.push(inner));
        if let Some(failing) = parts.iter().find(|inner| self.fails(&self.evaluation.operand(inner))) {
            return self.into(failing);
        }
        match (part, parts.first()) {
            (Expression::Prefix(..) | Expression::Percent(_), Some(operand)) => {
                self.of_operands(None, &[(operand, self.evaluation.value(operand))])
            }
            _ if self.error == CellError::Null => fault(Fault::Disjoint),
            _ => fault(Fault::Other(None)),
        }
    }

    fn name(self, name: &str) -> Step {
        let lower = name.to_lowercase();
        let Some((_, written, known)) = self.names.written.iter().rev().find(|(known, ..)| *known == lower) else {
            let given = self.evaluation.locals.find(name);
            let cell = given.and_then(|operand| self.cell_in(operand));
            return match (given, cell) {
                (None, _) => self.defined(name, self.evaluation.scope.origin().sheet),
                (_, Some(place)) => Step::Done(Blame::Cell(place)),
                _ => fault(Fault::Other(None)),
            };
        };
        // A value knows only the names before its own.
        let mut around = Names::default();
        for (name, written, _) in &self.names.written[..*known] {
            let operand = self.evaluation.locals.find(name).cloned().unwrap_or(Operand::Missing);
            around = around.with(&name.as_str().into(), operand, written);
        }
        Step::Into(written.clone(), around)
    }

    fn defined(self, name: &str, sheet: SheetId) -> Step {
        match self.evaluation.scope.name(name, sheet) {
            Some(meaning) => Step::Into((*meaning).clone(), Names::default()),
            None => fault(Fault::UnknownName(name.into())),
        }
    }

    fn chain(self, first: &Expression, rest: &[(Operator, Expression)]) -> Step {
        let mut left = self.evaluation.value(first);
        if self.holds(&left) {
            return self.into(first);
        }
        let (mut left_part, locale) = (Some(first), self.evaluation.scope.locale());
        for (operator, part) in rest {
            let right = self.evaluation.value(part);
            if self.holds(&right) {
                return self.into(part);
            }
            let result =
                broadcast::pairwise(&left, &right, |left, right| operators::apply(*operator, left, right, locale));
            if self.holds(&result) {
                let operands = [(left_part.unwrap_or(&Expression::Missing), left), (part, right)];
                return self.of_operands(Some(*operator), &operands);
            }
            (left, left_part) = (result, None);
        }
        fault(Fault::Other(None))
    }

    /// What is wrong with the operands of an operator none of which holds the error.
    fn of_operands(self, operator: Option<Operator>, operands: &[(&Expression, Value)]) -> Step {
        let locale = self.evaluation.scope.locale();
        let cell = |part: &Expression, is_wrong: &dyn Fn(&Value) -> bool| self.cell_of(part, is_wrong);
        let is_text = |value: &Value| matches!(value, Value::Text(_)) && coerce::to_number(value, locale).is_err();
        let text = operands.iter().find_map(|(part, value)| {
            let found = flat(value).into_iter().find(|value| is_text(value))?;
            Some((found, cell(part, &is_text)))
        });
        match (self.error, operator, text) {
            (CellError::DivisionByZero, Some(_), _) => {
                let divisor = operands.last().and_then(|(part, _)| cell(part, &is_zero));
                fault(Fault::Division { divisor })
            }
            (CellError::Value, _, Some((text, cell))) => fault(Fault::Text { text, cell, argument: None }),
            (CellError::Number, ..) => fault(Fault::OutOfRange(None)),
            _ => fault(Fault::Other(None)),
        }
    }

    /// The first cell of a part that is a reference whose value is wrong. The cell of the formula's own row or of a
    /// range in which only one value is wrong is the one that is meant.
    fn cell_of(self, part: &Expression, is_wrong: &dyn Fn(&Value) -> bool) -> Option<Place> {
        if matches!(part, Expression::Missing) {
            return None;
        }
        match self.evaluation.operand(part) {
            Operand::Region(region) if region.range.is_cell() => Some(region.first()),
            Operand::Region(region) => {
                let used = self.evaluation.scope.used(region)?;
                let mut cells = used.range.cells().map(|cell| cell.on(used.sheet));
                cells.find(|cell| is_wrong(&self.evaluation.scope.value(*cell)))
            }
            _ => None,
        }
    }

    fn holds(self, value: &Value) -> bool {
        match value {
            Value::Error(error) => *error == self.error,
            Value::Array(array) => array.values().iter().any(|value| value.as_error() == Some(self.error)),
            _ => false,
        }
    }

    fn fails(self, operand: &Operand) -> bool {
        match operand {
            Operand::Value(value) => self.holds(value),
            operand => self.cell_in(operand).is_some(),
        }
    }

    /// The first cell with the error among those that an operand refers to.
    fn cell_in(self, operand: &Operand) -> Option<Place> {
        match operand {
            Operand::Region(region) => self.cell_within(*region),
            Operand::Areas(areas) => areas.iter().find_map(|region| self.cell_within(*region)),
            _ => None,
        }
    }

    fn cell_within(self, region: Region) -> Option<Place> {
        let mut found = None;
        self.evaluation.scope.visit(region, &mut |at, value| {
            if found.is_none() && value.as_error() == Some(self.error) {
                found = Some(at.on(region.sheet));
            }
        });
        found
    }
}

/// Whether a value counts as zero.
fn is_zero(value: &Value) -> bool {
    value.is_blank() || matches!(value, Value::Number(number) if number.is_zero()) || *value == Value::Boolean(false)
}

/// The values of an array, or a single value.
fn flat(value: &Value) -> Vec<Value> {
    match value {
        Value::Array(array) => array.values().to_vec(),
        value => vec![value.clone()],
    }
}
