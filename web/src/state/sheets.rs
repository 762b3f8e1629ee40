//! The book's sheets: named, copied, moved, taken away.

use tertial_engine::session::{ChangeSet, Refusal, SheetId, sheets};

use super::{Effect, Notice, Panel, State, Workspace, editing, reference};

/// Something happens to the shown sheet.
#[derive(Debug, Clone, PartialEq)]
pub enum SheetAction {
    /// It gets another name.
    Rename(String),
    /// A copy comes after it.
    Duplicate,
    /// Its tab goes one place on, or back.
    Move { back: bool },
    /// A sheet, or a copy of it, goes before the tab at a place, and is shown.
    Put { sheet: SheetId, gap: usize, copies: bool },
    /// It goes; when something stands on it, only after a question.
    Delete,
    /// It goes.
    DeleteForGood,
    /// The sheet before or after it is shown, or the first or last one.
    Show(Neighbour),
}

/// A sheet seen from the shown one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Neighbour {
    Previous,
    Next,
    First,
    Last,
}

/// Carries out what happens to the shown sheet; text that is being typed is entered first.
pub fn update(state: &mut State, action: SheetAction) -> Vec<Effect> {
    // Another sheet may only be visited by a formula, which then stays open.
    if !matches!(action, SheetAction::Show(_)) && !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let sheet = workspace.document.sheet;
    match action {
        SheetAction::Rename(name) => rename(state, &name),
        SheetAction::Duplicate => {
            let changes = sheets::duplicate(&mut workspace.document.session, sheet);
            let effects = editing::finish(state, changes);
            show(state, place(state, sheet) + 1);
            effects
        }
        SheetAction::Move { back } => {
            let here = place(state, sheet);
            let to = if back { here.saturating_sub(1) } else { here + 1 };
            change(state, |workspace| sheets::move_to(&mut workspace.document.session, sheet, to))
        }
        SheetAction::Put { sheet, gap, copies } => put(state, sheet, gap, copies),
        SheetAction::Delete if !sheets::is_blank(&workspace.document.session, sheet) => {
            state.panel = Some(Panel::DeleteSheet);
            Vec::new()
        }
        SheetAction::Delete | SheetAction::DeleteForGood => delete(state, sheet),
        SheetAction::Show(neighbour) => show_neighbour(state, neighbour),
    }
}

/// A tab was dragged into the gap before another, or after the last.
fn put(state: &mut State, sheet: SheetId, gap: usize, copies: bool) -> Vec<Effect> {
    let here = place(state, sheet);
    if copies {
        let effects = change(state, |workspace| sheets::duplicate_to(&mut workspace.document.session, sheet, gap));
        show(state, gap);
        return effects;
    }
    // Without it, the tabs after it stand one place before.
    let to = if gap > here { gap - 1 } else { gap };
    let effects = match to == here {
        true => vec![Effect::FocusSheet],
        false => change(state, |workspace| sheets::move_to(&mut workspace.document.session, sheet, to)),
    };
    show(state, to);
    effects
}

impl Neighbour {
    /// Its place among the tabs, around their ends.
    const fn place(self, here: usize, last: usize) -> usize {
        match self {
            Self::Previous if here == 0 => last,
            Self::Previous => here - 1,
            Self::Next if here >= last => 0,
            Self::Next => here + 1,
            Self::First => 0,
            Self::Last => last,
        }
    }
}

/// A sheet seen from the shown one, around the ends.
pub fn neighbour(workspace: &Workspace, which: Neighbour) -> Option<SheetId> {
    let tabs = &workspace.document.sheets;
    let here = tabs.iter().position(|tab| tab.id == workspace.document.sheet)?;
    tabs.get(which.place(here, tabs.len() - 1)).map(|tab| tab.id)
}

/// Shows a sheet. One that a formula may point at is only visited, and what is typed stays open.
fn show_neighbour(state: &mut State, which: Neighbour) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let Some(sheet) = neighbour(workspace, which) else { return Vec::new() };
    if reference::is_asked(workspace) {
        return reference::visit(workspace, sheet);
    }
    if editing::commit(state) {
        state.workspace.iter_mut().for_each(|workspace| workspace.show_sheet(sheet));
    }
    Vec::new()
}

/// A name that cannot be is told of in the dialog, which stays open.
fn rename(state: &mut State, name: &str) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let sheet = workspace.document.sheet;
    match workspace.document.session.rename_sheet(sheet, name) {
        Ok(changes) => {
            state.panel = None;
            let mut effects = vec![Effect::CloseDialog];
            effects.extend(editing::finish(state, Ok(changes)));
            effects
        }
        Err(refusal) => {
            state.notice = Some(Notice::Refused(refusal));
            Vec::new()
        }
    }
}

fn delete(state: &mut State, sheet: SheetId) -> Vec<Effect> {
    let was_asked = state.panel.take().is_some();
    let here = place(state, sheet);
    let mut effects = if was_asked { vec![Effect::CloseDialog] } else { Vec::new() };
    effects.extend(change(state, |workspace| workspace.document.session.remove_sheet(sheet)));
    show(state, here.min(count(state).saturating_sub(1)));
    effects
}

