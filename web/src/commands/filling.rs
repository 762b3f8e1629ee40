//! Commands that fill cells from their neighbours.

use crate::state::{Action, EditAction, PageAction, Panel, Workspace};

use super::chord::ctrl;
use super::{Availability, Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "edit.fill-down",
        label: "command-fill-down",
        menu: Menu::Edit,
        keys: &[ctrl('d')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Edit(EditAction::FillDown),
    },
    Command {
        id: "edit.fill-right",
        label: "command-fill-right",
        menu: Menu::Edit,
        keys: &[ctrl('r')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Edit(EditAction::FillRight),
    },
    Command {
        id: "edit.fill-series",
        label: "command-fill-series",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, several),
        run: |_| Action::Edit(EditAction::FillSeries),
    },
    Command {
        id: "edit.fill-dates",
        label: "command-fill-dates",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, several),
        run: |_| Action::Page(PageAction::Open(Panel::FillDates)),
    },
    Command {
        id: "edit.fill-beside",
        label: "command-fill-beside",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Edit(EditAction::FillBeside),
    },
];

fn several(workspace: &Workspace) -> Availability {
    if workspace.selection.range.is_cell() { Err("reason-one-cell") } else { Ok(()) }
}
