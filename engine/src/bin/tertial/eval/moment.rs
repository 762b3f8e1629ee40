//! The date and time a calculation takes for now.

use std::time::{SystemTime, UNIX_EPOCH};

use tertial_engine::value::Number;

/// Serial number of 1970-01-01.
const UNIX_DAY: i64 = 25_569;
const SECONDS_OF_DAY: i64 = 86_400;

/// The present moment (UTC) as a serial number; `None` on a clock before 1970.
pub fn present() -> Option<Number> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let days = Number::from(i64::try_from(seconds).ok()?).over(Number::from(SECONDS_OF_DAY)).ok()?;
    days.plus(Number::from(UNIX_DAY)).ok()
}
