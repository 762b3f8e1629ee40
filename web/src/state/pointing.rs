//! What the pointer is over: cells, row numbers, column letters or the corner between them.

use tertial_engine::session::{Address, Range};

use crate::platform::pointer::Pointer;

use super::columns::Columns;
use super::heights::RowHeights;
use super::selection::{Manner, Selection};
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
    let (row, column) = (viewport.row_under(y, heights), viewport.column_under(x, columns));
    match (x < 0.0, y < 0.0) {
        (true, true) => Spot::Corner,
        (true, false) => Spot::Row(row),
        (false, true) => Spot::Column(column),
        (false, false) => Spot::Cell(Address::new(row, column)),
    }
}

/// The selection when the pointer is pressed on a place. With Shift it reaches to there; with Ctrl the place comes beside
/// what is selected, or is taken out of it.
pub fn press(selection: &Selection, spot: Spot, pointer: Pointer) -> Selection {
    let active = selection.active;
    if pointer.shift {
        return match spot {
            Spot::Cell(cell) => selection.clone().extended(cell),
            Spot::Row(row) => selection.clone().replaced_by(Selection::rows(active.row, row)),
            Spot::Column(column) => selection.clone().replaced_by(Selection::columns(active.column, column)),
            Spot::Corner => Selection::around(active, Range::whole_sheet()),
        };
    }
    let pressed = match spot {
        Spot::Cell(cell) => Selection::cell(cell),
        Spot::Row(row) => Selection::rows(row, row),
        Spot::Column(column) => Selection::columns(column, column),
        Spot::Corner => return Selection::around(active, Range::whole_sheet()),
    };
    if !(pointer.ctrl || selection.manner == Manner::Adding) {
        return pressed;
    }
    if selection.covers(pressed.range) { selection.without(pressed.range) } else { selection.with(pressed) }
}

/// The selection when the pressed pointer moves on to a place; rows stay rows and columns columns.
pub fn drag(selection: Selection, spot: Spot) -> Selection {
    let (range, active) = (selection.range, selection.active);
    if selection.is_cut() {
        return selection;
    }
    match spot {
        Spot::Cell(Address { column, .. }) | Spot::Column(column) if range.is_whole_columns() => {
            selection.replaced_by(Selection::columns(active.column, column))
        }
        Spot::Cell(Address { row, .. }) | Spot::Row(row) if range.is_whole_rows() => {
            selection.replaced_by(Selection::rows(active.row, row))
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

    use super::super::gaps::Gaps;
    use super::super::viewport::Metrics;
    use super::*;

    const PLAIN: Pointer = Pointer { x: 0.0, y: 0.0, shift: false, ctrl: false, finger: false, pressed: true };
    const SHIFT: Pointer = Pointer { shift: true, ..PLAIN };
    const CTRL: Pointer = Pointer { ctrl: true, ..PLAIN };

    fn over(x: f64, y: f64) -> Spot {
        let metrics = Metrics { row: 24.0, line: 20.0, digit: 8.0, header_height: 26.0, header_width: 50.0 };
        let scroll = Scroll { left: 100.0, top: 48.0 };
        let size = Size { width: 800.0, height: 600.0 };
        let viewport = Viewport { size, scroll, metrics, rows: 100, ..Viewport::default() };
        let columns = Columns::lay_out(20, 8.0, Gaps::default(), |_| 10.75);
        spot(
            Pointer { x, y, ..PLAIN },
            &viewport,
            &columns,
            &RowHeights::new(24.0, 20.0, std::iter::empty(), Gaps::default()),
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

    fn written(selection: &Selection) -> String {
        let ranges: Vec<_> = selection.ranges().map(|range| range.to_string()).collect();
        ranges.join(" ")
    }

    #[test]
    fn a_press_selects_and_shift_extends() {
        let selection = press(&Selection::default(), Spot::Cell(cell("B2")), PLAIN);
        let pressed = |spot, pointer| written(&press(&selection, spot, pointer));
        assert_eq!(written(&selection), "B2");
        assert_eq!(pressed(Spot::Cell(cell("D1")), SHIFT), "B1:D2");
        assert_eq!(pressed(Spot::Column(4), PLAIN), "E:E");
        assert_eq!(pressed(Spot::Row(4), SHIFT), "2:5");
        assert_eq!(pressed(Spot::Corner, PLAIN), "A:XFD");
    }

    #[test]
    fn ctrl_selects_beside_and_takes_out() {
        let mut selection = press(&Selection::cell(cell("B2")), Spot::Cell(cell("D4")), CTRL);
        selection = drag(selection, Spot::Cell(cell("E5")));
        assert_eq!((written(&selection).as_str(), selection.active), ("B2 D4:E5", cell("D4")));
        let shifted = press(&selection, Spot::Cell(cell("D6")), SHIFT);
        assert_eq!(written(&shifted), "B2 D4:D6");
        selection = press(&selection, Spot::Column(0), CTRL);
        assert_eq!(written(&drag(selection.clone(), Spot::Column(1))), "B2 D4:E5 A:B");
        selection = press(&selection, Spot::Cell(cell("B2")), CTRL);
        assert_eq!(written(&selection), "D4:E5 A:A");
        assert_eq!(drag(selection.clone(), Spot::Cell(cell("C9"))), selection, "what took out cells selects none");
    }

    #[test]
    fn a_drag_over_headers_selects_whole_lines() {
        let columns = press(&Selection::default(), Spot::Column(2), PLAIN);
        assert_eq!(written(&drag(columns, Spot::Cell(cell("E7")))), "C:E");
        let rows = press(&Selection::default(), Spot::Row(2), PLAIN);
        assert_eq!(written(&drag(rows, Spot::Row(5))), "3:6");
    }

    #[test]
    fn a_drag_keeps_the_active_cell() {
        let selection = drag(Selection::cell(cell("C3")), Spot::Cell(cell("A1")));
        assert_eq!((written(&selection).as_str(), selection.active), ("A1:C3", cell("C3")));
    }
}
