//! Nothing leaves the computer: the page asks for its own files only, and could not do otherwise.

use anyhow::{Result, ensure};
use thirtyfour::Key;

use crate::page::Page;

use super::cases;

cases![no_request_leaves_the_origin, the_policy_blocks_every_other_origin];

const REQUESTS: &str = "return performance.getEntriesByType('resource').map(entry => entry.name)";

/// Asks an address, and gives the rule that forbade it, or word of an answer.
const ASK: &str = r#"
    const [address] = arguments;
    return new Promise(resolve => {
        document.addEventListener("securitypolicyviolation", event => resolve(event.effectiveDirective));
        fetch(address, { mode: "no-cors" }).then(() => resolve("an answer"), () => {});
    });
"#;

async fn no_request_leaves_the_origin(page: &Page) -> Result<()> {
    page.open_koping().await?;
    page.enter("C4", "7 500").await?;
    page.switch_language().await?;
    page.press_with(Key::Control, 's').await?;
    page.saved().await?;
    let requests: Vec<String> = page.script(REQUESTS, &[]).await?;
    ensure!(requests.iter().any(|address| address.contains(".wasm")), "the program itself is missing: {requests:?}");
    let own = format!("{}/", page.url());
    let foreign: Vec<_> = requests.iter().filter(|address| !address.starts_with(&own)).collect();
    // A saved file is an address inside the page.
    let foreign: Vec<_> = foreign.into_iter().filter(|address| !address.starts_with(&format!("blob:{own}"))).collect();
    ensure!(foreign.is_empty(), "asked for {foreign:?}");
    Ok(())
}

async fn the_policy_blocks_every_other_origin(page: &Page) -> Result<()> {
    page.open_koping().await?;
    // The same server by another name: it would answer.
    let elsewhere = page.url().replace("localhost", "127.0.0.1");
    ensure!(elsewhere != page.url(), "{} has no other name", page.url());
    for (address, expected) in [(page.url(), "an answer"), (&elsewhere, "connect-src")] {
        let verdict: String = page.script(ASK, &[format!("{address}/").into()]).await?;
        ensure!(verdict == expected, "a request to {address} got {verdict}, not {expected}");
    }
    Ok(())
}
