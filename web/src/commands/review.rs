//! Commands that tell why a book shows what it shows.

use crate::platform::keys::Key;
use crate::state::beside::{BesideAction, Side};
use crate::state::figures::FiguresAction;
use crate::state::{Action, PageAction, Panel, Workspace};

use tertial_engine::session::Way;

use super::chord::key;
use super::{Availability, Command, Menu, in_book, in_cells};

/// A command of the menu that asks for something beside the sheet.
const fn review(id: &'static str, label: &'static str, run: fn(&crate::state::State) -> Action) -> Command {
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
    Command {
        available: |state| in_book(state).and_then(|()| has_beside(state)),
        ..review("review.close", "command-close-beside", |_| Action::Beside(BesideAction::Close))
    },
];

fn has_trail(workspace: &Workspace) -> Availability {
    if workspace.beside.insight.trail.is_empty() { Err("reason-no-trail") } else { Ok(()) }
}

fn has_beside(state: &crate::state::State) -> Availability {
    let is_open = state.workspace.as_ref().is_some_and(|workspace| workspace.beside.side.is_some());
    if is_open { Ok(()) } else { Err("reason-no-beside") }
}
