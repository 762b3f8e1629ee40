//! Text fields: what stands in them, what is marked, and which has the focus. Fields are written only where the program,
//! not the person typing, changed their text, so that nothing typed is ever overwritten.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Event, EventInit, FocusOptions, HtmlDocument, HtmlElement, HtmlInputElement, HtmlTextAreaElement};
use yew::{Callback, NodeRef};

/// Writes a text into a field if another stands there.
pub fn write(field: &NodeRef, text: &str) {
    if let Some(area) = super::element::<HtmlTextAreaElement>(field) {
        if area.value() != text {
            area.set_value(text);
        }
    } else if let Some(input) = super::element::<HtmlInputElement>(field)
        && input.value() != text
    {
        input.set_value(text);
    }
}

/// Puts the caret into a field's text, counted in UTF-16 units.
pub fn place_caret(field: &NodeRef, caret: u32) {
    // A field that is not shown has no caret, which matters to nobody.
    if let Some(area) = super::element::<HtmlTextAreaElement>(field) {
        area.set_selection_range(caret, caret).ok();
    } else if let Some(input) = super::element::<HtmlInputElement>(field) {
        input.set_selection_range(caret, caret).ok();
    }
}

/// Marks all of a field's text.
pub fn mark_all(field: &NodeRef) {
    if let Some(input) = super::element::<HtmlInputElement>(field) {
        input.select();
    }
}

/// Gives an element the focus without moving the page.
pub fn focus(field: &NodeRef) {
    if let Some(element) = super::element::<HtmlElement>(field) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        element.focus_with_options(&options).ok();
    }
    renew_caret(field);
}

/// A dialog that closes gives the focus back but in some browsers not the caret, without which nothing can be typed.
fn renew_caret(field: &NodeRef) {
    let Some(area) = super::element::<HtmlTextAreaElement>(field) else { return };
    if let (Ok(Some(start)), Ok(Some(end))) = (area.selection_start(), area.selection_end()) {
        area.set_selection_range(start, end).ok();
    }
}

/// Puts the caret of the field that has the focus where it is. Chromium gives a field its focus back from a dialog without
/// a caret, and then nothing can be typed.
pub fn put_caret() {
    let Some(active) = super::document().and_then(|document| document.active_element()) else { return };
    if let Some(area) = active.dyn_ref::<HtmlTextAreaElement>() {
        let ends = area.selection_start().ok().flatten().zip(area.selection_end().ok().flatten());
        // A field without a text has no caret to put.
        ends.and_then(|(start, end)| area.set_selection_range(start, end).ok());
    }
}

/// Inserts text at the caret of the field that has the focus, as if typed.
pub fn insert(text: &str) {
    let Some(active) = super::document().and_then(|document| document.active_element()) else { return };
    let caret = |start: u32| start + text.encode_utf16().count() as u32;
    // Other elements have no caret, and then there is nothing to insert at.
    if let Some(area) = active.dyn_ref::<HtmlTextAreaElement>() {
        if let (Ok(Some(start)), Ok(Some(end))) = (area.selection_start(), area.selection_end()) {
            area.set_range_text_with_start_and_end(text, start, end).ok();
            area.set_selection_range(caret(start), caret(start)).ok();
        }
    } else if let Some(input) = active.dyn_ref::<HtmlInputElement>()
        && let (Ok(Some(start)), Ok(Some(end))) = (input.selection_start(), input.selection_end())
    {
        input.set_range_text_with_start_and_end(text, start, end).ok();
        input.set_selection_range(caret(start), caret(start)).ok();
    }
    announce(&active);
}

/// What is marked in the field of the sheet that has the focus, in UTF-16 units; without a mark the place of the caret twice.
/// A field of the page around it, or of a dialog over it, has a caret that means nothing to the sheet.
pub fn marked() -> Option<(u32, u32)> {
    let active = super::document()?.active_element()?;
    let is_over = active.closest("dialog").ok().flatten().is_some();
    let area = active.dyn_ref::<HtmlTextAreaElement>().filter(|_| !is_over)?;
    area.selection_start().ok()?.zip(area.selection_end().ok()?)
}

/// Replaces a part of the text of the field that has the focus as if by typing, so that the field's own undo takes it back;
/// then marks something in it.
pub fn replace((start, end): (u32, u32), text: &str, marked: (u32, u32)) {
    let active = super::document().and_then(|document| document.active_element());
    let Some(area) = active.and_then(|active| active.dyn_into::<HtmlTextAreaElement>().ok()) else { return };
    // A field that is not shown keeps its mark, and the text is put in all the same.
    area.set_selection_range(start, end).ok();
    if !type_in(text) {
        area.set_range_text_with_start_and_end(text, start, end).ok();
        announce(&area);
    }
    area.set_selection_range(marked.0, marked.1).ok();
}

/// Marks something in the text field that has the focus, or puts the caret into it.
pub fn mark(start: u32, end: u32) {
    let active = super::document().and_then(|document| document.active_element());
    if let Some(area) = active.and_then(|active| active.dyn_into::<HtmlTextAreaElement>().ok()) {
        // A field that is not shown has no caret, which matters to nobody.
        area.set_selection_range(start, end).ok();
    }
}

/// Types a text in place of what is marked; `false` when the browser does not do it.
fn type_in(text: &str) -> bool {
    let document = super::document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    let typed = |document: HtmlDocument| document.exec_command_with_show_ui_and_value("insertText", false, text);
    document.and_then(|document| typed(document).ok()).unwrap_or(false)
}

/// Reports each move of the caret, and each change of what is marked.
pub fn marks(moved: Callback<()>) -> Option<EventListener> {
    let document = super::document()?;
    Some(EventListener::new(&document, "selectionchange", move |_| moved.emit(())))
}

/// Lets the field report its new text in the way that typing does.
fn announce(field: &web_sys::Element) {
    let bubbling = EventInit::new();
    bubbling.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &bubbling) {
        field.dispatch_event(&event).ok();
    }
}
