//! How a person has set up the system: light, dark or with colours of their own. The browsers are told as the system would
//! tell them.

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::{RequestData, SessionId};

use super::Page;
use crate::browser::Browser;

/// A setting of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    Light,
    Dark,
    /// Colours that the user has chosen for everything.
    Forced,
}

impl Look {
    /// All settings.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Forced];
}

/// The size of a window, in points of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window(u32, u32);

impl Window {
    /// As wide as the rule on reflow has it.
    pub const NARROW: Self = Self(320, 640);
    /// 1280 by 800, enlarged four times.
    pub const ENLARGED: Self = Self(320, 200);
}

/// Makes the page so large. Browsers have a least width of their windows, so the page is what is made small.
pub async fn resize(page: &Page, Window(width, height): Window) -> Result<()> {
    match page.browser {
        Browser::Chromium => {
            let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            devtools(page, "Emulation.setDeviceMetricsOverride", metrics).await.map(|_| ())
        }
        Browser::Firefox => in_firefox(page, SET_SIZE, json!([width, height])).await,
    }
}

/// Gives the page the size of its window again.
pub async fn restore_size(page: &Page) -> Result<()> {
    match page.browser {
        Browser::Chromium => devtools(page, "Emulation.clearDeviceMetricsOverride", json!({})).await.map(|_| ()),
        Browser::Firefox => in_firefox(page, SET_SIZE, json!([null, null])).await,
    }
}

const SET_SIZE: &str = "\
    const [width, height] = arguments[0]; \
    const browser = Services.wm.getMostRecentWindow('navigator:browser').gBrowser.selectedBrowser; \
    for (const [name, size] of [['width', width], ['height', height]]) { \
        for (const bound of ['min-', 'max-']) browser.style.setProperty(bound + name, size === null ? '' : size + 'px'); \
    } \
    return true";

/// Chooses whether scripts run in the page or in the browser around it.
#[derive(Debug)]
struct FirefoxContext(&'static str);

impl FormatRequestData for FirefoxContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(http::Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}

const SET_PREFERENCES: &str = "\
    for (const [name, value] of Object.entries(arguments[0])) Services.prefs.setIntPref(name, value); return true";

/// Sets the system up in this way.
pub async fn wear(page: &Page, look: Look) -> Result<()> {
    match page.browser {
        Browser::Chromium => wear_chromium(page, look).await,
        Browser::Firefox => wear_firefox(page, look).await,
    }
}

async fn wear_chromium(page: &Page, look: Look) -> Result<()> {
    let scheme = if look == Look::Dark { "dark" } else { "light" };
    let forced = if look == Look::Forced { "active" } else { "none" };
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "forced-colors", "value": forced },
    ]);
    devtools(page, "Emulation.setEmulatedMedia", json!({ "features": features })).await?;
    Ok(())
}

async fn wear_firefox(page: &Page, look: Look) -> Result<()> {
    // Dark is 0 and light 1; 1 leaves the page its colours and 2 takes them away.
    let preferences = json!({
        "layout.css.prefers-color-scheme.content-override": i32::from(look != Look::Dark),
        "browser.display.document_color_use": 1 + i32::from(look == Look::Forced),
    });
    in_firefox(page, SET_PREFERENCES, preferences).await
}

/// Asks Chromium for something that its developer tools can do.
pub async fn devtools(page: &Page, command: &str, parameters: Value) -> Result<Value> {
    Ok(page.web.cdp().send_raw(command, parameters).await?)
}

/// Whether the browser can be asked for the document that it would print.
pub fn makes_documents(page: &Page) -> bool {
    page.browser == Browser::Chromium
}

/// Runs a script in Firefox itself, around the page.
async fn in_firefox(page: &Page, script: &str, argument: Value) -> Result<()> {
    page.web.handle().cmd(FirefoxContext("chrome")).await?;
    let done = page.script::<bool>(script, &[argument]).await;
    page.web.handle().cmd(FirefoxContext("content")).await?;
    done.map(|_| ())
}
