//! Which part of the sheet is seen: from pixels to rows and columns, and how far to scroll so that a cell is seen. The
//! canvas reaches a little past what is used and grows as one moves, because browsers limit how tall an element may be.

use std::ops::Range;

use tertial_engine::session::{Address, Extent, Frozen, MAX_COLUMNS, MAX_ROWS};

use crate::platform::measure::{Scroll, Size};

use super::carrying::Carry;
use super::columns::Columns;
use super::drawn::Drawn;
use super::heights::RowHeights;
use super::layout::Edge;

/// Most rows of a canvas; browsers cut taller ones off.
const MAX_CANVAS_ROWS: u32 = 400_000;
/// Empty rows and columns past the used part.
const MARGIN_ROWS: u32 = 40;
const MARGIN_COLUMNS: u32 = 12;
/// Rows and columns drawn just outside the seen part, so that a small scroll shows no gap.
const OVERSCAN_ROWS: u32 = 3;
const OVERSCAN_COLUMNS: u32 = 1;
/// Rows, and digits across, that must be left to scroll beside what stays in sight.
const SCROLLED_ROWS: f64 = 4.0;
const SCROLLED_DIGITS: f64 = 20.0;

/// Sizes of the grid's parts on this screen, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Metrics {
    /// Height of a row of one line.
    pub row: f64,
    /// Height of each further line.
    pub line: f64,
    /// Width of a digit.
    pub digit: f64,
    /// Height of the column letters.
    pub header_height: f64,
    /// Width of the row numbers.
    pub header_width: f64,
}

/// The seen part of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Viewport {
    /// Size of the part on screen, headers included.
    pub size: Size,
    /// How far the canvas is scrolled.
    pub scroll: Scroll,
    /// Grows each time the program, and not the user, scrolls.
    pub scrolled: u32,
    /// Whether the program scrolled last. It goes where it goes at once; a hand goes on past what is seen.
    pub jumped: bool,
    /// Sizes of the grid's parts.
    pub metrics: Metrics,
    /// Row at the top of the canvas; not zero only far down a sheet.
    pub base: u32,
    /// Rows of the canvas.
    pub rows: u32,
    /// Rows and columns that stay in sight. They stand at the canvas's beginning, wherever it begins.
    pub frozen: Frozen,
    /// Selected lines while the pointer takes them elsewhere.
    pub carry: Option<Carry>,
    /// The edge of a column while it is pulled.
    pub edge: Option<Edge>,
}

impl Viewport {
    /// Whether the screen has been measured.
    pub fn is_measured(&self) -> bool {
        self.metrics.row > 0.0 && self.metrics.digit > 0.0 && self.size.height > 0.0
    }

    /// Keeps rows and columns in sight, unless they leave no room to scroll the others.
    pub fn freeze(&mut self, wanted: Frozen, columns: &Columns, heights: &RowHeights) {
        let height = heights.top(wanted.rows) + SCROLLED_ROWS * self.metrics.row;
        let width = columns.left(wanted.columns) + SCROLLED_DIGITS * self.metrics.digit;
        self.frozen = Frozen {
            rows: if height <= self.body_height() { wanted.rows } else { 0 },
            columns: if width <= self.body_width() { wanted.columns } else { 0 },
        };
    }

    /// Height of the rows that stay in sight.
    pub fn frozen_height(&self, heights: &RowHeights) -> f64 {
        heights.top(self.frozen.rows)
    }

    /// Width of the columns that stay in sight.
    pub fn frozen_width(&self, columns: &Columns) -> f64 {
        columns.left(self.frozen.columns)
    }

    /// Rows seen, wholly or in part, without those that stay in sight.
    pub fn seen_rows(&self, heights: &RowHeights) -> Range<u32> {
        if !self.is_measured() {
            return 0..0;
        }
        let first = self.row_at(self.scroll.top + self.frozen_height(heights), heights);
        let last = self.row_at(self.scroll.top + self.body_height() - 0.5, heights);
        first..(last.max(first) + 1).min(MAX_ROWS)
    }

    /// Columns seen, wholly or in part, without those that stay in sight.
    pub fn seen_columns(&self, columns: &Columns) -> Range<u32> {
        if !self.is_measured() {
            return 0..0;
        }
        let (left, right) = (self.scroll.left + self.frozen_width(columns), self.scroll.left + self.body_width());
        columns.at(left)..(columns.at(right) + 1).min(columns.count())
    }

