//! The keyboard in menus: which name or command has it, and that it left them.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Node};
use yew::{Callback, FocusEvent, NodeRef};

const NAMES: &str = "[aria-haspopup='menu']";
const ITEMS: &str = "[role='menu'] [role^='menuitem']";

/// Where the keyboard goes among neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    First,
    Last,
    Next,
    Previous,
    /// To the one with so many before it.
    At(usize),
}

/// Goes to a command of the open menu; `false` when none is open.
pub fn focus_item(bar: &NodeRef, way: Way) -> bool {
    focus(bar, ITEMS, way)
}

/// Goes to the name of a menu.
pub fn focus_name(bar: &NodeRef, way: Way) -> bool {
    focus(bar, NAMES, way)
}

/// Puts a menu at a place of the page, or below an element, moved so far that all of it lies inside the window.
pub fn place(menu: &NodeRef, at: Option<(i32, i32)>, beside: &NodeRef) {
    let (Some(element), Some(window)) = (super::element::<Element>(menu), super::window()) else { return };
    let inner =
        |length: Result<wasm_bindgen::JsValue, _>| length.ok().and_then(|length| length.as_f64()).unwrap_or(0.0);
    let (width, height) = (inner(window.inner_width()), inner(window.inner_height()));
    let beside = super::element::<Element>(beside).map(|field| field.get_bounding_client_rect());
    let below = beside.map(|area| (area.left(), area.bottom())).unwrap_or_default();
    let (x, y) = at.map_or(below, |(x, y)| (f64::from(x), f64::from(y)));
    let size = element.get_bounding_client_rect();
    let within = |start: f64, length: f64, room: f64| start.min(room - length - EDGE).max(EDGE);
    let (left, top) = (within(x, size.width(), width), within(y, size.height(), height));
    super::style::set(menu, &[("--left", super::style::pixels(left)), ("--top", super::style::pixels(top))]);
}

/// Room between a menu and the edge of the window, in pixels.
const EDGE: f64 = 4.0;

/// Reports that the keyboard left an element and everything in it.
pub fn leaving(node: &NodeRef, left: Callback<()>) -> Callback<FocusEvent> {
    let node = node.clone();
    Callback::from(move |event: FocusEvent| {
        let to = event.related_target().and_then(|target| target.dyn_into::<Node>().ok());
        let within = super::element::<Element>(&node).is_some_and(|element| element.contains(to.as_ref()));
        // A click on nothing that takes the keyboard has no target, and leaves too.
        if !within {
            left.emit(());
        }
    })
}

fn focus(bar: &NodeRef, which: &str, way: Way) -> bool {
    let Some(found) = super::element::<Element>(bar).and_then(|bar| bar.query_selector_all(which).ok()) else {
        return false;
    };
    let fields: Vec<HtmlElement> = (0..found.length()).filter_map(|index| found.get(index)?.dyn_into().ok()).collect();
    let active = super::document().and_then(|document| document.active_element());
    let here = fields.iter().position(|field| active.as_ref() == Some(field.as_ref()));
    let Some(to) = next(here, fields.len(), way) else { return false };
    fields[to].focus().is_ok()
}

fn next(here: Option<usize>, count: usize, way: Way) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (way, here) {
        (Way::First, _) | (Way::Next, None) => 0,
        (Way::Last, _) | (Way::Previous, None) => last,
        (Way::At(place), _) => place.min(last),
        (Way::Next, Some(here)) => (here + 1) % count,
        (Way::Previous, Some(here)) => here.checked_sub(1).unwrap_or(last),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_are_gone_through_in_a_circle() {
        assert_eq!(next(Some(2), 3, Way::Next), Some(0));
        assert_eq!(next(Some(0), 3, Way::Previous), Some(2));
        assert_eq!((next(Some(1), 3, Way::First), next(Some(1), 3, Way::Last)), (Some(0), Some(2)));
        assert_eq!(next(None, 0, Way::Next), None);
    }
}
