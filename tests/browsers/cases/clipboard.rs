//! Copy, cut and paste: by keys and by menu within the book, and from other programs by what they put on the clipboard.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::{cases, has_keyboard_in, has_selected};

cases![
    copied_cells_go_out_as_text_and_as_a_table,
    the_table_around_a_cell_is_copied_for_word,
    own_formulas_come_back_as_formulas,
    cut_cells_move_and_references_follow,
    cut_cells_move_to_another_sheet,
    enter_pastes_what_is_framed_once,
    escape_takes_the_frame_away,
    control_shift_and_v_pastes_values,
    rows_are_pasted_as_columns_from_the_menu,
    paste_special_asks_what_and_gives_the_keyboard_back,
    one_value_is_pasted_into_a_whole_selection,
    a_number_that_can_be_read_in_two_ways_is_asked_about,
    escape_gives_up_a_paste_that_asks,
    cells_from_excel_keep_numbers_formats_and_errors,
    cells_from_word_libreoffice_and_google_are_read,
    scripts_in_pasted_cells_do_nothing,
    cells_past_the_edge_are_refused,
    rectangles_that_share_rows_are_copied_together,
    a_report_table_that_is_cut_is_one_where_it_is_pasted,
];

/// Notes down what a copy hands to other programs.
pub const WATCH_COPY: &str = r#"
    document.addEventListener("copy", event => {
        window.handedOut = ["text/plain", "text/html"].map(kind => event.clipboardData.getData(kind));
    }, { once: true });
    return true;
"#;

/// Lets the next copy hand out what another program would.
const HAND_OUT: &str = r#"
    const [text, html] = arguments;
    addEventListener("copy", event => {
        event.clipboardData.setData("text/plain", text);
        if (html) event.clipboardData.setData("text/html", html);
        event.preventDefault();
        event.stopImmediatePropagation();
    }, { capture: true, once: true });
    return true;
"#;

const FRAMED: &str = r#"
    const frame = document.querySelector("[data-part=marquee]");
    return getComputedStyle(frame).display !== "none";
"#;

async fn paste(page: &Page, text: &str, html: Option<&str>) -> Result<()> {
    page.script::<bool>(HAND_OUT, &[json!(text), json!(html)]).await?;
    copy(page).await?;
    paste_by_key(page).await
}

/// Pastes what another program would have put on the clipboard.
pub(super) async fn paste_html(page: &Page, html: &str) -> Result<()> {
    paste(page, "another program", Some(html)).await
}

pub async fn copy(page: &Page) -> Result<()> {
    page.press_with(Key::Control, 'c').await
}

async fn paste_by_key(page: &Page) -> Result<()> {
    page.press_with(Key::Control, 'v').await
}

async fn undo(page: &Page) -> Result<()> {
    page.press_with(Key::Control, 'z').await
}

async fn sheet_has_keyboard(page: &Page) -> Result<()> {
    has_keyboard_in(page, ".cell-editor").await
}

async fn is_framed(page: &Page, framed: bool) -> Result<()> {
    page.eventually("whether cells are framed", framed, async || page.script(FRAMED, &[]).await).await
}

async fn choose(page: &Page, command: &str) -> Result<()> {
    page.click("[data-menu=menu-edit]").await?;
    page.click(&format!("[role=menuitem][data-command='{command}']")).await
}

async fn copied_cells_go_out_as_text_and_as_a_table(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("A3", "D4").await?;
    page.script::<bool>(WATCH_COPY, &[]).await?;
    copy(page).await?;
    let [text, html]: [String; 2] = page.script("return window.handedOut", &[]).await?;
    let line = text.lines().last().unwrap_or_default();
    ensure!(line.ends_with("\t7851\t8001\t-150"), "{line:?}");
    for part in ["<table lang=\"sv\"", "<th scope=\"col\"", "border:1px solid", ">\u{2212}150<", "x:num=\"-150\""] {
        ensure!(html.contains(part), "{part} not in {html}");
    }
    is_framed(page, true).await
}

async fn the_table_around_a_cell_is_copied_for_word(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("B6").await?;
    page.script::<bool>(WATCH_COPY, &[]).await?;
    hands::choose(page, "edit.copy-table").await?;
    page.until("the copy", "return window.handedOut !== undefined").await?;
    let [_, html]: [String; 2] = page.script("return window.handedOut", &[]).await?;
    for part in
        ["<thead><tr>", "</thead><tbody>", "background:#e6eef0", "border:1px solid", "text-align:right", ">Summa<"]
    {
        ensure!(html.contains(part), "{part} not in {html}");
    }
    page.has_status(&["Kopierat som tabell för Word: A1:D12"]).await
}

async fn own_formulas_come_back_as_formulas(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("D4").await?;
    copy(page).await?;
    page.click_cell("F4").await?;
    paste_by_key(page).await?;
    page.has_source("=D4-E4").await?;
    is_framed(page, true).await?;
    undo(page).await?;
    page.has_source("").await
}

