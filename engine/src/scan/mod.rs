//! The text of a file gone through quickly: where its cells stand and what each of them says. A file holds little besides
//! its cells, so they are told apart first ([`Structure`]) and read one by one ([`Cells`]); what remains is for a parser.

mod cell;
mod structure;

pub use cell::{CellText, Cells, Words};
pub use structure::{Chunk, Structure};

/// The text is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Broken;
