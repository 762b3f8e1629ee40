//! Exact decimal numbers with checked arithmetic, and the only door to binary floating point.
//!
//! A number has up to 28 significant digits. Sums, differences and products of amounts are exact. A quotient that does
//! not end, and every result that passes through floating point, is rounded; such a number is told by its length and is
//! compared at [`SIGNIFICANT_DIGITS`] digits, so that `1/3*3` equals `1`.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use super::CellError;

/// Digits at which rounded numbers are compared and shown, as in Excel.
pub const SIGNIFICANT_DIGITS: u32 = 15;

/// A number with at least so many digits after the decimal point or in all is the rounded result of a division.
const ROUNDED_DIGITS: u32 = 24;

/// Powers of ten that take any number to zero or out of range.
const MAX_STEPS: u64 = 60;

/// An exact decimal number within ±7.9·10²⁸.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Number(Decimal);

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// One.
    pub const ONE: Self = Self(Decimal::ONE);
    /// One hundredth, which a percent sign multiplies by.
    pub const HUNDREDTH: Self = Self(Decimal::from_parts(1, 0, 0, false, 2));
    /// One half.
    pub const HALF: Self = Self(Decimal::from_parts(5, 0, 0, false, 1));
    /// Pi to 28 digits.
    pub const PI: Self = Self(Decimal::from_parts(0x8692_3CB7, 0x011B_9F40, 0x0A26_AA1F, false, 27));

    /// The number of this decimal.
    pub const fn new(decimal: Decimal) -> Self {
        Self(decimal)
    }

    /// `mantissa` · 10^−`scale`; `#NUM!` when it has more digits than a number can hold.
    pub fn from_parts(mantissa: i128, scale: u32) -> Result<Self, CellError> {
        Decimal::try_from_i128_with_scale(mantissa, scale).map(Self::new).map_err(|_| CellError::Number)
    }

    /// Reads a plain or scientific decimal literal with a point: `-12.50`, `1e3`. More than 28 digits are rounded.
    pub fn parse(text: &str) -> Option<Self> {
        let exact = if text.contains(['e', 'E']) { parse_scientific(text) } else { Decimal::from_str(text).ok() };
        exact.map(Self::new)
    }

    /// The nearest number to a floating-point result, at 15 significant digits; `#NUM!` for infinities and NaN.
    pub fn from_float(float: f64) -> Result<Self, CellError> {
        // The digits kept past the fifteenth let it be rounded once only.
        let decimal = Decimal::from_f64_retain(float).ok_or(CellError::Number)?;
        Ok(Self::new(decimal).significant(SIGNIFICANT_DIGITS))
    }

    /// A floating-point result with all its digits, for a step between that is rounded later; `#NUM!` for infinities and
    /// NaN.
    pub fn from_float_unrounded(float: f64) -> Result<Self, CellError> {
        Decimal::from_f64_retain(float).map(Self::new).ok_or(CellError::Number)
    }

    /// The nearest binary floating-point number, for functions that decimals cannot express.
    pub fn to_float(self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }

    /// The decimal itself.
    pub const fn decimal(self) -> Decimal {
        self.0
    }

    /// The whole number it is, when it is one and fits.
    pub fn to_integer(self) -> Option<i64> {
        self.0.is_integer().then(|| self.0.to_i64()).flatten()
    }

    /// The whole part as an integer, cut towards zero; `#NUM!` when it does not fit.
    pub fn truncated(self) -> Result<i64, CellError> {
        self.0.trunc().to_i64().ok_or(CellError::Number)
    }

    /// Whether it is zero.
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// −1, 0 or 1.
    pub fn signum(self) -> Self {
        match (self.is_zero(), self.is_negative()) {
            (true, _) => Self::ZERO,
            (_, true) => Self(Decimal::NEGATIVE_ONE),
            _ => Self::ONE,
        }
    }

    /// Its distance from zero.
    pub fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// Sum; `#NUM!` outside the range of numbers.
    pub fn plus(self, other: Self) -> Result<Self, CellError> {
        self.0.checked_add(other.0).map(Self::new).ok_or(CellError::Number)
    }

    /// Difference; `#NUM!` outside the range of numbers.
    pub fn minus(self, other: Self) -> Result<Self, CellError> {
        self.0.checked_sub(other.0).map(Self::new).ok_or(CellError::Number)
    }

    /// Product, rounded past 28 digits; `#NUM!` outside the range of numbers.
    pub fn times(self, other: Self) -> Result<Self, CellError> {
        self.0.checked_mul(other.0).map(Self::new).ok_or(CellError::Number)
    }

    /// Quotient, rounded past 28 digits; `#DIV/0!` for a zero divisor.
    pub fn over(self, divisor: Self) -> Result<Self, CellError> {
        if divisor.is_zero() {
            return Err(CellError::DivisionByZero);
        }
        self.0.checked_div(divisor.0).map(Self::new).ok_or(CellError::Number)
    }

    /// Remainder with the divisor's sign, as `MOD` gives it; `#DIV/0!` for a zero divisor.
    pub fn modulo(self, divisor: Self) -> Result<Self, CellError> {
        if divisor.is_zero() {
            return Err(CellError::DivisionByZero);
        }
        let rest = self.0.checked_rem(divisor.0).ok_or(CellError::Number)?;
        let opposite = !rest.is_zero() && rest.is_sign_negative() != divisor.0.is_sign_negative();
        if opposite { Self::new(rest).plus(divisor) } else { Ok(Self::new(rest)) }
    }

    /// Power: exact for whole exponents as far as 28 digits go, else through floating point at 15 digits.
    pub fn power(self, exponent: Self) -> Result<Self, CellError> {
        match exponent.to_integer() {
            Some(0) if self.is_zero() => Err(CellError::Number),
            Some(whole) if whole < 0 => match self.whole_power(whole.unsigned_abs()) {
                Ok(power) => Self::ONE.over(power),
                // One over more than can be held is less than the finest fraction.
                Err(_) => Ok(Self::ZERO),
            },
            Some(whole) => self.whole_power(whole.unsigned_abs()),
            None if self.is_negative() => Err(CellError::Number),
            None if self.is_zero() && exponent.is_negative() => Err(CellError::DivisionByZero),
            None => Self::from_float(libm::pow(self.to_float(), exponent.to_float())),
        }
    }

    /// Rounded half away from zero to so many decimals; negative counts round before the point.
    pub fn rounded(self, decimals: i64) -> Self {
        self.rounded_by(decimals, RoundingStrategy::MidpointAwayFromZero)
    }

    /// Rounded away from zero to so many decimals.
    pub fn rounded_up(self, decimals: i64) -> Self {
        self.rounded_by(decimals, RoundingStrategy::AwayFromZero)
    }

    /// Cut towards zero to so many decimals.
    pub fn rounded_down(self, decimals: i64) -> Self {
        self.rounded_by(decimals, RoundingStrategy::ToZero)
    }

    /// The largest whole number not above it.
    pub fn floor(self) -> Self {
        Self::new(self.settled().0.floor())
    }

    /// Its value rounded half away from zero to so many significant digits.
    pub fn significant(self, digits: u32) -> Self {
        // The library fills up with zeros where there are fewer digits, past the decimals that it can add up.
        if self.0.mantissa().unsigned_abs() < 10_u128.saturating_pow(digits) {
            return self;
        }
        let rounded = self.0.round_sf_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero);
        rounded.map_or(self, Self::new)
    }

    /// Itself when exact; at 15 significant digits when it is a rounded quotient.
    pub fn settled(self) -> Self {
        if self.is_rounded() { self.significant(SIGNIFICANT_DIGITS) } else { self }
    }

    /// Negated.
    pub fn negated(self) -> Self {
        Self::new(-self.0)
    }

    fn is_rounded(self) -> bool {
        let long = |decimal: &Decimal| {
            decimal.scale() >= ROUNDED_DIGITS || decimal.mantissa().unsigned_abs() >= 10_u128.pow(ROUNDED_DIGITS)
        };
        long(&self.0) && long(&self.0.normalize())
    }

    fn rounded_by(self, decimals: i64, strategy: RoundingStrategy) -> Self {
        let decimal = self.settled().0;
        let Ok(places) = u32::try_from(decimals) else { return Self::rounded_whole(decimal, decimals, strategy) };
        Self::new(decimal.round_dp_with_strategy(places.min(Decimal::MAX_SCALE), strategy))
    }

    /// Rounds before the decimal point by moving the point there and back.
    fn rounded_whole(decimal: Decimal, decimals: i64, strategy: RoundingStrategy) -> Self {
        let Some(unit) = u32::try_from(-decimals).ok().and_then(|zeros| 10_i128.checked_pow(zeros)) else {
            return Self::ZERO;
        };
        let Ok(unit) = Decimal::try_from_i128_with_scale(unit, 0) else { return Self::ZERO };
        let whole = (decimal / unit).trunc();
        let rest = decimal - whole * unit;
        let up = match strategy {
            RoundingStrategy::ToZero => false,
            RoundingStrategy::AwayFromZero => !rest.is_zero(),
            _ => rest.abs() >= unit / Decimal::TWO,
        };
        let step = if !up {
            Decimal::ZERO
        } else if decimal.is_sign_negative() {
            Decimal::NEGATIVE_ONE
        } else {
            Decimal::ONE
        };
        (whole + step).checked_mul(unit).map_or(Self(decimal), Self::new)
    }

    fn whole_power(self, exponent: u64) -> Result<Self, CellError> {
        let (mut result, mut base, mut rest) = (Self::ONE, self, exponent);
        while rest > 0 {
            if rest & 1 == 1 {
                result = result.times(base)?;
            }
            rest >>= 1;
            if rest > 0 {
                base = base.times(base)?;
            }
        }
        Ok(result)
    }
}

