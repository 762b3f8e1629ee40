//! Find and replace, by the keyboard.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![
    control_and_f_finds_as_typed_and_as_shown,
    f3_goes_on_without_the_panel,
    what_is_found_is_listed_and_gone_to_by_the_arrows,
    all_are_replaced_and_undone_in_one_step,
    results_of_formulas_are_left_and_named,
];

const COUNT: &str = "return document.querySelector('[data-part=find-count]')?.textContent ?? ''";

async fn counts(page: &Page, text: &str) -> Result<()> {
    page.eventually("the count", text.to_owned(), async || page.script(COUNT, &[]).await).await
}

async fn control_and_f_finds_as_typed_and_as_shown(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("A1").await?;
    page.press_with(Key::Control, 'f').await?;
    has_keyboard_in(page, "[data-part=find-text]").await?;
    page.type_text("8001").await?;
    counts(page, "1 träff").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("C4").await?;
    counts(page, "1 av 1").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("8 001").await?;
    counts(page, "1 av 1").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("finns inte").await?;
    counts(page, "Inget hittades").await?;
    page.press(&[Key::Escape]).await?;
    page.until("no panel", "return document.querySelector('.find-panel') === null").await?;
    page.press(&[Key::Down]).await?;
    page.is_at("C5").await
}

async fn f3_goes_on_without_the_panel(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "sökord ett").await?;
    page.enter("F6", "sökord två").await?;
    page.click_cell("A1").await?;
    page.press_with(Key::Control, 'f').await?;
    page.type_text("sök*o").await?;
    counts(page, "2 träffar").await?;
    page.press(&[Key::Escape]).await?;
    page.press(&[Key::F3]).await?;
    page.is_at("F4").await?;
    page.press(&[Key::F3]).await?;
    page.is_at("F6").await?;
    page.press_with(Key::Shift, Key::F3).await?;
    page.is_at("F4").await
}

async fn what_is_found_is_listed_and_gone_to_by_the_arrows(page: &Page) -> Result<()> {
    const CHOSEN: &str = "return document.querySelector('.find-list [aria-selected=true]')?.textContent ?? ''";
    page.open_koping().await?;
    page.enter("F4", "sökord ett").await?;
    page.enter("F6", "sökord två").await?;
    page.click_cell("A1").await?;
    page.press_with(Key::Control, 'f').await?;
    page.type_text("SÖKORD").await?;
    page.press(&[Key::Down, Key::Down]).await?;
    counts(page, "2 av 2").await?;
    page.eventually("the chosen cell", "F6sökord två".to_owned(), async || page.script(CHOSEN, &[]).await).await?;
    page.press(&[Key::Up]).await?;
    page.is_at("F4").await?;
    page.click(".find-list [role=option]:last-child").await?;
    page.is_at("F6").await
}

async fn all_are_replaced_and_undone_in_one_step(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "konsult 1").await?;
    page.enter("F5", "konsult 2").await?;
    page.click_cell("A1").await?;
    page.press_with(Key::Control, 'h').await?;
    page.type_text("konsult").await?;
    counts(page, "2 träffar").await?;
    page.press(&[Key::Tab]).await?;
    has_keyboard_in(page, "[data-part=find-with]").await?;
    page.type_text("vikarie").await?;
    page.click(".find-buttons button:last-child").await?;
    page.shows(&[("F4", "vikarie 1"), ("F5", "vikarie 2")]).await?;
    page.has_status(&["Ersatte i 2 celler"]).await?;
    page.press(&[Key::Escape]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("F4", "konsult 1"), ("F5", "konsult 2")]).await?;
    page.has_status(&["Ångrade: Ersätt i F4:F5"]).await
}

async fn results_of_formulas_are_left_and_named(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "=40+2").await?;
    page.enter("F5", "42").await?;
    page.drag("F4", "F5").await?;
    page.press_with(Key::Control, 'h').await?;
    page.type_text("42").await?;
    counts(page, "1 av 2").await?;
    page.press(&[Key::Tab]).await?;
    page.type_text("43").await?;
    page.click(".find-buttons button:last-child").await?;
    page.shows(&[("F4", "42"), ("F5", "43")]).await?;
    page.has_status(&["Ersatte i 1 cell", "F4: värdet räknas ut av en formel"]).await
}
