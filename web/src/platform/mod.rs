//! The browser, and nothing else: every call out of the program goes through here. The rest of the page is plain data
//! and compiles and runs without a browser.

pub mod address;
pub mod clipboard;
pub mod clock;
pub mod download;
pub mod events;
pub mod fetch;
pub mod fields;
pub mod keys;
pub mod leaving;
pub mod markup;
pub mod measure;
pub mod menus;
pub mod page;
pub mod pointer;
pub mod preferences;
pub mod regions;
pub mod ruler;
pub mod shelf;
pub mod strip;
pub mod style;
pub mod upload;
pub mod world;

use wasm_bindgen::JsValue;
use web_sys::Node;
use yew::NodeRef;

fn window() -> Option<web_sys::Window> {
    web_sys::window()
}

fn document() -> Option<web_sys::Document> {
    window()?.document()
}

fn element<T: AsRef<Node> + From<JsValue>>(node: &NodeRef) -> Option<T> {
    node.cast::<T>()
}
