//! Finding values, and references to cells.

mod cutting;
mod find;
mod line;
mod positions;
mod r1c1;
mod reference;
mod shape;
pub(super) mod sheets;
mod sorting;
mod stacking;
mod tables;

use super::Function;

pub(super) const ALL: &[&[Function]] = &[
    tables::FUNCTIONS,
    find::FUNCTIONS,
    positions::FUNCTIONS,
    reference::FUNCTIONS,
    shape::FUNCTIONS,
    cutting::FUNCTIONS,
    stacking::FUNCTIONS,
    sorting::FUNCTIONS,
    sheets::FUNCTIONS,
];
