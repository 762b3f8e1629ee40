//! How quick the page feels. These are measured and printed, never judged: a busy machine must not fail a test.

use anyhow::Result;
use serde_json::Value;
use tertial_engine::session::{Session, Still};
use tertial_tests::large;
use thirtyfour::Key;

use crate::page::Page;
use crate::page::looks::{self, Look, Window, wear};

use super::{cases, long_work};

cases![key_to_repaint, first_sheet, large_sheet, large_paste, pictures_for_the_readme];

/// Edits that are measured.
const EDITS: usize = 40;

/// Times each Enter from its key event to the moment after the next frame is painted.
const WATCH_KEYS: &str = r#"
    window.paintTimes = [];
    document.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || document.activeElement.tagName !== "TEXTAREA") return;
        const start = event.timeStamp;
        requestAnimationFrame(() => {
            const channel = new MessageChannel();
            channel.port1.onmessage = () => window.paintTimes.push(performance.now() - start);
            channel.port2.postMessage(null);
        });
    }, { capture: true });
    return true;
"#;

/// Times Enter up to the end of what the page does at once, without the wait for the screen's next frame.
const WATCH_WORK: &str = r#"
    window.workTimes = [];
    let start = null;
    window.addEventListener("keydown", (event) => {
        const isFigure = event.key === "Enter" && document.activeElement.tagName === "TEXTAREA";
        start = isFigure ? performance.now() : null;
    }, { capture: true });
    window.addEventListener("keydown", () => {
        const begun = start;
        if (begun === null) return;
        setTimeout(() => { document.body.offsetHeight; window.workTimes.push(performance.now() - begun); });
    });
    return true;
"#;

async fn key_to_repaint(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.script::<Value>(WATCH_KEYS, &[]).await?;
    page.script::<Value>(WATCH_WORK, &[]).await?;
    for edit in 0..EDITS {
        page.go_to("C4").await?;
        page.type_text(&(7000 + edit).to_string()).await?;
        page.press(&[Key::Enter]).await?;
    }
    let paints: Vec<f64> = page.script("return window.paintTimes", &[]).await?;
    let work: Vec<f64> = page.script("return window.workTimes", &[]).await?;
    report("Enter on a figure until the next frame is painted", paints);
    report("Enter on a figure until script and layout are done", work);
    Ok(())
}

async fn first_sheet(page: &Page) -> Result<()> {
    let mut times = Vec::new();
    for _ in 0..7 {
        page.open("/nothing-here").await?;
        page.open_koping().await?;
        times.push(page.script::<f64>("return performance.now()", &[]).await?);
    }
    report("opening Köping's sheet until it stands, at most", times);
    Ok(())
}

/// Rows of the large sheet, which has twenty columns.
const LARGE: u32 = 100_000;

/// Times the opening of a chosen file until its first cell stands and is laid out.
const WATCH_OPENING: &str = r#"
    document.querySelector("input[type=file]").addEventListener("change", () => {
        const start = performance.now();
        const look = () => {
            if (!document.querySelector('[data-cell="Stort!A1"]')) return setTimeout(look);
            document.body.offsetHeight;
            window.openingTime = performance.now() - start;
        };
        setTimeout(look);
    }, { capture: true, once: true });
    return true;
"#;

/// Times keys that move the active cell, from the key event until its script is done and the cell stands in sight: script,
/// style and layout of the whole page. There is no wait for the screen's next frame in it, unless the page itself leaves
/// something of the key for later.
const WATCH_MOVES: &str = r#"
    window.keyTimes = [];
    const active = () => document.querySelector(".cell.active");
    const isSeen = (cell) => {
        const [at, around] = [cell, document.querySelector(".scroller")].map((node) => node.getBoundingClientRect());
        return at.top >= around.top && at.bottom <= around.bottom + 1;
    };
    const moves = (event) => ["ArrowDown", "ArrowUp", "PageDown", "Enter"].includes(event.key);
    let before, begun;
    window.addEventListener("keydown", () => {
        before = active()?.dataset.cell;
        document.body.offsetHeight;
        begun = performance.now();
    }, { capture: true });
    const look = () => {
        const cell = active();
        if (!cell || cell.dataset.cell === before || !isSeen(cell)) return setTimeout(look);
        window.keyTimes.push(performance.now() - begun);
    };
    window.addEventListener("keydown", (event) => moves(event) && look());
    return true;
"#;

