//! The façade: everything a front end asks of the engine, in plain data. A front end opens a book, enters text, applies
//! changes and draws what the change set names; it never sees trees, graphs or storage.

mod calls;
pub mod change_set;
pub mod conditional;
pub mod deeds;
mod editing;
pub mod environment;
mod everywhere;
pub mod filter;
pub mod finding;
mod guard;
pub mod insight;
pub mod job;
pub mod landmarks;
pub mod line_moving;
pub mod lines;
pub mod links;
pub mod notes;
pub mod number_formats;
pub mod opening;
pub mod outline;
pub mod pasting;
mod presentation;
pub mod protection;
mod queries;
pub mod reconciliation;
pub mod refusal;
pub mod replacing;
pub mod report;
pub mod sheets;
pub mod shifting;
pub mod sorting;
mod speech;
mod structure;
pub mod styles;
pub mod units;
pub mod validation;
pub mod view;
pub mod vocabulary;
pub mod watching;
pub mod why;
pub mod writing;

use std::cell::Cell;

use crate::book::Book;
use crate::calc::{Calculator, CellSet, World};
use crate::edit::History;
use crate::file;
use crate::value::Number;

pub use crate::audit::label::Label;
pub use crate::audit::tracing::Way;
pub use crate::base::{Address, AxisKind, MAX_COLUMNS, MAX_ROWS, Place, Range, Region, SheetId};
pub use crate::book::{
    Align, Allowed, Borders, Colour, ColumnRole, Comparison, Frozen, List, Measure, Signal, Stroke, Style, Unit,
    Validation,
};
pub use crate::display::Locale;
pub use crate::display::Marks;
pub use crate::edit::clipping::Clipping;
pub use crate::edit::pasting::{Part, PasteManner};
pub use crate::edit::{Deed, DeedKind, Subject, filling};
pub use calls::{Doubt, doubts};
pub use change_set::ChangeSet;
pub use editing::{entries, suppose};
pub use environment::{Environment, Still};
pub use everywhere::{enter_again, enter_everywhere};
pub use outline::RowOutline;
pub use refusal::{Refusal, RefusalKind, TextSpan};
pub use view::{Alignment, CellRole, CellView, Emphasis, Extent, NoteView, SelectionSummary, SheetTab, Sign, Tone};
pub use why::{Cause, Reason, why};
pub use writing::{Writing, writing};

/// Width of a column that has none of its own, in characters.
pub const DEFAULT_WIDTH: f32 = 11.0;

/// An open book with its calculator and its history.
pub struct Session {
    book: Book,
    calculator: Calculator,
    history: History,
    environment: Box<dyn Environment>,
    locale: Locale,
    revision: u64,
    /// Names this writer in the identities of new rows and columns.
    writer: u32,
    /// How many rows and columns this writer has made.
    lines_made: u32,
    /// Under whose name changes are made; empty where nobody said.
    author: std::rc::Rc<str>,
    /// Long work under way.
    job: Option<Box<job::Job>>,
    patience: Option<job::Patience>,
}

impl Session {
    /// A new book with one empty sheet.
    pub fn new(environment: Box<dyn Environment>) -> Self {
        let mut book = Book::default();
        book.add_sheet("Blad1");
        Self::of(book, environment)
    }

    /// A session on a book, all of it calculated.
    pub fn of(book: Book, environment: Box<dyn Environment>) -> Self {
        let mut session = uncalculated(book, environment);
        session.recalculate_all();
        session
    }

    /// Opens a `.tertial` file. The refusal of a damaged, foreign or newer file says why.
    pub fn open(bytes: &[u8], environment: Box<dyn Environment>) -> Result<Self, Refusal> {
        let book = file::load(bytes).map_err(|error| Refusal::of_file(&error, Locale::default()))?;
        Ok(Self::of(book, environment))
    }

    /// The bytes of the book's `.tertial` file.
    pub fn save(&self) -> Vec<u8> {
        file::save(&self.book)
    }

    /// The book as plain data.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// Language of what is typed, shown and said.
    pub fn locale(&self) -> Locale {
        self.locale
    }

    /// Sets the language of what is typed, shown and said. Text counts as a number in that language too, so formulas are
    /// calculated anew. While a job is under way nothing happens.
    pub fn set_locale(&mut self, locale: Locale) {
        if locale != self.locale {
            _ = job::finish(self, job::Task::Language(locale));
        }
    }

    /// Number of the book's state; grows by one with each edit, undo and redo.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Calculates every formula anew, and gives the cells that changed.
    pub fn recalculate_all(&mut self) -> CellSet {
        let world = self.world();
        self.calculator.recalculate_all(&mut self.book, &world)
    }

    /// The calculator, to trace what it does.
    pub fn calculator_mut(&mut self) -> &mut Calculator {
        &mut self.calculator
    }

    fn world(&self) -> World {
        let now = Number::from_float(self.environment.now()).unwrap_or_default();
        World { now, locale: self.locale, seed: Cell::new(self.environment.random()) }
    }
}

/// A session on a book of which nothing is calculated yet.
fn uncalculated(book: Book, environment: Box<dyn Environment>) -> Session {
    // Zero is the writer of untouched lines.
    let writer = (environment.random() >> 33) as u32 | 1;
    Session {
        book,
        calculator: Calculator::default(),
        history: History::default(),
        environment,
        locale: Locale::default(),
        revision: 0,
        writer,
        lines_made: 0,
        author: std::rc::Rc::default(),
        job: None,
        patience: None,
    }
}

#[cfg(test)]
mod tests;
