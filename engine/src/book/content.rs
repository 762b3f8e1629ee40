//! What a cell holds as a person put it there.

use std::rc::Rc;

use super::formulas::Formula;
use crate::value::Value;

/// What a cell holds as typed or imported.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Content {
    /// Nothing.
    #[default]
    Blank,
    /// A value typed or imported.
    Value(Value),
    /// A formula, relative to the cell.
    Formula(Rc<Formula>),
}
