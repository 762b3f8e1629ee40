//! Forecast methods: each writes ordinary formulas into the forecast cells of a report table, so that anyone can read
//! and change them; seasonal profiles and the record of past forecasts belong here. It stands over `book` and `edit`.
//!
//! Nothing stands here yet.
