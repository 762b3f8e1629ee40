//! Time that passes.

use js_sys::Date;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Says whether so many milliseconds are over since it was made.
pub fn patience(milliseconds: u32) -> Box<dyn FnMut() -> bool> {
    let end = Date::now() + f64::from(milliseconds);
    Box::new(move || Date::now() >= end)
}

/// Does something when so many milliseconds are over.
pub fn after(milliseconds: u32, act: impl FnOnce() + 'static) {
    let Some(window) = super::window() else { return };
    let act = Closure::once_into_js(act);
    let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
    // A browser without a timer has none for anything else either.
    window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), milliseconds).ok();
}
