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

impl FormatErrorKind {
    /// What is wrong, in Swedish and in English.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::UnclosedQuote => ("ett citattecken är inte avslutat", "a quotation mark is not closed"),
            Self::UnclosedBracket => ("en hakparentes är inte avslutad", "a bracket is not closed"),
            Self::UnknownBracket => (
                "hakparentesen rymmer ingen färg, inget villkor, ingen valuta och ingen tidslängd",
                "the bracket holds no colour, condition, currency or duration",
            ),
            Self::NothingFollows => ("här måste ett tecken följa", "a character must follow"),
            Self::TooManySections => ("det är fler än fyra avsnitt", "there are more than four sections"),
            Self::MixedContent => (
                "datum och siffror går inte ihop; sätt text inom citattecken",
                "dates and digits do not go together; put text in quotation marks",
            ),
            Self::SecondPoint => ("det finns två decimaltecken", "there is a second decimal sign"),
            Self::Fraction => (
                "ett bråk kan inte ha decimaltecken, exponent eller två bråkstreck",
                "a fraction takes no decimal sign, exponent or second slash",
            ),
            Self::TooLong => ("koden är längre än 255 tecken", "the code is longer than 255 characters"),
        }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} (character {})", self.kind.words().1, self.place + 1)
    }
}

impl std::error::Error for FormatError {}
