//! The selection moves, by key, pointer or name. Text that is being typed is entered first.

use tertial_engine::session::{Address, Range};

use super::editing;
use super::pointing::{self, Spot};
use super::selection::Selection;
use super::{Effect, Notice, SelectAction, State, Workspace};

/// Carries out an action that moves the selection.
pub fn update(state: &mut State, action: SelectAction) -> Vec<Effect> {
    if !matches!(action, SelectAction::Drag(_)) && !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match action {
        SelectAction::Go(step) => {
            let selection = workspace.selection.after(step, workspace);
            let seen = if selection.range == workspace.selection.range { selection.active } else { selection.reach };
            workspace.select(selection, visible_part(selection, seen));
        }
        SelectAction::All => workspace.selection = all(workspace),
        SelectAction::Press(pointer) => {
            let spot = workspace.spot(pointer);
            let selection = pointing::press(workspace.selection, spot, pointer.shift);
            show_spot(workspace, selection, spot);
        }
        SelectAction::Drag(pointer) => {
            let spot = workspace.spot(pointer);
            let selection = pointing::drag(workspace.selection, spot);
            show_spot(workspace, selection, spot);
        }
        SelectAction::Named(text) => {
            let found = go_to(workspace, &text);
            state.notice = (!found).then_some(Notice::NoSuchPlace(text));
        }
    }
    vec![Effect::FocusSheet]
}

/// The used part of the sheet; when that is selected already, the whole sheet.
fn all(workspace: &Workspace) -> Selection {
    let extent = workspace.document.session.extent(workspace.document.sheet);
    let used =
        Range::new(Address::default(), Address::new(extent.rows.saturating_sub(1), extent.columns.saturating_sub(1)));
    let range = if workspace.selection.range == used { Range::whole_sheet() } else { used };
    Selection::around(workspace.selection.active, range)
}

/// The far corner of whole rows and columns lies where nobody wants to be taken.
fn visible_part(selection: Selection, seen: Address) -> Address {
    let row = if selection.range.is_whole_columns() { selection.active.row } else { seen.row };
    let column = if selection.range.is_whole_rows() { selection.active.column } else { seen.column };
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
    let Some(region) = workspace.document.find(text) else { return false };
    workspace.show_sheet(region.sheet);
    workspace.select(Selection::range(region.range), region.range.first);
    true
}
