//! What is selected: rectangles, one of them with the active cell in it that typing goes to.

use std::rc::Rc;

use tertial_engine::session::{Address, MAX_COLUMNS, MAX_ROWS, Range};

use super::movement::{Direction, Motion, Step, Terrain, destination};
use super::rectangles;

/// The selected rectangles and the active cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    /// The rectangle with the active cell.
    pub range: Range,
    /// The cell that typing goes to.
    pub active: Address,
    /// The corner that moves when the selection is extended.
    pub reach: Address,
    /// What keys that move do to what is selected already.
    pub manner: Manner,
    /// The other rectangles, in the order in which Enter comes to them after this one.
    others: Rc<[Range]>,
    /// Column where a run of tabs began; enter returns to it.
    run: Option<u32>,
    /// Whether the pointer took cells out of it and is still pressed.
    is_cut: bool,
}

/// What keys that move do to what is selected already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Manner {
    /// They begin anew.
    #[default]
    Anew,
    /// They extend it, as with Shift.
    Extending,
    /// They leave it selected and go on beside it.
    Adding,
}

impl Default for Selection {
    fn default() -> Self {
        Self::cell(Address::default())
    }
}

impl Selection {
    /// One cell.
    pub fn cell(cell: Address) -> Self {
        Self::spanning(Range::cell(cell), cell, cell)
    }

    /// A rectangle with its first cell active.
    pub fn range(range: Range) -> Self {
        Self::spanning(range, range.first, range.last)
    }

    /// A rectangle with the active cell somewhere in it.
    pub fn around(active: Address, range: Range) -> Self {
        Self::spanning(range, active, range.last)
    }

    /// Whole columns from one to another; the first named holds the active cell.
    pub fn columns(from: u32, to: u32) -> Self {
        let range = Range::columns_between(from.min(to), from.max(to));
        Self::spanning(range, Address::new(0, from), Address::new(MAX_ROWS - 1, to))
    }

    /// Whole rows from one to another; the first named holds the active cell.
    pub fn rows(from: u32, to: u32) -> Self {
        let range = Range::rows_between(from.min(to), from.max(to));
        Self::spanning(range, Address::new(from, 0), Address::new(to, MAX_COLUMNS - 1))
    }

    /// Several rectangles, the last with its first cell active; `None` without any.
    pub fn several(ranges: Vec<Range>) -> Option<Self> {
        let (last, others) = ranges.split_last()?;
        Some(Self { others: others.into(), ..Self::range(*last) })
    }

    fn spanning(range: Range, active: Address, reach: Address) -> Self {
        let (manner, others) = (Manner::Anew, Rc::default());
        Self { range, active, reach, manner, others, run: None, is_cut: false }
    }

    /// The rectangles, that with the active cell last.
    pub fn ranges(&self) -> impl Iterator<Item = Range> {
        self.others.iter().copied().chain([self.range])
    }

    /// The rectangles beside that with the active cell.
    pub fn others(&self) -> &[Range] {
        &self.others
    }

    /// Whether it is one cell.
    pub fn is_cell(&self) -> bool {
        self.range.is_cell() && self.others.is_empty()
    }

    /// Whether all cells of a rectangle are selected.
    pub fn covers(&self, range: Range) -> bool {
        let rest =
            |parts: Vec<Range>, hole| parts.into_iter().flat_map(|part| rectangles::without(part, hole)).collect();
        self.ranges().fold(vec![range], rest).is_empty()
    }

    /// The columns of a row that are selected.
    pub fn columns_in(&self, row: u32) -> Vec<(u32, u32)> {
        let inside = |range: &Range| (range.first.row..=range.last.row).contains(&row);
        self.ranges().filter(inside).map(|range| (range.first.column, range.last.column)).collect()
    }

    /// The columns that something is selected in.
    pub fn columns_lit(&self) -> Vec<(u32, u32)> {
        self.ranges().map(|range| (range.first.column, range.last.column)).collect()
    }

    /// The same active cell with the far corner elsewhere.
    pub fn extended(self, reach: Address) -> Self {
        Self { range: Range::new(self.active, reach), reach, is_cut: false, ..self }
    }

    /// This selection with another one beside it, which gets the active cell.
    pub fn with(&self, new: Self) -> Self {
        Self { others: self.ranges().collect(), manner: self.manner, ..new }
    }

    /// Another rectangle in place of that with the active cell.
    pub fn replaced_by(self, new: Self) -> Self {
        Self { others: self.others, manner: self.manner, ..new }
    }

