//! Cells filled without typing: from their neighbours, or with the day it is.

use tertial_engine::session::{ChangeSet, Refusal, filling};

use super::Workspace;

/// What became of an edit.
type Outcome = Result<ChangeSet, Refusal>;

/// Fills the selection with what stands in its first row, or above it; `None` where there is nothing above.
pub fn down(workspace: &mut Workspace) -> Option<Outcome> {
    let change = filling::down(workspace.document.session.book(), workspace.used_region())?;
    Some(workspace.document.session.apply(change))
}

/// Fills the selection with what stands in its first column, or left of it; `None` where there is nothing.
pub fn right(workspace: &mut Workspace) -> Option<Outcome> {
    let change = filling::right(workspace.document.session.book(), workspace.used_region())?;
    Some(workspace.document.session.apply(change))
}

/// Enters the day it is in the active cell.
pub fn today(workspace: &mut Workspace) -> Outcome {
    let place = workspace.document.place(workspace.selection.active);
    let today = workspace.document.session.today();
    workspace.document.session.enter(place, &today)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, shown};
    use super::super::{Action, EditAction};

    #[test]
    fn formulas_are_filled_down_and_taken_back() {
        let mut state = budget();
        select(&mut state, "E2");
        super::super::sample::type_in(&mut state, "=D2*2");
        select(&mut state, "E2:E5");
        state.update(Action::Edit(EditAction::FillDown));
        assert_eq!((shown(&state, "E3").as_str(), shown(&state, "E5").as_str()), ("-300", "100"));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!((shown(&state, "E2").as_str(), shown(&state, "E3").as_str()), ("400", ""));
    }

    #[test]
    fn a_single_cell_is_filled_from_its_left() {
        let mut state = budget();
        select(&mut state, "E5");
        state.update(Action::Edit(EditAction::FillRight));
        assert_eq!(shown(&state, "E5"), "16841");
    }

    #[test]
    fn the_day_is_entered_as_a_date() {
        let mut state = budget();
        select(&mut state, "F1");
        state.update(Action::Edit(EditAction::Today));
        assert_eq!(shown(&state, "F1"), "2019-08-31");
    }
}
