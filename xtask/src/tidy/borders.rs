//! The borders inside and around the engine and the page: the order of their modules, and which of
//! them may touch the browser, the machine or the clock.

use syn::Item;

use super::finding::Finding;
use super::layers::{self, Layer};
use super::paths::{self, Used};
use super::source::Rust;

const LAYER: &str = "layer";
const OUTSIDE: &str = "outside";

/// The crates that are the browser.
const BROWSER: [&str; 4] = ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures"];

/// What would make two calculations of the same book differ, or reach out of it.
const MACHINE: [&[&str]; 9] = [
    &["std", "fs"],
    &["std", "net"],
    &["std", "env"],
    &["std", "time", "SystemTime"],
    &["std", "time", "Instant"],
    &["std", "time", "*"],
    &["rand"],
    &["getrandom"],
    &["fastrand"],
];

/// Names that yew passes on from the browser.
const EVENTS: [&str; 15] = [
    "AnimationEvent",
    "DragEvent",
    "ErrorEvent",
    "Event",
    "FocusEvent",
    "InputEvent",
    "KeyboardEvent",
    "MouseEvent",
    "PointerEvent",
    "ProgressEvent",
    "SubmitEvent",
    "TouchEvent",
    "TransitionEvent",
    "UiEvent",
    "WheelEvent",
];

/// Checks one file against the borders of its crate.
pub fn check(rust: &Rust) -> Vec<Finding> {
    if rust.product.items.is_empty() {
        // Nothing but tests, which may look further.
        Vec::new()
    } else if let Some(place) = rust.path.strip_prefix("engine/src/").filter(|place| !place.starts_with("bin/")) {
        let paths = paths::collect(&rust.product, &module(place));
        [order(rust, place, layers::ENGINE, &paths), engine(rust, place, &paths)].concat()
    } else if let Some(place) = rust.path.strip_prefix("web/src/") {
        let paths = paths::collect(&rust.product, &module(place));
        [order(rust, place, layers::WEB, &paths), web(rust, place, &paths)].concat()
    } else {
        Vec::new()
    }
}

/// The module that a file is, from its place below `src`; roots are none.
fn module(place: &str) -> Vec<&str> {
    let mut names: Vec<&str> = place.trim_end_matches(".rs").split('/').collect();
    names.pop_if(|_| layers::ENGINE_ROOTS.contains(&place));
    let index = ["mod", "lib", "main"];
    names.pop_if(|last| index.contains(last));
    names
}

fn order(rust: &Rust, place: &str, table: &[Layer], paths: &[Used]) -> Vec<Finding> {
    // The root joins what the crate consists of.
    let Some(name) = module(place).first().copied() else { return Vec::new() };
    let Some(own) = layers::find(table, name) else {
        return vec![Finding::at(rust.path, 1, LAYER, format!("`{name}` has no row in the table of layers"))];
    };
    let inner = paths.iter().filter(|path| path.names[0] == "crate");
    inner.filter_map(|path| Some(Finding::at(rust.path, path.line, LAYER, trespass(own, table, path)?))).collect()
}

fn trespass(own: &Layer, table: &[Layer], path: &Used) -> Option<String> {
    let used = path.names.get(1).map_or("*", String::as_str);
    if own.may_use(used) {
        return None;
    }
    Some(match layers::find(table, used) {
        Some(other) => format!("`{}` may not use `{}`", own.name, other.name),
        None => format!("`{}` is taken from the root; name the module it lives in", path.names.join("::")),
    })
}

fn engine(rust: &Rust, place: &str, paths: &[Used]) -> Vec<Finding> {
    let door = module(place).first() == Some(&"js");
    let browser = |path: &&Used| !door && is_browser(path) || is_machine(path);
    let report = |path: &Used| {
        Finding::at(rust.path, path.line, OUTSIDE, format!("the engine may not use `{}`", path.names.join("::")))
    };
    paths.iter().filter(browser).map(report).collect()
}

fn web(rust: &Rust, place: &str, paths: &[Used]) -> Vec<Finding> {
    let platform = module(place).first() == Some(&"platform");
    let message = |path: &Used| {
        let name = path.names.join("::");
        if !platform && (is_browser(path) || is_event(path, paths, rust)) {
            Some(format!("only `platform` may use `{name}`"))
        } else if path.begins(&["tertial_engine"]) && !path.begins(&["tertial_engine", "session"]) {
            Some(format!("the page knows the engine by `tertial_engine::session` alone, not by `{name}`"))
        } else {
            None
        }
    };
    paths.iter().filter_map(|path| Some(Finding::at(rust.path, path.line, OUTSIDE, message(path)?))).collect()
}

fn is_browser(path: &Used) -> bool {
    // At any place, so that passing a whole crate on does not open a second door.
    let browser = |name: &str| BROWSER.contains(&name) || name == "gloo" || name.starts_with("gloo_");
    is_crate(path) && path.names.iter().any(|name| browser(name))
}

fn is_machine(path: &Used) -> bool {
    let module = path.import && path.names == ["std", "time"];
    is_crate(path) && (module || MACHINE.iter().any(|place| path.begins(place)))
}

// A lone name that is not imported is a variable or a function.
fn is_crate(path: &Used) -> bool {
    path.import || path.names.len() > 1
}

