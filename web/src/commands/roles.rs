//! Commands that go to the columns of a report table by what they hold.

use tertial_engine::session::ColumnRole;

use crate::state::{Action, SelectAction};

use super::chord::alt;
use super::{Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "view.budget",
        label: "command-view-budget",
        menu: Menu::View,
        keys: &[alt('1')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::Budget)),
    },
    Command {
        id: "view.outcome",
        label: "command-view-outcome",
        menu: Menu::View,
        keys: &[alt('2')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::Outcome)),
    },
    Command {
        id: "view.forecast",
        label: "command-view-forecast",
        menu: Menu::View,
        keys: &[alt('3')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::Forecast)),
    },
    Command {
        id: "view.deviation",
        label: "command-view-deviation",
        menu: Menu::View,
        keys: &[alt('4')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::Deviation)),
    },
];
