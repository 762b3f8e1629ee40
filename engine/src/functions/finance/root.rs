//! Rates that no formula gives: found where a function of the rate is zero, near a guess.

use super::real::{Exact, Real};
use crate::value::number::SIGNIFICANT_DIGITS;
use crate::value::{CellError, Number};

/// Steps towards the root before a bracket is looked for instead.
const MAX_STEPS: usize = 100;
/// Halvings of a bracket: more than a floating-point number has places.
const MAX_HALVINGS: usize = 200;
/// A root that floating point cannot tell from one of ten decimals is taken for that.
const ROUND: f64 = 1e10;
/// What floating point leaves of a rate's last digits.
const NOISE: f64 = 3e-15;
/// Decimals at which a rate may turn out to be a round one.
const ROUND_RATES: [i64; 2] = [6, 12];
/// Widest growth factor that is searched, as a logarithm.
const WIDEST: f64 = 40.0;

/// A rate above −1 at which a function is zero, nearest to the guess where there are several; `#NUM!` if none is found.
pub(super) fn root(function: impl Fn(f64) -> f64, guess: f64) -> Result<f64, CellError> {
    let root = newton(&function, guess).or_else(|| bracketed(&function, guess)).ok_or(CellError::Number)?;
    let round = libm::round(root * ROUND) / ROUND;
    Ok(if (root - round).abs() <= NOISE { round } else { root })
}

/// The same to 15 digits, its last ones settled by the function in decimals where they suffice.
pub(super) fn exact_root(
    function: impl Fn(f64) -> f64,
    exact: impl Fn(Exact) -> Exact,
    guess: f64,
) -> Result<Number, CellError> {
    let float = root(&function, guess)?;
    let near = Number::from_float(float)?;
    let round = ROUND_RATES.map(|decimals| near.rounded(decimals));
    if let Some(round) = round.into_iter().find(|round| exact(Exact::of(*round)).is_zero()) {
        return Ok(round);
    }
    let slope = Number::from_float(slope(&function, float)).map_or(Exact::NONE, Exact::of);
    let correction = exact(Exact::of(near)) / slope;
    let small = |number: &Number| number.to_float().abs() <= 1e-9 * (1.0 + float.abs());
    let corrected = correction.number().filter(small).and_then(|number| near.minus(number).ok());
    Ok(corrected.map_or(near, |number| number.significant(SIGNIFICANT_DIGITS)))
}

/// Newton's method, which needs no bracket but may run away.
fn newton(function: &impl Fn(f64) -> f64, guess: f64) -> Option<f64> {
    let mut at = guess;
    for _ in 0..MAX_STEPS {
        let value = function(at);
        if value == 0.0 {
            return Some(at);
        }
        let slope = slope(function, at);
        let step = value / slope;
        // A step past −1 goes half of the way there.
        let next = if at - step > -1.0 { at - step } else { (at - 1.0) / 2.0 };
        if !(slope.is_finite() && step.is_finite() && next < f64::MAX) {
            return None;
        }
        at = next;
        if step.abs() <= 1e-15 * at.abs() {
            return Some(at);
        }
    }
    let (near, far) = (1e-9 * (1.0 + at), 1e-9 * at.abs());
    (function(at - near.max(far)) * function(at + near.max(far)) < 0.0).then_some(at)
}

fn slope(function: &impl Fn(f64) -> f64, at: f64) -> f64 {
    let step = 1e-6 * (1.0 + at);
    (function(at + step) - function(at - step)) / (2.0 * step)
}

/// Looks both ways from the guess for a change of sign, and halves the interval that has it.
fn bracketed(function: &impl Fn(f64) -> f64, guess: f64) -> Option<f64> {
    let centre = libm::log1p(guess);
    let (mut low, mut high) = (guess, guess);
    let mut width = 0.01;
    while width < WIDEST {
        let (lower, higher) = (libm::expm1(centre - width), libm::expm1(centre + width));
        for (one, other) in [(low, lower), (high, higher)] {
            if function(one) * function(other) <= 0.0 {
                return Some(halved(function, one, other));
            }
        }
        (low, high) = (lower, higher);
        width *= 1.2;
    }
    None
}

fn halved(function: &impl Fn(f64) -> f64, mut one: f64, mut other: f64) -> f64 {
    let sign = function(one) > 0.0;
    for _ in 0..MAX_HALVINGS {
        let middle = one + (other - one) / 2.0;
        if (function(middle) > 0.0) == sign {
            one = middle;
        } else {
            other = middle;
        }
    }
    other
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_nearest_to_the_guess_is_found() {
        let function = |x: f64| (x - 0.1) * (x - 3.0);
        assert!((root(function, 0.2).unwrap() - 0.1).abs() < 1e-14);
        assert!((root(function, 2.5).unwrap() - 3.0).abs() < 1e-14);
    }

    #[test]
    fn a_runaway_is_caught_by_a_bracket() {
        let steep = |x: f64| libm::atan(50.0 * (x - 0.3));
        assert!((root(steep, 4.0).unwrap() - 0.3).abs() < 1e-12);
    }

    #[test]
    fn without_a_root_it_is_an_error() {
        assert_eq!(root(|x| x * x + 1.0, 0.1), Err(CellError::Number));
        assert_eq!(root(|_| f64::NAN, 0.1), Err(CellError::Number));
    }
}
