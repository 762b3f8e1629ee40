//! Sine, cosine and their kin, and degrees.
//!
//! An angle is brought within an eighth of a turn in decimals, so that `SIN(PI())` is 0.

use crate::functions::Arguments;
use crate::functions::floating::{answer, quotient};
use crate::functions::function::Category::Math;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[SIN, COS, TAN, COT, SEC, CSC, DEGREES, RADIANS];

const ANGLE: &[Parameter] = &[scalar("angle", "vinkel")];

const SIN: Function = Function::new("SIN", "SIN", Math, |arguments| answer(Angle::of(arguments)?.sine()))
    .takes(ANGLE)
    .help("Gives the sine of an angle in radians.", "Ger sinus för en vinkel i radianer.")
    .examples(&[example("SIN(0)", "0"), example("SIN(RADIANS(30))", "0.5")]);

const COS: Function = Function::new("COS", "COS", Math, |arguments| answer(Angle::of(arguments)?.cosine()))
    .takes(ANGLE)
    .help("Gives the cosine of an angle in radians.", "Ger cosinus för en vinkel i radianer.")
    .examples(&[example("COS(0)", "1"), example("COS(RADIANS(60))", "0.5")]);

const TAN: Function = Function::new("TAN", "TAN", Math, |arguments| {
    let angle = Angle::of(arguments)?;
    quotient(angle.sine(), angle.cosine())
})
.takes(ANGLE)
.help("Gives the tangent of an angle in radians.", "Ger tangens för en vinkel i radianer.")
.examples(&[example("TAN(RADIANS(45))", "1")]);

const COT: Function = Function::new("COT", "COT", Math, |arguments| {
    let angle = Angle::of(arguments)?;
    quotient(angle.cosine(), angle.sine())
})
.takes(ANGLE)
.help("Gives the cotangent of an angle in radians.", "Ger cotangens för en vinkel i radianer.")
.examples(&[example("COT(RADIANS(45))", "1")]);

const SEC: Function = Function::new("SEC", "SEK", Math, |arguments| quotient(1.0, Angle::of(arguments)?.cosine()))
    .takes(ANGLE)
    .help("Gives the secant of an angle in radians.", "Ger sekanten för en vinkel i radianer.")
    .examples(&[example("SEC(RADIANS(60))", "2")]);

const CSC: Function = Function::new("CSC", "CSC", Math, |arguments| quotient(1.0, Angle::of(arguments)?.sine()))
    .takes(ANGLE)
    .help("Gives the cosecant of an angle in radians.", "Ger cosekanten för en vinkel i radianer.")
    .examples(&[example("CSC(RADIANS(30))", "2")]);

const DEGREES: Function = Function::new("DEGREES", "GRADER", Math, |arguments| {
    Ok(arguments.number(0)?.times(HALF_TURN)?.over(Number::PI)?.settled().into())
})
.takes(ANGLE)
.help("Turns radians into degrees.", "Omvandlar radianer till grader.")
.examples(&[example("DEGREES(PI())", "180")]);

const RADIANS: Function = Function::new("RADIANS", "RADIANER", Math, |arguments| {
    Ok(arguments.number(0)?.over(HALF_TURN)?.times(Number::PI)?.into())
})
.takes(&[scalar("degrees", "grader")])
.help("Turns degrees into radians.", "Omvandlar grader till radianer.")
.examples(&[example("ROUND(RADIANS(180),4)", "3.1416")]);

/// Degrees of half a turn.
const HALF_TURN: Number = Number::new(rust_decimal::Decimal::from_parts(180, 0, 0, false, 0));

/// From this size on Excel calculates no angle: 2²⁷.
const TOO_LARGE: i64 = 1 << 27;

/// What is left of an angle below this is the rounding of pi.
const NOTHING: f64 = 1e-18;

/// An angle as whole quarters of a turn and a rest of at most half a quarter.
struct Angle {
    quarters: i64,
    rest: f64,
}

impl Angle {
    fn of(arguments: &Arguments<'_>) -> Result<Self, CellError> {
        let number = arguments.number(0)?;
        if number.abs() >= Number::from(TOO_LARGE) {
            return Err(CellError::Number);
        }
        let quarter = Number::PI.over(Number::from(2))?;
        let quarters = number.over(quarter)?.rounded(0);
        let rest = number.minus(quarters.times(quarter)?)?.to_float();
        let is_exact = quarters.is_zero() || rest.abs() > NOTHING;
        Ok(Self { quarters: quarters.truncated()?.rem_euclid(4), rest: if is_exact { rest } else { 0.0 } })
    }

    fn sine(&self) -> f64 {
        match self.quarters {
            0 => libm::sin(self.rest),
            1 => libm::cos(self.rest),
            2 => -libm::sin(self.rest),
            _ => -libm::cos(self.rest),
        }
    }

    fn cosine(&self) -> f64 {
        Self { quarters: (self.quarters + 1) % 4, rest: self.rest }.sine()
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn whole_quarters_of_a_turn_are_exact() {
        check(&[
            ("SIN(PI())", "0"),
            ("COS(PI())", "-1"),
            ("TAN(PI())", "0"),
            ("SIN(RADIANS(450))", "1"),
            ("COS(RADIANS(90))", "0"),
            ("COS(RADIANS(-270))", "0"),
            ("SIN(RADIANS(3600000))", "0"),
            ("TAN(RADIANS(90))", "#DIV/0!"),
            ("SEC(RADIANS(90))", "#DIV/0!"),
            ("COT(0)", "#DIV/0!"),
            ("CSC(0)", "#DIV/0!"),
            ("DEGREES(RADIANS(30))", "30"),
            ("RADIANS(0)", "0"),
        ]);
    }

    #[test]
    fn angles_have_fifteen_digits() {
        check(&[
            ("SIN(1)", "0.841470984807897"),
            ("COS(1)", "0.54030230586814"),
            ("TAN(1)", "1.5574077246549"),
            ("COT(1)", "0.642092615934331"),
            ("SEC(45)", "1.90359440740442"),
            ("CSC(15)", "1.53778056154085"),
            ("SIN(100000000)", "0.931639027109726"),
            ("SIN(0.0000000001)", "0.0000000001"),
            ("SIN(134217728)", "#NUM!"),
            ("SIN(-134217728)", "#NUM!"),
        ]);
    }

    #[test]
    fn text_and_booleans_count_as_numbers() {
        check_with(
            &[("A1", "'abc")],
            &[
                ("SIN(A1)", "#VALUE!"),
                ("COS(A2)", "1"),
                ("COS(FALSE)", "1"),
                ("SIN(\"0\")", "0"),
                ("TAN(#N/A)", "#N/A"),
            ],
        );
    }
}
