//! Powers, roots and logarithms. Roots are exact to 28 digits, so that squaring gives the number back.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[POWER, SQRT, SQRTPI, EXP, LN, LOG, LOG10, PI];

const POWER: Function = Function::new("POWER", "UPPHÖJT.TILL", Math, |arguments| {
    Ok(arguments.number(0)?.power(arguments.number(1)?)?.into())
})
.takes(&[scalar("number", "tal"), scalar("exponent", "exponent")])
.help("Raises a number to a power.", "Upphöjer ett tal till en exponent.")
.examples(&[example("POWER(1.02,3)", "1.061208"), example("POWER(2,-2)", "0.25")]);

const SQRT: Function = Function::new("SQRT", "ROT", Math, |arguments| Ok(square_root(arguments.number(0)?)?.into()))
    .takes(&[scalar("number", "tal")])
    .help("Gives the square root of a number.", "Ger kvadratroten ur ett tal.")
    .examples(&[example("SQRT(1.44)", "1.2")]);

const SQRTPI: Function = Function::new("SQRTPI", "ROTPI", Math, |arguments| {
    Ok(square_root(arguments.strict_number(0)?.times(Number::PI)?)?.into())
})
.takes(&[scalar("number", "tal")])
.help("Gives the square root of a number times pi.", "Ger kvadratroten ur ett tal gånger pi.")
.examples(&[example("ROUND(SQRTPI(2),6)", "2.506628")]);

const EXP: Function = Function::new("EXP", "EXP", Math, |arguments| {
    Ok(Number::from_float(libm::exp(arguments.number(0)?.to_float()))?.into())
})
.takes(&[scalar("exponent", "exponent")])
.help("Raises the number e to a power.", "Upphöjer talet e till en exponent.")
.examples(&[example("EXP(0)", "1"), example("EXP(1)", "2.71828182845905")]);

const LN: Function = Function::new("LN", "LN", Math, |arguments| logarithm(arguments, libm::log))
    .takes(&[scalar("number", "tal")])
    .help("Gives the natural logarithm of a number.", "Ger den naturliga logaritmen för ett tal.")
    .examples(&[example("LN(1)", "0"), example("LN(10)", "2.30258509299405")]);

const LOG: Function = Function::new("LOG", "LOG", Math, logarithm_of_base)
    .takes(&[scalar("number", "tal"), scalar("base", "bas").optional()])
    .help(
        "Gives the logarithm of a number for a base, 10 unless another is given.",
        "Ger logaritmen för ett tal med en viss bas, 10 om ingen anges.",
    )
    .examples(&[example("LOG(8,2)", "3"), example("LOG(100)", "2")]);

const LOG10: Function = Function::new("LOG10", "LOG10", Math, |arguments| logarithm(arguments, libm::log10))
    .takes(&[scalar("number", "tal")])
    .help("Gives the base 10 logarithm of a number.", "Ger 10-logaritmen för ett tal.")
    .examples(&[example("LOG10(0.001)", "-3")]);

const PI: Function = Function::new("PI", "PI", Math, |_| Ok(Number::PI.into()))
    .help("Gives the number pi.", "Ger talet pi.")
    .examples(&[example("ROUND(PI(),4)", "3.1416")]);

/// The square root to 28 digits: the floating-point root, made exact by Newton's method.
pub(in crate::functions) fn square_root(number: Number) -> Result<Number, CellError> {
    if number.is_negative() {
        return Err(CellError::Number);
    }
    let mut root = Number::from_float(libm::sqrt(number.to_float()))?;
    for _ in 0..2 {
        if root.is_zero() {
            return Ok(root);
        }
        root = root.plus(number.over(root)?)?.over(Number::from(2))?;
    }
    Ok(root)
}

fn logarithm(arguments: &Arguments<'_>, of: fn(f64) -> f64) -> Answer {
    Ok(Number::from_float(of(positive(arguments.number(0)?)?))?.into())
}

fn logarithm_of_base(arguments: &Arguments<'_>) -> Answer {
    let base = arguments.number_or(1, Number::from(10))?;
    if base == Number::ONE {
        return Err(CellError::DivisionByZero);
    }
    let (number, base) = (positive(arguments.number(0)?)?, positive(base)?);
    Ok(Number::from_float(libm::log(number) / libm::log(base))?.into())
}

fn positive(number: Number) -> Result<f64, CellError> {
    if number > Number::ZERO { Ok(number.to_float()) } else { Err(CellError::Number) }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn powers_roots_and_logarithms() {
        check(&[
            ("POWER(10,400)", "#NUM!"),
            ("POWER(0,0)", "#NUM!"),
            ("POWER(0,-0.5)", "#DIV/0!"),
            ("POWER(-8,0.5)", "#NUM!"),
            ("POWER(-2,-3)", "-0.125"),
            ("POWER(4,0.5)", "2"),
            ("SQRT(0)", "0"),
            ("SQRT(16)", "4"),
            ("SQRT(-1)", "#NUM!"),
            ("SQRTPI(0)", "0"),
            ("SQRTPI(-1)", "#NUM!"),
            ("SQRTPI(TRUE)", "#VALUE!"),
            ("ROUND(POWER(SQRT(2),2),20)", "2"),
            ("EXP(1000)", "#NUM!"),
            ("LN(0)", "#NUM!"),
            ("LOG(0)", "#NUM!"),
            ("LOG(5,1)", "#DIV/0!"),
            ("LOG(5,)", "#NUM!"),
            ("LOG(5,-2)", "#NUM!"),
            ("LOG10(1000)", "3"),
            ("PI()", "3.141592653589793238462643383"),
        ]);
    }
}
