//! Values to text and back: what a person sees in a cell and what is understood of what a person types.

pub mod amount;
pub mod calendar_words;
pub mod coerce;
mod decimals;
mod digits;
pub mod editable;
pub mod entry;
pub mod format_error;
mod fraction;
pub mod general;
pub mod locale;
pub mod localized_pattern;
mod moment_input;
pub mod number_input;
mod parse_pattern;
pub mod pasted;
pub mod pattern;
pub mod render;
mod render_moment;
mod render_number;
mod shape;
mod signs;

pub use amount::AmountFormat;
pub use decimals::with_decimals;
pub use editable::{editable, editable_in};
pub use entry::{Entry, FormatHint, TEXT_MARK, read, read_in_year};
pub use format_error::{FormatError, FormatErrorKind};
pub use general::general;
pub use locale::Locale;
pub use localized_pattern::file_form;
pub use number_input::{Currency, parse_number};
pub use pasted::{Evidence, Marks, looks_like_number, read_pasted};
pub use pattern::{Colour, Format};
pub use render::Rendered;
