//! The outside world, handed in: the clock and the source of identity. The engine itself knows neither.

/// What the engine asks of the outside world.
pub trait Environment {
    /// Local date and time as a serial number: days since the end of 1899, the time of day as the fraction.
    fn now(&self) -> f64;

    /// Random bits, for `RAND` and for naming the writer of new rows.
    fn random(&self) -> u64;
}

/// A world that stands still: for tests and for command-line runs that must repeat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Still {
    /// The date and time it always is.
    pub now: f64,
}

impl Environment for Still {
    fn now(&self) -> f64 {
        self.now
    }

    fn random(&self) -> u64 {
        0x9E37_79B9_7F4A_7C15
    }
}
