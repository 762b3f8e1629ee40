//! Cells look as people say: bold, colours, lines, alignment; by keys, in the dialog, with the brush, and from elsewhere.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::Page;
use crate::page::hands::double_click;

use super::clipboard::paste_html;
use super::{cases, has_keyboard_in};

cases![
    keys_make_text_bold_italic_and_underlined,
    a_whole_column_is_formatted_at_once,
    all_that_is_said_of_cells_is_asked_in_one_dialog,
    what_is_turned_on_is_seen_on_its_button,
    a_format_is_taken_up_and_given_to_other_cells,
    a_double_click_keeps_the_brush,
    looks_are_saved_and_come_back,
    looks_of_excel_are_taken_in_and_own_ones_given_out,
    new_rows_look_like_the_one_above,
];

async fn keys_make_text_bold_italic_and_underlined(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("B4", "C5").await?;
    page.press_with(Key::Control, 'b').await?;
    page.press_with(Key::Control, 'i').await?;
    page.press_with(Key::Control, 'u').await?;
    looks(page, "C5", "fontWeight", "650").await?;
    looks(page, "B4", "fontStyle", "italic").await?;
    looks(page, "B4", "textDecorationLine", "underline").await?;
    page.press_with(Key::Control, 'b').await?;
    looks(page, "C5", "fontWeight", "400").await?;
    for _ in 0..4 {
        page.press_with(Key::Control, 'z').await?;
    }
    looks(page, "C5", "fontStyle", "normal").await?;
    // A total is bold by its table, and need not be.
    page.click_cell("C12").await?;
    looks(page, "C12", "fontWeight", "650").await?;
    page.press_with(Key::Control, 'b').await?;
    looks(page, "C12", "fontWeight", "400").await
}

async fn a_whole_column_is_formatted_at_once(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    page.press_with(Key::Control, Key::Space).await?;
    page.press_with(Key::Control, 'b').await?;
    looks(page, "F9", "fontWeight", "650").await?;
    page.go_to("F900000").await?;
    page.is_at("F900000").await?;
    looks(page, "F900000", "fontWeight", "650").await?;
    page.press_with(Key::Control, 'z').await?;
    looks(page, "F9", "fontWeight", "400").await
}

async fn all_that_is_said_of_cells_is_asked_in_one_dialog(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("F4", "G5").await?;
    page.press_with(Key::Control, '1').await?;
    page.until("the dialog", "return document.querySelector('dialog.cell-format[open]') !== null").await?;
    pick(page, "input[name=fill]", "Gul").await?;
    pick(page, "input[name=align]", "Centrerad").await?;
    pick(page, "input[type=checkbox]", "Fet").await?;
    press_button(page, "Runt om").await?;
    page.until("the sample", "return document.querySelector('dialog .sample')?.className.includes('fill-yellow')")
        .await?;
    page.click("dialog .primary").await?;
    has_keyboard_in(page, "main").await?;
    looks(page, "F4", "textAlign", "center").await?;
    page.enter("F4", "Ord").await?;
    page.click_cell("J9").await?;
    looks(page, "F4", "backgroundColor", "rgb(251, 240, 180)").await?;
    looks(page, "F4", "borderTopWidth", "1px").await?;
    looks(page, "G5", "borderBottomColor", "rgb(27, 35, 39)").await?;
    page.press_with(Key::Control, 'z').await?;
    page.press_with(Key::Control, 'z').await?;
    looks(page, "F4", "textAlign", "start").await?;
    page.press_with(Key::Control, '1').await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, "main").await
}

async fn what_is_turned_on_is_seen_on_its_button(page: &Page) -> Result<()> {
    const PRESSED: &str = "return document.querySelector(`[data-command='${arguments[0]}']`).ariaPressed";
    let pressed = async |id: &str, wanted: &str| {
        page.eventually(id, wanted.to_owned(), async || page.script::<String>(PRESSED, &[json!(id)]).await).await
    };
    page.open_koping().await?;
    page.click_cell("C4").await?;
    pressed("style.bold", "false").await?;
    page.click("[data-command='style.bold']").await?;
    pressed("style.bold", "true").await?;
    page.click("[data-command='style.right']").await?;
    pressed("style.right", "true").await?;
    page.click_cell("C5").await?;
    pressed("style.bold", "false").await?;
    page.click_cell("C12").await?;
    pressed("style.bold", "true").await
}

async fn a_format_is_taken_up_and_given_to_other_cells(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Control, 'b').await?;
    page.click("[data-command='style.pick']").await?;
    page.until("the frame", "return document.querySelector('[data-part=marquee].shown') !== null").await?;
    page.drag("F4", "G5").await?;
    looks(page, "G5", "fontWeight", "650").await?;
    page.drag("F8", "G9").await?;
    looks(page, "G9", "fontWeight", "400").await?;
    // By keyboard: taken up by command, and given with Enter.
    page.click_cell("C4").await?;
    choose(page, "hämta format").await?;
    page.go_to("B6").await?;
    page.is_at("B6").await?;
    page.press(&[Key::Enter]).await?;
    looks(page, "B6", "fontWeight", "650").await?;
    page.shows(&[("C4", "8\u{a0}001")]).await?;
    choose(page, "rensa format").await?;
    looks(page, "B6", "fontWeight", "400").await
}

