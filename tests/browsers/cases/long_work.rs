//! Long work shows how far it has come, leaves the page awake, can be given up, and is one step to undo.

use std::time::Duration;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tertial_engine::session::{Session, Still};
use tertial_tests::large;
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![
    a_large_file_shows_how_far_it_is_read_and_can_be_given_up,
    a_large_paste_shows_how_far_it_has_come_and_can_be_cancelled,
    a_large_paste_is_undone_in_one_step,
    keys_pressed_during_long_work_are_done_after_it,
    a_key_pressed_after_long_work_waits_for_those_before_it,
];

/// So many that a key pressed by a driver still meets the work.
const ROWS: u32 = 60_000;
/// So many that they are written in parts.
const FEWER_ROWS: u32 = 5_000;
const COLUMNS: u32 = 20;
/// Rows of a file that is read for longer than a driver needs to press a key.
const FILE_ROWS: u32 = 60_000;

/// Pastes a block of numbers and formulas, and from then on notes how long a timer is kept waiting.
pub const PASTE: &str = r#"
    const [rows, columns] = arguments;
    const line = row => Array.from({ length: columns }, (_, column) =>
        column % 5 === 4 ? `=A${row}*2` : String(row * 7 + column)).join("\t");
    const data = new DataTransfer();
    data.setData("text/plain", Array.from({ length: rows }, (_, row) => line(row + 1)).join("\r\n"));
    const start = performance.now();
    const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
    // Firefox keeps nothing of the data that an event is made with.
    Object.defineProperty(event, "clipboardData", { value: data });
    document.activeElement.dispatchEvent(event);
    window.readTime = performance.now() - start;
    window.gaps = [];
    let last = performance.now();
    clearInterval(window.ticking);
    window.ticking = setInterval(() => {
        const now = performance.now();
        window.gaps.push(now - last);
        last = now;
    }, 5);
    return true;
"#;

const SHOWN: &str = "const bar = document.querySelector('dialog[open] progress'); \
                     return bar !== null && bar.labels !== null && getComputedStyle(bar.closest('dialog')).opacity === '1'";
const GONE: &str = "return document.querySelector('dialog[open]') === null";

/// An empty book with a number in its first cell.
pub async fn begin(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click("[data-command='file.new']").await?;
    page.shows(&[("Blad1!A1", "")]).await?;
    page.type_text("7").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("Blad1!A1", "7")]).await?;
    page.click_cell("Blad1!A1").await
}

pub async fn paste(page: &Page, rows: u32, columns: u32) -> Result<()> {
    page.script::<Value>(PASTE, &[json!(rows), json!(columns)]).await.map(|_| ())
}

/// Waits for the end of work that may be longer than anything else on the page.
pub async fn done(page: &Page) -> Result<()> {
    wait(page, GONE).await
}

/// Waits, for long if need be, until a script says true.
pub async fn wait(page: &Page, script: &str) -> Result<()> {
    for _ in 0..400 {
        if page.script::<bool>(script, &[]).await? {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    page.until("the end of long work", script).await
}

async fn a_large_paste_shows_how_far_it_has_come_and_can_be_cancelled(page: &Page) -> Result<()> {
    begin(page).await?;
    paste(page, ROWS, COLUMNS).await?;
    page.until("the progress with its name", SHOWN).await?;
    page.press(&[Key::Escape]).await?;
    done(page).await?;
    let ticks: usize = page.script("return window.gaps.length", &[]).await?;
    ensure!(ticks > 5, "the page was kept from everything else: a timer ticked {ticks} times");
    page.shows(&[("Blad1!A1", "7"), ("Blad1!A2", ""), ("Blad1!E1", "")]).await?;
    page.type_text("8").await?;
    page.press(&[Key::Enter]).await?;
    page.shows(&[("Blad1!A1", "8")]).await
}

async fn a_large_paste_is_undone_in_one_step(page: &Page) -> Result<()> {
    begin(page).await?;
    paste(page, FEWER_ROWS, COLUMNS).await?;
    done(page).await?;
    page.shows(&[("Blad1!A1", "7"), ("Blad1!A2", "14"), ("Blad1!E2", "28")]).await?;
    page.press_with(Key::Control, 'z').await?;
    page.shows(&[("Blad1!A1", "7"), ("Blad1!A2", ""), ("Blad1!E2", "")]).await?;
    done(page).await
}

async fn a_large_file_shows_how_far_it_is_read_and_can_be_given_up(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "7500").await?;
    page.shows(&[("C4", "7\u{a0}500")]).await?;
    let file = Session::of(large::book(FILE_ROWS), Box::new(Still { now: 46_266.0 })).save();
    page.choose("stor.tertial", &file).await?;
    page.until("the progress with its name", SHOWN).await?;
    page.press(&[Key::Escape]).await?;
    done(page).await?;
    page.shows(&[("C4", "7\u{a0}500"), ("A4", "Gemensam administration")]).await?;
    page.choose("stor.tertial", &file).await?;
    // Only a file that was read has anything to ask about.
    wait(page, "return document.querySelector('dialog[open][aria-labelledby=discard-question]') !== null").await?;
    page.shows(&[("C4", "7\u{a0}500")]).await?;
    page.click("dialog[open] .dialog-buttons button:nth-child(2)").await?;
    page.shows(&[("Stort!A1", "Verksamhet 0")]).await
}

async fn keys_pressed_during_long_work_are_done_after_it(page: &Page) -> Result<()> {
    begin(page).await?;
    paste(page, ROWS, COLUMNS).await?;
    page.until("the progress with its name", SHOWN).await?;
    page.type_text("8").await?;
    page.press(&[Key::Enter]).await?;
    page.type_text("9,5").await?;
    page.press(&[Key::Tab, Key::Space]).await?;
    page.until("the progress still there", SHOWN).await?;
    done(page).await?;
    page.shows(&[("Blad1!A1", "8"), ("Blad1!A2", "9,5"), ("Blad1!A3", "21")]).await?;
    page.is_typing(" ").await?;
    page.press(&[Key::Escape]).await?;
    for _ in 0..2 {
        page.press_with(Key::Control, 'z').await?;
        done(page).await?;
    }
    page.shows(&[("Blad1!A1", "7"), ("Blad1!A2", "14")]).await
}

/// Presses a key as soon as the first of those that waited is done.
const HASTY: &str = r#"
    document.addEventListener("input", () => {
        const press = new KeyboardEvent("keydown", { key: "5", bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(press);
    }, { once: true });
    return true;
"#;

async fn a_key_pressed_after_long_work_waits_for_those_before_it(page: &Page) -> Result<()> {
    begin(page).await?;
    paste(page, ROWS, COLUMNS).await?;
    page.until("the progress with its name", SHOWN).await?;
    page.script::<Value>(HASTY, &[]).await?;
    page.type_text("8").await?;
    page.press(&[Key::Enter]).await?;
    page.type_text("9").await?;
    page.until("the progress still there", SHOWN).await?;
    done(page).await?;
    page.shows(&[("Blad1!A1", "8")]).await?;
    page.is_typing("95").await
}
