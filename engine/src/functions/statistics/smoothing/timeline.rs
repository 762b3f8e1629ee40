//! Points in time at even distances, be they numbers, days or months.

use crate::functions::statistics::distributions::require;
use crate::value::moment::{Date, days_in_month};
use crate::value::{CellError, Number};

/// How points in time are counted.
#[derive(Debug, Clone, Copy)]
pub struct Timeline {
    unit: Unit,
    /// The first point.
    start: f64,
    /// From each point to the next.
    pub step: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Unit {
    Numbers,
    /// Months, whose days are not equally many, with the day on which the points lie; past the 28th the last one.
    Months(i64),
}

impl Timeline {
    /// The timeline of sorted points without repetition; too few, or at uneven distances, are `#NUM!`.
    pub fn of(points: &[Number]) -> Result<Self, CellError> {
        let unit = unit(points);
        let places = points.iter().map(|point| place(*point, unit)).collect::<Result<Vec<_>, _>>()?;
        let distances = places.windows(2).map(|pair| pair[1] - pair[0]);
        let step = distances.fold(f64::INFINITY, f64::min);
        require(step.is_finite() && step > 0.0)?;
        let timeline = Self { unit, start: places[0], step };
        for place in places {
            require(is_whole((place - timeline.start) / step))?;
        }
        Ok(timeline)
    }

    /// How many steps after the first point a time lies.
    pub fn steps_to(&self, point: Number) -> Result<f64, CellError> {
        let steps = (place(point, self.unit)? - self.start) / self.step;
        Ok(if is_whole(steps) { libm::round(steps) } else { steps })
    }
}

/// How far a number of steps may be from a whole one.
const TOLERANCE: f64 = 1e-9;

fn is_whole(steps: f64) -> bool {
    (steps - libm::round(steps)).abs() < TOLERANCE
}

/// Months if all points are dates on the same day of different months, or each on the last.
fn unit(points: &[Number]) -> Unit {
    let dates: Option<Vec<Date>> = points.iter().map(|point| Date::from_serial(point.to_integer()?).ok()).collect();
    let Some(dates) = dates.filter(|dates| dates.len() > 1) else { return Unit::Numbers };
    let apart = dates.windows(2).all(|pair| (pair[0].year, pair[0].month) != (pair[1].year, pair[1].month));
    let same = |day: i64| dates.iter().all(|date| date.day == day.min(days_in_month(date.year, date.month)));
    let day = dates.iter().map(|date| date.day).max().unwrap_or(1);
    if apart && same(day) {
        return Unit::Months(day);
    }
    if apart && same(31) { Unit::Months(31) } else { Unit::Numbers }
}

/// A point as a number of units, the rest of a month as a fraction.
fn place(point: Number, unit: Unit) -> Result<f64, CellError> {
    let Unit::Months(day) = unit else { return Ok(point.to_float()) };
    let date = Date::from_serial(point.floor().truncated()?)?;
    let length = days_in_month(date.year, date.month);
    let past = (date.day - day.min(length)) as f64 + point.minus(point.floor())?.to_float();
    Ok((date.year * 12 + date.month) as f64 + past / length as f64)
}
