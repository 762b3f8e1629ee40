//! Time that passes: how long something took, and what is to go on when the browser has drawn.

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::Callback;

/// Says whether so many milliseconds are over since it was made.
pub fn patience(milliseconds: u32) -> Box<dyn FnMut() -> bool> {
    let end = Date::now() + f64::from(milliseconds);
    Box::new(move || Date::now() >= end)
}

/// Calls back as soon as the browser has dealt with what waits: input and drawing.
pub fn soon(call: Callback<()>) {
    let call = Closure::once_into_js(move || call.emit(()));
    if let Some(window) = super::window() {
        _ = window.set_timeout_with_callback(call.unchecked_ref());
    }
}
