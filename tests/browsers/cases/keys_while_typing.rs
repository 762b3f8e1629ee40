//! Keys of the page while a text is being typed: what they ask for comes, and nothing that was typed is lost.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::{cases, has_keyboard_in, has_mode};

cases![
    the_list_of_keys_comes_over_what_is_typed,
    the_palette_comes_over_what_is_typed,
    control_and_o_asks_for_a_file_in_every_mode,
    control_and_s_enters_what_is_open_and_saves,
    f6_leaves_what_is_typed_open,
    a_new_sheet_comes_when_what_is_typed_is_entered,
    control_and_semicolon_types_the_day,
    f9_replaces_what_is_pointed_at_by_its_value,
    another_sheet_is_pointed_at_from_an_opened_formula,
    a_text_has_its_own_undo_and_clipboard,
];

/// Texts that are typed into C4, each in a mode of its own, and what the cell then holds and shows.
const TYPED: [(&str, &str, &str); 3] =
    [("Ange", "77", "77"), ("Redigera", "80011", "80\u{a0}011"), ("Peka", "=B4", "7\u{a0}851")];

/// Begins to type in C4.
async fn begin(page: &Page, mode: &str) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    match mode {
        "Ange" => page.type_text("77").await?,
        "Redigera" => {
            page.press(&[Key::F2]).await?;
            page.type_text("1").await?;
        }
        _ => {
            page.type_text("=").await?;
            page.press(&[Key::Left]).await?;
        }
    }
    has_mode(page, mode).await
}

/// Checks that a text is still being typed, and enters it.
async fn goes_on(page: &Page, (mode, text, shown): (&str, &str, &str)) -> Result<()> {
    page.is_typing(text).await?;
    has_mode(page, mode).await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("C5").await?;
    page.shows(&[("C4", shown)]).await
}

async fn the_list_of_keys_comes_over_what_is_typed(page: &Page) -> Result<()> {
    for typed in TYPED {
        begin(page, typed.0).await?;
        page.press(&[Key::F1]).await?;
        has_keyboard_in(page, "dialog.key-list").await?;
        page.press(&[Key::Escape]).await?;
        goes_on(page, typed).await?;
    }
    Ok(())
}

async fn the_palette_comes_over_what_is_typed(page: &Page) -> Result<()> {
    for typed in TYPED {
        begin(page, typed.0).await?;
        page.press_with(Key::Alt, 'q').await?;
        has_keyboard_in(page, "dialog.palette").await?;
        page.press(&[Key::Escape]).await?;
        page.is_typing(typed.1).await?;
        hands::press_with_both(page, [Key::Control, Key::Shift], 'P').await?;
        has_keyboard_in(page, "dialog.palette").await?;
        page.press(&[Key::Escape]).await?;
        // The caret is where it was.
        page.type_text("+").await?;
        page.is_typing(&format!("{}+", typed.1)).await?;
        page.press(&[Key::Backspace]).await?;
        page.is_typing(typed.1).await?;
        page.press(&[Key::Enter]).await?;
        page.shows(&[("C4", typed.2)]).await?;
    }
    Ok(())
}

async fn control_and_o_asks_for_a_file_in_every_mode(page: &Page) -> Result<()> {
    // The browser's own question cannot be answered by a driver, and is kept from coming.
    const WATCH: &str = r#"
        document.querySelector("input[type=file]").addEventListener("click", event => {
            window.asked = true;
            event.preventDefault();
        }, { once: true });
        return true;
    "#;
    const ASKED: &str = "return window.asked === true";
    page.open_koping().await?;
    page.script::<bool>(WATCH, &[]).await?;
    page.press_with(Key::Control, 'o').await?;
    page.until("the question for a file", ASKED).await?;
    for typed in TYPED {
        begin(page, typed.0).await?;
        page.script::<bool>(WATCH, &[]).await?;
        page.press_with(Key::Control, 'o').await?;
        page.until("the question for a file", ASKED).await?;
        goes_on(page, typed).await?;
    }
    Ok(())
}

