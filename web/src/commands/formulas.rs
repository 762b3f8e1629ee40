//! Commands that sort rows, go along formulas, calculate them anew, or do the last thing again.

use crate::platform::keys::Key;
use crate::state::sorting::SortAction;
use crate::state::tracing::TraceAction;
use crate::state::{Action, EditAction};

use super::chord::{ctrl, key};
use super::{Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "edit.repeat",
        label: "command-repeat",
        menu: Menu::Edit,
        keys: &[key(Key::F(4))],
        icon: None,
        available: |state| {
            let has_last = state.last.is_some();
            in_cells(state, |_| if has_last { Ok(()) } else { Err("reason-nothing-to-repeat") })
        },
        run: |_| Action::Edit(EditAction::Repeat),
    },
    Command {
        id: "edit.sort",
        label: "command-sort",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Sort(SortAction::Now { descending: false }),
    },
    Command {
        id: "edit.sort-descending",
        label: "command-sort-descending",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Sort(SortAction::Now { descending: true }),
    },
    Command {
        id: "edit.sort-by",
        label: "command-sort-by",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Sort(SortAction::Ask),
    },
    Command {
        id: "select.precedents",
        label: "command-precedents",
        menu: Menu::Select,
        keys: &[key(Key::F(7)), ctrl('[')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Trace(TraceAction::Precedents),
    },
    Command {
        id: "select.dependents",
        label: "command-dependents",
        menu: Menu::Select,
        keys: &[key(Key::F(7)).with_shift(), ctrl(']')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Trace(TraceAction::Dependents),
    },
    Command {
        id: "edit.recalculate",
        label: "command-recalculate",
        menu: Menu::Edit,
        keys: &[key(Key::F(9))],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Trace(TraceAction::Recalculate),
    },
];
