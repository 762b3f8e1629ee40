//! Loans, investments, depreciation, securities.

mod accrued;
mod annuity;
mod bills;
mod bonds;
mod coupons;
mod dated_flows;
mod depreciation;
mod discounts;
mod flows;
mod fractions;
mod french_depreciation;
mod interest;
mod loan;
mod odd_bonds;
mod rate;
mod real;
mod root;

use super::Function;

pub(super) const ALL: &[&[Function]] = &[
    annuity::FUNCTIONS,
    loan::FUNCTIONS,
    rate::FUNCTIONS,
    flows::FUNCTIONS,
    dated_flows::FUNCTIONS,
    interest::FUNCTIONS,
    depreciation::FUNCTIONS,
    french_depreciation::FUNCTIONS,
    coupons::FUNCTIONS,
    bonds::FUNCTIONS,
    odd_bonds::FUNCTIONS,
    discounts::FUNCTIONS,
    accrued::FUNCTIONS,
    bills::FUNCTIONS,
    fractions::FUNCTIONS,
];
