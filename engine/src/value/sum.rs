//! A sum that can be added to and taken from in any order and is always exact, so that a maintained sum and a fresh
//! one are the same to the last digit.

use rust_decimal::Decimal;
use smallvec::SmallVec;

use super::{CellError, Number};

/// Digits of the finest unit a number can have.
const FINEST_SCALE: u32 = Decimal::MAX_SCALE;

/// An exact sum of numbers: one integer for each number of decimals met.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct ExactSum {
    // Most sums meet one number of decimals.
    parts: SmallVec<[(u32, i128); 1]>,
}

// Copied as plain data, which is quicker than part by part: formulas are given a copy of what is kept.
impl Clone for ExactSum {
    fn clone(&self) -> Self {
        Self { parts: SmallVec::from_slice(&self.parts) }
    }
}

impl ExactSum {
    /// Adds a number.
    pub fn add(&mut self, number: Number) {
        self.add_units(number.decimal().mantissa(), number.decimal().scale());
    }

    /// Takes a number away that was added before.
    pub fn subtract(&mut self, number: Number) {
        self.add_units(-number.decimal().mantissa(), number.decimal().scale());
    }

    /// Adds `mantissa` · 10^−`scale`, such as the sum of a column that shares a scale.
    pub fn add_units(&mut self, mantissa: i128, scale: u32) {
        match self.parts.iter_mut().find(|(known, _)| *known == scale) {
            Some((_, units)) => *units += mantissa,
            None => self.parts.push((scale, mantissa)),
        }
    }

    /// Adds another sum.
    pub fn merge(&mut self, other: &Self) {
        for (scale, units) in &other.parts {
            self.add_units(*units, *scale);
        }
    }

    /// The sum, rounded once past 28 digits; `#NUM!` outside the range of numbers.
    pub fn total(&self) -> Result<Number, CellError> {
        if let [(scale, units)] = self.parts.as_slice()
            && let Ok(total) = Number::from_parts(*units, *scale)
        {
            return Ok(total);
        }
        let finest = 10_i128.pow(FINEST_SCALE);
        let (mut whole, mut fraction) = (0_i128, 0_i128);
        for (scale, units) in &self.parts {
            let unit = 10_i128.pow(*scale);
            whole += units / unit;
            fraction += (units % unit) * (finest / unit);
        }
        whole += fraction / finest;
        let whole = Number::from_parts(whole, 0)?;
        whole.plus(Number::from_parts(fraction % finest, FINEST_SCALE)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_tenths_are_a_hundred_thousand() {
        let mut sum = ExactSum::default();
        let tenth = Number::parse("0.1").unwrap();
        (0..1_000_000).for_each(|_| sum.add(tenth));
        assert_eq!(sum.total(), Ok(Number::from(100_000)));
    }

    #[test]
    fn what_is_taken_away_leaves_no_trace() {
        let mut sum = ExactSum::default();
        let third = Number::ONE.over(Number::from(3)).unwrap();
        let huge = Number::parse("79000000000000000000000000000").unwrap();
        sum.add(third);
        sum.add(huge);
        sum.subtract(huge);
        assert_eq!(sum.total(), Ok(third));
    }
}
