//! Notes on cells.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![shift_and_f2_writes_a_note_on_the_cell, escape_leaves_the_note_as_it_was, an_emptied_note_is_gone,];

const NOTED: &str = "return document.querySelector('[data-cell=\"Driftredovisning!C4\"]').classList.contains('noted')";
const HOVER: &str = "return document.querySelector('[data-cell=\"Driftredovisning!C4\"]').title";

async fn shift_and_f2_writes_a_note_on_the_cell(page: &Page) -> Result<()> {
    annotate(page, "Vakant tjänst").await?;
    page.until("the mark of the note", NOTED).await?;
    let hover: String = page.script(HOVER, &[]).await?;
    anyhow::ensure!(hover == "Vakant tjänst", "the pointer over the cell shows {hover:?}");
    has_keyboard_in(page, ".cell-editor").await?;
    page.press_with(Key::Control, 'z').await?;
    page.until("no mark of a note", &NOTED.replace("return ", "return !")).await
}

async fn escape_leaves_the_note_as_it_was(page: &Page) -> Result<()> {
    annotate(page, "Vakant tjänst").await?;
    page.press_with(Key::Shift, Key::F2).await?;
    page.type_text(" och en till").await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.eventually("the note", "Vakant tjänst".to_owned(), async || page.script(HOVER, &[]).await).await
}

async fn an_emptied_note_is_gone(page: &Page) -> Result<()> {
    annotate(page, "Vakant tjänst").await?;
    page.press_with(Key::Shift, Key::F2).await?;
    page.click(".dialog.note button:nth-of-type(2)").await?;
    page.until("no mark of a note", &NOTED.replace("return ", "return !")).await
}

async fn annotate(page: &Page, text: &str) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Shift, Key::F2).await?;
    has_keyboard_in(page, ".note-field").await?;
    page.type_text(text).await?;
    page.press_with(Key::Control, Key::Enter).await
}
