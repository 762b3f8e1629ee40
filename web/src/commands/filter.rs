//! Commands that show rows by what stands in them, and offer what a column holds.

use tertial_engine::session::filter;

use crate::platform::keys::Key;
use crate::state::filtering::FilterAction;
use crate::state::{Action, State};

use super::chord::{ctrl_shift, key};
use super::{Availability, Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "filter.toggle",
        label: "command-filter",
        menu: Menu::View,
        keys: &[ctrl_shift('l')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Filter(FilterAction::Toggle),
    },
    Command {
        id: "filter.clear",
        label: "command-filter-clear",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: is_active,
        run: |_| Action::Filter(FilterAction::Clear),
    },
    Command {
        id: "filter.reapply",
        label: "command-filter-again",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: is_active,
        run: |_| Action::Filter(FilterAction::Reapply),
    },
    Command {
        id: "edit.list",
        label: "command-list",
        menu: Menu::Edit,
        keys: &[key(Key::Down).with_alt()],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Filter(FilterAction::List),
    },
];

fn is_active(state: &State) -> Availability {
    in_cells(state, |workspace| {
        let is_active = filter::is_active(&workspace.document.session, workspace.document.sheet);
        if is_active { Ok(()) } else { Err("reason-no-filter") }
    })
}
