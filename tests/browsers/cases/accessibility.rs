//! What those need who do not see the page, or see it without colours, or use no pointer.

use anyhow::{Result, ensure};
use serde_json::json;
use thirtyfour::Key;

use crate::page::axe::{Part, examine};
use crate::page::{Page, hands};

use super::{cases, has_keyboard_in};

cases![
    the_grid_has_its_roles_and_its_true_size,
    the_grid_is_one_stop_for_the_tab_key,
    the_active_cell_is_named_to_assistive_technology,
    movement_is_spoken,
    speech_follows_the_language_of_the_page,
    the_page_declares_its_language,
    every_button_and_field_has_a_name,
    a_deficit_is_marked_by_more_than_colour,
    the_statement_is_there_in_both_languages,
    f1_explains_the_active_cell,
    f1_explains_the_dialog_that_is_open,
    the_first_tab_stop_leads_to_the_sheet,
    the_title_names_the_book_and_says_whether_it_is_saved,
];

const ROLES: &str = r#"
    const grid = document.querySelector("[role=grid]");
    const cell = grid.querySelector('[data-cell="Driftredovisning!C4"]');
    const row = cell.closest("[role=row]");
    return [grid.getAttribute("aria-rowcount"), grid.getAttribute("aria-colcount"),
        row.getAttribute("aria-rowindex"), cell.getAttribute("aria-colindex"),
        row.querySelector("[role=rowheader]").textContent,
        [...grid.querySelectorAll("[role=columnheader]")].some(header => header.textContent === "C") ? "C" : ""];
"#;

/// Everything that the tab key can reach in the smallest part of the page that holds the grid and the focus.
const TAB_STOPS: &str = r#"
    let area = document.querySelector("[role=grid]");
    while (!area.contains(document.activeElement)) area = area.parentElement;
    return [area, ...area.querySelectorAll("*")]
        .filter(element => element.tabIndex >= 0 && !element.disabled && element.getClientRects().length > 0)
        .map(element => element.outerHTML.slice(0, 100));
"#;

const ACTIVE_DESCENDANT: &str = r#"
    const id = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
    return document.getElementById(id)?.dataset.cell ?? "";
"#;

const SPOKEN: &str =
    "return [...document.querySelectorAll('[aria-live=polite], [aria-live=assertive]')].map(live => live.textContent)";

const NAMELESS: &str = r#"
    const name = element => element.getAttribute("aria-label") || element.getAttribute("aria-labelledby")
        || element.textContent.trim() || element.labels?.[0]?.textContent;
    return [...document.querySelectorAll("button, a, input, textarea, select, [role=grid]")]
        .filter(element => element.getClientRects().length > 0 && !element.closest("[aria-hidden=true]"))
        .filter(element => !name(element))
        .map(element => element.outerHTML.slice(0, 100));
"#;

/// How a cell looks to someone who sees no colours.
const LOOK: &str = r#"
    const cell = document.querySelector(`[data-cell="Driftredovisning!${arguments[0]}"]`);
    const own = getComputedStyle(cell);
    return [own.fontWeight, own.fontStyle, own.textDecorationLine, own.textDecorationStyle, own.backgroundImage,
        own.borderStyle, own.borderWidth, own.outlineStyle, getComputedStyle(cell, "::before").content,
        getComputedStyle(cell, "::after").content].join("; ");
"#;

async fn the_grid_has_its_roles_and_its_true_size(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let roles: Vec<String> = page.script(ROLES, &[]).await?;
    ensure!(roles == ["1048576", "16384", "4", "3", "4", "C"], "the grid says {roles:?}");
    Ok(())
}

async fn the_grid_is_one_stop_for_the_tab_key(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    let stops: Vec<String> = page.script(TAB_STOPS, &[]).await?;
    ensure!(stops.len() == 1, "the tab key stops at {stops:?}");
    Ok(())
}

async fn the_active_cell_is_named_to_assistive_technology(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C4").await?;
    let moves = [(None, "C4"), (Some(Key::Down), "C5"), (Some(Key::Right), "D5"), (Some(Key::PageDown), "")];
    for (key, cell) in moves {
        page.press(key.as_slice()).await?;
        let cell = if cell.is_empty() { page.active().await? } else { cell.to_owned() };
        let expected = format!("Driftredovisning!{cell}");
        page.eventually("the active descendant", expected, async || page.script(ACTIVE_DESCENDANT, &[]).await).await?;
    }
    Ok(())
}

async fn movement_is_spoken(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("C7").await?;
    says(page, "Personalavdelning, Prognos Helår, 13\u{a0}541 tusen kronor").await?;
    page.press(&[Key::Right]).await?;
    says(page, "Personalavdelning, Avvikelse, plus 200 tusen kronor, formel").await?;
    page.go_to("D4").await?;
    says(page, "Gemensam administration, Avvikelse, minus 150 tusen kronor, formel").await?;
    page.go_to("F20").await?;
    says(page, "F20, tom").await
}

