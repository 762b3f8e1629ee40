//! Complex numbers as text, such as `3+4i`.

use crate::display::{Locale, coerce, parse_number};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Number, Value};

/// A complex number in binary floating point; its text has 15 digits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Complex {
    pub real: f64,
    pub imaginary: f64,
}

/// The letter after an imaginary part; real numbers have none.
pub(super) type Suffix = Option<char>;

impl Complex {
    pub const ZERO: Self = Self::new(0.0, 0.0);
    pub const ONE: Self = Self::new(1.0, 0.0);

    pub const fn new(real: f64, imaginary: f64) -> Self {
        Self { real, imaginary }
    }

    /// The number of this size in this direction.
    pub fn polar(size: f64, angle: f64) -> Self {
        Self::new(size * libm::cos(angle), size * libm::sin(angle))
    }

    pub fn size(self) -> f64 {
        libm::hypot(self.real, self.imaginary)
    }

    /// Its direction in radians.
    pub fn angle(self) -> f64 {
        libm::atan2(self.imaginary, self.real)
    }

    pub fn plus(self, other: Self) -> Self {
        Self::new(self.real + other.real, self.imaginary + other.imaginary)
    }

    pub fn minus(self, other: Self) -> Self {
        Self::new(self.real - other.real, self.imaginary - other.imaginary)
    }

    pub fn times(self, other: Self) -> Self {
        Self::new(
            self.real * other.real - self.imaginary * other.imaginary,
            self.real * other.imaginary + self.imaginary * other.real,
        )
    }

    pub fn scaled(self, factor: f64) -> Self {
        Self::new(self.real * factor, self.imaginary * factor)
    }

    /// Both parts divided by a real number.
    pub fn shrunk(self, divisor: f64) -> Self {
        Self::new(self.real / divisor, self.imaginary / divisor)
    }

    /// Quotient; the divisor's greater part is divided by first, so that nothing overflows on the way (Smith 1962).
    pub fn over(self, divisor: Self) -> Result<Self, CellError> {
        if divisor == Self::ZERO {
            return Err(CellError::Number);
        }
        if divisor.real.abs() >= divisor.imaginary.abs() {
            let ratio = divisor.imaginary / divisor.real;
            let turned = Self::new(self.real + self.imaginary * ratio, self.imaginary - self.real * ratio);
            return Ok(turned.shrunk(divisor.real + divisor.imaginary * ratio));
        }
        let ratio = divisor.real / divisor.imaginary;
        let turned = Self::new(self.real * ratio + self.imaginary, self.imaginary * ratio - self.real);
        Ok(turned.shrunk(divisor.real * ratio + divisor.imaginary))
    }

    /// The number as text; `#NUM!` when a part cannot be held.
    pub fn written(self, suffix: Suffix, locale: Locale) -> Answer {
        let (real, imaginary) = (Number::from_float(self.real)?, Number::from_float(self.imaginary)?);
        let text = |number: Number| coerce::to_text(&number.into(), locale);
        if imaginary.is_zero() {
            return Ok(Value::Text(text(real)?).into());
        }
        let before = if real.is_zero() { String::new() } else { text(real)?.to_string() };
        let plus = if imaginary.is_negative() || before.is_empty() { "" } else { "+" };
        let factor = match imaginary {
            one if one == Number::ONE => String::new(),
            one if one == Number::ONE.negated() => "-".to_owned(),
            factor => text(factor)?.to_string(),
        };
        Ok(Value::text(format!("{before}{plus}{factor}{}", suffix.unwrap_or('i'))).into())
    }
}

/// The complex number in an argument, with its suffix; booleans are `#VALUE!`, what cannot be read `#NUM!`.
pub(super) fn argument(arguments: &Arguments<'_>, index: usize) -> Result<(Complex, Suffix), CellError> {
    match arguments.operand(index) {
        Operand::Missing => Err(CellError::NotAvailable),
        operand => of_value(&operand.read(arguments.host).single(), arguments.host.locale()),
    }
}

