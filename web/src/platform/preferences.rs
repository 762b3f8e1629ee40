//! What the browser remembers of the user: the language, and nothing of any book. Pages opened from disk may share this
//! store with other pages, so it never holds anything that matters.

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

fn store() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok()?
}
