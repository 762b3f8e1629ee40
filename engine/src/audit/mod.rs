//! Reconciliation: whether sums, signs, units, rounding and links between report tables hold, as findings with their
//! place, figures and reason. It reads `book` and `calc` and changes nothing.
//!
//! Nothing stands here yet.
