//! Sheets and their tabs, and the menus of what is pointed at.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::{cases, has_keyboard_in};

cases![
    a_sheet_is_renamed_copied_moved_and_deleted_by_the_keyboard,
    the_menu_of_a_tab_and_of_a_header_hold_their_commands,
    the_menu_of_the_selection_comes_by_the_keyboard,
    tabs_are_put_elsewhere_by_dragging_and_copied_with_ctrl,
];

const TABS: &str = "return [...document.querySelectorAll('[role=tab]')].map(tab => tab.textContent)";

async fn has_tabs(page: &Page, names: &[&str]) -> Result<()> {
    let names = names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    page.eventually("the tabs", names, async || page.script(TABS, &[]).await).await
}

async fn menu_is_open(page: &Page, open: bool) -> Result<()> {
    let script = format!("return (document.querySelector('.context-menu [role=menu]') !== null) === {open}");
    page.until("the menu", &script).await
}

async fn a_sheet_is_renamed_copied_moved_and_deleted_by_the_keyboard(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click("[role=tab][aria-selected=true]").await?;
    page.script::<bool>("document.querySelector('[role=tab][aria-selected=true]').focus(); return true", &[]).await?;
    page.press(&[Key::F2]).await?;
    has_keyboard_in(page, ".prompt-field").await?;
    page.type_text("a:b").await?;
    page.press(&[Key::Enter]).await?;
    page.alerts("tecknen").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("Augusti").await?;
    page.press(&[Key::Enter]).await?;
    has_tabs(page, &["Augusti"]).await?;
    hands::right_click(page, "[role=tab]").await?;
    page.click(".context-menu [data-command='sheet.duplicate']").await?;
    has_tabs(page, &["Augusti", "Augusti (2)"]).await?;
    page.shows(&[("Augusti (2)!C4", "8\u{a0}001")]).await?;
    hands::right_click(page, "[role=tab][aria-selected=true]").await?;
    page.click(".context-menu [data-command='sheet.move-back']").await?;
    has_tabs(page, &["Augusti (2)", "Augusti"]).await?;
    hands::right_click(page, "[role=tab][aria-selected=true]").await?;
    page.click(".context-menu [data-command='sheet.delete']").await?;
    page.click("dialog .primary").await?;
    has_tabs(page, &["Augusti"]).await?;
    page.press_with(Key::Control, 'z').await?;
    has_tabs(page, &["Augusti (2)", "Augusti"]).await?;
    for _ in 0..3 {
        page.press_with(Key::Control, 'z').await?;
    }
    has_tabs(page, &["Driftredovisning"]).await
}

async fn the_menu_of_a_tab_and_of_a_header_hold_their_commands(page: &Page) -> Result<()> {
    page.open_koping().await?;
    hands::right_click(page, "[aria-rowindex='5'] .row-header").await?;
    page.click(".context-menu [data-command='rows.hide']").await?;
    page.shows(&[("A6", "Näringslivsenhet")]).await?;
    menu_is_open(page, false).await?;
    hands::right_click(page, "[role=columnheader][aria-colindex='2']").await?;
    page.until(
        "its commands",
        "return document.querySelector('.context-menu [data-command=\"columns.width\"]') !== null",
    )
    .await?;
    page.press(&[Key::Escape]).await?;
    menu_is_open(page, false).await?;
    page.is_at("B1").await
}

async fn the_menu_of_the_selection_comes_by_the_keyboard(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Shift, Key::F10).await?;
    menu_is_open(page, true).await?;
    has_keyboard_in(page, ".context-menu").await?;
    page.press(&[Key::End]).await?;
    page.press(&[Key::Escape]).await?;
    menu_is_open(page, false).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("C5").await
}

async fn tabs_are_put_elsewhere_by_dragging_and_copied_with_ctrl(page: &Page) -> Result<()> {
    const MARK: &str = "return getComputedStyle(document.querySelector('[data-part=tab-mark]')).display !== 'none'";
    let marked = async |shown| page.eventually("the mark", shown, async || page.script(MARK, &[]).await).await;
    let tab = |place: usize| format!("[role=tab]:nth-of-type({place})");
    page.open_koping().await?;
    page.click(".add-sheet").await?;
    page.click(".add-sheet").await?;
    has_tabs(page, &["Driftredovisning", "Blad2", "Blad3"]).await?;
    hands::pull(page, None, &tab(1), &tab(3), 20).await?;
    marked(true).await?;
    page.let_go().await?;
    marked(false).await?;
    has_tabs(page, &["Blad2", "Blad3", "Driftredovisning"]).await?;
    // What was dragged is shown, and the keyboard is in its cells.
    page.shows(&[("C4", "8\u{a0}001")]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.press_with(Key::Control, 'z').await?;
    has_tabs(page, &["Driftredovisning", "Blad2", "Blad3"]).await?;
    hands::pull(page, None, &tab(1), &tab(3), 20).await?;
    marked(true).await?;
    page.press(&[Key::Escape]).await?;
    marked(false).await?;
    page.let_go().await?;
    has_tabs(page, &["Driftredovisning", "Blad2", "Blad3"]).await?;
    hands::pull(page, Some(Key::Control), &tab(1), &tab(2), 10).await?;
    marked(true).await?;
    hands::let_pointer_go(page).await?;
    page.let_go().await?;
    has_tabs(page, &["Driftredovisning", "Blad2", "Driftredovisning (2)", "Blad3"]).await?;
    page.shows(&[("Driftredovisning (2)!D12", "+300")]).await?;
    page.press_with(Key::Control, 'z').await?;
    has_tabs(page, &["Driftredovisning", "Blad2", "Blad3"]).await
}
