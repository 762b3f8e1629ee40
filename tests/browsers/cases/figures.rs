//! Figures of the selection in the status line.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![
    figures_are_chosen_and_kept_for_the_next_visit,
    figures_of_the_selection_are_spoken_on_demand,
    a_whole_column_is_summed_up_exactly,
];

const SUMMARY: &str =
    "return document.querySelector('.summary')?.textContent.replace(/[\\s\\u00a0⋯]+/g, ' ').trim() ?? ''";

async fn has_summary(page: &Page, expected: &str) -> Result<()> {
    page.eventually("the figures", expected.to_owned(), async || page.script(SUMMARY, &[]).await).await
}

async fn figures_are_chosen_and_kept_for_the_next_visit(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("B4", "B6").await?;
    has_summary(page, "Medel 5 000,67Antal 3Summa 15 002").await?;
    page.click(".summary-choice").await?;
    has_keyboard_in(page, ".dialog input").await?;
    for figure in [1, 3, 4, 5] {
        page.click(&format!(".figures-choices label:nth-child({figure})")).await?;
    }
    page.press(&[Key::Escape]).await?;
    has_summary(page, "Antal 3Antal tal 3Minst 2 011Störst 7 851Summa 15 002").await?;
    page.open_koping().await?;
    page.drag("B4", "B6").await?;
    has_summary(page, "Antal 3Antal tal 3Minst 2 011Störst 7 851Summa 15 002").await
}

async fn figures_of_the_selection_are_spoken_on_demand(page: &Page) -> Result<()> {
    const LIVE: &str = r#"
        return [...document.querySelectorAll("[role=status], [aria-live]")]
            .filter(live => live.querySelector(".figure") || live.textContent.includes("Summa 15")).length
    "#;
    page.open_koping().await?;
    page.drag("B4", "B6").await?;
    has_summary(page, "Medel 5 000,67Antal 3Summa 15 002").await?;
    page.eventually("live regions with figures", 0, async || page.script(LIVE, &[]).await).await?;
    page.press_with(Key::Shift, Key::F9).await?;
    page.eventually("live regions with figures", 1, async || page.script(LIVE, &[]).await).await
}

async fn a_whole_column_is_summed_up_exactly(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "0,1").await?;
    page.enter("F5", "0,2").await?;
    page.enter("F6", "1 000 000,003").await?;
    page.click("[role=columnheader][aria-colindex='6']").await?;
    let read = async || {
        let text: String = page.script(SUMMARY, &[]).await?;
        Ok(text.contains("Summa 1 000 000,303") && text.contains("Antal 3"))
    };
    page.eventually("the exact sum of the column", true, read).await?;
    Ok(())
}
