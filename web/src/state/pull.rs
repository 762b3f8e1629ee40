//! The handle at the corner of the selection: pulled over cells, it fills them with the series that the selection begins.

use tertial_engine::session::{Address, Range};

use crate::platform::pointer::Pointer;

use super::pointing::{self, Spot};
use super::selection::Selection;
use super::{Effect, State, Workspace, editing, filling};

/// How far, in pixels, the pointer goes before it counts as moved. The handle lies over the corner of four cells, so the
/// cell under the pointer does not tell.
const SLACK: f64 = 4.0;

/// How far, in pixels, the square that is seen of the handle reaches from its middle.
const HALF_SQUARE: f64 = 6.0;

/// The handle while it is pulled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pull {
    /// Where it was gripped.
    from: Pointer,
    /// Whether it was moved since.
    is_moved: bool,
    /// The selection and the cells that would be filled.
    pub target: Range,
}

/// Begins a pull; text that is being typed is entered first.
pub fn grip(state: &mut State, pointer: Pointer) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    workspace.pull = Some(Pull { from: pointer, is_moved: false, target: workspace.selection.range });
    vec![Effect::FocusSheet]
}

/// Goes on with a pull.
pub fn pull(workspace: &mut Workspace, pointer: Pointer) -> Vec<Effect> {
    if let (Some(pull), Spot::Cell(cell)) = (workspace.pull, workspace.spot(pointer))
        && pull.is_moved_by(pointer)
    {
        let target = target(workspace.selection.range, cell);
        workspace.pull = Some(Pull { target, is_moved: true, ..pull });
        workspace.show(cell);
    }
    Vec::new()
}

/// Fills and selects what the handle was pulled over. Where it was not moved, it was a click: on the square nothing, or the
/// first half of two that fill, and beside it one on the cell there.
pub fn release(state: &mut State, pointer: Pointer) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let Some(pull) = workspace.pull.take() else { return Vec::new() };
    let spot = workspace.spot(pointer);
    if !pull.is_moved_by(pointer) {
        if is_on_square(workspace, pointer) {
            return vec![Effect::FocusSheet];
        }
        workspace.selection = pointing::press(&workspace.selection, spot, pointer);
        workspace.settle();
        return vec![Effect::FocusSheet];
    }
    let Some(changes) = filling::dragged(workspace, pull.target, pointer.ctrl) else { return Vec::new() };
    if changes.is_ok() {
        workspace.selection = Selection::around(workspace.selection.active, pull.target);
    }
    editing::finish(state, changes)
}

/// Whether a pointer is on the square that is seen of the handle, over the corner where the selection ends.
fn is_on_square(workspace: &Workspace, pointer: Pointer) -> bool {
    let last = workspace.selection.range.last;
    let spot = |way: f64| workspace.spot(Pointer { x: pointer.x + way, y: pointer.y + way, ..pointer });
    let begins = matches!(spot(-HALF_SQUARE), Spot::Cell(cell) if cell == last);
    begins && matches!(spot(HALF_SQUARE), Spot::Cell(cell) if cell.row > last.row && cell.column > last.column)
}

impl Pull {
    /// Whether the pointer has been taken elsewhere.
    fn is_moved_by(&self, to: Pointer) -> bool {
        let (x, y) = (to.x - self.from.x, to.y - self.from.y);
        self.is_moved || x * x + y * y > SLACK * SLACK
    }
}

