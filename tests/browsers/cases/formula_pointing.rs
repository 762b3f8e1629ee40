//! Cells are pointed at while a formula is typed, by arrows and by pointer, on its own sheet and on others.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::{Page, SHEET};

use super::{cases, has_mode};

cases![
    arrows_point_at_cells_and_extend_to_ranges,
    an_operator_ends_the_pointing_and_begins_anew,
    a_drag_points_at_a_range,
    headers_point_at_whole_columns_and_rows,
    a_click_with_ctrl_points_at_further_cells,
    a_reference_is_pointed_at_in_the_midst_of_a_formula,
    f2_lets_arrows_move_the_caret_and_point_again,
    f4_fixes_what_is_pointed_at_and_arrows_still_move_it,
    another_sheet_is_pointed_at_by_its_tab,
    another_sheet_is_pointed_at_by_keys,
    what_is_typed_on_another_sheet_goes_on_in_the_formula,
    escape_on_another_sheet_gives_the_formula_up,
    the_formula_bar_takes_what_is_pointed_at,
];

fn cell(name: &str) -> String {
    format!("[data-cell='{SHEET}!{name}']")
}

/// Adds a sheet with numbers from B2 to C4 and goes back to the first.
async fn add_numbers(page: &Page) -> Result<()> {
    page.click(".add-sheet").await?;
    page.go_to("B2:C4").await?;
    for number in ["1", "2", "3", "10", "20", "30"] {
        page.type_text(number).await?;
        page.press(&[Key::Enter]).await?;
    }
    page.click(".sheet-tab").await?;
    page.until("the first sheet", &format!("return document.querySelector(\"{}\") !== null", cell("B4"))).await
}

/// Begins a formula in F1 of a book with a sheet of numbers beside the shown one.
async fn begin_beside_numbers(page: &Page, formula: &str) -> Result<()> {
    page.open_koping().await?;
    add_numbers(page).await?;
    page.click_cell("F1").await?;
    page.type_text(formula).await
}

async fn click_with(page: &Page, held: Key, name: &str) -> Result<()> {
    page.hold(held).await?;
    page.click(&cell(name)).await?;
    page.let_go().await
}

async fn is_shown(page: &Page, name: &str) -> Result<()> {
    let shown = "return document.querySelector('.sheet-tab[aria-selected=true]')?.textContent ?? ''";
    page.eventually("the shown sheet", name.to_owned(), async || page.script(shown, &[]).await).await
}

async fn arrows_point_at_cells_and_extend_to_ranges(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("D14").await?;
    page.type_text("=SUMMA(").await?;
    page.press(&[Key::Up, Key::Up]).await?;
    page.is_typing("=SUMMA(D12").await?;
    has_mode(page, "Peka").await?;
    page.press_with(Key::Control, Key::Up).await?;
    page.is_typing("=SUMMA(D3").await?;
    page.press(&[Key::Down]).await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.is_typing("=SUMMA(D4:D5").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("D15").await?;
    page.shows(&[("D14", "0")]).await
}

async fn an_operator_ends_the_pointing_and_begins_anew(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("E4").await?;
    page.type_text("=").await?;
    page.press(&[Key::Left, Key::Left]).await?;
    page.type_text("-").await?;
    page.press(&[Key::Left, Key::Left, Key::Left]).await?;
    page.is_typing("=C4-B4").await?;
    page.type_text("*2").await?;
    page.press(&[Key::Down]).await?;
    page.is_at("E5").await?;
    page.shows(&[("E4", "−7701")]).await
}

async fn a_drag_points_at_a_range(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=SUMMA(").await?;
    page.drag("B4", "C5").await?;
    page.is_typing("=SUMMA(B4:C5").await?;
    page.click(&cell("C4")).await?;
    page.is_typing("=SUMMA(C4").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F2").await?;
    page.shows(&[("F1", "8001")]).await
}

async fn headers_point_at_whole_columns_and_rows(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=ANTAL(").await?;
    page.click(".column-header[aria-colindex='2']").await?;
    page.is_typing("=ANTAL(B:B").await?;
    page.type_text(";").await?;
    page.click(".row[aria-rowindex='4'] .row-header").await?;
    page.is_typing("=ANTAL(B:B;4:4").await?;
    page.press(&[Key::Escape]).await?;
    page.has_source("").await
}

async fn a_click_with_ctrl_points_at_further_cells(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=SUMMA(").await?;
    page.click(&cell("B4")).await?;
    click_with(page, Key::Control, "C6").await?;
    page.is_typing("=SUMMA(B4;C6").await?;
    click_with(page, Key::Shift, "C7").await?;
    page.is_typing("=SUMMA(B4;C6:C7").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("F1", "26532")]).await
}

async fn a_reference_is_pointed_at_in_the_midst_of_a_formula(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.type_text("=SUMMA()+1").await?;
    page.press(&[Key::F2, Key::Left, Key::Left, Key::Left]).await?;
    page.drag("B4", "B5").await?;
    page.is_typing("=SUMMA(B4:B5)+1").await?;
    page.press(&[Key::Down]).await?;
    page.is_typing("=SUMMA(B6)+1").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("F1", "5141")]).await
}

