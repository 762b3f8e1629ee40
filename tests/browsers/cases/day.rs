//! A person's day: a report is opened, worked on by hand and with what came from Excel, taken back, done again and saved.

use std::fs;

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::cases;
use super::clipboard::paste_html;

cases![a_day_with_a_report];

/// How many things are done that day.
const STEPS: usize = 15;
const UNDO: &str = ".toolbar [data-command='edit.undo']";
const REDO: &str = ".toolbar [data-command='edit.redo']";
/// What the cells show that the report may ever take up.
const SEEN: &str = r#"
    const cells = [...document.querySelectorAll("[role=gridcell]")];
    const seen = cells.map(cell => [cell.dataset.cell, cell.textContent]);
    return seen.filter(([place, text]) => text !== "" && /![A-F]\d\d?$/.test(place)).map(pair => pair.join(": ")).sort();
"#;

async fn a_day_with_a_report(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let opened = seen(page).await?;
    retype_the_forecasts(page).await?;
    insert_a_row(page).await?;
    paste_rows_from_excel(page).await?;
    fill_the_deviations(page).await?;
    let done = seen(page).await?;
    go_through_history(page, 'z', UNDO).await?;
    page.eventually("the sheet as it was opened", opened, async || seen(page).await).await?;
    is_the_template(page).await?;
    go_through_history(page, 'y', REDO).await?;
    page.eventually("the sheet as it was before", done.clone(), async || seen(page).await).await?;
    is_the_same_in_its_file(page, done).await
}

async fn retype_the_forecasts(page: &Page) -> Result<()> {
    page.click_cell("C4").await?;
    for forecast in ["8 150", "1900", "5225", "13 600", "1100", "2 150", "8200", "185"] {
        page.type_text(forecast).await?;
        page.press(&[Key::Enter]).await?;
    }
    page.is_at("C12").await?;
    page.shows(&[("C4", "8\u{a0}150"), ("C7", "13\u{a0}600"), ("C11", "185")]).await?;
    page.shows(&[("D4", "−299"), ("D5", "+111"), ("D6", "−85"), ("D7", "+141"), ("D8", "+74"), ("D9", "−150")]).await?;
    page.shows(&[("D10", "+51"), ("D11", "+5")]).await?;
    page.shows(&[("B12", "40\u{a0}358"), ("C12", "40\u{a0}510"), ("D12", "−152")]).await
}

async fn insert_a_row(page: &Page) -> Result<()> {
    page.click_cell("C8").await?;
    page.press_with(Key::Shift, ' ').await?;
    page.press_with(Key::Control, '+').await?;
    page.shows(&[("A8", ""), ("C8", ""), ("A9", "Kollektivtrafik"), ("D9", "+74"), ("A13", "Summa")]).await?;
    page.shows(&[("B13", "40\u{a0}358"), ("D13", "−152")]).await?;
    page.click_cell("A8").await?;
    for text in ["Digital utveckling", "1500", "1 650"] {
        page.type_text(text).await?;
        page.press(&[Key::Tab]).await?;
    }
    page.shows(&[("A8", "Digital utveckling"), ("B8", "1\u{a0}500"), ("C8", "1\u{a0}650")]).await?;
    page.shows(&[("B13", "41\u{a0}858"), ("C13", "42\u{a0}160"), ("D13", "−302")]).await?;
    page.click_cell("B13").await?;
    page.has_source("=SUMMA(B4:B12)").await
}

async fn paste_rows_from_excel(page: &Page) -> Result<()> {
    page.click_cell("A9").await?;
    page.press_with(Key::Shift, ' ').await?;
    for _ in 0..4 {
        page.press_with(Key::Shift, Key::Down).await?;
    }
    page.press_with(Key::Control, '+').await?;
    page.shows(&[("A8", "Digital utveckling"), ("A9", ""), ("A13", ""), ("A14", "Kollektivtrafik")]).await?;
    page.click_cell("A9").await?;
    paste_html(page, include_str!("../samples/excel_rows.html")).await?;
    page.shows(&[("A9", "Upphandling"), ("B9", "1\u{a0}250"), ("C9", "1\u{a0}310")]).await?;
    page.shows(&[("A12", "Kontaktcenter"), ("B12", "6\u{a0}400"), ("C12", "6\u{a0}555")]).await?;
    page.shows(&[("A13", "Hyresintäkter"), ("B13", "−400"), ("C13", "−380"), ("A14", "Kollektivtrafik")]).await?;
    page.shows(&[("B18", "51\u{a0}208"), ("C18", "51\u{a0}645"), ("D18", "−437")]).await
}

async fn fill_the_deviations(page: &Page) -> Result<()> {
    page.drag("D7", "D13").await?;
    page.press_with(Key::Control, 'd').await?;
    page.shows(&[("D8", "−150"), ("D9", "−60"), ("D10", "+75"), ("D11", "+25"), ("D12", "−155"), ("D13", "−20")])
        .await?;
    page.shows(&[("D7", "+141"), ("D14", "+74"), ("D18", "−437")]).await?;
    page.click_cell("D13").await?;
    page.has_source("=B13-C13").await
}

/// Undoes or redoes each thing that was done, one by one, until there is no more.
async fn go_through_history(page: &Page, key: char, button: &str) -> Result<()> {
    for step in 0..STEPS {
        ensure!(is_enabled(page, button).await?, "after {step} of {STEPS} there is nothing more for {button}");
        page.press_with(Key::Control, key).await?;
    }
    page.eventually(&format!("whether {button} has more"), false, async || is_enabled(page, button).await).await
}

async fn is_enabled(page: &Page, button: &str) -> Result<bool> {
    let disabled = format!(
        "const button = document.querySelector(\"{button}\"); return !button.disabled && button.ariaDisabled !== 'true'"
    );
    page.script(&disabled, &[]).await
}

/// What is saved now is what was opened.
async fn is_the_template(page: &Page) -> Result<()> {
    let template: Value = serde_json::from_str(&page.template().await?)?;
    page.press_with(Key::Control, 's').await?;
    let saved = page.saved().await?;
    ensure!(saved.content["sheets"] == template["sheets"], "{}", saved.content["sheets"]);
    Ok(fs::remove_file(saved.path)?)
}

/// The file that is saved shows the same when it is opened again.
async fn is_the_same_in_its_file(page: &Page, done: Vec<String>) -> Result<()> {
    page.press_with(Key::Control, 's').await?;
    let saved = page.saved().await?;
    page.open_koping().await?;
    page.shows(&[("C4", "8\u{a0}001"), ("A12", "Summa")]).await?;
    page.choose_file(&saved.path.to_string_lossy()).await?;
    page.shows(&[("A18", "Summa"), ("D18", "−437")]).await?;
    page.eventually("the sheet in its file", done, async || seen(page).await).await?;
    page.enter("C13", "-437").await?;
    page.shows(&[("D13", "+37"), ("C18", "51\u{a0}588"), ("D18", "−380")]).await?;
    hands::double_click(page, "[data-cell='Driftredovisning!B18']").await?;
    page.is_typing("=SUMMA(B4:B17)").await
}

async fn seen(page: &Page) -> Result<Vec<String>> {
    page.script(SEEN, &[]).await
}
