//! The ground of the engine: [`base`] geometry and identity · [`value`] what a cell can hold.
#![warn(missing_docs)]

pub mod base;
pub mod value;
