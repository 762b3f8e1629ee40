//! Where the arrow keys and their kin lead, as Excel's users know it.

use tertial_engine::session::{Address, AxisKind, Extent, MAX_COLUMNS, MAX_ROWS};

/// One of the four ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// A way to move over the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// To the neighbour.
    Step(Direction),
    /// To the edge of the block of filled cells, or to the next block.
    Edge(Direction),
    /// A screen in a direction.
    Page(Direction),
    /// To the first column.
    RowStart,
    /// To the last used column.
    RowEnd,
    /// To the first cell that is not frozen.
    SheetStart,
    /// To the last used row and column.
    SheetEnd,
}

/// What a key does to the selection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Moves the active cell.
    Move(Motion),
    /// Moves the far corner of the selection.
    Extend(Motion),
    /// The enter key: down, or up.
    Enter { back: bool },
    /// The tab key: right, or left.
    Tab { back: bool },
}

/// What movement asks of a sheet.
pub trait Terrain {
    /// Whether a cell holds something.
    fn is_filled(&self, cell: Address) -> bool;

    /// How far the sheet is filled.
    fn extent(&self) -> Extent;

    /// Rows on a screen.
    fn page_rows(&self) -> u32;

    /// The first cell that is scrolled; those before it stay in sight.
    fn home(&self) -> Address {
        Address::default()
    }

    /// The nearest shown row or column from one on, one way or the other; `None` where there is none.
    fn shown(&self, line: u32, _: AxisKind, _: bool) -> Option<u32> {
        Some(line)
    }

    /// Columns on a screen.
    fn page_columns(&self) -> u32 {
        1
    }

    /// The next or previous cell to be filled in, for a cell of a report table.
    fn next_input(&self, _from: Address, _back: bool) -> Option<Address> {
        None
    }
}

/// The cell that a motion leads to; a motion out of the sheet ends at its edge.
pub fn destination(from: Address, motion: Motion, terrain: &impl Terrain) -> Address {
    match motion {
        Motion::Step(direction) => neighbour(from, direction, terrain).unwrap_or(from),
        Motion::Edge(direction) => edge(from, direction, terrain),
        Motion::Page(direction) => page(from, direction, terrain),
        Motion::RowStart => shown(Address::new(from.row, 0), from, terrain),
        Motion::RowEnd => Address::new(from.row, terrain.extent().columns.saturating_sub(1)),
        Motion::SheetStart => shown(terrain.home(), from, terrain),
        Motion::SheetEnd => {
            let extent = terrain.extent();
            Address::new(extent.rows.saturating_sub(1), extent.columns.saturating_sub(1))
        }
    }
}

/// The next shown cell.
fn neighbour(from: Address, direction: Direction, terrain: &impl Terrain) -> Option<Address> {
    let Address { row, column } = match direction {
        Direction::Up => from.offset(-1, 0),
        Direction::Down => from.offset(1, 0),
        Direction::Left => from.offset(0, -1),
        Direction::Right => from.offset(0, 1),
    }?;
    match direction {
        Direction::Up | Direction::Down => {
            terrain.shown(row, AxisKind::Rows, direction == Direction::Down).map(|row| Address::new(row, column))
        }
        Direction::Left | Direction::Right => terrain
            .shown(column, AxisKind::Columns, direction == Direction::Right)
            .map(|column| Address::new(row, column)),
    }
}

/// The cell, or the nearest one after it that is shown.
fn shown(cell: Address, from: Address, terrain: &impl Terrain) -> Address {
    let row = terrain.shown(cell.row, AxisKind::Rows, true).unwrap_or(from.row);
    Address::new(row, terrain.shown(cell.column, AxisKind::Columns, true).unwrap_or(from.column))
}

