//! Time that passes.

use js_sys::Date;

/// Says whether so many milliseconds are over since it was made.
pub fn patience(milliseconds: u32) -> Box<dyn FnMut() -> bool> {
    let end = Date::now() + f64::from(milliseconds);
    Box::new(move || Date::now() >= end)
}
