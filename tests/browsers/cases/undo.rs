//! What undo and redo say of themselves, and where they go.

use anyhow::Result;
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_selected};

cases![undo_says_what_it_will_take_back, undo_goes_to_what_it_took_back, undo_names_all_rectangles_that_were_cleared];

async fn undo_says_what_it_will_take_back(page: &Page) -> Result<()> {
    const LABELS: &str = r#"
        const label = id => document.querySelector(`.toolbar [data-command="edit.${id}"]`).getAttribute("title");
        return [label("undo"), label("redo")].map(label => label.split("\n")[0]).join(", ");
    "#;
    page.open_koping().await?;
    page.drag("C4", "C6").await?;
    page.press_with(Key::Control, 'd').await?;
    let labels = async || page.script::<String>(LABELS, &[]).await;
    page.eventually("the tooltips", "Ångra: Fyll nedåt C4:C6 (Ctrl+Z), Gör om (Ctrl+Y)".to_owned(), labels).await?;
    page.click("[data-menu=menu-edit]").await?;
    page.until(
        "the menu to say it",
        "return document.querySelector('[role=menuitem][data-command=\"edit.undo\"]').textContent.includes('Fyll nedåt C4:C6')",
    )
    .await?;
    page.press(&[Key::Escape]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.has_status(&["Ångrade: Fyll nedåt C4:C6"]).await?;
    page.eventually("the tooltips", "Ångra (Ctrl+Z), Gör om: Fyll nedåt C4:C6 (Ctrl+Y)".to_owned(), labels).await?;
    page.press_with(Key::Control, 'y').await?;
    page.has_status(&["Gjorde om: Fyll nedåt C4:C6"]).await
}

async fn undo_goes_to_what_it_took_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("C4", "C6").await?;
    page.press(&[Key::Delete]).await?;
    page.go_to("A300").await?;
    page.is_at("A300").await?;
    page.press_with(Key::Control, 'z').await?;
    has_selected(page, &["C4", "C5", "C6"], &["C7", "D4"]).await?;
    page.shows(&[("C5", "1\u{a0}861")]).await?;
    page.is_in_sight("C4").await?;
    page.press_with(Key::Shift, Key::F11).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("C5", "1\u{a0}861")]).await
}

async fn undo_names_all_rectangles_that_were_cleared(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.drag("B4", "B6").await?;
    page.hold(Key::Control).await?;
    page.drag("C8", "C9").await?;
    page.let_go().await?;
    page.press(&[Key::Delete]).await?;
    page.shows(&[("B4", ""), ("C9", ""), ("C4", "8\u{a0}001")]).await?;
    page.click_cell("F1").await?;
    page.press_with(Key::Control, 'z').await?;
    page.has_status(&["Ångrade: Töm B4:B6 och C8:C9"]).await?;
    page.shows(&[("B4", "7\u{a0}851"), ("C9", "2\u{a0}000")]).await?;
    has_selected(page, &["B4", "B6", "C8", "C9"], &["C4", "F1"]).await
}
