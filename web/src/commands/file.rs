//! Commands that concern files.

use crate::state::printing::Scope;
use crate::state::shelf::EXAMPLE;
use crate::state::{Action, FileAction, PageAction, Panel};

use super::chord::ctrl;
use super::{Command, Icon, Menu, in_book, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "file.start",
        label: "command-start",
        menu: Menu::File,
        keys: &[],
        icon: Some(Icon::Start),
        available: in_book,
        run: |_| Action::File(FileAction::ToStart),
    },
    Command {
        id: "file.new",
        label: "command-new",
        menu: Menu::File,
        keys: &[],
        icon: Some(Icon::New),
        available: |_| Ok(()),
        run: |_| Action::File(FileAction::New),
    },
    Command {
        id: "file.open",
        label: "command-open",
        menu: Menu::File,
        keys: &[ctrl('o')],
        icon: Some(Icon::Open),
        available: |_| Ok(()),
        run: |_| Action::File(FileAction::Choose),
    },
    Command {
        id: "file.example",
        label: "command-example",
        menu: Menu::Help,
        keys: &[],
        icon: None,
        available: |_| Ok(()),
        run: |_| Action::File(FileAction::Address(Some(EXAMPLE.to_owned()))),
    },
    Command {
        id: "file.save",
        label: "command-save",
        menu: Menu::File,
        keys: &[ctrl('s')],
        icon: Some(Icon::Save),
        available: in_book,
        run: |_| Action::File(FileAction::Save),
    },
    Command {
        id: "file.print",
        label: "command-print",
        menu: Menu::File,
        keys: &[ctrl('p')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Page(PageAction::Open(Panel::Print(Scope::Sheet))),
    },
    Command {
        id: "file.print-book",
        label: "command-print-book",
        menu: Menu::File,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Page(PageAction::Open(Panel::Print(Scope::Book))),
    },
];
