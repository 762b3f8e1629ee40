//! Commands that concern how numbers are shown.

use crate::state::Action;
use crate::state::number_formats::{FormatAction, USUAL};

use super::chord::ctrl_shift;
use super::{Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "format.general",
        label: "command-format-general",
        menu: Menu::Format,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Set(USUAL[0].1)),
    },
    Command {
        id: "format.whole",
        label: "command-format-whole",
        menu: Menu::Format,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Set(USUAL[1].1)),
    },
    Command {
        id: "format.number",
        label: "command-format-number",
        menu: Menu::Format,
        keys: &[ctrl_shift('1')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Set(USUAL[2].1)),
    },
    Command {
        id: "format.signed",
        label: "command-format-signed",
        menu: Menu::Format,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Set(USUAL[3].1)),
    },
    Command {
        id: "format.percent",
        label: "command-format-percent",
        menu: Menu::Format,
        keys: &[ctrl_shift('5')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Set(USUAL[4].1)),
    },
    Command {
        id: "format.date",
        label: "command-format-date",
        menu: Menu::Format,
        keys: &[ctrl_shift('3')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Set(USUAL[5].1)),
    },
    Command {
        id: "format.month",
        label: "command-format-month",
        menu: Menu::Format,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Set(USUAL[6].1)),
    },
    Command {
        id: "format.text",
        label: "command-format-text",
        menu: Menu::Format,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Set(USUAL[7].1)),
    },
    Command {
        id: "format.more-decimals",
        label: "command-more-decimals",
        menu: Menu::Format,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Decimals { more: true }),
    },
    Command {
        id: "format.fewer-decimals",
        label: "command-fewer-decimals",
        menu: Menu::Format,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Decimals { more: false }),
    },
    Command {
        id: "format.code",
        label: "command-format-code",
        menu: Menu::Format,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Format(FormatAction::Ask),
    },
];