/// The shown cell a screen away.
fn page(from: Address, direction: Direction, terrain: &impl Terrain) -> Address {
    let Address { row, column } = from;
    let onward = matches!(direction, Direction::Down | Direction::Right);
    let near = |line, lines| terrain.shown(line, lines, onward).or_else(|| terrain.shown(line, lines, !onward));
    let at_row = |to: u32| Address::new(near(to, AxisKind::Rows).unwrap_or(row), column);
    let at_column = |to: u32| Address::new(row, near(to, AxisKind::Columns).unwrap_or(column));
    match direction {
        Direction::Up => at_row(row.saturating_sub(terrain.page_rows())),
        Direction::Down => at_row((row + terrain.page_rows()).min(MAX_ROWS - 1)),
        Direction::Left => at_column(column.saturating_sub(terrain.page_columns())),
        Direction::Right => at_column((column + terrain.page_columns()).min(MAX_COLUMNS - 1)),
    }
}

/// From inside a block to its last cell; from its edge or from a blank cell to the next block, or the sheet's edge.
fn edge(from: Address, direction: Direction, terrain: &impl Terrain) -> Address {
    let filled = |cell: &Address| terrain.is_filled(*cell);
    let mut ahead = ahead(from, direction, terrain).peekable();
    if terrain.is_filled(from) && ahead.peek().is_some_and(filled) {
        return ahead.take_while(filled).last().unwrap_or(from);
    }
    ahead.find(filled).unwrap_or_else(|| border(from, direction, terrain))
}

/// The cells ahead, as far as the sheet is filled.
fn ahead(from: Address, direction: Direction, terrain: &impl Terrain) -> impl Iterator<Item = Address> {
    let extent = terrain.extent();
    let inside = move |cell: &Address| cell.row < extent.rows && cell.column < extent.columns;
    let start = start_of_search(from, direction, extent);
    let first = if start == from { neighbour(from, direction, terrain) } else { Some(start) };
    std::iter::successors(first, move |cell| neighbour(*cell, direction, terrain)).take_while(inside)
}

/// Coming from outside the filled part, the search begins at its border.
fn start_of_search(from: Address, direction: Direction, extent: Extent) -> Address {
    match direction {
        Direction::Up if from.row >= extent.rows => Address::new(extent.rows.saturating_sub(1), from.column),
        Direction::Left if from.column >= extent.columns => Address::new(from.row, extent.columns.saturating_sub(1)),
        _ => from,
    }
}

