//! A key press as plain data. Characters are told by what they type, never by where the key sits, so every keyboard
//! layout works; what AltGr types is text and never a shortcut.

use yew::KeyboardEvent;

/// A pressed key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A key that types a character.
    Char(char),
    /// The decimal key of the number pad, whatever it types.
    NumpadDecimal,
    Enter,
    Tab,
    Escape,
    Backspace,
    Delete,
    /// A function key, by its number.
    F(u8),
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    /// The key that opens a menu for what is selected.
    Menu,
    /// Any other key.
    Other,
}

/// A key press with its modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyPress {
    pub key: Key,
    /// Ctrl, or the command key of a Mac.
    pub ctrl: bool,
    pub shift: bool,
    pub alt: bool,
    /// Whether it belongs to a character that is still being put together.
    pub composing: bool,
}

impl KeyPress {
    /// A key without modifiers.
    #[cfg(test)]
    pub const fn plain(key: Key) -> Self {
        Self { key, ctrl: false, shift: false, alt: false, composing: false }
    }

    /// The same press with Ctrl.
    #[cfg(test)]
    pub const fn ctrl(self) -> Self {
        Self { ctrl: true, ..self }
    }

    /// The same press with Shift.
    #[cfg(test)]
    pub const fn shift(self) -> Self {
        Self { shift: true, ..self }
    }

    /// Whether it is Ctrl with a character, and not text that AltGr types.
    const fn is_chord(self) -> bool {
        self.ctrl && !self.alt
    }

    /// The character that it types.
    pub const fn text(self) -> Option<char> {
        match self.key {
            Key::Char(letter) if !self.ctrl && !self.alt => Some(letter),
            _ => None,
        }
    }

    /// Whether a browser would load the page anew, or lay something of its own over it.
    pub fn leaves_page(self) -> bool {
        let letter =
            self.is_chord() && matches!(self.key, Key::Char(letter) if "rdg".contains(letter.to_ascii_lowercase()));
        letter || self.key == Key::F(5)
    }

    /// Whether a text field answers it by itself: mark all, undo, redo, cut, copy, paste.
    pub fn edits_text(self) -> bool {
        self.is_chord() && matches!(self.key, Key::Char(letter) if "azyxcv".contains(letter.to_ascii_lowercase()))
    }
}

/// Reads a key press from its event.
pub(super) fn read(event: &KeyboardEvent) -> KeyPress {
    let name = event.key();
    let altgr = event.get_modifier_state("AltGraph") || (event.ctrl_key() && event.alt_key() && is_one(&name));
    let ctrl = (event.ctrl_key() || event.meta_key()) && !altgr;
    KeyPress {
        key: shifted_digit(&event.code()).filter(|_| ctrl && event.shift_key()).unwrap_or(parse(&name, &event.code())),
        ctrl,
        shift: event.shift_key(),
        alt: event.alt_key() && !altgr,
        // Some browsers mark the first key of a composition only by this old code.
        composing: event.is_composing() || event.key_code() == 229,
    }
}

fn is_one(name: &str) -> bool {
    name.chars().count() == 1
}

/// The digit of a key; with Shift its name is a sign that differs from keyboard to keyboard.
fn shifted_digit(code: &str) -> Option<Key> {
    code.strip_prefix("Digit")?.chars().next().map(Key::Char)
}

fn parse(name: &str, code: &str) -> Key {
    if code == "NumpadDecimal" && is_one(name) {
        return Key::NumpadDecimal;
    }
    match name {
        "Enter" => Key::Enter,
        "Tab" => Key::Tab,
        "Escape" => Key::Escape,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "ArrowUp" => Key::Up,
        "ArrowDown" => Key::Down,
        "ArrowLeft" => Key::Left,
        "ArrowRight" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "ContextMenu" => Key::Menu,
        name if is_one(name) => name.chars().next().map_or(Key::Other, Key::Char),
        name => name.strip_prefix('F').and_then(|number| number.parse().ok()).map_or(Key::Other, Key::F),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_by_name() {
        assert_eq!(parse("å", "BracketLeft"), Key::Char('å'));
        assert_eq!(parse("ArrowUp", "Numpad8"), Key::Up);
        assert_eq!(parse("Dead", "Equal"), Key::Other);
        assert_eq!(parse("F5", "F5"), Key::F(5));
        assert_eq!(parse("Find", "Find"), Key::Other);
        assert_eq!((shifted_digit("Digit5"), shifted_digit("KeyP")), (Some(Key::Char('5')), None));
    }

    #[test]
    fn what_edits_a_text_is_told_from_commands_of_the_page() {
        let chord = |letter| KeyPress::plain(Key::Char(letter)).ctrl();
        assert!("azyxcv".chars().all(|letter| chord(letter).edits_text()));
        assert!(!chord('s').edits_text() && !KeyPress::plain(Key::Char('a')).edits_text());
    }

    #[test]
    fn what_loads_the_page_anew_is_told() {
        let press = KeyPress::plain;
        assert!(press(Key::F(5)).leaves_page() && press(Key::Char('r')).ctrl().leaves_page());
        assert!(!press(Key::Char('r')).leaves_page() && !press(Key::Char('s')).ctrl().leaves_page());
    }

    #[test]
    fn the_decimal_key_is_told_by_its_place() {
        assert_eq!(parse(".", "NumpadDecimal"), Key::NumpadDecimal);
        assert_eq!(parse("Delete", "NumpadDecimal"), Key::Delete);
        assert_eq!(parse(".", "Period"), Key::Char('.'));
    }
}
