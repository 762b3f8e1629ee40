//! Commands that tell why a book shows what it shows.

use crate::platform::keys::Key;
use crate::state::beside::{BesideAction, Side};
use crate::state::figures::FiguresAction;
use crate::state::reconciling::{self, ReconcileAction, Spot};
use crate::state::rules::RulesAction;
use crate::state::{Action, PageAction, Panel, State, Workspace};

use tertial_engine::session::reconciliation::Found;
use tertial_engine::session::{Way, protection, watching};

use super::chord::key;
use super::{Availability, Command, Menu, in_book, in_cells};

/// A command of the menu that asks for something beside the sheet.
const fn review(id: &'static str, label: &'static str, run: fn(&State) -> Action) -> Command {
    Command {
        id,
        label,
        menu: Menu::Review,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run,
    }
}

pub const COMMANDS: &[Command] = &[
    Command {
        keys: &[key(Key::F(7)).with_ctrl()],
        ..review("review.why", "command-why", |_| Action::Beside(BesideAction::Show(Side::Why)))
    },
    review("review.trace-back", "command-trace-back", |_| Action::Beside(BesideAction::Further(Way::Precedents))),
    review("review.trace-on", "command-trace-on", |_| Action::Beside(BesideAction::Further(Way::Dependents))),
    Command {
        available: |state| in_cells(state, has_trail),
        ..review("review.back", "command-trace-return", |_| Action::Beside(BesideAction::Back))
    },
    Command {
        keys: &[key(Key::F(9)).with_shift()],
        ..review("review.say-figures", "command-say-figures", |_| Action::Figures(FiguresAction::Say))
    },
    review("review.figures", "command-figures", |_| Action::Page(PageAction::Open(Panel::Figures))),
    review("review.watch", "command-watch", |_| Action::Beside(BesideAction::Watch)),
    review("review.watches", "command-watches", |_| Action::Beside(BesideAction::Show(Side::Watches))),
    Command {
        available: |state| in_cells(state, has_watches),
        ..review("review.watch-rebase", "command-watch-rebase", |_| Action::Beside(BesideAction::Rebase))
    },
    review("review.mark-input", "command-mark-input", |_| Action::Rules(RulesAction::Mark { is_input: true })),
    review("review.mark-locked", "command-mark-locked", |_| Action::Rules(RulesAction::Mark { is_input: false })),
    Command {
        available: |state| in_cells(state, |workspace| is_protected(workspace, false)),
        ..review("review.protect", "command-protect", |_| Action::Page(PageAction::Open(Panel::Protect)))
    },
    Command {
        available: |state| in_cells(state, |workspace| is_protected(workspace, true)),
        ..review("review.unprotect", "command-unprotect", |_| Action::Rules(RulesAction::Unprotect))
    },
    review("review.validate", "command-validate", |_| Action::Rules(RulesAction::AskValidation)),
    review("review.breaches", "command-breaches", |_| Action::Beside(BesideAction::Show(Side::Breaches))),
    Command {
        available: |state| in_cells(state, has_findings),
        ..review("review.findings", "command-findings", |_| Action::Beside(BesideAction::Show(Side::Findings)))
    },
    Command {
        available: |state| in_cells(state, |workspace| spot(workspace, |found| found.has_fix).map(|_| ())),
        ..review("review.repair", "command-repair", |state| {
            act_here(state, |found| found.has_fix, ReconcileAction::Repair)
        })
    },
    Command {
        available: |state| in_cells(state, |workspace| spot(workspace, |_| true).map(|_| ())),
        ..review("review.accept", "command-accept", |state| act_here(state, |_| true, ReconcileAction::Ask))
    },
    review("review.notes", "command-notes", |_| Action::Beside(BesideAction::Show(Side::Notes))),
    Command {
        available: |state| in_book(state).and_then(|()| has_beside(state)),
        ..review("review.close", "command-close-beside", |_| Action::Beside(BesideAction::Close))
    },
];

/// What was found at the active cell, and not accepted yet.
fn spot(workspace: &Workspace, is_meant: fn(&Found) -> bool) -> Result<Spot, &'static str> {
    let mut open = reconciling::here(workspace).filter(|found| found.accepted.is_none() && is_meant(found));
    open.next().map(Spot::of).ok_or("reason-no-finding")
}

fn act_here(state: &State, is_meant: fn(&Found) -> bool, action: fn(Spot) -> ReconcileAction) -> Action {
    let found = state.workspace.as_ref().and_then(|workspace| spot(workspace, is_meant).ok());
    found.map_or(Action::Beside(BesideAction::Show(Side::Findings)), |spot| Action::Reconcile(action(spot)))
}

fn has_findings(workspace: &Workspace) -> Availability {
    if workspace.beside.findings().is_none() { Err("reason-no-report-table") } else { Ok(()) }
}

fn has_watches(workspace: &Workspace) -> Availability {
    let is_empty = watching::watches(&workspace.document.session).is_empty();
    if is_empty { Err("reason-no-watches") } else { Ok(()) }
}

fn is_protected(workspace: &Workspace, wanted: bool) -> Availability {
    let is_protected = protection::reason(&workspace.document.session, workspace.document.sheet).is_some();
    match (is_protected, wanted) {
        (true, false) => Err("reason-protected"),
        (false, true) => Err("reason-not-protected"),
        _ => Ok(()),
    }
}

fn has_trail(workspace: &Workspace) -> Availability {
    if workspace.beside.insight.trail.is_empty() { Err("reason-no-trail") } else { Ok(()) }
}

fn has_beside(state: &State) -> Availability {
    let is_open = state.workspace.as_ref().is_some_and(|workspace| workspace.beside.side.is_some());
    if is_open { Ok(()) } else { Err("reason-no-beside") }
}
