//! Rows of a report table put in order, with their sums where they are.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![a_report_table_is_sorted_without_breaking_its_sum];

async fn a_report_table_is_sorted_without_breaking_its_sum(page: &Page) -> Result<()> {
    const ROWS: [&str; 3] = ["C4", "C5", "C6"];
    page.open_koping().await?;
    let sum = page.texts(&["C12", "D12", "E12"]).await?;
    let before = page.texts(&ROWS).await?;
    page.click_cell("C5").await?;
    page.click("[data-menu=menu-edit]").await?;
    page.click("[role=menuitem][data-command='edit.sort-descending']").await?;
    page.has_status(&["Sorterat"]).await?;
    let number = |text: &Option<String>| -> i64 {
        let digits: String = text.iter().flat_map(|text| text.chars()).filter(char::is_ascii_digit).collect();
        digits.parse().unwrap_or_default()
    };
    let after: Vec<i64> = page.texts(&ROWS).await?.iter().map(number).collect();
    ensure!(after.is_sorted_by(|one, other| one >= other), "{after:?}");
    ensure!(page.texts(&["C12", "D12", "E12"]).await? == sum, "the sums are the same");
    page.press_with(Key::Control, 'z').await?;
    page.eventually("the rows as they were", before, async || page.texts(&ROWS).await).await
}
