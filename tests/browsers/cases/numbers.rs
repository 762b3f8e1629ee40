//! Numbers as Swedish economists type them.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![numbers_typed_in_swedish_are_shown_in_swedish, the_formula_bar_takes_numbers_too, text_stays_text];

async fn numbers_typed_in_swedish_are_shown_in_swedish(page: &Page) -> Result<()> {
    let typed = [
        ("F2", "12,5", "12,5"),
        ("F3", "1 234", "1\u{a0}234"),
        ("F4", "−5", "−5"),
        ("F5", "+150", "150"),
        ("F6", "3 %", "3\u{a0}%"),
        ("F7", "-0,25", "−0,25"),
        ("F8", "1\u{a0}234,50", "1\u{a0}234,50"),
    ];
    page.open_koping().await?;
    page.click_cell("F2").await?;
    for (_, text, _) in typed {
        page.type_text(text).await?;
        page.press(&[Key::Enter]).await?;
    }
    page.shows(&typed.map(|(cell, _, shown)| (cell, shown))).await?;
    page.enter("G2", "=F2+F5").await?;
    page.shows(&[("G2", "162,5")]).await
}

async fn the_formula_bar_takes_numbers_too(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.has_source("8001").await?;
    page.click("[data-part=formula-bar]").await?;
    page.press_with(Key::Control, 'a').await?;
    page.type_text("7 500").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("C4", "7\u{a0}500"), ("D12", "+801")]).await?;
    page.is_at("C5").await
}

async fn text_stays_text(page: &Page) -> Result<()> {
    let typed = [("F2", "Räksmörgås"), ("F3", "12 apor"), ("F4", "1 23")];
    page.open_koping().await?;
    for (cell, text) in typed {
        page.enter(cell, text).await?;
    }
    page.shows(&typed).await
}
