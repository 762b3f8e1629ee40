//! A paste under way: cells of a book, or texts that are still to be read, laid into the sheet a few at a time.

use std::ops::Bound;
use std::rc::Rc;

use super::reading::{Reading, Understood};
use crate::base::{Address, Place, Range};
use crate::book::{Book, Style};
use crate::edit::Change;
use crate::edit::clipping::{Clipped, Clipping};
use crate::edit::entry::Typed;
use crate::edit::pasting::{Landing, Part, Pasting};
use crate::session::editing::in_context;
use crate::session::presentation::spot;
use crate::session::{Refusal, Session};

/// A paste under way.
pub struct Laying {
    source: Source,
    pasting: Pasting,
    hidden_rows: usize,
    has_emptied: bool,
}

/// Where the cells of a paste come from.
pub enum Source {
    /// From a book.
    Cells {
        clipping: Rc<Clipping>,
        /// The last cell that was taken.
        last: Option<Address>,
    },
    /// From outside.
    Texts(Reading),
}

impl Laying {
    pub(super) const fn new(source: Source, pasting: Pasting, hidden_rows: usize) -> Self {
        Self { source, pasting, hidden_rows, has_emptied: false }
    }

    /// How many cells are written, about.
    pub(in crate::session) fn count(&self) -> u64 {
        self.source.count(self.pasting.part()) as u64 * self.pasting.repetitions()
    }

    /// What was understood until now.
    pub(in crate::session) fn understood(&mut self) -> Understood {
        let understood = match &mut self.source {
            Source::Cells { .. } => Understood::default(),
            Source::Texts(reading) => std::mem::take(&mut reading.understood),
        };
        Understood { hidden_rows: self.hidden_rows, ..understood }
    }

    /// The change that writes about so many cells more.
    pub(in crate::session) fn next(&mut self, session: &Session, count: u64) -> Option<Result<Change, Refusal>> {
        if !std::mem::replace(&mut self.has_emptied, true) {
            let emptied = self.pasting.emptied(&session.book, &|at| self.source.is_blank(at));
            let painted = match &self.source {
                Source::Cells { clipping, .. } => Some(self.pasting.painted(clipping)),
                Source::Texts(_) => None,
            };
            let both = emptied.map(|emptied| Change::Batch([Some(emptied), painted].into_iter().flatten().collect()));
            return Some(both.map_err(|error| Refusal::of_edit(error, session.locale)));
        }
        if matches!(self.source, Source::Cells { .. }) && self.pasting.part() == Part::Formats {
            return None;
        }
        let mut cells = Vec::new();
        for _ in 0..(count / self.pasting.repetitions().max(1)).max(1) {
            match self.source.next(session) {
                Some(Ok(cell)) => cells.push(cell),
                Some(Err(refusal)) => return Some(Err(refusal)),
                None => break,
            }
        }
        let fit = if self.source.brings_looks() { as_it_is } else { fitted };
        (!cells.is_empty()).then(|| Ok(self.pasting.laid(&session.book, &cells, &fit)))
    }
}

impl Source {
    /// The cells of a clipping.
    pub fn cells(clipping: &Rc<Clipping>) -> Self {
        Self::Cells { clipping: clipping.clone(), last: None }
    }

    /// How many rows and columns it has.
    pub fn size(&self) -> (u32, u32) {
        match self {
            Self::Cells { clipping, .. } => (clipping.height, clipping.width),
            Self::Texts(reading) => reading.block().size(),
        }
    }

    /// How many cells it has that can hold something.
    pub fn count(&self, part: Part) -> usize {
        match self {
            Self::Cells { clipping, .. } => {
                let is_part =
                    |(range, _): &&(Range, _)| (range.height(), range.width()) != (clipping.height, clipping.width);
                let cells = if part == Part::Formats { 0 } else { clipping.cells.len() };
                cells + clipping.styles.iter().filter(is_part).count()
            }
            Self::Texts(reading) => reading.block().rows.iter().map(Vec::len).sum(),
        }
    }

    /// Whether cells bring their looks along, and stay as they are wherever they land.
    pub fn brings_looks(&self) -> bool {
        match self {
            Self::Cells { clipping, .. } => clipping.brings_looks,
            Self::Texts(reading) => reading.block().origin.is_some(),
        }
    }

    fn is_blank(&self, at: Address) -> bool {
        match self {
            Self::Cells { clipping, .. } => !clipping.cells.contains_key(&at),
            Self::Texts(reading) => reading.block().is_blank(at),
        }
    }

    fn next(&mut self, session: &Session) -> Option<Result<(Address, Clipped), Refusal>> {
        match self {
            Self::Cells { clipping, last } => {
                let after = last.map_or(Bound::Unbounded, Bound::Excluded);
                let (at, cell) = clipping.cells.range((after, Bound::Unbounded)).next()?;
                *last = Some(*at);
                Some(Ok((*at, cell.clone())))
            }
            Self::Texts(reading) => reading.next(session),
        }
    }
}

const fn as_it_is(_: &Book, _: Place, landing: Landing) -> Landing {
    landing
}

fn fitted(book: &Book, place: Place, (content, style): Landing) -> Landing {
    let brought = style.flatten();
    let format = brought.as_ref().and_then(|style| style.number_format.clone());
    let (content, format) = match content {
        Some(content) => {
            let typed = in_context(book, place, Typed { content, format });
            (Some(typed.content), typed.format)
        }
        None => (None, format),
    };
    (content, dressed(book, place, brought.as_deref(), format).map(Some))
}

/// The look of a cell into which something comes from outside: what it brings, but where a report table decides.
fn dressed(book: &Book, place: Place, brought: Option<&Style>, format: Option<Rc<str>>) -> Option<Rc<Style>> {
    let sheet = book.sheet(place.sheet)?;
    let look = brought.filter(|style| Style { number_format: None, ..(*style).clone() } != Style::default());
    match look.filter(|_| spot(sheet, place.address).is_none()) {
        Some(look) => {
            let own = || sheet.styles.number_format(place.address).cloned();
            Some(Rc::new(Style { number_format: format.or_else(own), ..look.clone() }))
        }
        None => sheet.styles.with_number_format(place.address, Some(format?)),
    }
}
