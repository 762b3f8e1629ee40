//! The lamp of reconciliation and the list of what it found.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![
    the_lamp_tells_what_breaks_and_the_list_leads_there,
    what_is_found_is_put_right_from_the_list_and_undone,
    what_is_found_is_accepted_with_a_reason_and_printed,
];

async fn lamp_says(page: &Page, wanted: &str) -> Result<()> {
    let text = "return document.querySelector('[data-part=lamp]')?.textContent ?? ''";
    page.eventually("the lamp", wanted.to_owned(), async || page.script(text, &[]).await).await
}

async fn the_lamp_tells_what_breaks_and_the_list_leads_there(page: &Page) -> Result<()> {
    page.open_koping().await?;
    lamp_says(page, "✓Avstämning: stämmer").await?;
    page.enter("D5", "150").await?;
    lamp_says(page, "!Avstämning: fel 0, varningar 1").await?;
    page.enter("B12", "=SUMMA(B4:B10)").await?;
    lamp_says(page, "✕Avstämning: fel 1, varningar 1").await?;
    page.click("[data-part=lamp]").await?;
    page.until("the row that is missed", "return document.querySelector('[data-part=findings]')?.textContent.includes('hoppar över raden Försäkringsadministration')").await?;
    page.click("[data-part=findings] section:nth-of-type(2) .beside-line").await?;
    page.is_at("D5").await?;
    page.press_with(Key::Control, 'z').await?;
    page.press_with(Key::Control, 'z').await?;
    lamp_says(page, "✓Avstämning: stämmer").await?;
    page.until(
        "nothing found",
        "return document.querySelector('[data-part=findings]')?.textContent.includes('Alla rapporttabeller stämmer')",
    )
    .await
}

const LIST: &str = "return document.querySelector('[data-part=findings]')?.textContent ?? ''";

async fn list_says(page: &Page, words: &str) -> Result<()> {
    let listed = async || page.script::<String>(LIST, &[]).await.map(|text| text.contains(words));
    page.eventually(words, true, listed).await
}

async fn what_is_found_is_put_right_from_the_list_and_undone(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("B12", "=SUMMA(B4:B10)").await?;
    page.click("[data-part=lamp]").await?;
    list_says(page, "hoppar över raden Försäkringsadministration").await?;
    page.click("[data-part=findings] .beside-buttons button").await?;
    lamp_says(page, "✓Avstämning: stämmer").await?;
    page.press_with(Key::Control, 'z').await?;
    lamp_says(page, "✕Avstämning: fel 1, varningar 0").await
}

async fn what_is_found_is_accepted_with_a_reason_and_printed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("B12", "=SUMMA(B4:B10)").await?;
    page.click("[data-part=lamp]").await?;
    page.click("[data-part=findings] .beside-buttons button:nth-of-type(2)").await?;
    page.until("the question", "return document.querySelector('dialog.accept') !== null").await?;
    page.type_text("Raden redovisas av en annan nämnd").await?;
    page.press(&[Key::Enter]).await?;
    page.until("both are asked for", "return document.querySelector('#accept-fault').textContent !== ''").await?;
    page.click("[data-part=accept-by]").await?;
    page.type_text("Åsa Öberg").await?;
    page.press(&[Key::Enter]).await?;
    lamp_says(page, "✓Avstämning: stämmer").await?;
    list_says(page, "Raden redovisas av en annan nämnd").await?;
    page.press_with(Key::Control, 'p').await?;
    let printed = "return document.querySelector('.printout-notes')?.textContent.includes('Åsa Öberg') ?? false";
    page.until("the printed acceptance", printed).await?;
    page.press(&[Key::Escape]).await?;
    page.press_with(Key::Control, 'z').await?;
    lamp_says(page, "✕Avstämning: fel 1, varningar 0").await
}
