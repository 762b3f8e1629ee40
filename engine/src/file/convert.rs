//! Between the file's schema and the book.

mod accepted;
mod conditional;
mod filling;
mod fills;
mod filters;
mod from_book;
mod into_book;
mod looks;
mod rules;
mod styles;

use crate::base::SheetId;
use crate::book::Book;
use crate::syntax::Vocabulary;

pub use filling::{Fault, Filling};
pub use from_book::to_document;
pub use into_book::begin;

/// Sheet names for reading and writing formulas. Files hold functions by their English names, so none is translated.
struct FileNames<'a>(&'a Book);

impl Vocabulary for FileNames<'_> {
    fn sheet(&self, name: &str) -> Option<SheetId> {
        self.0.sheet_named(name).map(|sheet| sheet.id)
    }

    fn sheet_name(&self, id: SheetId) -> Option<&str> {
        self.0.sheet(id).map(|sheet| sheet.name.as_str())
    }

    fn english(&self, _name: &str) -> Option<&'static str> {
        None
    }

    fn swedish(&self, _english: &str) -> Option<&'static str> {
        None
    }
}