fn change(state: &mut State, change: impl FnOnce(&mut Workspace) -> Result<ChangeSet, Refusal>) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let changes = change(workspace);
    editing::finish(state, changes)
}

fn show(state: &mut State, place: usize) {
    if let Some(workspace) = &mut state.workspace
        && let Some(sheet) = workspace.document.sheets.get(place).map(|tab| tab.id)
    {
        workspace.show_sheet(sheet);
    }
}

fn place(state: &State, sheet: SheetId) -> usize {
    let tabs = state.workspace.as_ref().map(|workspace| workspace.document.sheets.iter());
    tabs.and_then(|mut tabs| tabs.position(|tab| tab.id == sheet)).unwrap_or_default()
}

fn count(state: &State) -> usize {
    state.workspace.as_ref().map_or(0, |workspace| workspace.document.sheets.len())
}

#[cfg(test)]
mod tests {
    use super::super::editor::Field;
    use super::super::sample::{budget, shown, workspace};
    use super::super::{Action, EditAction};
    use super::*;

    fn run(state: &mut State, action: SheetAction) {
        state.update(Action::Sheet(action));
    }

    fn tabs(state: &State) -> Vec<&str> {
        workspace(state).document.sheets.iter().map(|tab| tab.name.as_str()).collect()
    }

    #[test]
    fn a_copy_is_shown_and_can_be_moved() {
        let mut state = budget();
        run(&mut state, SheetAction::Duplicate);
        assert_eq!((tabs(&state), shown(&state, "B5").as_str()), (vec!["Blad1", "Blad1 (2)"], "16941"));
        run(&mut state, SheetAction::Move { back: true });
        assert_eq!(tabs(&state), ["Blad1 (2)", "Blad1"]);
        assert_eq!(workspace(&state).document.sheet_name(), "Blad1 (2)");
    }

    #[test]
    fn a_sheet_that_holds_something_goes_after_a_question() {
        let mut state = budget();
        run(&mut state, SheetAction::Duplicate);
        run(&mut state, SheetAction::Delete);
        assert_eq!((state.panel.clone(), tabs(&state).len()), (Some(Panel::DeleteSheet), 2));
        run(&mut state, SheetAction::DeleteForGood);
        assert_eq!((state.panel.clone(), tabs(&state)), (None, vec!["Blad1"]));
    }

    #[test]
    fn a_name_that_cannot_be_keeps_the_dialog_open() {
        let mut state = budget();
        state.panel = Some(Panel::RenameSheet);
        run(&mut state, SheetAction::Rename("a:b".to_owned()));
        assert!(state.notice.is_some() && state.panel == Some(Panel::RenameSheet));
        run(&mut state, SheetAction::Rename("Mars".to_owned()));
        assert_eq!((state.panel.clone(), tabs(&state)), (None, vec!["Mars"]));
        assert!(state.notice.is_none());
    }

    #[test]
    fn a_formula_that_asks_for_a_cell_stays_open_on_another_sheet() {
        let mut state = budget();
        run(&mut state, SheetAction::Duplicate);
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "=".into())));
        run(&mut state, SheetAction::Show(Neighbour::Previous));
        assert_eq!(workspace(&state).document.sheet_name(), "Blad1");
        assert_eq!(workspace(&state).editor.draft().map(|draft| draft.text.as_str()), Some("="));
    }

    #[test]
    fn a_dragged_tab_goes_into_the_gap_and_its_copy_too() {
        let mut state = budget();
        run(&mut state, SheetAction::Duplicate);
        run(&mut state, SheetAction::Duplicate);
        assert_eq!(tabs(&state), ["Blad1", "Blad1 (2)", "Blad1 (3)"]);
        let first = workspace(&state).document.sheets[0].id;
        run(&mut state, SheetAction::Put { sheet: first, gap: 3, copies: false });
        assert_eq!(tabs(&state), ["Blad1 (2)", "Blad1 (3)", "Blad1"]);
        assert_eq!(workspace(&state).document.sheet_name(), "Blad1");
        let revision = workspace(&state).document.session.revision();
        for gap in [2, 3] {
            run(&mut state, SheetAction::Put { sheet: first, gap, copies: false });
        }
        assert_eq!(workspace(&state).document.session.revision(), revision, "into its own place");
        run(&mut state, SheetAction::Put { sheet: first, gap: 1, copies: true });
        assert_eq!(tabs(&state), ["Blad1 (2)", "Blad1 (4)", "Blad1 (3)", "Blad1"]);
        assert_eq!(workspace(&state).document.sheet_name(), "Blad1 (4)");
        state.update(Action::Edit(EditAction::Undo));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(tabs(&state), ["Blad1", "Blad1 (2)", "Blad1 (3)"]);
    }

    #[test]
    fn neighbours_are_gone_through_in_a_circle() {
        assert_eq!((Neighbour::Next.place(2, 2), Neighbour::Previous.place(0, 2)), (0, 2));
        assert_eq!((Neighbour::First.place(1, 2), Neighbour::Last.place(1, 2)), (0, 2));
    }
}
