//! Commands that copy, cut and paste.

use tertial_engine::session::{Part, PasteManner};

use crate::platform::keys::KeyPress;
use crate::state::action::ClipAction;
use crate::state::{Action, PageAction, Panel, inserting};

use super::chord::{Chord, ctrl, ctrl_shift};
use super::{Command, Menu, in_cells};

/// Commands whose keys the browser answers itself, with an event that hands the page the clipboard.
pub const ANSWERED_BY_BROWSER: [&str; 3] = ["edit.cut", "edit.copy", "edit.paste"];

/// The command among these that a key press asks for.
pub fn answered_by_browser(press: KeyPress) -> Option<&'static str> {
    let is_meant = |command: &&Command| command.keys.contains(&Chord::of(press));
    let answered = COMMANDS.iter().filter(|command| ANSWERED_BY_BROWSER.contains(&command.id));
    answered.into_iter().find(is_meant).map(|command| command.id)
}

/// The command whose keys let the browser paste, in a manner of its own.
pub const PASTE_VALUES: &str = "edit.paste-values";

/// Nothing but what the cells are worth.
pub const VALUES: PasteManner = only(Part::Values);

pub const COMMANDS: &[Command] = &[
    Command {
        id: "edit.cut",
        label: "command-cut",
        menu: Menu::Edit,
        keys: &[ctrl('x')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Clip(ClipAction::Copy { cuts: true }),
    },
    Command {
        id: "edit.copy",
        label: "command-copy",
        menu: Menu::Edit,
        keys: &[ctrl('c')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Clip(ClipAction::Copy { cuts: false }),
    },
    Command {
        id: "edit.paste",
        label: "command-paste",
        menu: Menu::Edit,
        keys: &[ctrl('v')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Clip(ClipAction::Fetch(only(Part::All))),
    },
    Command {
        id: PASTE_VALUES,
        label: "command-paste-values",
        menu: Menu::Edit,
        keys: &[ctrl_shift('v')],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Clip(ClipAction::Fetch(VALUES)),
    },
    Command {
        id: "edit.paste-formulas",
        label: "command-paste-formulas",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Clip(ClipAction::Fetch(only(Part::Formulas))),
    },
    Command {
        id: "edit.paste-transposed",
        label: "command-paste-transposed",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Clip(ClipAction::Fetch(PasteManner { transposed: true, ..only(Part::All) })),
    },
    Command {
        id: "edit.paste-special",
        label: "command-paste-special",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Page(PageAction::Open(Panel::PasteSpecial)),
    },
    Command {
        id: "edit.copy-table",
        label: "command-copy-table",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| in_cells(state, |_| Ok(())),
        run: |_| Action::Clip(ClipAction::CopyTable),
    },
    // The key that inserts rows has the same meaning while something is framed.
    Command {
        id: "edit.insert-clip",
        label: "command-insert-clip",
        menu: Menu::Edit,
        keys: &[],
        icon: None,
        available: |state| {
            in_cells(state, |workspace| inserting::clip(workspace).map(|_| ()).ok_or("reason-not-framed"))
        },
        run: |_| Action::Clip(ClipAction::Insert),
    },
];

const fn only(part: Part) -> PasteManner {
    PasteManner { part, transposed: false, skips_blanks: false }
}
