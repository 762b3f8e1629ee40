//! axe-core finds nothing wrong, anywhere: on the start page, the sheet, every menu, and whatever opens when any of the
//! commands is run. No list of dialogs is kept here that a new one could be missing from: the commands are read from the
//! palette, and that every dialog in the source was seen is checked in the end.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::page::axe::{Part, examine};
use crate::page::looks::{Look, wear};
use crate::page::{Page, hands};

use super::{cases, has_keyboard_in, long_work};

cases![
    nothing_is_wrong_in_the_light,
    nothing_is_wrong_in_the_dark,
    nothing_is_wrong_in_forced_colours,
    menus_are_right_in_all_looks,
    questions_that_come_by_themselves_are_right_in_all_looks,
    every_dialog_of_the_source_is_examined,
];

/// The rows of the grid, which are examined once.
const ROWS: &str = ".rows";

/// Runs a command of the palette and gives what lies over the page then, or beside the sheet, by the classes that tell one
/// from the other.
const RUN: &str = r#"
    const [command] = arguments;
    const frame = () => new Promise(done => requestAnimationFrame(done));
    const palette = () => document.querySelector(".palette[open]");
    const open = () => [...document.querySelectorAll("dialog[open], aside, .context-menu, .notice")];
    return (async () => {
        while (!palette()) await frame();
        const option = palette().querySelector(`[data-command="${command}"]:not([aria-disabled=true])`);
        if (!option) return [];
        option.click();
        await frame();
        await frame();
        return open().map(element => element.className);
    })();
"#;

/// Where commands are run: they can be had in one place or the other.
const PLACES: [&str; 5] = ["B4", "F5:F8", "4:5", "B3", "F20"];

/// After so many commands the book is opened anew, because some of them change it.
const BETWEEN: usize = 8;

/// Commands that only lead away from the book, or are no other than the palette itself.
const AWAY: [&str; 4] = ["file.start", "file.open", "page.palette", "page.accessibility"];

const COMMANDS: &str = "return [...document.querySelectorAll('.palette [role=option]:not([aria-disabled=true])')]
    .map(option => option.dataset.command)";

const IN_PROGRESS: &str = "return document.querySelector('dialog[open].progress') !== null";

/// Dialogs that need more than a command; `questions_that_come_by_themselves_are_right_in_all_looks` brings them about.
const BY_THEMSELVES: [&str; 6] = ["accept", "filter", "number-marks", "palette", "progress", "question"];

async fn nothing_is_wrong_in_the_light(page: &Page) -> Result<()> {
    nothing_is_wrong(page, Look::Light).await
}

async fn nothing_is_wrong_in_the_dark(page: &Page) -> Result<()> {
    nothing_is_wrong(page, Look::Dark).await
}

async fn nothing_is_wrong_in_forced_colours(page: &Page) -> Result<()> {
    nothing_is_wrong(page, Look::Forced).await
}

async fn nothing_is_wrong(page: &Page, look: Look) -> Result<()> {
    page.open("/").await?;
    page.ready().await?;
    wear(page, look).await?;
    examine(page, "the start page", Part::Whole).await?;
    page.open_koping().await?;
    examine(page, "the sheet", Part::Whole).await?;
    page.click_cell("F4").await?;
    page.type_text("=SUM").await?;
    page.until("proposals", "return document.querySelector('[role=listbox]') !== null").await?;
    examine(page, "a formula being typed", Part::Without(ROWS)).await?;
    page.press(&[Key::Escape]).await?;
    kept_books_are_right(page).await
}

/// What the start page and a template say of changes that the browser kept.
async fn kept_books_are_right(page: &Page) -> Result<()> {
    page.enter("C4", "7 500").await?;
    page.until("the change to be kept", "return document.querySelector('.modified[data-kept]') !== null").await?;
    page.open("/nothing-here").await?;
    page.open("/").await?;
    page.until("the kept book", "return document.querySelector('.kept-book') !== null").await?;
    examine(page, "the start page with a kept book", Part::Whole).await?;
    page.open_koping().await?;
    page.alerts("Du har ändrat den här boken tidigare").await?;
    examine(page, "the notice of kept changes", Part::Without(ROWS)).await?;
    Ok(())
}

async fn menus_are_right_in_all_looks(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let menus: Vec<String> =
        page.script("return [...document.querySelectorAll('[data-menu]')].map(name => name.dataset.menu)", &[]).await?;
    for look in Look::ALL {
        wear(page, look).await?;
        for menu in &menus {
            page.click(&format!("[data-menu={menu}]")).await?;
            has_keyboard_in(page, "[role=menu]").await?;
            examine(page, &format!("{menu}, {look:?}"), Part::Only("[role=menu]")).await?;
            page.press(&[Key::Escape]).await?;
        }
    }
    Ok(())
}