async fn a_double_click_keeps_the_brush(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Control, 'i').await?;
    double_click(page, "[data-command='style.pick']").await?;
    for cell in ["F4", "F6", "F8"] {
        page.click_cell(cell).await?;
        looks(page, cell, "fontStyle", "italic").await?;
    }
    page.press(&[Key::Escape]).await?;
    page.click_cell("F10").await?;
    looks(page, "F10", "fontStyle", "normal").await
}

async fn looks_are_saved_and_come_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    page.press_with(Key::Control, Key::Space).await?;
    choose(page, "fet").await?;
    page.press_with(Key::Control, 's').await?;
    let saved = page.saved().await?;
    ensure!(saved.content["styles"][0]["look"] == "bold", "{}", saved.content["styles"]);
    page.open_koping().await?;
    page.choose_file(&saved.path.to_string_lossy()).await?;
    page.shows(&[("C4", "8\u{a0}001")]).await?;
    looks(page, "F12", "fontWeight", "650").await
}

async fn looks_of_excel_are_taken_in_and_own_ones_given_out(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    let table = "<html><head><style>.xl65 {font-weight:700;background:yellow;border-bottom:1.5pt solid windowtext;}</style></head>\
                 <body><table><tr><td class=xl65>Summa</td><td align=center><i>ja</i></td></tr></table></body></html>";
    paste_html(page, table).await?;
    page.shows(&[("F4", "Summa"), ("G4", "ja")]).await?;
    page.click_cell("J9").await?;
    looks(page, "F4", "fontWeight", "650").await?;
    looks(page, "F4", "borderBottomWidth", "2px").await?;
    looks(page, "F4", "backgroundColor", "rgb(251, 240, 180)").await?;
    looks(page, "G4", "fontStyle", "italic").await?;
    looks(page, "G4", "textAlign", "center").await?;
    page.drag("F4", "G4").await?;
    page.script::<bool>(super::clipboard::WATCH_COPY, &[]).await?;
    super::clipboard::copy(page).await?;
    let [_, html]: [String; 2] = page.script("return window.handedOut", &[]).await?;
    let is_whole = ["font-weight:bold", "background:#fbf0b4", "border-bottom:2px solid", "font-style:italic"];
    ensure!(is_whole.iter().all(|part| html.contains(part)), "{html}");
    Ok(())
}

async fn new_rows_look_like_the_one_above(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    page.press_with(Key::Control, 'i').await?;
    page.click_cell("F5").await?;
    page.press_with(Key::Shift, Key::Space).await?;
    page.press_with(Key::Control, '+').await?;
    looks(page, "F5", "fontStyle", "italic").await?;
    looks(page, "F6", "fontStyle", "normal").await
}

/// Waits until a cell is drawn with a property of this value.
pub async fn looks(page: &Page, cell: &str, property: &str, wanted: &str) -> Result<()> {
    const LOOK: &str = "const cell = document.querySelector(`[data-cell$='!${arguments[0]}']`); \
                        return cell ? getComputedStyle(cell)[arguments[1]] : ''";
    let read = async || page.script::<String>(LOOK, &[json!(cell), json!(property)]).await;
    page.eventually(&format!("{property} of {cell}"), wanted.to_owned(), read).await
}

/// Chooses a field of the open dialog by the words that stand beside it.
pub async fn pick(page: &Page, fields: &str, words: &str) -> Result<()> {
    const MARK: &str = "document.querySelectorAll('[data-chosen]').forEach(field => delete field.dataset.chosen); \
                        const field = [...document.querySelectorAll(`dialog[open] ${arguments[0]}`)] \
                            .find(field => field.closest('label').textContent.trim().endsWith(arguments[1])); \
                        if (field) field.dataset.chosen = ''; return Boolean(field)";
    ensure!(page.script::<bool>(MARK, &[json!(fields), json!(words)]).await?, "no field {words}");
    page.click("dialog[open] [data-chosen]").await
}

/// Presses a button of the open dialog by its words.
pub async fn press_button(page: &Page, words: &str) -> Result<()> {
    const MARK: &str = "document.querySelectorAll('[data-chosen]').forEach(button => delete button.dataset.chosen); \
                        const button = [...document.querySelectorAll('dialog[open] button, aside button')] \
                            .find(button => button.textContent.trim() === arguments[0] || button.ariaLabel === arguments[0]); \
                        if (button) button.dataset.chosen = ''; return Boolean(button)";
    ensure!(page.script::<bool>(MARK, &[json!(words)]).await?, "no button {words}");
    page.click("[data-chosen]").await
}

/// Chooses a command in the palette.
pub async fn choose(page: &Page, words: &str) -> Result<()> {
    page.press_with(Key::Alt, 'q').await?;
    page.type_text(words).await?;
    page.press(&[Key::Enter]).await
}
