//! Why JSON cannot be calculated, always with the place at fault.

use std::{fmt, io};

/// Why JSON cannot be calculated.
#[derive(Debug)]
pub enum JsonError {
    /// It is not the JSON that was asked for; line and column are in the message.
    Syntax(serde_json::Error),
    /// Something in it cannot be.
    Place {
        /// Where, such as `S!B4`.
        place: String,
        /// Why not.
        reason: &'static str,
    },
    /// The output could not be written.
    Write(io::Error),
}

impl JsonError {
    /// Something that cannot be, at a place.
    pub(super) fn at(place: impl fmt::Display, reason: &'static str) -> Self {
        Self::Place { place: place.to_string(), reason }
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "{error}"),
            Self::Place { place, reason } => write!(f, "{place}: {reason}"),
            Self::Write(error) => write!(f, "cannot write the output: {error}"),
        }
    }
}

impl std::error::Error for JsonError {}