/// An event type taken from yew, by its path or through the prelude.
fn is_event(path: &Used, paths: &[Used], rust: &Rust) -> bool {
    let name = path.last();
    let by_path = path.names[0] == "yew" && (EVENTS.contains(&name) || path.begins(&["yew", "events"]));
    let alone = !path.import && path.names.len() == 1 && EVENTS.contains(&name);
    by_path || alone && paths.iter().any(|used| used.begins(&["yew", "prelude", "*"])) && !is_own(name, paths, rust)
}

/// Whether a name is imported or declared here, which goes before what a prelude brings.
fn is_own(name: &str, paths: &[Used], rust: &Rust) -> bool {
    let declared = rust.product.items.iter().any(|item| match item {
        Item::Enum(item) => item.ident == name,
        Item::Struct(item) => item.ident == name,
        Item::Type(item) => item.ident == name,
        _ => false,
    });
    declared || paths.iter().any(|used| used.import && used.last() == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tidy::source::Source;

    fn findings(path: &str, text: &str) -> Vec<String> {
        let source = Source { path: path.into(), text: text.into() };
        check(&source.parse().unwrap()).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_engine_knows_no_browser() {
        let text = "\nuse web_sys::Window;\n";
        assert_eq!(
            findings("engine/src/value/number.rs", text),
            ["engine/src/value/number.rs:2: outside: the engine may not use `web_sys::Window`"]
        );
        assert_eq!(findings("engine/src/js/mod.rs", text), [""; 0]);
        assert_eq!(findings("engine/src/lib.rs", "fn a() { gloo_timers::b() }").len(), 1);
    }

    #[test]
    fn the_engine_knows_no_machine() {
        for used in [
            "std::fs",
            "std::{env, net}",
            "std::time::Instant",
            "std::time::*",
            "std::time",
            "rand::random",
            "getrandom",
        ] {
            assert!(!findings("engine/src/value/mod.rs", &format!("use {used};")).is_empty(), "{used}");
            assert!(findings("engine/src/bin/tertial/main.rs", &format!("use {used};")).is_empty(), "{used}");
        }
        assert_eq!(findings("engine/src/value/mod.rs", "use std::time::Duration; fn a(rand: u8) { b(rand) }"), [""; 0]);
    }

    #[test]
    fn functions_know_no_evaluation() {
        let path = "engine/src/functions/math/sums.rs";
        let expected = ["engine/src/functions/math/sums.rs:1: layer: `functions` may not use `eval`"];
        assert_eq!(findings(path, "use crate::eval::Scope;"), expected);
        assert_eq!(findings(path, "use super::super::super::eval::Scope;"), expected);
        assert_eq!(findings(path, "fn a() { define!(b, crate::eval::c) }"), expected);
        assert_eq!(findings(path, "use crate::value::Value; use super::super::Function;"), [""; 0]);
    }

    #[test]
    fn tests_may_look_further() {
        assert_eq!(
            findings("engine/src/functions/mod.rs", "#[cfg(test)] mod tests { use crate::eval::Scope; }"),
            [""; 0]
        );
    }

    #[test]
    fn the_root_is_no_way_around() {
        assert_eq!(findings("engine/src/value/mod.rs", "use crate::Session;").len(), 1);
        assert_eq!(findings("engine/src/value/mod.rs", "use super::*;").len(), 1);
    }

    #[test]
    fn roots_join_modules_and_are_none() {
        assert_eq!(findings("engine/src/library.rs", "pub mod functions; use tertial_ground::value;"), [""; 0]);
    }

    #[test]
    fn a_module_without_a_row_is_found() {
        assert_eq!(findings("engine/src/extra.rs", "fn a() {}").len(), 1);
    }

    #[test]
    fn the_page_has_one_door_to_the_engine() {
        assert_eq!(findings("web/src/state/mod.rs", "use tertial_engine::session::Session;"), [""; 0]);
        assert_eq!(findings("web/src/state/mod.rs", "use tertial_engine::book::Book;").len(), 1);
        assert_eq!(findings("web/src/state/mod.rs", "use tertial_engine as engine;").len(), 1);
    }

    #[test]
    fn only_the_platform_knows_the_browser() {
        for used in ["web_sys::Window", "gloo::events", "yew::events::MouseEvent", "yew::MouseEvent"] {
            assert_eq!(findings("web/src/components/grid/mod.rs", &format!("use {used};")).len(), 1, "{used}");
            assert_eq!(findings("web/src/platform/mod.rs", &format!("use {used};")), [""; 0]);
        }
        assert_eq!(findings("web/src/components/cell.rs", "use crate::platform::web_sys;").len(), 1);
    }

    #[test]
    fn the_prelude_is_no_way_around() {
        let by_prelude = "use yew::prelude::*; fn a(event: MouseEvent) {}";
        let by_platform = "use yew::prelude::*; use crate::platform::MouseEvent; fn a(event: MouseEvent) {}";
        assert_eq!(findings("web/src/components/cell.rs", by_prelude).len(), 1);
        assert_eq!(findings("web/src/components/cell.rs", by_platform), [""; 0]);
        assert_eq!(
            findings("web/src/state/drag.rs", "use yew::prelude::*; enum Event { A } const B: Event = A;"),
            [""; 0]
        );
    }

    #[test]
    fn the_page_has_an_order_too() {
        assert_eq!(findings("web/src/state/mod.rs", "use crate::components::Grid;").len(), 1);
        assert_eq!(findings("web/src/components/mod.rs", "use crate::state::State;"), [""; 0]);
    }
}
