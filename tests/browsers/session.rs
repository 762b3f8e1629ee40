//! A browser's session: started once, used by one case after the other, and ended with its browser whatever happens. A
//! case that fails leaves a picture of the page behind.

use std::any::Any;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use tokio::runtime::{Builder, Runtime};
use tokio::time::timeout;

use crate::browser::Browser;
use crate::cases::Case;
use crate::driver::Driver;
use crate::environment::Environment;
use crate::page::Page;

/// How long a case may take; a page that hangs must not hold up the others.
const PATIENCE: Duration = Duration::from_secs(150);

/// Wide and high enough that the sheets of the cases fit.
const WINDOW: (u32, u32) = (1400, 900);

/// A browser at work. The fields are dropped in this order.
pub struct Session {
    browser: Browser,
    page: Page,
    runtime: Runtime,
    driver: Driver,
    _folder: TempDir,
}

impl Session {
    /// Starts a browser.
    pub fn start(browser: Browser, environment: &Environment) -> Result<Self> {
        let (program, driver) = browser.variables();
        let folder = tempfile::Builder::new().prefix("tertial-").tempdir()?;
        let downloads = folder.path().join("downloads");
        fs::create_dir(&downloads)?;
        let driver = Driver::start(browser, environment.variable(driver), folder.path())?;
        let capabilities = browser.capabilities(environment.variable(program), folder.path(), &downloads);
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let web = runtime.block_on(async {
            let web = WebDriver::new(driver.address(), capabilities).await?;
            web.set_window_rect(0, 0, WINDOW.0, WINDOW.1).await?;
            anyhow::Ok(web)
        });
        let web = web.with_context(|| format!("{} does not start", browser.name()))?;
        let page = Page::new(browser, web, environment.url(), downloads);
        Ok(Self { browser, page, runtime, driver, _folder: folder })
    }

    /// Runs a case on a fresh page.
    pub fn run(&self, case: &Case) -> Result<()> {
        let written = self.driver.written();
        let played = catch_unwind(AssertUnwindSafe(|| self.runtime.block_on(self.play(case))));
        let error = match played {
            Ok(Ok(())) => return Ok(()),
            Ok(Err(error)) => error,
            Err(panic) => anyhow!("{}", words(&*panic)),
        };
        let picture = self.picture(case).unwrap_or_else(|reason| format!("no picture: {reason:#}"));
        let errors = self.driver.errors_since(written);
        Err(anyhow!("{error:#}\n{picture}\n{errors}"))
    }

    async fn play(&self, case: &Case) -> Result<()> {
        let play = async {
            self.page.reset().await?;
            (case.play)(&self.page).await
        };
        timeout(PATIENCE, play).await.with_context(|| format!("the case did not end within {PATIENCE:?}"))?
    }

    fn picture(&self, case: &Case) -> Result<String> {
        let file = pictures().join(format!("{}-{}.png", self.browser.name(), case.name));
        fs::create_dir_all(pictures())?;
        self.runtime.block_on(async { timeout(PATIENCE, self.page.picture(&file)).await? })?;
        Ok(format!("picture: {}", file.display()))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // A browser that does not end by itself ends with its driver.
        self.runtime.block_on(async { timeout(PATIENCE, self.page.quit()).await }).ok();
    }
}

/// The folder of the pictures, in the target folder.
fn pictures() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("browser-failures")
}

fn words(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_else(|| "the case panicked".to_owned())
}
