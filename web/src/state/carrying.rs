//! Rows and columns taken elsewhere on their sheet: by command one step at a time, or by the numbers of selected ones, which
//! the pointer takes along.

use tertial_engine::session::line_moving::{self, MovedLines};
use tertial_engine::session::{Address, AxisKind, Range, Refusal};

use crate::platform::pointer::Pointer;

use super::movement::Terrain;
use super::pointing::{self, Spot};
use super::selection::Selection;
use super::{Effect, Notice, Said, State, Workspace, editing};

/// Selected rows or columns go elsewhere.
#[derive(Debug, Clone, PartialEq)]
pub enum CarryAction {
    /// Past the shown line before them, or after them.
    Step { axis: AxisKind, back: bool },
    /// The pointer that may have taken them along was let go.
    Release(Pointer),
    /// The pointer is gone, and they stay where they are.
    LetGo,
}

/// Lines that the pointer has taken hold of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Carry {
    axis: AxisKind,
    /// The first and the last of them.
    lines: (u32, u32),
    /// Where they were taken hold of.
    from: Pointer,
    /// Where the pointer is, once it has been moved.
    over: Option<u32>,
}

/// How far, in pixels, the pointer goes before it counts as moved.
const SLACK: f64 = 4.0;

/// Carries out an action that moves lines.
pub fn update(state: &mut State, action: &CarryAction) -> Vec<Effect> {
    match action {
        CarryAction::Step { axis, back } => step(state, *axis, *back),
        CarryAction::Release(pointer) => release(state, *pointer),
        CarryAction::LetGo => {
            state.workspace.iter_mut().for_each(|workspace| workspace.viewport.carry = None);
            Vec::new()
        }
    }
}

/// Takes the selected lines past a shown one; text that is being typed is entered first.
fn step(state: &mut State, axis: AxisKind, back: bool) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let lines = axis.lines(workspace.selection.range);
    let Some(before) = next(workspace, axis, lines, back) else { return Vec::new() };
    let moved = take(workspace, (axis, lines), before);
    finish(state, axis, moved)
}

/// Takes hold of the selected lines when one of their numbers is pressed; `false` when another thing is.
pub fn grip(workspace: &mut Workspace, spot: Spot, pointer: Pointer) -> bool {
    let Selection { range, .. } = workspace.selection;
    let (axis, line, are_selected) = match spot {
        Spot::Row(row) => (AxisKind::Rows, row, range.is_whole_rows()),
        Spot::Column(column) => (AxisKind::Columns, column, range.is_whole_columns()),
        Spot::Cell(_) | Spot::Corner => return false,
    };
    let lines = axis.lines(range);
    let is_plain = !pointer.shift && !pointer.ctrl && !pointer.finger && workspace.selection.others().is_empty();
    let grips = is_plain && are_selected && range != Range::whole_sheet() && (lines.0..=lines.1).contains(&line);
    workspace.viewport.carry = grips.then_some(Carry { axis, lines, from: pointer, over: None });
    grips
}

/// Takes what is held to where the pointer is; `false` when nothing is held.
pub fn drag(workspace: &mut Workspace, pointer: Pointer) -> bool {
    let Some(carry) = workspace.viewport.carry else { return false };
    let (x, y) = (pointer.x - carry.from.x, pointer.y - carry.from.y);
    if carry.over.is_some() || x * x + y * y > SLACK * SLACK {
        let cell = workspace.cell_beside_headers(pointer, carry.axis);
        workspace.viewport.carry = Some(Carry { over: Some(carry.axis.line(cell)), ..carry });
        workspace.show(cell);
    }
    true
}

/// Takes lines of the shown sheet to just before another, and selects them there.
pub fn carry(state: &mut State, range: Range, before: u32) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let axis = if range.is_whole_columns() { AxisKind::Columns } else { AxisKind::Rows };
    workspace.selection = Selection::range(range);
    workspace.unframe();
    let moved = take(workspace, (axis, axis.lines(range)), before);
    finish(state, axis, moved)
}

/// Leaves the lines where the pointer is. Where it was not moved, it was a click on a number.
fn release(state: &mut State, pointer: Pointer) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let Some(carry) = workspace.viewport.carry.take() else { return Vec::new() };
    if carry.over.is_none() {
        let spot = workspace.spot(carry.from);
        workspace.selection =
            pointing::press(&workspace.selection, spot, Pointer { shift: false, ctrl: false, ..pointer });
        workspace.settle();
        return vec![Effect::FocusSheet];
    }
    let Some(before) = carry.before() else { return vec![Effect::FocusSheet] };
    let moved = take(workspace, (carry.axis, carry.lines), before);
    finish(state, carry.axis, moved)
}

