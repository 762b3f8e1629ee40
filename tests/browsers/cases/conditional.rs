//! Looks that follow from what cells hold.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

use super::styles::{choose, looks, press_button};
use super::{cases, has_keyboard_in};

cases![
    a_condition_marks_cells_and_follows_what_is_typed,
    lights_have_shapes_of_their_own_and_are_heard,
    a_condition_that_is_none_says_why,
];

async fn ask(page: &Page, from: &str, to: &str) -> Result<()> {
    page.drag(from, to).await?;
    choose(page, "villkorsstyrd").await?;
    has_keyboard_in(page, "dialog.conditional select").await
}

/// The sign before a cell's text.
async fn sign(page: &Page, cell: &str) -> Result<String> {
    const SIGN: &str = "const cell = document.querySelector(`[data-cell$='!${arguments[0]}']`); \
                        const content = cell ? getComputedStyle(cell, '::before').content : ''; \
                        return content === 'none' ? '' : content.slice(1, 2)";
    page.script::<String>(SIGN, &[json!(cell)]).await
}

async fn a_condition_marks_cells_and_follows_what_is_typed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    ask(page, "C4", "C11").await?;
    page.press(&[Key::Tab]).await?;
    page.type_text("8000").await?;
    page.until("the preview", "return /av 8 celler/.test(document.querySelector('.conditional-preview').textContent)")
        .await?;
    page.press(&[Key::Enter]).await?;
    page.until("the list", "return document.querySelectorAll('.conditional-list li').length === 1").await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, "main").await?;
    looks(page, "C4", "fontWeight", "650").await?;
    looks(page, "C5", "fontWeight", "400").await?;
    page.eventually("a sign beside the colour", "!".to_owned(), async || sign(page, "C4").await).await?;
    page.enter("C5", "9000").await?;
    looks(page, "C5", "fontWeight", "650").await?;
    page.press_with(Key::Control, 'z').await?;
    looks(page, "C5", "fontWeight", "400").await?;
    page.press_with(Key::Control, 'z').await?;
    looks(page, "C4", "fontWeight", "400").await
}

async fn lights_have_shapes_of_their_own_and_are_heard(page: &Page) -> Result<()> {
    page.open_koping().await?;
    ask(page, "D4", "D11").await?;
    page.press(&[Key::End]).await?;
    page.until("two limits", "return document.querySelectorAll('.conditional-form input').length === 3").await?;
    page.press(&[Key::Tab]).await?;
    page.type_text("0").await?;
    page.press(&[Key::Tab]).await?;
    page.type_text("-100").await?;
    page.press(&[Key::Enter]).await?;
    page.until("the list", "return document.querySelectorAll('.conditional-list li').length === 1").await?;
    page.press(&[Key::Escape]).await?;
    let shapes = async || Ok(format!("{}{}", sign(page, "D4").await?, sign(page, "D5").await?));
    page.eventually("a square and a circle", "■●".to_owned(), shapes).await?;
    page.click_cell("D4").await?;
    let heard =
        "return [...document.querySelectorAll('[aria-live]')].some(place => place.textContent.includes('rött ljus'))";
    page.until("the words", heard).await
}

async fn a_condition_that_is_none_says_why(page: &Page) -> Result<()> {
    page.open_koping().await?;
    ask(page, "C4", "C4").await?;
    press_button(page, "Lägg till").await?;
    page.alerts("jämföra med").await?;
    page.click("dialog [data-part='conditional-than']").await?;
    page.type_text("=C4").await?;
    page.press(&[Key::Enter]).await?;
    page.alerts("jämför varje cell med sig själv").await?;
    Ok(())
}
