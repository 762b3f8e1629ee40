//! Sizes on screen: how large an element is, how far it is scrolled, and when either changes.

use gloo_events::EventListener;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ResizeObserver};
use yew::{Callback, NodeRef};

/// Width and height of an element, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    pub width: f64,
    pub height: f64,
}

/// How far an element is scrolled, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Scroll {
    pub left: f64,
    pub top: f64,
}

/// An element's size with borders, exact to parts of a pixel.
pub fn outer_size(node: &NodeRef) -> Option<Size> {
    let edge = super::element::<Element>(node)?.get_bounding_client_rect();
    Some(Size { width: edge.width(), height: edge.height() })
}

/// An element's size without borders and scroll bars.
pub fn inner_size(node: &NodeRef) -> Option<Size> {
    let element = super::element::<Element>(node)?;
    Some(Size { width: f64::from(element.client_width()), height: f64::from(element.client_height()) })
}

/// Scrolls an element at once.
pub fn scroll_to(node: &NodeRef, scroll: Scroll) {
    if let Some(element) = super::element::<HtmlElement>(node) {
        element.set_scroll_top(scroll.top as i32);
        element.set_scroll_left(scroll.left as i32);
    }
}

/// Reports how far an element is scrolled, each time that changes.
pub fn scrolls(node: &NodeRef, scrolled: Callback<Scroll>) -> Option<EventListener> {
    let element = super::element::<Element>(node)?;
    let source = element.clone();
    Some(EventListener::new(&element, "scroll", move |_| {
        scrolled.emit(Scroll { left: f64::from(source.scroll_left()), top: f64::from(source.scroll_top()) });
    }))
}

/// Watches elements for changes of size until it is dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _report: Closure<dyn FnMut(JsValue)>,
}

impl SizeWatch {
    /// Calls back when one of the elements changes its size.
    pub fn new(nodes: &[&NodeRef], changed: Callback<()>) -> Option<Self> {
        let report = Closure::<dyn FnMut(JsValue)>::new(move |_| changed.emit(()));
        let observer = ResizeObserver::new(report.as_ref().unchecked_ref()).ok()?;
        nodes.iter().filter_map(|node| super::element::<Element>(node)).for_each(|element| observer.observe(&element));
        Some(Self { observer, _report: report })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
