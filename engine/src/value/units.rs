//! Numbers of few digits as whole units of a power of ten, for arithmetic that needs no more. It gives what [`Number`]
//! gives, or nothing where the exact result has more digits than fit.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::Number;

/// The most digits after the decimal point.
const MAX_SCALE: u32 = 18;

/// Powers of ten that fit.
const TENS: [i64; MAX_SCALE as usize + 1] = {
    let mut tens = [1; MAX_SCALE as usize + 1];
    let mut power = 1;
    while power < tens.len() {
        tens[power] = tens[power - 1] * 10;
        power += 1;
    }
    tens
};

/// `mantissa` · 10^−`scale`.
#[derive(Debug, Clone, Copy)]
pub struct Units {
    /// How many units.
    pub mantissa: i64,
    /// Digits after the decimal point.
    pub scale: u32,
}

impl Units {
    /// Zero.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };

    /// A number in units; `None` when it has too many digits.
    pub fn of(number: Number) -> Option<Self> {
        let of = |decimal: Decimal| {
            let mantissa = i64::try_from(decimal.mantissa()).ok()?;
            (decimal.scale() <= MAX_SCALE).then_some(Self { mantissa, scale: decimal.scale() })
        };
        of(number.decimal()).or_else(|| of(number.decimal().normalize()))
    }

    /// The number that it is.
    pub fn number(self) -> Number {
        Number::new(Decimal::new(self.mantissa, self.scale))
    }

    /// The mantissa at a scale as great as its own or greater; `None` when it does not fit.
    pub fn at_scale(self, scale: u32) -> Option<i64> {
        let ten = TENS.get(scale.checked_sub(self.scale)? as usize)?;
        self.mantissa.checked_mul(*ten)
    }

    /// The same number without the zeros at its end that go beyond a scale.
    pub fn shortened(self, scale: u32) -> Self {
        let Self { mut mantissa, scale: mut own } = self;
        if let Some(ten) = own.checked_sub(scale).and_then(|over| TENS.get(over as usize))
            && mantissa % ten == 0
        {
            return Self { mantissa: mantissa / ten, scale };
        }
        while own > scale && mantissa % 10 == 0 {
            mantissa /= 10;
            own -= 1;
        }
        Self { mantissa, scale: own }
    }

    /// Sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        Some(Self { mantissa: self.at_scale(scale)?.checked_add(other.at_scale(scale)?)?, scale })
    }

    /// Difference.
    pub fn minus(self, other: Self) -> Option<Self> {
        self.plus(other.negated()?)
    }

    /// Product.
    pub fn times(self, other: Self) -> Option<Self> {
        let scale = self.scale + other.scale;
        (scale <= MAX_SCALE).then_some(Self { mantissa: self.mantissa.checked_mul(other.mantissa)?, scale })
    }

    /// Quotient, where it ends after some digits whatever is divided; so it does by 8 and 25, and not by 3.
    pub fn over(self, divisor: Self) -> Option<Self> {
        let (mut rest, mut fives) = (divisor.mantissa, 0);
        if rest == 0 {
            return None;
        }
        let twos = rest.trailing_zeros();
        rest >>= twos;
        while rest % 5 == 0 {
            rest /= 5;
            fives += 1;
        }
        // 1 / (2^a · 5^b) is 2^(n−a) · 5^(n−b) in units of 10^−n, where n is the greater of both.
        let digits = twos.max(fives);
        let reciprocal = 2_i64.checked_pow(digits - twos)?.checked_mul(5_i64.checked_pow(digits - fives)?)?;
        let mantissa = self.mantissa.checked_mul(reciprocal)?.checked_mul(rest.signum())?;
        let quotient = Self { mantissa, scale: self.scale + digits };
        let quotient = quotient.shortened(divisor.scale.min(quotient.scale));
        match quotient.scale.checked_sub(divisor.scale) {
            _ if rest.abs() != 1 => None,
            Some(scale) => (scale <= MAX_SCALE).then_some(Self { scale, ..quotient }),
            None => Some(Self { mantissa: quotient.at_scale(divisor.scale)?, scale: 0 }),
        }
    }

    /// Negated.
    pub fn negated(self) -> Option<Self> {
        Some(Self { mantissa: self.mantissa.checked_neg()?, ..self })
    }

    /// The order of the numbers.
    pub fn compare(self, other: Self) -> Ordering {
        let scale = self.scale.max(other.scale);
        let at_scale = |units: Self| i128::from(units.mantissa) * i128::from(TENS[(scale - units.scale) as usize]);
        at_scale(self).cmp(&at_scale(other))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::order::compare_numbers;

    fn units() -> impl Strategy<Value = Units> {
        let mantissa = prop_oneof![-1_000_i64..1_000, -100_000_000_i64..100_000_000, any::<i64>()];
        (mantissa, 0..=MAX_SCALE).prop_map(|(mantissa, scale)| Units { mantissa, scale })
    }

    proptest! {
        #[test]
        fn arithmetic_gives_what_numbers_give((one, other) in (units(), units())) {
            let (left, right) = (one.number(), other.number());
            for (result, expected) in [
                (one.plus(other), left.plus(right)),
                (one.minus(other), left.minus(right)),
                (one.times(other), left.times(right)),
                (one.over(other), left.over(right)),
                (one.negated(), Ok(left.negated())),
            ] {
                if let Some(result) = result {
                    prop_assert_eq!(Ok(result.number()), expected);
                }
            }
            prop_assert_eq!(one.compare(other), compare_numbers(left, right));
        }

        #[test]
        fn a_number_comes_back_from_its_units(one in units(), scale in 0..=MAX_SCALE) {
            prop_assert_eq!(Units::of(one.number()).map(Units::number), Some(one.number()));
            prop_assert_eq!(one.shortened(scale).number(), one.number());
        }
    }

    #[test]
    fn amounts_are_divided_by_what_ends() {
        for (number, divisor, expected) in [("0.1", "8", Some("0.0125")), ("10", "-0.4", Some("-25")), ("1", "3", None)]
        {
            let of = |text| Units::of(Number::parse(text).unwrap()).unwrap();
            let expected = expected.map(|text| Number::parse(text).unwrap());
            assert_eq!(of(number).over(of(divisor)).map(Units::number), expected, "{number} by {divisor}");
        }
    }

    #[test]
    fn what_has_too_many_digits_is_left_alone() {
        let third = Number::ONE.over(Number::from(3)).unwrap();
        assert!(Units::of(third).is_none());
        let most = Units { mantissa: i64::MAX, scale: 0 };
        assert!(most.plus(most).is_none() && most.times(most).is_none());
        assert!(Units { mantissa: i64::MIN, scale: 0 }.negated().is_none());
    }
}
