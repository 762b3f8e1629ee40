//! Why a book shows what it shows: what a cell is called, which cells it comes from and goes to, and its formula worked
//! out part by part. Reads `book` and `calc` and changes nothing.

pub mod label;
pub mod steps;
pub mod tracing;
