//! Gamma, beta and normal integrals in floating point, accurate in both tails, with their inverses.
//!
//! Small tails are calculated directly and never as one minus the large one. Densities come from the deviance form, in
//! which no large terms cancel.

pub mod beta;
pub mod gamma;
pub mod normal;
mod solve;

/// The two sides of a cumulative probability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tails {
    /// The probability of less.
    pub below: f64,
    /// The probability of more.
    pub above: f64,
}

impl Tails {
    /// All of it below.
    pub const BELOW: Self = Self { below: 1.0, above: 0.0 };
    /// All of it above.
    pub const ABOVE: Self = Self { below: 0.0, above: 1.0 };

    /// Tails of which the lower one is known.
    pub fn from_below(below: f64) -> Self {
        Self { below, above: 1.0 - below }
    }

    /// Seen from the other side.
    pub fn swapped(self) -> Self {
        Self { below: self.above, above: self.below }
    }
}

/// Terms of a series or a continued fraction after which it is given up.
const MOST_TERMS: u32 = 200_000;

/// Where two terms count as equal.
const PRECISION: f64 = 1e-17;

/// `a·ln(a/m) + m − a`, the deviance of `a` from its mean `m`, without cancellation where the two are close.
fn deviance(a: f64, mean: f64) -> f64 {
    let distance = a - mean;
    if distance.abs() >= 0.1 * (a + mean) {
        return a * libm::log(a / mean) - distance;
    }
    let ratio = distance / (a + mean);
    let (mut sum, mut power) = (distance * ratio, 2.0 * a * ratio);
    for odd in 1..100 {
        power *= ratio * ratio;
        let next = sum + power / f64::from(2 * odd + 1);
        if next == sum {
            break;
        }
        sum = next;
    }
    sum
}