async fn cut_cells_move_and_references_follow(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("B4", "B5").await?;
    page.press_with(Key::Control, 'x').await?;
    is_framed(page, true).await?;
    page.click_cell("H4").await?;
    paste_by_key(page).await?;
    page.shows(&[("B4", ""), ("B5", ""), ("H4", "7851"), ("D4", "\u{2212}150")]).await?;
    has_selected(page, &["H4", "H5"], &["H6", "G4"]).await?;
    is_framed(page, false).await?;
    page.click_cell("D4").await?;
    page.has_source("=H4-C4").await?;
    undo(page).await?;
    page.click_cell("D4").await?;
    page.has_source("=B4-C4").await?;
    page.shows(&[("B4", "7\u{a0}851"), ("H4", "")]).await
}

async fn cut_cells_move_to_another_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click(".add-sheet").await?;
    page.is_at("A1").await?;
    page.click(".sheet-tab").await?;
    page.click_cell("B4").await?;
    page.press_with(Key::Control, 'x').await?;
    page.click(".sheet-tab:nth-of-type(2)").await?;
    page.is_at("A1").await?;
    page.press(&[Key::Right]).await?;
    page.is_at("B1").await?;
    paste_by_key(page).await?;
    page.has_source("7851").await?;
    page.click(".sheet-tab").await?;
    page.click_cell("D4").await?;
    page.has_source("=Blad2!B1-C4").await?;
    page.shows(&[("B4", ""), ("D4", "\u{2212}150")]).await
}

async fn enter_pastes_what_is_framed_once(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    copy(page).await?;
    page.click_cell("F4").await?;
    page.press(&[Key::Enter]).await?;
    page.has_source("8001").await?;
    is_framed(page, false).await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F5").await?;
    page.has_source("").await
}

async fn escape_takes_the_frame_away(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    copy(page).await?;
    is_framed(page, true).await?;
    page.press(&[Key::Escape]).await?;
    is_framed(page, false).await?;
    page.click_cell("F4").await?;
    paste_by_key(page).await?;
    page.has_source("8001").await
}

async fn control_shift_and_v_pastes_values(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("D4").await?;
    copy(page).await?;
    page.click_cell("F4").await?;
    page.hold(Key::Shift).await?;
    page.press_with(Key::Control, 'V').await?;
    page.let_go().await?;
    page.has_source("-150").await
}

async fn rows_are_pasted_as_columns_from_the_menu(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("B4", "C5").await?;
    copy(page).await?;
    page.click_cell("F8").await?;
    choose(page, "edit.paste-transposed").await?;
    page.shows(&[("F8", "7851"), ("G8", "2011"), ("F9", "8001"), ("G9", "1861")]).await?;
    undo(page).await?;
    page.shows(&[("F8", ""), ("G9", "")]).await
}

async fn paste_special_asks_what_and_gives_the_keyboard_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("D4").await?;
    copy(page).await?;
    page.click_cell("F4").await?;
    choose(page, "edit.paste-special").await?;
    has_keyboard_in(page, "dialog input").await?;
    page.press(&[Key::Down, Key::Down]).await?;
    page.press(&[Key::Enter]).await?;
    page.until("no dialog", "return document.querySelector('dialog') === null").await?;
    page.has_source("-150").await?;
    sheet_has_keyboard(page).await
}

async fn one_value_is_pasted_into_a_whole_selection(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    copy(page).await?;
    page.drag("F4", "G6").await?;
    paste_by_key(page).await?;
    page.shows(&[("F4", "8001"), ("G6", "8001"), ("F7", "")]).await?;
    undo(page).await?;
    page.shows(&[("F4", ""), ("G6", "")]).await
}

async fn a_number_that_can_be_read_in_two_ways_is_asked_about(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    paste(page, "1,000\t2,500\r\n", None).await?;
    has_keyboard_in(page, "dialog button").await?;
    let examples: String = page.script("return document.querySelector('dialog table').innerText", &[]).await?;
    ensure!(["1,000", "1000", "2,5", "2500"].iter().all(|text| examples.contains(text)), "{examples}");
    page.click("dialog button:nth-of-type(2)").await?;
    page.shows(&[("F4", "1\u{a0}000"), ("G4", "2\u{a0}500")]).await?;
    page.alerts("decimalpunkt").await?;
    sheet_has_keyboard(page).await?;
    undo(page).await?;
    page.shows(&[("F4", ""), ("G4", "")]).await?;
    paste(page, "1,000\t12,5\r\n", None).await?;
    page.shows(&[("F4", "1"), ("G4", "12,5")]).await
}

async fn escape_gives_up_a_paste_that_asks(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    paste(page, "1,000", None).await?;
    has_keyboard_in(page, "dialog button").await?;
    page.press(&[Key::Escape]).await?;
    page.until("no dialog", "return document.querySelector('dialog') === null").await?;
    page.shows(&[("C4", "8\u{a0}001")]).await?;
    sheet_has_keyboard(page).await
}

