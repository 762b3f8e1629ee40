//! The names a formula can use: the book's sheets and tables, and the worksheet functions in both languages.

use crate::base::{Place, SheetId};
use crate::book::Book;
use crate::functions::library;
use crate::syntax::Vocabulary;

/// The names of a book and of the function library.
pub struct BookVocabulary<'a>(pub &'a Book);

impl Vocabulary for BookVocabulary<'_> {
    fn sheet(&self, name: &str) -> Option<SheetId> {
        self.0.sheet_named(name).map(|sheet| sheet.id)
    }

    fn sheet_name(&self, id: SheetId) -> Option<&str> {
        self.0.sheet(id).map(|sheet| sheet.name.as_str())
    }

    fn has_table(&self, name: &str) -> bool {
        self.0.tables.find(name).is_some()
    }

    fn table_around(&self, place: Place) -> Option<&str> {
        self.0.tables.around(place).map(|table| table.name.as_str())
    }

    fn english(&self, name: &str) -> Option<&'static str> {
        library::english_name(name)
    }

    fn swedish(&self, english: &str) -> Option<&'static str> {
        library::find(english).map(|function| function.swedish)
    }
}
