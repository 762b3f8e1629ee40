//! What a job has to do, cut into parts that each take little time. Where it is cut depends on the work alone, so that
//! pauses change nothing.

use crate::base::{Place, Region};
use crate::edit::{Change, moving};
use crate::session::pasting::{Laying, Understood};
use crate::session::{Refusal, Session};

/// Cells that are written at once.
const CELLS: usize = 512;

/// What is still to be done: changes, and then what they make room for.
pub struct Parts {
    changes: Slices,
    filling: Option<Filling>,
}

/// What comes into cells once the changes before it are made.
pub enum Filling {
    /// Cells that are pasted.
    Paste(Laying),
    /// Cells that move to a place; nothing when they have.
    Move(Option<(Region, Place)>),
}

/// Changes that are still to be made, the next one last.
struct Slices(Vec<Change>);

impl Parts {
    /// The parts of a change.
    pub fn of(change: Change) -> Self {
        Self::newest_first(vec![change])
    }

    /// The parts of changes, of which the last one is made first.
    pub const fn newest_first(changes: Vec<Change>) -> Self {
        Self { changes: Slices(changes), filling: None }
    }

    /// The parts of what comes into cells, and of a change before it.
    pub fn filling(room: Option<Change>, filling: Filling) -> Self {
        Self { changes: Slices(room.into_iter().collect()), filling: Some(filling) }
    }

    /// How many cells are written, about.
    pub fn count(&self) -> u64 {
        self.changes.0.iter().map(count).sum::<u64>() + self.filling.as_ref().map_or(0, Filling::count)
    }

    /// What was understood of texts from outside.
    pub fn understood(&mut self) -> Understood {
        match &mut self.filling {
            Some(Filling::Paste(laying)) => laying.understood(),
            _ => Understood::default(),
        }
    }

    /// The next change to be made.
    pub fn next(&mut self, session: &Session) -> Option<Result<Change, Refusal>> {
        loop {
            if let Some(change) = self.changes.next() {
                return Some(Ok(change));
            }
            match self.filling.as_mut()?.next(session)? {
                Ok(change) => self.changes.0.push(change),
                Err(refusal) => return Some(Err(refusal)),
            }
        }
    }

    /// The changes that are still to be made, in order.
    pub fn rest(self) -> Vec<Change> {
        self.changes.0.into_iter().rev().collect()
    }
}

impl Filling {
    fn count(&self) -> u64 {
        match self {
            Self::Paste(laying) => laying.count(),
            Self::Move(route) => route.map_or(0, |(from, _)| from.range.count()),
        }
    }

    fn next(&mut self, session: &Session) -> Option<Result<Change, Refusal>> {
        match self {
            Self::Paste(laying) => laying.next(session, CELLS as u64),
            Self::Move(route) => {
                let moved = route.take().map(|(from, to)| moving::moved(&session.book, from, to));
                moved.map(|moved| moved.map_err(|error| Refusal::of_edit(error, session.locale)))
            }
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
                Change::Format { sheet, areas } if areas.len() > CELLS => {
                    self.cut(areas, |areas| Change::Format { sheet, areas });
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

/// How many cells a change writes, about.
pub fn count(change: &Change) -> u64 {
    match change {
        Change::Write { cells, .. } => cells.len() as u64,
        Change::Format { areas, .. } => areas.len() as u64,
        Change::Batch(changes) => changes.iter().map(count).sum(),
        _ => 1,
    }
}
