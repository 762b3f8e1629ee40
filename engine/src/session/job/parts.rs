//! What a job has to do, cut into parts that each take little time. Where it is cut depends on the work alone, so that
//! pauses change nothing.

use crate::base::{Address, SheetId};
use crate::book::FormulaReader;
use crate::display::Locale;
use crate::edit::Change;
use crate::session::editing::read_entries;
use crate::session::vocabulary::dialect;
use crate::session::{Refusal, Session};

/// Cells that are written at once.
const CELLS: usize = 512;

/// Cells and the texts to be put into them. They are asked for only as they are needed.
pub struct Texts {
    count: u64,
    cells: Box<dyn Iterator<Item = (Address, String)>>,
}

impl Texts {
    /// So many cells and their texts.
    pub fn new(count: u64, cells: impl Iterator<Item = (Address, String)> + 'static) -> Self {
        Self { count, cells: Box::new(cells) }
    }
}

/// What is still to be done.
pub enum Parts {
    Changes(Slices),
    Texts(Reading),
}

/// Texts that are still to be read.
pub struct Reading {
    sheet: SheetId,
    texts: Texts,
    reader: FormulaReader,
}

/// Changes that are still to be made, the next one last.
pub struct Slices(Vec<Change>);

impl Parts {
    /// The parts of a change.
    pub fn of(change: Change) -> Self {
        Self::Changes(Slices(vec![change]))
    }

    /// The parts of changes, of which the last one is made first.
    pub const fn newest_first(changes: Vec<Change>) -> Self {
        Self::Changes(Slices(changes))
    }

    /// Texts to be typed into cells.
    pub fn texts(sheet: SheetId, texts: Texts, locale: Locale) -> Self {
        Self::Texts(Reading { sheet, texts, reader: FormulaReader::new(dialect(locale)) })
    }

    /// How many cells are written, about.
    pub fn count(&self) -> u64 {
        match self {
            Self::Changes(Slices(changes)) => changes.iter().map(count).sum(),
            Self::Texts(reading) => reading.texts.count,
        }
    }

    /// The next change to be made.
    pub fn next(&mut self, session: &Session) -> Option<Result<Change, Refusal>> {
        match self {
            Self::Changes(slices) => slices.next().map(Ok),
            Self::Texts(reading) => reading.next(session),
        }
    }

    /// The changes that are still to be made, in order.
    pub fn rest(self) -> Vec<Change> {
        match self {
            Self::Changes(Slices(changes)) => changes.into_iter().rev().collect(),
            Self::Texts(_) => Vec::new(),
        }
    }
}

impl Slices {
    fn next(&mut self) -> Option<Change> {
        loop {
            match self.0.pop()? {
                Change::Batch(changes) => self.0.extend(changes.into_iter().rev()),
                Change::Write { sheet, cells } if cells.len() > CELLS => {
                    self.cut(cells, |cells| Change::Write { sheet, cells });
                }
                Change::Format { sheet, cells } if cells.len() > CELLS => {
                    self.cut(cells, |cells| Change::Format { sheet, cells });
                }
                change => return Some(change),
            }
        }
    }

    fn cut<T>(&mut self, mut cells: Vec<T>, change: impl Fn(Vec<T>) -> Change) {
        while cells.len() > CELLS {
            let last = cells.split_off((cells.len() - 1) / CELLS * CELLS);
            self.0.push(change(last));
        }
        self.0.push(change(cells));
    }
}

impl Reading {
    fn next(&mut self, session: &Session) -> Option<Result<Change, Refusal>> {
        let mut texts = self.texts.cells.by_ref().take(CELLS).peekable();
        texts.peek()?;
        Some(read_entries(session, self.sheet, texts, &mut self.reader))
    }
}

/// How many cells a change writes, about.
pub fn count(change: &Change) -> u64 {
    match change {
        Change::Write { cells, .. } => cells.len() as u64,
        Change::Format { cells, .. } => cells.len() as u64,
        Change::Batch(changes) => changes.iter().map(count).sum(),
        _ => 1,
    }
}
