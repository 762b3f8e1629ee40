//! Commands that take the selected rows and columns elsewhere.

use tertial_engine::session::AxisKind;

use crate::platform::keys::Key;
use crate::state::carrying::{self, CarryAction};
use crate::state::{Action, State};

use super::chord::key;
use super::{Availability, Command, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "rows.move-up",
        label: "command-move-rows-up",
        menu: Menu::Sheet,
        keys: &[key(Key::Up).with_alt().with_shift()],
        icon: None,
        available: |state| can_step(state, AxisKind::Rows, true),
        run: |_| Action::Carry(CarryAction::Step { axis: AxisKind::Rows, back: true }),
    },
    Command {
        id: "rows.move-down",
        label: "command-move-rows-down",
        menu: Menu::Sheet,
        keys: &[key(Key::Down).with_alt().with_shift()],
        icon: None,
        available: |state| can_step(state, AxisKind::Rows, false),
        run: |_| Action::Carry(CarryAction::Step { axis: AxisKind::Rows, back: false }),
    },
    Command {
        id: "columns.move-left",
        label: "command-move-columns-left",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| can_step(state, AxisKind::Columns, true),
        run: |_| Action::Carry(CarryAction::Step { axis: AxisKind::Columns, back: true }),
    },
    Command {
        id: "columns.move-right",
        label: "command-move-columns-right",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| can_step(state, AxisKind::Columns, false),
        run: |_| Action::Carry(CarryAction::Step { axis: AxisKind::Columns, back: false }),
    },
];

fn can_step(state: &State, axis: AxisKind, back: bool) -> Availability {
    in_cells(state, |workspace| {
        let selection = &workspace.selection;
        let across = match axis {
            AxisKind::Rows => selection.range.is_whole_columns(),
            AxisKind::Columns => selection.range.is_whole_rows(),
        };
        if across {
            return Err("reason-all-lines");
        }
        if !selection.others().is_empty() {
            return Err("reason-one-area");
        }
        let next = carrying::next(workspace, axis, axis.lines(selection.range), back);
        next.map(|_| ()).ok_or("reason-edge-of-sheet")
    })
}
