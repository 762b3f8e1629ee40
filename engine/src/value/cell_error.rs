//! Failed calculations as values: `#DIV/0!` and its like, as Excel names them.

use std::fmt;

/// An error that stands in a cell and flows through the formulas that read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum CellError {
    /// `#NULL!`: two ranges that were to intersect share no cell.
    Null,
    /// `#DIV/0!`: division by zero, or an average of nothing.
    DivisionByZero,
    /// `#VALUE!`: an operand of the wrong type.
    Value,
    /// `#REF!`: a reference to cells that are gone.
    Reference,
    /// `#NAME?`: an unknown function or name, or text that is no formula.
    Name,
    /// `#NUM!`: a number outside the range that can be calculated.
    Number,
    /// `#N/A`: not available, or not found.
    NotAvailable,
    /// `#SPILL!`: an array result finds no room.
    Spill,
    /// `#CALC!`: a calculation with no meaningful result.
    Calculation,
    /// `#CIRC!`: the formula depends on its own result.
    Circular,
}

impl CellError {
    /// Every error, in the order of `ERROR.TYPE`.
    pub const ALL: [Self; 10] = [
        Self::Null,
        Self::DivisionByZero,
        Self::Value,
        Self::Reference,
        Self::Name,
        Self::Number,
        Self::NotAvailable,
        Self::Spill,
        Self::Calculation,
        Self::Circular,
    ];

    /// The error as it is written in a cell, in English.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Null => "#NULL!",
            Self::DivisionByZero => "#DIV/0!",
            Self::Value => "#VALUE!",
            Self::Reference => "#REF!",
            Self::Name => "#NAME?",
            Self::Number => "#NUM!",
            Self::NotAvailable => "#N/A",
            Self::Spill => "#SPILL!",
            Self::Calculation => "#CALC!",
            Self::Circular => "#CIRC!",
        }
    }

    /// The error as Swedish Excel writes it.
    pub const fn swedish(self) -> &'static str {
        match self {
            Self::Null => "#SKÄRNING!",
            Self::DivisionByZero => "#DIVISION/0!",
            Self::Value => "#VÄRDEFEL!",
            Self::Reference => "#REFERENS!",
            Self::Name => "#NAMN?",
            Self::Number => "#OGILTIGT!",
            Self::NotAvailable => "#SAKNAS!",
            Self::Spill => "#SPILL!",
            Self::Calculation => "#BERÄKNING!",
            Self::Circular => "#CIRKEL!",
        }
    }

    /// Reads an error written in either language; case does not matter.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.to_uppercase();
        Self::ALL.into_iter().find(|error| error.code() == text || error.swedish() == text)
    }
}

impl fmt::Display for CellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
