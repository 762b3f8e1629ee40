//! Sets of whole numbers kept as disjoint intervals: which rows of a column are stale, which have changed.

use std::collections::BTreeMap;

/// A set of `u32` kept as disjoint, non-adjacent intervals with both ends inside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IntervalSet {
    intervals: BTreeMap<u32, u32>,
}

impl IntervalSet {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.intervals.is_empty()
    }

    /// The intervals in ascending order.
    pub fn intervals(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.intervals.iter().map(|(first, last)| (*first, *last))
    }

    /// Whether a number is in it.
    pub fn contains(&self, number: u32) -> bool {
        self.intervals.range(..=number).next_back().is_some_and(|(_, last)| *last >= number)
    }

    /// The smallest member between two numbers, both included.
    pub fn first_within(&self, first: u32, last: u32) -> Option<u32> {
        if self.contains(first) {
            return Some(first);
        }
        if first == last {
            return None;
        }
        self.intervals.range(first + 1..=last).next().map(|(start, _)| *start)
    }

    /// Adds an interval and gives the parts of it that were not there before.
    pub fn insert(&mut self, first: u32, last: u32) -> Vec<(u32, u32)> {
        let (mut start, mut end) = (first, last);
        let mut fresh = Vec::new();
        let mut next = first;
        let touching: Vec<(u32, u32)> = self.touching(first, last).collect();
        for (from, to) in touching {
            if next < from {
                fresh.push((next, from - 1));
            }
            next = next.max(to.saturating_add(1));
            (start, end) = (start.min(from), end.max(to));
            self.intervals.remove(&from);
        }
        if next <= last {
            fresh.push((next, last));
        }
        self.intervals.insert(start, end);
        fresh
    }

    /// Takes one number out.
    pub fn remove(&mut self, number: u32) {
        let Some((&first, &last)) = self.intervals.range(..=number).next_back() else { return };
        if last < number {
            return;
        }
        self.intervals.remove(&first);
        if first < number {
            self.intervals.insert(first, number - 1);
        }
        if number < last {
            self.intervals.insert(number + 1, last);
        }
    }

    /// Intervals that overlap or stand beside the given one, ascending.
    fn touching(&self, first: u32, last: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let before = self.intervals.range(..first).next_back().filter(|(_, to)| to.saturating_add(1) >= first);
        before.into_iter().chain(self.intervals.range(first..=last.saturating_add(1))).map(|(from, to)| (*from, *to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adding_gives_back_only_what_is_new() {
        let mut set = IntervalSet::default();
        assert_eq!(set.insert(5, 9), vec![(5, 9)]);
        assert_eq!(set.insert(2, 12), vec![(2, 4), (10, 12)]);
        assert_eq!(set.insert(3, 4), vec![]);
        assert_eq!(set.insert(13, 13), vec![(13, 13)]);
        assert_eq!(set.intervals().collect::<Vec<_>>(), vec![(2, 13)]);
    }

    #[test]
    fn removing_splits_an_interval() {
        let mut set = IntervalSet::default();
        set.insert(1, 3);
        set.remove(2);
        assert_eq!(set.intervals().collect::<Vec<_>>(), vec![(1, 1), (3, 3)]);
        assert_eq!(set.first_within(2, 9), Some(3));
        assert_eq!(set.first_within(4, 9), None);
    }
}
