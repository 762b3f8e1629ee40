//! Files that go into the page and come out of it.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::Value;

use super::{KOPING, Page};

const FETCH: &str = "return fetch(`templates/${arguments[0]}`).then(answer => answer.text())";

/// A file that the page gave to be saved.
pub struct Saved {
    pub path: PathBuf,
    pub content: Value,
}

impl Page {
    /// The text of the template that most cases work with.
    pub async fn template(&self) -> Result<String> {
        self.script(FETCH, &[KOPING.into()]).await
    }

    /// Makes a file and chooses it to be opened.
    pub async fn choose(&self, name: &str, content: &[u8]) -> Result<()> {
        // Beside the downloads, not among them.
        let path = self.downloads.with_file_name(name);
        fs::write(&path, content)?;
        self.choose_file(&path.to_string_lossy()).await
    }

    /// Chooses a file to be opened.
    pub async fn choose_file(&self, path: &str) -> Result<()> {
        Ok(self.element("input[type=file]").await?.send_keys(path).await?)
    }

    /// Waits until a file has been saved as a whole.
    pub async fn saved(&self) -> Result<Saved> {
        let found = async || Ok(self.find_saved()?.is_some());
        self.eventually("a whole .tertial file among the downloads", true, found).await?;
        self.find_saved()?.context("a file that was there a moment ago")
    }

    pub(super) fn empty_downloads(&self) -> Result<()> {
        for file in self.download_paths()? {
            fs::remove_file(file)?;
        }
        Ok(())
    }

    fn find_saved(&self) -> Result<Option<Saved>> {
        let books = self.download_paths()?;
        let books = books.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "tertial"));
        // A file that is still being written is no JSON yet.
        let whole = |path: PathBuf| Some(Saved { content: serde_json::from_slice(&fs::read(&path).ok()?).ok()?, path });
        Ok(books.filter_map(whole).next())
    }

    fn download_paths(&self) -> Result<Vec<PathBuf>> {
        fs::read_dir(&self.downloads)?.map(|entry| Ok(entry?.path())).collect()
    }
}
