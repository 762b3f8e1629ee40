//! The browsers that the page is tested in, and how each of them is set up: without a screen, with nothing of its own to
//! ask the network, and with downloads into a folder of the tests.

use std::path::Path;

use serde_json::{Value, json};
use thirtyfour::Capabilities;

/// A browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    Firefox,
}

/// Keeps Chromium from looking up outside hosts as soon as it starts; it runs as any user, in any container.
const CHROMIUM_ARGUMENTS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
];

impl Browser {
    /// All browsers.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];

    /// The name that its tests begin with.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        }
    }

    /// The variables that name the browser's and its driver's programs.
    pub const fn variables(self) -> (&'static str, &'static str) {
        match self {
            Self::Chromium => ("CHROMIUM", "CHROMEDRIVER"),
            Self::Firefox => ("FIREFOX", "GECKODRIVER"),
        }
    }

    /// What its driver is started with: its own port, and another for a protocol that is not used but opened.
    pub fn driver_arguments(self, port: u16, other_port: u16, folder: &Path) -> Vec<String> {
        let port = format!("--port={port}");
        match self {
            Self::Chromium => vec![port, "--enable-chrome-logs".into()],
            Self::Firefox => {
                let profiles = format!("--profile-root={}", folder.display());
                // Settings of the system are changed from within.
                vec![port, format!("--websocket-port={other_port}"), profiles, "--allow-system-access".into()]
            }
        }
    }

    /// What its session is started with.
    pub fn capabilities(self, program: &str, folder: &Path, downloads: &Path) -> Capabilities {
        let wanted = match self {
            Self::Chromium => chromium(program, &folder.join("profile"), downloads),
            Self::Firefox => firefox(program, downloads),
        };
        wanted.into_iter().collect::<serde_json::Map<_, _>>().into()
    }

    /// What a line of the driver's output has in it when the page reports an error.
    pub const fn error_marks(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["CONSOLE"],
            Self::Firefox => &["console.error", "JavaScript error"],
        }
    }
}

fn chromium(program: &str, profile: &Path, downloads: &Path) -> [(String, Value); 2] {
    let profile = format!("--user-data-dir={}", profile.display());
    let arguments: Vec<&str> = CHROMIUM_ARGUMENTS.iter().copied().chain([profile.as_str()]).collect();
    let options = json!({
        "binary": program,
        "args": arguments,
        "prefs": { "download.default_directory": downloads, "download.prompt_for_download": false },
    });
    [("browserName".into(), "chrome".into()), ("goog:chromeOptions".into(), options)]
}

fn firefox(program: &str, downloads: &Path) -> [(String, Value); 2] {
    let options = json!({
        "binary": program,
        "args": ["-headless"],
        "prefs": {
            // A folder of our own instead of the user's.
            "browser.download.folderList": 2,
            "browser.download.dir": downloads,
            "browser.download.always_ask_before_handling_new_types": false,
            "browser.helperApps.neverAsk.saveToDisk": "application/json",
            "devtools.console.stdout.content": true,
            "app.normandy.enabled": false,
            "messaging-system.rsexperimentloader.enabled": false,
        },
    });
    [("browserName".into(), "firefox".into()), ("moz:firefoxOptions".into(), options)]
}
