//! Commands that concern files.

use crate::state::{Action, FileAction, State};

use super::{Command, Icon, ctrl};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "file.start",
        label: "command-start",
        keys: &[],
        icon: Icon::Start,
        enabled: has_book,
        run: |_| Action::File(FileAction::ToStart),
    },
    Command {
        id: "file.new",
        label: "command-new",
        keys: &[],
        icon: Icon::New,
        enabled: |_| true,
        run: |_| Action::File(FileAction::New),
    },
    Command {
        id: "file.open",
        label: "command-open",
        keys: &[ctrl('o')],
        icon: Icon::Open,
        enabled: |_| true,
        run: |_| Action::File(FileAction::Choose),
    },
    Command {
        id: "file.save",
        label: "command-save",
        keys: &[ctrl('s')],
        icon: Icon::Save,
        enabled: has_book,
        run: |_| Action::File(FileAction::Save),
    },
];

fn has_book(state: &State) -> bool {
    state.workspace.is_some()
}