    /// This selection without some cells; all of it where nothing else would be left.
    pub fn without(&self, hole: Range) -> Self {
        let rest: Vec<Range> = self.ranges().flat_map(|range| rectangles::without(range, hole)).collect();
        let rest = Self::several(rest).map(|rest| rest.around_active(self.active));
        Self { manner: self.manner, is_cut: true, ..rest.unwrap_or_else(|| self.clone()) }
    }

    /// Each rectangle made another one.
    pub fn stretched(&self, stretch: impl Fn(Range) -> Range) -> Self {
        let others = self.others.iter().map(|range| stretch(*range)).collect();
        Self { others, ..Self::around(self.active, stretch(self.range)) }
    }

    /// Whether the pointer took cells out of it and is still pressed.
    pub const fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// Moves in another manner from here on. To add, all that is selected stays and the active cell goes on alone; where
    /// it did not go anywhere, it is taken back into what was selected.
    pub fn in_manner(&self, manner: Manner) -> Self {
        if manner == Manner::Adding {
            return Self { manner, ..self.with(Self::cell(self.active)) };
        }
        let home = self.others.iter().copied().find(|other| other.intersection(self.range) == Some(self.range));
        let rest = || Self::several(self.others.to_vec()).map(|rest| rest.around_active(self.active));
        let settled = home.and_then(|_| rest()).unwrap_or_else(|| self.clone());
        Self { manner, ..settled }
    }

    /// The selection after a key.
    pub fn after(self, step: Step, terrain: &impl Terrain) -> Self {
        match (step, self.manner) {
            (Step::Move(motion), Manner::Anew) => Self::cell(destination(self.active, motion, terrain)),
            (Step::Move(motion), Manner::Adding) => self.wandered(motion, terrain),
            (Step::Move(motion), Manner::Extending) | (Step::Extend(motion), _) => self.extended_by(motion, terrain),
            (Step::Enter { back }, _) if self.is_cell() => self.entered(back, terrain),
            (Step::Tab { back }, _) if self.is_cell() => self.tabbed(back, terrain),
            (Step::Enter { back }, _) => self.turned(next_down, back),
            (Step::Tab { back }, _) => self.turned(next_right, back),
        }
    }

    /// The same rectangles, with a cell active that lies in one of them.
    fn around_active(self, active: Address) -> Self {
        let ranges: Vec<Range> = self.ranges().collect();
        match ranges.iter().position(|range| range.contains(active)) {
            Some(at) => {
                let others = ranges[at + 1..].iter().chain(&ranges[..at]).copied().collect();
                Self { others, ..Self::around(active, ranges[at]) }
            }
            None => self,
        }
    }

    fn extended_by(self, motion: Motion, terrain: &impl Terrain) -> Self {
        let reach = destination(self.reach, motion, terrain);
        if self.range.is_whole_columns() {
            let columns = Self::columns(self.active.column, reach.column);
            return self.replaced_by(columns);
        }
        if self.range.is_whole_rows() {
            let rows = Self::rows(self.active.row, reach.row);
            return self.replaced_by(rows);
        }
        self.extended(reach)
    }

    /// The active cell goes on alone; a larger rectangle stays where it is.
    fn wandered(self, motion: Motion, terrain: &impl Terrain) -> Self {
        let cell = Self::cell(destination(self.active, motion, terrain));
        if self.range.is_cell() { self.replaced_by(cell) } else { self.with(cell) }
    }

    fn entered(self, back: bool, terrain: &impl Terrain) -> Self {
        let column = self.run.unwrap_or(self.active.column);
        let way = if back { Direction::Up } else { Direction::Down };
        Self::cell(destination(Address::new(self.active.row, column), Motion::Step(way), terrain))
    }

    /// To the next cell to be filled in, in a report table; elsewhere to the cell beside.
    fn tabbed(self, back: bool, terrain: &impl Terrain) -> Self {
        let way = if back { Direction::Left } else { Direction::Right };
        let beside = || destination(self.active, Motion::Step(way), terrain);
        let next = terrain.next_input(self.active, back).unwrap_or_else(beside);
        let run = if back { self.run } else { self.run.or(Some(self.active.column)) };
        Self { run, ..Self::cell(next) }
    }

    /// The next cell of the rectangle, or the first of the next one; from the last of all to the first.
    fn turned(self, next: fn(Range, Address, bool) -> Option<Address>, back: bool) -> Self {
        if let Some(active) = next(self.range, self.active, back) {
            return Self { active, ..self };
        }
        let mut ranges: Vec<Range> = [self.range].into_iter().chain(self.others.iter().copied()).collect();
        if back {
            ranges.rotate_right(1);
        } else {
            ranges.rotate_left(1);
        }
        let range = ranges[0];
        let active = if back { range.last } else { range.first };
        Self { others: ranges[1..].into(), ..Self::around(active, range) }
    }
}

