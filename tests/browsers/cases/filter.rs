//! Rows shown by what stands in them, and texts of a column picked from a list.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::{cases, has_keyboard_in};

cases![
    rows_are_filtered_by_the_keyboard_and_come_back,
    a_filter_is_kept_in_the_file_and_its_button_says_what_it_does,
    rows_are_filtered_by_a_condition,
    only_filtered_rows_are_copied_and_cleared,
    a_text_of_the_column_is_picked_from_a_list,
];

/// Which of some rows of the first column are drawn.
async fn shows_rows(page: &Page, wanted: &[&str], others: &[&str]) -> Result<()> {
    let cells: Vec<&str> = wanted.iter().chain(others).copied().collect();
    let expected = [vec![true; wanted.len()], vec![false; others.len()]].concat();
    page.eventually("which rows are drawn", expected, async || {
        Ok(page.texts(&cells).await?.iter().map(Option::is_some).collect())
    })
    .await
}

/// Puts a filter on the report table and opens the dialog of its first column.
async fn open_filter(page: &Page, heading: &str) -> Result<()> {
    hands::press_with_both(page, [Key::Control, Key::Shift], 'l').await?;
    page.until("the filter's buttons", "return document.querySelectorAll('.filter-button').length > 1").await?;
    page.click_cell(heading).await?;
    page.press_with(Key::Alt, Key::Down).await?;
    has_keyboard_in(page, ".filter-search").await
}

async fn rows_are_filtered_by_the_keyboard_and_come_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let sum = page.texts(&["B12"]).await?;
    page.click_cell("A5").await?;
    open_filter(page, "A3").await?;
    page.type_text("personal").await?;
    page.until("one text", "return document.querySelectorAll('.filter-option').length === 2").await?;
    page.press(&[Key::Enter]).await?;
    shows_rows(page, &["A7", "A12"], &["A4", "A5", "A6", "A8"]).await?;
    page.until("the count", "return /2 av 9 rader visas/.test(document.querySelector('.filtered-rows').textContent)")
        .await?;
    ensure!(page.texts(&["B12"]).await? == sum, "a sum is no subtotal");
    page.press_with(Key::Control, 'z').await?;
    shows_rows(page, &["A4", "A5", "A7"], &[]).await?;
    page.has_status(&["Ångrade: Filtrera"]).await?;
    // By arrows and Space in the list: everything but the first text.
    page.click_cell("A3").await?;
    page.press_with(Key::Alt, Key::Down).await?;
    has_keyboard_in(page, ".filter-search").await?;
    let first: String =
        page.script("return document.querySelectorAll('.filter-option')[1].dataset.choice", &[]).await?;
    page.press(&[Key::Down]).await?;
    has_keyboard_in(page, ".filter-list").await?;
    page.press(&[Key::Down]).await?;
    page.type_text(" ").await?;
    page.press(&[Key::Enter]).await?;
    let gone =
        "return [...document.querySelectorAll('[role=gridcell]')].every(cell => cell.textContent !== arguments[0])";
    page.eventually("the first text gone", true, async || page.script(gone, &[json!(first)]).await).await?;
    // The filter is taken away with all that it hid.
    hands::press_with_both(page, [Key::Control, Key::Shift], 'l').await?;
    shows_rows(page, &["A4", "A5", "A6", "A7", "A8", "A9", "A10", "A11"], &[]).await
}

async fn a_filter_is_kept_in_the_file_and_its_button_says_what_it_does(page: &Page) -> Result<()> {
    const NAME: &str = "return document.querySelector('.filter-button').getAttribute('aria-label')";
    page.open_koping().await?;
    page.click_cell("A5").await?;
    hands::press_with_both(page, [Key::Control, Key::Shift], 'l').await?;
    page.until("the filter's buttons", "return document.querySelectorAll('.filter-button').length > 1").await?;
    let before: String = page.script(NAME, &[]).await?;
    ensure!(before.starts_with("Filtrera"), "{before}");
    page.click(".filter-button").await?;
    has_keyboard_in(page, ".filter-search").await?;
    page.click(".filter-option").await?;
    page.click(".filter-option:nth-child(3)").await?;
    page.click(".dialog.filter button.primary").await?;
    page.eventually("what the button says", format!("{before}: filtrerad"), async || page.script(NAME, &[]).await)
        .await?;
    page.press_with(Key::Control, 's').await?;
    let saved = page.saved().await?;
    let filter = &saved.content["sheets"][0]["filter"];
    ensure!(filter["columns"][0]["shows"].as_array().is_some_and(|texts| texts.len() == 1), "{filter}");
    ensure!(filter["hidden"].as_array().is_some_and(|rows| !rows.is_empty()), "{filter}");
    Ok(())
}

