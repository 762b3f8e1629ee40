//! Rounding to multiples of a number.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] =
    &[MROUND, CEILING, FLOOR, CEILING_MATH, FLOOR_MATH, CEILING_PRECISE, ISO_CEILING, FLOOR_PRECISE];

const NUMBER: Parameter = scalar("number", "tal");
const SIGNIFICANCE: Parameter = scalar("significance", "signifikans");
const MODE: Parameter = scalar("mode", "läge");

const MROUND: Function = Function::new("MROUND", "MAVRUNDA", Math, round_to_multiple)
    .takes(&[NUMBER, scalar("multiple", "multipel")])
    .help(
        "Rounds a number to the nearest multiple of another.",
        "Avrundar ett tal till närmaste multipel av ett annat.",
    )
    .examples(&[example("MROUND(10,3)", "9"), example("MROUND(6.05,0.1)", "6.1")]);

const CEILING: Function = Function::new("CEILING", "RUNDA.UPP", Math, ceiling)
    .takes(&[NUMBER, SIGNIFICANCE])
    .help("Rounds a number up to a multiple of another.", "Avrundar ett tal uppåt till en multipel av ett annat.")
    .examples(&[example("CEILING(4.42,0.5)", "4.5"), example("CEILING(-2.5,-2)", "-4")]);

const FLOOR: Function = Function::new("FLOOR", "RUNDA.NER", Math, floor)
    .takes(&[NUMBER, SIGNIFICANCE])
    .help("Rounds a number down to a multiple of another.", "Avrundar ett tal nedåt till en multipel av ett annat.")
    .examples(&[example("FLOOR(3.7,2)", "2"), example("FLOOR(-2.5,-2)", "-2")]);

const CEILING_MATH: Function = Function::new("CEILING.MATH", "RUNDA.UPP.MATEMATISKT", Math, ceiling_math)
    .takes(&[NUMBER, SIGNIFICANCE.optional(), MODE.optional()])
    .help(
        "Rounds a number up to a multiple, negative ones away from zero if a mode is given.",
        "Avrundar ett tal uppåt till en multipel, negativa tal bort från noll om läge anges.",
    )
    .examples(&[example("CEILING.MATH(24.3,5)", "25"), example("CEILING.MATH(-5.5,2,-1)", "-6")]);

const FLOOR_MATH: Function = Function::new("FLOOR.MATH", "RUNDA.NER.MATEMATISKT", Math, floor_math)
    .takes(&[NUMBER, SIGNIFICANCE.optional(), MODE.optional()])
    .help(
        "Rounds a number down to a multiple, negative ones towards zero if a mode is given.",
        "Avrundar ett tal nedåt till en multipel, negativa tal mot noll om läge anges.",
    )
    .examples(&[example("FLOOR.MATH(24.3,5)", "20"), example("FLOOR.MATH(-5.5,2,-1)", "-4")]);

const CEILING_PRECISE: Function =
    Function::new("CEILING.PRECISE", "RUNDA.UPP.EXAKT", Math, |arguments| to_step(arguments, up))
        .takes(&[NUMBER, SIGNIFICANCE.optional()])
        .help(
            "Rounds a number up to a multiple, whatever the signs.",
            "Avrundar ett tal uppåt till en multipel, oavsett tecken.",
        )
        .examples(&[example("CEILING.PRECISE(-4.1,-2)", "-4"), example("CEILING.PRECISE(4.3)", "5")]);

const ISO_CEILING: Function = Function::new("ISO.CEILING", "ISO.RUNDA.UPP", Math, |arguments| to_step(arguments, up))
    .takes(&[NUMBER, SIGNIFICANCE.optional()])
    .help(
        "Rounds a number up to a multiple, whatever the signs; another name of CEILING.PRECISE.",
        "Avrundar ett tal uppåt till en multipel, oavsett tecken; ett annat namn på RUNDA.UPP.EXAKT.",
    )
    .examples(&[example("ISO.CEILING(4.3,2)", "6")]);

const FLOOR_PRECISE: Function =
    Function::new("FLOOR.PRECISE", "RUNDA.NER.EXAKT", Math, |arguments| to_step(arguments, Number::floor))
        .takes(&[NUMBER, SIGNIFICANCE.optional()])
        .help(
            "Rounds a number down to a multiple, whatever the signs.",
            "Avrundar ett tal nedåt till en multipel, oavsett tecken.",
        )
        .examples(&[example("FLOOR.PRECISE(-3.2,-1)", "-4"), example("FLOOR.PRECISE(3.2)", "3")]);