fn border(from: Address, direction: Direction, terrain: &impl Terrain) -> Address {
    let last = |line: u32, lines: AxisKind, onward: bool| terrain.shown(line, lines, onward);
    let row = |line: u32, onward: bool| last(line, AxisKind::Rows, onward).unwrap_or(from.row);
    let column = |line: u32, onward: bool| last(line, AxisKind::Columns, onward).unwrap_or(from.column);
    match direction {
        Direction::Up => Address::new(row(0, true), from.column),
        Direction::Down => Address::new(row(MAX_ROWS - 1, false), from.column),
        Direction::Left => Address::new(from.row, column(0, true)),
        Direction::Right => Address::new(from.row, column(MAX_COLUMNS - 1, false)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `#` is a filled cell.
    struct Drawing(&'static [&'static str]);

    impl Terrain for Drawing {
        fn is_filled(&self, cell: Address) -> bool {
            let row = self.0.get(cell.row as usize);
            row.and_then(|row| row.as_bytes().get(cell.column as usize)) == Some(&b'#')
        }

        fn extent(&self) -> Extent {
            Extent { rows: self.0.len() as u32, columns: self.0[0].len() as u32 }
        }

        fn page_rows(&self) -> u32 {
            20
        }

        fn page_columns(&self) -> u32 {
            6
        }

        fn home(&self) -> Address {
            Address::new(1, 1)
        }
    }

    const SHEET: Drawing = Drawing(&["#....", ".....", "####.", "##.#.", "##.##"]);

    fn go(from: &str, motion: Motion) -> String {
        destination(Address::parse(from).unwrap(), motion, &SHEET).to_string()
    }

    #[test]
    fn steps_stop_at_the_edge_of_the_sheet() {
        assert_eq!(go("B2", Motion::Step(Direction::Left)), "A2");
        assert_eq!(go("A1", Motion::Step(Direction::Left)), "A1");
        assert_eq!(go("A1", Motion::Step(Direction::Up)), "A1");
        assert_eq!(go("XFD1", Motion::Step(Direction::Right)), "XFD1");
        assert_eq!(go("A1048576", Motion::Step(Direction::Down)), "A1048576");
    }

    #[test]
    fn edges_are_found_as_in_excel() {
        let cases = [
            ("A3", Direction::Right, "D3"),
            ("D3", Direction::Right, "XFD3"),
            ("D3", Direction::Left, "A3"),
            ("A1", Direction::Down, "A3"),
            ("A3", Direction::Down, "A5"),
            ("A5", Direction::Down, "A1048576"),
            ("A5", Direction::Up, "A3"),
            ("A3", Direction::Up, "A1"),
            ("B4", Direction::Right, "D4"),
            ("C4", Direction::Up, "C3"),
            ("C4", Direction::Down, "C1048576"),
            ("E1", Direction::Left, "A1"),
            ("C2", Direction::Left, "A2"),
        ];
        for (from, direction, to) in cases {
            assert_eq!(go(from, Motion::Edge(direction)), to, "{from} {direction:?}");
        }
    }

    #[test]
    fn edges_are_found_from_far_outside() {
        assert_eq!(go("A1048576", Motion::Edge(Direction::Up)), "A5");
        assert_eq!(go("XFD3", Motion::Edge(Direction::Left)), "D3");
        assert_eq!(go("XFD9", Motion::Edge(Direction::Left)), "A9");
    }

    /// The same sheet with its rows 2 to 4 and column B hidden.
    struct Hidden;

    impl Terrain for Hidden {
        fn is_filled(&self, cell: Address) -> bool {
            SHEET.is_filled(cell)
        }

        fn extent(&self) -> Extent {
            SHEET.extent()
        }

        fn page_rows(&self) -> u32 {
            2
        }

        fn shown(&self, line: u32, lines: AxisKind, onward: bool) -> Option<u32> {
            let (first, last) = if lines == AxisKind::Rows { (1, 3) } else { (1, 1) };
            let is_hidden = (first..=last).contains(&line);
            Some(if !is_hidden {
                line
            } else if onward {
                last + 1
            } else {
                first - 1
            })
        }
    }

    #[test]
    fn hidden_lines_are_skipped() {
        let go = |from: &str, motion| destination(Address::parse(from).unwrap(), motion, &Hidden).to_string();
        assert_eq!(go("A1", Motion::Step(Direction::Down)), "A5");
        assert_eq!(go("C5", Motion::Step(Direction::Up)), "C1");
        assert_eq!(go("C1", Motion::Step(Direction::Left)), "A1");
        assert_eq!(go("A1", Motion::Edge(Direction::Down)), "A5");
        assert_eq!(go("A1", Motion::Page(Direction::Down)), "A5");
    }

    #[test]
    fn pages_and_ends() {
        assert_eq!(go("B4", Motion::Page(Direction::Down)), "B24");
        assert_eq!(go("B24", Motion::Page(Direction::Up)), "B4");
        assert_eq!(go("B4", Motion::Page(Direction::Up)), "B1");
        assert_eq!(go("D9", Motion::RowStart), "A9");
        assert_eq!(go("B4", Motion::Page(Direction::Right)), "H4");
        assert_eq!(go("H4", Motion::Page(Direction::Left)), "B4");
        assert_eq!(go("B4", Motion::Page(Direction::Left)), "A4");
        assert_eq!(go("D9", Motion::SheetStart), "B2");
        assert_eq!(go("A1", Motion::SheetEnd), "E5");
    }
}
