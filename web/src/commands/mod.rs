//! Everything a user can ask for by name, as data: words, menu, keys, picture, when it can be had and what it does. Menus,
//! toolbar, palette, keyboard and the list of keys are made from this one list.

pub mod chord;
pub mod clipboard;
mod conditional;
pub mod context;
mod edit;
mod file;
mod filling;
mod filter;
mod finding;
mod formulas;
mod history;
mod layout;
mod lines;
mod number_formats;
pub mod page;
mod review;
mod roles;
mod select;
mod sheet;
pub mod styling;
pub mod units;

use tertial_engine::session::deeds;

use crate::platform::keys::KeyPress;
use crate::state::editor::Mode;
use crate::state::{Action, State, Workspace};
use crate::text::Words;

pub use chord::Chord;

/// Something a user can ask for.
pub struct Command {
    /// Name in the code, unique.
    pub id: &'static str,
    /// Key of its words.
    pub label: &'static str,
    /// The menu it stands in.
    pub menu: Menu,
    /// The keys that ask for it; the first stand in menus and tooltips.
    pub keys: &'static [Chord],
    /// Its picture, where it stands in a bar.
    pub icon: Option<Icon>,
    /// Whether it can be had now.
    pub available: fn(&State) -> Availability,
    /// What it does.
    pub run: fn(&State) -> Action,
}

/// Whether a command can be had; if not, the key of the words that say why.
pub type Availability = Result<(), &'static str>;

/// The menus, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    File,
    Edit,
    Select,
    Format,
    Number,
    Sheet,
    Review,
    View,
    Help,
}

/// Pictures of commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Icon {
    Start,
    New,
    Open,
    Save,
    Undo,
    Redo,
    Insert,
    Delete,
    Language,
    Palette,
    Row,
    Bold,
    Italic,
    Underline,
    Left,
    Center,
    Right,
    Fill,
    Brush,
    Cells,
    More,
    Fewer,
}

impl Menu {
    /// All menus.
    pub const ALL: [Self; 9] = [
        Self::File,
        Self::Edit,
        Self::Select,
        Self::Format,
        Self::Number,
        Self::Sheet,
        Self::Review,
        Self::View,
        Self::Help,
    ];

    /// Key of its words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::Select => "menu-select",
            Self::Format => "menu-format",
            Self::Number => "menu-number",
            Self::Sheet => "menu-sheet",
            Self::Review => "menu-review",
            Self::View => "menu-view",
            Self::Help => "menu-help",
        }
    }

    /// Its commands.
    pub fn commands(self) -> impl Iterator<Item = &'static Command> {
        all().filter(move |command| command.menu == self)
    }
}

/// All commands.
pub fn all() -> impl Iterator<Item = &'static Command> {
    let topics = [
        file::COMMANDS,
        history::COMMANDS,
        clipboard::COMMANDS,
        filling::COMMANDS,
        edit::COMMANDS,
        finding::COMMANDS,
        filter::COMMANDS,
        select::COMMANDS,
        formulas::COMMANDS,
        layout::COMMANDS,
        lines::COMMANDS,
        styling::COMMANDS,
        conditional::COMMANDS,
        number_formats::COMMANDS,
        units::COMMANDS,
        review::COMMANDS,
        roles::COMMANDS,
        sheet::COMMANDS,
        page::COMMANDS,
    ];
    topics.into_iter().flatten()
}

/// The command of a name.
pub fn find(id: &str) -> Option<&'static Command> {
    all().find(|command| command.id == id)
}

/// The command that a key press asks for.
pub fn for_keys(press: KeyPress) -> Option<&'static Command> {
    let chord = Chord::of(press);
    let is_ours = |command: &&Command| !clipboard::ANSWERED_BY_BROWSER.contains(&command.id);
    all().filter(is_ours).find(|command| !press.composing && command.keys.contains(&chord))
}

