//! Reads many formulas of a sheet, sharing one tree among those that repeat the formula above them.

use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::formulas::Formula;
use crate::base::Place;
use crate::syntax::{Dialect, Repeat, Vocabulary, parse};

/// The newest formula of each column, to compare the next one with.
#[derive(Debug)]
pub struct FormulaReader {
    dialect: Dialect,
    columns: FxHashMap<u32, (Repeat, Rc<Formula>)>,
}

impl FormulaReader {
    /// A reader for one sheet's formulas, written in a dialect.
    pub fn new(dialect: Dialect) -> Self {
        Self { dialect, columns: FxHashMap::default() }
    }

    /// The formula that a text says in a cell. Text that is no formula becomes one that keeps the text.
    #[inline(never)]
    pub fn read(&mut self, text: &str, place: Place, vocabulary: &dyn Vocabulary) -> Rc<Formula> {
        let (row, column) = (place.address.row, place.address.column);
        if let Some((repeat, formula)) = self.columns.get(&column)
            && repeat.matches(text, row)
        {
            return formula.clone();
        }
        let parsed = parse(text, place, self.dialect, vocabulary);
        let repeat = Repeat::of(text, &parsed, row);
        let formula = Formula::new(parsed.expression);
        match repeat {
            Some(repeat) => self.columns.insert(column, (repeat, formula.clone())),
            None => self.columns.remove(&column),
        };
        formula
    }
}
