//! The lamp of reconciliation and the list of what it found.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![the_lamp_tells_what_breaks_and_the_list_leads_there];

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
