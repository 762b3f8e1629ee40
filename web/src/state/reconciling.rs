//! What is done about what reconciliation finds: it is put right, or accepted with a name and a reason.

use tertial_engine::session::reconciliation::{self, Found};
use tertial_engine::session::{Place, Refusal, Session};

use super::{Effect, Panel, State, Workspace, editing};

/// A rule and the cell that it found something at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// Name of the rule.
    pub rule: &'static str,
    /// The cell.
    pub place: Place,
}

/// Something is done about what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReconcileAction {
    /// It is put right.
    Repair(Spot),
    /// Who accepts it and why is asked for.
    Ask(Spot),
    /// It is accepted.
    Accept { spot: Spot, by: String, reason: String },
    /// It is not accepted any more.
    Withdraw(Spot),
    /// Large tables, which wait until the page is drawn, are looked at.
    CatchUp,
}

impl Spot {
    /// Where something was found.
    pub const fn of(found: &Found) -> Self {
        Self { rule: found.rule, place: found.place }
    }
}

/// Carries out an action; text that is being typed is entered first.
pub fn update(state: &mut State, action: ReconcileAction) -> Vec<Effect> {
    if action == ReconcileAction::CatchUp {
        state.workspace.iter_mut().for_each(|workspace| workspace.beside.catch_up(&workspace.document.session));
        return Vec::new();
    }
    if !editing::commit(state) {
        return Vec::new();
    }
    match action {
        ReconcileAction::Ask(spot) => {
            state.panel = Some(Panel::Accept(spot));
            Vec::new()
        }
        ReconcileAction::Repair(Spot { rule, place }) => {
            change(state, |session| reconciliation::repair(session, rule, place))
        }
        ReconcileAction::Withdraw(Spot { rule, place }) => {
            change(state, |session| reconciliation::withdraw(session, rule, place))
        }
        ReconcileAction::Accept { spot, by, reason } => accept(state, spot, &by, &reason),
        ReconcileAction::CatchUp => Vec::new(),
    }
}

fn accept(state: &mut State, Spot { rule, place }: Spot, by: &str, reason: &str) -> Vec<Effect> {
    state.panel = None;
    let mut effects = state.sign_as(by);
    effects.push(Effect::CloseDialog);
    effects.extend(change(state, |session| reconciliation::accept(session, rule, place, (by, reason))));
    effects
}

fn change(
    state: &mut State,
    apply: impl FnOnce(&mut Session) -> Result<tertial_engine::session::ChangeSet, Refusal>,
) -> Vec<Effect> {
    let Some(workspace) = &mut state.workspace else { return Vec::new() };
    let changes = apply(&mut workspace.document.session);
    editing::finish(state, changes)
}

/// What was found at the active cell, the worst first.
pub fn here(workspace: &Workspace) -> impl Iterator<Item = &Found> {
    let place = workspace.document.place(workspace.selection.active);
    let found = workspace.beside.findings().map(|found| found.iter()).into_iter().flatten();
    found.filter(move |found| found.place == place)
}

#[cfg(test)]
mod tests {
    use super::super::Action;
    use super::super::sample::{select as go, type_in, workspace};
    use super::*;

    fn koping() -> State {
        let mut state = super::super::sample::koping();
        go(&mut state, "B12");
        type_in(&mut state, "=SUMMA(B4:B10)");
        go(&mut state, "B12");
        state
    }

    fn spot(state: &State) -> Spot {
        here(workspace(state)).map(Spot::of).next().unwrap()
    }

    fn counts(state: &State) -> (usize, usize) {
        let found = workspace(state).beside.findings().unwrap();
        (found.len(), found.iter().filter(|found| found.accepted.is_some()).count())
    }

    #[test]
    fn a_finding_is_put_right_and_that_is_undone() {
        let mut state = koping();
        let spot = spot(&state);
        assert_eq!((spot.rule, counts(&state)), ("misses-row", (1, 0)));
        state.update(Action::Reconcile(ReconcileAction::Repair(spot)));
        assert_eq!(counts(&state), (0, 0));
        state.update(Action::Edit(super::super::EditAction::Undo));
        assert_eq!(counts(&state), (1, 0));
    }

    #[test]
    fn a_finding_is_accepted_in_a_name_that_is_kept() {
        let mut state = koping();
        let spot = spot(&state);
        state.update(Action::Reconcile(ReconcileAction::Ask(spot)));
        assert_eq!(state.panel, Some(Panel::Accept(spot)));
        let (by, reason) = ("Åsa Öberg".to_owned(), "Raden flyttas".to_owned());
        let effects = state.update(Action::Reconcile(ReconcileAction::Accept { spot, by, reason }));
        assert!(state.panel.is_none() && effects.contains(&Effect::CloseDialog));
        assert_eq!((counts(&state), state.preferences().author.as_str()), ((1, 1), "Åsa Öberg"));
        state.update(Action::Reconcile(ReconcileAction::Withdraw(spot)));
        assert_eq!(counts(&state), (1, 0));
    }
}
