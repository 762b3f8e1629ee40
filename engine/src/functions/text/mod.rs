//! Cutting, joining, searching and converting text. Positions and lengths count characters.

mod amounts;
mod bytes;
mod casing;
mod characters;
mod converting;
mod cutting;
mod delimiters;
mod joining;
mod patterns;
mod searching;
mod splitting;
mod web;

pub(super) use patterns::compiled;

use super::{Answer, Function};
use crate::value::{CellError, Value, is_too_long};

pub(super) const ALL: &[&[Function]] = &[
    cutting::FUNCTIONS,
    joining::FUNCTIONS,
    searching::FUNCTIONS,
    casing::FUNCTIONS,
    converting::FUNCTIONS,
    characters::FUNCTIONS,
    amounts::FUNCTIONS,
    splitting::FUNCTIONS,
    bytes::FUNCTIONS,
    web::FUNCTIONS,
    patterns::FUNCTIONS,
];

/// A text as a result, if it is not too long.
fn answer(text: impl AsRef<str>) -> Answer {
    let text = text.as_ref();
    if is_too_long(text) { Err(CellError::Value) } else { Ok(Value::text(text).into()) }
}

/// A number of characters or a position as an index; negative ones are `#VALUE!`.
fn length(number: i64) -> Result<usize, CellError> {
    usize::try_from(number).map_err(|_| CellError::Value)
}

/// The byte at which so many characters have passed, or the end of the text.
fn byte_at(text: &str, characters: usize) -> usize {
    text.char_indices().nth(characters).map_or(text.len(), |(byte, _)| byte)
}