async fn control_and_s_enters_what_is_open_and_saves(page: &Page) -> Result<()> {
    for (mode, _, shown) in TYPED {
        begin(page, mode).await?;
        page.press_with(Key::Control, 's').await?;
        let saved = page.saved().await?;
        std::fs::remove_file(saved.path)?;
        page.shows(&[("C4", shown)]).await?;
        page.is_at("C4").await?;
        has_mode(page, "Klar").await?;
    }
    Ok(())
}

async fn f6_leaves_what_is_typed_open(page: &Page) -> Result<()> {
    for typed in TYPED {
        begin(page, typed.0).await?;
        page.press(&[Key::F6]).await?;
        has_keyboard_in(page, "[data-region=tabs]").await?;
        page.press_with(Key::Shift, Key::F6).await?;
        has_keyboard_in(page, ".cell-editor").await?;
        goes_on(page, typed).await?;
    }
    Ok(())
}

async fn a_new_sheet_comes_when_what_is_typed_is_entered(page: &Page) -> Result<()> {
    for (mode, _, shown) in TYPED {
        begin(page, mode).await?;
        page.press_with(Key::Shift, Key::F11).await?;
        page.shows(&[("Blad2!A1", "")]).await?;
        page.is_at("A1").await?;
        has_keyboard_in(page, ".cell-editor").await?;
        page.click("[role=tab]:first-of-type").await?;
        page.shows(&[("C4", shown)]).await?;
    }
    Ok(())
}

async fn control_and_semicolon_types_the_day(page: &Page) -> Result<()> {
    const TODAY: &str = "const now = new Date(); return [now.getFullYear(), now.getMonth() + 1, now.getDate()]\
                         .map(part => String(part).padStart(2, '0')).join('-')";
    page.open_koping().await?;
    let today: String = page.script(TODAY, &[]).await?;
    page.click_cell("F4").await?;
    page.type_text("Klart ").await?;
    page.press_with(Key::Control, ';').await?;
    page.is_typing(&format!("Klart {today}")).await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("F4", &format!("Klart {today}"))]).await?;
    page.click_cell("F4").await?;
    page.press(&[Key::F2]).await?;
    page.type_text(", ").await?;
    page.press_with(Key::Control, ';').await?;
    page.is_typing(&format!("Klart {today}, {today}")).await?;
    page.press(&[Key::Escape]).await?;
    page.click_cell("F5").await?;
    page.type_text("=\"").await?;
    page.press_with(Key::Control, ';').await?;
    page.type_text("\"").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("F5", &today)]).await
}

async fn f9_replaces_what_is_pointed_at_by_its_value(page: &Page) -> Result<()> {
    begin(page, "Peka").await?;
    page.press(&[Key::F9]).await?;
    page.is_typing("=7851").await?;
    page.press(&[Key::Enter]).await?;
    page.click_cell("C4").await?;
    page.has_source("=7851").await
}

async fn another_sheet_is_pointed_at_from_an_opened_formula(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.press_with(Key::Shift, Key::F11).await?;
    page.type_text("5").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("Blad2!A1", "5")]).await?;
    page.click("[role=tab]:first-of-type").await?;
    page.click_cell("D4").await?;
    page.press(&[Key::F2]).await?;
    page.type_text("+").await?;
    has_mode(page, "Redigera").await?;
    hands::press_with_both(page, [Key::Alt, Key::Shift], Key::PageDown).await?;
    page.click("[data-cell='Blad2!A1']").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("D4", "−145")]).await
}

async fn a_text_has_its_own_undo_and_clipboard(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("A4").await?;
    page.press(&[Key::F2]).await?;
    page.type_text(" 2").await?;
    page.press_with(Key::Control, 'a').await?;
    page.press_with(Key::Control, 'c').await?;
    page.press(&[Key::End]).await?;
    page.press_with(Key::Control, 'v').await?;
    page.is_typing("Gemensam administration 2Gemensam administration 2").await?;
    page.press_with(Key::Control, 'z').await?;
    page.is_typing("Gemensam administration 2").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("A4", "Gemensam administration 2"), ("A5", "Kommunikationsenhet")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("A4", "Gemensam administration")]).await
}
