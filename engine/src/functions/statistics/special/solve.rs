//! The inverse of a cumulative probability.

use super::Tails;
use crate::value::CellError;

/// Steps after which the search is given up.
const MOST_STEPS: usize = 300;

/// A step of Newton's method so short that its end is right to the last digit.
const NEAR: f64 = 1e-9;

/// Finds where a distribution has the wanted tails; `at` gives the tails and the density at a point.
///
/// Newton's method on the logarithm of the smaller tail, which is nearly straight far out, kept between the points that
/// are known to be too low and too high.
pub fn solve(wanted: Tails, start: f64, at: impl Fn(f64) -> Result<(Tails, f64), CellError>) -> Result<f64, CellError> {
    let (mut bounds, mut point) = (Bounds { low: f64::NEG_INFINITY, high: f64::INFINITY, width: 1.0 }, start);
    for _ in 0..MOST_STEPS {
        let (tails, density) = at(point)?;
        let step = newton(wanted, tails, density);
        let next = bounds.narrowed(point, is_low(wanted, tails)).nearest(point + step);
        if (next - point).abs() <= NEAR * point.abs().max(1.0) {
            return Ok(next);
        }
        point = next;
    }
    Err(CellError::Number)
}

/// Newton's step towards the point where the smaller of the wanted tails is met.
fn newton(wanted: Tails, tails: Tails, density: f64) -> f64 {
    if wanted.below <= wanted.above {
        libm::log(wanted.below / tails.below) * (tails.below / density)
    } else {
        libm::log(tails.above / wanted.above) * (tails.above / density)
    }
}

/// Whether a point with these tails is too low.
fn is_low(wanted: Tails, tails: Tails) -> bool {
    if wanted.below <= wanted.above { tails.below < wanted.below } else { tails.above > wanted.above }
}

/// What is known of the place that is sought.
struct Bounds {
    low: f64,
    high: f64,
    /// How far to go where nothing is known on one side; it doubles each time.
    width: f64,
}

impl Bounds {
    fn narrowed(&mut self, point: f64, is_low: bool) -> &mut Self {
        if is_low {
            self.low = point;
        } else {
            self.high = point;
        }
        self
    }

    /// The point itself within the bounds, else one between them.
    fn nearest(&mut self, point: f64) -> f64 {
        if self.low <= point && point <= self.high {
            return point;
        }
        self.width *= 2.0;
        match (self.low.is_finite(), self.high.is_finite()) {
            (true, true) => self.low + 0.5 * (self.high - self.low),
            (true, false) => self.low + self.width,
            _ => self.high - self.width,
        }
    }
}
