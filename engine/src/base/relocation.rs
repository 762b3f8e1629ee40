//! Cells that move elsewhere: where every place and region stands afterwards.

use super::address::{Address, MAX_COLUMNS, MAX_ROWS, Place};
use super::range::{Range, Region};
use super::shift::{AxisKind, LineChange, Shift};

/// A rectangle of cells moved to another place, of the same sheet or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Relocation {
    /// The cells that move.
    pub from: Region,
    /// Where they come to stand.
    pub to: Region,
    /// The cells that come or go, seen as lines of these columns or rows alone, where the others only make room for them
    /// or close up.
    room: Option<Shift>,
}

impl Relocation {
    /// The cells of a region moved so that its first one stands at a place; `None` where they do not fit on the sheet.
    pub fn new(from: Region, to: Place) -> Option<Self> {
        let range = from.range;
        let last = to.address.offset(i64::from(range.height()) - 1, i64::from(range.width()) - 1)?;
        Some(Self { from, to: Range { first: to.address, last }.on(to.sheet), room: None })
    }

    /// The cells up to the line `last` moved along an axis, to make room for new cells where those of a region are now, or to
    /// close up when these go; `None` where they do not fit on the sheet.
    pub fn around(cells: Region, axis: AxisKind, opens: bool, last: u32) -> Option<Self> {
        let (low, high) = axis.lines(cells.range);
        let count = high - low + 1;
        // Behind the last line there is nothing to move.
        let distance = if opens { count } else { count.min(last.saturating_sub(low) + 1) };
        let (from, to) = if opens { (low, low + count) } else { (low + distance, low) };
        let end = if opens { last.max(low) } else { last.max(low).checked_add(distance)? };
        let change = if opens { LineChange::Insert(count) } else { LineChange::Delete(count) };
        let room = Shift { sheet: cells.sheet, axis, at: low, change };
        let at = |line| axis.with_line(cells.range.first, line);
        let from = Range { first: at(from), last: axis.with_line(cells.range.last, end) };
        let fits = end < axis.limit() && to < axis.limit();
        let moved = fits.then(|| Self::new(from.on(cells.sheet), at(to).on(cells.sheet)))??;
        Some(Self { room: Some(room), ..moved })
    }

    /// Where a place stands afterwards.
    pub fn place(&self, place: Place) -> Place {
        if !self.from.contains(place) {
            return place;
        }
        let (rows, columns) = self.distance();
        place.address.offset(rows, columns).map_or(place, |address| address.on(self.to.sheet))
    }

    /// What becomes of a region that a formula means: it moves when all of it moves, an edge that moves along its own
    /// direction is followed, and what other cells come to cover as a whole is lost.
    pub fn region(&self, region: Region) -> Option<Region> {
        if let Some(room) = &self.room {
            return if self.is_across(room.axis, region) { room.region(region) } else { Some(region) };
        }
        if covers(self.from, region) {
            let (first, last) = (region.range.first.on(region.sheet), region.range.last.on(region.sheet));
            return Some(Range { first: self.place(first).address, last: self.place(last).address }.on(self.to.sheet));
        }
        if let Some(range) = self.followed(region) {
            return Some(range.on(region.sheet));
        }
        (!covers(self.to, region)).then_some(region)
    }

    /// Whether a region stands within the columns or rows in which cells make room or close up.
    fn is_across(&self, axis: AxisKind, region: Region) -> bool {
        let across = |range: Range| match axis {
            AxisKind::Rows => (range.first.column, range.last.column),
            AxisKind::Columns => (range.first.row, range.last.row),
        };
        let ((low, high), (first, last)) = (across(region.range), across(self.from.range));
        first <= low && high <= last
    }

    /// The cells of a region that are there afterwards, as few rectangles, each with where it stands then: those that stay,
    /// and those that move. What other cells come to cover is gone.
    pub fn parts(&self, region: Region) -> Vec<(Region, Region)> {
        let holes = [self.from, self.to].into_iter().filter(|hole| hole.sheet == region.sheet);
        let stay = holes.fold(vec![region.range], |parts, hole| {
            parts.into_iter().flat_map(|part| part.without(hole.range)).collect()
        });
        let stay = stay.into_iter().map(|range| (range.on(region.sheet), range.on(region.sheet)));
        let moving = (region.sheet == self.from.sheet).then(|| region.range.intersection(self.from.range)).flatten();
        let placed = |cell: Address| self.place(cell.on(region.sheet)).address;
        let moving = moving.map(|range| {
            let after = Range { first: placed(range.first), last: placed(range.last) };
            (range.on(region.sheet), after.on(self.to.sheet))
        });
        stay.chain(moving).collect()
    }

    /// Whether a region may become another.
    pub fn touches(&self, region: Region) -> bool {
        [self.from, self.to]
            .iter()
            .any(|other| other.sheet == region.sheet && other.range.intersection(region.range).is_some())
    }

    /// How many rows and columns the cells move.
    fn distance(&self) -> (i64, i64) {
        let (from, to) = (self.from.range.first, self.to.range.first);
        (i64::from(to.row) - i64::from(from.row), i64::from(to.column) - i64::from(from.column))
    }

