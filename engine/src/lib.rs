//! Tertial's calculation engine: an exact, incremental spreadsheet that knows Swedish municipal report tables.
#![warn(missing_docs)]

pub mod base;
pub mod display;
pub mod functions;
pub mod session;
pub mod syntax;
pub mod value;
