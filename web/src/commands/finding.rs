//! Commands that find cells and replace texts.

use crate::platform::keys::Key;
use crate::state::finding::FindAction;
use crate::state::{Action, State};

use super::chord::{ctrl, key};
use super::{Availability, Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "edit.find",
        label: "command-find",
        menu: Menu::Edit,
        keys: &[ctrl('f')],
        icon: None,
        available: in_any_cells,
        run: |_| Action::Find(FindAction::Open { replaces: false }),
    },
    Command {
        id: "edit.replace",
        label: "command-replace",
        menu: Menu::Edit,
        keys: &[ctrl('h')],
        icon: None,
        available: in_any_cells,
        run: |_| Action::Find(FindAction::Open { replaces: true }),
    },
    Command {
        id: "edit.find-next",
        label: "command-find-next",
        menu: Menu::Edit,
        keys: &[key(Key::F(3))],
        icon: None,
        available: in_any_cells,
        run: |_| Action::Find(FindAction::Next { back: false }),
    },
    Command {
        id: "edit.find-previous",
        label: "command-find-previous",
        menu: Menu::Edit,
        keys: &[key(Key::F(3)).with_shift()],
        icon: None,
        available: in_any_cells,
        run: |_| Action::Find(FindAction::Next { back: true }),
    },
];

fn in_any_cells(state: &State) -> Availability {
    in_cells(state, |_| Ok(()))
}
