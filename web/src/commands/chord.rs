//! Keys pressed together, as commands are bound to them and as help writes them.

use crate::platform::keys::{Key, KeyPress};
use crate::text::Words;

/// Keys pressed together. Characters are small letters and digits; with other signs Shift is part of typing them and does
/// not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chord {
    key: Key,
    ctrl: bool,
    shift: bool,
    alt: bool,
}

/// A key alone.
pub const fn key(key: Key) -> Chord {
    Chord { key, ctrl: false, shift: false, alt: false }
}

/// Alt and a letter or digit.
pub const fn alt(letter: char) -> Chord {
    Chord { alt: true, ..key(Key::Char(letter)) }
}

/// Ctrl and a character.
pub const fn ctrl(character: char) -> Chord {
    key(Key::Char(character)).with_ctrl()
}

/// Ctrl, Shift and a letter.
pub const fn ctrl_shift(letter: char) -> Chord {
    ctrl(letter).with_shift()
}

impl Chord {
    /// These keys and Ctrl.
    pub const fn with_ctrl(self) -> Self {
        Self { ctrl: true, ..self }
    }

    /// The same keys with Alt.
    pub const fn with_alt(self) -> Self {
        Self { alt: true, ..self }
    }

    /// These keys and Shift.
    pub const fn with_shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// The keys of a press.
    pub fn of(press: KeyPress) -> Self {
        let KeyPress { key, ctrl, shift, alt, .. } = press;
        match key {
            Key::Char(sign) if sign.is_alphanumeric() => {
                Self { key: Key::Char(sign.to_lowercase().next().unwrap_or(sign)), ctrl, shift, alt }
            }
            Key::Char(sign) if sign != ' ' => Self { key, ctrl, shift: false, alt },
            _ => Self { key, ctrl, shift, alt },
        }
    }

    /// A press of these keys.
    #[cfg(test)]
    pub fn press(self) -> KeyPress {
        let Self { key, ctrl, shift, alt } = self;
        KeyPress { key, ctrl, shift, alt, composing: false }
    }

    /// Whether it could be somebody typing text.
    #[cfg(test)]
    pub fn is_text(self) -> bool {
        let alone = !(self.ctrl || self.alt || (self.shift && self.key == Key::Char(' ')));
        matches!(self.key, Key::Char(_)) && (alone || (self.ctrl && self.alt))
    }

    /// The keys as they are written, with the language's names.
    pub fn written(self, words: Words) -> String {
        let held = [(self.ctrl, "key-ctrl"), (self.alt, "key-alt"), (self.shift, "key-shift")];
        let held = held.into_iter().filter(|(held, _)| *held).map(|(_, name)| words.say(name));
        held.chain([name(self.key, words)]).collect::<Vec<_>>().join("+")
    }
}

fn name(key: Key, words: Words) -> String {
    let word = match key {
        Key::Char(' ') => "key-space",
        Key::Char(sign) => return sign.to_uppercase().to_string(),
        Key::F(number) => return format!("F{number}"),
        Key::Enter => "key-enter",
        Key::Tab => "key-tab",
        Key::Escape => "key-escape",
        Key::Backspace => "key-backspace",
        Key::Delete => "key-delete",
        Key::Up => "key-up",
        Key::Down => "key-down",
        Key::Left => "key-left",
        Key::Right => "key-right",
        Key::Home => "key-home",
        Key::End => "key-end",
        Key::PageUp => "key-page-up",
        Key::PageDown => "key-page-down",
        Key::NumpadDecimal => "key-decimal",
        Key::Menu => "key-menu",
        Key::Other => return String::new(),
    };
    words.say(word)
}

#[cfg(test)]
mod tests {
    use tertial_engine::session::Locale;

    use super::*;

    #[test]
    fn keys_are_written_in_the_users_language() {
        let (swedish, english) = (Words::of(Locale::Swedish), Words::of(Locale::English));
        assert_eq!(ctrl_shift('z').written(swedish), "Ctrl+Skift+Z");
        assert_eq!(key(Key::Char(' ')).with_shift().written(english), "Shift+Space");
        assert_eq!(key(Key::PageDown).written(swedish), "Page Down");
        assert_eq!(key(Key::F(1)).written(swedish), "F1");
    }

    #[test]
    fn shift_that_only_types_a_sign_does_not_count() {
        let press = |sign, shift| KeyPress { shift, ..KeyPress::plain(Key::Char(sign)).ctrl() };
        assert_eq!(Chord::of(press(';', true)), ctrl(';'));
        assert_eq!(Chord::of(press('Z', true)), ctrl_shift('z'));
        assert_eq!(Chord::of(press('Z', false)), ctrl('z'));
        assert_eq!(Chord::of(press('9', true)), ctrl_shift('9'));
    }
}
