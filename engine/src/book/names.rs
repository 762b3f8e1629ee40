//! Defined names: a word that stands for a reference, a value or a formula in the whole book.

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::syntax::Expression;

/// The defined names of a book; case does not matter.
#[derive(Debug, Clone, Default)]
pub struct Names {
    entries: BTreeMap<String, (String, Rc<Expression>)>,
}

impl Names {
    /// What a name stands for. Its references are all absolute and name their sheet.
    pub fn find(&self, name: &str) -> Option<&Rc<Expression>> {
        self.entries.get(&name.to_lowercase()).map(|(_, expression)| expression)
    }

    /// Defines a name, or takes it away with `None`, and gives what it stood for.
    pub fn define(&mut self, name: &str, expression: Option<Rc<Expression>>) -> Option<Rc<Expression>> {
        let key = name.to_lowercase();
        let before = match expression {
            Some(expression) => self.entries.insert(key, (name.to_owned(), expression)),
            None => self.entries.remove(&key),
        };
        before.map(|(_, expression)| expression)
    }

    /// All names as written, with what they stand for, in alphabetical order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Rc<Expression>)> {
        self.entries.values().map(|(name, expression)| (name.as_str(), expression))
    }
}
