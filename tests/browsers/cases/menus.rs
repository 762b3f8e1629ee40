//! Menus, the palette of commands and the list of keys.

use anyhow::{Result, bail, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in, has_selected};

cases![
    a_click_opens_a_menu_and_another_closes_it,
    an_open_menu_gives_way_to_the_one_pointed_at,
    the_keyboard_goes_through_the_menus,
    escape_leaves_a_menu_for_the_sheet,
    a_command_is_run_from_a_menu,
    a_command_that_cannot_be_had_says_why,
    a_menu_lies_over_the_grid_and_inside_the_window,
    a_command_is_run_from_the_palette,
    typing_goes_on_when_the_palette_is_closed,
    the_palette_leads_to_the_name_box,
    the_palette_says_why_a_command_cannot_be_had,
    the_palette_shows_what_the_arrows_choose,
    the_list_of_keys_holds_every_key_of_the_menus,
];

const MENUS: [&str; 7] = ["file", "edit", "select", "format", "sheet", "view", "help"];

const CHOSEN: &str = "return document.querySelector(\"[role=option][aria-selected=true]\")?.dataset.command ?? ''";

/// Whether what a selector finds is wholly inside the window and nothing lies over it.
const ON_TOP: &str = r#"
    const found = document.querySelector(arguments[0]), area = found.getBoundingClientRect();
    const points = [[area.left + 3, area.top + 3], [area.right - 3, area.bottom - 3],
        [(area.left + area.right) / 2, (area.top + area.bottom) / 2]];
    return area.left >= 0 && area.top >= 0 && area.right <= innerWidth && area.bottom <= innerHeight
        && points.every(([x, y]) => found.contains(document.elementFromPoint(x, y)));
"#;

fn name(menu: &str) -> String {
    format!("[data-menu=menu-{menu}]")
}

async fn is_open(page: &Page, menu: &str) -> Result<()> {
    let open = format!("return document.querySelector('{}').getAttribute('aria-expanded') === 'true'", name(menu));
    page.until(&format!("the menu {menu} to be open"), &open).await
}

async fn none_is_open(page: &Page) -> Result<()> {
    page.until("no open menu", "return document.querySelector('[role=menu]') === null").await
}

/// Presses F6 until the keyboard is in what a selector finds.
async fn go_round_to(page: &Page, selector: &str) -> Result<()> {
    let arrived = format!("return document.activeElement?.closest({}) != null", json!(selector));
    for _ in 0..10 {
        if page.script(&arrived, &[]).await? {
            return Ok(());
        }
        page.press(&[Key::F6]).await?;
    }
    bail!("F6 does not lead to {selector}")
}

/// The arrows reach the sheet.
async fn sheet_has_keyboard(page: &Page) -> Result<()> {
    page.press_with(Key::Control, Key::Home).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("A2").await
}

async fn a_click_opens_a_menu_and_another_closes_it(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click(&name("edit")).await?;
    is_open(page, "edit").await?;
    has_keyboard_in(page, "[role=menu]").await?;
    page.click(&name("edit")).await?;
    none_is_open(page).await?;
    page.click(&name("view")).await?;
    is_open(page, "view").await?;
    page.click_cell("H10").await?;
    none_is_open(page).await?;
    sheet_has_keyboard(page).await
}

async fn an_open_menu_gives_way_to_the_one_pointed_at(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.point_at(&name("view")).await?;
    none_is_open(page).await?;
    page.click(&name("file")).await?;
    is_open(page, "file").await?;
    page.point_at(&name("select")).await?;
    is_open(page, "select").await
}

async fn the_keyboard_goes_through_the_menus(page: &Page) -> Result<()> {
    page.open_koping().await?;
    go_round_to(page, "[role=menubar]").await?;
    page.press(&[Key::Right, Key::Down]).await?;
    is_open(page, "edit").await?;
    has_keyboard_in(page, "[data-command='edit.undo']").await?;
    page.press(&[Key::Down, Key::Down]).await?;
    has_keyboard_in(page, "[data-command='edit.cut']").await?;
    page.press(&[Key::Right]).await?;
    is_open(page, "select").await?;
    has_keyboard_in(page, "[data-command='select.all']").await?;
    page.press(&[Key::Up]).await?;
    has_keyboard_in(page, "[data-command='select.dependents']").await?;
    page.press(&[Key::F6]).await?;
    none_is_open(page).await
}

async fn escape_leaves_a_menu_for_the_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C5").await?;
    go_round_to(page, "[role=menubar]").await?;
    page.press(&[Key::Enter]).await?;
    is_open(page, "file").await?;
    page.press(&[Key::Escape]).await?;
    none_is_open(page).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("C6").await
}

async fn a_command_is_run_from_a_menu(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C5").await?;
    page.click(&name("edit")).await?;
    page.click("[role=menuitem][data-command='edit.clear']").await?;
    page.shows(&[("C5", "")]).await?;
    none_is_open(page).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("C6").await?;
    go_round_to(page, "[role=menubar]").await?;
    page.press(&[Key::Right, Key::Down, Key::Enter]).await?;
    page.shows(&[("C5", "1\u{a0}861")]).await?;
    sheet_has_keyboard(page).await
}

