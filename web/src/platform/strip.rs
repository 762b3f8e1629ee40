//! Things that stand side by side.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::NodeRef;

/// The left and right edges of what a selector finds in an element, in pixels from the element's own left edge.
pub fn edges(strip: &NodeRef, selector: &str) -> Vec<(f64, f64)> {
    let Some(strip) = super::element::<Element>(strip) else { return Vec::new() };
    let start = strip.get_bounding_client_rect().left();
    let Ok(found) = strip.query_selector_all(selector) else { return Vec::new() };
    let elements = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into::<Element>().ok());
    elements
        .map(|element| element.get_bounding_client_rect())
        .map(|area| (area.left() - start, area.right() - start))
        .collect()
}
