//! A note on a cell: what somebody wants others to know about it.

use crate::value::Number;

/// A note on a cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Note {
    /// Its words, in lines.
    pub text: String,
    /// Who wrote it; empty where nobody said.
    pub author: String,
    /// When it was written, as a serial number.
    pub at: Option<Number>,
}

impl Note {
    /// Most characters of a note, as in Excel.
    pub const LONGEST: usize = 32_767;
}
