//! Undo and redo: what was done with the inverse of each, newest last.

use std::rc::Rc;

use super::change::Change;
use super::deed::Deed;

/// Something that was done or undone, and the change that turns it round.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it was.
    pub deed: Deed,
    /// What turns it round.
    pub change: Change,
    /// When it was, as a serial number.
    pub at: f64,
    /// Who did it; empty where nobody said.
    pub author: Rc<str>,
}

/// What can be undone and redone.
#[derive(Debug, Clone, Default)]
pub struct History {
    undo: Vec<Step>,
    redo: Vec<Step>,
}

impl History {
    /// Remembers how to take back a change that was just made; what had been undone can no longer be redone.
    pub fn done(&mut self, step: Step) {
        self.undo.push(step);
        self.redo.clear();
    }

    /// What was done last, with the change that takes it back.
    pub fn next_undo(&mut self) -> Option<Step> {
        self.undo.pop()
    }

    /// What was undone last, with the change that makes it again.
    pub fn next_redo(&mut self) -> Option<Step> {
        self.redo.pop()
    }

    /// Remembers how to redo what was just undone.
    pub fn undone(&mut self, step: Step) {
        self.redo.push(step);
    }

    /// Remembers how to undo what was just redone.
    pub fn redone(&mut self, step: Step) {
        self.undo.push(step);
    }

    /// What undo would take back.
    pub fn to_undo(&self) -> Option<&Deed> {
        self.undo.last().map(|step| &step.deed)
    }

    /// What redo would do again.
    pub fn to_redo(&self) -> Option<&Deed> {
        self.redo.last().map(|step| &step.deed)
    }

    /// What was done, the newest first.
    pub fn steps(&self) -> impl Iterator<Item = &Step> {
        self.undo.iter().rev()
    }
}
