//! The signs a number is written with: those of a cell on screen or paper, or the plain ones of a text that formulas and
//! other programs go on with.

use super::Locale;
use super::general::{general_number, narrow_number, plain_number};
use crate::value::Number;

/// Language and purpose of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Signs {
    /// The language.
    pub locale: Locale,
    /// Whether it is a text for formulas, as `TEXT` gives it.
    pub plain: bool,
}

impl Signs {
    /// The sign before a negative number.
    pub const fn minus(self) -> char {
        if self.plain { '-' } else { self.locale.minus_sign() }
    }

    /// The space before a percent sign.
    pub const fn percent_space(self) -> char {
        match self.locale {
            Locale::Swedish if !self.plain => '\u{a0}',
            _ => ' ',
        }
    }

    /// A number in the General format.
    pub fn general(self, number: Number) -> String {
        if self.plain { narrow_number(number, self.locale) } else { general_number(number, self.locale) }
    }

    /// A number as text.
    pub fn as_text(self, number: Number) -> String {
        if self.plain { plain_number(number, self.locale) } else { general_number(number, self.locale) }
    }
}
