//! Cells as JSON: sheets with what is typed in them go in, the value of every cell comes out, after one full calculation.
//! It is what `tertial eval` speaks.

mod build;
mod error;
mod input;
mod output;

use std::cell::Cell;
use std::io::Write;

use crate::calc::{Calculator, World};
use crate::display::Locale;
use crate::value::Number;
use crate::value::moment::Date;

pub use error::JsonError;
use input::Input;

/// Calculates the sheets that a JSON text describes and writes their values. Formulas are read in a language, and `now`
/// is the moment that counts as present where the input names no day.
pub fn calculate(text: &str, locale: Locale, now: Number, out: &mut impl Write) -> Result<(), JsonError> {
    let input: Input<'_> = serde_json::from_str(text).map_err(JsonError::Syntax)?;
    let now = input.today.as_deref().map_or(Ok(now), start_of_day)?;
    let mut book = build::book(&input, locale)?;
    // One seed makes a run with random numbers repeat.
    let world = World { now, locale, seed: Cell::new(1) };
    Calculator::default().recalculate_all(&mut book, &world);
    output::write(&book, out).map_err(JsonError::Write)
}

/// The serial number of the day written as `2026-08-31`.
fn start_of_day(text: &str) -> Result<Number, JsonError> {
    let parts: Option<Vec<i64>> = text.splitn(3, '-').map(|part| part.parse().ok()).collect();
    let date = match parts.as_deref() {
        Some([year, month, day]) => Date::new(*year, *month, *day),
        _ => None,
    };
    date.map(|date| Number::from(date.serial())).ok_or_else(|| JsonError::at("today", "a date is written 2026-08-31"))
}
