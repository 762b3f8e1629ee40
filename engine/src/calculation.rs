//! What runs at every keystroke and for every cell of a book that is opened: [`syntax`] formula text to tree and back ·
//! [`eval`] tree to value · [`book`] the document · [`calc`] recalculation · [`scan`] the text of a file gone through.
#![warn(missing_docs)]

pub mod book;
pub mod calc;
pub mod eval;
pub mod scan;
pub mod syntax;

use tertial_ground::{base, value};
use tertial_library::{display, functions};
