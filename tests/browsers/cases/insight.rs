//! Why a number is so: the panel beside the sheet, its frames and its jumps.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, has_keyboard_in};

cases![
    the_panel_says_why_a_number_is_so,
    frames_and_lines_have_the_same_marks,
    the_panel_is_reached_and_left_by_key,
    a_line_of_the_panel_leads_to_its_cell_and_back,
    an_error_is_followed_to_where_it_began,
    the_last_change_of_an_input_is_told,
];

const PANEL: &str = "return document.querySelector('.beside-panel')?.textContent ?? ''";
const FRAMES: &str = r#"
    return [...document.querySelectorAll(".pane:not(.at-top):not(.at-left) .reference-frame")].map(frame =>
        `${frame.textContent} ${frame.dataset.range}`).sort()
"#;
const MARKS: &str = r#"
    return [...document.querySelectorAll(".beside-panel .why-list .beside-line")].filter(line =>
        line.querySelector(".why-mark")).map(line =>
        `${line.querySelector(".why-mark").textContent} ${line.querySelector(".why-address").textContent}`).sort()
"#;

async fn why(page: &Page, cell: &str) -> Result<()> {
    page.click_cell(cell).await?;
    page.press_with(Key::Control, Key::F7).await?;
    says(page, &[cell]).await
}

/// Waits until the panel has these words.
async fn says(page: &Page, words: &[&str]) -> Result<()> {
    let missing = async || {
        let text: String = page.script(PANEL, &[]).await?;
        let text = text.replace(['\u{a0}', '\u{202f}'], " ");
        let lacks = |word: &&&str| !text.contains(**word);
        let missing: Vec<&str> = words.iter().filter(lacks).copied().collect();
        Ok(if missing.is_empty() { String::new() } else { format!("{missing:?} not in {text:?}") })
    };
    page.eventually("the words of the panel", String::new(), missing).await
}

async fn the_panel_says_why_a_number_is_so(page: &Page) -> Result<()> {
    page.open_koping().await?;
    why(page, "D4").await?;
    says(page, &["Varför är talet så här?", "Avvikelse", "tusen kronor", "=B4-C4", "=7851-", "Ur mallen"]).await?;
    page.click_cell("C4").await?;
    says(page, &["C4", "Cellen läser inga andra celler.", "Används av", "D4"]).await?;
    page.switch_language().await?;
    says(page, &["Why is this number so?", "From the template"]).await
}

async fn frames_and_lines_have_the_same_marks(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "=D4*2").await?;
    why(page, "F4").await?;
    page.click(".beside-panel [data-part=why-precedents] > button").await?;
    says(page, &["←2a", "←2b"]).await?;
    let frames: Vec<String> = page.script(FRAMES, &[]).await?;
    let marks: Vec<String> = page.script(MARKS, &[]).await?;
    ensure!(frames == marks, "the frames {frames:?} are not the lines {marks:?}");
    ensure!(frames == ["←1a D4", "←2a B4", "←2b C4"], "{frames:?}");
    page.press(&[Key::Escape]).await?;
    page.until("no panel", "return document.querySelector('.beside-panel') === null").await?;
    let frames: Vec<String> = page.script(FRAMES, &[]).await?;
    ensure!(frames.is_empty(), "frames stay: {frames:?}");
    Ok(())
}

async fn the_panel_is_reached_and_left_by_key(page: &Page) -> Result<()> {
    page.open_koping().await?;
    why(page, "D4").await?;
    page.has_status(&["F6"]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.press(&[Key::F6]).await?;
    has_keyboard_in(page, ".beside-panel").await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.until("the panel", "return document.querySelector('.beside-panel') !== null").await?;
    page.press(&[Key::F6, Key::Tab, Key::Enter]).await?;
    page.until("a pinned panel", "return document.querySelector('.beside-panel [aria-pressed=true]') !== null").await?;
    page.press(&[Key::Escape, Key::Up]).await?;
    page.is_at("D3").await?;
    says(page, &["=B4-C4"]).await
}

async fn a_line_of_the_panel_leads_to_its_cell_and_back(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click(".add-sheet").await?;
    page.type_text("=Driftredovisning!D4*2").await?;
    page.press(&[Key::Enter, Key::Up]).await?;
    page.press_with(Key::Control, Key::F7).await?;
    says(page, &["Driftredovisning!D4"]).await?;
    page.click(".beside-panel .why-list .beside-line").await?;
    page.is_at("D4").await?;
    says(page, &["Tillbaka till A1", "=B4-C4"]).await?;
    page.click(".beside-panel .beside-buttons button:last-child").await?;
    page.is_at("A1").await?;
    says(page, &["=Driftredovisning!D4*2"]).await
}

async fn an_error_is_followed_to_where_it_began(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("F4", "=B4/F9").await?;
    page.enter("F6", "=F4+1").await?;
    why(page, "F6").await?;
    says(page, &["F9 är tom", "Fyll i nämnaren", "Gå till F4"]).await?;
    page.click("[data-part=why-fault] button").await?;
    page.is_at("F4").await
}

async fn the_last_change_of_an_input_is_told(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "8000").await?;
    why(page, "D4").await?;
    says(page, &["Inskrivet sedan boken öppnades", "Skriv i C4", "→ 8000"]).await
}
