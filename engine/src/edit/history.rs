//! Undo and redo: the inverses of what was done, newest last.

use super::change::Change;

/// What can be undone and redone.
#[derive(Debug, Clone, Default)]
pub struct History {
    undo: Vec<Change>,
    redo: Vec<Change>,
}

impl History {
    /// Remembers how to take back a change that was just made; what had been undone can no longer be redone.
    pub fn done(&mut self, inverse: Change) {
        self.undo.push(inverse);
        self.redo.clear();
    }

    /// The change that takes back the newest one.
    pub fn next_undo(&mut self) -> Option<Change> {
        self.undo.pop()
    }

    /// The change that makes the last undone one again.
    pub fn next_redo(&mut self) -> Option<Change> {
        self.redo.pop()
    }

    /// Remembers how to redo what was just undone.
    pub fn undone(&mut self, inverse: Change) {
        self.redo.push(inverse);
    }

    /// Remembers how to undo what was just redone.
    pub fn redone(&mut self, inverse: Change) {
        self.undo.push(inverse);
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to redo.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }
}
