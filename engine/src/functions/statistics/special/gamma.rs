//! The incomplete gamma function, which Poisson, gamma and chi-squared probabilities are made of.

use std::f64::consts::PI;

use super::solve::solve;
use super::{MOST_TERMS, PRECISION, Tails, deviance};
use crate::value::CellError;

/// Coefficients of Stirling's series in odd powers of `1/a`.
const STIRLING: [f64; 8] = [
    1.0 / 12.0,
    -1.0 / 360.0,
    1.0 / 1260.0,
    -1.0 / 1680.0,
    1.0 / 1188.0,
    -691.0 / 360_360.0,
    1.0 / 156.0,
    -3617.0 / 122_400.0,
];

/// Where Stirling's series is accurate to the last digit.
const STIRLING_FROM: f64 = 10.0;

/// Γ(a) divided by Stirling's formula `√(2π)·a^(a−½)·e^(−a)`: near one, so that quotients of gammas do not overflow.
pub fn gamma_star(a: f64) -> f64 {
    if a < STIRLING_FROM {
        return libm::tgamma(a) * libm::exp(a) / (libm::sqrt(2.0 * PI) * libm::pow(a, a - 0.5));
    }
    let series = STIRLING.iter().rev().fold(0.0, |sum, coefficient| sum / (a * a) + coefficient);
    libm::exp(series / a)
}

/// `x^a·e^(−x)/Γ(a)`: the gamma density times `x`.
pub fn gamma_front(a: f64, x: f64) -> f64 {
    libm::sqrt(a / (2.0 * PI)) / gamma_star(a) * libm::exp(-deviance(a, x))
}

/// The probability that a gamma variable of shape `a` is below and above `x`.
pub fn gamma_tails(a: f64, x: f64) -> Result<Tails, CellError> {
    if x <= 0.0 {
        return Ok(Tails::ABOVE);
    }
    if x == f64::INFINITY {
        return Ok(Tails::BELOW);
    }
    let front = gamma_front(a, x);
    if x < a + 1.0 {
        Ok(Tails::from_below(front / a * series(a, x)?))
    } else {
        Ok(Tails::from_below(front * fraction(a, x)?).swapped())
    }
}

/// The value below which a gamma variable of shape `a` falls with the wanted probability.
pub fn gamma_inverse(a: f64, wanted: Tails) -> Result<f64, CellError> {
    let at = |u: f64| Ok((gamma_tails(a, libm::exp(u))?, gamma_front(a, libm::exp(u))));
    Ok(libm::exp(solve(wanted, libm::log(a), at)?))
}

/// The probability of exactly `count` events where `mean` are expected.
pub fn poisson(count: f64, mean: f64) -> f64 {
    if count == 0.0 {
        return libm::exp(-mean);
    }
    if mean == 0.0 { 0.0 } else { gamma_front(count, mean) / count }
}

/// `1 + x/(a+1) + x²/((a+1)(a+2)) + …`
fn series(a: f64, x: f64) -> Result<f64, CellError> {
    let (mut sum, mut term) = (1.0, 1.0);
    for step in 1..MOST_TERMS {
        term *= x / (a + f64::from(step));
        sum += term;
        if term < sum * PRECISION {
            return Ok(sum);
        }
    }
    Err(CellError::Number)
}

/// The continued fraction of the upper tail, by Lentz's method.
fn fraction(a: f64, x: f64) -> Result<f64, CellError> {
    let mut base = x + 1.0 - a;
    let (mut c, mut d) = (f64::MAX, 1.0 / base);
    let mut value = d;
    for step in (1..MOST_TERMS).map(f64::from) {
        let numerator = -step * (step - a);
        base += 2.0;
        d = 1.0 / (numerator * d + base);
        c = base + numerator / c;
        value *= c * d;
        if (c * d - 1.0).abs() < f64::EPSILON {
            return Ok(value);
        }
    }
    Err(CellError::Number)
}
