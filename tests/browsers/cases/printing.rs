//! The sheet as it is printed.

use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::looks::{self, devtools};
use crate::page::{Page, hands};

use super::{cases, has_keyboard_in};

cases![
    control_and_p_shows_the_sheet_as_a_table_to_print,
    escape_comes_back_from_the_printout,
    the_printout_says_its_unit_its_source_and_its_day,
    the_whole_book_is_printed_sheet_by_sheet,
    a_printed_book_has_its_headings_on_every_page_and_all_its_rows,
];

/// A wide table, which lies on its pages and takes two of them.
const LONG: &str = "orebro/02-kommungemensamt-rn5.tertial";

const PRINTED: &str = r#"
    const table = document.querySelector(".print-view table");
    const texts = part => [...table.querySelectorAll(part)].map(cell => cell.textContent.trim());
    return [texts(".printout-title")[0], texts("thead th").filter(text => text).length > 2, texts("tbody td").includes("7\u00a0851")];
"#;

async fn control_and_p_shows_the_sheet_as_a_table_to_print(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.press_with(Key::Control, 'p').await?;
    has_keyboard_in(page, ".print-view button.primary").await?;
    let (caption, has_headings, has_figures): (String, bool, bool) = page.script(PRINTED, &[]).await?;
    ensure!(!caption.is_empty() && has_headings && has_figures, "the table is called {caption:?}");
    Ok(())
}

async fn escape_comes_back_from_the_printout(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.press_with(Key::Control, 'p').await?;
    has_keyboard_in(page, ".print-view").await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, ".cell-editor").await?;
    page.enter("C4", "12").await?;
    page.shows(&[("C4", "12")]).await
}

async fn the_printout_says_its_unit_its_source_and_its_day(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.press_with(Key::Control, 'p').await?;
    has_keyboard_in(page, ".print-view button.primary").await?;
    let printed: String = page.script("return document.querySelector('.paper').innerText", &[]).await?;
    for words in ["Belopp i tkr", "Källa: boken ”Driftredovisning”", "Utskrivet 20", "Allt är sparat."] {
        ensure!(printed.contains(words), "{words:?} is not in {printed:?}");
    }
    Ok(())
}

async fn the_whole_book_is_printed_sheet_by_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click(".add-sheet").await?;
    page.until("the new sheet", "return document.querySelectorAll('[role=tab]').length === 2").await?;
    page.type_text("Eget blad").await?;
    page.press(&[Key::Enter]).await?;
    hands::choose(page, "file.print-book").await?;
    let tables = "return document.querySelectorAll('.paper table').length";
    page.eventually("the tables", 2, async || page.script::<u32>(tables, &[]).await).await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, ".cell-editor").await
}

/// Chromium makes the very document that would be printed; Firefox has no way to ask for it in the same form.
async fn a_printed_book_has_its_headings_on_every_page_and_all_its_rows(page: &Page) -> Result<()> {
    if !looks::makes_documents(page) {
        return Ok(());
    }
    page.open(&format!("/?book={LONG}")).await?;
    page.ready().await?;
    page.press_with(Key::Control, 'p').await?;
    has_keyboard_in(page, ".print-view button.primary").await?;
    let [headings, labels]: [Vec<String>; 2] = page
        .script(
            "const texts = part => [...document.querySelectorAll(part)].map(cell => cell.textContent.trim()).filter(text => text); \
             return [texts('.printout thead th'), texts('.printout tbody tr > :first-child')]",
            &[],
        )
        .await?;
    ensure!(headings.len() > 2 && labels.len() > 10, "too little is printed: {headings:?}, {labels:?}");
    let made =
        devtools(page, "Page.printToPDF", json!({ "preferCSSPageSize": true, "generateTaggedPDF": true })).await?;
    let document = decoded(made["data"].as_str().context("no document")?);
    ensure!(holds(&document, b"/StructTreeRoot"), "the document has no tags");
    let Some(text) = text_of(&document)? else {
        println!("pdftotext is not installed (poppler-utils), so the text of the printed document is not read");
        return Ok(());
    };
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| !page.trim().is_empty()).collect();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for (number, text) in pages.iter().enumerate() {
        let text = squeezed(text);
        for heading in &headings {
            ensure!(text.contains(&squeezed(heading)), "{heading:?} is not on page {} of {}", number + 1, pages.len());
        }
        let count = format!("{}/{}", number + 1, pages.len());
        ensure!(text.contains(&count), "page {} does not say {count}", number + 1);
    }
    let whole = squeezed(&text);
    let missing: Vec<&String> = labels.iter().filter(|label| !whole.contains(&squeezed(label))).collect();
    ensure!(missing.is_empty(), "rows that were not printed: {missing:?}");
    ensure!(pages.len() > 1, "one page shows no repeated headings");
    Ok(())
}

fn holds(document: &[u8], part: &[u8]) -> bool {
    document.windows(part.len()).any(|bytes| bytes == part)
}

/// The text of a document, page by page, where there is a program that reads it.
fn text_of(document: &[u8]) -> Result<Option<String>> {
    let program =
        Command::new("pdftotext").args(["-raw", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut program) = program else { return Ok(None) };
    program.stdin.take().context("no way to hand the document over")?.write_all(document)?;
    Ok(Some(String::from_utf8_lossy(&program.wait_with_output()?.stdout).into_owned()))
}

/// The bytes of a text in base 64.
fn decoded(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let values: Vec<u32> = text
        .bytes()
        .filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte))
        .map(|value| value as u32)
        .collect();
    let group = |four: &[u32]| {
        let bits = four.iter().enumerate().fold(0, |bits, (at, value)| bits | (value << (18 - 6 * at)));
        let bytes = [(bits >> 16) as u8, (bits >> 8) as u8, bits as u8];
        bytes.into_iter().take(four.len() * 3 / 4)
    };
    values.chunks(4).flat_map(group).collect()
}
