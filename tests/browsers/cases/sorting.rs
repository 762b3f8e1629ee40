//! Rows of a report table put in order, with their sums where they are.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![
    a_report_table_is_sorted_without_breaking_its_sum,
    a_dialog_sorts_by_several_columns_and_gives_the_keyboard_back,
    plain_rows_are_sorted_with_or_without_headings,
];

const SAID: &str = "return document.querySelector('dialog.sort')?.textContent ?? ''";

/// Waits until the dialog says something.
async fn dialog_says(page: &Page, words: &str) -> Result<()> {
    let says = async || Ok(page.script::<String>(SAID, &[]).await?.contains(words));
    page.eventually(&format!("the dialog to say “{words}”"), true, says).await
}

async fn ask(page: &Page) -> Result<()> {
    page.click("[data-menu=menu-edit]").await?;
    page.click("[role=menuitem][data-command='edit.sort-by']").await?;
    has_keyboard_in(page, "dialog.sort select").await
}

async fn a_report_table_is_sorted_without_breaking_its_sum(page: &Page) -> Result<()> {
    const ROWS: [&str; 3] = ["C4", "C5", "C6"];
    page.open_koping().await?;
    let sum = page.texts(&["C12", "D12", "E12"]).await?;
    let before = page.texts(&ROWS).await?;
    page.click_cell("C5").await?;
    page.click("[data-menu=menu-edit]").await?;
    page.click("[role=menuitem][data-command='edit.sort-descending']").await?;
    page.has_status(&["Sorterat"]).await?;
    let number = |text: &Option<String>| -> i64 {
        let digits: String = text.iter().flat_map(|text| text.chars()).filter(char::is_ascii_digit).collect();
        digits.parse().unwrap_or_default()
    };
    let after: Vec<i64> = page.texts(&ROWS).await?.iter().map(number).collect();
    ensure!(after.is_sorted_by(|one, other| one >= other), "{after:?}");
    ensure!(page.texts(&["C12", "D12", "E12"]).await? == sum, "the sums are the same");
    page.press_with(Key::Control, 'z').await?;
    page.eventually("the rows as they were", before, async || page.texts(&ROWS).await).await
}

async fn a_dialog_sorts_by_several_columns_and_gives_the_keyboard_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C9", "1 861").await?;
    page.click_cell("B5").await?;
    ask(page).await?;
    dialog_says(page, "Rader som kan byta plats: 8").await?;
    dialog_says(page, "Summor (1) och rubriker står kvar").await?;
    dialog_says(page, "Överst hamnar: Försäkringsadministration, Kollektivtrafik").await?;
    page.type_text("P").await?;
    page.press(&[Key::Tab]).await?;
    page.type_text("F").await?;
    dialog_says(page, "Överst hamnar: Personalavdelning, Ekonomiadministration").await?;
    page.press(&[Key::Tab, Key::Enter]).await?;
    has_keyboard_in(page, "dialog.sort fieldset:nth-of-type(2) select").await?;
    page.press(&[Key::Tab, Key::Tab, Key::Tab, Key::Tab]).await?;
    has_keyboard_in(page, "dialog.sort [type=submit]").await?;
    page.press(&[Key::Enter]).await?;
    page.until("no dialog", "return document.querySelector('dialog') === null").await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.shows(&[("A4", "Personalavdelning"), ("A8", "Bostadsanpassning"), ("A9", "Kommunikationsenhet")]).await?;
    page.shows(&[("A12", "Summa"), ("C12", "39\u{a0}919"), ("D12", "+439")]).await?;
    page.has_status(&["Sorterat"]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("A4", "Gemensam administration"), ("A9", "Bostadsanpassning"), ("D12", "+439")]).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("A4").await
}

async fn plain_rows_are_sorted_with_or_without_headings(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click("[data-command='file.new']").await?;
    for text in ["Enhet", "Väst", "Öst"] {
        page.type_text(text).await?;
        page.press(&[Key::Tab]).await?;
        page.type_text(if text == "Enhet" { "Belopp" } else { "7" }).await?;
        page.press(&[Key::Enter]).await?;
    }
    page.is_at("A4").await?;
    page.press(&[Key::Up]).await?;
    ask(page).await?;
    dialog_says(page, "Rader som kan byta plats: 2").await?;
    page.click("dialog.sort input[type=checkbox]").await?;
    dialog_says(page, "Rader som kan byta plats: 3").await?;
    dialog_says(page, "Kolumn A").await?;
    page.press(&[Key::Escape]).await?;
    page.until("no dialog", "return document.querySelector('dialog') === null").await?;
    page.shows(&[("Blad1!A1", "Enhet"), ("Blad1!A2", "Väst")]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    ask(page).await?;
    page.press(&[Key::Tab]).await?;
    page.type_text("F").await?;
    page.press(&[Key::Tab, Key::Tab, Key::Enter]).await?;
    page.shows(&[("Blad1!A1", "Enhet"), ("Blad1!A2", "Öst"), ("Blad1!A3", "Väst")]).await
}
