//! What is selected: one rectangle, with the active cell in it that typing goes to.

use tertial_engine::session::{Address, MAX_COLUMNS, MAX_ROWS, Range};

use super::movement::{Motion, Step, Terrain, destination};

/// The selected rectangle and its active cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The selected cells.
    pub range: Range,
    /// The cell that typing goes to.
    pub active: Address,
    /// The corner that moves when the selection is extended.
    pub reach: Address,
    /// Column where a run of tabs began; enter returns to it.
    run: Option<u32>,
}

impl Default for Selection {
    fn default() -> Self {
        Self::cell(Address::default())
    }
}

impl Selection {
    /// One cell.
    pub const fn cell(cell: Address) -> Self {
        Self { range: Range::cell(cell), active: cell, reach: cell, run: None }
    }

    /// A rectangle with its first cell active.
    pub const fn range(range: Range) -> Self {
        Self { range, active: range.first, reach: range.last, run: None }
    }

    /// A rectangle with the active cell somewhere in it.
    pub const fn around(active: Address, range: Range) -> Self {
        Self { range, active, reach: range.last, run: None }
    }

    /// Whole columns from one to another; the first named holds the active cell.
    pub fn columns(from: u32, to: u32) -> Self {
        let range = Range::columns_between(from.min(to), from.max(to));
        Self { range, active: Address::new(0, from), reach: Address::new(MAX_ROWS - 1, to), run: None }
    }

    /// Whole rows from one to another; the first named holds the active cell.
    pub fn rows(from: u32, to: u32) -> Self {
        let range = Range::rows_between(from.min(to), from.max(to));
        Self { range, active: Address::new(from, 0), reach: Address::new(to, MAX_COLUMNS - 1), run: None }
    }

    /// The same active cell with the far corner elsewhere.
    pub fn extended(self, reach: Address) -> Self {
        Self { range: Range::new(self.active, reach), reach, ..self }
    }

    /// The selection after a key.
    pub fn after(self, step: Step, terrain: &impl Terrain) -> Self {
        match step {
            Step::Move(motion) => Self::cell(destination(self.active, motion, terrain)),
            Step::Extend(motion) => self.extended_by(motion, terrain),
            Step::Enter { back } if self.range.is_cell() => self.entered(back),
            Step::Tab { back } if self.range.is_cell() => self.tabbed(back),
            Step::Enter { back } => Self { active: next_down(self.range, self.active, back), ..self },
            Step::Tab { back } => Self { active: next_right(self.range, self.active, back), ..self },
        }
    }

    /// The columns of a row that are selected.
    pub fn columns_in(&self, row: u32) -> Option<(u32, u32)> {
        let inside = (self.range.first.row..=self.range.last.row).contains(&row);
        inside.then_some((self.range.first.column, self.range.last.column))
    }

    fn extended_by(self, motion: Motion, terrain: &impl Terrain) -> Self {
        let reach = destination(self.reach, motion, terrain);
        if self.range.is_whole_columns() {
            return Self::columns(self.active.column, reach.column);
        }
        if self.range.is_whole_rows() {
            return Self::rows(self.active.row, reach.row);
        }
        self.extended(reach)
    }

    fn entered(self, back: bool) -> Self {
        let column = self.run.unwrap_or(self.active.column);
        let row = if back { self.active.row.saturating_sub(1) } else { (self.active.row + 1).min(MAX_ROWS - 1) };
        Self::cell(Address::new(row, column))
    }

    fn tabbed(self, back: bool) -> Self {
        let column = self.active.column;
        let next = if back { column.saturating_sub(1) } else { (column + 1).min(MAX_COLUMNS - 1) };
        let run = if back { self.run } else { self.run.or(Some(column)) };
        Self { run, ..Self::cell(Address::new(self.active.row, next)) }
    }
}

/// The next cell of a rectangle, column by column, around its end.
fn next_down(range: Range, from: Address, back: bool) -> Address {
    let place =
        u64::from(from.column - range.first.column) * u64::from(range.height()) + u64::from(from.row - range.first.row);
    let next = turn(place, range.count(), back);
    let (column, row) = (next / u64::from(range.height()), next % u64::from(range.height()));
    Address::new(range.first.row + row as u32, range.first.column + column as u32)
}

