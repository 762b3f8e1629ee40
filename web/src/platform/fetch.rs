//! The app's own static files.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::Response;
use yew::Callback;

const TEMPLATES: &str = "templates/";

/// Fetches a file under the folder of templates and reports its bytes, or that it could not be had.
pub fn template(path: String, arrived: Callback<Option<Vec<u8>>>) {
    spawn_local(async move {
        let bytes = if is_inside(&path) { bytes(&format!("{TEMPLATES}{path}")).await.ok() } else { None };
        arrived.emit(bytes);
    });
}

async fn bytes(address: &str) -> Result<Vec<u8>, JsValue> {
    let window = super::window().ok_or(JsValue::NULL)?;
    let response: Response = JsFuture::from(window.fetch_with_str(address)).await?.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::NULL);
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// Whether a path stays below the folder it starts from.
fn is_inside(path: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    path.split('/').all(plain) && !path.contains([':', '\\', '?', '#', '%'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_path_leads_out_of_the_templates() {
        assert!(is_inside("koping/01-driftredovisning.tertial"));
        for path in ["", "../x", "a/../../x", "/x", "//host/x", "https://host/x", "a/%2e%2e/x", "a\\b", "a?b"] {
            assert!(!is_inside(path), "{path}");
        }
    }
}