async fn f2_lets_arrows_move_the_caret_and_point_again(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    page.type_text("=").await?;
    page.press(&[Key::Left, Key::F2, Key::Left]).await?;
    page.type_text("-").await?;
    page.is_typing("=E-4").await?;
    page.press(&[Key::Escape]).await?;
    page.type_text("=2*").await?;
    page.press(&[Key::F2, Key::F2, Key::Left]).await?;
    page.is_typing("=2*E4").await?;
    page.press(&[Key::Escape]).await?;
    page.has_source("").await
}

async fn f4_fixes_what_is_pointed_at_and_arrows_still_move_it(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F4").await?;
    page.type_text("=").await?;
    page.press(&[Key::Left, Key::Left, Key::F4]).await?;
    page.is_typing("=$D$4").await?;
    page.press(&[Key::Down]).await?;
    page.is_typing("=D5").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F5").await
}

async fn another_sheet_is_pointed_at_by_its_tab(page: &Page) -> Result<()> {
    begin_beside_numbers(page, "=SUMMA(").await?;
    page.click(".sheet-tab:last-of-type").await?;
    is_shown(page, "Blad2").await?;
    page.drag("Blad2!B2", "Blad2!C4").await?;
    page.is_typing("=SUMMA(Blad2!B2:C4").await?;
    page.has_source("=SUMMA(Blad2!B2:C4").await?;
    page.until("the frame", "return document.querySelector('.reference-frame')?.dataset.range === 'B2:C4'").await?;
    page.press(&[Key::Enter]).await?;
    is_shown(page, SHEET).await?;
    page.is_at("F2").await?;
    page.shows(&[("F1", "66")]).await
}

async fn another_sheet_is_pointed_at_by_keys(page: &Page) -> Result<()> {
    begin_beside_numbers(page, "=2*").await?;
    page.hold(Key::Alt).await?;
    page.press_with(Key::Shift, Key::PageDown).await?;
    page.let_go().await?;
    is_shown(page, "Blad2").await?;
    page.press_with(Key::Control, Key::Home).await?;
    page.press(&[Key::Down, Key::Right]).await?;
    page.is_typing("=2*Blad2!B2").await?;
    page.press(&[Key::Enter]).await?;
    is_shown(page, SHEET).await?;
    page.shows(&[("F1", "2")]).await?;
    page.click_cell("F2").await?;
    page.type_text("=").await?;
    page.press(&[Key::F6, Key::Right, Key::Enter]).await?;
    is_shown(page, "Blad2").await?;
    page.press_with(Key::Control, Key::Home).await?;
    page.is_typing("=Blad2!A1").await?;
    page.press(&[Key::Enter]).await?;
    is_shown(page, SHEET).await
}

async fn what_is_typed_on_another_sheet_goes_on_in_the_formula(page: &Page) -> Result<()> {
    begin_beside_numbers(page, "=").await?;
    page.click(".sheet-tab:last-of-type").await?;
    page.click("[data-cell='Blad2!C4']").await?;
    page.type_text("*2+").await?;
    page.has_source("=Blad2!C4*2+").await?;
    page.click("[data-cell='Blad2!B2']").await?;
    page.has_source("=Blad2!C4*2+Blad2!B2").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("F1", "61")]).await
}

async fn escape_on_another_sheet_gives_the_formula_up(page: &Page) -> Result<()> {
    begin_beside_numbers(page, "=").await?;
    page.click(".sheet-tab:last-of-type").await?;
    page.click("[data-cell='Blad2!C4']").await?;
    page.has_source("=Blad2!C4").await?;
    page.press(&[Key::Escape]).await?;
    is_shown(page, SHEET).await?;
    page.is_at("F1").await?;
    page.has_source("").await?;
    page.type_text("7").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("F1", "7")]).await
}

async fn the_formula_bar_takes_what_is_pointed_at(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("F1").await?;
    page.click("[data-part=formula-bar]").await?;
    page.type_text("=1+").await?;
    page.click(&cell("B8")).await?;
    page.is_typing("=1+B8").await?;
    page.press(&[Key::Down]).await?;
    page.is_typing("=1+B9").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("F2").await?;
    page.shows(&[("F1", "2001")]).await
}
