//! Mouse, pen and touch as plain data: where in an element the pointer is, and what it does there.

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::{Callback, MouseEvent, NodeRef, PointerEvent};

/// A pointer over an element.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pointer {
    /// Distance from the element's inner left edge, in pixels.
    pub x: f64,
    /// Distance from the element's inner top edge, in pixels.
    pub y: f64,
    pub shift: bool,
    pub ctrl: bool,
    /// Whether it is a finger, which scrolls where a mouse selects.
    pub finger: bool,
    /// Whether the main button is down.
    pub pressed: bool,
}

/// Reports a press of the main button inside the element's content, and follows the pointer until it is released.
pub fn presses(node: &NodeRef, pressed: Callback<Pointer>) -> Callback<PointerEvent> {
    let node = node.clone();
    Callback::from(move |event: PointerEvent| {
        let Some((element, pointer)) = locate(&node, &event) else { return };
        if pointer.finger || event.button() != 0 || !inside(&element, pointer) {
            return;
        }
        // Without a capture the drag would end at the element's edge.
        element.set_pointer_capture(event.pointer_id()).ok();
        pressed.emit(pointer);
    })
}

/// Reports the moves of a pointer that was pressed in the element.
pub fn drags(node: &NodeRef, moved: Callback<Pointer>) -> Callback<PointerEvent> {
    let node = node.clone();
    Callback::from(move |event: PointerEvent| {
        let Some((element, pointer)) = locate(&node, &event) else { return };
        if pointer.pressed && !pointer.finger && element.has_pointer_capture(event.pointer_id()) {
            moved.emit(pointer);
        }
    })
}

/// Reports a press on a handle that lies over an element, and keeps it from that element.
pub fn grips(handle: &NodeRef, node: &NodeRef, gripped: Callback<Pointer>) -> Callback<PointerEvent> {
    let (handle, node) = (handle.clone(), node.clone());
    Callback::from(move |event: PointerEvent| {
        let (Some((_, pointer)), Some(grip)) = (locate(&node, &event), super::element::<Element>(&handle)) else {
            return;
        };
        event.stop_propagation();
        if event.button() == 0 {
            grip.set_pointer_capture(event.pointer_id()).ok();
            gripped.emit(pointer);
        }
    })
}

/// Reports where over an element a gripped handle is taken to.
pub fn pulls(handle: &NodeRef, node: &NodeRef, pulled: Callback<Pointer>) -> Callback<PointerEvent> {
    let (handle, node) = (handle.clone(), node.clone());
    Callback::from(move |event: PointerEvent| {
        event.stop_propagation();
        let grip = super::element::<Element>(&handle);
        if let Some((_, pointer)) = locate(&node, &event)
            && grip.is_some_and(|grip| grip.has_pointer_capture(event.pointer_id()))
        {
            pulled.emit(pointer);
        }
    })
}

/// Reports that the browser took the pointer away in the middle of a drag.
pub fn losses(lost: Callback<()>) -> Callback<PointerEvent> {
    Callback::from(move |_| lost.emit(()))
}

/// Reports that the pointer was lifted: the tap of a finger, or the end of a drag.
pub fn lifts(node: &NodeRef, lifted: Callback<Pointer>) -> Callback<PointerEvent> {
    let node = node.clone();
    Callback::from(move |event: PointerEvent| {
        let Some((element, pointer)) = locate(&node, &event) else { return };
        let is_meant =
            if pointer.finger { inside(&element, pointer) } else { element.has_pointer_capture(event.pointer_id()) };
        if is_meant {
            lifted.emit(pointer);
        }
    })
}

/// Keeps a press on a part of an element from the element.
pub fn kept() -> Callback<PointerEvent> {
    Callback::from(|event: PointerEvent| event.stop_propagation())
}

/// Keeps a double click on a part of an element from the element.
pub fn kept_clicks() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| event.stop_propagation())
}

/// Reports a double click on a part of an element, and keeps it from the element.
pub fn own_double_clicks(clicked: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.stop_propagation();
        clicked.emit(());
    })
}

/// Where a menu is asked for: over the element, and on the page.
pub type MenuPlace = (Pointer, (i32, i32));

/// Reports that a menu is asked for in an element, which the browser then does not open. Over a text that is being typed
/// the browser's own menu comes.
pub fn menus(node: &NodeRef, asked: Callback<MenuPlace>) -> Callback<MouseEvent> {
    let node = node.clone();
    Callback::from(move |event: MouseEvent| {
        let over_field = event.target().is_some_and(|target| target.has_type::<web_sys::HtmlTextAreaElement>());
        let Some(element) = super::element::<Element>(&node).filter(|_| !over_field) else { return };
        event.prevent_default();
        let edge = element.get_bounding_client_rect();
        let pointer = Pointer {
            x: f64::from(event.client_x()) - edge.left() - f64::from(element.client_left()),
            y: f64::from(event.client_y()) - edge.top() - f64::from(element.client_top()),
            shift: false,
            ctrl: false,
            finger: false,
            pressed: false,
        };
        asked.emit((pointer, (event.client_x(), event.client_y())));
    })
}

/// Reports where on the page a menu is asked for, which the browser then does not open.
pub fn own_menus(asked: Callback<(i32, i32)>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        event.prevent_default();
        event.stop_propagation();
        asked.emit((event.client_x(), event.client_y()));
    })
}

/// Reports a double click.
pub fn double_clicks(clicked: Callback<()>) -> Callback<MouseEvent> {
    Callback::from(move |_| clicked.emit(()))
}

/// Keeps a press of the pointer from what lies under an element.
pub fn keeps() -> Callback<PointerEvent> {
    Callback::from(|event: PointerEvent| event.stop_propagation())
}

/// Keeps the press of a mouse button from moving the focus, unless it is meant for a field of its own.
pub fn hold_focus() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        let field = event.target().is_some_and(|target| target.has_type::<web_sys::HtmlTextAreaElement>());
        if !field {
            event.prevent_default();
        }
    })
}

fn locate(node: &NodeRef, event: &PointerEvent) -> Option<(Element, Pointer)> {
    let over_field = event.target().is_some_and(|target| target.has_type::<web_sys::HtmlTextAreaElement>());
    if over_field {
        return None;
    }
    // The event's own target is no guide: the page listens for all events at its root.
    let element: Element = super::element(node)?;
    let edge = element.get_bounding_client_rect();
    let pointer = Pointer {
        x: f64::from(event.client_x()) - edge.left() - f64::from(element.client_left()),
        y: f64::from(event.client_y()) - edge.top() - f64::from(element.client_top()),
        shift: event.shift_key(),
        ctrl: event.ctrl_key() || event.meta_key(),
        finger: event.pointer_type() == "touch",
        pressed: event.buttons() & 1 == 1,
    };
    Some((element, pointer))
}

/// Whether the pointer is over the content and not over a scroll bar.
fn inside(element: &Element, pointer: Pointer) -> bool {
    pointer.x < f64::from(element.client_width()) && pointer.y < f64::from(element.client_height())
}
