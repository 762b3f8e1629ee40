//! Commands that concern the page as a whole.

use tertial_engine::session::Locale;

use crate::platform::keys::Key;
use crate::state::{Action, PageAction, Panel, ViewAction};

use super::chord::{alt, ctrl_shift, key};
use super::{Command, Icon, Menu, in_book, in_cells};

pub const COMMANDS: &[Command] = &[
    Command {
        id: "view.add-sheet",
        label: "command-add-sheet",
        menu: Menu::View,
        keys: &[key(Key::F(11)).with_shift()],
        icon: None,
        available: in_book,
        run: |_| Action::View(ViewAction::AddSheet),
    },
    Command {
        id: "view.row",
        label: "command-row",
        menu: Menu::View,
        keys: &[],
        icon: Some(Icon::Row),
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Page(PageAction::Open(Panel::Row)),
    },
    Command {
        id: "page.language",
        label: "command-language",
        menu: Menu::View,
        keys: &[],
        icon: Some(Icon::Language),
        available: |_| Ok(()),
        run: |state| {
            let other = match state.locale {
                Locale::Swedish => Locale::English,
                Locale::English => Locale::Swedish,
            };
            Action::Page(PageAction::Language(other))
        },
    },
    Command {
        id: "page.palette",
        label: "command-palette",
        menu: Menu::Help,
        // Firefox keeps the second for itself; the first is known from Excel.
        keys: &[alt('q'), ctrl_shift('p')],
        icon: Some(Icon::Palette),
        available: |_| Ok(()),
        run: |_| Action::Page(PageAction::Open(Panel::Palette)),
    },
    Command {
        id: "page.keys",
        label: "command-keys",
        menu: Menu::Help,
        keys: &[key(Key::F(1))],
        icon: None,
        available: |_| Ok(()),
        run: |_| Action::Page(PageAction::Open(Panel::Keys)),
    },
    Command {
        id: "page.accessibility",
        label: "command-accessibility",
        menu: Menu::Help,
        keys: &[],
        icon: None,
        available: |_| Ok(()),
        run: |state| Action::Page(PageAction::Read(accessibility(state.locale))),
    },
];

/// The page that says how accessible the program is.
pub const fn accessibility(locale: Locale) -> &'static str {
    match locale {
        Locale::Swedish => "help/tillganglighet.html",
        Locale::English => "help/accessibility.html",
    }
}
