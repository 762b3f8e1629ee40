//! The page's address, which may name a book: `?book=path` or `#book=path`.

use gloo_events::EventListener;
use web_sys::UrlSearchParams;
use yew::Callback;

/// The book that the page's address names.
pub fn book() -> Option<String> {
    let location = super::window()?.location();
    let fragment = location.hash().ok()?;
    parameter(fragment.trim_start_matches('#')).or_else(|| parameter(&location.search().ok()?))
}

/// Writes the open book into the page's address, or takes it out, without a new entry in the history.
pub fn show(book: Option<&str>) {
    let Some(window) = super::window() else { return };
    let (Ok(path), Ok(history)) = (window.location().pathname(), window.history()) else { return };
    let address = book.map_or_else(|| path.clone(), |book| format!("{path}#book={book}"));
    // Pages opened from disk may refuse; the address is a convenience there.
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address)).ok();
}

/// Reports when the user changes the fragment of the address, as the back button does.
pub fn changes(changed: Callback<Option<String>>) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| changed.emit(book())))
}

fn parameter(text: &str) -> Option<String> {
    UrlSearchParams::new_with_str(text).ok()?.get("book").filter(|book| !book.is_empty())
}
