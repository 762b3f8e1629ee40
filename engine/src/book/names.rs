//! Defined names: a word that stands for a reference, a value or a formula, in the whole book or on one sheet.

use std::rc::Rc;

use crate::base::{SheetId, SortedMap};
use crate::syntax::Expression;

/// Where a name is known: on one sheet, or in the whole book.
pub type Scope = Option<SheetId>;

/// The defined names of a book; case does not matter. On its own sheet a sheet's name comes before the book's.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// By name in small letters, then by where it is known.
    entries: SortedMap<String, SortedMap<Scope, (String, Rc<Expression>)>>,
}

impl Names {
    /// What a name stands for on a sheet. Its references are all absolute and name their sheet.
    pub fn find(&self, name: &str, sheet: SheetId) -> Option<&Rc<Expression>> {
        let known = self.entries.get(name.to_lowercase().as_str())?;
        known.get(&Some(sheet)).or_else(|| known.get(&None)).map(|(_, expression)| expression)
    }

    /// What a name stands for, on any sheet and in the whole book.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &Rc<Expression>> {
        let known = self.entries.get(name.to_lowercase().as_str());
        known.into_iter().flat_map(SortedMap::values).map(|(_, expression)| expression)
    }

    /// Defines a name, or takes it away with `None`, and gives what it stood for.
    pub fn define(&mut self, name: &str, scope: Scope, expression: Option<Rc<Expression>>) -> Option<Rc<Expression>> {
        let key = name.to_lowercase();
        let known = self.entries.or_default(key.clone());
        let before = match expression {
            Some(expression) => known.insert(scope, (name.to_owned(), expression)),
            None => known.remove(&scope),
        };
        if known.is_empty() {
            self.entries.remove(&key);
        }
        before.map(|(_, expression)| expression)
    }

    /// All names as written, with where they are known and what they stand for, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Scope, &Rc<Expression>)> {
        let known = self.entries.values().flat_map(SortedMap::iter);
        known.map(|(scope, (name, expression))| (name.as_str(), *scope, expression))
    }
}
