//! Opening: a file that the user chooses.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement};
use yew::{Callback, Event, NodeRef};

/// Opens the browser's file dialog of a file field.
pub fn choose(field: &NodeRef) {
    if let Some(field) = super::element::<HtmlInputElement>(field) {
        field.click();
    }
}

/// Reports the bytes of the file that was chosen in a file field.
pub fn choices(chosen: Callback<Vec<u8>>) -> Callback<Event> {
    Callback::from(move |event: Event| {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        let Some(field) = field else { return };
        let file = field.files().and_then(|files| files.get(0));
        // The same file chosen again must count as a choice.
        field.set_value("");
        let (Some(file), chosen) = (file, chosen.clone()) else { return };
        spawn_local(async move {
            if let Ok(bytes) = read(file).await {
                chosen.emit(bytes);
            }
        });
    })
}

async fn read(file: File) -> Result<Vec<u8>, JsValue> {
    let buffer = JsFuture::from(file.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}