/// The complex numbers in all arguments, and the suffix they share; different ones are `#VALUE!`. An argument with
/// nothing in it is zero.
pub(super) fn all_arguments(arguments: &Arguments<'_>) -> Result<(Vec<Complex>, Suffix), CellError> {
    let (mut numbers, mut suffix, mut failed) = (Vec::new(), None, None);
    for index in 0..arguments.count() {
        let before = numbers.len();
        arguments.each(index, &mut |value, _| match of_value(value, arguments.host.locale()) {
            Ok((number, letter)) => match shared(suffix, letter) {
                Ok(both) => {
                    suffix = both;
                    numbers.push(number);
                }
                Err(error) => _ = failed.get_or_insert(error),
            },
            Err(error) => _ = failed.get_or_insert(error),
        });
        if numbers.len() == before {
            numbers.push(Complex::ZERO);
        }
    }
    failed.map_or(Ok((numbers, suffix)), Err)
}

/// The suffix of two numbers.
pub(super) fn shared(one: Suffix, other: Suffix) -> Result<Suffix, CellError> {
    match (one, other) {
        (Some(one), Some(other)) if one != other => Err(CellError::Value),
        (one, other) => Ok(one.or(other)),
    }
}

fn of_value(value: &Value, locale: Locale) -> Result<(Complex, Suffix), CellError> {
    match value {
        Value::Text(text) => parse(text, locale).ok_or(CellError::Number),
        Value::Boolean(_) => Err(CellError::Value),
        value => Ok((Complex::new(coerce::to_number(value, locale)?.to_float(), 0.0), None)),
    }
}

fn parse(text: &str, locale: Locale) -> Option<(Complex, Suffix)> {
    let Some(suffix) = text.chars().last().filter(|last| matches!(last, 'i' | 'j')) else {
        return Some((Complex::new(part(text, locale)?, 0.0), None));
    };
    let body = &text[..text.len() - 1];
    let (real, imaginary) = body.split_at(start_of_imaginary(body));
    let real = if real.is_empty() { 0.0 } else { part(real, locale)? };
    let imaginary = match imaginary {
        "" | "+" => 1.0,
        "-" => -1.0,
        digits => part(digits, locale)?,
    };
    Some((Complex::new(real, imaginary), Some(suffix)))
}

/// Where the last sign stands that is not an exponent's.
fn start_of_imaginary(body: &str) -> usize {
    let signs = body.rmatch_indices(['+', '-']).map(|(place, _)| place);
    signs.into_iter().find(|place| !body[..*place].ends_with(['e', 'E'])).unwrap_or(0)
}

/// A part on its own: digits with a sign or exponent, without grouping or percent.
fn part(text: &str, locale: Locale) -> Option<f64> {
    let fits = |letter: char| letter.is_ascii_digit() || "+-eE".contains(letter) || letter == locale.decimal_sign();
    text.chars().all(fits).then(|| parse_number(text, locale)).flatten().map(Number::to_float)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_read_part_by_part() {
        for (text, real, imaginary) in [
            ("3+4i", 3.0, 4.0),
            ("-3.5-4.25j", -3.5, -4.25),
            ("i", 0.0, 1.0),
            ("-i", 0.0, -1.0),
            ("2-i", 2.0, -1.0),
            ("7", 7.0, 0.0),
            ("4i", 0.0, 4.0),
            ("1E-3+2e2i", 0.001, 200.0),
            ("1.5e+2i", 0.0, 150.0),
        ] {
            let read = parse(text, Locale::English).map(|(number, _)| number);
            assert_eq!(read, Some(Complex::new(real, imaginary)), "{text}");
        }
        for text in ["", "3+4", "3+4I", "3++4i", "x", "3 + 4i", "5%", "ii", "3i+4"] {
            assert_eq!(parse(text, Locale::English), None, "{text}");
        }
        assert_eq!(parse("3,5+2i", Locale::Swedish).map(|(number, _)| number.real), Some(3.5));
    }
}
