//! Number systems, bits, units, complex numbers.

mod bases;
mod bessel;
mod bits;
mod complex;
mod complex_functions;
mod complex_parts;
mod convert;
mod steps;
mod units;

use super::Function;

pub(super) const ALL: &[&[Function]] = &[
    bases::FUNCTIONS,
    bits::FUNCTIONS,
    steps::FUNCTIONS,
    bessel::FUNCTIONS,
    convert::FUNCTIONS,
    complex_parts::FUNCTIONS,
    complex_functions::FUNCTIONS,
];
