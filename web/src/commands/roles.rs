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
    Command {
        id: "view.outcome-to-date",
        label: "command-view-outcome-to-date",
        menu: Menu::View,
        keys: &[alt('5')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::OutcomeToDate)),
    },
    Command {
        id: "view.previous-year",
        label: "command-view-previous-year",
        menu: Menu::View,
        keys: &[alt('6')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::PreviousYear)),
    },
    Command {
        id: "view.change",
        label: "command-view-change",
        menu: Menu::View,
        keys: &[alt('7')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::Change)),
    },
    Command {
        id: "view.earlier-forecast",
        label: "command-view-earlier-forecast",
        menu: Menu::View,
        keys: &[alt('8')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::EarlierForecast)),
    },
    Command {
        id: "view.text",
        label: "command-view-text",
        menu: Menu::View,
        keys: &[alt('9')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Select(SelectAction::Role(ColumnRole::Text)),
    },
];
