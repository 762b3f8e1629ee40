//! Ways through formulas, and doing the last thing again.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_selected};

cases![
    f7_goes_to_precedents_and_shift_f7_to_dependents,
    f4_repeats_the_last_action,
    f9_recalculates_and_says_so,
    periods_go_on_when_pulled,
];

async fn f7_goes_to_precedents_and_shift_f7_to_dependents(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "=C4+C6").await?;
    page.click_cell("F4").await?;
    page.press(&[Key::F7]).await?;
    has_selected(page, &["C4", "C6"], &["C5", "F4"]).await?;
    page.click_cell("C6").await?;
    page.press_with(Key::Shift, Key::F7).await?;
    has_selected(page, &["F4"], &["C6"]).await?;
    page.click_cell("F9").await?;
    page.press(&[Key::F7]).await?;
    page.has_status(&["Ingen formel i F9 läser andra celler"]).await
}

async fn f4_repeats_the_last_action(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "vakant").await?;
    page.click_cell("F7").await?;
    page.press(&[Key::F4]).await?;
    page.shows(&[("F7", "vakant")]).await?;
    page.click_cell("F4").await?;
    page.press(&[Key::Delete]).await?;
    page.click_cell("F7").await?;
    page.press(&[Key::F4]).await?;
    page.shows(&[("F4", ""), ("F7", "")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("F7", "vakant")]).await?;
    page.enter("G4", "=B4*2").await?;
    page.click_cell("G5").await?;
    page.press(&[Key::F4]).await?;
    page.shows(&[("G4", "15702"), ("G5", "4022")]).await?;
    page.has_source("=B5*2").await
}

async fn f9_recalculates_and_says_so(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "=AVRUNDA(SLUMP()*1000000;0)").await?;
    page.click_cell("F4").await?;
    let before = page.texts(&["F4"]).await?;
    page.press(&[Key::F9]).await?;
    page.has_status(&["Allt är omräknat"]).await?;
    anyhow::ensure!(page.texts(&["F4"]).await? != before, "a random number is drawn anew");
    Ok(())
}

async fn periods_go_on_when_pulled(page: &Page) -> Result<()> {
    page.open_koping().await?;
    for (cell, text, to, wanted) in
        [("F4", "Kv 4 2025", "H4", "Kv 2 2026"), ("F6", "T3", "G6", "T1"), ("F8", "Konto 9", "G8", "Konto 10")]
    {
        page.enter(cell, text).await?;
        page.click_cell(cell).await?;
        page.pull_handle(None, to).await?;
        page.let_go().await?;
        page.shows(&[(to, wanted)]).await?;
    }
    Ok(())
}
