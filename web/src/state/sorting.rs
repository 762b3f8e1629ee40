//! Rows put in order by the column of the active cell.

use tertial_engine::session::sorting::{self, Key};

use super::{Effect, Notice, Said, State, editing};

/// Sorts the table around the active cell by its column.
pub fn sort(state: &mut State, descending: bool) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let cell = workspace.selection.active;
    let place = workspace.document.place(cell);
    let keys = [Key { column: cell.column, descending }];
    match sorting::sort(&mut workspace.document.session, place, &keys) {
        Ok(sorted) => {
            workspace.fold(&sorted.changes);
            state.notice = None;
            state.said = Some(Said::of("said-sorted", sorted.moved.to_string()));
        }
        Err(refusal) => state.notice = Some(Notice::Refused(refusal)),
    }
    vec![Effect::FocusSheet]
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, shown};
    use super::super::{Action, EditAction};
    use super::*;

    #[test]
    fn rows_are_sorted_and_the_sum_stays_in_one_step_of_undo() {
        let mut state = budget();
        select(&mut state, "B3");
        state.update(Action::Edit(EditAction::Sort { descending: false }));
        let names = ["A1", "A2", "A3", "A4", "A5"].map(|cell| shown(&state, cell));
        assert_eq!(names, ["Verksamhet", "IT", "Lokaler", "Personal", "Summa"]);
        assert_eq!((shown(&state, "D4").as_str(), shown(&state, "B5").as_str()), ("200", "16941"));
        assert_eq!(state.said, Some(Said::of("said-sorted", "2".into())));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(shown(&state, "A2"), "Personal");
    }

    #[test]
    fn nothing_to_sort_is_told() {
        let mut state = budget();
        select(&mut state, "H20");
        state.update(Action::Edit(EditAction::Sort { descending: false }));
        assert!(matches!(state.notice, Some(Notice::Refused(_))));
    }
}