fn parse_scientific(text: &str) -> Option<Decimal> {
    Decimal::from_scientific(text).ok().or_else(|| {
        let (digits, exponent) = text.split_once(['e', 'E'])?;
        let (mut digits, exponent) = (Decimal::from_str(digits).ok()?, exponent.parse::<i64>().ok()?);
        let ten = Decimal::TEN;
        // A step of ten at a time: what is too small ends as zero, what is too large as nothing.
        for _ in 0..exponent.unsigned_abs().min(MAX_STEPS) {
            digits = if exponent < 0 { digits.checked_div(ten)? } else { digits.checked_mul(ten)? };
        }
        Some(digits)
    })
}

impl From<i64> for Number {
    fn from(integer: i64) -> Self {
        Self(Decimal::from(integer))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The exact order; formulas compare with [`super::order::compare`].
impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

/// The shortest exact decimal with a point.
impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0.normalize(), f)
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::parse(text).unwrap()
    }

    #[test]
    fn rounds_half_away_from_zero_on_both_sides_of_the_point() {
        for (value, decimals, expected) in [
            ("1.005", 2, "1.01"),
            ("-1.005", 2, "-1.01"),
            ("150", -2, "200"),
            ("-149", -2, "-100"),
            ("50", -2, "100"),
            ("49", -2, "0"),
            ("5", -40, "0"),
            ("2.5", 0, "3"),
        ] {
            assert_eq!(number(value).rounded(decimals), number(expected), "{value} to {decimals}");
        }
    }

    #[test]
    fn quotients_are_settled_before_they_are_rounded() {
        let third = Number::ONE.over(number("3")).unwrap();
        assert_eq!(third.times(number("3")).unwrap().settled(), Number::ONE);
        assert_eq!(third.times(number("3")).unwrap().floor(), Number::ONE);
    }

    #[test]
    fn remainder_takes_the_divisors_sign() {
        assert_eq!(number("-7").modulo(number("3")), Ok(number("2")));
        assert_eq!(number("7").modulo(number("-3")), Ok(number("-2")));
        assert_eq!(number("1.1").modulo(number("0.1")), Ok(Number::ZERO));
    }

    #[test]
    fn arithmetic_out_of_range_is_an_error_and_no_panic() {
        let huge = number("79000000000000000000000000000");
        assert_eq!(huge.plus(huge), Err(CellError::Number));
        assert_eq!(huge.times(huge), Err(CellError::Number));
        assert_eq!(number("10").power(number("400")), Err(CellError::Number));
        assert_eq!(Number::from_float(f64::NAN), Err(CellError::Number));
        assert_eq!(number("2").power(number("-100")), Ok(Number::ZERO));
        assert_eq!(Number::ZERO.power(number("-1")), Err(CellError::DivisionByZero));
    }

    #[test]
    fn results_of_floating_point_are_rounded_once() {
        assert_eq!(Number::from_float(2.356_194_490_192_345).unwrap().to_string(), "2.35619449019234");
        assert_eq!(Number::from_float(0.1).unwrap().to_string(), "0.1");
    }

    #[test]
    fn tiny_results_of_floating_point_keep_to_the_decimals_a_number_can_have() {
        let huge = number("79000000000000000000000000000");
        for float in [6.212070415e-19, 1e-28, -2.5e-20, 1.234567890123456e-10, 5e-300] {
            let tiny = Number::from_float(float).unwrap();
            assert!(tiny.decimal().scale() <= Decimal::MAX_SCALE, "{float} has {} decimals", tiny.decimal().scale());
            assert_eq!(huge.plus(tiny).unwrap(), huge);
            assert_eq!(Number::parse(&tiny.to_string()), Some(tiny));
        }
    }

    #[test]
    fn scientific_literals_are_exact() {
        assert_eq!(number("1.5e3"), number("1500"));
        assert_eq!(number("15E-1"), number("1.5"));
        assert_eq!(number("1e-400"), Number::ZERO);
        assert_eq!(number("1.5e-27").to_string(), "0.0000000000000000000000000015");
        assert_eq!(number("0e400"), Number::ZERO);
        assert_eq!(Number::parse("1e400"), None);
    }
}
