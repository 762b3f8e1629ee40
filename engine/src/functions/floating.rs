//! Bodies that decimals cannot express: calculated in binary floating point, rounded back to 15 digits.

use super::arguments::Arguments;
use super::host::Answer;
use crate::value::{CellError, Number};

/// A function of the first argument.
pub fn of_float(arguments: &Arguments<'_>, calculate: fn(f64) -> f64) -> Answer {
    answer(calculate(arguments.number(0)?.to_float()))
}

/// A floating-point result as an answer; `#NUM!` for infinities and NaN.
pub fn answer(float: f64) -> Answer {
    Ok(Number::from_float(float)?.into())
}

/// A quotient as an answer; `#DIV/0!` for a zero divisor.
pub fn quotient(numerator: f64, denominator: f64) -> Answer {
    if denominator == 0.0 { Err(CellError::DivisionByZero) } else { answer(numerator / denominator) }
}
