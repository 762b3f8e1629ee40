//! What a value is.

mod kinds;
mod questions;
mod surroundings;

use super::Function;
use super::lookup::sheets;

pub(super) const ALL: &[&[Function]] =
    &[questions::FUNCTIONS, kinds::FUNCTIONS, surroundings::FUNCTIONS, sheets::INFORMATION];
