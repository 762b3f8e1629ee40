//! Keys that move, point and enter, in each mode of the editor.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in, has_mode, has_selected};

cases![
    tab_goes_through_the_cells_to_fill_in,
    control_and_arrows_go_to_the_edges_of_blocks,
    control_shift_and_arrows_extend_to_the_edges,
    alt_and_page_keys_go_a_screen_aside,
    control_and_a_again_selects_the_whole_sheet,
    keys_that_move_enter_what_is_typed,
    arrows_point_at_cells_in_a_formula,
    other_keys_that_move_point_too,
    escape_gives_up_a_formula_that_points,
    f2_changes_between_caret_and_pointing,
    shift_and_arrows_mark_text_in_an_opened_cell,
    keys_that_edit_are_the_fields_own,
    control_and_enter_fills_the_selection_with_an_entry,
    alt_and_enter_breaks_the_line,
    control_and_s_enters_and_saves,
    f6_goes_through_the_parts_of_the_page,
    what_altgr_types_is_text,
    keys_without_meaning_type_nothing,
    the_decimal_key_types_a_comma,
    alt_and_digits_go_to_columns_by_what_they_hold,
    rows_are_found_by_their_names,
    tab_enters_an_opened_cell,
    alt_and_page_keys_point_aside,
    control_and_enter_enters_a_formula_that_points,
    control_with_plus_and_minus_inserts_and_deletes_rows,
];

async fn at(page: &Page, cell: &str) -> Result<()> {
    page.open_koping().await?;
    page.click_cell(cell).await
}

async fn tab_goes_through_the_cells_to_fill_in(page: &Page) -> Result<()> {
    at(page, "B4").await?;
    for cell in ["C4", "B5", "C5"] {
        page.press(&[Key::Tab]).await?;
        page.is_at(cell).await?;
    }
    page.press_with(Key::Shift, Key::Tab).await?;
    page.is_at("B5").await?;
    page.press(&[Key::Tab, Key::Enter]).await?;
    page.is_at("B6").await?;
    page.click_cell("F2").await?;
    page.press(&[Key::Tab]).await?;
    page.is_at("G2").await
}

async fn control_and_arrows_go_to_the_edges_of_blocks(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    for (key, cell) in [(Key::Down, "C12"), (Key::Right, "D12"), (Key::Up, "D3"), (Key::Left, "A3")] {
        page.press_with(Key::Control, key).await?;
        page.is_at(cell).await?;
    }
    Ok(())
}

async fn control_shift_and_arrows_extend_to_the_edges(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    page.hold(Key::Control).await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.let_go().await?;
    has_selected(page, &["C4", "C8", "C12"], &["C3", "B4", "D4"]).await?;
    page.is_at("C4").await
}

async fn alt_and_page_keys_go_a_screen_aside(page: &Page) -> Result<()> {
    at(page, "A4").await?;
    page.press_with(Key::Alt, Key::PageDown).await?;
    let left = async || Ok(page.active().await? != "A4");
    page.eventually("another active cell", true, left).await?;
    let cell = page.active().await?;
    ensure!(cell.ends_with('4') && cell.as_str() > "F4", "a screen aside from A4 lies {cell}");
    page.press_with(Key::Alt, Key::PageUp).await?;
    page.is_at("A4").await?;
    page.type_text("x").await?;
    page.press_with(Key::Alt, Key::PageDown).await?;
    page.is_at(&cell).await
}

async fn control_and_a_again_selects_the_whole_sheet(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    page.press_with(Key::Control, 'a').await?;
    has_selected(page, &["A1", "D12"], &["E1", "A13"]).await?;
    page.press_with(Key::Control, 'a').await?;
    has_selected(page, &["A1", "D12", "E1", "A13"], &[]).await
}

async fn keys_that_move_enter_what_is_typed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let keys = [
        (Key::Control, Key::Up, "F1"),
        (Key::Control, Key::Home, "A1"),
        (Key::Control, Key::End, "F12"),
        (Key::Shift, Key::Down, "F12"),
    ];
    for (index, (held, key, to)) in keys.into_iter().enumerate() {
        page.click_cell("F12").await?;
        page.type_text(&index.to_string()).await?;
        page.press_with(held, key).await?;
        page.is_at(to).await?;
        page.shows(&[("F12", &index.to_string())]).await?;
    }
    for (text, key, to) in [("7", Key::Home, "A12"), ("8", Key::PageUp, "F1")] {
        page.click_cell("F12").await?;
        page.type_text(text).await?;
        page.press(&[key]).await?;
        page.is_at(to).await?;
        page.shows(&[("F12", text)]).await?;
    }
    Ok(())
}

async fn arrows_point_at_cells_in_a_formula(page: &Page) -> Result<()> {
    at(page, "F4").await?;
    page.type_text("=").await?;
    has_mode(page, "Peka").await?;
    page.press(&[Key::Left, Key::Left]).await?;
    page.is_typing("=D4").await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.is_typing("=D4:D5").await?;
    page.press(&[Key::Down]).await?;
    page.is_typing("=D6").await?;
    page.type_text("+1").await?;
    has_mode(page, "Ange").await?;
    page.press(&[Key::Down]).await?;
    page.is_at("F5").await?;
    page.shows(&[("F4", "1")]).await
}

