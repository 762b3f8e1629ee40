//! Hyperbolic functions and their inverses.

use crate::functions::floating::{answer, of_float, quotient};
use crate::functions::function::Category::Math;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[SINH, COSH, TANH, COTH, SECH, CSCH, ASINH, ACOSH, ATANH, ACOTH];

const NUMBER: &[Parameter] = &[scalar("number", "tal")];

const SINH: Function = Function::new("SINH", "SINH", Math, |arguments| of_float(arguments, libm::sinh))
    .takes(NUMBER)
    .help("Gives the hyperbolic sine of a number.", "Ger hyperbolisk sinus för ett tal.")
    .examples(&[example("SINH(1)", "1.1752011936438")]);

const COSH: Function = Function::new("COSH", "COSH", Math, |arguments| of_float(arguments, libm::cosh))
    .takes(NUMBER)
    .help("Gives the hyperbolic cosine of a number.", "Ger hyperbolisk cosinus för ett tal.")
    .examples(&[example("COSH(0)", "1"), example("COSH(4)", "27.3082328360165")]);

const TANH: Function = Function::new("TANH", "TANH", Math, |arguments| of_float(arguments, libm::tanh))
    .takes(NUMBER)
    .help("Gives the hyperbolic tangent of a number.", "Ger hyperbolisk tangens för ett tal.")
    .examples(&[example("TANH(-2)", "-0.964027580075817")]);

const COTH: Function =
    Function::new("COTH", "COTH", Math, |arguments| quotient(1.0, libm::tanh(arguments.number(0)?.to_float())))
        .takes(NUMBER)
        .help("Gives the hyperbolic cotangent of a number.", "Ger hyperbolisk cotangens för ett tal.")
        .examples(&[example("COTH(2)", "1.03731472072755")]);

const SECH: Function =
    Function::new("SECH", "SEKH", Math, |arguments| of_float(arguments, |number| 1.0 / libm::cosh(number)))
        .takes(NUMBER)
        .help("Gives the hyperbolic secant of a number.", "Ger hyperbolisk sekant för ett tal.")
        .examples(&[example("SECH(0)", "1")]);

const CSCH: Function =
    Function::new("CSCH", "CSCH", Math, |arguments| quotient(1.0, libm::sinh(arguments.number(0)?.to_float())))
        .takes(NUMBER)
        .help("Gives the hyperbolic cosecant of a number.", "Ger hyperbolisk cosekant för ett tal.")
        .examples(&[example("CSCH(1.5)", "0.469642440595225")]);

const ASINH: Function = Function::new("ASINH", "ARCSINH", Math, |arguments| of_float(arguments, libm::asinh))
    .takes(NUMBER)
    .help("Gives the number that has a hyperbolic sine.", "Ger talet som har en viss hyperbolisk sinus.")
    .examples(&[example("ASINH(-2.5)", "-1.6472311463711")]);

const ACOSH: Function = Function::new("ACOSH", "ARCCOSH", Math, |arguments| of_float(arguments, libm::acosh))
    .takes(NUMBER)
    .help(
        "Gives the positive number that has a hyperbolic cosine.",
        "Ger det positiva tal som har en viss hyperbolisk cosinus.",
    )
    .examples(&[example("ACOSH(10)", "2.99322284612638")]);

const ATANH: Function = Function::new("ATANH", "ARCTANH", Math, |arguments| of_float(arguments, libm::atanh))
    .takes(NUMBER)
    .help("Gives the number that has a hyperbolic tangent.", "Ger talet som har en viss hyperbolisk tangens.")
    .examples(&[example("ATANH(-0.1)", "-0.100335347731076")]);

const ACOTH: Function = Function::new("ACOTH", "ARCCOTH", Math, inverse_cotangent)
    .takes(NUMBER)
    .help("Gives the number that has a hyperbolic cotangent.", "Ger talet som har en viss hyperbolisk cotangens.")
    .examples(&[example("ACOTH(6)", "0.168236118310606")]);

/// The distance from 1 is taken in decimals, so that nothing is lost close to it.
fn inverse_cotangent(arguments: &Arguments<'_>) -> Answer {
    let number = arguments.number(0)?;
    let beyond = number.abs().minus(Number::ONE)?;
    if beyond <= Number::ZERO {
        return Err(CellError::Number);
    }
    let size = libm::log1p(2.0 / beyond.to_float()) / 2.0;
    answer(if number.is_negative() { -size } else { size })
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn numbers_outside_a_domain_are_errors() {
        check(&[
            ("SINH(0)", "0"),
            ("SINH(1000)", "#NUM!"),
            ("COTH(0)", "#DIV/0!"),
            ("COTH(1000)", "1"),
            ("CSCH(0)", "#DIV/0!"),
            ("SECH(1000)", "0"),
            ("ACOSH(0.9)", "#NUM!"),
            ("ACOSH(1)", "0"),
            ("ATANH(1)", "#NUM!"),
            ("ATANH(-1)", "#NUM!"),
            ("ACOTH(1)", "#NUM!"),
            ("ACOTH(0)", "#NUM!"),
            ("ACOTH(-2)", "-0.549306144334055"),
            ("ACOTH(1.0000000001)", "11.8594990552752"),
            ("SINH(0.000001)", "0.00000100000000000017"),
        ]);
    }
}
