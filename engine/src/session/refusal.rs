//! Why an operation was refused, in words for the person who asked for it. A refused operation leaves the book as it was.

use std::fmt;

/// A refused operation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What sort of refusal it is.
    pub kind: RefusalKind,
    /// What is wrong, and where, in the user's language.
    pub reason: String,
    /// What to do about it, when there is something.
    pub hint: Option<String>,
    /// The part of the typed text at fault.
    pub span: Option<TextSpan>,
}

/// Sorts of refusal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusalKind {
    /// Typed text that starts with `=` and is no formula.
    Formula,
    /// A file that is damaged, of another format or from a newer version.
    File,
    /// Something that would reach outside the sheet or over its limits.
    Limit,
    /// A cell or sheet that may not be changed, or a name that may not be used.
    NotAllowed,
}

/// A part of a text, in Unicode characters from its start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TextSpan {
    /// First character.
    pub start: usize,
    /// The character after the last.
    pub end: usize,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)?;
        self.hint.as_ref().map_or(Ok(()), |hint| write!(f, " {hint}"))
    }
}

impl std::error::Error for Refusal {}
