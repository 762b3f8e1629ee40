//! The decimal digits of a number, rounded half away from zero exactly once, ready to be placed in a text.

use crate::value::Number;

/// No mantissa has more digits.
const LENGTH: usize = 39;

/// A number's digits, told by their place: 0 for ones, 1 for tens, −1 for tenths.
#[derive(Debug, Clone)]
pub(super) struct Digits {
    negative: bool,
    /// From the last digit to the first.
    reversed: [u8; LENGTH],
    length: i32,
    /// How many of them stand after the decimal sign.
    scale: i32,
}

impl Digits {
    /// The digits of `number` · 10^`shift`, rounded to so many decimals.
    pub fn of(number: Number, decimals: i32, shift: i32) -> Self {
        let decimal = number.settled().decimal();
        let scale = i32::try_from(decimal.scale()).unwrap_or(0) - shift;
        let (mantissa, scale) = rounded(decimal.mantissa().unsigned_abs(), scale, decimals);
        let (reversed, length) = reversed_digits(mantissa);
        Self { negative: decimal.is_sign_negative() && mantissa > 0, reversed, length, scale }
    }

    /// The digits of a whole number.
    pub fn of_whole(number: u128) -> Self {
        let (reversed, length) = reversed_digits(number);
        Self { negative: false, reversed, length, scale: 0 }
    }

    /// Whether the number is below zero also after rounding.
    pub const fn is_negative(&self) -> bool {
        self.negative
    }

    /// Whether nothing but zeros is left after rounding.
    pub const fn is_zero(&self) -> bool {
        self.length == 0
    }

    /// How many digits stand before the decimal sign, leading zeros not counted.
    pub const fn whole(&self) -> i32 {
        if self.length > self.scale { self.length - self.scale } else { 0 }
    }

    /// How many digits stand after the decimal sign, trailing zeros not counted.
    pub const fn decimals(&self) -> i32 {
        self.scale
    }

    /// The place of the first digit: the power of ten of the number.
    pub const fn exponent(&self) -> i32 {
        self.length - 1 - self.scale
    }

    /// The digit at a place; zero outside the digits there are.
    pub fn at(&self, place: i32) -> char {
        let index = usize::try_from(place + self.scale).ok();
        index.and_then(|index| self.reversed.get(index)).map_or('0', |digit| char::from(b'0' + digit))
    }
}

/// Rounds mantissa · 10^−scale and drops the zeros at its end; the scale that is left is never below zero.
fn rounded(mantissa: u128, scale: i32, decimals: i32) -> (u128, i32) {
    let (mut mantissa, mut scale) = (mantissa, scale);
    if scale > decimals {
        mantissa = divided(mantissa, scale.abs_diff(decimals));
        scale = decimals;
    }
    if scale < 0 {
        mantissa = mantissa.saturating_mul(10_u128.saturating_pow(scale.unsigned_abs()));
        scale = 0;
    }
    while scale > 0 && mantissa.is_multiple_of(10) {
        mantissa /= 10;
        scale -= 1;
    }
    (mantissa, scale)
}

/// Mantissa / 10^zeros, halves rounded up.
fn divided(mantissa: u128, zeros: u32) -> u128 {
    let Some(unit) = 10_u128.checked_pow(zeros) else { return 0 };
    mantissa / unit + u128::from(mantissa % unit >= unit / 2)
}

fn reversed_digits(mantissa: u128) -> ([u8; LENGTH], i32) {
    let mut digits = [0; LENGTH];
    let (mut rest, mut length) = (mantissa, 0);
    for digit in &mut digits {
        if rest == 0 {
            break;
        }
        // Amounts fit 64 bits, where division is much faster.
        if let Ok(small) = u64::try_from(rest) {
            (*digit, rest) = ((small % 10) as u8, u128::from(small / 10));
        } else {
            (*digit, rest) = ((rest % 10) as u8, rest / 10);
        }
        length += 1;
    }
    (digits, length)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(number: &str, decimals: i32, shift: i32) -> String {
        let digits = Digits::of(Number::parse(number).unwrap(), decimals, shift);
        let sign = if digits.is_negative() { "-" } else { "" };
        let whole: String = (0..digits.whole()).rev().map(|place| digits.at(place)).collect();
        let fraction: String = (1..=digits.decimals()).map(|place| digits.at(-place)).collect();
        format!("{sign}{whole}.{fraction}")
    }

    #[test]
    fn digits_are_rounded_once_and_half_away_from_zero() {
        for (number, decimals, shift, expected) in [
            ("1234.5", 0, 0, "1235."),
            ("-0.5", 0, 0, "-1."),
            ("-0.49", 0, 0, "."),
            ("0.449999", 1, 0, ".4"),
            ("1.005", 2, 0, "1.01"),
            ("0.0345", 0, 2, "3."),
            ("0.0349999999999999999999999999", 0, 2, "4."),
            ("1234567", 1, -3, "1234.6"),
            ("499", 0, -3, "."),
            ("500", 0, -3, "1."),
            ("7e28", 2, -40, "."),
            ("12", 3, 4, "120000."),
            ("0.001", 3, 0, ".001"),
            ("79228162514262337593543950335", 28, 9, "79228162514262300000000000000000000000."),
        ] {
            assert_eq!(written(number, decimals, shift), expected, "{number} to {decimals} shifted {shift}");
        }
    }
}
