//! How circles of formulas are calculated in a book that asks for it.

use crate::value::Number;

/// The limits within which circles are calculated round by round. Without them a circle is `#CIRC!`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Iteration {
    /// At most so many rounds.
    pub rounds: u32,
    /// No further round when no value in a circle changed by more than this.
    pub change: Number,
}

impl Iteration {
    /// The most rounds a book may ask for, as in Excel.
    pub const MOST_ROUNDS: u32 = 32_767;
}

impl Default for Iteration {
    /// A hundred rounds, until nothing changes by more than a thousandth, as in Excel.
    fn default() -> Self {
        Self { rounds: 100, change: Number::from_parts(1, 3).unwrap_or_default() }
    }
}
