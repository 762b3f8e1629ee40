//! What axe-core finds wrong with the page.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::Page;

const AXE: &str = include_str!("../axe/axe.min.js");

/// All that axe finds in a part of the page, or on all of it but for the cells of the sheet, which are many and alike.
const EXAMINE: &str = r#"
    const [selector, excluded] = arguments;
    const context = selector ? { include: [selector] } : excluded ? { exclude: [excluded] } : document;
    const options = { resultTypes: ["violations"], rules: { "target-size": { enabled: true } } };
    return window.axe.run(context, options).then(found => found.violations.map(violation =>
        [violation.id, violation.help, ...violation.nodes.slice(0, 3).map(node => node.html.slice(0, 200)
            + " (" + [...node.any, ...node.all, ...node.none].map(check => check.message).join("; ").slice(0, 300) + ")")]
            .join("\n    ")));
"#;

/// What is examined.
#[derive(Debug, Clone, Copy)]
pub enum Part<'a> {
    /// All of the page.
    Whole,
    /// All but what a selector finds.
    Without(&'a str),
    /// What a selector finds.
    Only(&'a str),
}

/// Makes sure that axe finds nothing wrong.
pub async fn examine(page: &Page, what: &str, part: Part<'_>) -> Result<()> {
    if !page.script::<bool>("return typeof window.axe === 'object'", &[]).await? {
        page.script::<Value>(&format!("{AXE}; window.axe = axe; return true"), &[]).await?;
    }
    let (selector, excluded) = match part {
        Part::Whole => (None, None),
        Part::Without(excluded) => (None, Some(excluded)),
        Part::Only(selector) => (Some(selector), None),
    };
    let found: Vec<String> = page.script(EXAMINE, &[json!(selector), json!(excluded)]).await?;
    ensure!(found.is_empty(), "axe finds in {what}:\n  {}", found.join("\n  "));
    Ok(())
}
