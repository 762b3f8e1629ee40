//! What the engine asks of the outside world: the clock and random bits.

use tertial_engine::session::Environment;

/// Days from the end of 1899, where serial dates begin, to the browser's day zero.
const DAYS_TO_1970: f64 = 25_569.0;
const MILLISECONDS_A_DAY: f64 = 86_400_000.0;

/// The browser as the engine's outside world.
pub struct BrowserWorld;

impl Environment for BrowserWorld {
    fn now(&self) -> f64 {
        let now = js_sys::Date::new_0();
        serial(now.get_time(), now.get_timezone_offset())
    }

    fn random(&self) -> u64 {
        let mut bytes = [0; 8];
        // A browser without random bits is older than WebAssembly.
        let filled = super::window()
            .and_then(|window| window.crypto().ok())
            .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
        filled.map_or_else(|| js_sys::Math::random().to_bits(), |_| u64::from_le_bytes(bytes))
    }
}

/// The outside world, ready to be handed to a session.
pub fn environment() -> Box<dyn Environment> {
    Box::new(BrowserWorld)
}

/// Serial date of a moment, in local time; the offset is minutes that local time lies behind.
fn serial(milliseconds: f64, offset: f64) -> f64 {
    DAYS_TO_1970 + (milliseconds - offset * 60_000.0) / MILLISECONDS_A_DAY
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serial_dates_are_local() {
        assert_eq!(serial(0.0, 0.0), 25_569.0);
        assert_eq!(serial(0.0, -120.0), 25_569.0 + 1.0 / 12.0);
    }
}
