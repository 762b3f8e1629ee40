//! Long work in small parts, so that a page can draw between them: large pastes, replacements, undoing them, another
//! language. A job that is cancelled, or refused half-way, leaves the book as it was; one that is done is one step to undo.
//!
//! ```
//! use tertial_engine::book::Content;
//! use tertial_engine::edit::Change;
//! use tertial_engine::session::{Address, Deed, DeedKind, Range, Session, Still, job};
//!
//! let mut session = Session::new(Box::new(Still { now: 46_266.0 }));
//! let sheet = session.sheets()[0].id;
//! let cells = (0..5_000).map(|row| (Address::new(row, 0), Content::Value(7.into()))).collect();
//! let deed = Deed::cells(DeedKind::Typed, Range::parse("A1:A5000").unwrap().on(sheet));
//! job::begin(&mut session, job::Task::Change { deed, change: Change::Write { sheet, cells } }).unwrap();
//! loop {
//!     // Between two frames; a page asks its clock whether its twelve milliseconds are over.
//!     let mut asked = 0;
//!     let progress = job::advance(&mut session, &mut || {
//!         asked += 1;
//!         asked > 10
//!     });
//!     match progress {
//!         job::Progress::Working(part) => println!("{} of {}", part.done, part.total), // `job::cancel` takes it back
//!         job::Progress::Done(_outcome) => break,
//!         job::Progress::Stopped { .. } => unreachable!("nobody cancelled it"),
//!     }
//! }
//! ```
//!
//! A page need not tell long changes from short ones. With [`set_patience`] every change begins at once, and only one that
//! is not done in time is left under way: then [`is_under_way`] says so after the call, which has given nothing to draw yet.
//!
//! While a job is under way every other change is refused; what is shown of the book is partly old and partly new.

mod parts;

use super::editing::Seen;
use super::pasting::{Laying, Understood};
use super::{ChangeSet, Refusal, Session, conditional, guard};
use crate::calc::{CellSet, World};
use crate::display::Locale;
use crate::edit::history::Step;
use crate::edit::{self, Change, Deed};

pub use parts::Filling;

use parts::Parts;

/// Makes a function that says whether so many milliseconds are over, for an engine that has no clock.
pub type Patience = fn(u32) -> Box<dyn FnMut() -> bool>;

/// Milliseconds that a change may take before it is left under way.
pub const AT_ONCE: u32 = 50;

/// Something to be done that may be long.
pub enum Task {
    /// A change.
    Change {
        /// What it does, in the terms of who does it.
        deed: Deed,
        /// The change.
        change: Change,
    },
    /// Cells put where they are pasted.
    Paste {
        /// What it is in the terms of who does it.
        deed: Deed,
        /// The cells, and where they go.
        laying: Laying,
    },
    /// Cells put in between others.
    Insert {
        /// What it is in the terms of who does it.
        deed: Deed,
        /// What makes room for them.
        room: Change,
        /// The cells.
        filling: Filling,
    },
    /// The newest change is taken back.
    Undo,
    /// The last undone change is made again.
    Redo,
    /// The book is calculated in another language.
    Language(Locale),
}

/// How far a job has come.
#[derive(Debug)]
pub enum Progress {
    /// It is not done yet.
    Working(Part),
    /// It is done.
    Done(Outcome),
    /// The book is as it was before, because the job was cancelled, or refused for a reason.
    Stopped {
        /// The reason, if it was not cancelled.
        refusal: Option<Refusal>,
        /// What is to be drawn anew, where it was drawn half-way.
        changes: ChangeSet,
    },
}

/// What came of a job. Where there was nothing to do, nothing did.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Outcome {
    /// What is to be drawn anew.
    pub changes: ChangeSet,
    /// What was understood of texts from outside, if it was a paste.
    pub understood: Understood,
}

/// What a job is at, and how much of that is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// What it is at.
    pub stage: Stage,
    /// Cells that are done.
    pub done: u64,
    /// Cells that there are to do, as far as that is known.
    pub total: u64,
}

/// What a job is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// A file is read.
    Reading,
    /// Cells are written.
    Writing,
    /// What depends on them is calculated.
    Calculating,
    /// What was done is taken back.
    TakingBack,
}

/// A job under way.
pub(super) struct Job {
    purpose: Purpose,
    parts: Parts,
    /// What takes back what was written, the newest last.
    inverse: Vec<Change>,
    seen: Seen,
    /// Cells to write, and how many have been.
    total: u64,
    done: u64,
    /// The world as the calculation sees it, once that has begun, and how many cells it began with.
    calculation: Option<(World, u64)>,
    back: Option<Back>,
}

