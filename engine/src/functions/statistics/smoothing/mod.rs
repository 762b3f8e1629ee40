//! Forecasts by triple exponential smoothing with additive trend and season (`AAA`).

mod forecasts;
mod model;
mod season;
mod series;
mod timeline;

pub(in crate::functions::statistics) use forecasts::FUNCTIONS;
