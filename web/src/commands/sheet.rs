//! Commands that concern sheets as a whole.

use crate::platform::keys::Key;
use crate::state::context::ContextAction;
use crate::state::sheets::{Neighbour, SheetAction};
use crate::state::{Action, PageAction, Panel, State};

use super::chord::key;
use super::{Availability, Command, Menu, in_book, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "sheet.rename",
        label: "command-rename-sheet",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: in_book,
        run: |_| Action::Page(PageAction::Open(Panel::RenameSheet)),
    },
    Command {
        id: "sheet.duplicate",
        label: "command-duplicate-sheet",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: in_book,
        run: |_| Action::Sheet(SheetAction::Duplicate),
    },
    Command {
        id: "sheet.move-back",
        label: "command-sheet-back",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| not_at(state, 0),
        run: |_| Action::Sheet(SheetAction::Move { back: true }),
    },
    Command {
        id: "sheet.move-on",
        label: "command-sheet-on",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| not_at(state, count(state).saturating_sub(1)),
        run: |_| Action::Sheet(SheetAction::Move { back: false }),
    },
    Command {
        id: "sheet.delete",
        label: "command-delete-sheet",
        menu: Menu::Sheet,
        keys: &[],
        icon: None,
        available: |state| in_book(state).and_then(|()| check(count(state) > 1, "reason-only-sheet")),
        run: |_| Action::Sheet(SheetAction::Delete),
    },
    Command {
        id: "sheet.previous",
        label: "command-previous-sheet",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| in_book(state).and_then(|()| check(count(state) > 1, "reason-only-sheet")),
        run: |_| Action::Sheet(SheetAction::Show(Neighbour::Previous)),
    },
    Command {
        id: "sheet.next",
        label: "command-next-sheet",
        menu: Menu::View,
        keys: &[],
        icon: None,
        available: |state| in_book(state).and_then(|()| check(count(state) > 1, "reason-only-sheet")),
        run: |_| Action::Sheet(SheetAction::Show(Neighbour::Next)),
    },
    Command {
        id: "page.menu",
        label: "command-menu",
        menu: Menu::Edit,
        keys: &[key(Key::F(10)).with_shift(), key(Key::Menu)],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Context(ContextAction::Selection),
    },
];

fn count(state: &State) -> usize {
    state.workspace.as_ref().map_or(0, |workspace| workspace.document.sheets.len())
}

fn not_at(state: &State, end: usize) -> Availability {
    let workspace = state.workspace.as_ref().ok_or("reason-no-book")?;
    let document = &workspace.document;
    let here = document.sheets.iter().position(|tab| tab.id == document.sheet);
    check(here != Some(end), "reason-no-further")
}

const fn check(holds: bool, reason: &'static str) -> Availability {
    if holds { Ok(()) } else { Err(reason) }
}
