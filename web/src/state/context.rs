//! The menu of what is pointed at, or of what is selected.

use tertial_engine::session::{Range, SheetId};

use crate::platform::pointer::Pointer;

use super::pointing::{self, Spot};
use super::{Effect, Panel, State, Workspace, editing, lines};

/// What a menu is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    Cells,
    Rows,
    Columns,
    Tab,
}

/// Where on the page a menu opens, in pixels.
pub type OnPage = (i32, i32);

/// A menu is asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum ContextAction {
    /// On the grid, by the pointer.
    Grid(Pointer, OnPage),
    /// For what is selected, by the keyboard.
    Selection,
    /// For a sheet's tab; without a place, by the keyboard.
    Tab(SheetId, Option<OnPage>),
}

/// Opens a menu; text that is being typed is entered first.
pub fn update(state: &mut State, action: ContextAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (context, at) = match action {
        ContextAction::Grid(pointer, at) => {
            let spot = workspace.spot(pointer);
            point(workspace, spot);
            (of_selection(workspace), Some(at))
        }
        ContextAction::Selection => (of_selection(workspace), None),
        ContextAction::Tab(sheet, at) => {
            workspace.show_sheet(sheet);
            (Context::Tab, at)
        }
    };
    state.panel = Some(Panel::Menu { context, at });
    Vec::new()
}

/// Selects what is pointed at, unless it is selected already.
fn point(workspace: &mut Workspace, spot: Spot) {
    let pointed = match spot {
        Spot::Cell(cell) => Range::cell(cell),
        Spot::Row(row) => Range::rows_between(row, row),
        Spot::Column(column) => Range::columns_between(column, column),
        Spot::Corner => Range::whole_sheet(),
    };
    if !workspace.selection.covers(pointed) {
        let plain = Pointer { x: 0.0, y: 0.0, shift: false, ctrl: false, finger: false, pressed: true };
        workspace.selection = pointing::press(&workspace.selection, spot, plain);
        workspace.settle();
    }
}

fn of_selection(workspace: &Workspace) -> Context {
    let range = workspace.selection.range;
    match lines::are_selected(range) {
        true if range.is_whole_rows() => Context::Rows,
        true => Context::Columns,
        false => Context::Cells,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Action;
    use super::super::sample::{budget, select, selected};
    use super::*;

    fn menu(state: &mut State, x: f64, y: f64) -> Option<Context> {
        let pointer = Pointer { x, y, shift: false, ctrl: false, finger: false, pressed: false };
        state.update(Action::Context(ContextAction::Grid(pointer, (0, 0))));
        match state.panel {
            Some(Panel::Menu { context, .. }) => Some(context),
            _ => None,
        }
    }

    #[test]
    fn what_is_pointed_at_is_selected_unless_it_is() {
        let mut state = budget();
        select(&mut state, "B2:C4");
        assert_eq!(menu(&mut state, 180.0, 30.0 + 24.0), Some(Context::Cells));
        assert_eq!(selected(&state), "B2:C4");
        assert_eq!(menu(&mut state, 60.0, 30.0), Some(Context::Cells));
        assert_eq!(selected(&state), "A1");
    }

    #[test]
    fn headers_have_menus_of_their_own() {
        let mut state = budget();
        assert_eq!(menu(&mut state, 10.0, 30.0 + 24.0), Some(Context::Rows));
        assert_eq!(selected(&state), "2:2");
        assert_eq!(menu(&mut state, 180.0, 10.0), Some(Context::Columns));
        assert_eq!(selected(&state), "B:B");
    }
}
