//! The two ways formulas are written, English and Swedish: separators, decimal sign, words for errors and booleans,
//! names of functions. Files hold the English one; people see the one of their language.

use super::token::TokenKind;
use super::vocabulary::Vocabulary;
use crate::value::CellError;

/// A way of writing formulas, also the language of messages about them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Dialect {
    /// `SUM(A1,1.5)`, `{1,2;3,4}`
    #[default]
    English,
    /// `SUMMA(A1;1,5)`, `{1\2;3\4}`
    Swedish,
}

impl Dialect {
    /// The sign between arguments of a call.
    pub const fn argument_separator(self) -> char {
        match self {
            Self::English => ',',
            Self::Swedish => ';',
        }
    }

    /// The sign between whole and fraction.
    pub const fn decimal_sign(self) -> char {
        match self {
            Self::English => '.',
            Self::Swedish => ',',
        }
    }

    /// The sign between columns of an array constant.
    pub const fn column_separator(self) -> char {
        match self {
            Self::English => ',',
            Self::Swedish => '\\',
        }
    }

    /// The sign between rows of an array constant.
    pub const fn row_separator(self) -> char {
        ';'
    }

    /// The word for a cell error.
    pub const fn error(self, error: CellError) -> &'static str {
        match self {
            Self::English => error.code(),
            Self::Swedish => error.swedish(),
        }
    }

    /// The word for a boolean.
    pub const fn boolean(self, value: bool) -> &'static str {
        match (self, value) {
            (Self::English, true) => "TRUE",
            (Self::English, false) => "FALSE",
            (Self::Swedish, true) => "SANT",
            (Self::Swedish, false) => "FALSKT",
        }
    }

    /// The name of a function, given by the name its call is kept under.
    pub fn function<'a>(self, name: &'a str, vocabulary: &dyn Vocabulary) -> &'a str {
        match self {
            Self::English => name,
            Self::Swedish => vocabulary.swedish(name).unwrap_or(name),
        }
    }

    /// The token between arguments of a call.
    pub const fn argument_token(self) -> TokenKind {
        match self {
            Self::English => TokenKind::Comma,
            Self::Swedish => TokenKind::Semicolon,
        }
    }

    pub(super) const fn column_token(self) -> TokenKind {
        match self {
            Self::English => TokenKind::Comma,
            Self::Swedish => TokenKind::Backslash,
        }
    }

    /// Whether a sign between digits begins a fraction. In Swedish a point can mean nothing else, so it is taken too.
    pub(super) const fn is_decimal_sign(self, sign: u8) -> bool {
        match self {
            Self::English => sign == b'.',
            Self::Swedish => matches!(sign, b',' | b'.'),
        }
    }
}

/// The boolean a word says in either language, whatever its case.
pub(super) fn boolean_word(word: &str) -> Option<bool> {
    let says = |value| {
        [Dialect::English, Dialect::Swedish].iter().any(|dialect| dialect.boolean(value).eq_ignore_ascii_case(word))
    };
    [true, false].into_iter().find(|value| says(*value))
}
