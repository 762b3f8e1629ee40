//! Which argument of a call is to blame for its error, or why the call fails though its arguments do not.

use std::cell::RefCell;
use std::rc::Rc;

use super::super::{calls, lambdas};
use super::fault::{Called, Fault};
use super::{Blame, Failing, Names, Step, fault, flat, is_zero};
use crate::base::Region;
use crate::display::coerce;
use crate::functions::{Arguments, Function, Kind, Operand, Operands, library};
use crate::syntax::Expression;
use crate::value::{CellError, Number, Value};

/// Functions that search the cells of their second argument, whose errors do not matter.
const SEARCHING: [&str; 4] = ["MATCH", "XMATCH", "LOOKUP", "XLOOKUP"];
/// Functions that search a text for another.
const WITHIN_TEXT: [&str; 2] = ["FIND", "SEARCH"];
/// Functions that divide by their second argument.
const DIVIDING: [&str; 2] = ["MOD", "QUOTIENT"];

/// The arguments of a call, which notes those that are asked for and the functions among them that fail.
struct Asked<'a> {
    slots: calls::Slots<'a>,
    order: RefCell<Vec<usize>>,
    error: CellError,
    failed: RefCell<Option<(Operand, Vec<Operand>)>>,
}

impl Operands for Asked<'_> {
    fn count(&self) -> usize {
        self.slots.count()
    }

    fn operand(&self, index: usize) -> Operand {
        self.order.borrow_mut().push(index);
        self.slots.operand(index)
    }

    fn apply(&self, function: &Operand, arguments: Vec<Operand>) -> Operand {
        let result = self.slots.apply(function, arguments.clone());
        if result == Operand::Value(Value::Error(self.error)) {
            self.failed.borrow_mut().get_or_insert_with(|| (function.clone(), arguments));
        }
        result
    }
}

impl Failing<'_> {
    pub(super) fn call(self, name: &str, arguments: &[Expression]) -> Step {
        let Some(function) = library::find(name) else { return self.unknown(name, arguments) };
        if !function.accepts(arguments.len()) {
            return fault(Fault::Miscounted(Called(function), arguments.len()));
        }
        match function.name {
            "LET" => return self.with_names(arguments),
            "NA" => return fault(Fault::Written(CellError::NotAvailable)),
            _ => {}
        }
        if let Some(plain) = found_in_steps(function.name, arguments)
            && self.fails(&self.evaluation.operand(&plain))
        {
            return self.into(&plain);
        }
        // A reference that the call gives is followed to its cell.
        if let Some(place) = self.cell_in(&calls::call(name, arguments, self.evaluation)) {
            return Step::Done(Blame::Cell(place));
        }
        let slots = calls::slots(function, arguments, self.evaluation);
        let asked = Asked { slots, order: RefCell::default(), error: self.error, failed: RefCell::default() };
        _ = (function.body)(&Arguments::new(&asked, self.evaluation.scope.host()));
        if let Some(argument) = self.failing_argument(function, &asked).and_then(|index| arguments.get(index)) {
            return self.into(argument);
        }
        let applied = asked.failed.take().and_then(|(callee, operands)| within(&callee, &operands));
        applied.unwrap_or_else(|| fault(self.own_fault(function, arguments)))
    }

    fn unknown(self, name: &str, arguments: &[Expression]) -> Step {
        let is_local = self.evaluation.locals.find(name).is_some();
        if !is_local && self.evaluation.scope.name(name, self.evaluation.scope.origin().sheet).is_none() {
            return fault(Fault::UnknownFunction(name.into()));
        }
        let callee = match self.evaluation.locals.find(name) {
            Some(operand) => operand.clone(),
            None => self.evaluation.name(name, self.evaluation.scope.origin().sheet),
        };
        self.applied(&callee, arguments)
    }

    /// A call of what `LAMBDA` gives.
    pub(super) fn applied(self, callee: &Operand, arguments: &[Expression]) -> Step {
        match arguments.iter().find(|argument| self.fails(&self.evaluation.operand(argument))) {
            Some(argument) => self.into(argument),
            None => within(callee, &self.evaluation.operands(arguments)).unwrap_or(fault(Fault::Other(None))),
        }
    }

    fn with_names(self, parts: &[Expression]) -> Step {
        let Some((result, pairs)) = parts.split_last() else { return fault(Fault::Other(None)) };
        let mut names = self.names.clone();
        for pair in pairs.chunks(2) {
            let [Expression::Name(name), value] = pair else { return fault(Fault::Unreadable) };
            let operand = super::Evaluation { locals: &names.locals, ..self.evaluation }.operand(value);
            names = names.with(name, operand, value);
        }
        Step::Into(result.clone(), names)
    }

    /// The argument whose error the function passed on: of those evaluated on demand the last, else the first.
    fn failing_argument(self, function: &'static Function, asked: &Asked<'_>) -> Option<usize> {
        let is_lazy = |index: usize| function.parameter(index).is_some_and(|parameter| parameter.kind == Kind::Lazy);
        let order = asked.order.borrow().clone();
        let is_read = |index: usize| passes_on(function.name, index, asked.count());
        let fails = |index: &&usize| is_read(**index) && self.fails(&asked.slots.operand(**index));
        let last = order.iter().rev().filter(|index| is_lazy(**index)).find(fails);
        let first = || order.iter().find(fails);
        last.or_else(first).copied()
    }

    fn own_fault(self, function: &'static Function, arguments: &[Expression]) -> Fault {
        let called = Called(function);
        let region = |index: usize| self.region(arguments.get(index)?);
        let wanted = || arguments.first().map_or(Value::Blank, |wanted| self.evaluation.value(wanted).single());
        match self.error {
            CellError::NotAvailable if SEARCHING.contains(&function.name) => {
                Fault::NotFound { wanted: wanted(), within: region(1) }
            }
            CellError::Value if WITHIN_TEXT.contains(&function.name) => {
                Fault::NotFound { wanted: wanted(), within: region(1) }
            }
            CellError::DivisionByZero if DIVIDING.contains(&function.name) => {
                Fault::Division { divisor: arguments.get(1).and_then(|divisor| self.cell_of(divisor, &is_zero)) }
            }
            CellError::DivisionByZero => Fault::NoNumbers(called, region(0)),
            CellError::Value => self.wrong_text(function, arguments).unwrap_or(Fault::Other(Some(called))),
            CellError::Number => Fault::OutOfRange(Some(called)),
            CellError::Null => Fault::Disjoint,
            _ => Fault::Other(Some(called)),
        }
    }

    fn region(self, argument: &Expression) -> Option<Region> {
        match self.evaluation.operand(argument) {
            Operand::Region(region) => Some(region),
            _ => None,
        }
    }

    /// The text that the call fails for: with numbers in the place of all texts it does not, with all but this it does.
    fn wrong_text(self, function: &'static Function, arguments: &[Expression]) -> Option<Fault> {
        let locale = self.evaluation.scope.locale();
        let is_text = |value: &Value| matches!(value, Value::Text(_)) && coerce::to_number(value, locale).is_err();
        let text_in = |argument: &Expression| flat(&self.evaluation.value(argument)).into_iter().find(is_text);
        let fails = |parts: &[Expression]| self.fails(&calls::call(function.name, parts, self.evaluation));
        let texts: Vec<Option<Value>> = arguments.iter().map(text_in).collect();
        let number = |(argument, text): (&Expression, &Option<Value>)| match text {
            Some(_) => Expression::Number(Number::from(1)),
            None => argument.clone(),
        };
        let numbers: Vec<Expression> = arguments.iter().zip(&texts).map(number).collect();
        if fails(&numbers) {
            return None;
        }
        arguments.iter().zip(texts).enumerate().find_map(|(index, (argument, text))| {
            let mut one = numbers.clone();
            *one.get_mut(index)? = argument.clone();
            let text = text.filter(|_| fails(&one))?;
            Some(Fault::Text {
                text,
                cell: self.cell_of(argument, &is_text),
                argument: Some((Called(function), index)),
            })
        })
    }
}

