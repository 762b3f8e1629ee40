//! Geometry and identity: where a cell stands, which rectangle a range covers, which row or column it is for good.
//! Nothing here knows what a cell holds.

pub mod address;
pub mod axis;
mod displacement;
pub mod interval;
pub mod line_move;
pub mod memory;
pub mod overlap;
pub mod range;
pub mod relocation;
pub mod shift;
pub mod sorted_map;
pub mod sorting;
pub mod stretches;

pub use address::{Address, MAX_COLUMNS, MAX_ROWS, Place, SheetId};
pub use axis::{Axis, LineId};
pub use interval::IntervalSet;
pub use line_move::LineMove;
pub use overlap::OverlapIndex;
pub use range::{Range, Region};
pub use relocation::Relocation;
pub use shift::{AxisKind, Fate, LineChange, Shift};
pub use sorted_map::SortedMap;
pub use stretches::Stretches;
