//! What operators do with two single values.

use std::cmp::Ordering;

use crate::display::{Locale, coerce};
use crate::syntax::Operator;
use crate::value::{CellError, Number, Value, order};

/// The result of an operator; the left operand's error comes before the right one's.
pub fn apply(operator: Operator, left: &Value, right: &Value, locale: Locale) -> Value {
    calculate(operator, left, right, locale).unwrap_or_else(Value::Error)
}

fn calculate(operator: Operator, left: &Value, right: &Value, locale: Locale) -> Result<Value, CellError> {
    let arithmetic = |operation: fn(Number, Number) -> Result<Number, CellError>| {
        let (left, right) = (coerce::to_number(left, locale)?, coerce::to_number(right, locale)?);
        operation(left, right).map(Value::Number)
    };
    match operator {
        Operator::Add => arithmetic(Number::plus),
        Operator::Subtract => arithmetic(Number::minus),
        Operator::Multiply => arithmetic(Number::times),
        Operator::Divide => arithmetic(Number::over),
        Operator::Power => arithmetic(Number::power),
        Operator::Join => {
            let (left, right) = (coerce::to_text(left, locale)?, coerce::to_text(right, locale)?);
            Ok(Value::Text([left, right].concat().into()))
        }
        comparison => compare(left, right).map(|order| Value::Boolean(holds(comparison, order))),
    }
}

fn compare(left: &Value, right: &Value) -> Result<Ordering, CellError> {
    match (left.as_error(), right.as_error()) {
        (Some(error), _) | (None, Some(error)) => Err(error),
        (None, None) => Ok(order::compare(left, right)),
    }
}

fn holds(comparison: Operator, order: Ordering) -> bool {
    match comparison {
        Operator::Equal => order.is_eq(),
        Operator::Unequal => order.is_ne(),
        Operator::Less => order.is_lt(),
        Operator::LessOrEqual => order.is_le(),
        Operator::Greater => order.is_gt(),
        _ => order.is_ge(),
    }
}