/// The next cell of a rectangle, row by row, around its end.
fn next_right(range: Range, from: Address, back: bool) -> Address {
    let place =
        u64::from(from.row - range.first.row) * u64::from(range.width()) + u64::from(from.column - range.first.column);
    let next = turn(place, range.count(), back);
    let (row, column) = (next / u64::from(range.width()), next % u64::from(range.width()));
    Address::new(range.first.row + row as u32, range.first.column + column as u32)
}

fn turn(place: u64, count: u64, back: bool) -> u64 {
    if back { (place + count - 1) % count } else { (place + 1) % count }
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::Extent;

    use super::super::movement::Direction;
    use super::*;

    struct Empty;

    impl Terrain for Empty {
        fn is_filled(&self, _: Address) -> bool {
            false
        }

        fn extent(&self) -> Extent {
            Extent::default()
        }

        fn page_rows(&self) -> u32 {
            10
        }
    }

    const ENTER: Step = Step::Enter { back: false };
    const TAB: Step = Step::Tab { back: false };
    const BACK_TAB: Step = Step::Tab { back: true };

    fn cell(text: &str) -> Selection {
        Selection::cell(Address::parse(text).unwrap())
    }

    fn range(text: &str) -> Selection {
        Selection::range(Range::parse(text).unwrap())
    }

    fn walk(start: Selection, steps: &[Step]) -> Selection {
        steps.iter().fold(start, |selection, step| selection.after(*step, &Empty))
    }

    #[test]
    fn enter_goes_down_and_shift_enter_up() {
        assert_eq!(walk(cell("B4"), &[ENTER]).active.to_string(), "B5");
        assert_eq!(walk(cell("B4"), &[Step::Enter { back: true }]).active.to_string(), "B3");
    }

    #[test]
    fn enter_returns_to_where_a_run_of_tabs_began() {
        assert_eq!(walk(cell("B4"), &[TAB, TAB, ENTER]).active.to_string(), "B5");
        assert_eq!(walk(cell("B4"), &[TAB, TAB, BACK_TAB, ENTER]).active.to_string(), "B5");
        let moved = Step::Move(Motion::Step(Direction::Right));
        assert_eq!(walk(cell("B4"), &[TAB, moved, ENTER]).active.to_string(), "D5");
    }

    #[test]
    fn enter_and_tab_walk_around_a_selected_rectangle() {
        let down: Vec<_> = (1..=4).map(|n| walk(range("B2:C3"), &vec![ENTER; n]).active.to_string()).collect();
        assert_eq!(down, ["B3", "C2", "C3", "B2"]);
        let right: Vec<_> = (1..=4).map(|n| walk(range("B2:C3"), &vec![TAB; n]).active.to_string()).collect();
        assert_eq!(right, ["C2", "B3", "C3", "B2"]);
        assert_eq!(walk(range("B2:C3"), &[BACK_TAB]).active.to_string(), "C3");
        assert_eq!(walk(range("B2:C3"), &[TAB]).range.to_string(), "B2:C3");
    }

    #[test]
    fn extending_keeps_the_active_cell() {
        let down = Step::Extend(Motion::Step(Direction::Down));
        let left = Step::Extend(Motion::Step(Direction::Left));
        let selection = walk(cell("C3"), &[down, down, left]);
        assert_eq!(selection.range.to_string(), "B3:C5");
        assert_eq!(selection.active.to_string(), "C3");
        let back = walk(selection, &[Step::Extend(Motion::Step(Direction::Up))]);
        assert_eq!(back.range.to_string(), "B3:C4");
    }

    #[test]
    fn whole_columns_and_rows_extend_as_such() {
        let left = Step::Extend(Motion::Step(Direction::Left));
        assert_eq!(walk(Selection::columns(2, 2), &[left]).range.to_string(), "B:C");
        let down = Step::Extend(Motion::Step(Direction::Down));
        assert_eq!(walk(Selection::rows(3, 3), &[down]).range.to_string(), "4:5");
    }

    #[test]
    fn a_move_gives_up_the_rectangle() {
        let selection = walk(range("B2:C3"), &[Step::Move(Motion::Step(Direction::Down))]);
        assert_eq!(selection.range.to_string(), "B3");
    }

    #[test]
    fn the_selected_columns_of_a_row() {
        assert_eq!(range("B2:C3").columns_in(2), Some((1, 2)));
        assert_eq!(range("B2:C3").columns_in(3), None);
    }
}
