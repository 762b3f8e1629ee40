//! Finding values, and references to cells.

mod find;
mod line;
mod positions;
mod reference;
mod shape;
pub(super) mod sheets;
mod tables;

use super::Function;

pub(super) const ALL: &[&[Function]] = &[
    tables::FUNCTIONS,
    find::FUNCTIONS,
    positions::FUNCTIONS,
    reference::FUNCTIONS,
    shape::FUNCTIONS,
    sheets::FUNCTIONS,
];