async fn a_command_that_cannot_be_had_says_why(page: &Page) -> Result<()> {
    const UNDO: &str = "[role=menuitem][data-command='edit.undo']";
    page.open_koping().await?;
    page.click(&name("edit")).await?;
    page.click(UNDO).await?;
    is_open(page, "edit").await?;
    let (disabled, text): (String, String) = page
        .script(
            &format!("const item = document.querySelector(\"{UNDO}\"); return [item.ariaDisabled, item.innerText]"),
            &[],
        )
        .await?;
    ensure!(disabled == "true" && text.contains("Det finns inget att ångra."), "undo says {text:?}");
    Ok(())
}

async fn a_menu_lies_over_the_grid_and_inside_the_window(page: &Page) -> Result<()> {
    page.open_koping().await?;
    for menu in MENUS {
        page.click(&name(menu)).await?;
        is_open(page, menu).await?;
        let on_top: bool = page.script(ON_TOP, &[json!("[role=menu]")]).await?;
        ensure!(on_top, "the menu {menu} is covered or cut off");
    }
    Ok(())
}

async fn a_command_is_run_from_the_palette(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C5").await?;
    page.press_with(Key::Alt, 'q').await?;
    has_keyboard_in(page, "dialog input").await?;
    page.type_text("hela rader").await?;
    page.eventually("the chosen command", "select.rows".to_owned(), async || page.script(CHOSEN, &[]).await).await?;
    page.press(&[Key::Enter]).await?;
    has_selected(page, &["A5", "C5", "E5"], &["C4", "C6"]).await?;
    sheet_has_keyboard(page).await?;
    page.click("[data-command='page.palette']").await?;
    page.click("[role=option][data-command='select.all']").await?;
    has_selected(page, &["A1", "D12"], &["E12"]).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("A3").await
}

async fn typing_goes_on_when_the_palette_is_closed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C5").await?;
    page.press_with(Key::Alt, 'q').await?;
    has_keyboard_in(page, ".palette-field").await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.type_text("12").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C5", "12")]).await
}

async fn the_palette_leads_to_the_name_box(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.press_with(Key::Alt, 'q').await?;
    page.type_text("gå till").await?;
    page.eventually("the chosen command", "select.go-to".to_owned(), async || page.script(CHOSEN, &[]).await).await?;
    page.press(&[Key::Enter]).await?;
    has_keyboard_in(page, "[data-part=name-box]").await
}

async fn the_palette_says_why_a_command_cannot_be_had(page: &Page) -> Result<()> {
    const OPTION: &str = "return document.querySelector('[role=option]')?.textContent ?? ''";
    page.open_koping().await?;
    page.press_with(Key::Alt, 'q').await?;
    page.type_text("ångra").await?;
    let reason = async || Ok(page.script::<String>(OPTION, &[]).await?.contains("Det finns inget att ångra."));
    page.eventually("the reason", true, reason).await?;
    page.press(&[Key::Enter]).await?;
    has_keyboard_in(page, "dialog input").await?;
    page.press(&[Key::Escape]).await?;
    page.until("no dialog", "return document.querySelector('dialog') === null").await?;
    sheet_has_keyboard(page).await
}

async fn the_palette_shows_what_the_arrows_choose(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.press_with(Key::Alt, 'q').await?;
    has_keyboard_in(page, "dialog input").await?;
    page.press(&[Key::Up]).await?;
    let on_top = async || page.script(ON_TOP, &[json!("[role=option][aria-selected=true]")]).await;
    page.until(
        "the last command to be chosen",
        "return document.querySelector('[role=option]:last-child').ariaSelected === 'true'",
    )
    .await?;
    page.eventually("the chosen command in sight", true, on_top).await
}

async fn the_list_of_keys_holds_every_key_of_the_menus(page: &Page) -> Result<()> {
    const KEYS: &str = "return [...document.querySelectorAll(arguments[0])].map(key => key.textContent)";
    page.open_koping().await?;
    let mut wanted: Vec<String> = ["F2", "F6", "Tabb", "Page Down"].map(str::to_owned).to_vec();
    for menu in MENUS {
        page.click(&name(menu)).await?;
        is_open(page, menu).await?;
        wanted.extend(page.script::<Vec<String>>(KEYS, &[json!("[role=menu] kbd")]).await?);
    }
    page.press(&[Key::Escape]).await?;
    page.press(&[Key::F1]).await?;
    has_keyboard_in(page, "dialog").await?;
    let listed: Vec<String> = page.script(KEYS, &[json!("dialog kbd")]).await?;
    let missing: Vec<_> = wanted.iter().filter(|key| !listed.contains(key)).collect();
    ensure!(wanted.len() > 15 && missing.is_empty(), "not listed: {missing:?} of {wanted:?}");
    page.press(&[Key::Escape]).await?;
    sheet_has_keyboard(page).await
}
