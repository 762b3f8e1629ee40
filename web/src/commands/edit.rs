//! Commands that concern what stands in the cells.

use crate::state::editor::Mode;
use crate::state::lines;
use crate::state::{Action, EditAction, SelectAction, State, Workspace};

use super::{Command, Icon, ctrl, ctrl_shift};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "edit.undo",
        label: "command-undo",
        keys: &[ctrl('z')],
        icon: Icon::Undo,
        enabled: |state| is_ready(state, |workspace| workspace.document.session.can_undo()),
        run: |_| Action::Edit(EditAction::Undo),
    },
    Command {
        id: "edit.redo",
        label: "command-redo",
        keys: &[ctrl('y'), ctrl_shift('z')],
        icon: Icon::Redo,
        enabled: |state| is_ready(state, |workspace| workspace.document.session.can_redo()),
        run: |_| Action::Edit(EditAction::Redo),
    },
    Command {
        id: "edit.insert",
        label: "command-insert",
        keys: &[],
        icon: Icon::Insert,
        enabled: |state| is_ready(state, |_| true),
        run: |_| Action::Edit(EditAction::InsertLines),
    },
    Command {
        id: "edit.delete",
        label: "command-delete",
        keys: &[],
        icon: Icon::Delete,
        enabled: |state| is_ready(state, |_| true),
        run: |_| Action::Edit(EditAction::DeleteLines),
    },
    // The browser's own keys for larger and smaller text are taken only when lines are selected.
    Command {
        id: "edit.insert-lines",
        label: "command-insert-lines",
        keys: &[ctrl('+'), ctrl_shift('+')],
        icon: Icon::Insert,
        enabled: |state| is_ready(state, |workspace| lines::are_selected(workspace.selection.range)),
        run: |_| Action::Edit(EditAction::InsertLines),
    },
    Command {
        id: "edit.delete-lines",
        label: "command-delete-lines",
        keys: &[ctrl('-')],
        icon: Icon::Delete,
        enabled: |state| is_ready(state, |workspace| lines::are_selected(workspace.selection.range)),
        run: |_| Action::Edit(EditAction::DeleteLines),
    },
    Command {
        id: "edit.select-all",
        label: "command-select-all",
        keys: &[ctrl('a')],
        icon: Icon::New,
        enabled: |state| is_ready(state, |_| true),
        run: |_| Action::Select(SelectAction::All),
    },
];

/// Whether a book is open and no text is being typed, whose own undo and marks come first.
fn is_ready(state: &State, holds: impl Fn(&Workspace) -> bool) -> bool {
    state.workspace.as_ref().is_some_and(|workspace| workspace.editor.mode() == Mode::Ready && holds(workspace))
}
