//! From a cell to those that its formula reads and to those that read it, and the whole book calculated anew.

use tertial_engine::session::{Region, links};

use super::selection::Selection;
use super::{Effect, Said, State, Workspace, editing};

/// Ways through the formulas of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TraceAction {
    /// To the cells that the active one reads.
    Precedents,
    /// To the cells that read the active one.
    Dependents,
    /// Everything is calculated anew.
    Recalculate,
}

/// Carries out an action.
pub fn update(state: &mut State, action: TraceAction) -> Vec<Effect> {
    if !editing::commit(state) {
        return Vec::new();
    }
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let place = workspace.document.place(workspace.selection.active);
    let session = &workspace.document.session;
    let (regions, none) = match action {
        TraceAction::Precedents => (links::precedents(session, place), "said-no-precedents"),
        TraceAction::Dependents => (links::dependents(session, place), "said-no-dependents"),
        TraceAction::Recalculate => {
            state.said = Some(recalculate(workspace));
            return vec![Effect::FocusSheet];
        }
    };
    if !go_to(workspace, &regions) {
        state.said = Some(Said::of(none, place.address.to_string()));
    }
    vec![Effect::FocusSheet]
}

fn recalculate(workspace: &mut Workspace) -> Said {
    let changed = workspace.document.session.recalculate_all();
    let cells: u64 = changed.spans().map(|span| u64::from(span.last - span.first) + 1).sum();
    workspace.redraw();
    Said::of("said-recalculated", cells.to_string())
}

/// Selects cells on the sheet of the first of them; `false` when there are none.
fn go_to(workspace: &mut Workspace, regions: &[Region]) -> bool {
    let Some(first) = regions.first() else { return false };
    let ranges = regions.iter().filter(|region| region.sheet == first.sheet).map(|region| region.range).collect();
    let Some(selection) = Selection::several(ranges) else { return false };
    workspace.show_sheet(first.sheet);
    let seen = selection.active;
    workspace.select(selection, seen);
    true
}

#[cfg(test)]
mod tests {
    use super::super::sample::{budget, select, selected, type_in, workspace};
    use super::super::{Action, ViewAction};
    use super::*;

    fn trace(state: &mut State, from: &str, action: TraceAction) -> String {
        select(state, from);
        state.update(Action::Trace(action));
        selected(state)
    }

    #[test]
    fn f7_goes_along_the_formulas_both_ways() {
        let mut state = budget();
        assert_eq!(trace(&mut state, "B5", TraceAction::Precedents), "B2:B4");
        assert_eq!(trace(&mut state, "D5", TraceAction::Dependents), "D5");
        assert_eq!(state.said, Some(Said::of("said-no-dependents", "D5".into())));
        trace(&mut state, "B3", TraceAction::Dependents);
        let ranges: Vec<String> = workspace(&state).selection.ranges().map(|range| range.to_string()).collect();
        assert!(ranges.contains(&"D3".to_owned()) && ranges.contains(&"B5".to_owned()), "{ranges:?}");
    }

    #[test]
    fn what_is_read_on_another_sheet_is_shown_there() {
        let mut state = budget();
        state.update(Action::View(ViewAction::AddSheet));
        select(&mut state, "C7");
        type_in(&mut state, "=Blad1!B5*2");
        assert_eq!(trace(&mut state, "C7", TraceAction::Precedents), "B5");
        assert_eq!(workspace(&state).document.sheet_name(), "Blad1");
    }

    #[test]
    fn everything_is_calculated_anew_and_told() {
        let mut state = budget();
        state.update(Action::Trace(TraceAction::Recalculate));
        assert_eq!(state.said, Some(Said::of("said-recalculated", "0".into())));
    }
}
