//! Calculation over arrays, value by value: single rows, columns and values are repeated to fit the other side.

use crate::value::{Array, CellError, Value};

/// Applies an operation to each value of an array, or to a single value.
pub fn elementwise(value: &Value, apply: impl Fn(&Value) -> Value) -> Value {
    match value {
        Value::Array(array) => from_values(array.width(), array.values().iter().map(apply).collect()),
        value => apply(value),
    }
}

/// Applies an operation to two values, pair by pair when one of them is an array.
pub fn pairwise(left: &Value, right: &Value, apply: impl Fn(&Value, &Value) -> Value) -> Value {
    if !matches!(left, Value::Array(_)) && !matches!(right, Value::Array(_)) {
        return apply(left, right);
    }
    over_shape(shape_of([left, right].into_iter()), |row, column| {
        apply(&element(left, row, column), &element(right, row, column))
    })
}

/// The smallest shape, as rows and columns, that all values fit when stretched.
pub fn shape_of<'a>(values: impl Iterator<Item = &'a Value>) -> (usize, usize) {
    values.fold((1, 1), |(rows, columns), value| match value {
        Value::Array(array) => (rows.max(array.height()), columns.max(array.width())),
        _ => (rows, columns),
    })
}

/// An array of a shape, each value made from its row and column.
pub fn over_shape((rows, columns): (usize, usize), value: impl Fn(usize, usize) -> Value) -> Value {
    if rows.saturating_mul(columns) > Array::MAX_LENGTH {
        return Value::Error(CellError::Number);
    }
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    from_values(columns, cells.map(|(row, column)| value(row, column)).collect())
}

/// The value that meets a row and column: itself, or the array's stretched value.
pub fn element(value: &Value, row: usize, column: usize) -> Value {
    match value {
        Value::Array(array) => array.stretched(row, column),
        value => value.clone(),
    }
}

fn from_values(width: usize, values: Vec<Value>) -> Value {
    Array::new(width, values).map_or_else(Value::Error, |array| Value::Array(array.into()))
}