async fn rows_are_filtered_by_a_condition(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("B5").await?;
    open_filter(page, "B3").await?;
    page.script::<bool>(
        r#"
        const list = document.querySelector(".filter-condition select");
        list.value = "greater-or-equal";
        list.dispatchEvent(new Event("change", { bubbles: true }));
        return true;
    "#,
        &[],
    )
    .await?;
    page.until("a field to compare with", "return document.querySelector('[data-part=filter-operand]') !== null")
        .await?;
    page.click(".dialog.filter button.primary").await?;
    page.until("what is wrong", "return /jämföras/.test(document.getElementById('filter-fault').textContent)").await?;
    page.click("[data-part=filter-operand]").await?;
    page.type_text("10 000").await?;
    page.press(&[Key::Enter]).await?;
    page.until("the dialog gone", "return document.querySelector('.dialog.filter') === null").await?;
    let small = r#"
        const rows = [4, 5, 6, 7, 8, 9, 10, 11].map(row => document.querySelector(`[data-cell$="!B${row}"]`)).filter(cell => cell);
        const number = cell => Number(cell.textContent.replace(/\s/g, "").replace("−", "-").replace(",", "."));
        return rows.length > 0 && rows.length < 8 && rows.every(cell => number(cell) >= 10000);
    "#;
    page.until("only large amounts", small).await
}

async fn only_filtered_rows_are_copied_and_cleared(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let rows =
        [("H14", "Namn"), ("H15", "IT"), ("H16", "Skola"), ("H17", "IT"), ("I14", "Tal"), ("I15", "1"), ("I16", "2")];
    for (cell, text) in rows {
        page.enter(cell, text).await?;
    }
    page.enter("I17", "3").await?;
    page.enter("L13", "=DELSUMMA(9;I15:I17)").await?;
    page.shows(&[("L13", "6")]).await?;
    page.click_cell("H15").await?;
    open_filter(page, "H14").await?;
    page.type_text("it").await?;
    page.press(&[Key::Enter]).await?;
    shows_rows(page, &["H15", "H17"], &["H16"]).await?;
    page.shows(&[("L13", "4")]).await?;
    page.drag("I15", "I17").await?;
    page.press_with(Key::Control, 'c').await?;
    page.click_cell("K3").await?;
    page.press_with(Key::Control, 'v').await?;
    page.shows(&[("K3", "1"), ("K4", "3"), ("K5", "")]).await?;
    page.drag("I15", "I17").await?;
    page.press(&[Key::Delete]).await?;
    page.shows(&[("I15", ""), ("I17", "")]).await?;
    hands::press_with_both(page, [Key::Control, Key::Shift], 'l').await?;
    page.shows(&[("I15", ""), ("I16", "2"), ("I17", "")]).await
}

async fn a_text_of_the_column_is_picked_from_a_list(page: &Page) -> Result<()> {
    page.open_koping().await?;
    for (cell, text) in [("H14", "Vård"), ("H15", "IT"), ("H16", "Ånge")] {
        page.enter(cell, text).await?;
    }
    page.click_cell("H17").await?;
    page.press_with(Key::Alt, Key::Down).await?;
    has_keyboard_in(page, ".text-list").await?;
    let listed: Vec<String> =
        page.script("return [...document.querySelectorAll('.text-option')].map(text => text.textContent)", &[]).await?;
    ensure!(listed == ["IT", "Vård", "Ånge"], "{listed:?}");
    page.press(&[Key::Escape]).await?;
    page.until("the list gone", "return document.querySelector('.text-list') === null").await?;
    page.press_with(Key::Alt, Key::Down).await?;
    has_keyboard_in(page, ".text-list").await?;
    page.press(&[Key::Down, Key::Enter]).await?;
    page.shows(&[("H17", "Vård")]).await?;
    page.is_at("H17").await?;
    page.press(&[Key::Down]).await?;
    page.is_at("H18").await
}
