//! Number systems, bits, units, complex numbers.

use super::Function;

pub(super) const ALL: &[&[Function]] = &[];
