//! The façade: everything a front end asks of the engine, in plain data. A front end opens a book, enters text, applies
//! changes and draws what the change set names; it never sees trees, graphs or storage.

pub mod change_set;
pub mod environment;
pub mod refusal;
pub mod view;

pub use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Place, Range, Region, SheetId};
pub use crate::display::Locale;
pub use change_set::ChangeSet;
pub use environment::Environment;
pub use refusal::{Refusal, RefusalKind, TextSpan};
pub use view::{Alignment, CellRole, CellView, Emphasis, Extent, SelectionSummary, SheetTab, Tone};
