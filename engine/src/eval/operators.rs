//! What operators do with two single values.

use std::cmp::Ordering;

use crate::display::{Locale, coerce};
use crate::syntax::Operator;
use crate::value::{CellError, Number, Value, is_too_long, order};

/// The result of an operator; the left operand's error comes before the right one's.
pub fn apply(operator: Operator, left: &Value, right: &Value, locale: Locale) -> Value {
    calculate(operator, left, right, locale).unwrap_or_else(Value::Error)
}

/// The result of an operator between two numbers.
pub fn of_numbers(operator: Operator, left: Number, right: Number, locale: Locale) -> Value {
    match arithmetic(operator) {
        Some(operation) => operation(left, right).map_or_else(Value::Error, Value::Number),
        None if operator == Operator::Join => apply(operator, &left.into(), &right.into(), locale),
        None => Value::Boolean(operator.holds(order::compare_numbers(left, right))),
    }
}

/// An operation on numbers that fails with a cell error.
type Arithmetic = fn(Number, Number) -> Result<Number, CellError>;

fn arithmetic(operator: Operator) -> Option<Arithmetic> {
    match operator {
        Operator::Add => Some(Number::plus),
        Operator::Subtract => Some(Number::minus),
        Operator::Multiply => Some(Number::times),
        Operator::Divide => Some(Number::over),
        Operator::Power => Some(Number::power),
        _ => None,
    }
}

fn calculate(operator: Operator, left: &Value, right: &Value, locale: Locale) -> Result<Value, CellError> {
    if let Some(operation) = arithmetic(operator) {
        let (left, right) = (coerce::to_number(left, locale)?, coerce::to_number(right, locale)?);
        return operation(left, right).map(Value::Number);
    }
    if operator == Operator::Join {
        let (left, right) = (coerce::to_text(left, locale)?, coerce::to_text(right, locale)?);
        let joined = [left, right].concat();
        return if is_too_long(&joined) { Err(CellError::Value) } else { Ok(Value::Text(joined.into())) };
    }
    compare(left, right).map(|order| Value::Boolean(operator.holds(order)))
}

fn compare(left: &Value, right: &Value) -> Result<Ordering, CellError> {
    match (left.as_error(), right.as_error()) {
        (Some(error), _) | (None, Some(error)) => Err(error),
        (None, None) => Ok(order::compare(left, right)),
    }
}
