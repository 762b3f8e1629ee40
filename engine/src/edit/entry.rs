//! What typed text becomes: a formula when it starts with `=`, else a number, a date, a boolean, an error or text.

use std::rc::Rc;

use crate::base::Place;
use crate::book::{Content, FormulaReader};
use crate::display::{Entry, Locale, read_in_year};
use crate::syntax::{Dialect, Parsed, Vocabulary, parse};
use crate::value::Value;
pub use crate::value::{MAX_TEXT, is_too_long};

/// What typed text becomes in a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Typed {
    /// What the cell is to hold.
    pub content: Content,
    /// Number format that the way of typing asks for, such as percent or a date.
    pub format: Option<Rc<str>>,
}

/// Whether typed text is meant as a formula.
pub fn is_formula(text: &str) -> bool {
    text.starts_with('=') && text.len() > 1
}

/// Reads a typed formula; the language is told from the formula itself where it can be.
pub fn parse_typed(text: &str, place: Place, locale: Locale, vocabulary: &dyn Vocabulary) -> Parsed {
    let preferred = match locale {
        Locale::Swedish => Dialect::Swedish,
        Locale::English => Dialect::English,
    };
    parse(text, place, Dialect::detect(text, vocabulary, preferred), vocabulary)
}

/// Reads text typed in a year as it would be put into a cell. A formula that cannot be read becomes one that keeps its
/// text; one that repeats the formula that was read in its column before shares its tree.
pub fn typed(
    text: &str,
    place: Place,
    (locale, year): (Locale, Option<i64>),
    vocabulary: &dyn Vocabulary,
    reader: &mut FormulaReader,
) -> Typed {
    if is_formula(text) {
        let formula = reader.read_by(text, place, &mut || parse_typed(text, place, locale, vocabulary));
        return Typed { content: Content::Formula(formula), format: None };
    }
    let entry = read_in_year(text, locale, year);
    let format = match &entry {
        Entry::Number { hint, .. } => hint.code().map(Rc::from),
        _ => None,
    };
    match entry.into_value() {
        Value::Blank => Typed { content: Content::Blank, format: None },
        value => Typed { content: Content::Value(value), format },
    }
}
