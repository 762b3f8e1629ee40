//! How quick the page feels. These are measured and printed, never judged: a busy machine must not fail a test.

use anyhow::Result;
use serde_json::Value;
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![key_to_repaint, first_sheet, pictures_for_the_readme];

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

async fn pictures_for_the_readme(page: &Page) -> Result<()> {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("pictures");
    std::fs::create_dir_all(&folder)?;
    page.open("/").await?;
    page.ready().await?;
    page.picture(&folder.join("start.png")).await?;
    page.open_koping().await?;
    page.click_cell("C4").await?;
    page.picture(&folder.join("koping.png")).await?;
    println!("pictures in {}", folder.display());
    Ok(())
}

fn report(what: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or(f64::NAN);
    println!("{what}: median {:.1} ms, 95 % {:.1} ms of {}", at(50), at(95), times.len());
}
