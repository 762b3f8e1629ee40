//! Tertial's calculation engine: an exact, incremental spreadsheet that knows Swedish municipal report tables.
//!
//! A front end uses [`session::Session`] and nothing else. The layers below it, from the ground up: [`base`] geometry and
//! identity · [`value`] what a cell can hold · [`display`] values to text and back · [`syntax`] formula text to tree and
//! back · [`functions`] the worksheet functions · [`eval`] tree to value · [`book`] the document · [`edit`] changes and
//! their inverses · [`calc`] recalculation · [`scan`] the text of a file gone through quickly · [`file`] the file format ·
//! [`session`] the façade.
#![warn(missing_docs)]

pub mod audit;
pub mod edit;
pub mod exchange;
pub mod file;
pub mod forecast;
pub mod json;
pub mod merge;
pub mod rollup;
pub mod scenario;
pub mod session;

#[cfg(feature = "js")]
pub mod js;

pub use tertial_calculation::{book, calc, eval, scan, syntax};
pub use tertial_ground::{base, value};
pub use tertial_library::{display, functions};
