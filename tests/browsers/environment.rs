//! What the tests are told from outside: where the page is served, and where the browsers and their drivers are.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

/// The address of the served page, without a slash at its end.
const URL: &str = "TERTIAL_URL";

const VARIABLES: [&str; 5] = [URL, "CHROMIUM", "CHROMEDRIVER", "FIREFOX", "GECKODRIVER"];

/// The variables that the tests need.
pub struct Environment(BTreeMap<&'static str, String>);

impl Environment {
    /// Reads the variables, all of which must be there.
    pub fn read() -> Result<Self> {
        let given = VARIABLES.iter().filter_map(|name| Some((*name, std::env::var(name).ok()?)));
        let environment = Self(given.filter(|(_, value)| !value.is_empty()).collect());
        let missing: Vec<_> = VARIABLES.iter().filter(|name| !environment.0.contains_key(*name)).copied().collect();
        ensure!(
            missing.is_empty(),
            "the browser tests need {} in the environment; `cargo xtask test` builds and serves the page and sets them",
            missing.join(", ")
        );
        Ok(environment)
    }

    /// The address of the page.
    pub fn url(&self) -> &str {
        self.variable(URL).trim_end_matches('/')
    }

    /// The path of the program that a variable names.
    pub fn variable(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }
}
