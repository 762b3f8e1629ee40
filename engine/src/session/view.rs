//! Cells and sheets as a view draws them.

use std::rc::Rc;

use crate::base::{Address, SheetId};
use crate::book::Style;
use crate::value::CellError;

/// A cell as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CellView {
    /// What is seen.
    pub text: String,
    /// What the cell is for.
    pub role: CellRole,
    /// What was said of its look.
    pub style: Option<Rc<Style>>,
    /// Where its text stands.
    pub alignment: Alignment,
    /// Whether a deviation is good or bad, or the sign that a conditional format gives.
    pub tone: Tone,
    /// How its row stands out.
    pub emphasis: Emphasis,
    /// Steps its text is moved in.
    pub indent: u8,
    /// Whether a formula calculates it, its own or the one whose array reaches it.
    pub is_formula: bool,
    /// The cell of the formula whose array reaches it.
    pub spilled_from: Option<Address>,
    /// The error it holds.
    pub error: Option<CellError>,
    /// Set in a heading of a filter: whether anything is asked of its column.
    pub filter: Option<bool>,
    /// Whether it cannot be written, because its sheet is protected.
    pub is_locked: bool,
    /// Whether a list of values can be opened there.
    pub has_list: bool,
    /// The note that somebody put on it.
    pub note: Option<NoteView>,
}

/// A note as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NoteView {
    /// Its words.
    pub text: String,
    /// Who wrote it, and when; empty where nobody said.
    pub signature: String,
}

/// A sign that a conditional format gives a cell, each with a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// Red.
    Red,
    /// Yellow.
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// All is well.
    GreenLight,
    /// It is to be watched.
    YellowLight,
    /// Something is to be done.
    RedLight,
    /// It rises.
    Up,
    /// It stays.
    Level,
    /// It falls.
    Down,
}

impl Sign {
    /// Its words in Swedish and in English.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Red => ("rödmarkerad", "marked red"),
            Self::Yellow => ("gulmarkerad", "marked yellow"),
            Self::Green => ("grönmarkerad", "marked green"),
            Self::Blue => ("blåmarkerad", "marked blue"),
            Self::GreenLight => ("grönt ljus", "green light"),
            Self::YellowLight => ("gult ljus", "yellow light"),
            Self::RedLight => ("rött ljus", "red light"),
            Self::Up => ("uppåtpil", "arrow up"),
            Self::Level => ("vågrät pil", "level arrow"),
            Self::Down => ("nedåtpil", "arrow down"),
        }
    }
}

/// What a cell is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CellRole {
    /// Outside every report table.
    #[default]
    Free,
    /// A report table's title.
    Title,
    /// The line under the title: committee, period, unit.
    Subtitle,
    /// A column heading.
    Header,
    /// A row's label, or other text of a table.
    Label,
    /// A cell of a table that people fill in.
    Input,
    /// A cell of a table that is calculated.
    Computed,
}

/// Where text stands in its cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Alignment {
    /// At the start: text.
    #[default]
    Start,
    /// In the middle: booleans and errors.
    Center,
    /// At the end: numbers.
    End,
}

/// Whether a deviation is good or bad.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// No deviation, or none worth a mark.
    #[default]
    Neutral,
    /// A surplus.
    Surplus,
    /// A deficit.
    Deficit,
    /// What a conditional format says of the cell.
    Signed(Sign),
}

/// How a row of a table stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Emphasis {
    /// A detail row.
    #[default]
    Normal,
    /// A total.
    Sum,
    /// A subtotal.
    Subtotal,
    /// A row that specifies the one above and is never summed.
    OfWhich,
    /// A heading among the rows.
    Heading,
}

/// A sheet's tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetTab {
    /// The sheet.
    pub id: SheetId,
    /// Its name.
    pub name: String,
}

/// How far a sheet is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Extent {
    /// Rows up to the last that holds something.
    pub rows: u32,
    /// Columns up to the last that holds something.
    pub columns: u32,
}

/// What the status line says about a selection; texts in the user's language, empty when there are no numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SelectionSummary {
    /// Sum of the numbers.
    pub sum: String,
    /// Their average.
    pub average: String,
    /// The least of them.
    pub least: String,
    /// The greatest of them.
    pub greatest: String,
    /// How many cells are not blank.
    pub count: u64,
    /// How many of them are numbers.
    pub numbers: u64,
    /// Whether they are amounts in another unit than they are kept in.
    pub is_scaled: bool,
}
