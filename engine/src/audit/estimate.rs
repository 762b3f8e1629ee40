//! A number of which only the bounds are known, because what it comes of was rounded before it was printed.

use crate::value::Number;

/// A value and the bounds between which it can lie; a bound that is missing is infinitely far away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Estimate {
    /// The least that it can be.
    pub low: Option<Number>,
    /// What it is when nothing was rounded.
    pub value: Number,
    /// The most that it can be.
    pub high: Option<Number>,
}

impl Estimate {
    /// A number that was not rounded.
    pub const fn exact(number: Number) -> Self {
        Self { low: Some(number), value: number, high: Some(number) }
    }

    /// Anything at all, though this value is meant.
    pub const fn anything(value: Number) -> Self {
        Self { low: None, value, high: None }
    }

    /// The same with both bounds further away.
    pub fn widened(self, by: Number) -> Self {
        let low = self.low.and_then(|low| low.minus(by).ok());
        Self { low, high: self.high.and_then(|high| high.plus(by).ok()), ..self }
    }

    /// Whether a number lies between the bounds or is one of them.
    pub fn holds(self, number: Number) -> bool {
        self.low.is_none_or(|low| low <= number) && self.high.is_none_or(|high| number <= high)
    }

    /// Sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let sum = |one: Option<Number>, other: Option<Number>| one?.plus(other?).ok();
        let value = self.value.plus(other.value).ok()?;
        Some(Self { low: sum(self.low, other.low), value, high: sum(self.high, other.high) })
    }

    /// Difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated())
    }

    /// Product.
    pub fn times(self, other: Self) -> Option<Self> {
        let value = self.value.times(other.value).ok()?;
        Some(self.corners(other, value, |one, other| one.times(other).ok()))
    }

    /// Quotient; anything at all where the divisor can be zero.
    pub fn over(self, divisor: Self) -> Option<Self> {
        let value = self.value.over(divisor.value).unwrap_or_default();
        if divisor.holds(Number::ZERO) {
            return Some(Self::anything(value));
        }
        Some(self.corners(divisor, value, |one, other| one.over(other).ok()))
    }

    /// Negated.
    pub fn negated(self) -> Self {
        let negated = |bound: Option<Number>| bound.map(Number::negated);
        Self { low: negated(self.high), value: self.value.negated(), high: negated(self.low) }
    }

    /// The bounds of an operation that has its least and its most where both operands have theirs.
    fn corners(self, other: Self, value: Number, apply: impl Fn(Number, Number) -> Option<Number>) -> Self {
        let ends = |estimate: Self| Some([estimate.low?, estimate.high?]);
        let results = ends(self).zip(ends(other)).and_then(|(ones, others)| {
            let pairs = ones.into_iter().flat_map(|one| others.map(|other| (one, other)));
            pairs.map(|(one, other)| apply(one, other)).collect::<Option<Vec<_>>>()
        });
        let Some(results) = results else { return Self::anything(value) };
        Self { low: results.iter().min().copied(), value, high: results.iter().max().copied() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(value: i64, by: i64) -> Estimate {
        Estimate::exact(Number::from(value)).widened(Number::from(by))
    }

    fn bounds(estimate: Option<Estimate>) -> Option<(String, String)> {
        let estimate = estimate?;
        Some((estimate.low?.to_string(), estimate.high?.to_string()))
    }

    #[test]
    fn bounds_are_what_the_operands_can_reach() {
        let pair = |low: &str, high: &str| Some((low.to_owned(), high.to_owned()));
        assert_eq!(bounds(around(10, 1).plus(around(5, 2))), pair("12", "18"));
        assert_eq!(bounds(around(10, 1).minus(around(5, 2))), pair("2", "8"));
        assert_eq!(bounds(around(-3, 1).times(around(2, 3))), pair("-20", "4"));
        assert_eq!(bounds(around(12, 2).over(around(-4, 1))), pair("-4.6666666666666666666666666667", "-2"));
    }

    #[test]
    fn what_is_divided_by_something_that_can_be_zero_can_be_anything() {
        let quotient = around(10, 1).over(around(1, 1)).unwrap();
        assert_eq!(quotient, Estimate::anything(Number::from(10)));
        assert!(quotient.holds(Number::from(-660)) && quotient.plus(around(1, 1)).unwrap().holds(Number::from(660)));
    }
}
