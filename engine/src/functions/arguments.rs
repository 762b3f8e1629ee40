//! Typed access to the arguments of a call.

use std::rc::Rc;

use super::area::Area;
use super::host::{Answer, Host, Operand, Summary};
use crate::base::{Address, Region};
use crate::display::coerce;
use crate::value::{Array, CellError, Number, Value};

/// The arguments of a call, evaluated when asked for.
pub trait Operands {
    /// How many were given.
    fn count(&self) -> usize;

    /// The argument at an index; [`Operand::Missing`] past the last.
    fn operand(&self, index: usize) -> Operand;

    /// What a function that was given gives for these arguments.
    fn apply(&self, function: &Operand, arguments: Vec<Operand>) -> Operand {
        _ = (function, arguments);
        CellError::Value.into()
    }
}

/// The arguments of a call and the world it is made in.
pub struct Arguments<'a> {
    operands: &'a dyn Operands,
    /// The world of the call.
    pub host: &'a dyn Host,
}

impl<'a> Arguments<'a> {
    /// The arguments of one call.
    pub fn new(operands: &'a dyn Operands, host: &'a dyn Host) -> Self {
        Self { operands, host }
    }

    /// How many were given.
    pub fn count(&self) -> usize {
        self.operands.count()
    }

    /// The argument as given: a value, a range or missing.
    pub fn operand(&self, index: usize) -> Operand {
        self.operands.operand(index)
    }

    /// What the function given as an argument gives for these arguments.
    pub fn apply(&self, index: usize, arguments: Vec<Operand>) -> Operand {
        self.operands.apply(&self.operand(index), arguments)
    }

    /// The ranges of an argument; `#VALUE!` for anything else.
    pub fn areas(&self, index: usize) -> Result<Rc<[Region]>, CellError> {
        match self.operand(index) {
            Operand::Areas(areas) => Ok(areas),
            _ => self.region(index).map(|region| Rc::from([region])),
        }
    }

    /// Whether an argument was given and is not empty between separators.
    pub fn is_given(&self, index: usize) -> bool {
        index < self.count() && self.operand(index) != Operand::Missing
    }

    /// The argument's value; ranges are read as arrays.
    pub fn value(&self, index: usize) -> Value {
        self.operand(index).read(self.host)
    }

    /// The argument as one value, its error passed on.
    pub fn scalar(&self, index: usize) -> Result<Value, CellError> {
        match self.value(index).single() {
            Value::Error(error) => Err(error),
            value => Ok(value),
        }
    }

    /// The argument as a number.
    pub fn number(&self, index: usize) -> Result<Number, CellError> {
        coerce::to_number(&self.value(index), self.host.locale())
    }

    /// The argument as a number, but `#VALUE!` for a boolean, as functions take it that came to Excel with its add-in.
    pub fn plain_number(&self, index: usize) -> Result<Number, CellError> {
        match self.value(index).single() {
            Value::Boolean(_) => Err(CellError::Value),
            value => coerce::to_number(&value, self.host.locale()),
        }
    }

    /// The argument as an integer, cut towards zero; `#VALUE!` for a boolean.
    pub fn plain_integer(&self, index: usize) -> Result<i64, CellError> {
        self.plain_number(index)?.settled().truncated()
    }

    /// The argument as a number, or `default` when the call ends before it; left empty between separators it is zero.
    pub fn number_or(&self, index: usize, default: Number) -> Result<Number, CellError> {
        if index < self.count() { self.number(index) } else { Ok(default) }
    }

    /// The argument as an integer, cut towards zero.
    pub fn integer(&self, index: usize) -> Result<i64, CellError> {
        self.number(index)?.settled().truncated()
    }

    /// The argument as an integer, or `default` when the call ends before it; left empty between separators it is zero.
    pub fn integer_or(&self, index: usize, default: i64) -> Result<i64, CellError> {
        if index < self.count() { self.integer(index) } else { Ok(default) }
    }

    /// The argument as text.
    pub fn text(&self, index: usize) -> Result<Rc<str>, CellError> {
        coerce::to_text(&self.value(index), self.host.locale())
    }

    /// The argument as a boolean.
    pub fn boolean(&self, index: usize) -> Result<bool, CellError> {
        coerce::to_boolean(&self.value(index), self.host.locale())
    }

    /// The argument as a boolean, or `default` when the call ends before it; left empty between separators it is false.
    pub fn boolean_or(&self, index: usize, default: bool) -> Result<bool, CellError> {
        if index < self.count() { self.boolean(index) } else { Ok(default) }
    }

