//! The coefficients of least squares, in decimals.
//!
//! Columns are moved near their means and scaled to units, then made perpendicular to each other one by one. With 28
//! digits that keeps more of them than a double would, and exact lines come out exact.

use crate::functions::statistics::sample::Sample;
use crate::functions::statistics::sum_of;
use crate::value::{CellError, Number};

/// A plane of least squares.
pub struct Fit {
    /// The coefficient of each column; zero for a column that the ones before it determine.
    pub slopes: Vec<Number>,
    /// The height where all regressors are zero.
    pub constant: Number,
    /// The variance of each coefficient, the constant last, in units of the variance of the residuals.
    pub spread: Vec<f64>,
    /// Degrees of freedom left.
    pub freedom: usize,
    /// The sum of squares that the plane explains.
    pub explained: f64,
    /// The sum of squares that it leaves.
    pub residual: f64,
}

/// A column made perpendicular to those before it, and what it had in common with each of them.
struct Direction {
    column: Vec<Number>,
    square: Number,
    shares: Vec<Number>,
}

/// Decimals past which a scaled coefficient is nothing but rounding.
const DECIMALS: u32 = 20;

impl Fit {
    /// Fits a plane to heights over columns of regressors, with a free constant or through zero.
    pub fn new(heights: &[Number], columns: &[Vec<Number>], with_constant: bool) -> Result<Self, CellError> {
        let place = |numbers: &[Number]| {
            if with_constant { Sample::of(numbers) } else { Sample::around(Number::ZERO, numbers) }
        };
        let samples = columns.iter().map(|column| place(column)).collect::<Result<Vec<_>, _>>()?;
        let heights = place(heights)?;
        let ones = with_constant.then(|| vec![Number::ONE; heights.distances.len()]);
        let basis = ones.into_iter().chain(samples.iter().map(|sample| sample.distances.clone()));
        let mut directions = Vec::new();
        for column in basis {
            let direction = Direction::of(column, &directions)?;
            directions.push(direction);
        }
        let target = Direction::of(heights.distances.clone(), &directions)?;
        Self::solved(&Solved { directions, target, samples, heights, with_constant })
    }

    fn solved(solved: &Solved) -> Result<Self, CellError> {
        let scaled = solved.coefficients(&solved.target.shares)?;
        let first = usize::from(solved.with_constant);
        let unit = solved.heights.unit;
        let mut slopes = Vec::new();
        for (slope, sample) in scaled[first..].iter().zip(&solved.samples) {
            slopes.push(slope.times(unit)?.over(sample.unit)?);
        }
        let mut constant =
            if solved.with_constant { scaled[0].times(unit)?.plus(solved.heights.centre)? } else { Number::ZERO };
        for (slope, sample) in scaled[first..].iter().zip(&solved.samples) {
            constant = constant.minus(slope.times(unit)?.over(sample.unit)?.times(sample.centre)?)?;
        }
        let constant = Number::new(constant.decimal().round_dp(DECIMALS));
        let (explained, residual) = solved.squares()?;
        let rank = solved.directions.iter().filter(|direction| !direction.square.is_zero()).count();
        let freedom = solved.target.column.len().saturating_sub(rank);
        Ok(Self { slopes, constant, spread: solved.spread()?, freedom, explained, residual })
    }

    /// The height of the plane over these regressors.
    pub fn at(&self, regressors: &[Number]) -> Result<Number, CellError> {
        let mut heights = vec![self.constant];
        for (slope, regressor) in self.slopes.iter().zip(regressors) {
            heights.push(slope.times(*regressor)?);
        }
        sum_of(&heights)
    }
}

impl Direction {
    /// A column less its shares in the directions before it. What remains of one that they determine is nothing.
    fn of(column: Vec<Number>, before: &[Self]) -> Result<Self, CellError> {
        let whole = product(&column, &column)?;
        let (mut rest, mut shares) = (column, Vec::new());
        for direction in before {
            let share = if direction.square.is_zero() {
                Number::ZERO
            } else {
                product(&rest, &direction.column)?.over(direction.square)?
            };
            for (value, step) in rest.iter_mut().zip(&direction.column) {
                *value = value.minus(share.times(*step)?)?;
            }
            shares.push(share);
        }
        let square = product(&rest, &rest)?;
        let nothing = square <= whole.times(Number::from_parts(1, NOTHING)?)?;
        Ok(Self { column: rest, square: if nothing { Number::ZERO } else { square }, shares })
    }
}

/// A column whose square falls by so many powers of ten has nothing of its own.
const NOTHING: u32 = 24;

/// Everything that the results are made of, in scaled units.
struct Solved {
    directions: Vec<Direction>,
    target: Direction,
    samples: Vec<Sample>,
    heights: Sample,
    with_constant: bool,
}

impl Solved {
    /// Coefficients of the columns from the shares of a target in the directions, from the last column to the first.
    fn coefficients(&self, shares: &[Number]) -> Result<Vec<Number>, CellError> {
        let mut coefficients = shares.to_vec();
        for later in (0..coefficients.len()).rev() {
            if self.directions[later].square.is_zero() {
                coefficients[later] = Number::ZERO;
            }
            let known = coefficients[later];
            for (earlier, share) in self.directions[later].shares.iter().enumerate() {
                coefficients[earlier] = coefficients[earlier].minus(share.times(known)?)?;
            }
        }
        Ok(coefficients.into_iter().map(|number| Number::new(number.decimal().round_dp(DECIMALS))).collect())
    }

    /// Explained and residual sums of squares.
    fn squares(&self) -> Result<(f64, f64), CellError> {
        let unit = self.heights.unit.to_float() * self.heights.unit.to_float();
        let skipped = usize::from(self.with_constant);
        let mut explained = Vec::new();
        for (direction, share) in self.directions.iter().zip(&self.target.shares).skip(skipped) {
            explained.push(share.times(*share)?.times(direction.square)?);
        }
        Ok((sum_of(&explained)?.to_float() * unit, self.target.square.to_float() * unit))
    }

    /// Variances of the coefficients, the constant last, for residuals of variance one.
    fn spread(&self) -> Result<Vec<f64>, CellError> {
        let (count, first) = (self.directions.len(), usize::from(self.with_constant));
        let mut variances = vec![0.0; self.samples.len() + 1];
        for (index, direction) in self.directions.iter().enumerate().filter(|(_, one)| !one.square.is_zero()) {
            let mut shares = vec![Number::ZERO; count];
            shares[index] = Number::ONE;
            let parts = self.coefficients(&shares)?;
            let mut constant = if self.with_constant { parts[0].to_float() } else { 0.0 };
            for (place, (part, sample)) in parts[first..].iter().zip(&self.samples).enumerate() {
                let part = part.to_float() / sample.unit.to_float();
                variances[place] += part * part / direction.square.to_float();
                constant -= part * sample.centre.to_float();
            }
            variances[self.samples.len()] += constant * constant / direction.square.to_float();
        }
        Ok(variances)
    }
}

fn product(one: &[Number], other: &[Number]) -> Result<Number, CellError> {
    let products = one.iter().zip(other).map(|(one, other)| one.times(*other));
    sum_of(&products.collect::<Result<Vec<_>, _>>()?)
}
