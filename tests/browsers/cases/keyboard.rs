//! The keys that everyone's fingers know from other spreadsheets.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![
    arrows_move_to_the_neighbour,
    arrows_stop_at_the_edge_of_the_sheet,
    tab_goes_right_and_back,
    enter_goes_down_and_back,
    home_goes_to_the_first_column_and_the_first_cell,
    control_and_end_goes_to_the_last_figure,
    page_down_goes_a_screen_down_and_back,
    f2_opens_a_cell_with_the_caret_at_its_end,
    arrows_move_the_caret_in_an_opened_cell,
    escape_keeps_what_stood_in_the_cell,
    delete_clears_a_cell,
    delete_clears_a_selection_in_one_step,
    typing_replaces_what_stood_in_the_cell,
    arrows_enter_what_is_typed,
    tab_enters_what_is_typed,
    backspace_opens_a_cell_empty,
    control_and_a_selects_all_that_is_used,
    shift_and_arrows_select_and_the_status_line_sums_up,
    the_name_box_goes_where_it_is_told,
    the_name_box_refuses_what_is_no_place,
    the_name_box_keeps_its_own_keys,
    copied_cells_are_pasted_elsewhere,
];

async fn arrows_move_to_the_neighbour(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    for (key, cell) in [(Key::Down, "C5"), (Key::Right, "D5"), (Key::Up, "D4"), (Key::Left, "C4")] {
        page.press(&[key]).await?;
        page.is_at(cell).await?;
    }
    Ok(())
}

async fn arrows_stop_at_the_edge_of_the_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("A1").await?;
    page.press(&[Key::Up, Key::Left]).await?;
    page.is_at("A1").await?;
    page.press(&[Key::Down]).await?;
    page.is_at("A2").await
}

async fn tab_goes_right_and_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("B4").await?;
    page.press(&[Key::Tab]).await?;
    page.is_at("C4").await?;
    page.press_with(Key::Shift, Key::Tab).await?;
    page.is_at("B4").await
}

async fn enter_goes_down_and_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press(&[Key::Enter]).await?;
    page.is_at("C5").await?;
    page.press_with(Key::Shift, Key::Enter).await?;
    page.is_at("C4").await
}

async fn home_goes_to_the_first_column_and_the_first_cell(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("D7").await?;
    page.press(&[Key::Home]).await?;
    page.is_at("A7").await?;
    page.click_cell("D7").await?;
    page.press_with(Key::Control, Key::Home).await?;
    page.is_at("A1").await
}

async fn control_and_end_goes_to_the_last_figure(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("A1").await?;
    page.press_with(Key::Control, Key::End).await?;
    page.is_at("D12").await
}

async fn page_down_goes_a_screen_down_and_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press(&[Key::PageDown]).await?;
    let left = async || Ok(page.active().await? != "C4");
    page.eventually("another active cell after page down", true, left).await?;
    let cell = page.active().await?;
    let row: u32 = cell.trim_start_matches('C').parse()?;
    ensure!((14..104).contains(&row), "page down went from C4 to {cell}");
    page.is_in_sight(&cell).await?;
    page.press(&[Key::PageUp]).await?;
    page.is_at("C4").await
}

async fn f2_opens_a_cell_with_the_caret_at_its_end(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press(&[Key::F2]).await?;
    page.is_typing("8001").await?;
    page.type_text("5").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C4", "80\u{a0}015")]).await
}

async fn arrows_move_the_caret_in_an_opened_cell(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press(&[Key::F2, Key::Left]).await?;
    page.type_text("9").await?;
    page.is_typing("80091").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C4", "80\u{a0}091")]).await
}

async fn escape_keeps_what_stood_in_the_cell(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.type_text("99").await?;
    page.is_typing("99").await?;
    page.press(&[Key::Escape]).await?;
    page.shows(&[("C4", "8\u{a0}001"), ("C12", "40\u{a0}058")]).await?;
    page.is_at("C4").await?;
    page.has_source("8001").await
}

