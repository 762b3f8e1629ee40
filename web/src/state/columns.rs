//! Where the columns of a sheet stand, in pixels from the left edge of the first.

use super::gaps::Gaps;

/// Space beside the text on both sides of a cell, in pixels.
pub const PADDING: f64 = 14.0;

/// The left edges of the columns that are laid out, and the right edge of the last.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Columns {
    edges: Vec<f64>,
    hidden: Gaps,
}

impl Columns {
    /// Lays out so many columns; widths are given in digits of so many pixels, and hidden ones have none.
    pub fn lay_out(count: u32, digit: f64, hidden: Gaps, width: impl Fn(u32) -> f32) -> Self {
        let mut edge = 0.0;
        let pixels = |column: u32| (f64::from(width(column)) * digit + PADDING).round();
        let widths = (0..count).map(|column| if hidden.holds(column) { 0.0 } else { pixels(column) });
        let edges = std::iter::once(0.0).chain(widths.map(|width| {
            edge += width;
            edge
        }));
        Self { edges: edges.collect(), hidden }
    }

    /// The columns that are not shown.
    pub const fn hidden(&self) -> &Gaps {
        &self.hidden
    }

    /// Number of columns that are laid out.
    pub fn count(&self) -> u32 {
        self.edges.len().saturating_sub(1) as u32
    }

    /// Left edge of a column; columns past the last stand at its right edge.
    pub fn left(&self, column: u32) -> f64 {
        let last = self.edges.len().saturating_sub(1);
        self.edges.get(last.min(column as usize)).copied().unwrap_or_default()
    }

    /// Width of a column.
    pub fn width(&self, column: u32) -> f64 {
        self.left(column + 1) - self.left(column)
    }

    /// Width of all columns together.
    pub fn total(&self) -> f64 {
        self.edges.last().copied().unwrap_or_default()
    }

    /// The column at a distance from the left; outside, the nearest one.
    pub fn at(&self, x: f64) -> u32 {
        let passed = self.edges.partition_point(|edge| *edge <= x) as u32;
        passed.saturating_sub(1).min(self.count().saturating_sub(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Columns {
        Columns::lay_out(4, 8.0, Gaps::default(), |column| if column == 0 { 30.0 } else { 10.0 })
    }

    #[test]
    fn widths_are_digits_and_padding() {
        assert_eq!(columns().width(0), 254.0);
        assert_eq!(columns().left(2), 254.0 + 94.0);
        assert_eq!(columns().total(), 254.0 + 3.0 * 94.0);
    }

    #[test]
    fn the_column_at_a_place_holds_it() {
        let columns = columns();
        for column in 0..4 {
            assert_eq!(columns.at(columns.left(column)), column);
            assert_eq!(columns.at(columns.left(column + 1) - 0.5), column);
        }
    }

    #[test]
    fn places_outside_give_the_nearest_column() {
        assert_eq!(columns().at(-5.0), 0);
        assert_eq!(columns().at(1e9), 3);
        assert_eq!(Columns::default().at(10.0), 0);
    }

    #[test]
    fn hidden_columns_take_no_room() {
        let columns = Columns::lay_out(5, 8.0, Gaps::new([(1, 1), (4, 4)]), |_| 10.0);
        assert_eq!((columns.width(1), columns.left(2), columns.total()), (0.0, 94.0, 3.0 * 94.0));
        assert_eq!([93.0, 94.0, 200.0].map(|x| columns.at(x)), [0, 2, 3]);
    }
}
