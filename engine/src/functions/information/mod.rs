//! What a value is.

mod kinds;
mod questions;

use super::Function;

pub(super) const ALL: &[&[Function]] = &[questions::FUNCTIONS, kinds::FUNCTIONS];
