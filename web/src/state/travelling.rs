//! Undo and redo: the book goes back or forth, and the page shows and says what changed.

use tertial_engine::session::{ChangeSet, Deed, Region, Session, Subject, deeds};

use super::selection::Selection;
use super::{Effect, Said, State, Workspace};

/// Takes back what was done last.
pub fn undo(state: &mut State) -> Vec<Effect> {
    travel(state, deeds::to_undo, Session::undo, "said-undone")
}

/// Does again what was undone last.
pub fn redo(state: &mut State) -> Vec<Effect> {
    travel(state, deeds::to_redo, Session::redo, "said-redone")
}

fn travel(
    state: &mut State,
    deed: fn(&Session) -> Option<&Deed>,
    go: fn(&mut Session) -> Option<ChangeSet>,
    said: &'static str,
) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let session = &mut workspace.document.session;
    let Some(deed) = deed(session).cloned() else { return Vec::new() };
    let name = deeds::name(session, &deed, workspace.document.sheet);
    let Some(changes) = go(session) else { return Vec::new() };
    workspace.fold(&changes);
    show(workspace, &deed);
    state.said = Some(Said::of(said, name));
    vec![Effect::FocusSheet]
}

/// Goes to what a deed concerns, as far as it is there.
fn show(workspace: &mut Workspace, deed: &Deed) {
    let sheets = &workspace.document.sheets;
    let is_there = |sheet| sheets.iter().any(|tab| tab.id == sheet);
    match deed.subject {
        Subject::Cells(Region { sheet, range }) if is_there(sheet) => {
            workspace.show_sheet(sheet);
            workspace.select(Selection::range(range), range.first);
        }
        Subject::Several(sheet, ref ranges) if is_there(sheet) => {
            workspace.show_sheet(sheet);
            if let Some(selection) = Selection::several(ranges.clone()) {
                let active = selection.active;
                workspace.select(selection, active);
            }
        }
        Subject::Sheet(sheet, _) if is_there(sheet) => workspace.show_sheet(sheet),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, selected, shown, type_in, workspace};
    use super::super::{Action, EditAction, ViewAction};
    use super::*;

    fn undo(state: &mut State) -> Option<Said> {
        state.update(Action::Edit(EditAction::Undo));
        state.said.clone()
    }

    #[test]
    fn undo_says_what_it_took_back_and_goes_there() {
        let mut state = budget();
        select(&mut state, "B2");
        type_in(&mut state, "1");
        select(&mut state, "C2:C4");
        state.update(Action::Edit(EditAction::FillDown));
        select(&mut state, "A2000");
        assert_eq!(undo(&mut state), Some(Said::of("said-undone", "Fyll nedåt C2:C4".into())));
        assert_eq!((selected(&state).as_str(), shown(&state, "C4").as_str()), ("C2:C4", "1200"));
        assert!(workspace(&state).window.holds(1, 2), "it is scrolled into sight");
        assert_eq!(undo(&mut state), Some(Said::of("said-undone", "Skriv i B2".into())));
        state.update(Action::Edit(EditAction::Redo));
        assert_eq!(state.said, Some(Said::of("said-redone", "Skriv i B2".into())));
        assert_eq!(selected(&state), "B2");
    }

    #[test]
    fn undo_goes_to_another_sheet_that_changed() {
        let mut state = budget();
        select(&mut state, "B3");
        type_in(&mut state, "9");
        state.update(Action::View(ViewAction::AddSheet));
        let first = workspace(&state).document.sheets[0].id;
        assert_eq!(undo(&mut state), Some(Said::of("said-undone", "Nytt blad Blad2".into())));
        assert_eq!(workspace(&state).document.sheet, first);
        state.update(Action::Edit(EditAction::Redo));
        assert_ne!(workspace(&state).document.sheet, first, "the sheet that came back is shown");
        undo(&mut state);
        undo(&mut state);
        assert_eq!((selected(&state).as_str(), shown(&state, "B3").as_str()), ("B3", "2000"));
    }

    #[test]
    fn what_was_said_goes_with_the_next_thing_that_is_done() {
        let mut state = budget();
        undo(&mut state);
        assert!(state.said.is_some());
        select(&mut state, "A1");
        assert_eq!(state.said, None);
    }
}
