//! The selection moves, by key, pointer or name. Text that is being typed is entered first.

use tertial_engine::session::{Address, ColumnRole, Range, landmarks};

use super::block;
use super::carrying;
use super::editing;
use super::pointing::{self, Spot};
use super::reference::{self, Way};
use super::selection::{Manner, Selection};
use super::{Effect, Notice, Said, SelectAction, State, Workspace};

/// Carries out an action that moves the selection.
pub fn update(state: &mut State, action: SelectAction) -> Vec<Effect> {
    if let Some(effects) = point(state, &action) {
        return effects;
    }
    if !matches!(action, SelectAction::Drag(_)) && !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match action {
        SelectAction::Go(step) => {
            let selection = workspace.selection.clone().after(step, workspace);
            let is_moved = selection.active != workspace.selection.active;
            let seen = if is_moved { selection.active } else { visible_part(&selection) };
            workspace.select(selection, seen);
        }
        SelectAction::All => workspace.selection = all(workspace),
        SelectAction::Rows => workspace.selection = lines(&workspace.selection, Range::rows_between),
        SelectAction::Columns => workspace.selection = lines(&workspace.selection, Range::columns_between),
        SelectAction::Manner(manner) => {
            let manner = if workspace.selection.manner == manner { Manner::Anew } else { manner };
            workspace.selection = workspace.selection.in_manner(manner);
        }
        SelectAction::Role(role) => state.said = Some(to_role(workspace, role)),
        SelectAction::AskPlace => return vec![Effect::FocusName],
        SelectAction::Press(pointer) => {
            let spot = workspace.spot(pointer);
            if carrying::grip(workspace, spot, pointer) {
                return vec![Effect::FocusSheet];
            }
            let selection = pointing::press(&workspace.selection, spot, pointer);
            show_spot(workspace, selection, spot);
        }
        SelectAction::Drag(pointer) if carrying::drag(workspace, pointer) => {}
        SelectAction::Drag(pointer) => {
            let spot = workspace.spot(pointer);
            let selection = pointing::drag(workspace.selection.clone(), spot);
            show_spot(workspace, selection, spot);
        }
        SelectAction::Named(text) => {
            let found = go_to(workspace, &text);
            state.notice = (!found).then_some(Notice::NoSuchPlace(text));
        }
    }
    vec![Effect::FocusSheet]
}

/// Writes a reference into the formula that is being typed, when it asks for one where the pointer is.
fn point(state: &mut State, action: &SelectAction) -> Option<Vec<Effect>> {
    let workspace = state.workspace.as_mut()?;
    let (SelectAction::Press(pointer) | SelectAction::Drag(pointer)) = action else { return None };
    let spot = workspace.spot(*pointer);
    if spot == Spot::Corner || !reference::is_asked(workspace) {
        return None;
    }
    let way = match action {
        SelectAction::Drag(_) => Way::Further,
        _ if pointer.shift => Way::Further,
        _ if pointer.ctrl => Way::Besides,
        _ => Way::Anew,
    };
    Some(reference::point(workspace, spot, way))
}

/// The block of filled cells around the active one; when that is selected already, or there is none, the whole sheet.
fn all(workspace: &Workspace) -> Selection {
    let Selection { range, active, .. } = workspace.selection;
    let block = block::around(active, workspace);
    let is_done = range == block || block.is_cell();
    Selection::around(active, if is_done { Range::whole_sheet() } else { block })
}

/// Goes to the column of a role in the same row, and says where that is.
fn to_role(workspace: &mut Workspace, role: ColumnRole) -> Said {
    let place = workspace.document.place(workspace.selection.active);
    let Some(cell) = landmarks::cell_of_role(&workspace.document.session, place, role) else {
        return Said::of("said-no-role", String::new());
    };
    workspace.select(Selection::cell(cell), cell);
    Said::of("said-role", workspace.document.session.spoken(workspace.document.place(cell)))
}

/// The whole rows or columns of a selection.
fn lines(selection: &Selection, between: fn(u32, u32) -> Range) -> Selection {
    let is_rows = between(0, 0).is_whole_rows();
    selection.stretched(
        |Range { first, last }| {
            if is_rows { between(first.row, last.row) } else { between(first.column, last.column) }
        },
    )
}

/// The corner that was moved. That of whole rows and columns lies where nobody wants to be taken.
fn visible_part(selection: &Selection) -> Address {
    let Selection { range, active, reach, .. } = selection;
    let row = if range.is_whole_columns() { active.row } else { reach.row };
    let column = if range.is_whole_rows() { active.column } else { reach.column };
    Address::new(row, column)
}

