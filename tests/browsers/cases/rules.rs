//! What may be written: protected sheets and their cells to fill in, and values that cells take.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![
    a_locked_cell_says_why_and_tab_goes_to_the_next_input,
    own_input_cells_can_be_filled_in_on_a_protected_sheet,
    protection_is_kept_in_the_file_and_ended,
    a_list_opens_in_the_cell_and_other_values_are_refused,
    a_paste_that_breaks_rules_names_the_places,
    cells_that_break_their_rules_are_listed_and_circled,
    a_list_that_is_gone_is_explained,
];

/// Chooses a command in the palette.
pub async fn choose(page: &Page, words: &str) -> Result<()> {
    page.press_with(Key::Alt, 'q').await?;
    page.type_text(words).await?;
    page.press(&[Key::Enter]).await
}

async fn protect(page: &Page, reason: &str) -> Result<()> {
    choose(page, "skydda bladet").await?;
    has_keyboard_in(page, ".prompt-field").await?;
    page.type_text(reason).await?;
    page.press(&[Key::Enter]).await?;
    has_keyboard_in(page, ".cell-editor").await
}

/// Gives the selected cells a list.
async fn give_list(page: &Page, list: &str) -> Result<()> {
    choose(page, "dataverifiering").await?;
    has_keyboard_in(page, ".dialog.validate select").await?;
    page.press(&[Key::Down]).await?;
    page.click("[data-part=validate-values]").await?;
    page.type_text(list).await?;
    page.press(&[Key::Enter]).await?;
    has_keyboard_in(page, ".cell-editor").await
}

async fn a_locked_cell_says_why_and_tab_goes_to_the_next_input(page: &Page) -> Result<()> {
    const READ_ONLY: &str = r#"
        return ["C4", "D4"].map(cell =>
            document.querySelector(`[data-cell="Driftredovisning!${cell}"]`).getAttribute("aria-readonly"))
    "#;
    page.open_koping().await?;
    page.click_cell("D4").await?;
    protect(page, "fastställd av nämnden").await?;
    page.type_text("7").await?;
    let alert = page.alerts("D4 är låst").await?;
    ensure!(alert.contains("fastställd av nämnden") && alert.contains("B5"), "{alert}");
    page.shows(&[("D4", "\u{2212}150")]).await?;
    let read_only: Vec<String> = page.script(READ_ONLY, &[]).await?;
    ensure!(read_only == ["false", "true"], "aria-readonly of C4 and D4 is {read_only:?}");
    page.press(&[Key::Tab]).await?;
    page.is_at("B5").await?;
    page.type_text("2012").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("B5", "2\u{a0}012")]).await?;
    page.has_no_alert().await
}

async fn own_input_cells_can_be_filled_in_on_a_protected_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("F4", "F5").await?;
    choose(page, "till inmatningsceller").await?;
    protect(page, "").await?;
    page.enter("F4", "kommentar").await?;
    page.shows(&[("F4", "kommentar")]).await?;
    page.click_cell("G4").await?;
    page.press(&[Key::Delete]).await?;
    page.click_cell("D4").await?;
    page.press(&[Key::Delete]).await?;
    page.alerts("D4 är låst").await?;
    page.shows(&[("D4", "\u{2212}150")]).await
}

async fn protection_is_kept_in_the_file_and_ended(page: &Page) -> Result<()> {
    page.open_koping().await?;
    protect(page, "klart").await?;
    choose(page, "häv bladets skydd").await?;
    page.enter("D4", "7").await?;
    page.shows(&[("D4", "+7")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.press_with(Key::Control, 'z').await?;
    page.click_cell("D4").await?;
    page.type_text("8").await?;
    page.alerts("klart").await?;
    Ok(())
}

async fn a_list_opens_in_the_cell_and_other_values_are_refused(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("F4", "F6").await?;
    give_list(page, "Klart; Pågår; Ej påbörjat").await?;
    page.click_cell("F4").await?;
    page.until(
        "a button of the list",
        "return document.querySelector('[data-cell=\"Driftredovisning!F4\"] button') !== null",
    )
    .await?;
    page.press_with(Key::Alt, Key::Down).await?;
    has_keyboard_in(page, ".text-list").await?;
    page.press(&[Key::Down, Key::Enter]).await?;
    page.shows(&[("F4", "Pågår")]).await?;
    page.click_cell("F5").await?;
    page.type_text("kanske").await?;
    page.press(&[Key::Enter]).await?;
    page.alerts("I listan står: Klart, Pågår, Ej påbörjat.").await?;
    page.press(&[Key::Escape]).await?;
    page.shows(&[("F5", "")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.press_with(Key::Control, 'z').await?;
    page.enter("F5", "kanske").await?;
    page.shows(&[("F5", "kanske")]).await
}

async fn a_paste_that_breaks_rules_names_the_places(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("G4", "5").await?;
    page.enter("G5", "nej").await?;
    page.enter("G6", "kanske").await?;
    page.drag("F4", "F6").await?;
    give_list(page, "5; 6").await?;
    page.drag("G4", "G6").await?;
    page.press_with(Key::Control, 'c').await?;
    page.click_cell("F4").await?;
    page.press_with(Key::Control, 'v').await?;
    page.alerts("F5, F6").await?;
    page.shows(&[("F4", ""), ("F5", "")]).await
}

async fn cells_that_break_their_rules_are_listed_and_circled(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F5", "kanske").await?;
    page.drag("F4", "F6").await?;
    give_list(page, "Ja; Nej").await?;
    page.click_cell("A1").await?;
    choose(page, "bryter mot sina regler").await?;
    let lines = "return [...document.querySelectorAll('.beside-panel .why-address')].map(line => line.textContent)";
    page.eventually("the listed cells", vec!["F5".to_owned()], async || page.script(lines, &[]).await).await?;
    page.until("a frame around F5", "return document.querySelector('.reference-frame[data-range=F5]') !== null")
        .await?;
    page.click(".beside-panel .beside-line").await?;
    page.is_at("F5").await?;
    page.enter("F5", "Ja").await?;
    page.eventually("the listed cells", Vec::<String>::new(), async || page.script(lines, &[]).await).await
}

async fn a_list_that_is_gone_is_explained(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F20", "Ja").await?;
    page.enter("F21", "Nej").await?;
    page.click_cell("F4").await?;
    give_list(page, "F20:F21").await?;
    page.press_with(Key::Alt, Key::Down).await?;
    has_keyboard_in(page, ".text-list").await?;
    page.press(&[Key::Escape]).await?;
    page.drag("F20", "F21").await?;
    page.click("[data-command='edit.delete']").await?;
    page.click_cell("F4").await?;
    page.press_with(Key::Alt, Key::Down).await?;
    page.alerts("finns inte längre").await?;
    Ok(())
}
