//! The page before a book is open: templates, by pointer and by key.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::{KOPING, Page};

use super::cases;

cases![
    the_templates_are_shown_with_their_titles,
    a_click_opens_a_template,
    the_keyboard_opens_a_template,
    the_back_button_leads_back_to_the_templates,
    an_address_that_names_no_book_is_told,
    the_example_book_shows_what_can_be_done,
    an_empty_sheet_says_what_to_do,
];

/// What opens the templates of Köping.
const GROUP: &str = "[data-group='Köping'] summary";

async fn the_templates_are_shown_with_their_titles(page: &Page) -> Result<()> {
    open(page).await?;
    page.click(GROUP).await?;
    let cards: Vec<String> =
        page.script("return [...document.querySelectorAll('main [open] a')].map(a => a.innerText)", &[]).await?;
    ensure!(cards.len() > 1, "the start page shows {cards:?}");
    ensure!(cards.iter().all(|card| !card.trim().is_empty()), "a card has no title: {cards:?}");
    let heading: String = page.script(&format!("return {}.innerText", card()), &[]).await?;
    ensure!(heading.contains("Driftredovisning"), "the card of Köping says {heading:?}");
    Ok(())
}

async fn a_click_opens_a_template(page: &Page) -> Result<()> {
    open(page).await?;
    page.click(GROUP).await?;
    page.click(&format!("a[href*='{KOPING}']")).await?;
    page.shows(&[("D12", "+300")]).await?;
    page.ready().await
}

async fn the_keyboard_opens_a_template(page: &Page) -> Result<()> {
    open(page).await?;
    open_by_keyboard(page).await?;
    page.shows(&[("D12", "+300")]).await?;
    grid_has_the_keyboard(page).await
}

/// Opens Köping's operating statement from the start page, as one does without a pointer.
pub async fn open_by_keyboard(page: &Page) -> Result<()> {
    tab_to(page, &format!("document.querySelector(\"{GROUP}\")")).await?;
    page.press(&[Key::Enter]).await?;
    tab_to(page, &card()).await?;
    page.press(&[Key::Enter]).await
}

/// Presses Tab until an element has the keyboard.
async fn tab_to(page: &Page, element: &str) -> Result<()> {
    let focused = format!("return document.activeElement === {element}");
    for _ in 0..100 {
        page.press(&[Key::Tab]).await?;
        if page.script(&focused, &[]).await? {
            return Ok(());
        }
    }
    anyhow::bail!("the tab key does not reach {element}")
}

async fn the_back_button_leads_back_to_the_templates(page: &Page) -> Result<()> {
    open(page).await?;
    page.click(GROUP).await?;
    page.click(&format!("a[href*='{KOPING}']")).await?;
    page.shows(&[("D12", "+300")]).await?;
    page.go_back().await?;
    page.until("the card of Köping", &format!("return {} !== null", card())).await
}

async fn an_address_that_names_no_book_is_told(page: &Page) -> Result<()> {
    page.open("/?book=ingen/sadan.tertial").await?;
    page.alerts("ingen/sadan").await?;
    page.until("the card of Köping", &format!("return {} !== null", card())).await
}

async fn grid_has_the_keyboard(page: &Page) -> Result<()> {
    page.press_with(Key::Control, Key::Home).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("A2").await
}

async fn open(page: &Page) -> Result<()> {
    page.open("/").await?;
    page.until("the card of Köping", &format!("return {} !== null", card())).await
}

/// The card that opens Köping's operating statement, in a script.
fn card() -> String {
    format!("document.querySelector(\"a[href*='{KOPING}']\")")
}

async fn the_example_book_shows_what_can_be_done(page: &Page) -> Result<()> {
    const SEEN: &str = "return ['A1', 'F4', 'F11'].map(cell => { \
         const cells = document.querySelector(`[role=gridcell][data-cell$='!${cell}']`); \
         return cells ? getComputedStyle(cells, '::before').content.slice(1, 2) + cells.textContent : '' }).join()";
    open(page).await?;
    page.click("[data-command='file.example']").await?;
    page.ready().await?;
    let seen = async || page.script::<String>(SEEN, &[]).await;
    page.eventually("title and lights", "oUppföljning med prognos,■−800,▲−50".to_owned(), seen).await?;
    page.go_to("E4").await?;
    page.type_text("48600").await?;
    page.press(&[Key::Enter]).await?;
    page.eventually("other lights", "oUppföljning med prognos,●0,●+750".to_owned(), seen).await?;
    page.go_to("F4").await?;
    page.type_text("7").await?;
    page.alerts("formlerna ska stå kvar").await?;
    Ok(())
}

async fn an_empty_sheet_says_what_to_do(page: &Page) -> Result<()> {
    open(page).await?;
    page.click("[data-command='file.new']").await?;
    page.ready().await?;
    page.until("the words", "return !!document.querySelector('.empty-sheet')?.textContent.includes('Ctrl+V')").await?;
    page.type_text("1").await?;
    page.until("no words", "return document.querySelector('.empty-sheet') === null").await
}