/// What becomes of a job's inverse.
#[derive(Debug)]
enum Purpose {
    /// It can be undone.
    Edit(Deed),
    /// It can be redone.
    Undo(Deed),
    /// It can be undone again.
    Redo(Deed),
    /// The language was another one before.
    Language(Locale),
    /// The caller wants it.
    Aside,
}

/// Why a job is taken back, and what it had not done yet.
struct Back {
    refusal: Option<Refusal>,
    rest: Vec<Change>,
}

/// A job that has come to its end.
struct Ended {
    /// What takes back what was done; for a job that was taken back, what it would have done.
    inverse: Change,
    /// What is to be drawn anew.
    changes: ChangeSet,
    /// Set when the job was taken back: the reason, if it was not cancelled.
    stopped: Option<Option<Refusal>>,
}

/// Begins a job. Refused while another one is under way.
pub fn begin(session: &mut Session, task: Task) -> Result<(), Refusal> {
    if is_under_way(session) {
        return Err(Refusal::of_busy(session.locale));
    }
    let (purpose, parts) = match task {
        Task::Change { deed, change } => (Purpose::Edit(deed), Parts::of(change)),
        Task::Paste { deed, laying } => (Purpose::Edit(deed), Parts::filling(None, Filling::Paste(laying))),
        Task::Insert { deed, room, filling } => (Purpose::Edit(deed), Parts::filling(Some(room), filling)),
        Task::Undo => match session.history.next_undo() {
            Some(step) => (Purpose::Undo(step.deed), Parts::of(step.change)),
            None => return Ok(()),
        },
        Task::Redo => match session.history.next_redo() {
            Some(step) => (Purpose::Redo(step.deed), Parts::of(step.change)),
            None => return Ok(()),
        },
        Task::Language(locale) => {
            session.calculator.note_everything();
            let before = std::mem::replace(&mut session.locale, locale);
            (Purpose::Language(before), Parts::of(Change::Batch(Vec::new())))
        }
    };
    session.job = Some(Box::new(Job::new(purpose, parts)));
    Ok(())
}

/// Goes on with the job until it is done, or until a function that is asked now and then wants a pause.
pub fn advance(session: &mut Session, pause: &mut dyn FnMut() -> bool) -> Progress {
    let Some(mut job) = session.job.take() else { return Progress::Done(Outcome::default()) };
    let Some(ended) = job.advance(session, pause) else {
        let part = job.part(session);
        session.job = Some(job);
        return Progress::Working(part);
    };
    let Ended { inverse, changes, stopped } = ended;
    remember(session, (job.purpose, inverse), stopped.is_some());
    match stopped {
        None => Progress::Done(Outcome { changes, understood: job.parts.understood() }),
        Some(refusal) => Progress::Stopped { refusal, changes },
    }
}

/// Has the job take back what it did. That can be long too, and goes on with [`advance`].
pub fn cancel(session: &mut Session) {
    if let Some(mut job) = session.job.take() {
        job.turn_back(session, None);
        session.job = Some(job);
    }
}

/// Whether a job is under way.
pub fn is_under_way(session: &Session) -> bool {
    session.job.is_some()
}

/// Lets changes that take longer than [`AT_ONCE`] milliseconds be left under way, to be gone on with by [`advance`].
pub fn set_patience(session: &mut Session, patience: Patience) {
    session.patience = Some(patience);
}

/// Does a task, as far as patience lasts, and gives what is to be drawn anew.
pub(super) fn finish(session: &mut Session, task: Task) -> Result<ChangeSet, Refusal> {
    run(session, task).map(|outcome| outcome.changes)
}

/// Does a task, as far as patience lasts.
pub(super) fn run(session: &mut Session, task: Task) -> Result<Outcome, Refusal> {
    begin(session, task)?;
    let mut pause = session.patience.map_or_else(|| Box::new(|| false) as Box<_>, |patience| patience(AT_ONCE));
    loop {
        match advance(session, &mut *pause) {
            Progress::Working(_) if session.patience.is_some() => return Ok(Outcome::default()),
            Progress::Working(_) => {}
            Progress::Done(outcome) => return Ok(outcome),
            Progress::Stopped { refusal, .. } => return refusal.map_or_else(|| Ok(Outcome::default()), Err),
        }
    }
}

