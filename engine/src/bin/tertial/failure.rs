//! Why a subcommand could not do its work, always with the place at fault.

use std::fmt;
use std::io;
use std::path::PathBuf;

use tertial_engine::file::FileError;
use tertial_engine::json::JsonError;
use tertial_engine::session::Refusal;

/// Why a subcommand could not do its work.
#[derive(Debug)]
pub enum Failure {
    /// A file or the standard input could not be read.
    Read(PathBuf, io::Error),
    /// The input is no text from this line and column on.
    NotText { line: usize, column: usize },
    /// The JSON cannot be calculated.
    Json(JsonError),
    /// Something in the input or among the arguments cannot be.
    Place { place: String, reason: &'static str },
    /// A file cannot be opened.
    File(PathBuf, FileError),
    /// What was to be typed in a cell was refused.
    Refused { place: String, refusal: Refusal },
    /// The output could not be written.
    Write(io::Error),
}

impl Failure {
    /// Whether whoever read the output has stopped reading, which is no failure.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Self::Write(error) | Self::Json(JsonError::Write(error)) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// Something that cannot be, at a place.
    pub fn at(place: impl fmt::Display, reason: &'static str) -> Self {
        Self::Place { place: place.to_string(), reason }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

/// Writing JSON fails only when the output does.
impl From<serde_json::Error> for Failure {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read(path, error) => write!(f, "{}: {error}", path.display()),
            Self::NotText { line, column } => write!(f, "the input is no UTF-8 text at line {line} column {column}"),
            Self::Json(error) => write!(f, "{error}"),
            Self::Place { place, reason } => write!(f, "{place}: {reason}"),
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Refused { place, refusal } => write!(f, "{place}: {refusal}"),
            Self::Write(error) => write!(f, "cannot write the output: {error}"),
        }
    }
}