    /// Rows to draw.
    pub fn drawn_rows(&self, heights: &RowHeights) -> Drawn {
        let (seen, hidden) = (self.seen_rows(heights), heights.hidden());
        let beyond = if self.jumped { 0 } else { OVERSCAN_ROWS };
        let start = hidden.line(hidden.ordinal(seen.start).saturating_sub(beyond)).max(self.origin());
        let end = hidden.line(hidden.ordinal(seen.end).saturating_add(beyond)).min(self.base + self.rows);
        let frozen = if seen.is_empty() { 0 } else { self.frozen.rows };
        Drawn::new(hidden.shown(0..frozen), hidden.shown(start.min(seen.start)..end))
    }

    /// Columns to draw.
    pub fn drawn_columns(&self, columns: &Columns) -> Drawn {
        let seen = self.seen_columns(columns);
        let start = seen.start.saturating_sub(OVERSCAN_COLUMNS).max(self.frozen.columns);
        let end = (seen.end + OVERSCAN_COLUMNS).min(columns.count());
        let frozen = if seen.is_empty() { 0 } else { self.frozen.columns };
        Drawn::new(columns.hidden().shown(0..frozen), columns.hidden().shown(start..end))
    }

    /// Rows that fit below what stays in sight.
    pub fn page_rows(&self, heights: &RowHeights) -> u32 {
        let room = self.body_height() - self.frozen_height(heights);
        if self.is_measured() { ((room / self.metrics.row).floor() as u32).max(1) } else { 1 }
    }

    /// Lays the canvas out so that it holds the used part, the active cell and what is seen.
    pub fn stretch(&mut self, extent: Extent, active: Address, heights: &RowHeights) {
        // A cell that stays in sight is seen from everywhere.
        let follows = active.row >= self.frozen.rows;
        if follows && (active.row < self.base || active.row >= self.base + MAX_CANVAS_ROWS - MARGIN_ROWS) {
            self.base = active.row.saturating_sub(MAX_CANVAS_ROWS / 2);
        }
        let wanted = extent.rows.max(active.row + 1).max(self.seen_rows(heights).end) + MARGIN_ROWS;
        self.rows = wanted.min(MAX_ROWS).saturating_sub(self.base).min(MAX_CANVAS_ROWS);
    }

    /// Number of columns to lay out so that the used part, the active cell and what is seen have room.
    pub fn wanted_columns(&self, extent: Extent, active: Address, columns: &Columns) -> u32 {
        let seen = self.seen_columns(columns).end;
        (extent.columns.max(active.column + 1).max(seen) + MARGIN_COLUMNS).min(MAX_COLUMNS)
    }

    /// Where to scroll so that a cell is seen whole, if it is not.
    pub fn scroll_to(&self, cell: Address, columns: &Columns, heights: &RowHeights) -> Option<Scroll> {
        if !self.is_measured() {
            return None;
        }
        let Scroll { left, top } = self.scroll;
        let (above, before) = (self.frozen_height(heights), self.frozen_width(columns));
        let row = Stretch { start: self.row_top(cell.row, heights), length: heights.height(cell.row) };
        let column = Stretch { start: columns.left(cell.column), length: columns.width(cell.column) };
        let stays = (cell.row < self.frozen.rows, cell.column < self.frozen.columns);
        let scroll = Scroll {
            top: if stays.0 { top } else { into_sight(top + above, self.body_height() - above, row) - above },
            left: if stays.1 { left } else { into_sight(left + before, self.body_width() - before, column) - before },
        };
        (scroll != self.scroll).then_some(scroll)
    }

    /// Distance of a row from the canvas's first row.
    pub fn row_top(&self, row: u32, heights: &RowHeights) -> f64 {
        if row < self.frozen.rows {
            return heights.top(row);
        }
        self.frozen_height(heights) + (heights.top(row) - heights.top(self.origin())).max(0.0)
    }

