//! The page as a whole: its title, its language, and the sign that it is ready. Also its modal dialogs.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition};
use yew::NodeRef;

use super::fields;

/// Names the page and its language.
pub fn describe(title: &str, language: &str) {
    let Some(document) = super::document() else { return };
    if document.title() != title {
        document.set_title(title);
    }
    // A language that is set anew, even the same one, has the style of every element worked out again.
    let root = document.document_element().filter(|root| root.get_attribute("lang").as_deref() != Some(language));
    if let Some(root) = root {
        root.set_attribute("lang", language).ok();
    }
}

/// Says that the first sheet is calculated and drawn.
pub fn declare_ready() {
    let root = super::document().and_then(|document| document.document_element());
    let root = root.and_then(|root| root.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root.filter(|root| !root.has_attribute("data-ready")) {
        root.dataset().set("ready", "true").ok();
    }
}

/// Opens the browser's dialog for printing.
pub fn print() {
    // Where a browser may not print, its own menu says so.
    super::window().and_then(|window| window.print().ok());
}

/// Opens another page of the site in a window of its own.
pub fn open(address: &str) {
    // Where a browser opens no windows, it says so itself.
    super::window().and_then(|window| window.open_with_url_and_target(address, "_blank").ok());
}

/// Does something when the browser has drawn and heard what waits.
pub fn later(act: impl FnOnce() + 'static) {
    let Some(window) = super::window() else { return };
    let act = Closure::once_into_js(act);
    // Without a timer it is never done, which a browser that has none could not be helped with.
    window.set_timeout_with_callback(act.unchecked_ref()).ok();
}

/// Closes the dialog that is open, if one is.
pub fn close_open_dialog() {
    let open = super::document().and_then(|document| document.query_selector("dialog[open]").ok().flatten());
    if let Some(dialog) = open.and_then(|dialog| dialog.dyn_into::<HtmlDialogElement>().ok()) {
        dialog.close();
        fields::put_caret();
    }
}

/// Scrolls no further than is needed to see an element.
pub fn bring_into_sight(id: &str) {
    let Some(element) = super::document().and_then(|document| document.get_element_by_id(id)) else { return };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Closes a dialog, which gives the focus back to where it was.
pub fn close_dialog(node: &NodeRef) {
    if let Some(dialog) = super::element::<HtmlDialogElement>(node) {
        dialog.close();
        fields::put_caret();
    }
}

/// Opens a dialog over the page.
pub fn open_dialog(node: &NodeRef) {
    if let Some(dialog) = super::element::<HtmlDialogElement>(node)
        && !dialog.open()
    {
        dialog.show_modal().ok();
    }
}