/// The commands whose words hold every word of a text, first the one that it names, then those that begin with it.
pub fn search(text: &str, words: Words) -> Vec<&'static Command> {
    let text = text.trim().to_lowercase();
    let label = |command: &Command| words.say(command.label).to_lowercase();
    let matches = |command: &&Command| text.split_whitespace().all(|word| label(command).contains(word));
    let mut found: Vec<_> = all().filter(matches).collect();
    found.sort_by_key(|command| (label(command) != text, !label(command).starts_with(&text)));
    found
}

/// What a command would do just now, where its words alone do not say.
pub fn detail(id: &str, state: &State) -> Option<String> {
    let document = &state.workspace.as_ref()?.document;
    let deed = match id {
        "edit.undo" => deeds::to_undo(&document.session),
        "edit.redo" => deeds::to_redo(&document.session),
        _ => None,
    };
    deed.map(|deed| deeds::name(&document.session, deed, document.sheet))
}

/// Whether what a command turns on or off is on; `None` of other commands.
pub fn pressed(id: &str, state: &State) -> Option<bool> {
    styling::pressed(id, state).or_else(|| units::pressed(id, state))
}

fn in_book(state: &State) -> Availability {
    state.workspace.as_ref().map_or(Err("reason-no-book"), |_| Ok(()))
}

/// Whether a book is open and no text is being typed, whose own undo and marks come first.
fn in_cells(state: &State, holds: impl Fn(&Workspace) -> Availability) -> Availability {
    let workspace = state.workspace.as_ref().ok_or("reason-no-book")?;
    if workspace.editor.mode() == Mode::Ready { holds(workspace) } else { Err("reason-typing") }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use tertial_engine::session::Locale;

    use crate::platform::keys::Key;

    use super::*;

    #[test]
    fn names_are_unique() {
        let ids: BTreeSet<_> = all().map(|command| command.id).collect();
        assert_eq!(ids.len(), all().count());
    }

    #[test]
    fn no_two_commands_share_keys() {
        let keys: Vec<_> = all().flat_map(|command| command.keys).collect();
        let unique: BTreeSet<_> = keys.iter().map(|chord| chord.written(Words::default())).collect();
        assert_eq!(unique.len(), keys.len());
    }

    #[test]
    fn every_command_stands_in_a_menu_and_is_named_in_both_languages() {
        let listed: usize = Menu::ALL.into_iter().map(|menu| menu.commands().count()).sum();
        assert_eq!(listed, all().count());
        let keys = all().map(|command| command.label).chain(Menu::ALL.map(Menu::label));
        for key in keys {
            let labels = [Locale::Swedish, Locale::English].map(|locale| Words::of(locale).find(key));
            assert!(labels.iter().all(Option::is_some), "{key}");
            assert_ne!(labels[0], labels[1], "{key} is translated");
        }
    }

    #[test]
    fn keys_lead_to_commands() {
        let cases =
            [('s', false, "file.save"), ('z', false, "edit.undo"), ('Z', true, "edit.redo"), ('y', false, "edit.redo")];
        for (letter, shift, id) in cases {
            let press = KeyPress { shift, ..KeyPress::plain(Key::Char(letter)).ctrl() };
            assert_eq!(for_keys(press).map(|command| command.id), Some(id));
        }
    }

    #[test]
    fn text_never_leads_to_a_command() {
        assert!(all().flat_map(|command| command.keys).all(|chord| !chord.is_text()));
        for letter in ['s', 'z', 'å', '@', '['] {
            assert!(for_keys(KeyPress::plain(Key::Char(letter))).is_none());
            let altgr = KeyPress { alt: true, ..KeyPress::plain(Key::Char(letter)).ctrl() };
            assert!(for_keys(altgr).is_none(), "Ctrl+Alt+{letter} is text");
        }
    }

    #[test]
    fn commands_are_found_by_their_words() {
        let swedish = Words::of(Locale::Swedish);
        assert_eq!(search("ångra", swedish).first().map(|command| command.id), Some("edit.undo"));
        assert_eq!(search("NEDÅT", swedish).first().map(|command| command.id), Some("edit.fill-down"));
        assert_eq!(search("", swedish).len(), all().count());
        assert!(search("finns inte", swedish).is_empty());
    }
}
