//! When a wave pauses. There is no clock in the engine: whoever has the wave calculated says when it is time.

/// Cells that are calculated between two questions.
const PATIENCE: u32 = 8;

/// Asks whether it is time to pause.
pub struct Pauses<'a> {
    wanted: &'a mut dyn FnMut() -> bool,
    cells: u32,
    /// Whether the wave pauses.
    pub is_now: bool,
}

impl<'a> Pauses<'a> {
    /// Asks a function.
    pub fn new(wanted: &'a mut dyn FnMut() -> bool) -> Self {
        Self { wanted, cells: 0, is_now: false }
    }

    /// Whether it is time, asked only after some cells.
    pub fn ask_sometimes(&mut self) -> bool {
        self.cells += 1;
        if self.is_now || !self.cells.is_multiple_of(PATIENCE) { self.is_now } else { self.ask() }
    }

    /// Whether it is time.
    pub fn ask(&mut self) -> bool {
        self.is_now = self.is_now || (self.wanted)();
        self.is_now
    }
}
