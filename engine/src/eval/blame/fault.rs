//! What can be wrong with a formula itself.

use std::rc::Rc;

use crate::base::{Place, Region};
use crate::functions::Function;
use crate::value::{CellError, Value};

/// A function that is called.
#[derive(Debug, Clone, Copy)]
pub struct Called(pub &'static Function);

impl PartialEq for Called {
    fn eq(&self, other: &Self) -> bool {
        self.0.name == other.0.name
    }
}

/// Why a part of a formula fails though what it reads does not.
#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    /// Division by zero, and the cell of the divisor where it stands in one.
    Division {
        /// The cell.
        divisor: Option<Place>,
    },
    /// An average or the like of no numbers.
    NoNumbers(Called, Option<Region>),
    /// A text where a number is needed.
    Text {
        /// The text.
        text: Value,
        /// The cell it stands in.
        cell: Option<Place>,
        /// The argument it was given for, counted from zero.
        argument: Option<(Called, usize)>,
    },
    /// A value that was looked for in vain.
    NotFound {
        /// What was looked for.
        wanted: Value,
        /// The cells searched.
        within: Option<Region>,
    },
    /// A reference to cells or sheets that are gone.
    Deleted,
    /// A name that is not defined.
    UnknownName(Rc<str>),
    /// A function that is not there.
    UnknownFunction(Rc<str>),
    /// So many arguments, which the function does not take.
    Miscounted(Called, usize),
    /// A number outside what can be calculated, or outside what a function takes.
    OutOfRange(Option<Called>),
    /// Text that is no formula.
    Unreadable,
    /// An error that the formula itself says.
    Written(CellError),
    /// Ranges that share no cell.
    Disjoint,
    /// A function that cannot calculate with what it was given.
    Other(Option<Called>),
}
