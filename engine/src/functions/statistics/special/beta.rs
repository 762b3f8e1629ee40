//! The incomplete beta function, which binomial, t, F and beta probabilities are made of.

use std::f64::consts::PI;

use super::gamma::gamma_star;
use super::solve::solve;
use super::{MOST_TERMS, Tails, deviance};
use crate::value::CellError;

/// A point between 0 and 1 with its complement, so that neither loses digits.
#[derive(Debug, Clone, Copy)]
pub struct Share {
    /// The point.
    pub part: f64,
    /// One minus the point.
    pub rest: f64,
}

impl Share {
    /// The point that divides a whole in these proportions.
    pub fn of(part: f64, rest: f64) -> Self {
        Self { part: part / (part + rest), rest: rest / (part + rest) }
    }

    /// The point whose odds are `e^u`.
    fn with_odds(u: f64) -> Self {
        Self { part: 1.0 / (1.0 + libm::exp(-u)), rest: 1.0 / (1.0 + libm::exp(u)) }
    }

    /// Seen from the other end.
    pub fn swapped(self) -> Self {
        Self { part: self.rest, rest: self.part }
    }
}

/// `x^a·(1−x)^b/B(a,b)`: the beta density times `x(1−x)`.
pub fn beta_front(a: f64, b: f64, x: Share) -> f64 {
    if x.part <= 0.0 || x.rest <= 0.0 {
        return 0.0;
    }
    let whole = a + b;
    let gammas = gamma_star(whole) / gamma_star(a) / gamma_star(b);
    let root = libm::sqrt(a / whole * b / (2.0 * PI));
    root * gammas * libm::exp(-deviance(a, whole * x.part) - deviance(b, whole * x.rest))
}

/// The probability that a beta variable is below and above `x`.
pub fn beta_tails(a: f64, b: f64, x: Share) -> Result<Tails, CellError> {
    if x.part <= 0.0 {
        return Ok(Tails::ABOVE);
    }
    if x.rest <= 0.0 {
        return Ok(Tails::BELOW);
    }
    let front = beta_front(a, b, x);
    if a > 1.0 && b > 1.0 {
        let excess = excess(a, b, x);
        return if excess >= 0.0 {
            Ok(Tails::from_below(front / lower(a, b, x, excess)?))
        } else {
            Ok(Tails::from_below(front / lower(b, a, x.swapped(), -excess)?).swapped())
        };
    }
    if x.part <= (a + 1.0) / (a + b + 2.0) {
        Ok(Tails::from_below(front / a * fraction(a, b, x)?))
    } else {
        Ok(Tails::from_below(front / b * fraction(b, a, x.swapped())?).swapped())
    }
}

/// The logarithm of the odds `x/(1−x)` at the point below which a beta variable falls with the wanted probability.
pub fn beta_inverse(a: f64, b: f64, wanted: Tails) -> Result<f64, CellError> {
    let at = |u: f64| Ok((beta_tails(a, b, Share::with_odds(u))?, beta_front(a, b, Share::with_odds(u))));
    solve(wanted, libm::log(a / b), at)
}

/// The part of the whole that has these logarithmic odds.
pub fn part_with_odds(u: f64) -> f64 {
    Share::with_odds(u).part
}

/// The probability of exactly `hits` in `trials` that hit with this chance.
pub fn binomial(hits: f64, trials: f64, chance: Share) -> f64 {
    let misses = trials - hits;
    if hits == 0.0 {
        return libm::pow(chance.rest, trials);
    }
    if misses == 0.0 {
        return libm::pow(chance.part, trials);
    }
    beta_front(hits, misses, chance) * trials / (hits * misses)
}

/// How far the mean lies above a point, times `a+b`; found from the smaller part of the whole, so that no digits cancel.
fn excess(a: f64, b: f64, x: Share) -> f64 {
    if x.part > x.rest { (a + b) * x.rest - b } else { a - (a + b) * x.part }
}

/// What the front is divided by for the tail below a point that does not lie above the mean: the continued fraction of
/// Didonato and Morris, by Lentz's method. Its terms keep their digits however large `a` and `b` are.
fn lower(a: f64, b: f64, x: Share, excess: f64) -> Result<f64, CellError> {
    let denominator = |n: f64| {
        let odd = a + 2.0 * n;
        n + n * (b - n) * x.part / (odd - 1.0) + (a + n) / (odd + 1.0) * (excess + 1.0 + n * (1.0 + x.rest))
    };
    let (mut value, mut d) = (denominator(0.0), 0.0);
    let mut c = value;
    for n in (1..MOST_TERMS).map(f64::from) {
        let before = a + n - 1.0;
        let square = (before + n) * (before + n);
        let numerator = before * (before + b) / square * n * (b - n) * x.part * x.part;
        d = 1.0 / (denominator(n) + numerator * d);
        c = denominator(n) + numerator / c;
        let factor = c * d;
        value *= factor;
        if (factor - 1.0).abs() <= f64::EPSILON {
            return Ok(value);
        }
    }
    Err(CellError::Number)
}

/// The continued fraction of the lower tail for small parameters, by Lentz's method.
fn fraction(a: f64, b: f64, x: Share) -> Result<f64, CellError> {
    let x = x.part;
    let (mut c, mut d) = (1.0, 1.0 / (1.0 - (a + b) * x / (a + 1.0)));
    let mut value = d;
    for step in (1..MOST_TERMS).map(f64::from) {
        let (twice, before) = (2.0 * step, value);
        let even = step * (b - step) * x / ((a + twice - 1.0) * (a + twice));
        let odd = -(a + step) * (a + b + step) * x / ((a + twice) * (a + twice + 1.0));
        for numerator in [even, odd] {
            d = 1.0 / (1.0 + numerator * d);
            c = 1.0 + numerator / c;
            value *= c * d;
        }
        if (value - before).abs() <= f64::EPSILON * value.abs() {
            return Ok(value);
        }
    }
    Err(CellError::Number)
}
