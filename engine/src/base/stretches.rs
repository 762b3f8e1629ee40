//! Something for stretches of lines. Those that say the same and stand side by side are one.

use super::shift::{LineChange, Shift};

/// A stretch: its first line, its last line and what is said of them.
pub type Stretch<T> = (u32, u32, T);

/// What is said of lines, by stretches in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretches<T> {
    parts: Vec<Stretch<T>>,
}

impl<T> Default for Stretches<T> {
    fn default() -> Self {
        Self { parts: Vec::new() }
    }
}

impl<T: Clone + PartialEq> Stretches<T> {
    /// Whether nothing is said of any line.
    pub const fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// What is said of a line.
    pub fn at(&self, line: u32) -> Option<&T> {
        let (first, _, said) = self.parts.get(self.from(line))?;
        (*first <= line).then_some(said)
    }

    /// What is said of the lines from one to another; `None` for stretches of which nothing is said.
    pub fn cover(&self, first: u32, last: u32) -> Vec<Stretch<Option<&T>>> {
        let (mut cover, mut next) = (Vec::new(), first);
        for (from, to, said) in &self.parts[self.from(first)..] {
            if *from > last {
                break;
            }
            if *from > next {
                cover.push((next, from - 1, None));
            }
            cover.push(((*from).max(first), (*to).min(last), Some(said)));
            next = to.saturating_add(1);
        }
        if next <= last {
            cover.push((next, last, None));
        }
        cover
    }

    /// Says the same of all lines from one to another, or nothing.
    pub fn set(&mut self, first: u32, last: u32, said: Option<T>) {
        self.cut(first);
        self.cut(last.saturating_add(1));
        let at = self.from(first);
        let end = self.from(last.saturating_add(1)).max(at);
        self.parts.splice(at..end, said.map(|said| (first, last, said)));
        self.join(at + 1);
        self.join(at);
    }

    /// Changes what is said of the lines from one to another by stretches, which stay apart even where they come to say the
    /// same.
    pub fn change(&mut self, first: u32, last: u32, change: &mut dyn FnMut(&mut T))
    where
        T: Default,
    {
        self.cut(first);
        self.cut(last.saturating_add(1));
        let blank: Vec<_> = self.cover(first, last).into_iter().filter(|(_, _, said)| said.is_none()).collect();
        let blank: Vec<(u32, u32)> = blank.into_iter().map(|(from, to, _)| (from, to)).collect();
        for (from, to) in blank {
            let at = self.from(from);
            self.parts.insert(at, (from, to, T::default()));
        }
        let (at, end) = (self.from(first), self.from(last.saturating_add(1)));
        self.parts[at..end].iter_mut().for_each(|(_, _, said)| change(said));
    }

    /// Changes all that is said, and forgets stretches of which nothing is said any more.
    pub fn retain(&mut self, keep: &mut dyn FnMut(&mut T) -> bool) {
        self.parts.retain_mut(|(_, _, said)| keep(said));
    }

    /// Moves all along with their lines. What reaches to the last line of the sheet goes on doing so.
    pub fn shift(&mut self, shift: &Shift) {
        let last = shift.axis.limit() - 1;
        let reaches_end = self.parts.last().is_some_and(|(_, end, _)| *end == last);
        self.cut(shift.at);
        let at = self.from(shift.at);
        match shift.change {
            LineChange::Insert(count) => {
                for (first, end, _) in &mut self.parts[at..] {
                    (*first, *end) = (first.saturating_add(count), end.saturating_add(count).min(last));
                }
                self.parts.retain(|(first, _, _)| *first <= last);
            }
            LineChange::Delete(count) => {
                self.cut(shift.at.saturating_add(count));
                let end = self.from(shift.at.saturating_add(count));
                self.parts.drain(at..end);
                self.parts[at..].iter_mut().for_each(|(first, end, _)| (*first, *end) = (*first - count, *end - count));
                if let Some((_, end, _)) =
                    self.parts.last_mut().filter(|(_, end, _)| reaches_end && *end + count == last)
                {
                    *end = last;
                }
                self.join(at);
            }
        }
    }

    /// All stretches in their order.
    pub fn iter(&self) -> impl Iterator<Item = &Stretch<T>> {
        self.parts.iter()
    }

    /// The first stretch that ends at a line or after it.
    fn from(&self, line: u32) -> usize {
        self.parts.partition_point(|(_, last, _)| *last < line)
    }

    /// Makes one stretch two where one line ends and another begins.
    fn cut(&mut self, line: u32) {
        let at = self.from(line);
        if let Some((first, last, said)) = self.parts.get_mut(at).filter(|(first, _, _)| *first < line) {
            let after = (line, *last, said.clone());
            *last = line - 1;
            debug_assert!(*first <= *last, "both parts hold lines");
            self.parts.insert(at + 1, after);
        }
    }

    /// Makes a stretch and the one before it one, where they say the same and stand side by side.
    fn join(&mut self, at: usize) {
        let Some([(_, end, before), (first, last, said)]) = self.parts.get(at.wrapping_sub(1)..=at) else { return };
        if *end + 1 == *first && before == said {
            let last = *last;
            self.parts.remove(at);
            self.parts[at - 1].1 = last;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{AxisKind, MAX_ROWS, SheetId};

    fn said(parts: &[Stretch<char>]) -> Stretches<char> {
        let mut said = Stretches::default();
        parts.iter().for_each(|(first, last, what)| said.set(*first, *last, Some(*what)));
        said
    }

    fn shifted(parts: &[Stretch<char>], at: u32, change: LineChange) -> Vec<Stretch<char>> {
        let mut said = said(parts);
        said.shift(&Shift { sheet: SheetId(0), axis: AxisKind::Rows, at, change });
        said.parts
    }

    #[test]
    fn neighbours_that_say_the_same_are_one() {
        assert_eq!(said(&[(0, 1, 'a'), (4, 5, 'a'), (2, 3, 'a')]).parts, [(0, 5, 'a')]);
        assert_eq!(said(&[(0, 9, 'a'), (3, 4, 'b')]).parts, [(0, 2, 'a'), (3, 4, 'b'), (5, 9, 'a')]);
        let mut whole = said(&[(0, MAX_ROWS - 1, 'a')]);
        whole.set(5, 5, None);
        assert_eq!(whole.at(4).zip(whole.at(6)), Some((&'a', &'a')));
        assert_eq!(whole.cover(4, 6), [(4, 4, Some(&'a')), (5, 5, None), (6, 6, Some(&'a'))]);
        whole.set(5, 5, Some('a'));
        assert_eq!(whole.parts, [(0, MAX_ROWS - 1, 'a')]);
    }

    #[test]
    fn stretches_move_with_their_lines() {
        let parts = [(2, 6, 'a'), (9, 9, 'b')];
        assert_eq!(shifted(&parts, 4, LineChange::Insert(2)), [(2, 3, 'a'), (6, 8, 'a'), (11, 11, 'b')]);
        assert_eq!(shifted(&parts, 3, LineChange::Delete(2)), [(2, 4, 'a'), (7, 7, 'b')]);
        assert_eq!(shifted(&parts, 0, LineChange::Delete(20)), []);
        let whole = [(0, MAX_ROWS - 1, 'a')];
        assert_eq!(shifted(&whole, 3, LineChange::Delete(2)), whole);
        assert_eq!(shifted(&[(5, MAX_ROWS - 2, 'a')], 0, LineChange::Insert(3)), [(8, MAX_ROWS - 1, 'a')]);
    }
}
