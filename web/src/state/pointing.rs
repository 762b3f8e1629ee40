//! What the pointer is over: cells, row numbers, column letters or the corner between them.

use tertial_engine::session::{Address, Range};

use crate::platform::pointer::Pointer;

use super::columns::Columns;
use super::heights::RowHeights;
use super::selection::Selection;
use super::viewport::Viewport;

/// A place on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Cell(Address),
    Row(u32),
    Column(u32),
    Corner,
}

/// The place under a pointer.
pub fn spot(pointer: Pointer, viewport: &Viewport, columns: &Columns, heights: &RowHeights) -> Spot {
    let (x, y) = (pointer.x - viewport.metrics.header_width, pointer.y - viewport.metrics.header_height);
    let row = viewport.row_at(y + viewport.scroll.top, heights);
    let column = columns.at(x + viewport.scroll.left);
    match (x < 0.0, y < 0.0) {
        (true, true) => Spot::Corner,
        (true, false) => Spot::Row(row),
        (false, true) => Spot::Column(column),
        (false, false) => Spot::Cell(Address::new(row, column)),
    }
}

/// The selection when the pointer is pressed on a place.
pub fn press(selection: Selection, spot: Spot, extend: bool) -> Selection {
    match spot {
        Spot::Cell(cell) if extend => selection.extended(cell),
        Spot::Cell(cell) => Selection::cell(cell),
        Spot::Row(row) => Selection::rows(if extend { selection.active.row } else { row }, row),
        Spot::Column(column) => Selection::columns(if extend { selection.active.column } else { column }, column),
        Spot::Corner => Selection::around(selection.active, Range::whole_sheet()),
    }
}

/// The selection when the pressed pointer moves on to a place; rows stay rows and columns columns.
pub fn drag(selection: Selection, spot: Spot) -> Selection {
    let range = selection.range;
    match spot {
        Spot::Cell(Address { column, .. }) | Spot::Column(column) if range.is_whole_columns() => {
            Selection::columns(selection.active.column, column)
        }
        Spot::Cell(Address { row, .. }) | Spot::Row(row) if range.is_whole_rows() => {
            Selection::rows(selection.active.row, row)
        }
        Spot::Cell(cell) => selection.extended(cell),
        Spot::Row(row) => selection.extended(Address::new(row, 0)),
        Spot::Column(column) => selection.extended(Address::new(0, column)),
        Spot::Corner => selection,
    }
}

#[cfg(test)]
mod tests {
    use crate::platform::measure::{Scroll, Size};

    use super::super::viewport::Metrics;
    use super::*;

    fn over(x: f64, y: f64) -> Spot {
        let metrics = Metrics { row: 24.0, line: 20.0, digit: 8.0, header_height: 26.0, header_width: 50.0 };
        let scroll = Scroll { left: 100.0, top: 48.0 };
        let size = Size { width: 800.0, height: 600.0 };
        let viewport = Viewport { size, scroll, metrics, base: 0, rows: 100 };
        let columns = Columns::lay_out(20, 8.0, |_| 10.75);
        spot(
            Pointer { x, y, shift: false, ctrl: false, finger: false, pressed: true },
            &viewport,
            &columns,
            &RowHeights::new(24.0, 20.0, std::iter::empty()),
        )
    }

    fn cell(text: &str) -> Address {
        Address::parse(text).unwrap()
    }

    #[test]
    fn places_follow_the_scroll() {
        assert_eq!(over(51.0, 27.0), Spot::Cell(cell("B3")));
        assert_eq!(over(151.0, 51.0), Spot::Cell(cell("C4")));
        assert_eq!(over(10.0, 27.0), Spot::Row(2));
        assert_eq!(over(151.0, 10.0), Spot::Column(2));
        assert_eq!(over(10.0, 10.0), Spot::Corner);
    }

    #[test]
    fn a_press_selects_and_shift_extends() {
        let selection = press(Selection::default(), Spot::Cell(cell("B2")), false);
        assert_eq!(selection.range.to_string(), "B2");
        assert_eq!(press(selection, Spot::Cell(cell("D1")), true).range.to_string(), "B1:D2");
        assert_eq!(press(selection, Spot::Column(4), false).range.to_string(), "E:E");
        assert_eq!(press(selection, Spot::Row(4), true).range.to_string(), "2:5");
        assert_eq!(press(selection, Spot::Corner, false).range, Range::whole_sheet());
    }

    #[test]
    fn a_drag_over_headers_selects_whole_lines() {
        let columns = press(Selection::default(), Spot::Column(2), false);
        assert_eq!(drag(columns, Spot::Cell(cell("E7"))).range.to_string(), "C:E");
        let rows = press(Selection::default(), Spot::Row(2), false);
        assert_eq!(drag(rows, Spot::Row(5)).range.to_string(), "3:6");
    }

    #[test]
    fn a_drag_keeps_the_active_cell() {
        let selection = drag(Selection::cell(cell("C3")), Spot::Cell(cell("A1")));
        assert_eq!((selection.range.to_string().as_str(), selection.active), ("A1:C3", cell("C3")));
    }
}