/// The selection, made larger towards a cell in the one direction in which that lies farther away.
fn target(source: Range, to: Address) -> Range {
    let Range { first, last } = source;
    let rows = first.row.saturating_sub(to.row).max(to.row.saturating_sub(last.row));
    let columns = first.column.saturating_sub(to.column).max(to.column.saturating_sub(last.column));
    if columns > rows {
        Range::new(
            Address::new(first.row, first.column.min(to.column)),
            Address::new(last.row, last.column.max(to.column)),
        )
    } else {
        Range::new(Address::new(first.row.min(to.row), first.column), Address::new(last.row.max(to.row), last.column))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, selected, shown, type_in, workspace};
    use super::super::{Action, EditAction, PageAction};
    use super::*;

    /// A pointer in the middle of a cell of the first columns, which are 94 pixels wide.
    fn over(state: &State, cell: &str) -> Pointer {
        let cell = Address::parse(cell).unwrap();
        let workspace = workspace(state);
        let (x, y) = (workspace.columns.left(cell.column), workspace.heights.top(cell.row));
        Pointer { x: 50.0 + x + 5.0, y: 26.0 + y + 5.0, shift: false, ctrl: false, finger: false, pressed: true }
    }

    fn fill(state: &mut State, from: &str, to: &str, ctrl: bool) {
        for (cell, action) in
            [(from, EditAction::Grip as fn(_) -> _), (to, EditAction::Pull), (to, EditAction::Release)]
        {
            let pointer = Pointer { ctrl, ..over(state, cell) };
            state.update(Action::Edit(action(pointer)));
        }
    }

    fn range(text: &str) -> Range {
        Range::parse(text).unwrap()
    }

    #[test]
    fn the_selection_grows_in_the_one_direction_that_is_meant() {
        let grown = |to: &str| target(range("B3:C4"), Address::parse(to).unwrap()).to_string();
        assert_eq!(
            ["B9", "D9", "F5", "A4", "C1", "C4"].map(grown),
            ["B3:C9", "B3:C9", "B3:F4", "A3:C4", "B1:C4", "B3:C4"]
        );
    }

    #[test]
    fn a_series_is_pulled_down_in_one_step_of_undo() {
        let mut state = budget();
        for (cell, text) in [("F1", "10"), ("F2", "20")] {
            select(&mut state, cell);
            type_in(&mut state, text);
        }
        select(&mut state, "F1:F2");
        fill(&mut state, "F2", "F5", false);
        assert_eq!((shown(&state, "F5").as_str(), selected(&state).as_str()), ("50", "F1:F5"));
        assert!(workspace(&state).pull.is_none());
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!((shown(&state, "F2").as_str(), shown(&state, "F3").as_str()), ("20", ""));
    }

    #[test]
    fn a_single_number_is_repeated_and_counted_up_with_ctrl() {
        let mut state = budget();
        select(&mut state, "F1");
        type_in(&mut state, "7");
        fill(&mut state, "F1", "F2", false);
        assert_eq!(shown(&state, "F2"), "7");
        select(&mut state, "F1");
        fill(&mut state, "F1", "F3", true);
        assert_eq!((shown(&state, "F2").as_str(), shown(&state, "F3").as_str()), ("8", "9"));
    }

    #[test]
    fn a_click_on_the_handle_selects_the_cell_below_it() {
        let mut state = budget();
        select(&mut state, "B2");
        let corner = over(&state, "C3");
        let pointer = Pointer { x: corner.x + 4.0, y: corner.y + 4.0, ..corner };
        state.update(Action::Edit(EditAction::Grip(pointer)));
        state.update(Action::Edit(EditAction::Release(pointer)));
        assert_eq!(selected(&state), "C3");
    }

    #[test]
    fn a_click_on_the_square_of_the_handle_selects_nothing() {
        let mut state = budget();
        select(&mut state, "B2");
        let below = over(&state, "C3");
        let corner = Pointer { x: below.x - 5.0, y: below.y - 5.0, ..below };
        state.update(Action::Edit(EditAction::Grip(corner)));
        state.update(Action::Edit(EditAction::Release(corner)));
        assert_eq!(selected(&state), "B2");
    }

    #[test]
    fn a_pull_within_the_cell_under_the_handle_fills_it() {
        let mut state = budget();
        select(&mut state, "F1");
        type_in(&mut state, "T3");
        select(&mut state, "F1");
        let middle = over(&state, "G1");
        let corner = Pointer { x: middle.x - 4.0, y: middle.y - 3.0, ..middle };
        for action in [EditAction::Grip(corner), EditAction::Pull(middle), EditAction::Release(middle)] {
            state.update(Action::Edit(action));
        }
        assert_eq!((shown(&state, "G1").as_str(), selected(&state).as_str()), ("T1", "F1:G1"));
    }

    #[test]
    fn escape_gives_a_pull_up() {
        let mut state = budget();
        select(&mut state, "B2");
        let (from, to) = (over(&state, "B2"), over(&state, "B4"));
        state.update(Action::Edit(EditAction::Grip(from)));
        state.update(Action::Edit(EditAction::Pull(to)));
        assert_eq!(workspace(&state).pull.map(|pull| pull.target), Some(range("B2:B4")));
        state.update(Action::Page(PageAction::ToSheet));
        state.update(Action::Edit(EditAction::Release(to)));
        assert_eq!((shown(&state, "B4").as_str(), selected(&state).as_str()), ("1200", "B2"));
    }
}
