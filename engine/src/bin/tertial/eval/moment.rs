//! The date and time a calculation takes for now.

use std::time::{SystemTime, UNIX_EPOCH};

use tertial_engine::value::Number;
use tertial_engine::value::moment::Date;

use crate::failure::Failure;

/// Serial number of 1970-01-01.
const UNIX_DAY: i64 = 25_569;
const SECONDS_OF_DAY: i64 = 86_400;

/// The start of the day given as `2026-08-31`, or the present moment (UTC) when none is given.
pub fn now(today: Option<&str>) -> Result<Number, Failure> {
    match today {
        Some(text) => day(text).ok_or_else(|| Failure::at("today", "a date is written 2026-08-31")),
        None => Ok(present().unwrap_or_default()),
    }
}

fn day(text: &str) -> Option<Number> {
    let mut parts = text.splitn(3, '-').map(|part| part.parse().ok());
    let date = Date::new(parts.next()??, parts.next()??, parts.next()??)?;
    Some(Number::from(date.serial()))
}

fn present() -> Option<Number> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let days = Number::from(i64::try_from(seconds).ok()?).over(Number::from(SECONDS_OF_DAY)).ok()?;
    days.plus(Number::from(UNIX_DAY)).ok()
}
