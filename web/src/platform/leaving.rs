//! The end of a visit: the browser's question before a page with unsaved changes is closed, and word when the page is hidden,
//! which may be the last that it hears.

use std::cell::Cell;
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;
use yew::Callback;

/// Asks before the page is closed while armed.
pub struct LeavingGuard {
    armed: Rc<Cell<bool>>,
    _listener: Option<EventListener>,
}

impl LeavingGuard {
    /// A guard that is not armed yet.
    pub fn new() -> Self {
        let armed = Rc::new(Cell::new(false));
        let asked = Rc::clone(&armed);
        let ask = move |event: &web_sys::Event| {
            if asked.get() {
                event.prevent_default();
                // Older browsers ask only when this is set.
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("unsaved");
                }
            }
        };
        let options = EventListenerOptions::enable_prevent_default();
        let listener =
            super::window().map(|window| EventListener::new_with_options(&window, "beforeunload", options, ask));
        Self { armed, _listener: listener }
    }

    /// Arms or disarms it.
    pub fn set(&self, armed: bool) {
        self.armed.set(armed);
    }
}

/// Tells when the page is hidden.
pub fn hidings(tell: Callback<()>) -> Option<EventListener> {
    let document = super::document()?;
    let seen = document.clone();
    Some(EventListener::new(&document, "visibilitychange", move |_| {
        if seen.hidden() {
            tell.emit(());
        }
    }))
}