pub(super) fn up(number: Number) -> Number {
    number.negated().floor().negated()
}

pub(super) fn to_multiple(number: Number, step: Number, round: fn(Number) -> Number) -> Result<Number, CellError> {
    if step.is_zero() { Ok(Number::ZERO) } else { round(number.over(step)?).times(step) }
}

fn round_to_multiple(arguments: &Arguments<'_>) -> Answer {
    let (number, step) = (arguments.strict_number(0)?, arguments.strict_number(1)?);
    if number.signum() == step.signum().negated() && !step.is_zero() {
        return Err(CellError::Number);
    }
    Ok(to_multiple(number, step, |quotient| quotient.rounded(0))?.into())
}

fn ceiling(arguments: &Arguments<'_>) -> Answer {
    let (number, step) = same_side(arguments)?;
    Ok(to_multiple(number, step, up)?.into())
}

fn floor(arguments: &Arguments<'_>) -> Answer {
    let (number, step) = same_side(arguments)?;
    if step.is_zero() && !number.is_zero() {
        return Err(CellError::DivisionByZero);
    }
    Ok(to_multiple(number, step, Number::floor)?.into())
}

/// Number and step; a positive number has no negative multiples.
fn same_side(arguments: &Arguments<'_>) -> Result<(Number, Number), CellError> {
    let (number, step) = (arguments.number(0)?, arguments.number(1)?);
    let opposed = number > Number::ZERO && step.is_negative();
    if opposed { Err(CellError::Number) } else { Ok((number, step)) }
}

fn ceiling_math(arguments: &Arguments<'_>) -> Answer {
    let (number, step, turned) = with_mode(arguments)?;
    Ok(to_multiple(number, step, if turned { Number::floor } else { up })?.into())
}

fn floor_math(arguments: &Arguments<'_>) -> Answer {
    let (number, step, turned) = with_mode(arguments)?;
    Ok(to_multiple(number, step, if turned { up } else { Number::floor })?.into())
}

/// Number, step, and whether the mode turns the direction round, which it does for negative numbers. It is read for all.
fn with_mode(arguments: &Arguments<'_>) -> Result<(Number, Number, bool), CellError> {
    let (number, step) = (arguments.number(0)?, arguments.number_or(1, Number::ONE)?.abs());
    let turns = !arguments.number_or(2, Number::ZERO)?.is_zero();
    Ok((number, step, turns && number.is_negative()))
}

fn to_step(arguments: &Arguments<'_>, round: fn(Number) -> Number) -> Answer {
    let (number, step) = (arguments.number(0)?, arguments.number_or(1, Number::ONE)?.abs());
    Ok(to_multiple(number, step, round)?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn multiples_keep_to_the_side_of_zero_that_excel_takes() {
        check(&[
            ("MROUND(-10,-3)", "-9"),
            ("MROUND(5,-2)", "#NUM!"),
            ("MROUND(7.5,0)", "0"),
            ("CEILING(2.5,1)", "3"),
            ("CEILING(-2.5,2)", "-2"),
            ("CEILING(2.5,-2)", "#NUM!"),
            ("CEILING(2.5,0)", "0"),
            ("FLOOR(-2.5,2)", "-4"),
            ("FLOOR(2.5,-2)", "#NUM!"),
            ("FLOOR(2.5,0)", "#DIV/0!"),
            ("FLOOR(0.234,0.01)", "0.23"),
            ("CEILING.MATH(-8.1,2)", "-8"),
            ("CEILING.MATH(-8.1,2,1)", "-10"),
            ("CEILING.MATH(6.3)", "7"),
            ("CEILING.MATH(6.3,2,\"one\")", "#VALUE!"),
            ("FLOOR.MATH(6.3,2,\"one\")", "#VALUE!"),
            ("FLOOR.MATH(-8.1,2)", "-10"),
            ("FLOOR.MATH(-8.1,2,1)", "-8"),
            ("FLOOR.MATH(-8.1)", "-9"),
            ("CEILING.PRECISE(4.1,-2)", "6"),
            ("CEILING.PRECISE(-4.1,2)", "-4"),
            ("CEILING.PRECISE(4.1,0)", "0"),
            ("FLOOR.PRECISE(4.1,-2)", "4"),
            ("FLOOR.PRECISE(-4.1,2)", "-6"),
            ("FLOOR.PRECISE(4.1,0)", "0"),
            ("ISO.CEILING(\"x\")", "#VALUE!"),
            ("MROUND(TRUE,2)", "#VALUE!"),
        ]);
    }
}
