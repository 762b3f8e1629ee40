//! Loans, investments, depreciation, securities.

use super::Function;

pub(super) const ALL: &[&[Function]] = &[];
