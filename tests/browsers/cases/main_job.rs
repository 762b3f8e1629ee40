//! The whole main job by keyboard alone, and what is said on the way: open a template, type, hear the total, save.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::{cases, start_page};

cases![the_main_job_is_done_by_keyboard_and_heard];

/// Notes each thing that the polite region says of cells, and each thing that a line of status says.
const LISTEN: &str = r#"
    window.heard = [];
    const note = node => {
        const live = (node.nodeType === 1 ? node : node.parentElement)?.closest("[aria-live=polite], [role=status]");
        if (live?.textContent) window.heard.push(live.textContent);
    };
    new MutationObserver(changes => changes.forEach(change => note(change.target)))
        .observe(document.body, { subtree: true, childList: true, characterData: true });
    return true;
"#;

const HEARD: &str = "return window.heard.splice(0)";

async fn the_main_job_is_done_by_keyboard_and_heard(page: &Page) -> Result<()> {
    page.open("/").await?;
    page.ready().await?;
    start_page::open_by_keyboard(page).await?;
    page.ready().await?;
    page.script::<bool>(LISTEN, &[]).await?;
    // The first cell to fill in is where one begins.
    page.press(&[Key::Down]).await?;
    hears(page, "Kommunikationsenhet, Budget, 2\u{a0}011 tusen kronor").await?;
    page.press(&[Key::Down, Key::Down, Key::Right]).await?;
    hears(page, "Personalavdelning, Prognos Helår, 13\u{a0}541 tusen kronor").await?;
    page.press(&[Key::Right]).await?;
    hears(page, "Personalavdelning, Avvikelse, plus 200 tusen kronor, formel").await?;
    page.press(&[Key::Left]).await?;
    page.type_text("14000").await?;
    page.press(&[Key::Enter]).await?;
    hears(page, "Kollektivtrafik, Prognos Helår, 1\u{a0}074 tusen kronor").await?;
    page.press(&[Key::Right, Key::Up]).await?;
    hears(page, "Personalavdelning, Avvikelse, minus 259 tusen kronor, formel").await?;
    page.press_with(Key::Control, Key::End).await?;
    hears(page, "Summa, Avvikelse, minus 159 tusen kronor, formel").await?;
    page.press_with(Key::Control, 'z').await?;
    hears(page, "Ångrade").await?;
    page.press_with(Key::Control, 'y').await?;
    page.press_with(Key::Control, Key::End).await?;
    hears(page, "Summa, Avvikelse, minus 159 tusen kronor, formel").await?;
    page.press_with(Key::Control, 's').await?;
    let saved = page.saved().await?;
    ensure!(saved.content.to_string().contains("14000"), "what was typed is not in the file");
    Ok(())
}

/// Waits until words were said since the last that were waited for.
async fn hears(page: &Page, words: &str) -> Result<()> {
    let heard = async || {
        let heard: Vec<String> = page.script(HEARD, &[]).await?;
        Ok(heard.iter().any(|said| said.contains(words)))
    };
    page.eventually(&format!("“{words}” to be said"), true, heard).await
}
