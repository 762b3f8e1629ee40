//! Custom properties set on elements by code. The page's security policy forbids style attributes in its markup.

use web_sys::HtmlElement;
use yew::NodeRef;

/// Custom properties with their values.
pub type Properties = Vec<(&'static str, String)>;

/// Sets custom properties on an element.
pub fn set(node: &NodeRef, properties: &[(&'static str, String)]) {
    let Some(element) = super::element::<HtmlElement>(node) else { return };
    let style = element.style();
    for (name, value) in properties {
        // A property that the browser refuses keeps its former value.
        style.set_property(name, value).ok();
    }
}

/// A length in pixels.
pub fn pixels(length: f64) -> String {
    format!("{length}px")
}
