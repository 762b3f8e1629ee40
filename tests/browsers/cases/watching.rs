//! Watched cells: what became of them, from any sheet.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::cases;
use super::rules::choose;

cases![a_watched_total_tells_what_became_of_it, a_watched_cell_is_reached_from_another_sheet];

async fn says(page: &Page, words: &[&str]) -> Result<()> {
    let missing = async || {
        let text: String =
            page.script("return document.querySelector('[data-part=watches]')?.textContent ?? ''", &[]).await?;
        let text = text.replace('\u{a0}', " ");
        let lacks = |word: &&&str| !text.contains(**word);
        let missing: Vec<&str> = words.iter().filter(lacks).copied().collect();
        Ok(if missing.is_empty() { String::new() } else { format!("{missing:?} not in {text:?}") })
    };
    page.eventually("the watched cells", String::new(), missing).await
}

async fn a_watched_total_tells_what_became_of_it(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("B12").await?;
    choose(page, "bevaka cellen").await?;
    page.has_status(&["B12 är bevakad"]).await?;
    says(page, &["Driftredovisning!B12", "Summa × Budget", "40 358", "=SUMMA(B4:B11)", "Oförändrad"]).await?;
    page.enter("B4", "7951").await?;
    says(page, &["40 458", "Var 40 358", "+100"]).await?;
    page.press_with(Key::Control, 'z').await?;
    says(page, &["40 358", "Oförändrad"]).await?;
    page.press_with(Key::Control, 'z').await?;
    says(page, &[]).await?;
    page.until("no watched cell", "return document.querySelector('.watch') === null").await
}

async fn a_watched_cell_is_reached_from_another_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("D12").await?;
    choose(page, "bevaka cellen").await?;
    page.click(".add-sheet").await?;
    says(page, &["Driftredovisning!D12"]).await?;
    page.click(".beside-panel .beside-line").await?;
    page.is_at("D12").await?;
    page.click(".watch-foot button").await?;
    page.until("no watched cell", "return document.querySelector('.watch') === null").await
}
