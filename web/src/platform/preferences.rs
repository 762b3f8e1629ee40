//! What the browser remembers of the user: the language and choices of how the page works, and nothing of any book (see
//! `shelf`). Pages opened from disk may share this store with other pages, so it never holds anything that matters.

const PREFIX: &str = "tertial-";
const LANGUAGE: &str = "tertial-language";

/// The remembered language's tag.
pub fn language() -> Option<String> {
    store()?.get_item(LANGUAGE).ok()?
}

/// Remembers a language's tag.
pub fn remember_language(tag: &str) {
    if let Some(store) = store() {
        // A browser told to forget is obeyed.
        store.set_item(LANGUAGE, tag).ok();
    }
}

/// Something that was remembered under a name.
pub fn read(name: &str) -> Option<String> {
    store()?.get_item(&format!("{PREFIX}{name}")).ok()?
}

/// Remembers something under a name, or forgets it where it is nothing.
pub fn remember(name: &str, text: &str) {
    let Some(store) = store() else { return };
    let key = format!("{PREFIX}{name}");
    if text.is_empty() {
        store.remove_item(&key).ok()
    } else {
        store.set_item(&key, text).ok()
    };
}

fn store() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok()?
}
