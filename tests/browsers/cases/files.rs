//! The file goes out, comes home, and is refused with a reason when something is wrong with it. Nothing that was typed is
//! lost without a question.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![
    a_saved_file_opens_again_with_what_was_typed,
    a_damaged_file_is_refused_with_the_reason,
    a_foreign_file_is_refused_with_the_reason,
    a_newer_file_is_refused_with_its_version,
    a_changed_file_is_refused_with_the_reason,
    leaving_is_asked_about_only_while_something_is_unsaved,
    another_file_replaces_unsaved_changes_only_after_a_question,
    a_new_book_is_an_empty_sheet,
];

async fn a_saved_file_opens_again_with_what_was_typed(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "7 500").await?;
    page.press_with(Key::Control, 's').await?;
    let saved = page.saved().await?;
    ensure!(saved.content["format"] == "tertial", "the file calls itself {}", saved.content["format"]);
    page.open_koping().await?;
    page.shows(&[("C4", "8\u{a0}001")]).await?;
    page.choose_file(&saved.path.to_string_lossy()).await?;
    page.shows(&[("C4", "7\u{a0}500"), ("D4", "+351"), ("C12", "39\u{a0}557"), ("D12", "+801")]).await?;
    page.enter("C4", "8 001").await?;
    page.shows(&[("D12", "+300")]).await
}

async fn a_damaged_file_is_refused_with_the_reason(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let text = page.template().await?;
    let half: String = text.chars().take(text.chars().count() / 2).collect();
    page.choose("avklippt.tertial", half.as_bytes()).await?;
    page.alerts("skadad").await?;
    book_stays(page).await
}

async fn a_foreign_file_is_refused_with_the_reason(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.choose("arkiv.zip", b"PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00\x21\x00\xfa\xce").await?;
    let reason = page.alerts("kunde inte öppnas: ").await?;
    ensure!(reason.contains("tertial"), "the reason does not say what is expected: {reason}");
    book_stays(page).await?;
    page.choose("annat.tertial", br#"{"format":"something else","version":1}"#).await?;
    page.alerts("ingen Tertial-fil").await?;
    book_stays(page).await
}

async fn a_newer_file_is_refused_with_its_version(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let mut book: serde_json::Value = serde_json::from_str(&page.template().await?)?;
    book["version"] = 99.into();
    page.choose("nyare.tertial", book.to_string().as_bytes()).await?;
    let reason = page.alerts("nyare").await?;
    ensure!(reason.contains("99"), "the reason does not name the version: {reason}");
    book_stays(page).await
}

async fn a_changed_file_is_refused_with_the_reason(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let text = page.template().await?;
    ensure!(text.contains("8001"), "the template holds the forecast 8001");
    page.choose("ändrad.tertial", text.replace("8001", "8002").as_bytes()).await?;
    page.alerts("kontrollsumman").await?;
    book_stays(page).await
}

async fn leaving_is_asked_about_only_while_something_is_unsaved(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let asks = async || page.asks_before_leaving().await;
    page.eventually("the question before leaving, with nothing typed", false, asks).await?;
    page.enter("C4", "7 500").await?;
    page.shows(&[("C4", "7\u{a0}500")]).await?;
    page.eventually("the question before leaving, with something typed", true, asks).await?;
    page.press_with(Key::Control, 's').await?;
    page.saved().await?;
    page.eventually("the question before leaving, with everything saved", false, asks).await
}

async fn another_file_replaces_unsaved_changes_only_after_a_question(page: &Page) -> Result<()> {
    const ASKED: &str = "return document.querySelector('dialog[open]') !== null";
    const NOT_ASKED: &str = "return document.querySelector('dialog[open]') === null";
    page.open_koping().await?;
    let template = page.template().await?;
    page.enter("C4", "7 500").await?;
    page.shows(&[("D12", "+801")]).await?;
    page.choose("annan.tertial", template.as_bytes()).await?;
    page.until("the question", ASKED).await?;
    page.press(&[Key::Escape]).await?;
    page.until("the end of the question", NOT_ASKED).await?;
    page.shows(&[("C4", "7\u{a0}500"), ("D12", "+801")]).await?;
    page.press(&[Key::Down]).await?;
    page.is_at("C6").await
}

async fn a_new_book_is_an_empty_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click("[data-command='file.new']").await?;
    page.shows(&[("Blad1!A1", ""), ("Blad1!D12", "")]).await?;
    page.type_text("0,1").await?;
    page.press(&[Key::Enter]).await?;
    page.type_text("=A1+0,2=0,3").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("Blad1!A1", "0,1"), ("Blad1!A2", "SANT")]).await
}

/// After a refusal everything is as it was, and work goes on.
async fn book_stays(page: &Page) -> Result<()> {
    page.shows(&[("C4", "8\u{a0}001"), ("D12", "+300")]).await?;
    page.click_cell("C4").await
}
