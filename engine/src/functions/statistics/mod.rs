//! Averages, counts, extremes and spread.

mod averages;
mod correlation;
mod counts;
mod distributions;
mod extremes;
mod hypotheses;
mod line;
mod means;
mod modes;
mod pairs;
mod percentiles;
mod ranks;
mod regression;
mod sample;
mod shape;
mod smoothing;
mod special;
mod spread;
mod standard;

use super::{Arguments, Function};
use crate::display::coerce;
use crate::value::{CellError, Number, Value};

pub(super) use averages::{mean, sum_of};
pub(super) use spread::variance;

pub(super) const ALL: &[&[Function]] = &[
    averages::FUNCTIONS,
    counts::FUNCTIONS,
    extremes::FUNCTIONS,
    ranks::FUNCTIONS,
    spread::FUNCTIONS,
    shape::FUNCTIONS,
    means::FUNCTIONS,
    modes::FUNCTIONS,
    percentiles::FUNCTIONS,
    correlation::FUNCTIONS,
    line::FUNCTIONS,
    standard::FUNCTIONS,
    hypotheses::FUNCTIONS,
    regression::FUNCTIONS,
    smoothing::FUNCTIONS,
    distributions::normal::FUNCTIONS,
    distributions::student::FUNCTIONS,
    distributions::chi_squared::FUNCTIONS,
    distributions::variance_ratio::FUNCTIONS,
    distributions::beta::FUNCTIONS,
    distributions::gamma::FUNCTIONS,
    distributions::binomial::FUNCTIONS,
    distributions::poisson::FUNCTIONS,
    distributions::hypergeometric::FUNCTIONS,
    distributions::exponential::FUNCTIONS,
];

/// What `AVERAGEA` and its kin count: numbers, booleans as 1 and 0, and text in cells as 0.
fn every_value(arguments: &Arguments<'_>) -> Result<Vec<Number>, CellError> {
    let (mut numbers, mut failed) = (Vec::new(), None);
    for index in 0..arguments.count() {
        arguments.each(index, &mut |value, direct| {
            let number = match value {
                Value::Text(_) if !direct => Ok(Number::ZERO),
                value => coerce::to_number(value, arguments.host.locale()),
            };
            match number {
                Ok(number) => numbers.push(number),
                Err(error) => _ = failed.get_or_insert(error),
            }
        });
    }
    failed.map_or(Ok(numbers), Err)
}