async fn cells_from_excel_keep_numbers_formats_and_errors(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    paste_html(page, include_str!("../samples/excel.html")).await?;
    page.shows(&[("F4", "Hemtjänst"), ("G4", ""), ("H4", "Andel"), ("G5", "12\u{a0}345,68")]).await?;
    page.shows(&[("H5", "12,5%"), ("I5", "2026-08-31"), ("G6", "\u{2212}1\u{a0}234,50")]).await?;
    page.shows(&[("H6", "#DIVISION/0!"), ("I6", "#SAKNAS!")]).await?;
    let told = page.alerts("Sammanfogade celler").await?;
    ensure!(told.contains("tal: 4") && told.contains("felvärden: 2"), "{told}");
    page.click_cell("G5").await?;
    page.has_source("12345,678").await?;
    undo(page).await?;
    page.shows(&[("F4", ""), ("G5", ""), ("I6", "")]).await
}

async fn cells_from_word_libreoffice_and_google_are_read(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    paste_html(page, include_str!("../samples/word.html")).await?;
    page.shows(&[
        ("F4", "Nämndens bedömning"),
        ("G5", "\u{2212}1\u{a0}250"),
        ("F6", "”Lokaler”"),
        ("G6", "\u{2212}340"),
    ])
    .await?;
    page.shows(&[("F7", ""), ("G7", "\u{2212}1\u{a0}155")]).await?;
    page.click_cell("F10").await?;
    paste_html(page, include_str!("../samples/libreoffice.html")).await?;
    page.click_cell("G10").await?;
    page.has_source("1000,125").await?;
    page.click_cell("F13").await?;
    paste_html(page, include_str!("../samples/sheets.html")).await?;
    page.shows(&[("F13", "007"), ("G13", "12,5%"), ("F14", "Summa")]).await?;
    page.click_cell("G14").await?;
    page.has_source("1000").await
}

async fn scripts_in_pasted_cells_do_nothing(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    paste_html(page, include_str!("../samples/hostile.html")).await?;
    page.shows(&[("F4", "7"), ("G4", "8"), ("F5", "bred"), ("G5", "9")]).await?;
    let ran: Option<String> = page.script("return window.hostile ?? null", &[]).await?;
    ensure!(ran.is_none(), "a pasted script ran: {ran:?}");
    let inserted: bool =
        page.script("return !!document.querySelector('img[onerror], x-unknown, main iframe')", &[]).await?;
    ensure!(!inserted, "pasted elements came into the page");
    undo(page).await?;
    page.shows(&[("F4", ""), ("G5", "")]).await
}

async fn cells_past_the_edge_are_refused(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.go_to("XFD1").await?;
    page.is_at("XFD1").await?;
    paste(page, "1\t2\r\n", None).await?;
    page.alerts("kant").await?;
    page.has_source("").await
}

async fn rectangles_that_share_rows_are_copied_together(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("A4", "A6").await?;
    page.hold(Key::Control).await?;
    page.drag("D4", "D6").await?;
    page.let_go().await?;
    page.script::<bool>(WATCH_COPY, &[]).await?;
    copy(page).await?;
    let [text, _]: [String; 2] = page.script("return window.handedOut", &[]).await?;
    ensure!(text == "Gemensam administration\t-150\r\nKommunikationsenhet\t150\r\nNäringslivsenhet\t0", "{text:?}");
    const FRAMES: &str = "return document.querySelectorAll('[data-part=marquee].shown').length";
    page.eventually("the frames", 2, async || page.script::<usize>(FRAMES, &[]).await).await?;
    page.click_cell("F4").await?;
    paste_by_key(page).await?;
    page.shows(&[("F4", "Gemensam administration"), ("G4", "\u{2212}150"), ("G5", "150"), ("H4", "")]).await?;
    page.click_cell("A4").await?;
    super::click_with(page, Key::Control, "[data-cell='Driftredovisning!C6']").await?;
    copy(page).await?;
    page.alerts("kan inte kopieras tillsammans").await?;
    page.alerts("samma rader eller samma kolumner").await.map(|_| ())
}

async fn a_report_table_that_is_cut_is_one_where_it_is_pasted(page: &Page) -> Result<()> {
    const LOOK: &str = "const cell = document.querySelector(`[data-cell='Driftredovisning!${arguments[0]}']`); \
                        return cell.className.split(' ').filter(name => name !== 'active').sort().join(' ')";
    let look = async |cell: &str| page.script::<String>(LOOK, &[json!(cell)]).await;
    page.open_koping().await?;
    let was = [look("C4").await?, look("D12").await?];
    page.drag("A1", "D12").await?;
    page.press_with(Key::Control, 'x').await?;
    is_framed(page, true).await?;
    page.click_cell("E3").await?;
    paste_by_key(page).await?;
    page.shows(&[("E6", "Gemensam administration"), ("G6", "8\u{a0}001"), ("H14", "+300"), ("A12", "")]).await?;
    page.click_cell("J2").await?;
    page.eventually("the looks", was.clone(), async || Ok([look("G6").await?, look("H14").await?])).await?;
    page.enter("G6", "7 500").await?;
    page.shows(&[("H6", "+351"), ("H14", "+801")]).await?;
    undo(page).await?;
    undo(page).await?;
    page.shows(&[("C4", "8\u{a0}001"), ("D12", "+300"), ("H14", "")]).await?;
    page.click_cell("J2").await?;
    page.eventually("the looks", was, async || Ok([look("C4").await?, look("D12").await?])).await
}
