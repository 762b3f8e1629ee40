//! Rows and columns taken elsewhere, by the keyboard and by the pointer.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::{Page, hands};

use super::cases;

cases![
    rows_move_by_the_keyboard_and_their_sum_stays,
    a_row_moved_out_of_its_sum_is_told_of,
    selected_rows_are_dragged_by_their_numbers,
    selected_columns_are_dragged_by_their_letters,
    copied_rows_come_in_between_others,
    cut_rows_come_in_between_others,
    cells_come_in_among_others_and_go_again,
];

const NAMES: [&str; 4] = ["A4", "A5", "A6", "A7"];

async fn is_in_order(page: &Page, wanted: [&Option<String>; 4]) -> Result<()> {
    let wanted: Vec<_> = wanted.into_iter().cloned().collect();
    page.eventually("the order of the rows", wanted, async || page.texts(&NAMES).await).await
}

async fn rows_move_by_the_keyboard_and_their_sum_stays(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let names = page.texts(&NAMES).await?;
    let sum = page.texts(&["B12", "C12", "D12", "E12"]).await?;
    page.go_to("5:5").await?;
    page.is_at("A5").await?;
    hands::press_with_both(page, [Key::Alt, Key::Shift], Key::Down).await?;
    is_in_order(page, [&names[0], &names[2], &names[1], &names[3]]).await?;
    page.is_at("A6").await?;
    page.has_status(&["Flyttat till 6:6"]).await?;
    hands::press_with_both(page, [Key::Alt, Key::Shift], Key::Up).await?;
    hands::press_with_both(page, [Key::Alt, Key::Shift], Key::Up).await?;
    is_in_order(page, [&names[1], &names[0], &names[2], &names[3]]).await?;
    ensure!(page.texts(&["B12", "C12", "D12", "E12"]).await? == sum, "the sums are the same");
    page.press_with(Key::Control, 'z').await?;
    is_in_order(page, [&names[0], &names[1], &names[2], &names[3]]).await?;
    page.has_status(&["Flytta rader 5:5"]).await
}

async fn a_row_moved_out_of_its_sum_is_told_of(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let sum = page.texts(&["B12"]).await?;
    page.go_to("11:11").await?;
    page.is_at("A11").await?;
    hands::press_with_both(page, [Key::Alt, Key::Shift], Key::Down).await?;
    page.alerts("räknas inte längre med i B11").await?;
    hands::press_with_both(page, [Key::Alt, Key::Shift], Key::Up).await?;
    page.has_status(&["Räknas nu med i B12"]).await?;
    page.eventually("the sum", sum, async || page.texts(&["B12"]).await).await
}

const DROP_LINE: &str = "return document.querySelector('.drop-line.shown') !== null";

async fn selected_rows_are_dragged_by_their_numbers(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let names = page.texts(&NAMES).await?;
    page.click("[aria-rowindex='4'] [role=rowheader]").await?;
    page.is_at("A4").await?;
    hands::drag_to(page, "[aria-rowindex='4'] [role=rowheader]", "[aria-rowindex='6'] [role=rowheader]").await?;
    page.until("the line where the row would come in", DROP_LINE).await?;
    page.let_go().await?;
    is_in_order(page, [&names[1], &names[2], &names[0], &names[3]]).await?;
    page.is_at("A6").await?;
    // A drag from a row that is not selected goes on selecting.
    hands::drag_to(page, "[aria-rowindex='4'] [role=rowheader]", "[aria-rowindex='5'] [role=rowheader]").await?;
    page.let_go().await?;
    is_in_order(page, [&names[1], &names[2], &names[0], &names[3]]).await?;
    // Escape gives it up.
    hands::drag_to(page, "[aria-rowindex='4'] [role=rowheader]", "[aria-rowindex='7'] [role=rowheader]").await?;
    page.until("the line where the rows would come in", DROP_LINE).await?;
    page.press(&[Key::Escape]).await?;
    page.let_go().await?;
    is_in_order(page, [&names[1], &names[2], &names[0], &names[3]]).await?;
    page.press_with(Key::Control, 'z').await?;
    is_in_order(page, [&names[0], &names[1], &names[2], &names[3]]).await
}

