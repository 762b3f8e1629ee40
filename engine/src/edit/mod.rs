//! Changes to a book and their inverses. Everything a person can do is a [`Change`]: data that can be applied, undone,
//! stored and sent. Applying one says which cells were written; what follows from them is recalculation's work.

pub mod apply;
pub mod change;
pub mod clipping;
mod conditional;
pub mod deed;
pub mod entry;
pub mod filling;
pub mod filtering;
pub mod history;
pub mod line_moving;
mod looks;
pub mod moving;
pub mod past;
pub mod pasting;
mod periods;
mod report_tables;
pub mod series;
pub mod shifting;
pub mod sorting;
mod structure;

pub use apply::{EditError, Effect, Watcher, apply};
pub use change::Change;
pub use deed::{Deed, DeedKind, Subject};
pub use history::History;
