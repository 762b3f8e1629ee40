//! A note on a cell: what somebody wants others to know about it.

/// A note on a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its words, in lines.
    pub text: String,
}

impl Note {
    /// Most characters of a note, as in Excel.
    pub const LONGEST: usize = 32_767;
}