    /// The row at a distance from the canvas's first row.
    pub fn row_at(&self, y: f64, heights: &RowHeights) -> u32 {
        let frozen = self.frozen_height(heights);
        let from = if y < frozen { 0.0 } else { heights.top(self.origin()) - frozen };
        heights.at(y.max(0.0) + from).min(MAX_ROWS - 1)
    }

    /// The row at a distance from the column letters on screen.
    pub fn row_under(&self, y: f64, heights: &RowHeights) -> u32 {
        let stays = y < self.frozen_height(heights);
        self.row_at(if stays { y } else { y + self.scroll.top }, heights)
    }

    /// The column at a distance from the row numbers on screen.
    pub fn column_under(&self, x: f64, columns: &Columns) -> u32 {
        let stays = x < self.frozen_width(columns);
        columns.at(if stays { x } else { x + self.scroll.left })
    }

    /// The first row that is scrolled.
    pub fn origin(&self) -> u32 {
        self.base.max(self.frozen.rows)
    }

    fn body_height(&self) -> f64 {
        (self.size.height - self.metrics.header_height).max(0.0)
    }

    fn body_width(&self) -> f64 {
        (self.size.width - self.metrics.header_width).max(0.0)
    }
}

/// Where something stands in one direction, and how long it is.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    start: f64,
    length: f64,
}

/// Scrolls no further than needed to show a stretch; its start matters more than its end.
fn into_sight(scroll: f64, seen: f64, Stretch { start, length }: Stretch) -> f64 {
    if start < scroll || length > seen {
        start
    } else if start + length > scroll + seen {
        (start + length - seen).ceil()
    } else {
        scroll
    }
}

#[cfg(test)]
mod tests {
    use super::super::gaps::Gaps;
    use super::*;

    const METRICS: Metrics = Metrics { row: 24.0, line: 20.0, digit: 8.0, header_height: 26.0, header_width: 50.0 };

    fn viewport() -> Viewport {
        let size = Size { width: 650.0, height: 26.0 + 240.0 };
        Viewport { size, metrics: METRICS, rows: 100, ..Viewport::default() }
    }

    fn even() -> RowHeights {
        RowHeights::new(24.0, 20.0, std::iter::empty(), Gaps::default())
    }

    fn columns() -> Columns {
        Columns::lay_out(40, 8.0, Gaps::default(), |_| 10.75)
    }

    #[test]
    fn rows_seen_in_part_are_seen() {
        let mut viewport = viewport();
        assert_eq!(viewport.seen_rows(&even()), 0..10);
        viewport.scroll.top = 12.0;
        assert_eq!(viewport.seen_rows(&even()), 0..11);
        viewport.scroll.top = 24.0 * 50.0;
        assert_eq!(viewport.seen_rows(&even()), 50..60);
    }

    #[test]
    fn a_little_more_is_drawn_than_seen() {
        let mut viewport = viewport();
        assert_eq!(viewport.drawn_rows(&even()), Drawn::from(0..13));
        viewport.scroll.top = 24.0 * 95.0;
        assert_eq!(viewport.drawn_rows(&even()), Drawn::from(92..100));
        assert_eq!(viewport.drawn_columns(&columns()), Drawn::from(0..8));
        viewport.jumped = true;
        assert_eq!(viewport.drawn_rows(&even()), Drawn::from(95..100));
    }

    #[test]
    fn nothing_is_seen_before_the_screen_is_measured() {
        assert_eq!(Viewport::default().drawn_rows(&even()), Drawn::default());
        assert_eq!(Viewport::default().seen_columns(&columns()), 0..0);
        assert_eq!(Viewport::default().page_rows(&even()), 1);
    }

    #[test]
    fn scrolls_only_as_far_as_needed() {
        let (viewport, columns) = (viewport(), columns());
        let to = |row, column| viewport.scroll_to(Address::new(row, column), &columns, &even());
        assert_eq!(to(9, 3), None);
        assert_eq!(to(10, 0), Some(Scroll { left: 0.0, top: 24.0 }));
        assert_eq!(to(0, 6), Some(Scroll { left: 100.0, top: 0.0 }));
    }

    #[test]
    fn scrolls_back_to_the_start_of_a_cell() {
        let mut viewport = viewport();
        viewport.scroll = Scroll { left: 250.0, top: 100.0 };
        let back = viewport.scroll_to(Address::new(2, 1), &columns(), &even());
        assert_eq!(back, Some(Scroll { left: 100.0, top: 48.0 }));
    }

