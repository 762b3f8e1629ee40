//! What the engine has much of and seldom runs: [`display`] values to text and back · [`functions`] the worksheet
//! functions. It is a crate of its own so that it can be made small while the rest is made fast.
#![warn(missing_docs)]

pub mod display;
pub mod functions;

use tertial_ground::{base, value};
