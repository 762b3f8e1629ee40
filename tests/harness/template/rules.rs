//! The rules of golden tables taken apart: which function, and which cells its names mean.

use anyhow::{Context, Result};

use crate::golden::Golden;

/// The row and the column's key that a rule of a row names: `budget` is in the same row, `row('antal','kv17')` in another.
pub fn operand<'a>(golden: &Golden, row: usize, name: &'a str) -> Result<(usize, &'a str)> {
    let Some(names) = name.strip_prefix("row('").and_then(|rest| rest.strip_suffix("')")) else {
        return Ok((row, name));
    };
    let (id, key) = names.split_once("','").context("a row and a column")?;
    Ok((golden.row(id).with_context(|| format!("no row `{id}`"))?, key))
}

/// A rule taken apart: a function's name with its arguments, or none for plain arithmetic.
pub fn call(rule: &str) -> Option<(&str, Vec<&str>)> {
    let (name, arguments) = rule.strip_suffix(')')?.split_once('(')?;
    // Between `row('a','b')` and what follows stands a space.
    Some((name, arguments.split(", ").collect()))
}
