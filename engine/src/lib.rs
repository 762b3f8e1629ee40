//! Tertial's calculation engine: an exact, incremental spreadsheet that knows Swedish municipal report tables.
//!
//! A front end uses [`session::Session`] and nothing else. The layers below it, from the ground up: [`base`] geometry and
//! identity · [`value`] what a cell can hold · [`display`] values to text and back · [`syntax`] formula text to tree and
//! back · [`functions`] the worksheet functions · [`eval`] tree to value · [`book`] the document · [`edit`] changes and
//! their inverses · [`calc`] recalculation · [`file`] the file format · [`session`] the façade.
#![warn(missing_docs)]

pub mod audit;
pub mod base;
pub mod book;
pub mod calc;
pub mod display;
pub mod edit;
pub mod eval;
pub mod exchange;
pub mod file;
pub mod forecast;
pub mod functions;
pub mod json;
pub mod merge;
pub mod rollup;
pub mod scenario;
pub mod session;
pub mod syntax;
pub mod value;

#[cfg(feature = "js")]
pub mod js;
