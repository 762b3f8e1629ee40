//! Notes on cells.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![
    shift_and_f2_writes_a_note_on_the_cell,
    escape_leaves_the_note_as_it_was,
    an_emptied_note_is_gone,
    a_note_is_signed_with_a_name_that_is_kept,
    all_notes_are_listed,
];

const NOTED: &str = "return document.querySelector('[data-cell=\"Driftredovisning!C4\"]').classList.contains('noted')";
const HOVER: &str = "return document.querySelector('[data-cell=\"Driftredovisning!C4\"]').title";

async fn shift_and_f2_writes_a_note_on_the_cell(page: &Page) -> Result<()> {
    annotate(page, "Vakant tjänst").await?;
    page.until("the mark of the note", NOTED).await?;
    let hover: String = page.script(HOVER, &[]).await?;
    anyhow::ensure!(hover.starts_with("Vakant tjänst\n\n20"), "the pointer over the cell shows {hover:?}");
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
    let first = "return document.querySelector('[data-cell=\"Driftredovisning!C4\"]').title.split('\\n')[0]";
    page.eventually("the note", "Vakant tjänst".to_owned(), async || page.script(first, &[]).await).await
}

async fn an_emptied_note_is_gone(page: &Page) -> Result<()> {
    annotate(page, "Vakant tjänst").await?;
    page.press_with(Key::Shift, Key::F2).await?;
    page.click(".dialog.note .dialog-buttons button:nth-of-type(2)").await?;
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

async fn a_note_is_signed_with_a_name_that_is_kept(page: &Page) -> Result<()> {
    const AUTHOR: &str = "return document.querySelector('[data-part=note-author]')?.value ?? ''";
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Shift, Key::F2).await?;
    has_keyboard_in(page, ".note-field").await?;
    page.type_text("Vakant tjänst").await?;
    page.press(&[Key::Tab]).await?;
    page.type_text("Åsa Öberg").await?;
    page.press_with(Key::Control, Key::Enter).await?;
    page.until("the name", &HOVER.replace(".title", ".title.includes('Åsa Öberg, 20')")).await?;
    page.click_cell("C5").await?;
    page.press_with(Key::Shift, Key::F2).await?;
    page.eventually("the name", "Åsa Öberg".to_owned(), async || page.script(AUTHOR, &[]).await).await
}

async fn all_notes_are_listed(page: &Page) -> Result<()> {
    annotate(page, "Vakant tjänst").await?;
    page.until("the mark of the note", NOTED).await?;
    page.click_cell("A1").await?;
    super::rules::choose(page, "alla anteckningar").await?;
    let list = "return document.querySelector('.beside-panel .why-list')?.textContent ?? ''";
    page.until("the note in the list", &format!("{}.includes('C4Vakant tjänst')", list.replace(" ?? ''", ""))).await?;
    page.click(".beside-panel .beside-line").await?;
    page.is_at("C4").await
}
