//! Arithmetic in which a formula is written once and calculated twice if need be: in exact decimals, and in floating
//! point where decimals do not suffice because a power is not whole or leaves their range.

use std::ops::{Add, Div, Mul, Neg, Sub};

use rust_decimal::Decimal;

use crate::value::{CellError, Number};

/// What a formula can be calculated in.
pub(super) trait Real:
    Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// The given number.
    fn of(number: Number) -> Self;

    /// What one amount grows to at this rate in so many periods, and by how much.
    fn growth(self, periods: Number) -> Growth<Self>;

    /// Whether it is zero.
    fn is_zero(self) -> bool;
}

/// A growth factor, and the factor less one, which is the more accurate of the two for small rates.
#[derive(Clone, Copy)]
pub(super) struct Growth<R> {
    pub factor: R,
    pub gain: R,
}

/// A decimal, or nothing once an operation has left the range or the accuracy of decimals.
#[derive(Clone, Copy)]
pub(super) struct Exact(Option<Decimal>);

/// Most periods that are multiplied out.
const MAX_PERIODS: u64 = 1_000_000;
/// Factors below this have too few of their digits left.
const LEAST_FACTOR: Decimal = Decimal::from_parts(1, 0, 0, false, 10);

/// The result in decimals, or else in floating point at 15 digits; `#NUM!` when there is none.
pub(super) fn settle(exact: Exact, float: impl FnOnce() -> f64) -> Result<Number, CellError> {
    exact.number().map_or_else(|| Number::from_float(float()), Ok)
}

impl Exact {
    /// What decimals cannot give.
    pub const NONE: Self = Self(None);

    /// The number, when decimals sufficed.
    pub fn number(self) -> Option<Number> {
        self.0.map(Number::new)
    }

    fn with(self, other: Self, operation: fn(Decimal, Decimal) -> Option<Decimal>) -> Self {
        Self(self.0.zip(other.0).and_then(|(one, other)| operation(one, other)))
    }
}

impl Real for Exact {
    fn of(number: Number) -> Self {
        Self(Some(number.decimal()))
    }

    fn growth(self, periods: Number) -> Growth<Self> {
        let factor = self.number().and_then(|rate| whole_growth(rate, periods));
        Growth { factor: Self(factor), gain: Self(factor.map(|factor| factor - Decimal::ONE)) }
    }

    fn is_zero(self) -> bool {
        self.0.is_some_and(|decimal| decimal.is_zero())
    }
}

fn whole_growth(rate: Number, periods: Number) -> Option<Decimal> {
    let periods = periods.to_integer().filter(|periods| periods.unsigned_abs() <= MAX_PERIODS)?;
    let power = Number::ONE.plus(rate).ok()?.power(Number::from(periods.abs())).map(Number::decimal);
    let factor = match power {
        Ok(power) if periods < 0 => Decimal::ONE.checked_div(power),
        power => power.ok(),
    };
    factor.filter(|factor| factor.abs() >= LEAST_FACTOR || factor.is_zero() && rate == Number::ONE.negated())
}

impl Add for Exact {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        self.with(other, Decimal::checked_add)
    }
}

impl Sub for Exact {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        self.with(other, Decimal::checked_sub)
    }
}

impl Mul for Exact {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        self.with(other, Decimal::checked_mul)
    }
}

impl Div for Exact {
    type Output = Self;

    fn div(self, other: Self) -> Self {
        self.with(other, Decimal::checked_div)
    }
}

impl Neg for Exact {
    type Output = Self;

    fn neg(self) -> Self {
        Self(self.0.map(|decimal| -decimal))
    }
}

impl Real for f64 {
    fn of(number: Number) -> Self {
        number.to_float()
    }

    fn growth(self, periods: Number) -> Growth<Self> {
        growth(self, periods.to_float())
    }

    fn is_zero(self) -> bool {
        self == 0.0
    }
}

/// Growth in floating point, without the loss that adding a small rate to one brings.
pub(super) fn growth(rate: f64, periods: f64) -> Growth<f64> {
    if rate > -1.0 {
        let exponent = periods * libm::log1p(rate);
        return Growth { factor: libm::exp(exponent), gain: libm::expm1(exponent) };
    }
    let factor = libm::pow(1.0 + rate, periods);
    Growth { factor, gain: factor - 1.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    fn exact(rate: &str, periods: &str) -> Option<String> {
        Exact::of(number(rate)).growth(number(periods)).factor.number().map(|factor| factor.to_string())
    }

    #[test]
    fn whole_powers_are_exact_where_digits_suffice() {
        assert_eq!(exact("0.1", "3").as_deref(), Some("1.331"));
        assert_eq!(exact("0.25", "-1").as_deref(), Some("0.8"));
        assert_eq!(exact("-1", "3").as_deref(), Some("0"));
    }

    #[test]
    fn what_decimals_cannot_hold_is_left_to_floating_point() {
        for (rate, periods) in [("0.1", "0.5"), ("0.1", "1000"), ("-0.5", "100"), ("-1", "-1"), ("1", "-90")] {
            assert_eq!(exact(rate, periods), None, "{rate} {periods}");
        }
        let long = growth(0.1, 1000.0);
        assert!((long.factor / 2.469_932_918_005_826e41 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn an_operation_that_fails_leaves_nothing() {
        let zero = Exact::of(Number::ZERO);
        assert!((Exact::of(Number::ONE) / zero + zero).number().is_none());
        assert_eq!(settle(zero / zero, || 1.5), Ok(number("1.5")));
        assert_eq!(settle(zero / zero, || f64::NAN), Err(CellError::Number));
    }
}