async fn speech_follows_the_language_of_the_page(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.click_cell("D7").await?;
    page.switch_language().await?;
    says(page, "Personalavdelning, Avvikelse, plus 200 thousand kronor, formula").await
}

async fn the_page_declares_its_language(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let language = page.language().await?;
    ensure!(language == "sv", "the page begins in {language:?}");
    page.switch_language().await?;
    page.switch_language().await
}

async fn every_button_and_field_has_a_name(page: &Page) -> Result<()> {
    page.open("/").await?;
    page.until("the templates", "return document.querySelector('main a') !== null").await?;
    let nameless: Vec<String> = page.script(NAMELESS, &[]).await?;
    ensure!(nameless.is_empty(), "without a name on the start page: {nameless:?}");
    page.open_koping().await?;
    let nameless: Vec<String> = page.script(NAMELESS, &[]).await?;
    ensure!(nameless.is_empty(), "without a name beside the sheet: {nameless:?}");
    Ok(())
}

async fn a_deficit_is_marked_by_more_than_colour(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.shows(&[("D4", "−150"), ("D5", "+150")]).await?;
    page.click_cell("A1").await?;
    let deficit: String = page.script(LOOK, &[json!("D4")]).await?;
    let surplus: String = page.script(LOOK, &[json!("D5")]).await?;
    ensure!(deficit != surplus, "deficit and surplus differ by their colours only: {deficit}");
    Ok(())
}

async fn the_statement_is_there_in_both_languages(page: &Page) -> Result<()> {
    page.open("/").await?;
    page.until("a link to it", "return document.querySelector(\"a[href='help/tillganglighet.html']\") !== null")
        .await?;
    for (address, language, words) in [
        ("/help/tillganglighet.html", "sv", "Ingen person har prövat Tertial med skärmläsare"),
        ("/help/accessibility.html", "en", "No person has tried Tertial with a screen reader"),
    ] {
        page.open(address).await?;
        ensure!(page.language().await? == language, "{address} is not in {language}");
        let text: String = page.script("return document.body.innerText", &[]).await?;
        ensure!(text.contains(words) && text.contains("EN 301 549"), "{address} says {text}");
        examine(page, address, Part::Whole).await?;
    }
    Ok(())
}

async fn f1_explains_the_active_cell(page: &Page) -> Result<()> {
    const HELP: &str = "return document.querySelector('.help-here')?.textContent ?? ''";
    page.open_koping().await?;
    page.click_cell("D7").await?;
    page.press(&[Key::F1]).await?;
    let helps = async || {
        let help: String = page.script(HELP, &[]).await?;
        Ok(["Cellen D7", "plus 200 tusen kronor", "=B7-C7"].iter().all(|words| help.contains(words)))
    };
    page.eventually("help on D7", true, helps).await?;
    page.press(&[Key::Escape]).await?;
    has_keyboard_in(page, ".cell-editor").await
}

async fn f1_explains_the_dialog_that_is_open(page: &Page) -> Result<()> {
    const HELP: &str = "return document.querySelector('dialog[open] .dialog-help')?.textContent ?? ''";
    page.open_koping().await?;
    page.click_cell("B4").await?;
    hands::choose(page, "edit.note").await?;
    has_keyboard_in(page, ".dialog.note").await?;
    page.press(&[Key::F1]).await?;
    let helps = async || Ok(page.script::<String>(HELP, &[]).await?.contains("hör till cellen"));
    page.eventually("help on notes", true, helps).await?;
    page.press(&[Key::F1]).await?;
    page.eventually("no help", String::new(), async || page.script(HELP, &[]).await).await
}

async fn the_first_tab_stop_leads_to_the_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.script::<bool>("document.querySelector('.skip-link').focus(); return true", &[]).await?;
    let is_first = "return [...document.querySelectorAll('button, a, input, textarea')].find(stop => stop.tabIndex >= 0) \
                    === document.activeElement && document.activeElement.getClientRects()[0].height >= 24";
    page.until("the first stop, in sight", is_first).await?;
    page.press(&[Key::Enter]).await?;
    has_keyboard_in(page, ".cell-editor").await
}

async fn the_title_names_the_book_and_says_whether_it_is_saved(page: &Page) -> Result<()> {
    let title = async || page.script::<String>("return document.title", &[]).await;
    page.open_koping().await?;
    page.eventually("the title", "Driftredovisning – Tertial".to_owned(), title).await?;
    page.enter("C4", "1").await?;
    page.eventually("the title", "Driftredovisning (ej sparad) – Tertial".to_owned(), title).await
}

async fn says(page: &Page, words: &str) -> Result<()> {
    let spoken = async || {
        let spoken: Vec<String> = page.script(SPOKEN, &[]).await?;
        Ok(if spoken.iter().any(|text| text == words) { words.to_owned() } else { spoken.join(" | ") })
    };
    page.eventually("what is spoken", words.to_owned(), spoken).await
}