impl Carry {
    /// The line that the held ones would come to stand before: they take the place of the one under the pointer.
    fn before(&self) -> Option<u32> {
        let over = self.over?;
        match over {
            _ if over < self.lines.0 => Some(over),
            _ if over > self.lines.1 => Some(over + 1),
            _ => None,
        }
    }

    /// The whole line at whose near edge they would come in, and whether that edge is its end.
    pub fn landing(&self) -> Option<(AxisKind, u32, bool)> {
        let before = self.before()?;
        let is_end = before > self.lines.1;
        Some((self.axis, if is_end { before - 1 } else { before }, is_end))
    }
}

/// The line before which lines stand after a step past a shown one; `None` at the edge of the sheet.
pub fn next(workspace: &Workspace, axis: AxisKind, (first, last): (u32, u32), back: bool) -> Option<u32> {
    if back {
        workspace.shown(first.checked_sub(1)?, axis, false)
    } else {
        workspace.shown(last + 1, axis, true).map(|passed| passed + 1)
    }
}

fn take(workspace: &mut Workspace, (axis, lines): (AxisKind, (u32, u32)), before: u32) -> Result<MovedLines, Refusal> {
    let sheet = workspace.document.sheet;
    line_moving::move_lines(&mut workspace.document.session, (sheet, axis), lines, before)
}

/// Goes along with the lines, and says which formulas read others than before.
fn finish(state: &mut State, axis: AxisKind, moved: Result<MovedLines, Refusal>) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let moved = match moved {
        Ok(moved) => moved,
        Err(refusal) => {
            state.notice = Some(Notice::Refused(refusal));
            return vec![Effect::FocusSheet];
        }
    };
    workspace.fold(&moved.changes);
    let lines = axis.lines(workspace.selection.range);
    let along = |cell: Address| axis.with_line(cell, axis.line(cell) - lines.0 + moved.lines.0);
    let Selection { range, active, .. } = workspace.selection;
    let active = if (lines.0..=lines.1).contains(&axis.line(active)) { along(active) } else { active };
    let selection = Selection::around(active, Range { first: along(range.first), last: along(range.last) });
    let seen = if range.is_whole_columns() || range.is_whole_rows() { active } else { selection.range.first };
    workspace.select(selection, seen);
    state.said = Some(said(axis, &moved));
    state.notice = (!moved.left.is_empty())
        .then(|| Notice::LinesLeft { left: listed(&moved.left), joined: listed(&moved.joined) });
    vec![Effect::FocusSheet]
}

fn said(axis: AxisKind, moved: &MovedLines) -> Said {
    let (first, last) = moved.lines;
    let range = axis.range(first, last);
    match moved.joined.is_empty() {
        true => Said::of("said-moved", range.to_string()),
        false => Said::of("said-joined", listed(&moved.joined)),
    }
}

/// The first of some cells.
fn listed(cells: &[String]) -> String {
    const MOST: usize = 4;
    let more = if cells.len() > MOST { " …" } else { "" };
    format!("{}{more}", cells[..cells.len().min(MOST)].join(", "))
}

#[cfg(test)]
mod tests {
    use super::super::editor::Field;
    use super::super::sample::{budget, select, selected, shown, workspace};
    use super::super::{Action, EditAction, PageAction, SelectAction};
    use super::*;

    fn step(state: &mut State, axis: AxisKind, back: bool) {
        state.update(Action::Carry(CarryAction::Step { axis, back }));
    }

    fn names(state: &State) -> Vec<String> {
        ["A1", "A2", "A3", "A4", "A5"].iter().map(|cell| shown(state, cell)).collect()
    }

    /// Over the number of a row, or the letter of a column.
    fn over(state: &State, line: u32, axis: AxisKind) -> Pointer {
        let workspace = workspace(state);
        let (x, y) = match axis {
            AxisKind::Rows => (10.0, 26.0 + workspace.heights.top(line) + 5.0),
            AxisKind::Columns => (50.0 + workspace.columns.left(line) + 5.0, 10.0),
        };
        Pointer { x, y, shift: false, ctrl: false, finger: false, pressed: true }
    }

