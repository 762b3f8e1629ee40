//! Lines that are not shown. Those that are shown have an ordinal: how many shown ones stand before them.

/// Hidden lines as stretches of neighbours.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Gaps {
    gaps: Vec<Gap>,
}

/// Hidden neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Gap {
    first: u32,
    last: u32,
    /// Hidden lines up to the last of these.
    hidden: u32,
}

impl Gap {
    /// How many shown lines stand before it.
    const fn ordinal(self) -> u32 {
        self.last + 1 - self.hidden
    }
}

impl Gaps {
    /// Stretches in ascending order, each with its first and last line.
    pub fn new(stretches: impl IntoIterator<Item = (u32, u32)>) -> Self {
        let mut hidden = 0;
        let gaps = stretches.into_iter().map(|(first, last)| {
            hidden += last - first + 1;
            Gap { first, last, hidden }
        });
        Self { gaps: gaps.collect() }
    }

    /// Whether a line is hidden.
    pub fn holds(&self, line: u32) -> bool {
        self.reaching(line).is_some_and(|gap| gap.first <= line)
    }

    /// How many shown lines stand before a line.
    pub fn ordinal(&self, line: u32) -> u32 {
        let begun = self.gaps.partition_point(|gap| gap.first < line);
        let Some(gap) = begun.checked_sub(1).map(|index| self.gaps[index]) else { return line };
        if line > gap.last { line - gap.hidden } else { gap.ordinal() }
    }

    /// The shown line of an ordinal.
    pub fn line(&self, ordinal: u32) -> u32 {
        let passed = self.gaps.partition_point(|gap| gap.ordinal() <= ordinal);
        passed.checked_sub(1).map_or(ordinal, |index| ordinal.saturating_add(self.gaps[index].hidden))
    }

    /// The first shown line from one on; it may lie past the end of the sheet.
    pub fn onward(&self, line: u32) -> u32 {
        self.reaching(line).filter(|gap| gap.first <= line).map_or(line, |gap| gap.last + 1)
    }

    /// The last shown line up to one, if there is any.
    pub fn back(&self, line: u32) -> Option<u32> {
        match self.reaching(line).filter(|gap| gap.first <= line) {
            Some(gap) => gap.first.checked_sub(1),
            None => Some(line),
        }
    }

    /// The nearest shown line from one on, one way or the other.
    pub fn toward(&self, line: u32, onward: bool) -> Option<u32> {
        if onward { Some(self.onward(line)) } else { self.back(line) }
    }

    /// The shown lines of a stretch.
    pub fn shown(&self, lines: std::ops::Range<u32>) -> impl Iterator<Item = u32> + '_ {
        let next = move |line: u32| Some(self.onward(line)).filter(|line| *line < lines.end);
        std::iter::successors(next(lines.start), move |line| next(line + 1))
    }

    /// Whether lines are hidden just before a line.
    pub fn end_at(&self, line: u32) -> bool {
        line.checked_sub(1).is_some_and(|before| self.holds(before))
    }

    /// The first gap that ends at a line or after it.
    fn reaching(&self, line: u32) -> Option<Gap> {
        self.gaps.get(self.gaps.partition_point(|gap| gap.last < line)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps() -> Gaps {
        Gaps::new([(2, 3), (6, 6), (9, 11)])
    }

    #[test]
    fn shown_lines_are_counted() {
        let gaps = gaps();
        let shown: Vec<u32> = gaps.shown(0..15).collect();
        assert_eq!(shown, [0, 1, 4, 5, 7, 8, 12, 13, 14]);
        for (ordinal, line) in (0..).zip(&shown) {
            assert_eq!((gaps.ordinal(*line), gaps.line(ordinal)), (ordinal, *line));
            assert!(!gaps.holds(*line));
        }
        assert_eq!([2, 3, 6, 10].map(|line| gaps.ordinal(line)), [2, 2, 4, 6]);
    }

    #[test]
    fn a_hidden_line_gives_way_to_its_neighbours() {
        let gaps = gaps();
        assert_eq!([2, 3, 4, 10].map(|line| gaps.onward(line)), [4, 4, 4, 12]);
        assert_eq!([2, 3, 4, 10].map(|line| gaps.back(line)), [1, 1, 4, 8].map(Some));
        assert_eq!(Gaps::new([(0, 4)]).back(3), None);
        assert!(gaps.end_at(4) && gaps.end_at(12) && !gaps.end_at(5) && !gaps.end_at(0));
    }

    #[test]
    fn a_whole_sheet_can_be_hidden() {
        let gaps = Gaps::new([(0, 1_048_575)]);
        assert_eq!((gaps.ordinal(1_048_576), gaps.line(0), gaps.shown(0..1_048_576).count()), (0, 1_048_576, 0));
    }
}
