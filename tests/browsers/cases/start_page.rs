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
];

async fn the_templates_are_shown_with_their_titles(page: &Page) -> Result<()> {
    open(page).await?;
    let cards: Vec<String> =
        page.script("return [...document.querySelectorAll('main a')].map(a => a.innerText)", &[]).await?;
    ensure!(cards.len() > 1, "the start page shows {cards:?}");
    ensure!(cards.iter().all(|card| !card.trim().is_empty()), "a card has no title: {cards:?}");
    let heading: String = page.script(&format!("return {}.innerText", card()), &[]).await?;
    ensure!(heading.contains("Driftredovisning"), "the card of Köping says {heading:?}");
    Ok(())
}

async fn a_click_opens_a_template(page: &Page) -> Result<()> {
    open(page).await?;
    page.click(&format!("a[href*='{KOPING}']")).await?;
    page.shows(&[("D12", "+300")]).await?;
    page.ready().await
}

async fn the_keyboard_opens_a_template(page: &Page) -> Result<()> {
    open(page).await?;
    let focused = format!("return document.activeElement === {}", card());
    for _ in 0..100 {
        page.press(&[Key::Tab]).await?;
        if page.script(&focused, &[]).await? {
            page.press(&[Key::Enter]).await?;
            page.shows(&[("D12", "+300")]).await?;
            return grid_has_the_keyboard(page).await;
        }
    }
    anyhow::bail!("the tab key does not reach the card of Köping")
}

async fn the_back_button_leads_back_to_the_templates(page: &Page) -> Result<()> {
    open(page).await?;
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
