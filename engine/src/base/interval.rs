//! Sets of whole numbers kept as disjoint intervals: which rows of a column are stale, which have changed. Intervals
//! stand in one sorted list, because rows are mostly added and taken at the ends of a few long ones.

use super::shift::{LineChange, Shift};

/// A set of `u32` kept as disjoint, non-adjacent intervals with both ends inside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IntervalSet {
    intervals: Vec<(u32, u32)>,
}

impl IntervalSet {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.intervals.is_empty()
    }

    /// The intervals in ascending order.
    pub fn intervals(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.intervals.iter().copied()
    }

    /// Whether a number is in it.
    pub fn contains(&self, number: u32) -> bool {
        self.intervals.get(self.reaching(number)).is_some_and(|(first, _)| *first <= number)
    }

    /// Whether all numbers between two are in it, both included.
    pub fn covers(&self, first: u32, last: u32) -> bool {
        self.intervals.get(self.reaching(first)).is_some_and(|(start, end)| *start <= first && *end >= last)
    }

    /// The smallest member between two numbers, both included.
    pub fn first_within(&self, first: u32, last: u32) -> Option<u32> {
        let (start, _) = self.intervals.get(self.reaching(first))?;
        let found = first.max(*start);
        (found <= last).then_some(found)
    }

    /// The parts of an interval that are in it.
    pub fn within(&self, first: u32, last: u32) -> impl Iterator<Item = (u32, u32)> + '_ {
        let reached = self.intervals[self.reaching(first)..].iter().take_while(move |(start, _)| *start <= last);
        reached.map(move |(start, end)| (first.max(*start), last.min(*end)))
    }

    /// Adds an interval and gives the parts of it that were not there before.
    pub fn insert(&mut self, first: u32, last: u32) -> Vec<(u32, u32)> {
        let (from, to) = self.touching(first, last);
        let touched = &self.intervals[from..to];
        let mut fresh = Vec::new();
        let mut next = first;
        for (start, end) in touched {
            if next < *start {
                fresh.push((next, start - 1));
            }
            next = next.max(end.saturating_add(1));
        }
        if next <= last {
            fresh.push((next, last));
        }
        let start = touched.first().map_or(first, |(start, _)| first.min(*start));
        let end = touched.last().map_or(last, |(_, end)| last.max(*end));
        self.intervals.splice(from..to, [(start, end)]);
        fresh
    }

    /// Adds one number.
    pub fn add(&mut self, number: u32) {
        match self.intervals.last_mut() {
            Some((_, last)) if *last + 1 == number => *last = number,
            Some((_, last)) if *last >= number => _ = self.insert(number, number),
            _ => self.intervals.push((number, number)),
        }
    }

    /// Takes one number out.
    pub fn remove(&mut self, number: u32) {
        let at = self.reaching(number);
        let Some(&(first, last)) = self.intervals.get(at).filter(|(first, _)| *first <= number) else { return };
        match (first == number, last == number) {
            (true, true) => _ = self.intervals.remove(at),
            (true, false) => self.intervals[at].0 = number + 1,
            (false, true) => self.intervals[at].1 = number - 1,
            (false, false) => {
                self.intervals[at].1 = number - 1;
                self.intervals.insert(at + 1, (number + 1, last));
            }
        }
    }

    /// Takes all numbers between two out, both included.
    pub fn remove_between(&mut self, first: u32, last: u32) {
        let from = self.reaching(first);
        let to = from + self.intervals[from..].partition_point(|(start, _)| *start <= last);
        let touched = &self.intervals[from..to];
        let before = touched.first().filter(|(start, _)| *start < first).map(|(start, _)| (*start, first - 1));
        let after = touched.last().filter(|(_, end)| *end > last).map(|(_, end)| (last + 1, *end));
        self.intervals.splice(from..to, before.into_iter().chain(after));
    }

    /// Moves the numbers from one on up; an interval that holds numbers before and after is cut in two.
    pub fn open(&mut self, at: u32, count: u32) {
        let from = self.reaching(at);
        if let Some(&(first, last)) = self.intervals.get(from).filter(|(first, _)| *first < at) {
            self.intervals.splice(from..=from, [(first, at - 1), (at, last)]);
        }
        let moved = self.intervals.iter_mut().skip_while(|(first, _)| *first < at);
        moved.for_each(|(first, last)| (*first, *last) = (first.saturating_add(count), last.saturating_add(count)));
    }

    /// Takes so many numbers from one on out and moves those after them down.
    pub fn close(&mut self, at: u32, count: u32) {
        self.remove_between(at, at.saturating_add(count - 1));
        let from = self.reaching(at);
        self.intervals[from..].iter_mut().for_each(|(first, last)| (*first, *last) = (*first - count, *last - count));
        if let Some(&(first, last)) = self.intervals.get(from)
            && from > 0
            && self.intervals[from - 1].1 + 1 == first
        {
            self.intervals[from - 1].1 = last;
            self.intervals.remove(from);
        }
    }

    /// Moves lines along when others come or go. What is pushed out of the sheet is lost, and what comes in is not in the
    /// set.
    pub fn shift(&mut self, shift: &Shift) {
        match shift.change {
            LineChange::Insert(count) => {
                self.open(shift.at, count);
                self.remove_between(shift.axis.limit(), u32::MAX);
            }
            LineChange::Delete(count) => self.close(shift.at, count),
        }
    }

    /// Index of the first interval that ends at a number or after it.
    fn reaching(&self, number: u32) -> usize {
        match self.intervals.first() {
            Some((_, last)) if *last >= number => 0,
            _ => self.intervals.partition_point(|(_, last)| *last < number),
        }
    }

    /// The intervals that overlap or stand beside the given one, as a range of indices.
    fn touching(&self, first: u32, last: u32) -> (usize, usize) {
        let from = self.intervals.partition_point(|(_, end)| end.saturating_add(1) < first);
        let to = self.intervals.partition_point(|(start, _)| *start <= last.saturating_add(1));
        (from, to.max(from))
    }
}

