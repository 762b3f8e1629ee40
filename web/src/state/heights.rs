//! Where the rows of a sheet stand. All are one line high but those whose texts are wrapped, and only these are kept.

use super::gaps::Gaps;

/// Rows and their heights, in pixels.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RowHeights {
    /// Height of a row of one line.
    row: f64,
    /// Height of each further line.
    line: f64,
    tall: Vec<TallRow>,
    hidden: Gaps,
}

/// A row of several lines.
#[derive(Debug, Clone, Copy, PartialEq)]
struct TallRow {
    row: u32,
    /// How many shown rows stand before it.
    ordinal: u32,
    lines: u32,
    /// Further lines of this row and all before it.
    extra: u32,
}

impl RowHeights {
    /// Rows of a height, and of so many lines where there are several; these in the order of the rows.
    pub fn new(row: f64, line: f64, lines: impl Iterator<Item = (u32, u32)>, hidden: Gaps) -> Self {
        let mut extra = 0;
        let tall = lines.filter(|(row, lines)| *lines > 1 && !hidden.holds(*row)).map(|(row, lines)| {
            extra += lines - 1;
            TallRow { row, ordinal: hidden.ordinal(row), lines, extra }
        });
        Self { row, line, tall: tall.collect(), hidden }
    }

    /// The rows that are not shown.
    pub const fn hidden(&self) -> &Gaps {
        &self.hidden
    }

    /// Lines of a row.
    pub fn lines(&self, row: u32) -> u32 {
        self.tall.binary_search_by_key(&row, |tall| tall.row).map_or(1, |index| self.tall[index].lines)
    }

    /// Rows of several lines, with their lines.
    pub fn tall(&self) -> impl Iterator<Item = (u32, u32)> + '_ {
        self.tall.iter().map(|tall| (tall.row, tall.lines))
    }

    /// Height of a row; a hidden one has none.
    pub fn height(&self, row: u32) -> f64 {
        if self.hidden.holds(row) { 0.0 } else { self.row + f64::from(self.lines(row) - 1) * self.line }
    }

    /// Distance of a row from the first.
    pub fn top(&self, row: u32) -> f64 {
        self.top_of(self.hidden.ordinal(row))
    }

    /// The row at a distance from the first.
    pub fn at(&self, y: f64) -> u32 {
        self.hidden.line(self.ordinal_at(y))
    }

    fn top_of(&self, ordinal: u32) -> f64 {
        let before = self.tall.partition_point(|tall| tall.ordinal < ordinal);
        let extra = before.checked_sub(1).map_or(0, |index| self.tall[index].extra);
        f64::from(ordinal) * self.row + f64::from(extra) * self.line
    }

    fn ordinal_at(&self, y: f64) -> u32 {
        let begun = self.tall.partition_point(|tall| self.top_of(tall.ordinal) <= y);
        let Some(tall) = begun.checked_sub(1).map(|index| self.tall[index].ordinal) else { return self.steps(y) };
        let below = y - self.top_of(tall + 1);
        if below < 0.0 { tall } else { tall + 1 + self.steps(below) }
    }

    fn steps(&self, distance: f64) -> u32 {
        if self.row > 0.0 { (distance / self.row).floor().max(0.0) as u32 } else { 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights() -> RowHeights {
        RowHeights::new(24.0, 20.0, [(2, 2), (3, 1), (5, 3)].into_iter(), Gaps::default())
    }

    #[test]
    fn tall_rows_push_those_below_down() {
        let heights = heights();
        let tops: Vec<_> = (0..8).map(|row| heights.top(row)).collect();
        assert_eq!(tops, [0.0, 24.0, 48.0, 92.0, 116.0, 140.0, 204.0, 228.0]);
        assert_eq!((heights.height(2), heights.height(3), heights.height(5)), (44.0, 24.0, 64.0));
    }

    #[test]
    fn the_row_at_a_place_holds_it() {
        let heights = heights();
        for row in 0..12 {
            assert_eq!(heights.at(heights.top(row)), row);
            assert_eq!(heights.at(heights.top(row + 1) - 0.5), row);
        }
    }

    #[test]
    fn rows_without_height_are_all_the_first() {
        assert_eq!(RowHeights::default().at(100.0), 0);
    }

    #[test]
    fn hidden_rows_take_no_room() {
        let hidden = Gaps::new([(2, 3), (6, 1_048_575)]);
        let heights = RowHeights::new(24.0, 20.0, [(2, 2), (5, 3)].into_iter(), hidden);
        let tops: Vec<_> = [0, 2, 3, 4, 5, 6, 9].into_iter().map(|row| heights.top(row)).collect();
        assert_eq!(tops, [0.0, 48.0, 48.0, 48.0, 72.0, 136.0, 136.0]);
        assert_eq!((heights.height(2), heights.height(5)), (0.0, 64.0));
        assert_eq!([50.0, 80.0, 135.0].map(|y| heights.at(y)), [4, 5, 5]);
    }
}
