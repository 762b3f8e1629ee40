//! Least squares with any number of regressors: what `LINEST`, `TREND` and their kin stand on.

mod data;
mod fit;
mod lines;
mod statistics;

use super::distributions::require;

pub(in crate::functions::statistics) use lines::FUNCTIONS;
