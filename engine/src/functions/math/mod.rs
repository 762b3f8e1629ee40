//! Sums, rounding, powers and whole-number arithmetic.

mod aggregate;
mod angles;
mod arithmetic;
mod counting;
mod elimination;
mod hyperbolic;
mod inverse_angles;
mod matrices;
mod multiples;
mod numerals;
mod pairs;
mod powers;
mod random;
mod rounding;
mod sequences;
mod subtotal;
mod sums;

use super::Function;

pub(super) use powers::square_root;

pub(super) const ALL: &[&[Function]] = &[
    sums::FUNCTIONS,
    subtotal::FUNCTIONS,
    aggregate::FUNCTIONS,
    rounding::FUNCTIONS,
    multiples::FUNCTIONS,
    arithmetic::FUNCTIONS,
    angles::FUNCTIONS,
    inverse_angles::FUNCTIONS,
    hyperbolic::FUNCTIONS,
    counting::FUNCTIONS,
    numerals::FUNCTIONS,
    pairs::FUNCTIONS,
    matrices::FUNCTIONS,
    powers::FUNCTIONS,
    random::FUNCTIONS,
    sequences::FUNCTIONS,
];
