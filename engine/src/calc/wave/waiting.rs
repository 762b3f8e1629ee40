//! Cells that wait for others. There is no recursion: those that wait stand in a list, each waiting for the one after it.

use super::super::circles::Held;
use super::super::groups::Asked;
use super::{Outcome, Wave};
use crate::base::Place;
use crate::value::{CellError, Number, Value};

impl Wave<'_> {
    /// Brings waiting cells up to date, the last one first.
    pub(super) fn bring_up(&mut self) {
        while let Some(cell) = self.work.waiting.last().copied().filter(|_| !self.pauses.ask_sometimes()) {
            match self.look_at(cell) {
                Outcome::Done => {
                    self.work.waiting.pop();
                    self.work.under_way.remove(&cell);
                }
                Outcome::Waits(other) if other == cell || self.work.under_way.contains(&other) => {
                    self.meet_circle(other);
                }
                Outcome::Waits(other) => {
                    self.work.under_way.insert(cell);
                    self.work.waiting.push(other);
                }
            }
        }
    }

    /// Deals with the waiting cells from one on, which wait for one another.
    fn meet_circle(&mut self, first: Place) {
        let waiting = &mut self.work.waiting;
        let start = waiting.iter().rposition(|waits| *waits == first).unwrap_or(0);
        let circle = waiting.split_off(start);
        if self.open_circle(&circle) {
            circle.iter().for_each(|member| _ = self.work.under_way.remove(member));
            self.work.waiting.push(first);
        } else if self.book.iteration.is_some() {
            self.work.waiting.extend(circle);
            self.hold(first);
        } else {
            for member in circle {
                self.work.under_way.remove(&member);
                self.close_circle(member);
            }
        }
    }

    fn look_at(&mut self, place: Place) -> Outcome {
        match self.book.formula(place).cloned() {
            Some(formula) => self.calculate_cell(place, &formula),
            None => match self.awaited(place) {
                Some(anchor) => Outcome::Waits(anchor),
                None => {
                    self.work.stale.remove(place);
                    Outcome::Done
                }
            },
        }
    }

    /// Lets a cell of a circle keep the value it has until its own turn comes. One that was an error for being in a circle
    /// begins at zero.
    fn hold(&mut self, place: Place) {
        if self.book.value(place) == Value::Error(CellError::Circular) {
            self.store(place, Value::Number(Number::ZERO));
        }
        self.work.stale.remove(place);
        self.work.held.push(Held { place, before: self.book.value(place) });
    }

    fn close_circle(&mut self, place: Place) {
        if let Some(trace) = &mut self.trace {
            trace.circular.push(place);
        }
        // It never came to ask for all it needs, so it depends on whole ranges until it is calculated.
        self.maintained.borrow_mut().groups.note(place, Asked { groups: Vec::new(), refused: true });
        self.finish(place, Value::Error(CellError::Circular));
    }
}
