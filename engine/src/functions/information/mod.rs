//! What a value is.

mod kinds;
mod questions;
mod surroundings;

use super::Function;

pub(super) const ALL: &[&[Function]] = &[questions::FUNCTIONS, kinds::FUNCTIONS, surroundings::FUNCTIONS];
