//! Figures of the records of a table that meet conditions.

use super::Function;

pub(super) const ALL: &[&[Function]] = &[];
