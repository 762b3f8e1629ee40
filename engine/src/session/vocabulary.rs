//! The names and the language that formulas are written with.

use crate::display::Locale;
use crate::syntax::Dialect;

pub use crate::calc::BookVocabulary;

/// The way formulas are written in a language.
pub const fn dialect(locale: Locale) -> Dialect {
    match locale {
        Locale::Swedish => Dialect::Swedish,
        Locale::English => Dialect::English,
    }
}
