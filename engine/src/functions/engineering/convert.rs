//! Conversion between units.

use super::units::{self, BINARY_PREFIXES, DECIMAL_PREFIXES, Prefixes, Unit, ZERO_POINTS};
use crate::functions::function::Category::Engineering;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[CONVERT];

const CONVERT: Function = Function::new("CONVERT", "KONVERTERA", Engineering, convert)
    .takes(&[scalar("number", "tal"), scalar("from", "från"), scalar("to", "till")])
    .help(
        "Converts a number from one unit into another, such as \"km\" into \"mi\".",
        "Omvandlar ett tal från en enhet till en annan, till exempel \"km\" till \"mi\".",
    )
    .examples(&[example("CONVERT(68,\"F\",\"C\")", "20"), example("CONVERT(1,\"mi\",\"km\")", "1.609344")]);

/// A unit as written in a formula, with its prefix.
struct Measure {
    unit: &'static Unit,
    /// Power of ten of the prefix.
    exponent: i32,
    /// Power of 1024 of the prefix.
    binary: u32,
}

impl Measure {
    /// What a symbol means; `#N/A` for none. A unit's own symbol comes before one with a prefix.
    fn read(symbol: &str) -> Result<Self, CellError> {
        let plain = units::all().find(|unit| unit.symbol == symbol);
        let plain = plain.map(|unit| Self { unit, exponent: 0, binary: 0 });
        plain.or_else(|| with_binary(symbol)).or_else(|| with_decimal(symbol)).ok_or(CellError::NotAvailable)
    }

    /// Numerator and denominator of its size but for the power of ten.
    fn ratio(&self) -> Result<(Number, Number), CellError> {
        let digits = |text| Number::parse(text).ok_or(CellError::Number)?.power(i64::from(self.unit.power).into());
        let factor = Number::from(1024).power(i64::from(self.binary).into())?;
        Ok((digits(self.unit.size.0)?.times(factor)?, digits(self.unit.per)?))
    }

    fn power_of_ten(&self) -> i32 {
        (self.unit.size.1 + self.exponent) * self.unit.power as i32
    }

    /// Where its zero lies above the kind's own, in itself.
    fn zero_point(&self) -> Number {
        let known = ZERO_POINTS.iter().find(|(symbol, _)| *symbol == self.unit.symbol);
        known.and_then(|(_, zero)| Number::parse(zero)).unwrap_or_default()
    }
}

fn with_decimal(symbol: &str) -> Option<Measure> {
    DECIMAL_PREFIXES.iter().find_map(|(prefix, exponent)| {
        let rest = symbol.strip_prefix(prefix)?;
        let unit = units::all().find(|unit| unit.symbol == rest && unit.prefixes != Prefixes::None)?;
        Some(Measure { unit, exponent: *exponent, binary: 0 })
    })
}

fn with_binary(symbol: &str) -> Option<Measure> {
    BINARY_PREFIXES.iter().find_map(|(prefix, power)| {
        let rest = symbol.strip_prefix(prefix)?;
        let takes = |unit: &&Unit| unit.symbol == rest && unit.prefixes == Prefixes::DecimalAndBinary;
        Some(Measure { unit: units::all().find(takes)?, exponent: 0, binary: *power })
    })
}

fn convert(arguments: &Arguments<'_>) -> Answer {
    let number = arguments.strict_number(0)?;
    let (from, to) = (Measure::read(&arguments.text(1)?)?, Measure::read(&arguments.text(2)?)?);
    if from.unit.kind != to.unit.kind {
        return Err(CellError::NotAvailable);
    }
    let (from_numerator, from_denominator) = from.ratio()?;
    let (to_numerator, to_denominator) = to.ratio()?;
    let above_zero = number.plus(from.zero_point())?;
    let multiplied = above_zero.times(from_numerator)?.times(to_denominator)?;
    let divided = multiplied.over(to_numerator.times(from_denominator)?)?;
    let converted = times_power_of_ten(divided, from.power_of_ten() - to.power_of_ten())?;
    Ok(converted.minus(to.zero_point())?.into())
}

/// The most places that the decimal point is moved at once.
const PLACES: i32 = 28;

fn times_power_of_ten(number: Number, exponent: i32) -> Result<Number, CellError> {
    let (mut number, mut rest) = (number, exponent);
    while rest != 0 && !number.is_zero() {
        let places = rest.clamp(-PLACES, PLACES);
        let power = match places {
            down if down < 0 => Number::from_parts(1, down.unsigned_abs()),
            up => Number::from_parts(10_i128.pow(up.unsigned_abs()), 0),
        };
        number = number.times(power?)?;
        rest -= places;
    }
    Ok(number)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn exact_units_convert_exactly() {
        check(&[
            ("CONVERT(1,\"lbm\",\"kg\")", "0.45359237"),
            ("CONVERT(12,\"in\",\"ft\")", "1"),
            ("CONVERT(3,\"ft\",\"yd\")", "1"),
            ("CONVERT(1,\"gal\",\"l\")", "3.785411784"),
            ("CONVERT(2.5,\"ha\",\"m2\")", "25000"),
            ("CONVERT(1,\"km2\",\"m^2\")", "1000000"),
            ("CONVERT(1,\"dm3\",\"l\")", "1"),
            ("CONVERT(1,\"hr\",\"sec\")", "3600"),
            ("CONVERT(1,\"kWh\",\"MJ\")", "3.6"),
            ("CONVERT(1,\"kibyte\",\"bit\")", "8192"),
            ("CONVERT(1,\"Yibyte\",\"Yibit\")", "8"),
            ("CONVERT(1,\"ly^3\",\"ly3\")", "1"),
            ("CONVERT(36,\"km/h\",\"m/s\")", "10"),
            ("CONVERT(6,\"Picapt\",\"pica\")", "0.5"),
        ]);
    }

    #[test]
    fn temperatures_have_their_own_zeros() {
        check(&[
            ("CONVERT(0,\"C\",\"F\")", "32"),
            ("CONVERT(0,\"K\",\"C\")", "-273.15"),
            ("CONVERT(22,\"C\",\"mK\")", "295150"),
            ("CONVERT(100,\"C\",\"Reau\")", "80"),
            ("CONVERT(1941,\"K\",\"Rank\")", "3493.8"),
        ]);
    }

    #[test]
    fn what_does_not_fit_is_not_available() {
        check(&[
            ("CONVERT(1,\"ft\",\"sec\")", "#N/A"),
            ("CONVERT(1,\"xyz\",\"m\")", "#N/A"),
            ("CONVERT(1,\"kft\",\"m\")", "#N/A"),
            ("CONVERT(1,\"kim\",\"m\")", "#N/A"),
            ("CONVERT(1,\"KM\",\"m\")", "#N/A"),
            ("CONVERT(\"x\",\"m\",\"ft\")", "#VALUE!"),
            ("CONVERT(TRUE,\"m\",\"ft\")", "#VALUE!"),
            ("CONVERT(1,\"ly3\",\"ang3\")", "#NUM!"),
        ]);
    }
}
