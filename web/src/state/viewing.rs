//! What of the book is seen: the size of the window, scrolling, and which sheet is shown.

use super::editing;
use super::layout;
use super::reference;
use super::{Action, Effect, Notice, State, ViewAction, Workspace};

/// Whether an action tells of nothing new: that the screen is scrolled to where the program scrolled it. The screen knows
/// no parts of pixels.
pub fn is_known(state: &State, action: &Action) -> bool {
    let Action::View(ViewAction::Scrolled { to, .. }) = action else { return false };
    let known = state.workspace.as_ref().map(|workspace| workspace.viewport.scroll);
    known.is_some_and(|scroll| scroll.left.floor() == to.left && scroll.top.floor() == to.top)
}

/// Carries out an action that concerns the view.
pub fn update(state: &mut State, action: ViewAction) -> Vec<Effect> {
    if let ViewAction::Resized { metrics, .. } = action {
        state.metrics = metrics;
    }
    if let (ViewAction::ShowSheet(sheet), Some(workspace)) = (&action, &mut state.workspace)
        && reference::is_asked(workspace)
    {
        return reference::visit(workspace, *sheet);
    }
    let leaves_sheet = matches!(action, ViewAction::ShowSheet(_) | ViewAction::AddSheet);
    if leaves_sheet && !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match action {
        ViewAction::Resized { size, metrics } => {
            let remeasured = workspace.viewport.metrics != metrics;
            // What a book keeps in sight is told of when it has no room at the first look.
            let stayed = !workspace.viewport.is_measured() || layout::stays_in_sight(workspace);
            workspace.viewport.size = size;
            workspace.viewport.metrics = metrics;
            if remeasured {
                workspace.redraw();
            }
            workspace.settle();
            if stayed && !layout::stays_in_sight(workspace) {
                state.notice.get_or_insert(Notice::FrozenTooLarge);
            }
            Vec::new()
        }
        ViewAction::Scrolled { to, carried_out } => {
            // A place from before the program's own scroll would undo it.
            if carried_out == workspace.viewport.scrolled {
                workspace.viewport.scroll = to;
                workspace.viewport.jumped = false;
                workspace.settle();
            }
            Vec::new()
        }
        ViewAction::ListPlaces => {
            workspace.list_places();
            Vec::new()
        }
        ViewAction::ShowSheet(sheet) => {
            workspace.show_sheet(sheet);
            if !layout::stays_in_sight(workspace) {
                state.notice.get_or_insert(Notice::FrozenTooLarge);
            }
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

#[cfg(test)]
mod tests {
    use tertial_engine::session::{Locale, SheetId};

    use crate::platform::measure::Scroll;

    use super::super::PageAction;
    use super::super::sample::{budget, select, selected, shown, workspace};
    use super::*;

    fn run(state: &mut State, action: ViewAction) {
        state.update(Action::View(action));
    }

    fn sheets(state: &State) -> Vec<SheetId> {
        workspace(state).document.sheets.iter().map(|tab| tab.id).collect()
    }

    #[test]
    fn a_new_sheet_is_shown_and_empty() {
        let mut state = budget();
        run(&mut state, ViewAction::AddSheet);
        assert_eq!(sheets(&state).len(), 2);
        assert_eq!(shown(&state, "A1"), "");
    }

    #[test]
    fn each_sheet_keeps_its_place() {
        let mut state = budget();
        select(&mut state, "C3");
        run(&mut state, ViewAction::AddSheet);
        select(&mut state, "F9");
        let [first, second] = sheets(&state)[..] else { panic!("there are two sheets") };
        run(&mut state, ViewAction::ShowSheet(first));
        assert_eq!(selected(&state), "C3");
        run(&mut state, ViewAction::ShowSheet(second));
        assert_eq!(selected(&state), "F9");
    }

    #[test]
    fn scrolling_draws_other_rows() {
        let mut state = budget();
        let carried_out = workspace(&state).viewport.scrolled;
        run(&mut state, ViewAction::Scrolled { to: Scroll { left: 0.0, top: 240.0 }, carried_out });
        let workspace = workspace(&state);
        assert!(workspace.window.holds(10, 0) && !workspace.window.holds(2, 0));
    }

    #[test]
    fn a_late_report_does_not_scroll_back() {
        let mut state = budget();
        select(&mut state, "A2000");
        let before = workspace(&state).viewport.scrolled;
        let far = workspace(&state).viewport.scroll;
        select(&mut state, "C4");
        run(&mut state, ViewAction::Scrolled { to: far, carried_out: before });
        assert!(workspace(&state).window.holds(3, 2));
    }

    #[test]
    fn the_programs_own_scroll_is_no_news() {
        let mut state = budget();
        select(&mut state, "A2000");
        let workspace = workspace(&state);
        let (to, carried_out) = (workspace.viewport.scroll, workspace.viewport.scrolled);
        let scrolled = |to| Action::View(ViewAction::Scrolled { to, carried_out });
        assert!(is_known(&state, &scrolled(Scroll { left: to.left, top: to.top.floor() })));
        assert!(!is_known(&state, &scrolled(Scroll { left: 7.0, ..to })));
    }

    #[test]
    fn the_language_changes_what_is_shown_and_typed() {
        let mut state = budget();
        select(&mut state, "B5");
        state.update(Action::Page(PageAction::Language(Locale::English)));
        let document = &workspace(&state).document;
        assert_eq!(document.source(workspace(&state).selection.active), "=SUM(B2:B4)");
        assert!(!state.is_modified());
    }
}