async fn other_keys_that_move_point_too(page: &Page) -> Result<()> {
    at(page, "F4").await?;
    page.type_text("=").await?;
    page.press(&[Key::Home]).await?;
    page.is_typing("=A4").await?;
    page.press_with(Key::Control, Key::Down).await?;
    page.is_typing("=A12").await?;
    page.press_with(Key::Control, Key::Home).await?;
    page.is_typing("=A1").await?;
    page.press_with(Key::Control, Key::End).await?;
    page.is_typing("=D12").await?;
    page.press(&[Key::PageUp]).await?;
    page.is_typing("=D1").await?;
    page.press(&[Key::Tab]).await?;
    page.is_at("G4").await?;
    page.has_no_alert().await
}

async fn escape_gives_up_a_formula_that_points(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    page.type_text("=").await?;
    page.press(&[Key::Left, Key::Escape]).await?;
    page.shows(&[("C4", "8\u{a0}001")]).await?;
    has_mode(page, "Klar").await
}

async fn f2_changes_between_caret_and_pointing(page: &Page) -> Result<()> {
    at(page, "D4").await?;
    page.press(&[Key::F2]).await?;
    page.is_typing("=B4-C4").await?;
    has_mode(page, "Redigera").await?;
    page.press(&[Key::F2]).await?;
    has_mode(page, "Peka").await?;
    page.press(&[Key::Down]).await?;
    page.is_typing("=B4-C5").await?;
    page.press(&[Key::F2]).await?;
    has_mode(page, "Redigera").await?;
    page.press(&[Key::Left, Key::Backspace]).await?;
    page.is_typing("=B4-5").await?;
    page.press(&[Key::Escape]).await
}

async fn shift_and_arrows_mark_text_in_an_opened_cell(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    page.press(&[Key::F2]).await?;
    page.press_with(Key::Shift, Key::Left).await?;
    page.has_marked("1").await?;
    page.press_with(Key::Control, 'a').await?;
    page.has_marked("8001").await?;
    page.press(&[Key::Escape]).await
}

async fn keys_that_edit_are_the_fields_own(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    page.press(&[Key::F2, Key::Backspace, Key::Home, Key::Delete]).await?;
    page.is_typing("00").await?;
    page.press(&[Key::End]).await?;
    page.type_text(" 1").await?;
    page.is_typing("00 1").await?;
    page.press(&[Key::Escape]).await?;
    page.type_text("12").await?;
    page.press(&[Key::Backspace]).await?;
    page.is_typing("1").await?;
    page.press(&[Key::Escape]).await
}

async fn control_and_enter_fills_the_selection_with_an_entry(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("F4", "F5").await?;
    page.hold(Key::Control).await?;
    page.click("[data-cell='Driftredovisning!G6']").await?;
    page.let_go().await?;
    page.type_text("=D6*2").await?;
    page.press_with(Key::Control, Key::Enter).await?;
    page.shows(&[("G6", "0"), ("F4", "16002"), ("F5", "3722")]).await?;
    page.click_cell("F5").await?;
    page.has_source("=C5*2").await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("G6", ""), ("F4", ""), ("F5", "")]).await?;
    page.drag("C4", "C5").await?;
    page.press_with(Key::Control, Key::Enter).await?;
    page.shows(&[("C4", "8\u{a0}001"), ("C5", "8\u{a0}001")]).await?;
    page.drag("B4", "B5").await?;
    page.press(&[Key::F2]).await?;
    page.type_text("0").await?;
    page.press_with(Key::Control, Key::Enter).await?;
    page.shows(&[("B4", "78\u{a0}510"), ("B5", "78\u{a0}510")]).await
}

async fn alt_and_enter_breaks_the_line(page: &Page) -> Result<()> {
    at(page, "F4").await?;
    page.type_text("två").await?;
    page.press_with(Key::Alt, Key::Enter).await?;
    page.type_text("rader").await?;
    page.is_typing("två\nrader").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("F4", "två\nrader")]).await?;
    const TALL: &str = r#"
        const height = cell => document.querySelector(`[data-cell="Driftredovisning!${cell}"]`).getBoundingClientRect().height;
        return height("F4") > height("F5") + 8
    "#;
    page.until("room for two lines", TALL).await
}

async fn control_and_s_enters_and_saves(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    page.type_text("7531").await?;
    page.press_with(Key::Control, 's').await?;
    let saved = page.saved().await?;
    ensure!(saved.content.to_string().contains("7531"), "what was typed is in the file");
    page.shows(&[("C4", "7\u{a0}531")]).await
}

async fn f6_goes_through_the_parts_of_the_page(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    for part in ["tabs", "menus", "tools", "formula", "sheet"] {
        page.press(&[Key::F6]).await?;
        has_keyboard_in(page, &format!("[data-region={part}]")).await?;
    }
    page.press_with(Key::Shift, Key::F6).await?;
    has_keyboard_in(page, "[data-region=formula]").await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, "[data-region=sheet]").await?;
    page.is_at("C4").await
}

