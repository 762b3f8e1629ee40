//! The pointer selects, opens and enters.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, click_with};

cases![
    dragging_selects_and_the_status_line_sums_up,
    a_click_with_shift_selects_up_to_there,
    a_double_click_opens_a_cell,
    a_click_elsewhere_enters_what_is_typed,
    a_click_puts_a_reference_into_the_formula_being_typed,
    the_commands_undo_and_redo_are_buttons_too,
];

async fn dragging_selects_and_the_status_line_sums_up(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("C4", "C6").await?;
    page.has_status(&["Summa", "15\u{a0}002", "Antal", "3"]).await
}

async fn a_click_with_shift_selects_up_to_there(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("B4").await?;
    click_with(page, Key::Shift, "[data-cell='Driftredovisning!C5']").await?;
    // 7 851 + 8 001 + 2 011 + 1 861.
    page.has_status(&["Summa", "19\u{a0}724", "Antal", "4"]).await
}

async fn a_double_click_opens_a_cell(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.double_click_cell("C4").await?;
    page.is_typing("8001").await?;
    page.press(&[Key::Escape]).await?;
    page.shows(&[("C4", "8\u{a0}001")]).await
}

async fn a_click_elsewhere_enters_what_is_typed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.type_text("7 500").await?;
    page.click_cell("B8").await?;
    page.shows(&[("C4", "7\u{a0}500"), ("D12", "+801")]).await
}

async fn a_click_puts_a_reference_into_the_formula_being_typed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=B4-").await?;
    page.click("[data-cell='Driftredovisning!C4']").await?;
    page.is_typing("=B4-C4").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F2").await?;
    page.shows(&[("F1", "−150"), ("C4", "8\u{a0}001")]).await
}

async fn the_commands_undo_and_redo_are_buttons_too(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "7 500").await?;
    page.shows(&[("D12", "+801")]).await?;
    page.click("[data-command='edit.undo']").await?;
    page.shows(&[("D12", "+300")]).await?;
    page.click("[data-command='edit.redo']").await?;
    page.shows(&[("D12", "+801")]).await
}
