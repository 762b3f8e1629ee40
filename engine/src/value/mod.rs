//! What a cell can hold and how values combine: exact numbers, text, booleans, cell errors and arrays of these.

pub mod array;
pub mod cell_error;
pub mod moment;
pub mod number;
pub mod order;
pub mod sum;
pub mod units;

use std::rc::Rc;

pub use array::Array;
pub use cell_error::CellError;
pub use number::Number;
pub use sum::ExactSum;
pub use units::Units;

/// The most characters a text may have, as in Excel.
pub const MAX_TEXT: usize = 32_767;

/// Whether a text has more characters than a cell may hold.
pub fn is_too_long(text: &str) -> bool {
    text.len() > MAX_TEXT && text.chars().nth(MAX_TEXT).is_some()
}

/// The value of a cell or of an expression.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value {
    /// Nothing: neither zero nor empty text.
    #[default]
    Blank,
    /// An exact decimal number; dates and times are numbers too.
    Number(Number),
    /// Text.
    Text(Rc<str>),
    /// `TRUE` or `FALSE`.
    Boolean(bool),
    /// A failed calculation, which is a value like any other.
    Error(CellError),
    /// A rectangle of values; never stands in a cell.
    Array(Rc<Array>),
}

impl Value {
    /// A text value.
    pub fn text(text: impl AsRef<str>) -> Self {
        Self::Text(Rc::from(text.as_ref()))
    }

    /// Whether nothing is held.
    pub const fn is_blank(&self) -> bool {
        matches!(self, Self::Blank)
    }

    /// The number held, if it is one.
    pub const fn as_number(&self) -> Option<Number> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The error held, if it is one.
    pub const fn as_error(&self) -> Option<CellError> {
        match self {
            Self::Error(error) => Some(*error),
            _ => None,
        }
    }

    /// The value itself, or the top left one of an array.
    pub fn single(self) -> Self {
        match self {
            Self::Array(array) => array.at(0, 0),
            value => value,
        }
    }
}

impl From<Number> for Value {
    fn from(number: Number) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value {
    fn from(boolean: bool) -> Self {
        Self::Boolean(boolean)
    }
}

impl From<CellError> for Value {
    fn from(error: CellError) -> Self {
        Self::Error(error)
    }
}

impl From<i64> for Value {
    fn from(integer: i64) -> Self {
        Self::Number(Number::from(integer))
    }
}

impl From<Array> for Value {
    fn from(array: Array) -> Self {
        Self::Array(array.into())
    }
}

impl From<Result<Self, CellError>> for Value {
    fn from(result: Result<Self, CellError>) -> Self {
        result.unwrap_or_else(Self::Error)
    }
}
