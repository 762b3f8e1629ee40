//! Sums, rounding, powers and whole-number arithmetic.

mod arithmetic;
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
    rounding::FUNCTIONS,
    arithmetic::FUNCTIONS,
    powers::FUNCTIONS,
    random::FUNCTIONS,
    sequences::FUNCTIONS,
];
