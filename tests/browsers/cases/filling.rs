//! Cells filled and selected without typing: by key, by menu and by pulling the selection's handle.

use anyhow::Result;
use serde_json::json;
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::{cases, has_keyboard_in, has_selected};

cases![
    control_and_d_fills_down,
    control_and_r_fills_to_the_right,
    control_and_r_never_loads_the_page_anew,
    space_with_shift_or_control_selects_whole_lines,
    control_and_semicolon_enters_the_day,
    f5_goes_to_the_name_box,
    pulling_the_handle_goes_on_with_a_series,
    pulling_the_handle_shows_what_would_be_filled,
    escape_gives_a_pull_up,
    a_click_on_the_handle_selects_a_cell_under_it,
    a_series_is_filled_from_the_menu,
    a_double_click_on_the_handle_fills_as_far_as_the_column_beside,
    dates_go_on_as_a_dialog_is_told,
];

const PULLED: &str = r#"
    const frame = document.querySelector("[data-part=pull-frame]");
    if (getComputedStyle(frame).display === "none") return "";
    const area = frame.getBoundingClientRect(), middle = (area.left + area.right) / 2;
    const over = y => document.elementsFromPoint(middle, y).find(element => element.dataset.cell)?.dataset.cell;
    return [over(area.top + 4), over(area.bottom - 4)].map(cell => cell?.split("!")[1]).join(":");
"#;

async fn control_and_d_fills_down(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("C4", "C6").await?;
    page.press_with(Key::Control, 'd').await?;
    page.shows(&[("C4", "8\u{a0}001"), ("C5", "8\u{a0}001"), ("C6", "8\u{a0}001")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("C5", "1\u{a0}861"), ("C6", "5\u{a0}140")]).await
}

async fn control_and_r_fills_to_the_right(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Control, 'r').await?;
    page.shows(&[("C4", "7\u{a0}851"), ("D4", "0")]).await
}

async fn control_and_r_never_loads_the_page_anew(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.type_text("12").await?;
    page.press_with(Key::Control, 'r').await?;
    page.press(&[Key::F5]).await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C4", "12")]).await
}

async fn space_with_shift_or_control_selects_whole_lines(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C5").await?;
    page.press_with(Key::Shift, ' ').await?;
    has_selected(page, &["A5", "F5"], &["C4", "C6"]).await?;
    page.click_cell("C5").await?;
    page.press_with(Key::Control, ' ').await?;
    has_selected(page, &["C1", "C20"], &["B5", "D5"]).await?;
    page.shows(&[("C5", "1\u{a0}861")]).await
}

async fn control_and_semicolon_enters_the_day(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F3").await?;
    page.press_with(Key::Control, ';').await?;
    let today: String = page.script("return new Date().toLocaleDateString('sv-SE')", &[]).await?;
    page.shows(&[("F3", &today)]).await
}

async fn f5_goes_to_the_name_box(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press(&[Key::F5]).await?;
    has_keyboard_in(page, "[data-part=name-box]").await?;
    page.type_text("D12").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("D12").await?;
    page.press_with(Key::Control, 'g').await?;
    has_keyboard_in(page, "[data-part=name-box]").await
}

async fn pulling_the_handle_goes_on_with_a_series(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "10").await?;
    page.enter("F5", "20").await?;
    page.drag("F4", "F5").await?;
    page.pull_handle(None, "F8").await?;
    page.let_go().await?;
    page.shows(&[("F6", "30"), ("F8", "50"), ("F9", "")]).await?;
    has_selected(page, &["F4", "F8"], &["F9", "E4"]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("F5", "20"), ("F6", "")]).await?;
    page.click_cell("F4").await?;
    page.pull_handle(Some(Key::Control), "H4").await?;
    page.let_go().await?;
    page.shows(&[("G4", "11"), ("H4", "12")]).await
}

async fn pulling_the_handle_shows_what_would_be_filled(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.pull_handle(None, "C7").await?;
    page.eventually("the pulled frame", "C4:C7".to_owned(), async || page.script(PULLED, &[]).await).await?;
    page.let_go().await?;
    page.eventually("the pulled frame", String::new(), async || page.script(PULLED, &[]).await).await?;
    page.shows(&[("C7", "8\u{a0}001")]).await
}

async fn escape_gives_a_pull_up(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.pull_handle(None, "C7").await?;
    page.press(&[Key::Escape]).await?;
    page.let_go().await?;
    page.shows(&[("C5", "1\u{a0}861"), ("C7", "13\u{a0}541")]).await
}

async fn a_click_on_the_handle_selects_a_cell_under_it(page: &Page) -> Result<()> {
    const HANDLE: &str = "[data-part=fill-handle]";
    const SIZE: &str = r#"
        const area = document.querySelector(arguments[0]).getBoundingClientRect();
        return Math.min(area.width, area.height);
    "#;
    page.open_koping().await?;
    page.click_cell("C4").await?;
    let size: f64 = page.script(SIZE, &[json!(HANDLE)]).await?;
    anyhow::ensure!(size >= 24.0, "the handle is {size} pixels large");
    page.click(HANDLE).await?;
    page.is_at("C4").await?;
    hands::click_beside(page, HANDLE, (9, 9)).await?;
    page.is_at("D5").await
}

async fn a_series_is_filled_from_the_menu(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "jan").await?;
    page.drag("F4", "F6").await?;
    page.click("[data-menu=menu-edit]").await?;
    page.click("[role=menuitem][data-command='edit.fill-series']").await?;
    page.shows(&[("F5", "feb"), ("F6", "mar")]).await
}

async fn a_double_click_on_the_handle_fills_as_far_as_the_column_beside(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("E4", "=B4/2").await?;
    page.click_cell("E4").await?;
    hands::double_click(page, "[data-part=fill-handle]").await?;
    page.shows(&[("E5", "1005,5"), ("E12", "20179"), ("E13", "")]).await?;
    has_selected(page, &["E4", "E12"], &["E13", "D4"]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("E4", "3925,5"), ("E5", "")]).await?;
    page.enter("C4", "1").await?;
    page.click_cell("C4").await?;
    hands::double_click(page, "[data-part=fill-handle]").await?;
    // The sum is no detail and stays what it is.
    page.shows(&[("C5", "1"), ("C11", "1"), ("C12", "8"), ("D12", "+40\u{a0}350")]).await?;
    page.click_cell("H20").await?;
    hands::double_click(page, "[data-part=fill-handle]").await?;
    page.has_status(&["inget att fylla"]).await?;
    page.is_at("H20").await
}

async fn dates_go_on_as_a_dialog_is_told(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "2026-08-28").await?;
    page.drag("F4", "F6").await?;
    page.click("[data-menu=menu-edit]").await?;
    page.click("[role=menuitem][data-command='edit.fill-dates']").await?;
    has_keyboard_in(page, "dialog input").await?;
    page.press(&[Key::Down, Key::Enter]).await?;
    page.until("no dialog", "return document.querySelector('dialog') === null").await?;
    page.shows(&[("F5", "2026-08-31"), ("F6", "2026-09-01"), ("F7", "")]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("F4", "2026-08-28"), ("F5", "")]).await
}