async fn large_sheet(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.script::<Value>(WATCH_OPENING, &[]).await?;
    // As files are: with the values that were calculated when they were saved.
    let bytes = Session::of(large::book(LARGE), Box::new(Still { now: 46_266.0 })).save();
    println!("a file of {} MiB", bytes.len() >> 20);
    page.choose("stort.tertial", &bytes).await?;
    long_work::wait(page, "return window.openingTime !== undefined").await?;
    let opening = page.script("return window.openingTime", &[]).await?;
    against("opening 100 000 x 20 cells", vec![opening], 1_500.0);
    page.click_cell("Stort!B5").await?;
    page.script::<Value>(WATCH_MOVES, &[]).await?;
    keys(page, "an arrow key", &[Key::Down, Key::Up], 4.0).await?;
    keys(page, "scrolling a page", &[Key::PageDown], 16.0).await?;
    page.press_with(Key::Control, Key::Home).await?;
    page.script::<Value>("window.keyTimes = []; return true", &[]).await?;
    let mut enters = Vec::new();
    for edit in 0..EDITS {
        page.click_cell("Stort!B5").await?;
        page.type_text(&(7000 + edit).to_string()).await?;
        page.press(&[Key::Enter]).await?;
        let times: Vec<f64> = page.script("return window.keyTimes.splice(0)", &[]).await?;
        enters.extend(times.last().copied());
    }
    against("Enter on an input with 30 visible dependents", enters, 8.0);
    let nodes: f64 = page.script("return document.querySelectorAll('*').length", &[]).await?;
    println!("elements on the page: {nodes}");
    Ok(())
}

async fn keys(page: &Page, what: &str, keys: &[Key], budget: f64) -> Result<()> {
    page.script::<Value>("window.keyTimes = []; return true", &[]).await?;
    for _ in 0..EDITS {
        page.press(keys).await?;
    }
    against(what, page.script("return window.keyTimes", &[]).await?, budget);
    Ok(())
}

async fn large_paste(page: &Page) -> Result<()> {
    long_work::begin(page).await?;
    long_work::paste(page, 50_000, 20).await?;
    long_work::done(page).await?;
    let [read, gap, all]: [f64; 3] = page
        .script(
            "return [window.readTime, Math.max(...window.gaps), window.gaps.reduce((sum, gap) => sum + gap, 0)]",
            &[],
        )
        .await?;
    println!("a paste of 1 000 000 cells: {read:.0} ms at first, {all:.0} ms in parts, the longest {gap:.0} ms");
    Ok(())
}

async fn pictures_for_the_readme(page: &Page) -> Result<()> {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("pictures");
    std::fs::create_dir_all(&folder)?;
    page.open("/").await?;
    page.ready().await?;
    page.picture(&folder.join("start.png")).await?;
    page.click("[data-command='file.example']").await?;
    page.ready().await?;
    page.go_to("F4").await?;
    page.press_with(Key::Control, Key::F7).await?;
    page.until("the panel", "return document.querySelector('[data-part=why-formula]') !== null").await?;
    page.picture(&folder.join("example.png")).await?;
    page.open_koping().await?;
    page.click_cell("F4").await?;
    page.type_text("=B4-C4+SUM").await?;
    page.until("proposals", "return document.querySelector('[role=listbox]') !== null").await?;
    wear(page, Look::Dark).await?;
    page.picture(&folder.join("formula.png")).await?;
    wear(page, Look::Light).await?;
    page.press(&[Key::Escape, Key::Escape]).await?;
    page.press_with(Key::Control, 'p').await?;
    super::has_keyboard_in(page, ".print-view").await?;
    page.picture(&folder.join("print.png")).await?;
    looks::resize(page, Window::NARROW).await?;
    page.open_koping().await?;
    page.click("[data-command='view.row']").await?;
    super::has_keyboard_in(page, ".row-form").await?;
    page.picture(&folder.join("row.png")).await?;
    println!("pictures in {}", folder.display());
    Ok(())
}

fn against(what: &str, mut times: Vec<f64>, budget: f64) {
    times.sort_by(f64::total_cmp);
    let median = times.get(times.len() / 2).copied().unwrap_or(f64::NAN);
    println!("{what}: median {median:.1} ms of {}, budget {budget} ms", times.len());
}

fn report(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or(f64::NAN);
    println!("{what}: median {:.1} ms, 95 % {:.1} ms of {}", at(50), at(95), times.len());
}
