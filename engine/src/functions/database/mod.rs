//! Records of a table that meet the conditions of a criteria range.

mod records;
mod totals;

use super::{Answer, Arguments, Function};

pub(super) const ALL: &[&[Function]] = &[totals::FUNCTIONS];
