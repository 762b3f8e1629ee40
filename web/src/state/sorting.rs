//! Rows put in order: by the column of the active cell, or by several columns that a dialog asks for.

use tertial_engine::session::sorting::{self, Order, Plan};
use tertial_engine::session::{Range, Region};

use super::{Effect, Notice, Panel, Said, State, Workspace, editing};

/// Rows are put in order.
#[derive(Debug, Clone, PartialEq)]
pub enum SortAction {
    /// By the column of the active cell.
    Now { descending: bool },
    /// A dialog is to ask by what.
    Ask,
    /// The dialog's answer as it is so far.
    Draft(Order),
    /// The dialog's answer.
    By(Order),
}

/// Carries out what concerns sorting; text that is being typed is entered first.
pub fn update(state: &mut State, action: SortAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match action {
        SortAction::Now { descending } => {
            let cell = workspace.selection.active;
            let around = Range::cell(cell).on(workspace.document.sheet);
            sort(state, around, &Order::by(cell.column, descending))
        }
        SortAction::Ask => ask(state),
        SortAction::Draft(order) => {
            state.panel = Some(Panel::Sort(order));
            Vec::new()
        }
        SortAction::By(order) => {
            let rows = rows(workspace);
            let effects = sort(state, rows, &order);
            let was_asked = state.panel.take().is_some();
            was_asked.then_some(Effect::CloseDialog).into_iter().chain(effects).collect()
        }
    }
}

/// What the dialog's answer so far would do.
pub fn plan(workspace: &Workspace, order: &Order) -> Option<Plan> {
    sorting::plan(&workspace.document.session, rows(workspace), order).ok()
}

fn ask(state: &mut State) -> Vec<Effect> {
    let Some(workspace) = &state.workspace else { return Vec::new() };
    let order = Order::by(workspace.selection.active.column, false);
    match sorting::plan(&workspace.document.session, rows(workspace), &order) {
        Ok(plan) => {
            state.notice = None;
            state.panel = Some(Panel::Sort(Order { headings: plan.headings, ..order }));
            Vec::new()
        }
        Err(refusal) => {
            state.notice = Some(Notice::Refused(refusal));
            vec![Effect::FocusSheet]
        }
    }
}

/// The selected rows, or the active cell when there are not several.
fn rows(workspace: &Workspace) -> Region {
    let selection = &workspace.selection;
    let range = if selection.range.height() > 1 { selection.range } else { Range::cell(selection.active) };
    range.on(workspace.document.sheet)
}

fn sort(state: &mut State, rows: Region, order: &Order) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    match sorting::sort(&mut workspace.document.session, rows, order) {
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
    use tertial_engine::session::sorting::Key;

    use super::super::sample::{budget, select, shown, type_in, workspace};
    use super::super::{Action, EditAction};
    use super::*;

    fn run(state: &mut State, action: SortAction) -> Vec<Effect> {
        state.update(Action::Sort(action))
    }

    fn names(state: &State) -> [String; 5] {
        ["A1", "A2", "A3", "A4", "A5"].map(|cell| shown(state, cell))
    }

    #[test]
    fn rows_are_sorted_and_the_sum_stays_in_one_step_of_undo() {
        let mut state = budget();
        select(&mut state, "B3");
        run(&mut state, SortAction::Now { descending: false });
        assert_eq!(names(&state), ["Verksamhet", "IT", "Lokaler", "Personal", "Summa"]);
        assert_eq!((shown(&state, "D4").as_str(), shown(&state, "B5").as_str()), ("200", "16941"));
        assert_eq!(state.said, Some(Said::of("said-sorted", "2".into())));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(shown(&state, "A2"), "Personal");
    }

    #[test]
    fn nothing_to_sort_is_told() {
        for action in [SortAction::Now { descending: false }, SortAction::Ask] {
            let mut state = budget();
            select(&mut state, "H20");
            run(&mut state, action);
            assert!(matches!(state.notice, Some(Notice::Refused(_))));
            assert_eq!(state.panel, None);
        }
    }

    #[test]
    fn a_dialog_asks_by_which_columns() {
        let mut state = budget();
        select(&mut state, "B3");
        type_in(&mut state, "1200");
        select(&mut state, "B3");
        run(&mut state, SortAction::Ask);
        let Some(Panel::Sort(order)) = state.panel.clone() else { panic!("no dialog") };
        assert_eq!(order, Order { headings: Some(true), ..Order::by(1, false) });
        let keys = vec![Key { column: 1, descending: false }, Key { column: 2, descending: true }];
        let order = Order { keys, ..order };
        run(&mut state, SortAction::Draft(order.clone()));
        let plan = plan(workspace(&state), &order).unwrap();
        assert_eq!((plan.movable, plan.sums, plan.first.join(", ").as_str()), (3, 1, "Lokaler, IT, Personal"));
        let effects = run(&mut state, SortAction::By(order));
        assert_eq!(effects, [Effect::CloseDialog, Effect::FocusSheet]);
        assert_eq!((state.panel.clone(), names(&state)[1..4].join(", ").as_str()), (None, "Lokaler, IT, Personal"));
        state.update(Action::Edit(EditAction::Undo));
        assert_eq!(shown(&state, "A2"), "Personal");
    }
}
