//! What one undo takes back: a pasted block is many changes of the session and one step for the person who pasted it.

/// The sizes of the steps that can be undone and redone, in changes of the session.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steps {
    undo: Vec<u32>,
    redo: Vec<u32>,
}

impl Steps {
    /// Remembers a step of so many changes; what had been undone can no longer be redone.
    pub fn done(&mut self, changes: u32) {
        if changes > 0 {
            self.undo.push(changes);
            self.redo.clear();
        }
    }

    /// How many changes the next undo takes back.
    pub fn undone(&mut self) -> u32 {
        travel(&mut self.undo, &mut self.redo)
    }

    /// How many changes the next redo makes again.
    pub fn redone(&mut self) -> u32 {
        travel(&mut self.redo, &mut self.undo)
    }
}

fn travel(from: &mut Vec<u32>, to: &mut Vec<u32>) -> u32 {
    let Some(changes) = from.pop() else { return 0 };
    to.push(changes);
    changes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_taken_back_and_made_again_whole() {
        let mut steps = Steps::default();
        [1, 4, 2].into_iter().for_each(|changes| steps.done(changes));
        assert_eq!((steps.undone(), steps.undone(), steps.redone()), (2, 4, 4));
        steps.done(7);
        assert_eq!((steps.redone(), steps.undone(), steps.undone(), steps.undone()), (0, 7, 4, 1));
        assert_eq!(steps.undone(), 0);
    }

    #[test]
    fn a_step_without_changes_is_none() {
        let mut steps = Steps::default();
        steps.done(0);
        assert_eq!(steps.undone(), 0);
    }
}
