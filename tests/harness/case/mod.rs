//! Cases written as text: cells, changes and what must come of them. See `README.md` beside the cases.

mod play;
mod read;

pub use play::play;
pub use read::read;

use tertial_engine::base::AxisKind;
use tertial_engine::session::Locale;

/// A named case.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    pub name: String,
    /// Its steps with the lines they stand on.
    pub steps: Vec<(usize, Step)>,
}

/// One line of a case.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Sets the language.
    Locale(Locale),
    /// Makes a sheet the one that addresses mean, adding it when it is new.
    Sheet(String),
    /// Defines a name.
    Name { name: String, meaning: String },
    /// Puts a named table into the sheet, with headers, for the words `range: column, column`.
    Table { name: String, totals: bool, range: String, columns: Vec<String> },
    /// Takes a named table away.
    Untable(String),
    /// Fills a cell before anything is watched; text that is no formula is kept.
    Put { cell: String, text: String },
    /// Types in a cell; the typing must be taken.
    Change { cell: String, text: String },
    /// Types in a cell; the typing must be refused.
    Refuse { cell: String, text: String },
    /// Inserts or deletes rows or columns, counted from zero.
    Structure { insert: bool, lines: AxisKind, at: u32, count: u32 },
    /// Takes back the last change.
    Undo,
    /// Makes the last change again.
    Redo,
    /// The exact value of a cell.
    Expect { cell: String, value: String },
    /// What is seen in a cell.
    Shows { cell: String, text: String },
    /// A cell's formula in canonical English.
    Formula { cell: String, text: String },
    /// The cells that the last change had calculated, in any order.
    Calculated(Vec<String>),
}
