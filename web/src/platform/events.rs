//! Browser events turned into calls with plain data, so that no other module meets an event.

use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::{Callback, Event, FocusEvent, InputEvent, KeyboardEvent, MouseEvent, SubmitEvent};

use super::keys::{self, KeyPress};

/// Reports key presses; those that are used get no further.
pub fn key_presses(used: Callback<KeyPress, bool>) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        if event.default_prevented() {
            return;
        }
        if used.emit(keys::read(&event)) {
            event.prevent_default();
        }
    })
}

/// Reports key presses of a field with a text of its own: what edits that text is the field's and no command of the page.
pub fn field_key_presses(used: Callback<KeyPress, bool>) -> Callback<KeyboardEvent> {
    let report = key_presses(used);
    Callback::from(move |event: KeyboardEvent| {
        if keys::read(&event).edits_text() {
            event.stop_propagation();
        }
        report.emit(event);
    })
}

/// Reports Escape, wherever the keyboard is, and keeps it from doing anything else, for as long as what is given is kept.
pub fn escapes(pressed: Callback<()>) -> Option<EventListener> {
    let options = EventListenerOptions { phase: EventListenerPhase::Capture, passive: false };
    let listen = move |event: &Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            event.prevent_default();
            event.stop_propagation();
            pressed.emit(());
        }
    };
    let document = super::document()?;
    Some(EventListener::new_with_options(&document, "keydown", options, listen))
}

/// Reports the text of a field after each change of it.
pub fn typing(typed: Callback<String>) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| {
        if let Some(text) = event.target().and_then(field_text) {
            typed.emit(text);
        }
    })
}

/// Reports the text of a field when it is entered: by Enter, or by leaving the field.
pub fn entries(entered: Callback<String>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        if let Some(text) = event.target().and_then(field_text) {
            entered.emit(text);
        }
    })
}

/// Reports that a field took the focus.
pub fn focusing(focused: Callback<()>) -> Callback<FocusEvent> {
    Callback::from(move |_| focused.emit(()))
}

/// Reports that a field lost the focus.
pub fn leaving(left: Callback<()>) -> Callback<FocusEvent> {
    Callback::from(move |_| left.emit(()))
}

/// Reports a click.
pub fn clicks(clicked: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |_| clicked.emit(()))
}

/// Reports that the pointer passes over an element.
pub fn passes(passed: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |_| passed.emit(()))
}

/// Reports that something else was chosen.
pub fn choices(chosen: Callback<()>) -> Callback<Event> {
    Callback::from(move |_| chosen.emit(()))
}

/// Reports the value of what was chosen from a list.
pub fn selections(chosen: Callback<String>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let list = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        list.into_iter().for_each(|list| chosen.emit(list.value()));
    })
}

/// Reports that a form was filled in.
pub fn submits(submitted: Callback<()>) -> Callback<SubmitEvent> {
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        submitted.emit(());
    })
}

/// Reports something that the browser would itself have acted on, and keeps it from doing so.
pub fn instead(act: Callback<()>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        event.prevent_default();
        act.emit(());
    })
}

fn field_text(target: web_sys::EventTarget) -> Option<String> {
    let area = target.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value);
    area.or_else(|| target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value))
}
