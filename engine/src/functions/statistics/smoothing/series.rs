//! Values at even distances in time, from the pairs that the arguments of a call give.

use super::timeline::Timeline;
use crate::base::sorting;
use crate::functions::Arguments;
use crate::functions::statistics::distributions::require;
use crate::functions::statistics::pairs::pairs;
use crate::functions::statistics::{mean, sum_of};
use crate::value::{CellError, Number};

/// Values at even distances in time.
pub struct Series {
    /// When they were.
    pub timeline: Timeline,
    /// The values, none missing.
    pub values: Vec<f64>,
}

/// How gaps are filled and what stands for several values at one time.
pub struct Treatment {
    /// Whether a missing value is put between its neighbours; else it is zero.
    pub interpolated: bool,
    /// What stands for several values at one time, numbered as in Excel.
    pub aggregation: i64,
}

/// The share of values that may be missing.
const MOST_MISSING: f64 = 0.3;

impl Series {
    /// Reads values and, in the next argument, their points in time.
    pub fn read(arguments: &Arguments<'_>, index: usize, treatment: &Treatment) -> Result<Self, CellError> {
        let (values, times) = pairs(arguments, index, index + 1)?;
        let mut points: Vec<(Number, Number)> = times.into_iter().zip(values).collect();
        sorting::sort_by_key(&mut points, |(time, _)| *time);
        let (mut times, mut values) = (Vec::new(), Vec::new());
        for group in points.chunk_by(|one, other| one.0 == other.0) {
            let together: Vec<Number> = group.iter().map(|(_, value)| *value).collect();
            times.push(group[0].0);
            values.push(aggregate(together, treatment.aggregation)?.to_float());
        }
        let timeline = Timeline::of(&times)?;
        let values = completed(&timeline, &times, &values, treatment.interpolated)?;
        Ok(Self { timeline, values })
    }
}

fn aggregate(mut values: Vec<Number>, how: i64) -> Result<Number, CellError> {
    sorting::sort(&mut values);
    let half = values.len() / 2;
    match how {
        1 => mean(&values),
        2 | 3 => Ok(Number::from(values.len() as i64)),
        4 => values.last().copied().ok_or(CellError::Number),
        5 if values.len().is_multiple_of(2) => mean(&values[half - 1..=half]),
        5 => Ok(values[half]),
        6 => values.first().copied().ok_or(CellError::Number),
        7 => sum_of(&values),
        _ => Err(CellError::Number),
    }
}

/// The values with gaps filled; too many gaps are `#NUM!`.
fn completed(timeline: &Timeline, times: &[Number], values: &[f64], interpolated: bool) -> Result<Vec<f64>, CellError> {
    let mut all = Vec::with_capacity(values.len());
    let mut missing = 0.0;
    for (time, value) in times.iter().zip(values) {
        let gap = timeline.steps_to(*time)? - all.len() as f64;
        missing += gap;
        require(missing <= MOST_MISSING * (values.len() as f64 + missing))?;
        let before = all.last().copied().unwrap_or(*value);
        for step in 1..=gap as i64 {
            let part = step as f64 / (gap + 1.0);
            all.push(if interpolated { before + (value - before) * part } else { 0.0 });
        }
        all.push(*value);
    }
    Ok(all)
}
