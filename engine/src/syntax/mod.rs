//! Formula text to tree and back, in both languages. Parsing never fails: text that is no formula gives diagnostics with
//! their places. Nothing here knows a book; names of sheets and functions come through `Vocabulary`.

pub mod reference;
pub mod tree;

pub use reference::{Corner, Line, Reference, Shape, SheetReference};
pub use tree::{Expression, Operator, Prefix};
