//! The worksheet functions. Each is one item that holds its names, parameters, help, examples and body; look-up, arity
//! errors, completion, help pages and the tests of the examples are derived from it. Bodies know no book: what they
//! read comes through [`Host`].

pub mod area;
pub mod arguments;
pub mod calendar;
pub mod criteria;
mod database;
mod engineering;
mod finance;
mod floating;
pub mod function;
pub mod host;
mod information;
pub mod key;
pub mod library;
mod logic;
mod lookup;
mod math;
pub mod nearest;
mod selection;
mod statistics;
mod strict;
#[cfg(test)]
mod tests;
mod text;
mod time;
pub mod wildcard;

pub use area::Area;
pub use arguments::{Arguments, Operands};
pub use function::{Body, Category, Example, Function, Kind, Parameter, Presence, Words};
pub use host::{Answer, Extremes, Host, Lambda, Operand, Summary};
pub use key::Key;
pub use nearest::nearest;
