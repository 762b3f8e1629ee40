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

/// What figures are written with.
const SIGNS: &str = "0123456789 ,.-−+%\u{a0}\u{202f}";

thread_local! {
    static PENS: RefCell<Vec<Pen>> = const { RefCell::new(Vec::new()) };
}

/// What measures texts of a face.
struct Pen {
    canvas: CanvasRenderingContext2d,
    /// Widths of the signs of figures.
    signs: Vec<(char, f64)>,
}

impl Pen {
    fn new(canvas: CanvasRenderingContext2d) -> Self {
        let mut pen = Self { canvas, signs: Vec::new() };
        pen.signs = SIGNS.chars().map(|sign| (sign, pen.measure(sign.encode_utf8(&mut [0; 4])))).collect();
        pen
    }

    /// Figures stand sign by sign and are added up, because asking the browser for each of hundreds takes its time.
    fn length(&self, text: &str) -> f64 {
        let width = |sign: char| self.signs.iter().find(|(known, _)| *known == sign).map(|(_, width)| *width);
        text.chars().map(width).sum::<Option<f64>>().unwrap_or_else(|| self.measure(text))
    }

    fn measure(&self, text: &str) -> f64 {
        self.canvas.measure_text(text).map_or(0.0, |measures| measures.width())
    }
}

/// Length of a text in pixels; nothing before the fonts were taken up.
pub fn length(text: &str, face: Face) -> f64 {
    PENS.with_borrow(|pens| pens.get(face as usize).map_or(0.0, |pen| pen.length(text)))
}

/// Takes up the fonts of elements that are written in each of the faces, in their order.
pub fn take_up(samples: &[NodeRef; FACES.len()]) {
    let pens: Option<Vec<_>> = samples.iter().map(|sample| pen(sample).ok()).collect();
    PENS.set(pens.unwrap_or_default().into_iter().map(Pen::new).collect());
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
