//! Probability distributions: densities, cumulative probabilities and their inverses.
//!
//! They are calculated in floating point and rounded to 15 significant digits.

pub(super) mod beta;
pub(super) mod binomial;
pub(super) mod chi_squared;
pub(super) mod exponential;
pub(super) mod gamma;
pub(super) mod hypergeometric;
pub(super) mod normal;
pub(super) mod poisson;
pub(super) mod student;
pub(super) mod variance_ratio;

use super::special::Tails;
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

/// The most degrees of freedom.
const MOST_FREEDOM: f64 = 1e10;

/// The first arguments as numbers.
pub(super) fn numbers<const N: usize>(arguments: &Arguments<'_>) -> Result<[Number; N], CellError> {
    let mut numbers = [Number::ZERO; N];
    for (index, number) in numbers.iter_mut().enumerate() {
        *number = arguments.number(index)?;
    }
    Ok(numbers)
}

/// The first arguments as floating-point numbers.
pub(super) fn floats<const N: usize>(arguments: &Arguments<'_>) -> Result<[f64; N], CellError> {
    Ok(numbers(arguments)?.map(Number::to_float))
}

/// `#NUM!` unless the arguments lie where the function is defined.
pub(super) fn require(holds: bool) -> Result<(), CellError> {
    if holds { Ok(()) } else { Err(CellError::Number) }
}

/// A floating-point result.
pub(super) fn give(float: f64) -> Answer {
    Ok(Number::from_float(float)?.into())
}

/// A probability and its exact complement; `#NUM!` outside 0 to 1.
pub(super) fn probability(number: Number) -> Result<Tails, CellError> {
    let rest = Number::ONE.minus(number)?;
    require(!number.is_negative() && !rest.is_negative())?;
    Ok(Tails { below: number.to_float(), above: rest.to_float() })
}

/// A probability strictly between 0 and 1.
fn inner_probability(number: Number) -> Result<Tails, CellError> {
    let tails = probability(number)?;
    require(tails.below > 0.0 && tails.above > 0.0)?;
    Ok(tails)
}

/// A number cut down to a whole one.
pub(super) fn whole(number: Number) -> Result<f64, CellError> {
    Ok(number.floor().truncated()? as f64)
}

/// Degrees of freedom, cut to a whole number from 1 up.
fn freedom(number: Number) -> Result<f64, CellError> {
    let freedom = whole(number)?;
    require((1.0..=MOST_FREEDOM).contains(&freedom))?;
    Ok(freedom)
}

/// A density where the variable is zero: it is none, `at_one` or without bound as the shape is above, at or below one.
fn density_at_zero(shape: f64, at_one: f64) -> Answer {
    require(shape >= 1.0)?;
    give(if shape > 1.0 { 0.0 } else { at_one })
}
