//! A figure is typed, and every sum and deviation that depends on it follows before the eye can see anything else.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![
    the_sheet_opens_with_its_sums,
    typing_a_forecast_moves_the_sums,
    undo_and_redo_carry_everything_that_followed,
    clearing_a_forecast_takes_it_out_of_the_sum,
    a_sum_counts_what_is_typed_and_not_what_is_shown,
    a_sum_of_words_is_an_error_only_where_it_must_be,
];

const SUMS: [&str; 3] = ["B12", "C12", "D12"];
const PUBLISHED: [(&str, &str); 5] =
    [("C4", "8\u{a0}001"), ("D4", "−150"), ("B12", "40\u{a0}358"), ("C12", "40\u{a0}058"), ("D12", "+300")];
const FOLLOWED: [(&str, &str); 5] =
    [("C4", "7\u{a0}500"), ("D4", "+351"), ("B12", "40\u{a0}358"), ("C12", "39\u{a0}557"), ("D12", "+801")];

async fn the_sheet_opens_with_its_sums(page: &Page) -> Result<()> {
    page.open_koping().await?;
    // Read once: what is not there when the page says it is ready comes too late.
    let sums = page.texts(&SUMS).await?;
    let expected = ["40\u{a0}358", "40\u{a0}058", "+300"].map(|text| Some(text.to_owned()));
    ensure!(sums == expected, "the page said it was ready and showed {sums:?}");
    Ok(())
}

async fn typing_a_forecast_moves_the_sums(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.type_text("7 500").await?;
    let seen = page.frame_after(Key::Enter, &FOLLOWED.map(|(cell, _)| cell)).await?;
    let expected = FOLLOWED.map(|(_, text)| text);
    ensure!(seen == expected, "the first frame after Enter shows {seen:?}, not {expected:?}");
    page.is_at("C5").await?;
    page.shows(&[("D5", "+150"), ("B4", "7\u{a0}851")]).await
}

async fn undo_and_redo_carry_everything_that_followed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "7 500").await?;
    page.shows(&FOLLOWED).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&PUBLISHED).await?;
    page.press_with(Key::Control, 'y').await?;
    page.shows(&FOLLOWED).await
}

async fn clearing_a_forecast_takes_it_out_of_the_sum(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C5").await?;
    page.press(&[Key::Delete]).await?;
    page.shows(&[("C5", ""), ("C12", "38\u{a0}197")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("C5", "1\u{a0}861"), ("C12", "40\u{a0}058")]).await
}

async fn a_sum_counts_what_is_typed_and_not_what_is_shown(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "7 500,4").await?;
    page.enter("C5", "1 861,4").await?;
    page.shows(&[("C4", "7\u{a0}500"), ("C5", "1\u{a0}861"), ("C12", "39\u{a0}558")]).await?;
    page.click_cell("C4").await?;
    page.has_source("7500,4").await
}

async fn a_sum_of_words_is_an_error_only_where_it_must_be(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "vet ej").await?;
    page.shows(&[("C4", "vet ej"), ("D4", "#VÄRDEFEL!"), ("C12", "32\u{a0}057"), ("D5", "+150")]).await
}
