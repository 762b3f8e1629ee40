//! Copy, cut and paste through the browser's own events, which work without any permission.

use wasm_bindgen::JsCast;
use web_sys::ClipboardEvent;
use yew::{Callback, Event};

/// Answers a copy or cut with text; without an answer the browser copies what is marked in the field.
pub fn copies(copied: Callback<(), Option<String>>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(text) = copied.emit(()) else { return };
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        if data.is_some_and(|data| data.set_data("text/plain", &text).is_ok()) {
            event.prevent_default();
        }
    })
}

/// Reports pasted text; unless it is used, the browser puts it in the field.
pub fn pastes(pasted: Callback<String, bool>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
        let Some(text) = data.and_then(|data| data.get_data("text/plain").ok()) else { return };
        if pasted.emit(text) {
            event.prevent_default();
        }
    })
}