async fn questions_that_come_by_themselves_are_right_in_all_looks(page: &Page) -> Result<()> {
    const AMBIGUOUS: &str = r#"
        const data = new DataTransfer();
        data.setData("text/plain", "1,234\n5,678");
        const event = new ClipboardEvent("paste", { bubbles: true, cancelable: true });
        Object.defineProperty(event, "clipboardData", { value: data });
        document.activeElement.dispatchEvent(event);
        return true;
    "#;
    page.open_koping().await?;
    page.click_cell("B3").await?;
    hands::press_with_both(page, [Key::Control, Key::Shift], 'l').await?;
    page.click("[data-cell='Driftredovisning!B3'] .filter-button").await?;
    in_all_looks(page, "filter").await?;
    page.press(&[Key::Escape]).await?;
    open_palette(page).await?;
    in_all_looks(page, "palette").await?;
    page.press(&[Key::Escape]).await?;
    page.enter("B12", "=SUMMA(B4:B10)").await?;
    page.go_to("B12").await?;
    open_palette(page).await?;
    page.script::<Value>(RUN, &[json!("review.accept")]).await?;
    in_all_looks(page, "accept").await?;
    page.press(&[Key::Escape]).await?;
    page.click(".add-sheet").await?;
    page.until(
        "the new sheet",
        "return !document.querySelector('[role=tab][aria-selected=true]').textContent.startsWith('Drift')",
    )
    .await?;
    page.type_text("7").await?;
    page.press(&[Key::Enter]).await?;
    open_palette(page).await?;
    page.script::<Value>(RUN, &[json!("sheet.delete")]).await?;
    in_all_looks(page, "question").await?;
    page.press(&[Key::Escape]).await?;
    page.script::<Value>(AMBIGUOUS, &[]).await?;
    in_all_looks(page, "number-marks").await?;
    page.press(&[Key::Escape]).await?;
    long_work::paste(page, 45_000, 20).await?;
    page.until("progress", IN_PROGRESS).await?;
    for look in Look::ALL {
        wear(page, look).await?;
        let examined = examine(page, &format!("progress, {look:?}"), Part::Only(".progress")).await;
        // The dialog is there no longer than the work, which a quick machine may have done before the last look.
        if page.script::<bool>(IN_PROGRESS, &[]).await? {
            examined?;
        }
    }
    page.press(&[Key::Escape]).await?;
    long_work::done(page).await
}

/// Runs every command that can be had, wherever it can, and gives what opened.
async fn every_dialog_of_the_source_is_examined(page: &Page) -> Result<()> {
    page.open_koping().await?;
    let (mut run, mut seen) = (BTreeSet::from(AWAY.map(str::to_owned)), BTreeSet::new());
    for place in PLACES {
        prepare(page, place).await?;
        open_palette(page).await?;
        let commands: Vec<String> = page.script(COMMANDS, &[]).await?;
        page.press(&[Key::Escape]).await?;
        let fresh: Vec<String> = commands.into_iter().filter(|command| !run.contains(command)).collect();
        for some in fresh.chunks(BETWEEN) {
            prepare(page, place).await?;
            for command in some {
                try_command(page, command, &mut seen).await.with_context(|| format!("{command} in {place}"))?;
            }
        }
        run.extend(fresh);
    }
    let missing: Vec<String> = dialogs()?.into_iter().filter(|name| !seen.contains(name)).collect();
    ensure!(missing == BY_THEMSELVES, "dialogs that no command opened: {missing:?}; seen: {seen:?}");
    Ok(())
}

/// A book with something of everything, changed since it was saved.
async fn prepare(page: &Page, place: &str) -> Result<()> {
    page.open_koping().await?;
    page.go_to("F5").await?;
    page.type_text("2026-01-31").await?;
    page.press(&[Key::Enter]).await?;
    page.go_to(place).await
}

async fn open_palette(page: &Page) -> Result<()> {
    page.press_with(Key::Alt, 'q').await?;
    has_keyboard_in(page, ".palette").await
}

/// Runs a command and examines what opens, if it has not been seen before.
async fn try_command(page: &Page, command: &str, seen: &mut BTreeSet<String>) -> Result<()> {
    page.press_with(Key::Alt, 'q').await?;
    let open: Vec<String> = page.script(RUN, &[json!(command)]).await?;
    for name in open.iter().filter_map(|classes| classes.split_whitespace().last()) {
        if seen.insert(name.to_owned()) {
            in_all_looks(page, name).await?;
        }
    }
    page.press(&[Key::Escape]).await
}

async fn in_all_looks(page: &Page, name: &str) -> Result<()> {
    let selector = format!(".{name}");
    page.until(name, &format!("return document.querySelector({}) !== null", json!(selector))).await?;
    for look in Look::ALL {
        wear(page, look).await?;
        let is_dialog =
            page.script(&format!("return document.querySelector('dialog[open]{selector}') !== null"), &[]).await?;
        let part = if is_dialog { Part::Only(&selector) } else { Part::Without(ROWS) };
        examine(page, &format!("{name}, {look:?}"), part).await?;
    }
    wear(page, Look::Light).await
}

/// The classes of all dialogs in the source of the page.
fn dialogs() -> Result<BTreeSet<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../web/src/components");
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let source = if path.is_file() { fs::read_to_string(path)? } else { String::new() };
        for opening in ["<Dialog class=\"", "class=\"dialog "] {
            let names = source.split(opening).skip(1).filter_map(|rest| rest.split_once('"'));
            found.extend(names.map(|(name, _)| name.to_owned()));
        }
    }
    Ok(found)
}