/// The next cell of a rectangle, column by column.
fn next_down(range: Range, from: Address, back: bool) -> Option<Address> {
    let Range { first, last } = range;
    match back {
        false if from.row < last.row => Some(Address::new(from.row + 1, from.column)),
        false if from.column < last.column => Some(Address::new(first.row, from.column + 1)),
        true if from.row > first.row => Some(Address::new(from.row - 1, from.column)),
        true if from.column > first.column => Some(Address::new(last.row, from.column - 1)),
        _ => None,
    }
}

/// The next cell of a rectangle, row by row.
fn next_right(range: Range, from: Address, back: bool) -> Option<Address> {
    let turn = |cell: Address| Address::new(cell.column, cell.row);
    let turned = Range { first: turn(range.first), last: turn(range.last) };
    next_down(turned, turn(from), back).map(turn)
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
        assert_eq!(range("B2:C3").columns_in(2), [(1, 2)]);
        assert_eq!(range("B2:C3").columns_in(3), []);
        assert_eq!(several(&["B2:C3", "E2"]).columns_in(1), [(1, 2), (4, 4)]);
    }

    fn several(ranges: &[&str]) -> Selection {
        Selection::several(ranges.iter().map(|text| Range::parse(text).unwrap()).collect()).unwrap()
    }

    fn written(selection: &Selection) -> String {
        let ranges: Vec<_> = selection.ranges().map(|range| range.to_string()).collect();
        format!("{} @{}", ranges.join(" "), selection.active)
    }

    #[test]
    fn enter_and_tab_walk_through_several_rectangles() {
        let start = several(&["A1:A2", "C1", "E1:F1"]);
        let down: Vec<_> = (1..=5).map(|n| walk(start.clone(), &vec![ENTER; n]).active.to_string()).collect();
        assert_eq!(down, ["F1", "A1", "A2", "C1", "E1"]);
        let back: Vec<_> = (1..=5).map(|n| walk(start.clone(), &vec![BACK_TAB; n]).active.to_string()).collect();
        assert_eq!(back, ["C1", "A2", "A1", "F1", "E1"]);
        let moved = walk(start, &[ENTER, ENTER]);
        assert_eq!(moved.range.to_string(), "A1:A2", "the rectangle with the active cell");
    }

    #[test]
    fn extending_and_moving_with_several_rectangles() {
        let start = several(&["A1:A2", "C1"]);
        let down = Motion::Step(Direction::Down);
        assert_eq!(written(&walk(start.clone(), &[Step::Extend(down)])), "A1:A2 C1:C2 @C1");
        assert_eq!(written(&walk(start, &[Step::Move(down)])), "C2 @C2");
    }

    #[test]
    fn cells_are_taken_out_again() {
        let start = several(&["A1:B2", "D4"]);
        assert_eq!(written(&start.without(Range::parse("B2").unwrap())), "A1:B1 A2 D4 @D4");
        assert_eq!(written(&start.without(Range::parse("D4").unwrap())), "A1:B2 @A1");
        assert_eq!(written(&cell("B2").without(Range::parse("A1:C3").unwrap())), "B2 @B2", "something stays selected");
    }

    #[test]
    fn the_keyboard_adds_rectangles() {
        let (right, down) = (Motion::Step(Direction::Right), Motion::Step(Direction::Down));
        let mut selection = range("A1:A2").in_manner(Manner::Adding);
        assert_eq!(written(&selection), "A1:A2 A1 @A1");
        assert_eq!(written(&selection.in_manner(Manner::Anew)), "A1:A2 @A1", "nothing was added");
        selection = walk(selection, &[Step::Move(right), Step::Move(right), Step::Extend(down)]);
        assert_eq!(written(&selection), "A1:A2 C1:C2 @C1");
        selection = walk(selection, &[Step::Move(right)]);
        assert_eq!(written(&selection), "A1:A2 C1:C2 D1 @D1", "a larger rectangle stays, a cell goes on");
        selection = walk(selection, &[Step::Move(right)]).in_manner(Manner::Anew);
        assert_eq!(written(&selection), "A1:A2 C1:C2 E1 @E1");
    }

    #[test]
    fn f8_extends_without_shift() {
        let selection = cell("B2").in_manner(Manner::Extending);
        let down = Step::Move(Motion::Step(Direction::Down));
        assert_eq!(written(&walk(selection, &[down, down])), "B2:B4 @B2");
    }
}
