//! Values to text and back: what a person sees in a cell and what is understood of what a person types.

pub mod coerce;
pub mod locale;
pub mod number_input;

pub use locale::Locale;