async fn selected_columns_are_dragged_by_their_letters(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let before = page.texts(&["B4", "C4", "D4"]).await?;
    page.click("[role=columnheader][aria-colindex='2']").await?;
    page.is_at("B1").await?;
    hands::drag_to(page, "[role=columnheader][aria-colindex='2']", "[role=columnheader][aria-colindex='4']").await?;
    page.until("the line where the column would come in", DROP_LINE).await?;
    page.let_go().await?;
    let after = vec![before[1].clone(), before[2].clone(), before[0].clone()];
    page.eventually("the order of the columns", after, async || page.texts(&["B4", "C4", "D4"]).await).await?;
    page.press_with(Key::Control, 'z').await?;
    page.eventually("the columns as they were", before, async || page.texts(&["B4", "C4", "D4"]).await).await
}

/// Copies or cuts rows and puts them in before others.
async fn put_in(page: &Page, key: char, rows: &str, before: &str) -> Result<()> {
    page.go_to(rows).await?;
    page.press_with(Key::Control, key).await?;
    page.go_to(before).await?;
    page.press_with(Key::Control, '+').await
}

async fn copied_rows_come_in_between_others(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let names = page.texts(&NAMES).await?;
    let budget = page.texts(&["B4", "B12"]).await?;
    put_in(page, 'c', "4:4", "A6").await?;
    is_in_order(page, [&names[0], &names[1], &names[0], &names[2]]).await?;
    page.is_at("A6").await?;
    ensure!(page.texts(&["B6"]).await?[0] == budget[0], "the figures came along");
    ensure!(page.texts(&["B13"]).await?[0] != budget[1], "the sum reads the new row");
    page.press_with(Key::Control, 'z').await?;
    is_in_order(page, [&names[0], &names[1], &names[2], &names[3]]).await?;
    page.eventually("the sum", vec![budget[1].clone()], async || page.texts(&["B12"]).await).await
}

async fn cut_rows_come_in_between_others(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let names = page.texts(&NAMES).await?;
    let sum = page.texts(&["B12"]).await?;
    put_in(page, 'x', "4:4", "A6").await?;
    is_in_order(page, [&names[1], &names[0], &names[2], &names[3]]).await?;
    ensure!(page.texts(&["B12"]).await? == sum, "the sum is the same");
    page.press_with(Key::Control, 'z').await?;
    is_in_order(page, [&names[0], &names[1], &names[2], &names[3]]).await
}

async fn cells_come_in_among_others_and_go_again(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click("[data-command='file.new']").await?;
    page.shows(&[("Blad1!A1", "")]).await?;
    for text in ["10", "20", "30", "=SUMMA(A1:A3)"] {
        page.type_text(text).await?;
        page.press(&[Key::Enter]).await?;
    }
    page.click_cell("Blad1!B2").await?;
    page.type_text("kvar").await?;
    page.press(&[Key::Enter]).await?;
    page.click_cell("Blad1!A2").await?;
    hands::choose(page, "cells.insert-down").await?;
    page.shows(&[("Blad1!A2", ""), ("Blad1!A3", "20"), ("Blad1!A5", "60"), ("Blad1!B2", "kvar")]).await?;
    page.type_text("5").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("Blad1!A2", "5"), ("Blad1!A5", "65")]).await?;
    page.click_cell("Blad1!A2").await?;
    hands::choose(page, "cells.delete-up").await?;
    page.shows(&[("Blad1!A2", "20"), ("Blad1!A4", "60"), ("Blad1!A5", ""), ("Blad1!B2", "kvar")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("Blad1!A2", "5"), ("Blad1!A5", "65")]).await
}
