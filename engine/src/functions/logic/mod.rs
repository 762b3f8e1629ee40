//! Conditions, truth values and what to do about errors.

mod conditions;
mod errors;
mod lambdas;
mod truth;

use super::Function;

pub(super) const ALL: &[&[Function]] =
    &[conditions::FUNCTIONS, errors::FUNCTIONS, lambdas::FUNCTIONS, truth::FUNCTIONS];
