//! The page in a browser, as cases speak of it. What a person does to it stands in `hands`, what a person sees of it in
//! `eyes`; here is how it is opened and waited for.

pub mod axe;
mod eyes;
mod files;
pub mod hands;
pub mod looks;

use std::fmt::Debug;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use thirtyfour::{By, WebDriver, WebElement};

use crate::browser::Browser;

/// How long anything on the page may take. Pages are quick; machines that build at the same time are not.
const PATIENCE: Duration = Duration::from_secs(10);
const PAUSE: Duration = Duration::from_millis(10);

/// The sheet that cells stand on when nothing else is said.
pub const SHEET: &str = "Driftredovisning";

/// The template that most cases work with.
pub const KOPING: &str = "koping/01-driftredovisning.tertial";

/// Empties what the browser keeps for the site.
const FORGET: &str = r#"
    localStorage.clear();
    sessionStorage.clear();
    return new Promise(resolve => {
        const request = indexedDB.deleteDatabase("tertial");
        request.onsuccess = request.onerror = request.onblocked = () => resolve(true);
    });
"#;

/// The page.
pub struct Page {
    browser: Browser,
    web: WebDriver,
    url: String,
    downloads: PathBuf,
}

impl Page {
    /// The page at an address, in a browser that downloads to a folder.
    pub fn new(browser: Browser, web: WebDriver, url: &str, downloads: PathBuf) -> Self {
        Self { browser, web, url: url.to_owned(), downloads }
    }

    /// Forgets what earlier cases left behind in the browser.
    pub async fn reset(&self) -> Result<()> {
        self.web.action_chain().reset_actions().await?;
        // The site's own origin, but none of its pages: nothing there is running.
        self.web.goto(format!("{}/nothing-here", self.url)).await?;
        looks::wear(self, looks::Look::Light).await?;
        looks::restore_size(self).await?;
        self.script::<Value>(FORGET, &[]).await?;
        self.empty_downloads()
    }

    /// Opens Köping's operating statement.
    pub async fn open_koping(&self) -> Result<()> {
        self.open(&format!("/?book={KOPING}")).await?;
        self.ready().await
    }

    /// Opens an address of the site, which begins with a slash.
    pub async fn open(&self, address: &str) -> Result<()> {
        Ok(self.web.goto(format!("{}{address}", self.url)).await?)
    }

    /// Waits until the page says that its first sheet is calculated and drawn.
    pub async fn ready(&self) -> Result<()> {
        self.until("the page to be ready", "return document.documentElement.dataset.ready === 'true'").await
    }

    /// The address of the site.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Runs a script in the page. A promise that it returns is waited for.
    pub async fn script<T: serde::de::DeserializeOwned>(&self, script: &str, arguments: &[Value]) -> Result<T> {
        Ok(self.web.execute(script, arguments.to_vec()).await?.convert()?)
    }

    /// Waits until a script says true.
    pub async fn until(&self, what: &str, script: &str) -> Result<()> {
        self.eventually(what, true, async || self.script(script, &[]).await).await
    }

    /// Waits until what is read is what is expected.
    pub async fn eventually<T>(&self, what: &str, expected: T, read: impl AsyncFn() -> Result<T>) -> Result<()>
    where
        T: PartialEq + Debug,
    {
        let start = Instant::now();
        loop {
            let seen = read().await.with_context(|| format!("reading {what}"))?;
            if seen == expected {
                return Ok(());
            }
            ensure!(
                start.elapsed() < PATIENCE,
                "waited {PATIENCE:?} for {what}: expected {expected:?}, but it is {seen:?}"
            );
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Saves a picture of the page.
    pub async fn picture(&self, file: &Path) -> Result<()> {
        Ok(self.web.screenshot(file).await?)
    }

    /// Ends the browser.
    pub async fn quit(&self) -> Result<()> {
        Ok(self.web.clone().quit().await?)
    }

    async fn element(&self, selector: &str) -> Result<WebElement> {
        self.until(selector, &format!("return document.querySelector({}) !== null", Value::from(selector))).await?;
        Ok(self.web.find(By::Css(selector)).await?)
    }
}

/// The name by which the page knows a cell: with its sheet.
fn place(cell: &str) -> String {
    if cell.contains('!') { cell.to_owned() } else { format!("{SHEET}!{cell}") }
}

fn cell_selector(cell: &str) -> String {
    format!("[role=gridcell][data-cell=\"{}\"]", place(cell))
}
