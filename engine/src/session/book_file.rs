//! Opening and saving the book's own file.

use super::{Environment, Refusal, Session};
use crate::file;

impl Session {
    /// Opens a `.tertial` file. The refusal of a damaged, foreign or newer file says why.
    pub fn open(bytes: &[u8], environment: Box<dyn Environment>) -> Result<Self, Refusal> {
        let book = file::load(bytes).map_err(|error| Refusal::of_file(&error, super::Locale::default()))?;
        Ok(Self::of(book, environment))
    }

    /// The bytes of the book's `.tertial` file.
    pub fn save(&self) -> Vec<u8> {
        file::save(&self.book)
    }
}
