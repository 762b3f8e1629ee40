//! Amounts are shown and typed in another unit, and are exactly what they were.

use anyhow::Result;

use crate::page::Page;

use super::cases;
use super::styles::choose;

cases![amounts_are_shown_and_typed_in_millions, a_sheet_without_a_unit_says_why_and_what_else];

async fn amounts_are_shown_and_typed_in_millions(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    choose(page, "miljoner kronor").await?;
    page.shows(&[("C4", "8,0"), ("D12", "+0,3")]).await?;
    page.has_status(&["Visas och skrivs i mnkr, räknas i tkr"]).await?;
    page.has_source("8,001").await?;
    page.enter("C4", "7,5").await?;
    page.shows(&[("C4", "7,5"), ("D12", "+0,8")]).await?;
    page.drag("C4", "C5").await?;
    page.has_status(&["mnkr"]).await?;
    page.script::<bool>("return document.querySelector('[data-cell$=\"!A2\"]').textContent.endsWith('mnkr')", &[])
        .await?;
    choose(page, "tusental kronor").await?;
    page.shows(&[("C4", "7\u{a0}500"), ("D12", "+801")]).await
}

async fn a_sheet_without_a_unit_says_why_and_what_else(page: &Page) -> Result<()> {
    page.open("/").await?;
    page.ready().await?;
    page.click("[data-command='file.new']").await?;
    page.ready().await?;
    page.click("[data-menu='menu-number']").await?;
    let reason = "const item = document.querySelector('[data-command=\"unit.millions\"]'); \
                  return item?.ariaDisabled === 'true' && item.textContent.includes('talformatet')";
    page.until("the reason", reason).await
}