    #[test]
    fn the_canvas_grows_with_the_active_cell() {
        let mut viewport = viewport();
        let extent = Extent { rows: 12, columns: 4 };
        viewport.stretch(extent, Address::new(0, 0), &even());
        assert_eq!(viewport.rows, 12 + MARGIN_ROWS);
        viewport.stretch(extent, Address::new(999, 0), &even());
        assert_eq!(viewport.rows, 1000 + MARGIN_ROWS);
    }

    #[test]
    fn the_last_row_of_a_sheet_fits_on_a_canvas() {
        let mut viewport = viewport();
        let last = Address::new(MAX_ROWS - 1, 0);
        viewport.stretch(Extent::default(), last, &even());
        assert!(viewport.base > 0 && viewport.rows <= MAX_CANVAS_ROWS);
        assert_eq!(viewport.base + viewport.rows, MAX_ROWS);
        let scroll = viewport.scroll_to(last, &columns(), &even()).unwrap();
        viewport.scroll = scroll;
        assert_eq!(viewport.drawn_rows(&even()).lines().last(), Some(&(MAX_ROWS - 1)));
        assert_eq!(viewport.row_at(viewport.row_top(last.row, &even()), &even()), last.row);
    }

    #[test]
    fn going_back_up_lays_the_canvas_at_the_top() {
        let mut viewport = Viewport { base: 500_000, ..viewport() };
        viewport.stretch(Extent::default(), Address::new(3, 0), &even());
        assert_eq!(viewport.base, 0);
    }

    #[test]
    fn there_is_room_for_columns_past_the_used_ones() {
        let viewport = viewport();
        let wanted =
            |column| viewport.wanted_columns(Extent { rows: 1, columns: 4 }, Address::new(0, column), &columns());
        assert_eq!(wanted(0), 7 + MARGIN_COLUMNS);
        assert_eq!(wanted(MAX_COLUMNS - 1), MAX_COLUMNS);
    }

    fn frozen() -> Viewport {
        let mut viewport = viewport();
        viewport.freeze(Frozen { rows: 3, columns: 1 }, &columns(), &even());
        viewport.scroll = Scroll { left: 250.0, top: 480.0 };
        viewport
    }

    #[test]
    fn frozen_lines_are_drawn_beside_what_is_scrolled_to() {
        let rows = frozen().drawn_rows(&even());
        assert_eq!((rows.frozen(), rows.scrolled().first()), (&[0, 1, 2][..], Some(&20)));
        let columns = frozen().drawn_columns(&columns());
        assert_eq!((columns.frozen(), columns.scrolled().first()), (&[0][..], Some(&2)));
    }

    #[test]
    fn a_cell_is_scrolled_from_under_the_frozen_lines() {
        let to = |row, column| frozen().scroll_to(Address::new(row, column), &columns(), &even());
        assert_eq!(to(10, 3), Some(Scroll { left: 200.0, top: 24.0 * 7.0 }));
        assert_eq!(to(1, 0), None, "what stays in sight is seen");
        assert_eq!(to(24, 0), None);
    }

    #[test]
    fn the_pointer_is_over_frozen_lines_wherever_the_rest_is() {
        let viewport = frozen();
        assert_eq!([10.0, 71.0, 73.0].map(|y| viewport.row_under(y, &even())), [0, 2, 23]);
        assert_eq!([10.0, 150.0].map(|x| viewport.column_under(x, &columns())), [0, 4]);
    }

    #[test]
    fn too_many_frozen_lines_scroll_with_the_others() {
        let mut viewport = viewport();
        viewport.freeze(Frozen { rows: 9, columns: 6 }, &columns(), &even());
        assert_eq!(viewport.frozen, Frozen::default());
    }

    #[test]
    fn frozen_rows_stand_above_a_canvas_that_begins_far_down() {
        let mut viewport = frozen();
        viewport.stretch(Extent::default(), Address::new(900_000, 0), &even());
        assert_eq!(viewport.row_top(viewport.base, &even()), 72.0);
        assert_eq!((viewport.row_at(30.0, &even()), viewport.row_at(72.0, &even())), (1, viewport.base));
    }
}
