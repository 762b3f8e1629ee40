//! Function calls: look-up, arity, evaluation of arguments, and lifting of a function of single values over arrays.

use std::rc::Rc;

use smallvec::SmallVec;

use super::{Evaluation, broadcast, lambdas};
use crate::functions::{Arguments, Function, Kind, Operand, Operands, Summary, library};
use crate::syntax::{Expression, Reference};
use crate::value::{CellError, Value};

/// Arguments of a call; those not yet asked for are still expressions.
pub(super) struct Slots<'a> {
    slots: SmallVec<[Slot<'a>; 4]>,
    evaluation: Evaluation<'a>,
}

#[derive(Clone)]
enum Slot<'a> {
    Ready(Operand),
    Deferred(&'a Expression),
}

impl Operands for Slots<'_> {
    fn count(&self) -> usize {
        self.slots.len()
    }

    fn operand(&self, index: usize) -> Operand {
        match self.slots.get(index) {
            Some(Slot::Ready(operand)) => operand.clone(),
            Some(Slot::Deferred(expression)) => self.evaluation.operand(expression),
            None => Operand::Missing,
        }
    }

    fn apply(&self, function: &Operand, arguments: Vec<Operand>) -> Operand {
        lambdas::apply(function, arguments, self.evaluation)
    }
}

/// The result of a call.
pub(super) fn call(name: &str, arguments: &[Expression], evaluation: Evaluation<'_>) -> Operand {
    if let ("SUM", [Expression::Reference(reference)]) = (name, arguments)
        && !reference.is_span()
    {
        return sum_of_range(reference, evaluation);
    }
    let Some(function) = library::find(name) else {
        return lambdas::apply(
            &evaluation.name(name, evaluation.scope.origin().sheet),
            evaluation.operands(arguments),
            evaluation,
        );
    };
    if !function.accepts(arguments.len()) {
        return CellError::Value.into();
    }
    match function.name {
        "LET" => return lambdas::with_names(arguments, evaluation),
        "LAMBDA" => {
            let source = Expression::Call(Rc::from(function.name), arguments.to_vec());
            return lambdas::function(Rc::new(source), evaluation.locals);
        }
        _ => {}
    }
    let slots = slots(function, arguments, evaluation);
    if is_lifted(function, &slots) { lifted(function, &slots) } else { run(function, &slots) }
}

/// The arguments of a call as its function takes them.
pub(super) fn slots<'a>(function: &Function, arguments: &'a [Expression], evaluation: Evaluation<'a>) -> Slots<'a> {
    let slots = arguments.iter().enumerate().map(|(index, argument)| slot(function, index, argument, evaluation));
    Slots { slots: slots.collect(), evaluation }
}

/// The commonest call by far, straight from what is kept of the range.
fn sum_of_range(reference: &Reference, evaluation: Evaluation<'_>) -> Operand {
    let region = reference.resolve(evaluation.scope.origin()).filter(|region| evaluation.scope.has_sheet(*region));
    let Some(region) = region else { return CellError::Reference.into() };
    let Summary { sum, error, .. } = evaluation.scope.summary(region);
    error.map_or_else(|| sum.total(), Err).map_or_else(Operand::from, Operand::from)
}

fn run(function: &Function, slots: &Slots<'_>) -> Operand {
    let arguments = Arguments::new(slots, slots.evaluation.scope.host());
    (function.body)(&arguments).unwrap_or_else(Operand::from)
}

fn slot<'a>(function: &Function, index: usize, argument: &'a Expression, evaluation: Evaluation<'_>) -> Slot<'a> {
    match function.parameter(index).map(|parameter| parameter.kind) {
        Some(Kind::Lazy) => Slot::Deferred(argument),
        Some(Kind::Scalar) => Slot::Ready(single(evaluation.operand(argument), evaluation)),
        _ => Slot::Ready(evaluation.operand(argument)),
    }
}

/// Reads a range given for a single value; empty arguments stay empty.
fn single(operand: Operand, evaluation: Evaluation<'_>) -> Operand {
    match operand {
        Operand::Value(_) | Operand::Missing => operand,
        Operand::Region(region) if evaluation.has_no_room_for(region) => CellError::Spill.into(),
        other => Operand::Value(other.read(evaluation.scope.host())),
    }
}

fn is_lifted(function: &Function, slots: &Slots<'_>) -> bool {
    slots.slots.iter().enumerate().any(|(index, slot)| {
        let scalar = function.parameter(index).is_some_and(|parameter| parameter.kind == Kind::Scalar);
        scalar && matches!(slot, Slot::Ready(Operand::Value(Value::Array(_))))
    })
}

/// Calls the function once for each value of its array arguments.
fn lifted(function: &Function, slots: &Slots<'_>) -> Operand {
    let host = slots.evaluation.scope.host();
    let spread = |index: usize| function.parameter(index).is_some_and(|parameter| parameter.kind != Kind::Any);
    let operands: Vec<Operand> = (0..slots.count())
        .map(|index| match slots.operand(index) {
            Operand::Region(region) if spread(index) => Operand::Value(Operand::Region(region).read(host)),
            operand => operand,
        })
        .collect();
    let values = operands.iter().enumerate().filter_map(|(index, operand)| match operand {
        Operand::Value(value) if spread(index) => Some(value),
        _ => None,
    });
    let shape = broadcast::shape_of(values);
    let value = broadcast::over_shape(shape, |row, column| {
        let one = operands.iter().enumerate().map(|(index, operand)| match operand {
            Operand::Value(value) if spread(index) => {
                Slot::Ready(Operand::Value(broadcast::element(value, row, column)))
            }
            other => Slot::Ready(other.clone()),
        });
        let slots = Slots { slots: one.collect(), evaluation: slots.evaluation };
        run(function, &slots).read(host).single()
    });
    value.into()
}
