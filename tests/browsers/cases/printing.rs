//! The sheet as it is printed.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![control_and_p_shows_the_sheet_as_a_table_to_print, escape_comes_back_from_the_printout];

const PRINTED: &str = r#"
    const table = document.querySelector(".print-view table");
    const texts = part => [...table.querySelectorAll(part)].map(cell => cell.textContent.trim());
    return [texts(".printout-title")[0], texts("thead th").filter(text => text).length > 2, texts("tbody td").includes("7\u00a0851")];
"#;

async fn control_and_p_shows_the_sheet_as_a_table_to_print(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.press_with(Key::Control, 'p').await?;
    has_keyboard_in(page, ".print-view button.primary").await?;
    let (caption, has_headings, has_figures): (String, bool, bool) = page.script(PRINTED, &[]).await?;
    ensure!(!caption.is_empty() && has_headings && has_figures, "the table is called {caption:?}");
    Ok(())
}

async fn escape_comes_back_from_the_printout(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Control, 'p').await?;
    has_keyboard_in(page, ".print-view").await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.enter("C4", "12").await?;
    page.shows(&[("C4", "12")]).await
}
