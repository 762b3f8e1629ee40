//! Why a number-format code is refused, and where.

use std::fmt;

/// A number-format code that means nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FormatError {
    /// The character at fault, counted from zero.
    pub place: usize,
    /// What is wrong with it.
    pub kind: FormatErrorKind,
}

/// What is wrong with a number-format code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FormatErrorKind {
    /// A quotation mark without its end.
    UnclosedQuote,
    /// A bracket without its end.
    UnclosedBracket,
    /// A bracket that holds no colour, condition, currency or duration.
    UnknownBracket,
    /// `\`, `_` or `*` with no character after it.
    NothingFollows,
    /// More than four sections.
    TooManySections,
    /// Dates or times together with places for digits; text with such letters wants quotation marks.
    MixedContent,
    /// A second decimal sign.
    SecondPoint,
    /// A fraction such as `# ?/?` together with a decimal sign, an exponent or a second fraction.
    Fraction,
    /// More than 255 characters.
    TooLong,
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.kind {
            FormatErrorKind::UnclosedQuote => "a quotation mark is not closed",
            FormatErrorKind::UnclosedBracket => "a bracket is not closed",
            FormatErrorKind::UnknownBracket => "the bracket holds no colour, condition, currency or duration",
            FormatErrorKind::NothingFollows => "a character must follow",
            FormatErrorKind::TooManySections => "there are more than four sections",
            FormatErrorKind::MixedContent => "dates and digits do not go together; put text in quotation marks",
            FormatErrorKind::SecondPoint => "there is a second decimal sign",
            FormatErrorKind::Fraction => "a fraction takes no decimal sign, exponent or second slash",
            FormatErrorKind::TooLong => "the code is longer than 255 characters",
        };
        write!(f, "{reason} (character {})", self.place + 1)
    }
}

impl std::error::Error for FormatError {}
