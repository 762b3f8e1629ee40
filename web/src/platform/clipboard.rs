//! Copy, cut and paste through the browser's own events, which work without any permission; and, where a command asks
//! for them and not a key, as far as the browser lets the page.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, ClipboardEvent, ClipboardItem, DataTransfer, HtmlDocument};
use yew::{Callback, Event};

use super::markup::{self, Element};

const PLAIN: &str = "text/plain";
const HTML: &str = "text/html";
/// Names the cells that are copied, for pages of this program alone.
const OWN: &str = "application/x-tertial";

/// What is copied.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Copied {
    pub text: String,
    pub html: Option<String>,
    /// The name of the copied cells.
    pub own: String,
}

/// What is pasted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Incoming {
    pub text: String,
    pub table: Option<Element>,
    /// The name of copied cells, when they come from this program.
    pub own: Option<String>,
}

/// Answers a copy or cut; without an answer the browser copies what is marked in the field.
pub fn copies(copied: Callback<(), Option<Copied>>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(data) = data(&event) else { return };
        let Some(copied) = copied.emit(()) else { return };
        let texts = [(OWN, Some(copied.own)), (HTML, copied.html), (PLAIN, Some(copied.text))];
        let write = |(kind, text): (&str, Option<String>)| text.is_none_or(|text| data.set_data(kind, &text).is_ok());
        if texts.into_iter().all(write) {
            event.prevent_default();
        }
    })
}

/// Reports what is pasted; unless it is used, the browser puts it in the field.
pub fn pastes(pasted: Callback<Incoming, bool>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let Some(data) = data(&event) else { return };
        let read = |kind| data.get_data(kind).ok().filter(|text| !text.is_empty());
        let table = read(HTML).and_then(|html| markup::parse(&html));
        let incoming = Incoming { text: read(PLAIN).unwrap_or_default(), table, own: read(OWN) };
        if pasted.emit(incoming) {
            event.prevent_default();
        }
    })
}

/// Lets the browser copy or cut, as if its key had been pressed.
pub fn copy(cuts: bool) {
    let document = super::document().and_then(|document| document.dyn_into::<HtmlDocument>().ok());
    if let Some(document) = document {
        // A browser that refuses leaves the clipboard as it was.
        document.exec_command(if cuts { "cut" } else { "copy" }).ok();
    }
}

/// Asks the browser for what was copied; it may ask the user, or refuse.
pub fn read(arrived: Callback<Option<Incoming>>) {
    spawn_local(async move { arrived.emit(read_all().await.ok()) });
}

async fn read_all() -> Result<Incoming, JsValue> {
    let navigator = web_sys::window().ok_or(JsValue::NULL)?.navigator();
    // Pages that were opened from disk have no clipboard at all.
    if Reflect::get(&navigator, &"clipboard".into())?.is_undefined() {
        return Err(JsValue::NULL);
    }
    let items: Array = JsFuture::from(navigator.clipboard().read()).await?.dyn_into()?;
    let mut incoming = Incoming::default();
    for item in items {
        let item: ClipboardItem = item.dyn_into()?;
        let kinds: Vec<String> = item.types().iter().filter_map(|kind| kind.as_string()).collect();
        for kind in kinds.iter().filter(|kind| [PLAIN, HTML].contains(&kind.as_str())) {
            let blob: Blob = JsFuture::from(item.get_type(kind)).await?.dyn_into()?;
            let text = JsFuture::from(blob.text()).await?.as_string().unwrap_or_default();
            if kind == HTML { incoming.table = markup::parse(&text) } else { incoming.text = text }
        }
    }
    Ok(incoming)
}

fn data(event: &Event) -> Option<DataTransfer> {
    event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
}
