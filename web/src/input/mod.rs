//! From what hands do to what it means. Pure, so that every key can be tested in every mode.

pub mod formula;
pub mod keyboard;
#[cfg(test)]
mod keyboard_table;