async fn what_altgr_types_is_text(page: &Page) -> Result<()> {
    const LEFT_ALONE: &str = r#"
        const pressed = key => new KeyboardEvent("keydown",
            { key, ctrlKey: true, altKey: true, bubbles: true, cancelable: true });
        return [..."@£${[]}\\~€|1234"].filter(key => !document.activeElement.dispatchEvent(pressed(key))).join("")
    "#;
    at(page, "C4").await?;
    let taken: String = page.script(LEFT_ALONE, &[]).await?;
    ensure!(taken.is_empty(), "keys of AltGr that the page takes: {taken}");
    page.type_text("[@]").await?;
    page.is_typing("[@]").await?;
    let taken: String = page.script(LEFT_ALONE, &[json!(null)]).await?;
    ensure!(taken.is_empty(), "keys of AltGr that the page takes while typing: {taken}");
    Ok(())
}

async fn keys_without_meaning_type_nothing(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    for key in [Key::F9, Key::F10, Key::Insert] {
        page.press(&[key]).await?;
    }
    has_mode(page, "Klar").await?;
    page.shows(&[("C4", "8\u{a0}001")]).await
}

async fn the_decimal_key_types_a_comma(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    page.press(&[Key::Decimal]).await?;
    page.is_typing(",").await?;
    page.type_text("5").await?;
    page.press(&[Key::Enter, Key::F2, Key::Decimal]).await?;
    page.is_typing("1861,").await?;
    page.type_text("5").await?;
    page.press(&[Key::Enter]).await?;
    page.type_text("=1").await?;
    page.press(&[Key::Decimal]).await?;
    page.type_text("5*2").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C6", "3")]).await
}

async fn alt_and_digits_go_to_columns_by_what_they_hold(page: &Page) -> Result<()> {
    at(page, "A5").await?;
    for (digit, cell, word) in [('1', "B5", "Budget"), ('3', "C5", "Prognos"), ('4', "D5", "Avvikelse")] {
        page.press_with(Key::Alt, digit).await?;
        page.is_at(cell).await?;
        page.has_status(&["Gick till", word]).await?;
    }
    for digit in ['2', '5', '6', '7', '8', '9'] {
        page.press(&[Key::Down]).await?;
        page.press_with(Key::Alt, digit).await?;
        page.has_status(&["ingen sådan kolumn"]).await?;
    }
    page.is_at("D11").await?;
    page.open("/?book=koping/02-investeringsredovisning.tertial").await?;
    page.ready().await?;
    page.go_to("A5").await?;
    page.press_with(Key::Alt, '5').await?;
    page.has_status(&["Gick till"]).await
}

async fn rows_are_found_by_their_names(page: &Page) -> Result<()> {
    at(page, "C4").await?;
    page.go_to("Personalavdelning").await?;
    page.is_at("A7").await?;
    page.press(&[Key::F5]).await?;
    has_keyboard_in(page, "[data-part=name-box]").await?;
    const OFFERED: &str = "return [...document.querySelectorAll('#places option')].map(place => place.value)";
    let offered = async || {
        let names: Vec<String> = page.script(OFFERED, &[]).await?;
        Ok(names.iter().any(|name| name == "Näringslivsenhet"))
    };
    page.eventually("the row among the places offered", true, offered).await?;
    page.type_text("näring").await?;
    page.press(&[Key::Enter]).await?;
    page.eventually("the active cell or the rest of its name", true, async || Ok(page.active().await? != "A7")).await?;
    page.is_at("A6").await
}

async fn tab_enters_an_opened_cell(page: &Page) -> Result<()> {
    at(page, "B4").await?;
    page.press(&[Key::F2]).await?;
    page.type_text("5").await?;
    page.press(&[Key::Tab]).await?;
    page.is_at("C4").await?;
    page.shows(&[("B4", "78\u{a0}515")]).await
}

async fn alt_and_page_keys_point_aside(page: &Page) -> Result<()> {
    at(page, "F4").await?;
    page.type_text("=").await?;
    page.press_with(Key::Alt, Key::PageUp).await?;
    page.is_typing("=A4").await?;
    page.press(&[Key::Escape]).await
}

async fn control_and_enter_enters_a_formula_that_points(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("F4", "F5").await?;
    page.type_text("=").await?;
    page.press(&[Key::Left, Key::Left]).await?;
    page.press_with(Key::Control, Key::Enter).await?;
    page.shows(&[("F4", "−150"), ("F5", "150")]).await
}

async fn control_with_plus_and_minus_inserts_and_deletes_rows(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click("[aria-rowindex='5'] .row-header").await?;
    page.press_with(Key::Control, '+').await?;
    page.shows(&[("A5", ""), ("A6", "Kommunikationsenhet")]).await?;
    page.press_with(Key::Control, '-').await?;
    page.shows(&[("A5", "Kommunikationsenhet"), ("C12", "40\u{a0}058")]).await
}
