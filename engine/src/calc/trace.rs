//! What a recalculation did, for tests and for the curious: which cells were calculated, how many sums took a difference.

use crate::base::Place;

/// What recalculations did since the trace was started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// Cells whose formula was calculated, in order.
    pub calculated: Vec<Place>,
    /// How many maintained sums took a difference instead of being added up again.
    pub differences: usize,
    /// Cells found to depend on themselves.
    pub circular: Vec<Place>,
}
