//! Commands that select cells.

use crate::platform::keys::Key;
use crate::state::selection::Manner;
use crate::state::{Action, SelectAction};

use super::chord::{ctrl, key};
use super::{Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "select.all",
        label: "command-select-all",
        menu: Menu::Select,
        keys: &[ctrl('a')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::All),
    },
    Command {
        id: "select.rows",
        label: "command-select-rows",
        menu: Menu::Select,
        keys: &[key(Key::Char(' ')).with_shift()],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Rows),
    },
    Command {
        id: "select.columns",
        label: "command-select-columns",
        menu: Menu::Select,
        keys: &[ctrl(' ')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Columns),
    },
    Command {
        id: "select.extend",
        label: "command-select-extend",
        menu: Menu::Select,
        keys: &[key(Key::F(8))],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Manner(Manner::Extending)),
    },
    Command {
        id: "select.add",
        label: "command-select-add",
        menu: Menu::Select,
        keys: &[key(Key::F(8)).with_shift()],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Manner(Manner::Adding)),
    },
    Command {
        id: "select.go-to",
        label: "command-go-to",
        menu: Menu::Select,
        keys: &[key(Key::F(5)), ctrl('g')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::AskPlace),
    },
];
