//! Commands that take back what was done, and do it again. They stand before all others that concern cells.

use crate::state::{Action, EditAction};

use super::chord::{ctrl, ctrl_shift};
use super::{Command, Icon, Menu, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "edit.undo",
        label: "command-undo",
        menu: Menu::Edit,
        keys: &[ctrl('z')],
        icon: Some(Icon::Undo),
        available: |state| {
            in_cells(state, |workspace| {
                workspace.document.session.can_undo().then_some(()).ok_or("reason-nothing-to-undo")
            })
        },
        run: |_| Action::Edit(EditAction::Undo),
    },
    Command {
        id: "edit.redo",
        label: "command-redo",
        menu: Menu::Edit,
        keys: &[ctrl('y'), ctrl_shift('z')],
        icon: Some(Icon::Redo),
        available: |state| {
            in_cells(state, |workspace| {
                workspace.document.session.can_redo().then_some(()).ok_or("reason-nothing-to-redo")
            })
        },
        run: |_| Action::Edit(EditAction::Redo),
    },
];