    /// The range with its first or last rows or columns where they moved to.
    fn followed(&self, region: Region) -> Option<Range> {
        if region.sheet != self.from.sheet || region.sheet != self.to.sheet {
            return None;
        }
        let (range, from) = (region.range, self.from.range);
        let across = |low: u32, high: u32, (first, last): (u32, u32)| first <= low && high <= last;
        let (rows, columns) = ((range.first.row, range.last.row), (range.first.column, range.last.column));
        let (from_rows, from_columns) = ((from.first.row, from.last.row), (from.first.column, from.last.column));
        match self.distance() {
            (distance, 0) if across(columns.0, columns.1, from_columns) && !range.is_whole_columns() => {
                let (first, last) = edges(rows, from_rows, distance, MAX_ROWS)?;
                Some(Range { first: Address::new(first, columns.0), last: Address::new(last, columns.1) })
            }
            (0, distance) if across(rows.0, rows.1, from_rows) && !range.is_whole_rows() => {
                let (first, last) = edges(columns, from_columns, distance, MAX_COLUMNS)?;
                Some(Range { first: Address::new(rows.0, first), last: Address::new(rows.1, last) })
            }
            _ => None,
        }
    }
}

/// Whether one region holds all of another.
fn covers(outer: Region, inner: Region) -> bool {
    outer.sheet == inner.sheet && outer.range.intersection(inner.range) == Some(inner.range)
}

/// The ends of an interval after one of them moved; `None` when none did, or when it would pass the other.
fn edges((first, last): (u32, u32), moving: (u32, u32), distance: i64, limit: u32) -> Option<(u32, u32)> {
    let moves = |line: u32| (moving.0..=moving.1).contains(&line);
    let moved = |line: u32| u32::try_from(i64::from(line) + distance).ok().filter(|line| *line < limit);
    let (first, last) = match (moves(first), moves(last)) {
        (true, false) => (moved(first)?, last),
        (false, true) => (first, moved(last)?),
        _ => return None,
    };
    (first <= last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::super::address::SheetId;
    use super::*;

    fn region(text: &str) -> Region {
        Range::parse(text).unwrap().on(SheetId(0))
    }

    fn after(from: &str, to: &str, meant: &str) -> Option<String> {
        let to = Address::parse(to).unwrap().on(SheetId(0));
        Relocation::new(region(from), to).unwrap().region(region(meant)).map(|region| region.range.to_string())
    }

    fn aside(cells: &str, axis: AxisKind, opens: bool, last: u32, meant: &str) -> Option<String> {
        let relocation = Relocation::around(region(cells), axis, opens, last).unwrap();
        relocation.region(region(meant)).map(|region| region.range.to_string())
    }

    #[test]
    fn cells_that_make_room_take_along_what_stands_in_their_columns_alone() {
        let insert = |meant| aside("A5:B6", AxisKind::Rows, true, 19, meant);
        let after = ["A5", "A4", "A1:A10", "A1:C10", "C7", "A:A", "B30"].map(|meant| insert(meant).unwrap());
        assert_eq!(after, ["A7", "A4", "A1:A12", "A1:C10", "C7", "A:A", "B32"]);
        let right = |meant| aside("B2", AxisKind::Columns, true, 9, meant);
        assert_eq!(["B2", "A2:F2", "B3"].map(|meant| right(meant).unwrap()), ["C2", "A2:G2", "B3"]);
    }

    #[test]
    fn ranges_shrink_by_the_cells_that_go() {
        let delete = |meant| aside("A5:A7", AxisKind::Rows, false, 9, meant);
        let after = ["A1:A6", "A1:A20", "A6:A9", "A8", "B6"].map(|meant| delete(meant).unwrap());
        assert_eq!(after, ["A1:A4", "A1:A17", "A5:A6", "A5", "B6"]);
        assert_eq!(delete("A6"), None);
    }

    #[test]
    fn cells_beyond_what_is_used_go_without_anything_to_move() {
        let moved = Relocation::around(region("A5:A1048576"), AxisKind::Rows, false, 9).unwrap();
        assert_eq!((moved.from.range.to_string().as_str(), moved.to.range.to_string().as_str()), ("A11:A16", "A5:A10"));
        assert_eq!(Relocation::around(region("A5:A9"), AxisKind::Rows, true, MAX_ROWS - 1), None);
    }

    #[test]
    fn what_moves_as_a_whole_is_followed() {
        assert_eq!(after("A1:A3", "C5", "A2").as_deref(), Some("C6"));
        assert_eq!(after("A1:B3", "C5", "A1:A3").as_deref(), Some("C5:C7"));
        assert_eq!(after("A1:A3", "C5", "A4").as_deref(), Some("A4"));
        assert_eq!(after("A:A", "C1", "A:A").as_deref(), Some("C:C"));
    }

    #[test]
    fn an_edge_that_moves_along_is_followed_and_one_that_moves_aside_is_not() {
        assert_eq!(after("A10", "A12", "A1:A10").as_deref(), Some("A1:A12"));
        assert_eq!(after("A1", "A3", "A1:A10").as_deref(), Some("A3:A10"));
        assert_eq!(after("A10", "C10", "A1:A10").as_deref(), Some("A1:A10"));
        assert_eq!(after("A5", "A12", "A1:A10").as_deref(), Some("A1:A10"));
        assert_eq!(after("A1", "A12", "A1:A10").as_deref(), Some("A1:A10"));
        assert_eq!(after("C1:C9", "E1", "A1:C9").as_deref(), Some("A1:E9"));
        assert_eq!(after("A1:A5", "A9", "A:A").as_deref(), Some("A:A"));
    }

    #[test]
    fn what_other_cells_cover_is_lost() {
        assert_eq!(after("A1", "B1", "B1"), None);
        assert_eq!(after("A1:A3", "A2", "A4"), None);
        assert_eq!(after("A1:A3", "A2", "A3").as_deref(), Some("A4"));
        assert_eq!(after("A1", "B1", "B1:B2").as_deref(), Some("B1:B2"));
    }

    #[test]
    fn cells_do_not_move_off_the_sheet() {
        let last = Address::new(MAX_ROWS - 1, 0).on(SheetId(0));
        assert_eq!(Relocation::new(region("A1:A2"), last), None);
    }
}