    fn carry(state: &mut State, axis: AxisKind, from: u32, to: u32) {
        let (from, to) = (over(state, from, axis), over(state, to, axis));
        state.update(Action::Select(SelectAction::Press(from)));
        state.update(Action::Select(SelectAction::Drag(to)));
        state.update(Action::Carry(CarryAction::Release(to)));
    }

    #[test]
    fn a_row_goes_up_and_down_with_the_selection_in_one_step_of_undo() {
        let mut state = budget();
        select(&mut state, "B3");
        step(&mut state, AxisKind::Rows, true);
        assert_eq!(names(&state), ["Verksamhet", "Lokaler", "Personal", "IT", "Summa"]);
        assert_eq!((selected(&state).as_str(), shown(&state, "B5").as_str()), ("B2", "16941"));
        assert_eq!(state.said, Some(Said::of("said-moved", "2:2".into())));
        step(&mut state, AxisKind::Rows, false);
        assert_eq!(names(&state)[1..3], ["Personal", "Lokaler"]);
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(names(&state)[1..3], ["Lokaler", "Personal"]);
    }

    #[test]
    fn a_sum_that_loses_a_row_is_told_of() {
        let mut state = budget();
        select(&mut state, "4:4");
        step(&mut state, AxisKind::Rows, false);
        assert_eq!(selected(&state), "5:5");
        assert!(
            matches!(&state.notice, Some(Notice::LinesLeft { left, .. }) if left.starts_with("B4")),
            "{:?}",
            state.notice
        );
        step(&mut state, AxisKind::Rows, true);
        assert_eq!((shown(&state, "B5").as_str(), &state.notice), ("16941", &None));
    }

    #[test]
    fn selected_rows_are_taken_along_by_their_numbers() {
        let mut state = budget();
        select(&mut state, "2:2");
        carry(&mut state, AxisKind::Rows, 1, 3);
        assert_eq!(names(&state), ["Verksamhet", "Lokaler", "IT", "Personal", "Summa"]);
        assert_eq!(selected(&state), "4:4");
        carry(&mut state, AxisKind::Rows, 3, 1);
        assert_eq!(names(&state)[1], "Personal");
        select(&mut state, "B:B");
        carry(&mut state, AxisKind::Columns, 1, 2);
        assert_eq!((selected(&state).as_str(), shown(&state, "C1").as_str()), ("C:C", "Budget"));
    }

    #[test]
    fn a_click_among_selected_rows_selects_one_and_a_drag_from_others_selects_them() {
        let mut state = budget();
        select(&mut state, "2:4");
        carry(&mut state, AxisKind::Rows, 2, 2);
        assert_eq!(selected(&state), "3:3");
        carry(&mut state, AxisKind::Rows, 0, 1);
        assert_eq!((selected(&state).as_str(), names(&state)[1].as_str()), ("1:2", "Personal"));
    }

    #[test]
    fn escape_leaves_the_rows_where_they_are() {
        let mut state = budget();
        select(&mut state, "2:2");
        let (from, to) = (over(&state, 1, AxisKind::Rows), over(&state, 3, AxisKind::Rows));
        state.update(Action::Select(SelectAction::Press(from)));
        state.update(Action::Select(SelectAction::Drag(to)));
        assert_eq!(workspace(&state).viewport.carry.and_then(|carry| carry.landing()), Some((AxisKind::Rows, 3, true)));
        state.update(Action::Page(PageAction::ToSheet));
        state.update(Action::Carry(CarryAction::Release(to)));
        assert_eq!(names(&state)[1], "Personal");
    }

    #[test]
    fn letting_go_leaves_a_formula_that_points_open() {
        let mut state = budget();
        select(&mut state, "F1");
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "=".into())));
        let cell = Pointer { x: 60.0, y: 60.0, ..over(&state, 1, AxisKind::Rows) };
        state.update(Action::Select(SelectAction::Press(cell)));
        state.update(Action::Carry(CarryAction::Release(cell)));
        assert_eq!(workspace(&state).editor.draft().map(|draft| draft.text.as_str()), Some("=A2"));
    }

    #[test]
    fn nothing_goes_past_the_edge_of_the_sheet() {
        let mut state = budget();
        select(&mut state, "1:2");
        step(&mut state, AxisKind::Rows, true);
        step(&mut state, AxisKind::Columns, true);
        assert_eq!((names(&state)[0].as_str(), selected(&state).as_str()), ("Verksamhet", "1:2"));
    }
}
