//! The last thing that was done to the book, to be done again where the selection is now.

use tertial_engine::session::Place;

use super::carrying::CarryAction;
use super::{Action, EditAction, Effect, State, Workspace};

/// What can be done again.
#[derive(Debug, Clone, PartialEq)]
pub enum Repeatable {
    /// An action that does what it does to the present selection.
    Action(Box<Action>),
    /// A text that was entered in a cell.
    Entry(Place, String),
}

/// What an action would be when repeated, told before it is carried out; `None` for those that mean only one moment.
pub fn repeatable(state: &State, action: &Action) -> Option<Repeatable> {
    let workspace = state.workspace.as_ref()?;
    match action {
        Action::File(_) | Action::Find(_) | Action::View(_) | Action::Page(_) | Action::Select(_) => typed(workspace),
        Action::Edit(EditAction::Commit(_)) => typed(workspace),
        // What was pasted may be large, and lies on the clipboard still.
        Action::Clip(_) | Action::Carry(CarryAction::Release(_)) => None,
        Action::Edit(
            EditAction::Undo | EditAction::Redo | EditAction::Repeat | EditAction::Pull(_) | EditAction::Release(_),
        ) => None,
        action => Some(Repeatable::Action(Box::new(action.clone()))),
    }
}

fn typed(workspace: &Workspace) -> Option<Repeatable> {
    workspace.editor.draft().map(|draft| Repeatable::Entry(draft.place(), draft.text.clone()))
}

/// Number of the book's state, by which it is seen whether an action changed it.
pub fn revision(state: &State) -> Option<u64> {
    state.workspace.as_ref().map(|workspace| workspace.document.session.revision())
}

/// Does the last thing again.
pub fn repeat(state: &mut State) -> Vec<Effect> {
    match state.last.clone() {
        Some(Repeatable::Action(action)) => state.update(*action),
        Some(Repeatable::Entry(from, text)) => super::editing::repeat_entry(state, from, &text),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, shown, type_in};
    use super::*;

    fn again(state: &mut State, at: &str) {
        select(state, at);
        state.update(Action::Edit(EditAction::Repeat));
    }

    #[test]
    fn the_last_thing_is_done_again_at_the_selection() {
        let mut state = budget();
        select(&mut state, "B2:B3");
        state.update(Action::Edit(EditAction::Clear));
        again(&mut state, "C2:C3");
        assert_eq!((shown(&state, "C2").as_str(), shown(&state, "C3").as_str()), ("", ""));
        select(&mut state, "F1");
        type_in(&mut state, "ja");
        again(&mut state, "F4");
        again(&mut state, "F5");
        assert_eq!((shown(&state, "F4").as_str(), shown(&state, "F5").as_str()), ("ja", "ja"));
    }

    #[test]
    fn a_formula_is_repeated_with_its_references_moved_along() {
        let mut state = budget();
        select(&mut state, "E2");
        type_in(&mut state, "=B2*2");
        again(&mut state, "E3");
        assert_eq!((shown(&state, "E3").as_str(), shown(&state, "E2").as_str()), ("4000", "27482"));
        again(&mut state, "F4");
        assert_eq!(shown(&state, "F4"), "2400", "the third is like the first, one column on");
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!((shown(&state, "F4").as_str(), shown(&state, "E3").as_str()), ("", "4000"));
    }

    #[test]
    fn undo_is_not_what_is_done_again() {
        let mut state = budget();
        select(&mut state, "B2:B4");
        state.update(Action::Edit(EditAction::FillDown));
        state.update(Action::Edit(EditAction::Undo));
        again(&mut state, "C2:C4");
        assert_eq!((shown(&state, "B3").as_str(), shown(&state, "C4").as_str()), ("2000", "13541"));
    }
}
