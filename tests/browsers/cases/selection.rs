//! Several rectangles are selected, by pointer and by keyboard, and what is done is done to all of them.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::{Page, SHEET};

use super::{cases, click_with, has_mode, has_selected};

cases![
    clicks_with_ctrl_select_beside_and_take_out,
    a_drag_with_ctrl_selects_another_rectangle,
    headers_with_ctrl_select_whole_columns_and_rows,
    the_keyboard_adds_to_the_selection,
    f8_extends_the_selection_without_shift,
    delete_clears_all_rectangles_in_one_step,
    enter_and_tab_go_through_all_rectangles,
];

async fn clicks_with_ctrl_select_beside_and_take_out(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    ctrl_click(page, "C6").await?;
    ctrl_click(page, "B8").await?;
    page.is_at("B8").await?;
    has_selected(page, &["C4", "C6", "B8"], &["C5", "B6", "B4"]).await?;
    page.has_status(&["Antal", "3"]).await?;
    ctrl_click(page, "C6").await?;
    has_selected(page, &["C4", "B8"], &["C6"]).await?;
    page.has_status(&["Antal", "2"]).await
}

async fn a_drag_with_ctrl_selects_another_rectangle(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("B4", "B5").await?;
    page.hold(Key::Control).await?;
    page.drag("C4", "C5").await?;
    page.let_go().await?;
    has_selected(page, &["B4", "B5", "C4", "C5"], &["D4", "B6", "C6"]).await?;
    // 7 851 + 2 011 + 8 001 + 1 861.
    page.has_status(&["Summa", "19\u{a0}724", "Antal", "4"]).await
}

async fn headers_with_ctrl_select_whole_columns_and_rows(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click(".column-header[aria-colindex='2']").await?;
    click_with(page, Key::Control, ".column-header[aria-colindex='4']").await?;
    has_selected(page, &["B1", "B20", "D4"], &["C4", "E4"]).await?;
    click_with(page, Key::Control, "[aria-rowindex='6'] .row-header").await?;
    has_selected(page, &["B1", "A6", "E6"], &["A5", "C7"]).await
}

async fn the_keyboard_adds_to_the_selection(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.press_with(Key::Shift, Key::F8).await?;
    has_mode(page, "Lägg till i markeringen").await?;
    page.press(&[Key::Left, Key::Down]).await?;
    page.press_with(Key::Shift, Key::Down).await?;
    has_selected(page, &["C4", "C5", "B5", "B6"], &["B4", "C6"]).await?;
    page.press(&[Key::Escape]).await?;
    has_mode(page, "Klar").await?;
    // 8 001 + 1 861 + 2 011 + 5 140: all of it stays selected.
    page.has_status(&["Antal", "4"]).await?;
    page.press(&[Key::Down]).await?;
    has_selected(page, &["B6"], &["C4", "B5"]).await
}

async fn f8_extends_the_selection_without_shift(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press(&[Key::F8, Key::Down, Key::Left]).await?;
    has_mode(page, "Utöka markeringen").await?;
    has_selected(page, &["B4", "B5", "C4", "C5"], &["D4", "C6"]).await?;
    page.press(&[Key::F8, Key::Down]).await?;
    page.is_at("C5").await?;
    has_selected(page, &["C5"], &["B4", "C4"]).await
}

async fn delete_clears_all_rectangles_in_one_step(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("B4", "B5").await?;
    ctrl_click(page, "C8").await?;
    page.press(&[Key::Delete]).await?;
    page.shows(&[("B4", ""), ("B5", ""), ("C8", ""), ("C4", "8\u{a0}001")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("B4", "7\u{a0}851"), ("B5", "2\u{a0}011"), ("C8", "1\u{a0}074")]).await
}

async fn enter_and_tab_go_through_all_rectangles(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("B4", "B5").await?;
    ctrl_click(page, "C8").await?;
    for (text, cell) in [("1", "C8"), ("2", "B4"), ("3", "B5")] {
        page.is_at(cell).await?;
        page.type_text(text).await?;
        page.press(&[Key::Enter]).await?;
    }
    page.is_at("C8").await?;
    page.press_with(Key::Shift, Key::Tab).await?;
    page.is_at("B5").await?;
    page.press(&[Key::Tab]).await?;
    page.is_at("C8").await?;
    page.shows(&[("C8", "1"), ("B4", "2"), ("B5", "3")]).await?;
    has_selected(page, &["B4", "B5", "C8"], &["C4"]).await
}

async fn ctrl_click(page: &Page, cell: &str) -> Result<()> {
    click_with(page, Key::Control, &format!("[data-cell='{SHEET}!{cell}']")).await
}
