//! The standard normal distribution.

use std::f64::consts::{FRAC_1_SQRT_2, PI};

use super::Tails;

/// Its density.
pub fn normal_density(z: f64) -> f64 {
    libm::exp(-0.5 * z * z) / libm::sqrt(2.0 * PI)
}

/// The probability that it is below and above `z`.
pub fn normal_tails(z: f64) -> Tails {
    let z = z * FRAC_1_SQRT_2;
    Tails { below: 0.5 * libm::erfc(-z), above: 0.5 * libm::erfc(z) }
}

/// The probability that it lies between zero and `z`.
pub fn normal_from_zero(z: f64) -> f64 {
    0.5 * libm::erf(z * FRAC_1_SQRT_2)
}

/// The value below which it falls with the wanted probability; `from_half` is that probability less one half.
pub fn normal_inverse(wanted: Tails, from_half: f64) -> f64 {
    if from_half.abs() < 0.25 {
        return central_inverse(from_half);
    }
    let tail = wanted.below.min(wanted.above);
    let distance = tail_inverse(tail);
    if wanted.below < wanted.above { -distance } else { distance }
}

/// Steps that take a first guess to the last digit; each step triples the digits.
const STEPS: usize = 4;

fn central_inverse(from_half: f64) -> f64 {
    let mut z = from_half * libm::sqrt(2.0 * PI);
    for _ in 0..STEPS {
        z -= halley((normal_from_zero(z) - from_half) / normal_density(z), z);
    }
    z
}

fn tail_inverse(tail: f64) -> f64 {
    let root = libm::sqrt(-2.0 * libm::log(tail));
    // Hastings' approximation, good to three digits.
    let above = 2.515_517 + root * (0.802_853 + root * 0.010_328);
    let below = 1.0 + root * (1.432_788 + root * (0.189_269 + root * 0.001_308));
    let mut z = root - above / below;
    for _ in 0..STEPS {
        z += halley((normal_tails(z).above - tail) / normal_density(z), -z);
    }
    z
}

/// Halley's correction of Newton's step for a density that falls as `e^(−z²/2)`.
fn halley(step: f64, z: f64) -> f64 {
    step / (1.0 + 0.5 * z * step)
}
