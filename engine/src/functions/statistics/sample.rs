//! Numbers as their distances from a centre, from which variances and slopes come exactly.

use super::averages::{mean, sum_of};
use crate::value::{CellError, Number};

/// Distances of numbers from a short number near their mean, in a power of ten that keeps their products in range.
///
/// The centre and the unit have few digits, so that the distances are exact; what the centre misses of the mean is taken
/// off each sum of products.
pub(super) struct Sample {
    /// Distances from the centre, below ten.
    pub distances: Vec<Number>,
    /// What they add up to.
    pub sum: Number,
    /// The number they are counted from.
    pub centre: Number,
    /// What one stands for.
    pub unit: Number,
}

impl Sample {
    /// The sample of these numbers; none are `#DIV/0!`.
    pub fn of(numbers: &[Number]) -> Result<Self, CellError> {
        let decimals = numbers.iter().map(|number| number.decimal().normalize().scale()).max().unwrap_or_default();
        Self::around(mean(numbers)?.rounded(i64::from(decimals)), numbers)
    }

    /// The distances from a given centre.
    pub fn around(centre: Number, numbers: &[Number]) -> Result<Self, CellError> {
        let distances = numbers.iter().map(|number| number.minus(centre)).collect::<Result<Vec<_>, _>>()?;
        let unit = power_of_ten_below(distances.iter().map(|distance| distance.abs()).max().unwrap_or_default())?;
        let distances = distances.into_iter().map(|distance| distance.over(unit)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { sum: sum_of(&distances)?, distances, centre, unit })
    }

    /// How many numbers.
    pub fn count(&self) -> Number {
        Number::from(self.distances.len() as i64)
    }

    /// Count times the sum of the products of two samples' distances from their means, in the product of their units.
    /// Without a division it is exact.
    pub fn products(&self, other: &Self) -> Result<Number, CellError> {
        let pairs = self.distances.iter().zip(&other.distances);
        let products = pairs.map(|(one, other)| one.times(*other)).collect::<Result<Vec<_>, _>>()?;
        sum_of(&products)?.times(self.count())?.minus(self.sum.times(other.sum)?)
    }

    /// Count times the sum of the squared distances from the mean, in the square of the unit.
    pub fn squares(&self) -> Result<Number, CellError> {
        self.products(self)
    }

    /// The mean.
    pub fn mean(&self) -> Result<Number, CellError> {
        self.centre.plus(self.sum.over(self.count())?.times(self.unit)?)
    }

    /// The mean square distance from the mean, in the square of the unit; too few numbers are `#DIV/0!`.
    pub fn variance(&self, of_sample: bool) -> Result<Number, CellError> {
        self.squares()?.over(self.count().times(self.count().minus(Number::from(i64::from(of_sample)))?)?)
    }
}

/// The greatest power of ten that a size reaches; one for zero.
fn power_of_ten_below(size: Number) -> Result<Number, CellError> {
    if size.is_zero() {
        return Ok(Number::ONE);
    }
    let decimal = size.decimal();
    let power = i64::from(decimal.mantissa().unsigned_abs().ilog10()) - i64::from(decimal.scale());
    let zeros = power.unsigned_abs() as u32;
    if power < 0 { Number::from_parts(1, zeros) } else { Number::from_parts(10_i128.pow(zeros), 0) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_of_squares_are_exact_whatever_the_mean() {
        for (numbers, squares, unit) in
            [(vec!["1", "1", "4"], "18", "1"), (vec!["1000000000.1", "1000000000.2", "1000000000.3"], "6", "0.1")]
        {
            let numbers: Vec<Number> = numbers.into_iter().map(|text| Number::parse(text).unwrap()).collect();
            let sample = Sample::of(&numbers).unwrap();
            assert_eq!(sample.squares().unwrap().to_string(), squares);
            assert_eq!(sample.unit.to_string(), unit);
        }
    }
}
