//! Formula text to tree and back, in both languages. Parsing never fails: text that is no formula gives diagnostics with
//! their places. Nothing here knows a book; names of sheets and functions come through `Vocabulary`.

pub mod breakpoints;
pub mod calls;
mod cursor;
mod detect;
pub mod diagnostic;
pub mod dialect;
mod grammar;
mod grammar_calls;
mod grammar_references;
pub mod highlight;
pub mod lexer;
pub mod parser;
pub mod print;
mod read_reference;
mod read_table;
pub mod reference;
mod relocate;
pub mod repeat;
pub mod shift;
pub mod table_reference;
pub mod token;
mod treatment;
pub mod tree;
pub mod vocabulary;

#[cfg(test)]
mod tests;

pub use breakpoints::breakpoints;
pub use calls::{WrittenCall, written_calls};
pub use diagnostic::{Diagnostic, DiagnosticKind, Feature, Severity};
pub use dialect::Dialect;
pub use highlight::{Argument, Highlight, HighlightKind};
pub use lexer::tokenize;
pub use parser::{MAX_DEPTH, MAX_LENGTH, Parsed, parse};
pub use print::{print, quoted_sheet_name};
pub use reference::{Corner, Line, Reference, Shape, SheetReference};
pub use relocate::{follow, relocate};
pub use repeat::Repeat;
pub use shift::{Rewritten, moved_reference, rewrite};
pub use table_reference::{TableColumns, TableReference, TableRows, bracketed_name, escaped_name, part_words};
pub use token::{Span, Token, TokenKind};
pub use treatment::{Treatment, treatment};
pub use tree::{Combination, Expression, Operator, Prefix};
pub use vocabulary::{Vocabulary, function_name};
