//! What may be written: cells to be filled in, protected sheets, values that cells take.

use tertial_engine::session::validation::{self, Asked, Gone};
use tertial_engine::session::{ChangeSet, protection};

use super::editing::{self, finish};
use super::editor::Mode;
use super::{EditAction, Effect, Notice, Panel, State, Workspace};

/// What may be written is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RulesAction {
    /// The selected cells are to be filled in, or are locked.
    Mark { is_input: bool },
    /// The shown sheet is protected, for a reason.
    Protect(String),
    /// The protection of the shown sheet ends.
    Unprotect,
    /// What values the selected cells take is asked for.
    AskValidation,
    /// The answer so far.
    Validation(Asked),
    /// The selected cells take these values.
    Validate(Asked),
}

/// Carries out an action; text that is being typed is entered first.
pub fn update(state: &mut State, action: RulesAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let (sheet, regions) = (workspace.document.sheet, workspace.regions());
    let place = workspace.document.place(workspace.selection.active);
    let session = &mut workspace.document.session;
    let (changes, closes) = match action {
        RulesAction::Mark { is_input } => (protection::mark(session, &regions, is_input), false),
        RulesAction::Protect(reason) => (protection::protect(session, sheet, &reason), true),
        RulesAction::Unprotect => (protection::unprotect(session, sheet), false),
        RulesAction::AskValidation => {
            state.panel = Some(Panel::Validate(validation::asked(session, place)));
            return Vec::new();
        }
        RulesAction::Validation(asked) => {
            (state.panel, state.notice) = (Some(Panel::Validate(asked)), None);
            return Vec::new();
        }
        RulesAction::Validate(asked) => match validation::set(session, &regions, &asked) {
            Ok(changes) => (Ok(changes), true),
            // A rule that cannot be read stays where it is written.
            Err(refusal) => {
                state.notice = Some(Notice::Refused(refusal));
                return Vec::new();
            }
        },
    };
    let mut effects = Vec::new();
    if closes {
        state.panel = None;
        effects.push(Effect::CloseDialog);
    }
    effects.extend(finish(state, changes));
    effects
}

/// Whether typing begins in a locked cell: then it is refused at once, with the reason.
pub fn refused(state: &mut State, action: &EditAction) -> Option<Vec<Effect>> {
    if !matches!(action, EditAction::Begin(_) | EditAction::Typed(..) | EditAction::ClearAndBegin) {
        return None;
    }
    let workspace = state.workspace.as_mut().filter(|workspace| workspace.editor.mode() == Mode::Ready)?;
    let place = workspace.document.place(workspace.selection.active);
    if !protection::is_locked(&workspace.document.session, place) {
        return None;
    }
    workspace.editor.ignore();
    state.notice = Some(Notice::Refused(protection::refusal(&workspace.document.session, place)));
    Some(vec![Effect::FocusSheet])
}

/// What to warn of after a change.
pub fn warned(workspace: &Workspace, changes: &ChangeSet) -> Option<Notice> {
    validation::warning(&workspace.document.session, changes).map(Notice::Warned)
}

/// The values of the active cell's list.
pub fn choices(workspace: &Workspace) -> Option<Result<Vec<String>, Gone>> {
    validation::choices(&workspace.document.session, workspace.document.place(workspace.selection.active))
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::validation::AskedKind;

    use super::super::editor::Field;
    use super::super::filtering::FilterAction;
    use super::super::movement::Step;
    use super::super::sample::{budget, select, selected, shown, type_in, workspace};
    use super::super::{Action, SelectAction};
    use super::*;

    fn act(state: &mut State, action: RulesAction) {
        state.update(Action::Rules(action));
    }

    fn reason(state: &State) -> String {
        match &state.notice {
            Some(Notice::Refused(refusal)) => refusal.reason.clone(),
            Some(Notice::Warned(text)) => text.clone(),
            _ => String::new(),
        }
    }

    #[test]
    fn typing_in_a_locked_cell_is_refused_at_the_first_key() {
        let mut state = budget();
        select(&mut state, "B2:C4");
        act(&mut state, RulesAction::Mark { is_input: true });
        act(&mut state, RulesAction::Protect("fastställd".into()));
        select(&mut state, "D2");
        let pushed = workspace(&state).editor.pushed();
        state.update(Action::Edit(EditAction::Typed(Field::Cell, "7".into())));
        assert_eq!((workspace(&state).editor.mode(), reason(&state).contains("fastställd")), (Mode::Ready, true));
        assert_ne!(workspace(&state).editor.pushed(), pushed, "the field gets the program's text again");
        state.update(Action::Select(SelectAction::Go(Step::Tab { back: false })));
        assert_eq!(selected(&state), "B3");
        type_in(&mut state, "7");
        assert_eq!(shown(&state, "B3"), "7");
        act(&mut state, RulesAction::Unprotect);
        select(&mut state, "D2");
        type_in(&mut state, "7");
        assert_eq!(shown(&state, "D2"), "7");
    }

    #[test]
    fn a_list_is_opened_and_other_values_are_refused_or_warned_of() {
        let mut state = budget();
        select(&mut state, "E2:E4");
        let asked = Asked { kind: AskedKind::List, list: "Ja; Nej".into(), is_strict: true, ..Asked::default() };
        act(&mut state, RulesAction::Validate(asked.clone()));
        select(&mut state, "E3");
        state.update(Action::Filter(FilterAction::List));
        assert_eq!(state.panel, Some(Panel::Texts));
        state.update(Action::Filter(FilterAction::Pick("Nej".into())));
        assert_eq!(shown(&state, "E3"), "Nej");
        type_in(&mut state, "kanske");
        assert!(workspace(&state).editor.draft().unwrap().refusal.is_some());
        state.update(Action::Edit(EditAction::Cancel));
        select(&mut state, "E2:E4");
        act(&mut state, RulesAction::Validate(Asked { is_strict: false, ..asked }));
        select(&mut state, "E2");
        type_in(&mut state, "kanske");
        assert_eq!((shown(&state, "E2").as_str(), reason(&state).contains("kanske")), ("kanske", true));
    }
}
