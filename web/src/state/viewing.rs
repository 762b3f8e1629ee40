//! What of the book is seen: the size of the window, scrolling, and which sheet is shown.

use super::{Effect, Notice, State, ViewAction, Workspace};

/// Carries out an action that concerns the view.
pub fn update(state: &mut State, action: ViewAction) -> Vec<Effect> {
    if let ViewAction::Resized { metrics, .. } = action {
        state.metrics = metrics;
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match action {
        ViewAction::Resized { size, metrics } => {
            let remeasured = workspace.viewport.metrics != metrics;
            workspace.viewport.size = size;
            workspace.viewport.metrics = metrics;
            if remeasured {
                workspace.redraw();
            }
            workspace.settle();
            Vec::new()
        }
        ViewAction::Scrolled(scroll) => {
            workspace.viewport.scroll = scroll;
            workspace.settle();
            Vec::new()
        }
        ViewAction::ShowSheet(sheet) => {
            workspace.show_sheet(sheet);
            vec![Effect::FocusSheet]
        }
        ViewAction::AddSheet => {
            if let Some(notice) = add_sheet(workspace) {
                state.notice = Some(notice);
            }
            vec![Effect::FocusSheet]
        }
    }
}

fn add_sheet(workspace: &mut Workspace) -> Option<Notice> {
    match workspace.document.session.add_sheet(None) {
        Ok(changes) => {
            workspace.fold(&changes);
            let last = workspace.document.sheets.last().map(|tab| tab.id);
            last.into_iter().for_each(|sheet| workspace.show_sheet(sheet));
            None
        }
        Err(refusal) => Some(Notice::Refused(refusal)),
    }
}
