//! Which rows or columns are drawn: those that stay in sight, and those in sight of the others. Hidden ones are not.

/// Lines that are drawn, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Drawn {
    lines: Vec<u32>,
    /// How many of them stay in sight.
    frozen: usize,
}

impl Drawn {
    /// Lines that stay in sight, and others after them.
    pub fn new(frozen: impl Iterator<Item = u32>, scrolled: impl Iterator<Item = u32>) -> Self {
        let mut lines: Vec<u32> = frozen.collect();
        let frozen = lines.len();
        lines.extend(scrolled);
        Self { lines, frozen }
    }

    /// All of them.
    pub fn lines(&self) -> &[u32] {
        &self.lines
    }

    /// Those that stay in sight.
    pub fn frozen(&self) -> &[u32] {
        &self.lines[..self.frozen]
    }

    /// Those that are scrolled.
    pub fn scrolled(&self) -> &[u32] {
        &self.lines[self.frozen..]
    }

    /// Whether a line is drawn.
    pub fn holds(&self, line: u32) -> bool {
        self.lines.binary_search(&line).is_ok()
    }

    /// Whether any line between two is drawn.
    pub fn meets(&self, first: u32, last: u32) -> bool {
        self.lines.get(self.lines.partition_point(|line| *line < first)).is_some_and(|line| *line <= last)
    }

    /// Whether the scrolled lines begin right after those that stay in sight.
    pub fn is_joined(&self) -> bool {
        self.frozen().last().zip(self.scrolled().first()).is_none_or(|(last, first)| last + 1 == *first)
    }
}

impl From<std::ops::Range<u32>> for Drawn {
    fn from(lines: std::ops::Range<u32>) -> Self {
        Self::new(std::iter::empty(), lines)
    }
}
