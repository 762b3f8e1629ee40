//! Loans, investments, depreciation, securities.

mod annuity;
mod depreciation;
mod flows;
mod interest;
mod loan;
mod rate;
mod real;
mod root;

use super::Function;

pub(super) const ALL: &[&[Function]] = &[
    annuity::FUNCTIONS,
    loan::FUNCTIONS,
    rate::FUNCTIONS,
    flows::FUNCTIONS,
    interest::FUNCTIONS,
    depreciation::FUNCTIONS,
];