async fn delete_clears_a_cell(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press(&[Key::Delete]).await?;
    page.shows(&[("C4", ""), ("C12", "32\u{a0}057")]).await?;
    page.is_at("C4").await
}

async fn delete_clears_a_selection_in_one_step(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.press(&[Key::Delete]).await?;
    page.shows(&[("C4", ""), ("C5", ""), ("C12", "30\u{a0}196")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("C4", "8\u{a0}001"), ("C5", "1\u{a0}861"), ("C12", "40\u{a0}058")]).await
}

async fn typing_replaces_what_stood_in_the_cell(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.type_text("6").await?;
    page.is_typing("6").await?;
    page.has_source("6").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C4", "6")]).await
}

async fn arrows_enter_what_is_typed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("B4").await?;
    page.type_text("5").await?;
    page.press(&[Key::Right]).await?;
    page.is_at("C4").await?;
    page.type_text("6").await?;
    page.press(&[Key::Down]).await?;
    page.is_at("C5").await?;
    page.shows(&[("B4", "5"), ("C4", "6"), ("D4", "−1")]).await
}

async fn tab_enters_what_is_typed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("B4").await?;
    page.type_text("5").await?;
    page.press(&[Key::Tab]).await?;
    page.is_at("C4").await?;
    page.shows(&[("B4", "5")]).await
}

async fn backspace_opens_a_cell_empty(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press(&[Key::Backspace]).await?;
    page.type_text("123").await?;
    page.press(&[Key::Backspace]).await?;
    page.is_typing("12").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C4", "12")]).await
}

async fn control_and_a_selects_all_that_is_used(page: &Page) -> Result<()> {
    const SELECTED: &str = r#"
        return ["A1", "D12", "E12", "D13"].map(cell =>
            document.querySelector(`[data-cell="Driftredovisning!${cell}"]`)?.getAttribute("aria-selected"))
    "#;
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Control, 'a').await?;
    let expected = ["true", "true", "false", "false"].map(str::to_owned).to_vec();
    page.eventually("what is selected", expected, async || page.script(SELECTED, &[]).await).await?;
    page.is_at("C4").await
}

async fn shift_and_arrows_select_and_the_status_line_sums_up(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.press_with(Key::Shift, Key::Right).await?;
    // 8 001 + 1 861 − 150 + 150.
    page.has_status(&["Summa", "9\u{a0}862", "Medel", "2\u{a0}465,5", "Antal", "4"]).await?;
    page.is_at("C4").await
}

async fn the_name_box_goes_where_it_is_told(page: &Page) -> Result<()> {
    page.open_koping().await?;
    for cell in ["D12", "B2000", "C4"] {
        page.go_to(cell).await?;
        page.is_at(cell).await?;
        page.is_in_sight(cell).await?;
    }
    page.type_text("7 500").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C4", "7\u{a0}500")]).await
}

async fn the_name_box_refuses_what_is_no_place(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.go_to("ingenstans").await?;
    page.alerts("ingenstans").await?;
    page.is_at("C4").await
}

async fn the_name_box_keeps_its_own_keys(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "7 500").await?;
    page.click("[data-part=name-box]").await?;
    page.type_text("D").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("B8").await?;
    page.eventually("the text of the name box", "B8".to_owned(), async || page.active().await).await?;
    page.press(&[Key::Escape]).await?;
    page.is_at("C5").await?;
    page.shows(&[("C4", "7\u{a0}500"), ("C5", "1\u{a0}861")]).await
}

async fn copied_cells_are_pasted_elsewhere(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Shift, Key::Down).await?;
    page.press_with(Key::Control, 'c').await?;
    page.click_cell("C8").await?;
    page.press_with(Key::Control, 'v').await?;
    page.shows(&[("C8", "8\u{a0}001"), ("C9", "1\u{a0}861"), ("D8", "−6\u{a0}827")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("C8", "1\u{a0}074"), ("C9", "2\u{a0}000"), ("D12", "+300")]).await
}
