//! How long a text is on screen, measured with the page's own font.

use std::cell::RefCell;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};
use yew::NodeRef;

/// The ways that cells are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    Plain,
    Bold,
    Header,
    Title,
}

const FACES: [Face; 4] = [Face::Plain, Face::Bold, Face::Header, Face::Title];

thread_local! {
    static PENS: RefCell<Vec<CanvasRenderingContext2d>> = const { RefCell::new(Vec::new()) };
}

/// Length of a text in pixels; nothing before the fonts were taken up.
pub fn length(text: &str, face: Face) -> f64 {
    PENS.with_borrow(|pens| {
        let pen = pens.get(face as usize);
        pen.and_then(|pen| pen.measure_text(text).ok()).map_or(0.0, |measures| measures.width())
    })
}

/// Takes up the fonts of elements that are written in each of the faces, in their order.
pub fn take_up(samples: &[NodeRef; FACES.len()]) {
    let pens: Option<Vec<_>> = samples.iter().map(|sample| pen(sample).ok()).collect();
    PENS.set(pens.unwrap_or_default());
}

fn pen(sample: &NodeRef) -> Result<CanvasRenderingContext2d, JsValue> {
    let window = super::window().ok_or(JsValue::NULL)?;
    let sample: Element = super::element(sample).ok_or(JsValue::NULL)?;
    let style = window.get_computed_style(&sample)?.ok_or(JsValue::NULL)?;
    let part = |name| style.get_property_value(name);
    let font = format!("{} {} {}", part("font-weight")?, part("font-size")?, part("font-family")?);
    let document = super::document().ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    let pen: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    pen.set_font(&font);
    Ok(pen)
}