    /// The argument as a range; `#VALUE!` for anything else.
    pub fn region(&self, index: usize) -> Result<Region, CellError> {
        match self.operand(index) {
            Operand::Region(region) => Ok(region),
            Operand::Value(Value::Error(error)) => Err(error),
            _ => Err(CellError::Value),
        }
    }

    /// The argument as an array; a single value is an array of one.
    pub fn array(&self, index: usize) -> Result<Rc<Array>, CellError> {
        as_array(self.value(index))
    }

    /// The argument as an array in which an error is a value like any other, even if it stands alone.
    pub fn plain_array(&self, index: usize) -> Result<Rc<Array>, CellError> {
        match self.value(index) {
            error @ Value::Error(_) => Array::new(1, vec![error]).map(Rc::new),
            value => as_array(value),
        }
    }

    /// The argument as a rectangle that is read where needed, be it a range, an array or a single value.
    pub fn area(&self, index: usize) -> Result<Area, CellError> {
        match self.operand(index) {
            Operand::Region(region) => Ok(Area::Cells(region)),
            operand => as_array(operand.read(self.host)).map(Area::Values),
        }
    }

    /// The argument as the result of the call, still a reference if it is one; an empty one is zero.
    pub fn result(&self, index: usize) -> Answer {
        match self.operand(index) {
            Operand::Missing => Ok(Number::ZERO.into()),
            operand => Ok(operand),
        }
    }

    /// Sum and number of the numbers in the arguments from `first` on, whole ranges by what the host keeps of them.
    pub fn total(&self, first: usize) -> Result<Summary, CellError> {
        let mut total = Summary::default();
        for index in first..self.count() {
            if let Ok(areas) = self.areas(index) {
                for region in areas.iter() {
                    let part = self.host.summary(*region);
                    part.error.map_or(Ok(()), Err)?;
                    total.sum.merge(&part.sum);
                    total.numbers += part.numbers;
                }
            } else {
                self.numbers_of(index, &mut |number| {
                    total.sum.add(number);
                    total.numbers += 1;
                })?;
            }
        }
        Ok(total)
    }

    /// Shows the numbers that a sum counts in the arguments from `first` on: numbers in ranges and arrays, and whatever
    /// counts as a number where it was given directly. The first error ends it.
    pub fn numbers(&self, first: usize, mut visit: impl FnMut(Number)) -> Result<(), CellError> {
        (first..self.count()).try_for_each(|index| self.numbers_of(index, &mut visit))
    }

    /// The numbers that a sum counts in the arguments from `first` on.
    pub fn list(&self, first: usize) -> Result<Vec<Number>, CellError> {
        let mut list = Vec::new();
        self.numbers(first, |number| list.push(number))?;
        Ok(list)
    }

    /// Shows the numbers that a sum counts in one argument.
    pub fn numbers_of(&self, index: usize, visit: &mut dyn FnMut(Number)) -> Result<(), CellError> {
        let mut failed = None;
        self.each(index, &mut |value, direct| match number_within(value, direct, self.host) {
            Ok(Some(number)) if failed.is_none() => visit(number),
            Err(error) => _ = failed.get_or_insert(error),
            _ => {}
        });
        failed.map_or(Ok(()), Err)
    }

    /// Shows every value of an argument that is not blank, and whether it was given directly rather than in cells.
    pub fn each(&self, index: usize, visit: &mut dyn FnMut(&Value, bool)) {
        match self.operand(index) {
            Operand::Region(region) => self.host.visit(region, &mut |_: Address, value| visit(value, false)),
            Operand::Areas(areas) => {
                let mut each = |_: Address, value: &Value| visit(value, false);
                areas.iter().for_each(|region| self.host.visit(*region, &mut each));
            }
            Operand::Lambda(_) => visit(&CellError::Calculation.into(), true),
            Operand::Value(Value::Array(array)) => {
                array.values().iter().filter(|value| !value.is_blank()).for_each(|value| visit(value, false));
            }
            Operand::Value(value) => visit(&value, true),
            Operand::Missing => visit(&Value::Blank, true),
        }
    }
}

fn as_array(value: Value) -> Result<Rc<Array>, CellError> {
    match value {
        Value::Array(array) => Ok(array),
        Value::Error(error) => Err(error),
        value => Array::new(1, vec![value]).map(Rc::new),
    }
}

/// The number a value adds to a sum: what stands in cells counts only as a number, what is given directly is read.
fn number_within(value: &Value, direct: bool, host: &dyn Host) -> Result<Option<Number>, CellError> {
    match value {
        Value::Number(number) => Ok(Some(*number)),
        Value::Error(error) => Err(*error),
        value if direct => coerce::to_number(value, host.locale()).map(Some),
        _ => Ok(None),
    }
}
