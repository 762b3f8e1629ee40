//! Everything a user can ask for by name, as data: words, keys, icon, when it can be had and what it does. Toolbar and
//! keyboard are made from this one list.

mod edit;
mod file;
mod page;

use crate::platform::keys::{Key, KeyPress};
use crate::state::{Action, State};

/// Something a user can ask for.
pub struct Command {
    /// Name in the code, unique.
    pub id: &'static str,
    /// Key of its words.
    pub label: &'static str,
    /// The key presses that ask for it, as written in its tooltip.
    pub keys: &'static [Chord],
    /// Its picture.
    pub icon: Icon,
    /// Whether it can be had now.
    pub enabled: fn(&State) -> bool,
    /// What it does.
    pub run: fn(&State) -> Action,
}

/// A key pressed together with Ctrl.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    pub letter: char,
    pub shift: bool,
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
}

/// Ctrl and a letter.
pub(crate) const fn ctrl(letter: char) -> Chord {
    Chord { letter, shift: false }
}

/// Ctrl, Shift and a letter.
pub(crate) const fn ctrl_shift(letter: char) -> Chord {
    Chord { letter, shift: true }
}

/// All commands.
pub fn all() -> impl Iterator<Item = &'static Command> {
    [file::COMMANDS, edit::COMMANDS, page::COMMANDS].into_iter().flatten()
}

/// The command of a name.
pub fn find(id: &str) -> Option<&'static Command> {
    all().find(|command| command.id == id)
}

/// The command that a key press asks for.
pub fn for_keys(press: KeyPress) -> Option<&'static Command> {
    let Key::Char(letter) = press.key else { return None };
    if !press.is_chord() {
        return None;
    }
    let chord = Chord { letter: letter.to_ascii_lowercase(), shift: press.shift };
    all().find(|command| command.keys.contains(&chord))
}

impl Chord {
    /// The chord as it is written, with the language's names of the keys.
    pub fn written(self, ctrl: &str, shift: &str) -> String {
        let letter = self.letter.to_uppercase();
        if self.shift { format!("{ctrl}+{shift}+{letter}") } else { format!("{ctrl}+{letter}") }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use tertial_engine::session::Locale;

    use crate::text::Words;

    use super::*;

    #[test]
    fn names_are_unique() {
        let ids: BTreeSet<_> = all().map(|command| command.id).collect();
        assert_eq!(ids.len(), all().count());
    }

    #[test]
    fn no_two_commands_share_keys() {
        let keys: Vec<_> = all().flat_map(|command| command.keys).collect();
        let unique: BTreeSet<_> = keys.iter().map(|chord| (chord.letter, chord.shift)).collect();
        assert_eq!(unique.len(), keys.len());
    }

    #[test]
    fn every_command_is_labelled_in_both_languages() {
        for command in all() {
            let labels = [Locale::Swedish, Locale::English].map(|locale| Words::of(locale).find(command.label));
            assert!(labels.iter().all(Option::is_some), "{}", command.id);
            assert_ne!(labels[0], labels[1], "{} is translated", command.id);
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
        for letter in ['s', 'z', 'å', '@', '['] {
            assert!(for_keys(KeyPress::plain(Key::Char(letter))).is_none());
            let altgr = KeyPress { alt: true, ..KeyPress::plain(Key::Char(letter)).ctrl() };
            assert!(for_keys(altgr).is_none(), "Ctrl+Alt+{letter} is text");
        }
    }

    #[test]
    fn keys_are_written_in_the_users_language() {
        assert_eq!(ctrl_shift('z').written("Ctrl", "Skift"), "Ctrl+Skift+Z");
    }
}