/// Makes a change without a pause that undo and redo know nothing of.
pub(super) fn make_aside(session: &mut Session, change: Change) -> Result<(Change, ChangeSet), Refusal> {
    if is_under_way(session) {
        return Err(Refusal::of_busy(session.locale));
    }
    let mut job = Job::new(Purpose::Aside, Parts::of(change));
    loop {
        if let Some(Ended { inverse, changes, stopped }) = job.advance(session, &mut || false) {
            return stopped.flatten().map_or(Ok((inverse, changes)), Err);
        }
    }
}

/// Keeps what a job leaves behind for undo and redo.
fn remember(session: &mut Session, (purpose, change): (Purpose, Change), is_stopped: bool) {
    let (history, at) = (&mut session.history, session.environment.now());
    let author = session.author.clone();
    let step = |deed| Step { deed, change, at, author };
    match (purpose, is_stopped) {
        (Purpose::Edit(deed), false) => history.done(step(deed)),
        // Whoever stops an undo still has it to do.
        (Purpose::Redo(deed), false) | (Purpose::Undo(deed), true) => history.redone(step(deed)),
        (Purpose::Undo(deed), false) | (Purpose::Redo(deed), true) => history.undone(step(deed)),
        (Purpose::Edit(_) | Purpose::Language(_) | Purpose::Aside, _) => {}
    }
}

impl Job {
    fn new(purpose: Purpose, parts: Parts) -> Self {
        let (total, inverse, seen) = (parts.count(), Vec::new(), Seen::default());
        Self { purpose, parts, inverse, seen, total, done: 0, calculation: None, back: None }
    }

    /// Goes on; gives the end when that is reached.
    fn advance(&mut self, session: &mut Session, pause: &mut dyn FnMut() -> bool) -> Option<Ended> {
        while let Some(part) = self.parts.next(session) {
            if let Err(refusal) = part.and_then(|change| self.write(session, change)) {
                self.turn_back(session, Some(refusal));
            }
            if pause() {
                return None;
            }
        }
        let changed = self.calculate(session, pause)?;
        Some(self.end(session, &changed))
    }

    fn write(&mut self, session: &mut Session, change: Change) -> Result<(), Refusal> {
        if matches!(self.purpose, Purpose::Edit(_)) && self.back.is_none() {
            guard::check(session, &change)?;
        }
        let Session { book, calculator, .. } = session;
        let cells = parts::count(&change);
        let applied = edit::apply(book, change, &mut |book, effect| self.seen.take(book, effect, calculator));
        self.inverse.push(applied.map_err(|error| Refusal::of_edit(error, session.locale))?);
        self.done += cells;
        Ok(())
    }

    fn calculate(&mut self, session: &mut Session, pause: &mut dyn FnMut() -> bool) -> Option<CellSet> {
        if self.calculation.is_none() {
            if self.back.is_some() && !session.calculator.is_pending() {
                return Some(CellSet::default());
            }
            self.calculation = Some((session.world(), 0));
        }
        let (world, most) = self.calculation.as_mut()?;
        let changed = session.calculator.settle_some(&mut session.book, world, pause);
        *most = session.calculator.left().max(*most);
        changed
    }

    /// Takes back what was done. What is taken back already stays so.
    fn turn_back(&mut self, session: &mut Session, refusal: Option<Refusal>) {
        if self.back.is_some() {
            return;
        }
        session.calculator.abandon();
        if let Purpose::Language(before) = self.purpose {
            session.locale = before;
        }
        let inverse = std::mem::take(&mut self.inverse);
        let written = std::mem::replace(&mut self.parts, Parts::newest_first(inverse));
        (self.total, self.done, self.calculation) = (self.done, 0, None);
        self.back = Some(Back { refusal, rest: written.rest() });
    }

    fn end(&mut self, session: &mut Session, changed: &CellSet) -> Ended {
        let is_edit = self.back.is_none() && !matches!(self.purpose, Purpose::Language(_));
        session.revision += u64::from(is_edit);
        let mut changes = std::mem::take(&mut self.seen).change_set(session.revision, changed);
        conditional::follow(session, &mut changes);
        let (stopped, rest) = self.back.take().map_or_else(Default::default, |back| (Some(back.refusal), back.rest));
        let inverse = std::mem::take(&mut self.inverse).into_iter().rev().chain(rest).collect();
        Ended { inverse: Change::Batch(inverse), changes, stopped }
    }

    fn part(&self, session: &Session) -> Part {
        let (stage, done, total) = match &self.calculation {
            Some((_, most)) => (Stage::Calculating, most - session.calculator.left(), *most),
            None => (Stage::Writing, self.done, self.total),
        };
        Part { stage: if self.back.is_some() { Stage::TakingBack } else { stage }, done, total }
    }
}
