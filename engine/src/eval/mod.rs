//! Tree and cells to value. Evaluation reads cells only through its [`Scope`], writes nothing and never fails: what goes
//! wrong is a cell error.

pub mod blame;
mod broadcast;
mod calls;
mod lambdas;
mod locals;
mod operators;
mod references;

use std::cell::Cell;
use std::rc::Rc;

use locals::Locals;

use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place, Region, SheetId};
use crate::functions::{Host, Operand};
use crate::syntax::{Expression, Prefix, SheetReference, TableReference};
use crate::value::{Array, CellError, Number, Value};

/// The deepest nesting of expressions and names that is calculated.
const MAX_DEPTH: u32 = 1_200;
/// The most names that may stand for names within each other.
const MAX_NAMES: u32 = 64;
/// The most calls of functions made by `LAMBDA` in one formula.
const MAX_CALLS: u32 = 1 << 20;

/// What a formula can see: cells and the world through [`Host`], and the book's defined names.
pub trait Scope: Host {
    /// What a defined name stands for.
    fn name(&self, name: &str, sheet: SheetId) -> Option<Rc<Expression>>;

    /// The cells that a part of a table stands for, or what is wrong with it.
    fn table(&self, part: &TableReference) -> Result<Region, CellError> {
        _ = part;
        Err(CellError::Name)
    }

    /// The sheets from one to another, in the order of their tabs; `None` when an end is not there.
    fn sheets_between(&self, first: &SheetReference, last: &SheetReference) -> Option<Vec<SheetId>> {
        _ = (first, last);
        None
    }

    /// The cells that the array of a formula spilled into.
    fn spilled(&self, place: Place) -> Option<Region> {
        _ = place;
        None
    }

    /// Whether the sheet of a region is in the book.
    fn has_sheet(&self, region: Region) -> bool;

    /// This scope as the host of function bodies.
    fn host(&self) -> &dyn Host;
}

/// One evaluation under way.
#[derive(Clone, Copy)]
struct Evaluation<'a> {
    scope: &'a dyn Scope,
    limits: &'a Limits,
    locals: &'a Locals,
    depth: u32,
    /// Names that stand for what is evaluated.
    names: u32,
}

/// What an evaluation has used up. Once it is exhausted, all that is left of it is cut short.
#[derive(Debug, Default)]
struct Limits {
    exhausted: Cell<bool>,
    calls: Cell<u32>,
}

/// The value of a formula: one value, never blank, or an array.
pub fn evaluate(expression: &Expression, scope: &dyn Scope) -> Value {
    let (limits, locals) = (Limits::default(), Locals::default());
    let evaluation = Evaluation { scope, limits: &limits, locals: &locals, depth: 0, names: 0 };
    let operand = evaluation.operand(expression);
    if limits.exhausted.get() {
        return CellError::Number.into();
    }
    match operand {
        Operand::Region(region) if evaluation.has_no_room_for(region) => CellError::Spill.into(),
        operand => shown(operand.read(scope.host())),
    }
}

/// A single result as a cell holds it: a reference to a blank cell shows zero.
pub fn shown(value: Value) -> Value {
    if value.is_blank() { Value::Number(Number::ZERO) } else { value }
}

impl<'a> Evaluation<'a> {
    /// What an expression stands for: a value, or cells not yet read.
    fn operand(self, expression: &Expression) -> Operand {
        if self.depth >= MAX_DEPTH || self.limits.exhausted.get() {
            self.limits.exhausted.set(true);
            return CellError::Number.into();
        }
        let inner = Evaluation { depth: self.depth + 1, ..self };
        match expression {
            Expression::Number(number) => (*number).into(),
            Expression::Text(text) => Value::Text(text.clone()).into(),
            Expression::Boolean(boolean) => (*boolean).into(),
            Expression::Error(error) => (*error).into(),
            Expression::Missing => Operand::Missing,
            Expression::Reference(reference) => references::reference(reference, self),
            Expression::Name(name) => match self.locals.find(name) {
                Some(operand) => operand.clone(),
                None => inner.name(name, self.scope.origin().sheet),
            },
            Expression::ScopedName(sheet, name) => match sheet {
                SheetReference::Known(sheet) => inner.name(name, *sheet),
                _ => CellError::Reference.into(),
            },
            Expression::Combined(combination, parts) => references::combined(*combination, parts, inner),
            Expression::Single(operand) => references::single(inner.operand(operand), self.scope.origin()),
            Expression::Spilled(operand) => inner.spilled(operand),
            Expression::Apply(callee, arguments) => {
                let callee = inner.operand(callee);
                lambdas::apply(&callee, inner.operands(arguments), inner)
            }
            Expression::Call(name, arguments) => calls::call(name, arguments, inner),
            Expression::Chain(first, rest) => inner.chain(first, rest),
            Expression::Prefix(Prefix::Plus, operand) | Expression::Group(operand) => inner.operand(operand),
            Expression::Prefix(Prefix::Minus, operand) => inner.each_number(operand, |number| Ok(number.negated())),
            Expression::Percent(operand) => inner.each_number(operand, |number| number.times(Number::HUNDREDTH)),
            Expression::Array(rows) => inner.array(rows).into(),
            Expression::Table(part) => references::table(part, self.scope),
            Expression::Broken(_) | Expression::Optional(_) => CellError::Name.into(),
        }
    }

    /// What a defined name stands for. It sees none of the names around it; a function that it is stays one in memory.
    fn name(self, name: &str, sheet: SheetId) -> Operand {
        let Some(meaning) = self.scope.name(name, sheet) else { return CellError::Name.into() };
        if self.names >= MAX_NAMES {
            return CellError::Circular.into();
        }
        let locals = Locals::default();
        if matches!(&*meaning, Expression::Call(function, _) if &**function == "LAMBDA") {
            return lambdas::function(meaning, &locals);
        }
        Evaluation { locals: &locals, names: self.names + 1, ..self }.operand(&meaning)
    }

    fn spilled(self, operand: &Expression) -> Operand {
        match self.operand(operand) {
            Operand::Region(region) => {
                self.scope.spilled(region.first()).map_or(CellError::Reference.into(), Operand::Region)
            }
            Operand::Value(Value::Error(error)) => error.into(),
            _ => CellError::Reference.into(),
        }
    }

    fn operands(self, arguments: &[Expression]) -> Vec<Operand> {
        arguments.iter().map(|argument| self.operand(argument)).collect()
    }

    fn value(self, expression: &Expression) -> Value {
        match self.operand(expression) {
            Operand::Value(value) => value,
            Operand::Region(region) if region.range.is_cell() => self.scope.value(region.first()),
            Operand::Region(region) if self.has_no_room_for(region) => CellError::Spill.into(),
            operand => operand.read(self.scope.host()),
        }
    }

    /// Whether a result as large as a region would leave the sheet below or beside the formula. It is asked before a whole
    /// column is read for nothing.
    fn has_no_room_for(self, region: Region) -> bool {
        let Address { row, column } = self.scope.origin().address;
        let is_whole_result = self.depth <= 1;
        is_whole_result && (region.range.height() > MAX_ROWS - row || region.range.width() > MAX_COLUMNS - column)
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
