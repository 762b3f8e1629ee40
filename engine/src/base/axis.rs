//! Stable identity of rows and columns: a line keeps its id while insertions and deletions move it about.
//! Ids are kept as runs, so a sheet that nobody restructured costs one entry.

use std::cmp::Ordering;

/// Identity of a row or a column, unique within its sheet's axis. The upper half names the writer that made the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LineId(pub u64);

/// Consecutive lines with consecutive ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Id of the first line.
    pub first: u64,
    /// Number of lines.
    pub length: u32,
}

/// The lines of one direction of a sheet, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    runs: Vec<Run>,
}

impl Axis {
    /// An axis of so many untouched lines, whose ids are their positions.
    pub fn new(length: u32) -> Self {
        Self { runs: vec![Run { first: 0, length }] }
    }

    /// An axis from its runs, as a file gives them.
    pub fn from_runs(runs: Vec<Run>) -> Self {
        let mut axis = Self { runs };
        axis.tidy();
        axis
    }

    /// The runs, in order.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Number of lines.
    pub fn length(&self) -> u32 {
        self.runs.iter().map(|run| run.length).sum()
    }

    /// Id of the line at a position; positions past the end have none.
    pub fn id(&self, position: u32) -> Option<LineId> {
        let (run, within) = self.locate(position)?;
        Some(LineId(self.runs[run].first + u64::from(within)))
    }

    /// Present position of a line, or `None` when it was deleted.
    pub fn position(&self, id: LineId) -> Option<u32> {
        let mut start = 0;
        for run in &self.runs {
            if (run.first..run.first + u64::from(run.length)).contains(&id.0) {
                return Some(start + (id.0 - run.first) as u32);
            }
            start += run.length;
        }
        None
    }

    /// The runs of some lines below one another.
    pub fn part(&self, position: u32, count: u32) -> Vec<Run> {
        let mut part = self.clone();
        let from = part.split(position);
        let to = part.split(position.saturating_add(count));
        part.runs.drain(from..to).collect()
    }

    /// Puts new lines before `position`; the lines that fall off the end are given back with their runs.
    pub fn insert(&mut self, position: u32, added: &[Run]) -> Vec<Run> {
        let length = self.length();
        let at = self.split(position.min(length));
        self.runs.splice(at..at, added.iter().copied());
        self.cut(length)
    }

    /// Takes lines away and fills up at the end with `refill`, or with fresh ids above all that exist.
    pub fn remove(&mut self, position: u32, count: u32, refill: &[Run]) -> Vec<Run> {
        let from = self.split(position);
        let to = self.split(position + count);
        let removed: Vec<Run> = self.runs.splice(from..to, []).collect();
        let taken: u32 = removed.iter().map(|run| run.length).sum();
        if refill.is_empty() {
            let fresh = self.runs.iter().chain(&removed).map(|run| run.first + u64::from(run.length)).max();
            self.runs.push(Run { first: fresh.unwrap_or(0), length: taken });
        } else {
            self.runs.extend_from_slice(refill);
        }
        self.tidy();
        removed
    }

    fn cut(&mut self, length: u32) -> Vec<Run> {
        let at = self.split(length);
        let rest = self.runs.split_off(at);
        self.tidy();
        rest
    }

    fn locate(&self, position: u32) -> Option<(usize, u32)> {
        let mut rest = position;
        for (index, run) in self.runs.iter().enumerate() {
            if rest < run.length {
                return Some((index, rest));
            }
            rest -= run.length;
        }
        None
    }

    /// Makes a run begin at `position` and gives its index.
    fn split(&mut self, position: u32) -> usize {
        let Some((index, within)) = self.locate(position) else { return self.runs.len() };
        if within == 0 {
            return index;
        }
        let run = self.runs[index];
        self.runs[index].length = within;
        let rest = Run { first: run.first + u64::from(within), length: run.length - within };
        self.runs.insert(index + 1, rest);
        index + 1
    }

    fn tidy(&mut self) {
        self.runs.retain(|run| run.length > 0);
        self.runs.dedup_by(|next, run| match (run.first + u64::from(run.length)).cmp(&next.first) {
            Ordering::Equal => {
                run.length += next.length;
                true
            }
            _ => false,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_its_id_when_lines_come_before_it() {
        let mut axis = Axis::new(100);
        let fallen = axis.insert(3, &[Run { first: 1 << 32, length: 2 }]);
        assert_eq!(axis.position(LineId(3)), Some(5));
        assert_eq!(axis.id(3), Some(LineId(1 << 32)));
        assert_eq!((axis.length(), fallen), (100, vec![Run { first: 98, length: 2 }]));
    }

    #[test]
    fn removing_what_was_inserted_gives_the_axis_back() {
        let mut axis = Axis::new(100);
        let fallen = axis.insert(3, &[Run { first: 1 << 32, length: 2 }]);
        axis.remove(3, 2, &fallen);
        assert_eq!(axis, Axis::new(100));
    }
}
