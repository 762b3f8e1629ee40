//! The product's own file format `.tertial`: UTF-8 JSON in an envelope that names format, version, writer and checksum.
//! Opening checks everything before a book is given out; nothing of a damaged file is let through.

mod checksum;
mod convert;
mod layout;
mod reading;
mod v1;

use std::borrow::Cow;
use std::fmt;

use serde::Deserialize;

use crate::book::Book;

use checksum::Checksum;
pub use reading::Reading;

/// Name of the format in the envelope.
const FORMAT: &str = "tertial";
/// Version that is written.
pub const VERSION: u32 = 1;
/// The largest file that is read, in bytes.
pub const MAX_BYTES: usize = 256 << 20;

/// Why a file cannot be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileError {
    /// It is larger than [`MAX_BYTES`].
    TooLarge,
    /// It is not UTF-8 text.
    NotText,
    /// It is no JSON, or JSON that is cut off, at this line and column.
    Damaged {
        /// Line, from one.
        line: usize,
        /// Column, from one.
        column: usize,
    },
    /// It is whole, but no Tertial file.
    OtherFormat,
    /// It was written by a newer version.
    Newer(u32),
    /// Its checksum does not agree with its content.
    Checksum,
    /// Something in it cannot be, at this place.
    Content {
        /// Where, such as `Driftredovisning!B4`.
        place: String,
        /// What stands there.
        found: String,
    },
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "the file is larger than {} MiB", MAX_BYTES >> 20),
            Self::NotText => write!(f, "the file is not text in UTF-8"),
            Self::Damaged { line, column } => {
                write!(f, "the file is damaged or cut off at line {line}, column {column}")
            }
            Self::OtherFormat => write!(f, "the file is not a Tertial file"),
            Self::Newer(version) => write!(f, "the file has version {version}, this program reads up to {VERSION}"),
            Self::Checksum => write!(f, "the file's checksum does not agree with its content"),
            Self::Content { place, found } => write!(f, "{place} holds what cannot be: {found}"),
        }
    }
}

impl std::error::Error for FileError {}

#[derive(Deserialize)]
struct Envelope {
    format: String,
    version: u32,
}

/// The bytes of a book's file. The same book always gives the same bytes.
pub fn save(book: &Book) -> Vec<u8> {
    sealed(convert::to_document(book))
}

/// Reads a book from the bytes of a file. Values of formulas are as the file has them, to be recalculated.
pub fn load(bytes: &[u8]) -> Result<Book, FileError> {
    let mut reading = Reading::of(Cow::Borrowed(bytes))?;
    loop {
        if let Some(book) = reading.advance(&mut || false)? {
            return Ok(book);
        }
    }
}

/// A file's bytes with the checksum that their content asks for, whatever stands there; `None` where they are no
/// document of this format. Opening the result checks all that lies behind the checksum.
pub fn resealed(bytes: &[u8]) -> Option<Vec<u8>> {
    serde_json::from_slice(bytes).ok().map(sealed)
}

/// The bytes of a document with its checksum.
fn sealed(document: v1::Document) -> Vec<u8> {
    let room = Checksum::ROOM;
    let mut bytes = layout::to_bytes(&v1::Document { checksum: room.to_owned(), ..document });
    let words = std::str::from_utf8(&bytes).map(|text| Checksum::of(text).words()).unwrap_or_default();
    // Before it stand the format and the writer, which hold no such text.
    let at = bytes.windows(room.len()).position(|window| window == room.as_bytes());
    if let Some(place) = at.and_then(|at| bytes.get_mut(at..at + words.len())) {
        place.copy_from_slice(words.as_bytes());
    }
    bytes
}

fn check_envelope(text: &str) -> Result<(), FileError> {
    let envelope: Envelope = serde_json::from_str(text).map_err(|error| match error.classify() {
        // Whole JSON that lacks the envelope's fields is somebody else's.
        serde_json::error::Category::Data => FileError::OtherFormat,
        _ if text.trim_start().starts_with('{') => damaged(&error),
        _ => FileError::OtherFormat,
    })?;
    match envelope {
        Envelope { format, .. } if format != FORMAT => Err(FileError::OtherFormat),
        Envelope { version, .. } if version > VERSION => Err(FileError::Newer(version)),
        Envelope { version: 0, .. } => Err(FileError::OtherFormat),
        _ => Ok(()),
    }
}

fn damaged(error: &serde_json::Error) -> FileError {
    FileError::Damaged { line: error.line(), column: error.column() }
}
