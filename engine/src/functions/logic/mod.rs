//! Conditions, truth values and what to do about errors.

mod conditions;
mod errors;
mod truth;

use super::Function;

pub(super) const ALL: &[&[Function]] = &[conditions::FUNCTIONS, errors::FUNCTIONS, truth::FUNCTIONS];