fn show_spot(workspace: &mut Workspace, selection: Selection, spot: Spot) {
    match spot {
        Spot::Cell(cell) => workspace.select(selection, cell),
        _ => {
            workspace.selection = selection;
            workspace.settle();
        }
    }
}

/// Goes to the cells of a name or an address; `false` when there are none.
fn go_to(workspace: &mut Workspace, text: &str) -> bool {
    let document = &workspace.document;
    let named = || landmarks::landmark(&document.session, document.sheet, text);
    let Some(region) = document.find(text).or_else(named) else { return false };
    workspace.show_sheet(region.sheet);
    workspace.select(Selection::range(region.range), region.range.first);
    true
}

#[cfg(test)]
mod tests {
    use crate::platform::pointer::Pointer;

    use super::super::editor::{Field, Mode};
    use super::super::movement::{Direction, Motion, Step};
    use super::super::sample::{budget, select, selected, shown, workspace};
    use super::super::{Action, EditAction};
    use super::*;

    fn run(state: &mut State, action: SelectAction) {
        state.update(Action::Select(action));
    }

    fn pointer(x: f64, y: f64) -> Pointer {
        Pointer { x, y, shift: false, ctrl: false, finger: false, pressed: true }
    }

    #[test]
    fn a_click_enters_what_was_typed() {
        let mut state = budget();
        select(&mut state, "B2");
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "5".into())));
        run(&mut state, SelectAction::Press(pointer(60.0, 30.0)));
        assert_eq!((selected(&state).as_str(), shown(&state, "B2").as_str()), ("A1", "5"));
        assert_eq!(workspace(&state).editor.mode(), Mode::Ready);
    }

    #[test]
    fn a_click_points_where_a_formula_asks_for_a_cell() {
        let mut state = budget();
        select(&mut state, "B7");
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "=SUMMA(".into())));
        run(&mut state, SelectAction::Press(pointer(180.0, 30.0 + 24.0)));
        run(&mut state, SelectAction::Drag(pointer(180.0, 30.0 + 72.0)));
        assert_eq!(workspace(&state).editor.draft().unwrap().text, "=SUMMA(B2:B4");
        state.update(Action::Edit(EditAction::Commit(None)));
        assert_eq!((selected(&state).as_str(), shown(&state, "B7").as_str()), ("B7", "16941"));
    }

    #[test]
    fn a_drag_selects_a_rectangle() {
        let mut state = budget();
        run(&mut state, SelectAction::Press(pointer(60.0, 30.0)));
        run(&mut state, SelectAction::Drag(pointer(180.0, 30.0 + 48.0)));
        assert_eq!(selected(&state), "A1:B3");
    }

    #[test]
    fn the_name_box_finds_cells_and_tells_of_what_is_none() {
        let mut state = budget();
        run(&mut state, SelectAction::Named(" b2:d4 ".into()));
        assert_eq!(selected(&state), "B2:D4");
        run(&mut state, SelectAction::Named("nonsens".into()));
        assert_eq!(state.notice, Some(Notice::NoSuchPlace("nonsens".into())));
        assert_eq!(selected(&state), "B2:D4");
    }

    #[test]
    fn all_is_first_what_is_used_and_then_the_sheet() {
        let mut state = budget();
        run(&mut state, SelectAction::All);
        assert_eq!(selected(&state), "A1:D5");
        run(&mut state, SelectAction::All);
        assert_eq!(workspace(&state).selection.range, Range::whole_sheet());
    }

    #[test]
    fn moving_out_of_sight_scrolls() {
        let mut state = budget();
        let scrolled = workspace(&state).viewport.scrolled;
        for _ in 0..25 {
            run(&mut state, SelectAction::Go(Step::Move(Motion::Step(Direction::Down))));
        }
        let workspace = workspace(&state);
        assert!(workspace.viewport.scrolled > scrolled && workspace.window.holds(25, 0));
    }

    #[test]
    fn the_end_of_the_sheet_can_be_reached() {
        let mut state = budget();
        for direction in [Direction::Down, Direction::Down, Direction::Right] {
            run(&mut state, SelectAction::Go(Step::Move(Motion::Edge(direction))));
        }
        assert_eq!(selected(&state), "XFD1048576");
        let workspace = workspace(&state);
        assert!(workspace.window.holds(1_048_575, 16_383));
    }
}
