//! Tree and cells to value. Evaluation reads cells only through its [`Scope`], writes nothing and never fails: what goes
//! wrong is a cell error.

mod broadcast;
mod calls;
mod operators;

use std::rc::Rc;

use crate::base::Region;
use crate::functions::{Host, Operand};
use crate::syntax::{Expression, Prefix};
use crate::value::{Array, CellError, Number, Value};

/// The deepest nesting of expressions and names that is calculated.
const MAX_DEPTH: u32 = 1_200;

/// What a formula can see: cells and the world through [`Host`], and the book's defined names.
pub trait Scope: Host {
    /// What a defined name stands for.
    fn name(&self, name: &str) -> Option<Rc<Expression>>;

    /// Whether the sheet of a region is in the book.
    fn has_sheet(&self, region: Region) -> bool;

    /// This scope as the host of function bodies.
    fn host(&self) -> &dyn Host;
}

/// One evaluation under way.
#[derive(Clone, Copy)]
struct Evaluation<'a> {
    scope: &'a dyn Scope,
    depth: u32,
}

/// The value of a formula: one value, never blank, or an array.
pub fn evaluate(expression: &Expression, scope: &dyn Scope) -> Value {
    let operand = Evaluation { scope, depth: 0 }.operand(expression);
    shown(operand.read(scope.host()))
}

/// A single result as a cell holds it: a reference to a blank cell shows zero.
pub fn shown(value: Value) -> Value {
    if value.is_blank() { Value::Number(Number::ZERO) } else { value }
}

impl<'a> Evaluation<'a> {
    /// What an expression stands for: a value, or cells not yet read.
    fn operand(self, expression: &Expression) -> Operand {
        if self.depth >= MAX_DEPTH {
            return CellError::Number.into();
        }
        let inner = Evaluation { depth: self.depth + 1, ..self };
        match expression {
            Expression::Number(number) => (*number).into(),
            Expression::Text(text) => Value::Text(text.clone()).into(),
            Expression::Boolean(boolean) => (*boolean).into(),
            Expression::Error(error) => (*error).into(),
            Expression::Missing => Operand::Missing,
            Expression::Reference(reference) => match reference.resolve(self.scope.origin()) {
                Some(region) if self.scope.has_sheet(region) => Operand::Region(region),
                _ => CellError::Reference.into(),
            },
            Expression::Name(name) => match self.scope.name(name) {
                Some(meaning) => inner.operand(&meaning),
                None => CellError::Name.into(),
            },
            Expression::Call(name, arguments) => calls::call(name, arguments, inner),
            Expression::Chain(first, rest) => inner.chain(first, rest),
            Expression::Prefix(Prefix::Plus, operand) | Expression::Group(operand) => inner.operand(operand),
            Expression::Prefix(Prefix::Minus, operand) => inner.each_number(operand, |number| Ok(number.negated())),
            Expression::Percent(operand) => inner.each_number(operand, |number| number.times(Number::HUNDREDTH)),
            Expression::Array(rows) => inner.array(rows).into(),
            Expression::Broken(_) => CellError::Name.into(),
        }
    }

    fn value(self, expression: &Expression) -> Value {
        match self.operand(expression) {
            Operand::Value(value) => value,
            Operand::Region(region) if region.range.is_cell() => self.scope.value(region.first()),
            operand => operand.read(self.scope.host()),
        }
    }

    fn chain(self, first: &Expression, rest: &[(crate::syntax::Operator, Expression)]) -> Operand {
        let locale = self.scope.locale();
        let value = rest.iter().fold(self.value(first), |left, (operator, right)| {
            let right = self.value(right);
            match (&left, &right) {
                (Value::Number(left), Value::Number(right)) => operators::of_numbers(*operator, *left, *right, locale),
                _ => broadcast::pairwise(&left, &right, |left, right| operators::apply(*operator, left, right, locale)),
            }
        });
        value.into()
    }

    fn each_number(self, operand: &Expression, apply: impl Fn(Number) -> Result<Number, CellError>) -> Operand {
        let locale = self.scope.locale();
        let one = |value: &Value| match crate::display::coerce::to_number(value, locale).and_then(&apply) {
            Ok(number) => Value::Number(number),
            Err(error) => Value::Error(error),
        };
        broadcast::elementwise(&self.value(operand), one).into()
    }

    fn array(self, rows: &[Vec<Expression>]) -> Value {
        let width = rows.first().map_or(0, Vec::len);
        let values = rows.iter().flatten().map(|value| self.value(value).single()).collect();
        Array::new(width, values).map_or_else(Value::Error, |array| Value::Array(array.into()))
    }
}
