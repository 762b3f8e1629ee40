//! How numbers are shown is chosen by keys, from the menu, and as a code.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;
use crate::page::hands::press_with_both;

use super::cases;

cases![keys_and_menu_choose_how_numbers_are_shown, a_code_is_tried_before_it_is_taken];

async fn keys_and_menu_choose_how_numbers_are_shown(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    press_with_both(page, [Key::Control, Key::Shift], '1').await?;
    page.shows(&[("C4", "8\u{a0}001,00")]).await?;
    choose(page, "färre decimaler").await?;
    page.shows(&[("C4", "8\u{a0}001,0")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("C4", "8\u{a0}001")]).await?;
    choose(page, "fler decimaler").await?;
    page.shows(&[("C4", "8\u{a0}001,0")]).await
}

async fn a_code_is_tried_before_it_is_taken(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    choose(page, "eget talformat").await?;
    page.type_text("0,0,0").await?;
    reads(page, "dialog[open] [role=alert]", "decimaltecken").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("# ##0 \"tkr\"").await?;
    reads(page, "dialog[open] .format-preview", "8\u{a0}001 tkr").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C4", "8\u{a0}001 tkr")]).await
}

/// Chooses a command in the palette.
async fn choose(page: &Page, words: &str) -> Result<()> {
    page.press_with(Key::Alt, 'q').await?;
    page.type_text(words).await?;
    page.press(&[Key::Enter]).await
}

async fn reads(page: &Page, selector: &str, words: &str) -> Result<()> {
    let holds = format!("return document.querySelector(\"{selector}\")?.textContent.includes('{words}')");
    page.until(words, &holds).await
}
