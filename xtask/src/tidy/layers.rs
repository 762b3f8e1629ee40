//! The order of the modules, as tables: a module may use itself and what its row names, nothing
//! else. Rows stand in order, so that a module can only name what stands above it.

/// One module and the modules it may use.
pub struct Layer {
    pub name: &'static str,
    uses: &'static [&'static str],
}

const fn layer(name: &'static str, uses: &'static [&'static str]) -> Layer {
    Layer { name, uses }
}

/// The files below `engine/src` that join modules to a crate, besides the root of the engine itself.
pub const ENGINE_ROOTS: [&str; 3] = ["ground.rs", "library.rs", "calculation.rs"];

/// The modules of the engine.
pub const ENGINE: &[Layer] = &[
    // Ground.
    layer("base", &[]),
    // Words.
    layer("value", &["base"]),
    layer("display", &["base", "value"]),
    layer("syntax", &["base", "value"]),
    // Meaning.
    layer("functions", &["base", "value", "display"]),
    layer("eval", &["base", "value", "display", "syntax", "functions"]),
    // The document.
    layer("book", &["base", "value", "display", "syntax"]),
    // Change: the two halves do not know each other, only `session` joins them.
    layer("edit", &["base", "value", "display", "syntax", "book"]),
    layer("calc", &["base", "value", "display", "syntax", "functions", "eval", "book"]),
    // Insight.
    layer("forecast", &["base", "value", "display", "syntax", "book", "edit"]),
    layer("scenario", &["base", "value", "display", "syntax", "book", "edit", "calc"]),
    layer("audit", &["base", "value", "display", "syntax", "book", "calc"]),
    layer("merge", &["base", "value", "display", "syntax", "book", "edit"]),
    layer("rollup", &["base", "value", "display", "syntax", "book", "edit", "audit"]),
    // Doors.
    layer("scan", &[]),
    layer("file", &["base", "value", "display", "syntax", "book", "scan"]),
    layer("exchange", &["base", "value", "display", "syntax", "book", "edit"]),
    layer("session", BELOW_SESSION),
    layer("json", WHOLE_ENGINE),
    layer("js", WHOLE_ENGINE),
];

/// All modules that a door may be thin over; the last of them is the façade.
const WHOLE_ENGINE: &[&str] = &[
    "base",
    "value",
    "display",
    "syntax",
    "functions",
    "eval",
    "book",
    "edit",
    "calc",
    "forecast",
    "scenario",
    "audit",
    "merge",
    "rollup",
    "file",
    "exchange",
    "session",
];

const BELOW_SESSION: &[&str] = WHOLE_ENGINE.split_at(WHOLE_ENGINE.len() - 1).0;

/// The modules of the page.
pub const WEB: &[Layer] = &[
    layer("text", &[]),
    layer("platform", &["text"]),
    layer("state", &["text", "platform"]),
    layer("commands", &["text", "platform", "state"]),
    layer("input", &["text", "platform", "state", "commands"]),
    layer("components", &["text", "platform", "state", "commands", "input"]),
    layer("app", &["text", "platform", "state", "commands", "input", "components"]),
];

impl Layer {
    /// Whether this module may use another.
    pub fn may_use(&self, other: &str) -> bool {
        self.name == other || self.uses.contains(&other)
    }
}

/// The row of a module.
pub fn find<'a>(table: &'a [Layer], name: &str) -> Option<&'a Layer> {
    table.iter().find(|layer| layer.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_only_what_stands_above_it() {
        for table in [ENGINE, WEB] {
            for (row, layer) in table.iter().enumerate() {
                let above = |used: &&&str| table[..row].iter().any(|other| other.name == **used);
                assert_eq!(layer.uses.iter().filter(above).count(), layer.uses.len(), "{}", layer.name);
            }
        }
    }

    #[test]
    fn the_two_halves_of_change_do_not_know_each_other() {
        assert!(!find(ENGINE, "edit").unwrap().may_use("calc"));
        assert!(!find(ENGINE, "calc").unwrap().may_use("edit"));
    }
}
