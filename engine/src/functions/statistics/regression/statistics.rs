//! The table that `LINEST` and `LOGEST` give.

use super::fit::Fit;
use crate::functions::Answer;
use crate::value::{Array, CellError, Number, Value};

/// Coefficients from the last column to the first and the constant, and below them, when asked for, their standard
/// errors and how well the plane fits.
pub fn table(
    fit: &Fit,
    with_constant: bool,
    with_statistics: bool,
    shown: impl Fn(Number) -> Result<Number, CellError>,
) -> Answer {
    let width = fit.slopes.len() + 1;
    let mut values = Vec::new();
    for slope in fit.slopes.iter().rev().chain([&fit.constant]) {
        values.push(shown(*slope).map_or_else(Value::Error, Value::Number));
    }
    if with_statistics {
        values.extend(errors(fit, with_constant));
        let freedom = Number::from(fit.freedom as i64);
        for (one, other) in [
            (float(fit.explained / (fit.explained + fit.residual)), float(libm::sqrt(variance(fit)))),
            (float(ratio(fit)), freedom.into()),
            (float(fit.explained), float(fit.residual)),
        ] {
            values.extend([one, other]);
            values.extend((2..width).map(|_| Value::Error(CellError::NotAvailable)));
        }
    }
    Ok(Value::Array(Array::new(width, values)?.into()).into())
}

/// Standard errors from the last column to the first, and of the constant.
fn errors(fit: &Fit, with_constant: bool) -> Vec<Value> {
    let variance = variance(fit);
    let error = |spread: &f64| float(libm::sqrt(spread * variance));
    let mut errors: Vec<Value> = fit.spread[..fit.slopes.len()].iter().rev().map(error).collect();
    errors.push(match fit.spread.last() {
        Some(spread) if with_constant => error(spread),
        _ => Value::Error(CellError::NotAvailable),
    });
    errors
}

/// The variance of the residuals; none where nothing is left to vary.
fn variance(fit: &Fit) -> f64 {
    if fit.freedom == 0 { 0.0 } else { fit.residual / fit.freedom as f64 }
}

/// The quotient of explained and residual variance; without a number where the fit is perfect.
fn ratio(fit: &Fit) -> f64 {
    let regressors = fit.spread.iter().take(fit.slopes.len()).filter(|spread| **spread > 0.0).count();
    fit.explained / regressors as f64 / variance(fit)
}

fn float(float: f64) -> Value {
    Number::from_float(float).map_or_else(Value::Error, Value::Number)
}
