//! What a recalculation did, for tests and for the curious: which cells were calculated and why, which sums took a
//! difference, and which cells went round in a circle.

use crate::base::{Place, Region};

/// What recalculations did since the trace was started.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trace {
    /// Cells whose formula was calculated, in order.
    pub calculated: Vec<Calculated>,
    /// Ranges whose sums and counts took a difference instead of being added up again, once for each cell that changed.
    pub differences: Vec<Region>,
    /// Cells found to depend on themselves.
    pub circular: Vec<Place>,
}

/// A cell that was calculated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calculated {
    /// The cell.
    pub place: Place,
    /// Why it was calculated.
    pub why: Why,
}

/// Why a cell was calculated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Its formula was written, is calculated at every change, or all formulas were.
    Asked,
    /// A cell that it refers to changed; this is the first of them.
    Changed(Place),
    /// What changed is none of the cells it refers to: cells that it finds by key, or by a computed reference.
    Indirect,
}
