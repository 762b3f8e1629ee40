//! The product's own file format `.tertial`: UTF-8 JSON in an envelope that names format, version, writer and checksum.
//! Opening checks everything before a book is given out; nothing of a damaged file is let through.

mod convert;
mod layout;
mod v1;

use std::fmt;

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::book::Book;

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
    let mut document = convert::to_document(book);
    document.checksum = checksum(&document);
    layout::to_bytes(&document)
}

/// Reads a book from the bytes of a file. Values of formulas are as the file has them, to be recalculated.
pub fn load(bytes: &[u8]) -> Result<Book, FileError> {
    if bytes.len() > MAX_BYTES {
        return Err(FileError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| FileError::NotText)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    check_envelope(text)?;
    let mut document: v1::Document = serde_json::from_str(text).map_err(|error| damaged(&error))?;
    let claimed = std::mem::take(&mut document.checksum);
    if checksum(&document) != claimed {
        return Err(FileError::Checksum);
    }
    convert::to_book(document)
}

/// A file's bytes with the checksum that their content asks for, whatever stands there; `None` where they are no
/// document of this format. Opening the result checks all that lies behind the checksum.
pub fn resealed(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut document: v1::Document = serde_json::from_slice(bytes).ok()?;
    document.checksum.clear();
    document.checksum = checksum(&document);
    Some(layout::to_bytes(&document))
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

/// SHA-256 of a document whose checksum is left empty, as compact JSON, in hexadecimal.
fn checksum(document: &v1::Document) -> String {
    // Fed as it is written: the text of a large book is never in memory a second time.
    let mut digest = std::io::BufWriter::with_capacity(1 << 16, Digesting(Sha256::new()));
    _ = serde_json::to_writer(&mut digest, document);
    let digest = digest.into_inner().map_or_else(|_| Sha256::new(), |digesting| digesting.0);
    digest.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Takes in what is written.
struct Digesting(Sha256);

impl std::io::Write for Digesting {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
