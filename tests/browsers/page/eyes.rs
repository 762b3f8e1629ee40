//! What a person sees of the page, or hears of it.

use anyhow::{Result, ensure};
use serde_json::json;

use super::{Page, cell_selector, place};

const CELL_TEXTS: &str = r#"
    const [cells] = arguments;
    return cells.map(cell => document.querySelector(`[role=gridcell][data-cell="${cell}"]`)?.textContent ?? null);
"#;

/// The text with the cursor in it, wherever that is.
const TYPED_TEXT: &str = "return document.activeElement?.value ?? ''";

/// What is marked as wrong: a marked element, or else the marked part of the text being typed.
const MARKED_TEXT: &str = r#"
    const field = document.activeElement;
    const mark = document.querySelector("mark")?.textContent;
    return mark || (field?.value ?? "").slice(field?.selectionStart ?? 0, field?.selectionEnd ?? 0);
"#;

const ALERTS: &str = "return [...document.querySelectorAll('[role=alert]')].map(alert => alert.textContent).join(' ')";

const STATUS: &str =
    "return [...document.querySelectorAll('[role=status], .summary')].map(line => line.textContent).join(' ')";

impl Page {
    /// What cells show; nothing for a cell that is not drawn.
    pub async fn texts(&self, cells: &[&str]) -> Result<Vec<Option<String>>> {
        let places: Vec<String> = cells.iter().map(|cell| place(cell)).collect();
        self.script(CELL_TEXTS, &[json!(places)]).await
    }

    /// Waits until cells show these texts.
    pub async fn shows(&self, expected: &[(&str, &str)]) -> Result<()> {
        let cells: Vec<&str> = expected.iter().map(|(cell, _)| *cell).collect();
        let texts = expected.iter().map(|(_, text)| Some((*text).to_owned())).collect();
        self.eventually(&format!("the texts of {}", cells.join(", ")), texts, async || self.texts(&cells).await).await
    }

    /// Waits until a cell is the active one.
    pub async fn is_at(&self, cell: &str) -> Result<()> {
        let expected = cell.rsplit('!').next().unwrap_or(cell).to_owned();
        self.eventually("the active cell", expected, async || self.active().await).await
    }

    /// The active cell, as the name box has it.
    pub async fn active(&self) -> Result<String> {
        self.script("return document.querySelector('[data-part=name-box]')?.value ?? ''", &[]).await
    }

    /// Waits until the formula bar shows a text.
    pub async fn has_source(&self, expected: &str) -> Result<()> {
        const BAR: &str = "return document.querySelector('[data-part=formula-bar]')?.value ?? ''";
        self.eventually("the text of the formula bar", expected.to_owned(), async || self.script(BAR, &[]).await).await
    }

    /// Waits until this is the text being typed.
    pub async fn is_typing(&self, expected: &str) -> Result<()> {
        self.eventually("the text being typed", expected.to_owned(), async || self.script(TYPED_TEXT, &[]).await).await
    }

    /// Waits until this part of the text being typed is marked.
    pub async fn has_marked(&self, expected: &str) -> Result<()> {
        self.eventually("the marked text", expected.to_owned(), async || self.script(MARKED_TEXT, &[]).await).await
    }

    /// Waits until an alert has these words, and gives all that it says.
    pub async fn alerts(&self, words: &str) -> Result<String> {
        self.eventually(&format!("an alert with “{words}”"), true, async || {
            Ok(self.alert().await?.contains(words))
        })
        .await?;
        self.alert().await
    }

    /// Waits until nothing alerts.
    pub async fn has_no_alert(&self) -> Result<()> {
        self.eventually("the text of alerts", String::new(), async || self.alert().await).await
    }

    /// Waits until the status line has these words, whatever their case.
    pub async fn has_status(&self, words: &[&str]) -> Result<()> {
        let missing = async || {
            let status: String = self.script(STATUS, &[]).await?;
            let lacks = |word: &&&str| !status.to_lowercase().contains(&word.to_lowercase());
            let missing: Vec<&str> = words.iter().filter(lacks).copied().collect();
            Ok(if missing.is_empty() { String::new() } else { format!("{missing:?} not in {status:?}") })
        };
        self.eventually("the words of the status line", String::new(), missing).await
    }

    /// The language that the page declares.
    pub async fn language(&self) -> Result<String> {
        self.script("return document.documentElement.lang", &[]).await
    }

    /// Checks that a cell lies inside the window.
    pub async fn is_in_sight(&self, cell: &str) -> Result<()> {
        let element = self.element(&cell_selector(cell)).await?;
        let rect = element.rect().await?;
        let height: f64 = self.script("return window.innerHeight", &[]).await?;
        ensure!(rect.y >= 0.0 && rect.y + rect.height <= height, "{cell} lies outside the window: {rect:?}");
        Ok(())
    }

    async fn alert(&self) -> Result<String> {
        self.script(ALERTS, &[]).await
    }
}
