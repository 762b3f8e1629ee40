//! The two languages of the product and the signs each writes numbers with.

use crate::value::CellError;

/// Language and number writing of the person at the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Locale {
    /// `12,5`, `−1 234`, `SUMMA(A1;B1)`.
    #[default]
    Swedish,
    /// `12.5`, `-1,234`, `SUM(A1,B1)`.
    English,
}

impl Locale {
    /// The sign between whole and fraction.
    pub const fn decimal_sign(self) -> char {
        match self {
            Self::Swedish => ',',
            Self::English => '.',
        }
    }

    /// The sign between groups of three digits.
    pub const fn group_sign(self) -> char {
        match self {
            Self::Swedish => '\u{a0}',
            Self::English => ',',
        }
    }

    /// The sign before a negative number, as shown.
    pub const fn minus_sign(self) -> char {
        match self {
            Self::Swedish => '\u{2212}',
            Self::English => '-',
        }
    }

    /// The percent sign with the space before it, if there is one.
    pub const fn percent_sign(self) -> &'static str {
        match self {
            Self::Swedish => "\u{a0}%",
            Self::English => "%",
        }
    }

    /// The word for a boolean.
    pub const fn boolean(self, value: bool) -> &'static str {
        match (self, value) {
            (Self::Swedish, true) => "SANT",
            (Self::Swedish, false) => "FALSKT",
            (Self::English, true) => "TRUE",
            (Self::English, false) => "FALSE",
        }
    }

    /// The word for an error.
    pub const fn error(self, error: CellError) -> &'static str {
        match self {
            Self::Swedish => error.swedish(),
            Self::English => error.code(),
        }
    }
}
