//! Angles found from their sine, cosine and kin.

use crate::functions::floating::{answer, of_float};
use crate::functions::function::Category::Math;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[ASIN, ACOS, ATAN, ACOT, ATAN2];

const NUMBER: &[Parameter] = &[scalar("number", "tal")];

const ASIN: Function = Function::new("ASIN", "ARCSIN", Math, |arguments| of_float(arguments, libm::asin))
    .takes(NUMBER)
    .help("Gives the angle that has a sine, in radians.", "Ger vinkeln som har ett visst sinus, i radianer.")
    .examples(&[example("ASIN(0.5)", "0.523598775598299")]);

const ACOS: Function = Function::new("ACOS", "ARCCOS", Math, |arguments| of_float(arguments, libm::acos))
    .takes(NUMBER)
    .help("Gives the angle that has a cosine, in radians.", "Ger vinkeln som har ett visst cosinus, i radianer.")
    .examples(&[example("ACOS(-0.5)", "2.0943951023932")]);

const ATAN: Function = Function::new("ATAN", "ARCTAN", Math, |arguments| of_float(arguments, libm::atan))
    .takes(NUMBER)
    .help("Gives the angle that has a tangent, in radians.", "Ger vinkeln som har en viss tangens, i radianer.")
    .examples(&[example("ATAN(1)", "0.785398163397448")]);

const ACOT: Function =
    Function::new("ACOT", "ARCCOT", Math, |arguments| of_float(arguments, |number| libm::atan2(1.0, number)))
        .takes(NUMBER)
        .help(
            "Gives the angle between 0 and pi that has a cotangent, in radians.",
            "Ger vinkeln mellan 0 och pi som har en viss cotangens, i radianer.",
        )
        .examples(&[example("ACOT(2)", "0.463647609000806")]);

const ATAN2: Function = Function::new("ATAN2", "ARCTAN2", Math, angle_of_point)
    .takes(&[scalar("x", "x"), scalar("y", "y")])
    .help(
        "Gives the angle in radians from the x axis to a point.",
        "Ger vinkeln i radianer från x-axeln till en punkt.",
    )
    .examples(&[example("ATAN2(1,1)", "0.785398163397448"), example("ATAN2(-1,-1)", "-2.35619449019234")]);

fn angle_of_point(arguments: &Arguments<'_>) -> Answer {
    let (x, y) = (arguments.number(0)?, arguments.number(1)?);
    if x.is_zero() && y.is_zero() {
        return Err(CellError::DivisionByZero);
    }
    if y.is_zero() && x.is_negative() {
        return Ok(Number::PI.into());
    }
    answer(libm::atan2(y.to_float(), x.to_float()))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn angles_stand_where_excel_puts_them() {
        check(&[
            ("ASIN(1.1)", "#NUM!"),
            ("ACOS(-2)", "#NUM!"),
            ("ACOS(1)", "0"),
            ("ACOT(-2)", "2.67794504458899"),
            ("ACOT(0)", "1.5707963267949"),
            ("ATAN2(0,0)", "#DIV/0!"),
            ("ATAN2(0,-1)", "-1.5707963267949"),
            ("DEGREES(ATAN2(-1,0))", "180"),
            ("ATAN(\"x\")", "#VALUE!"),
        ]);
    }
}
