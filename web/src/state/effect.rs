//! What an action asks of the outside.

use tertial_engine::session::Locale;

use crate::platform::keys::KeyPress;

use super::Action;
use super::keeping::Kept;
use super::preferences::Preferences;

/// Something that must happen outside of the state.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// The list of templates is fetched.
    FetchList,
    /// A template is fetched.
    FetchTemplate(String),
    /// The file dialog opens.
    ChooseFile,
    /// A file is handed to the user.
    Download { name: String, bytes: Vec<u8> },
    /// The page's address names the open book.
    ShowAddress(Option<String>),
    /// The language is kept for the next visit.
    Remember(Locale),
    /// What the user chose is kept for the next visit.
    Keep(Preferences),
    /// The open dialog closes at once; while it is open nothing behind it can have the keyboard.
    CloseDialog,
    /// The browser's dialog for printing opens.
    Print,
    /// Another page of the site opens in a window of its own.
    OpenPage(&'static str),
    /// The keyboard belongs to the sheet.
    FocusSheet,
    /// The keyboard belongs to the name box.
    FocusName,
    /// The keyboard goes to the next part of the page, or the one before.
    FocusRegion { back: bool },
    /// The selected cells are handed to the clipboard.
    Copy { cuts: bool },
    /// The browser is asked for what was copied.
    FetchClipboard,
    /// Text is put in at the caret.
    Insert(String),
    /// Something is marked in the text being typed, or the caret put into it; counted in UTF-16 units.
    Mark(u32, u32),
    /// Keys that were pressed while there was no time for them.
    Replay(Vec<KeyPress>),
    /// An action is carried out when the page has had time for other things.
    Later(Action),
    /// An action is carried out when so many milliseconds are over.
    After(u32, Action),
    /// The browser keeps a revision of the open book.
    Store { kept: Box<Kept>, revision: u64, bytes: Vec<u8> },
    /// The browser forgets a kept book.
    Forget(String),
    /// The list of kept books is asked for.
    ListKept,
    /// A kept book is asked for.
    FetchKept(String),
    /// A part of the text being typed is replaced as if by typing, and then something marked; counted in UTF-16 units.
    Replace { start: u32, end: u32, text: String, marked: (u32, u32) },
}