/// The formula of a function with its parameters given.
fn within(callee: &Operand, operands: &[Operand]) -> Option<Step> {
    let (Expression::Call(_, parts), locals) = lambdas::source(callee)? else { return None };
    let (body, parameters) = parts.split_last()?;
    let mut names = Names { locals: locals.clone(), written: Vec::new() };
    for (index, parameter) in parameters.iter().enumerate() {
        let (Expression::Name(name) | Expression::Optional(name)) = parameter else { return None };
        names.locals = names.locals.with(name, operands.get(index).cloned().unwrap_or(Operand::Missing));
    }
    Some(Step::Into(body.clone(), names))
}

/// Whether errors in the cells of an argument become the result of a function. Those of cells that are only compared do
/// not.
fn passes_on(function: &str, index: usize, count: usize) -> bool {
    match function {
        name if SEARCHING.contains(&name) => index != 1,
        "SUMIF" | "AVERAGEIF" => index != 0 || count < 3,
        "SUMIFS" | "AVERAGEIFS" | "MAXIFS" | "MINIFS" => index == 0,
        _ => true,
    }
}

/// A search in a table as a position and the cell there, which can be told apart.
fn found_in_steps(name: &str, arguments: &[Expression]) -> Option<Expression> {
    let call = |name: &str, parts: Vec<Expression>| Expression::Call(Rc::from(name), parts);
    let one = |number: i64| Expression::Number(Number::from(number));
    let at = |index: usize| arguments.get(index).cloned();
    let upright = match name {
        "VLOOKUP" => true,
        "HLOOKUP" => false,
        _ => return None,
    };
    let (wanted, table, line) = (at(0)?, at(1)?, at(2)?);
    let (keys, nearly) = if upright { ([one(0), one(1)], at(3)) } else { ([one(1), one(0)], at(3)) };
    let [row, column] = keys;
    let keys = call("INDEX", vec![table.clone(), row, column]);
    let mode = nearly.map_or(one(1), |nearly| call("IF", vec![nearly, one(1), one(0)]));
    let position = call("MATCH", vec![wanted, keys, mode]);
    let (row, column) = if upright { (position, line) } else { (line, position) };
    Some(call("INDEX", vec![table, row, column]))
}