impl Extend<u32> for IntervalSet {
    fn extend<I: IntoIterator<Item = u32>>(&mut self, numbers: I) {
        numbers.into_iter().for_each(|number| self.add(number));
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
        set.add(14);
        set.add(3);
        set.add(20);
        assert_eq!(set.intervals().collect::<Vec<_>>(), vec![(2, 14), (20, 20)]);
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

    #[test]
    fn members_move_when_numbers_come_and_go() {
        let mut set = IntervalSet::default();
        set.insert(2, 5);
        set.insert(8, 9);
        set.open(4, 2);
        assert_eq!(set.intervals().collect::<Vec<_>>(), vec![(2, 3), (6, 7), (10, 11)]);
        set.close(4, 2);
        assert_eq!(set.intervals().collect::<Vec<_>>(), vec![(2, 5), (8, 9)]);
        set.close(5, 3);
        assert_eq!(set.intervals().collect::<Vec<_>>(), vec![(2, 6)]);
        set.close(0, 9);
        assert!(set.is_empty());
    }

    #[test]
    fn agrees_with_a_plain_set() {
        let mut set = IntervalSet::default();
        let mut plain = std::collections::BTreeSet::new();
        let mut state = 7_u32;
        for _ in 0..5_000 {
            state = state.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            let (first, length) = (state >> 8 & 63, state >> 16 & 7);
            if state >> 30 & 1 == 0 {
                set.remove_between(first, first + length);
                (first..=first + length).for_each(|number| _ = plain.remove(&number));
            } else if state >> 29 & 1 == 0 {
                set.remove(first);
                plain.remove(&first);
            } else if length == 0 {
                set.add(first);
                plain.insert(first);
            } else {
                let fresh = set.insert(first, first + length);
                let new: Vec<u32> = (first..=first + length).filter(|number| plain.insert(*number)).collect();
                assert_eq!(fresh.into_iter().flat_map(|(from, to)| from..=to).collect::<Vec<_>>(), new);
            }
            let all: Vec<u32> = set.intervals().flat_map(|(from, to)| from..=to).collect();
            assert_eq!(all, plain.iter().copied().collect::<Vec<_>>());
            let within: Vec<u32> = set.within(first, first + 9).flat_map(|(from, to)| from..=to).collect();
            assert_eq!(within, plain.range(first..=first + 9).copied().collect::<Vec<_>>());
            assert_eq!(set.contains(first), plain.contains(&first));
            assert_eq!(set.covers(first, first + 3), (first..=first + 3).all(|number| plain.contains(&number)));
            assert_eq!(set.first_within(first, first + 9), plain.range(first..=first + 9).next().copied());
        }
    }
}
