//! The parts of the page that the keyboard goes through: elements marked with `data-region`, in their order.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

const REGIONS: &str = "[data-region]";
const FIELDS: &str = "textarea, input, [aria-current], button:enabled";

/// Gives the focus to the first field of the next region, or of the one before.
pub fn focus_next(back: bool) {
    let Some(document) = super::document() else { return };
    let Ok(regions) = document.query_selector_all(REGIONS) else { return };
    let regions: Vec<Element> = (0..regions.length()).filter_map(|index| regions.get(index)?.dyn_into().ok()).collect();
    let active = document.active_element();
    let here = regions.iter().position(|region| region.contains(active.as_deref()));
    let Some(next) = next(here, regions.len(), back) else { return };
    let field = regions[next].query_selector(FIELDS).ok().flatten();
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlElement>().ok()) {
        // A field that cannot take the focus leaves it where it is.
        field.focus().ok();
    }
}

/// The place after, or before, around the end; from outside of all places, the first or last.
fn next(here: Option<usize>, count: usize, back: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (here, back) {
        (None, false) => 0,
        (None, true) => last,
        (Some(here), false) => (here + 1) % count,
        (Some(here), true) => here.checked_sub(1).unwrap_or(last),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_are_gone_through_in_a_circle() {
        let forward: Vec<_> = (0..3).map(|here| next(Some(here), 3, false)).collect();
        assert_eq!(forward, [Some(1), Some(2), Some(0)]);
        assert_eq!((next(Some(0), 3, true), next(None, 3, true), next(None, 3, false)), (Some(2), Some(2), Some(0)));
        assert_eq!(next(None, 0, false), None);
    }
}
