//! Rounding to decimals, to whole numbers and to multiples; always half away from zero.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] =
    &[ROUND, ROUNDUP, ROUNDDOWN, INT, TRUNC, MROUND, CEILING, FLOOR, CEILING_MATH, FLOOR_MATH, EVEN, ODD];

const NUMBER: Parameter = scalar("number", "tal");
const DECIMALS: Parameter = scalar("decimals", "decimaler");
const SIGNIFICANCE: Parameter = scalar("significance", "signifikans");
const MODE: Parameter = scalar("mode", "läge");

const ROUND: Function = Function::new("ROUND", "AVRUNDA", Math, |arguments| {
    Ok(arguments.number(0)?.rounded(decimals(arguments)?).into())
})
.takes(&[NUMBER, DECIMALS])
.help(
    "Rounds a number to so many decimals, halves away from zero; negative decimals round to tens and hundreds.",
    "Avrundar ett tal till ett visst antal decimaler, halvor bort från noll; negativt antal ger tiotal och hundratal.",
)
.examples(&[example("ROUND(1.005,2)", "1.01"), example("ROUND(-2.5,0)", "-3"), example("ROUND(1450,-2)", "1500")]);

const ROUNDUP: Function = Function::new("ROUNDUP", "AVRUNDA.UPPÅT", Math, |arguments| {
    Ok(arguments.number(0)?.rounded_up(decimals(arguments)?).into())
})
.takes(&[NUMBER, DECIMALS])
.help(
    "Rounds a number away from zero to so many decimals.",
    "Avrundar ett tal uppåt, bort från noll, till ett visst antal decimaler.",
)
.examples(&[example("ROUNDUP(3.21,1)", "3.3"), example("ROUNDUP(-3.21,1)", "-3.3")]);

const ROUNDDOWN: Function = Function::new("ROUNDDOWN", "AVRUNDA.NEDÅT", Math, |arguments| {
    Ok(arguments.number(0)?.rounded_down(decimals(arguments)?).into())
})
.takes(&[NUMBER, DECIMALS])
.help(
    "Cuts a number towards zero to so many decimals.",
    "Avrundar ett tal nedåt, mot noll, till ett visst antal decimaler.",
)
.examples(&[example("ROUNDDOWN(3.29,1)", "3.2"), example("ROUNDDOWN(-3.29,1)", "-3.2")]);

const INT: Function = Function::new("INT", "HELTAL", Math, |arguments| Ok(arguments.number(0)?.floor().into()))
    .takes(&[NUMBER])
    .help("Rounds a number down to a whole number.", "Avrundar ett tal nedåt till närmaste heltal.")
    .examples(&[example("INT(8.9)", "8"), example("INT(-8.1)", "-9")]);

const TRUNC: Function = Function::new("TRUNC", "AVKORTA", Math, |arguments| {
    Ok(arguments.number(0)?.rounded_down(decimals(arguments)?).into())
})
.takes(&[NUMBER, DECIMALS.optional()])
.help(
    "Cuts off the decimals of a number, or all past so many.",
    "Kapar decimalerna i ett tal, eller alla efter ett visst antal.",
)
.examples(&[example("TRUNC(-8.9)", "-8"), example("TRUNC(3.149,2)", "3.14")]);

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

const EVEN: Function = Function::new("EVEN", "JÄMN", Math, |arguments| Ok(away_to_step(arguments, 0)?.into()))
    .takes(&[NUMBER])
    .help("Rounds a number away from zero to an even number.", "Avrundar ett tal bort från noll till ett jämnt heltal.")
    .examples(&[example("EVEN(1.5)", "2"), example("EVEN(-1)", "-2")]);

const ODD: Function = Function::new("ODD", "UDDA", Math, |arguments| Ok(away_to_step(arguments, 1)?.into()))
    .takes(&[NUMBER])
    .help("Rounds a number away from zero to an odd number.", "Avrundar ett tal bort från noll till ett udda heltal.")
    .examples(&[example("ODD(1.5)", "3"), example("ODD(0)", "1")]);

/// The number of decimals asked for, held within what a number can have.
fn decimals(arguments: &Arguments<'_>) -> Result<i64, CellError> {
    Ok(arguments.integer_or(1, 0)?.clamp(-40, 40))
}

fn up(number: Number) -> Number {
    number.negated().floor().negated()
}

fn to_multiple(number: Number, step: Number, round: fn(Number) -> Number) -> Result<Number, CellError> {
    if step.is_zero() { Ok(Number::ZERO) } else { round(number.over(step)?).times(step) }
}

fn round_to_multiple(arguments: &Arguments<'_>) -> Answer {
    let (number, step) = (arguments.number(0)?, arguments.number(1)?);
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
    let (number, step) = (arguments.number(0)?, arguments.number_or(1, Number::ONE)?.abs());
    let away = number.is_negative() && !arguments.number_or(2, Number::ZERO)?.is_zero();
    Ok(to_multiple(number, step, if away { Number::floor } else { up })?.into())
}

fn floor_math(arguments: &Arguments<'_>) -> Answer {
    let (number, step) = (arguments.number(0)?, arguments.number_or(1, Number::ONE)?.abs());
    let towards = number.is_negative() && !arguments.number_or(2, Number::ZERO)?.is_zero();
    Ok(to_multiple(number, step, if towards { up } else { Number::floor })?.into())
}

/// Rounds away from zero to a number that has the given rest by two.
fn away_to_step(arguments: &Arguments<'_>, rest: i64) -> Result<Number, CellError> {
    let (number, rest) = (arguments.number(0)?, Number::from(rest));
    let size = to_multiple(number.abs().minus(rest)?, Number::from(2), up)?.plus(rest)?;
    Ok(if number.is_negative() { size.negated() } else { size })
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn halves_are_rounded_away_from_zero() {
        check(&[
            ("ROUND(2.5,0)", "3"),
            ("ROUND(-2.5,0)", "-3"),
            ("ROUND(2.345,2)", "2.35"),
            ("ROUND(2.5,)", "3"),
            ("ROUND(1250000,-5)", "1300000"),
            ("ROUND(5,-9223372036854775808)", "0"),
            ("ROUND(1.5,1000)", "1.5"),
            ("ROUND(\"x\",1)", "#VALUE!"),
            ("TRUNC(8.9,-1)", "0"),
            ("INT(-0.5)", "-1"),
        ]);
    }

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
            ("FLOOR.MATH(-8.1,2)", "-10"),
            ("FLOOR.MATH(-8.1,2,1)", "-8"),
            ("FLOOR.MATH(-8.1)", "-9"),
            ("EVEN(3)", "4"),
            ("EVEN(2)", "2"),
            ("EVEN(0)", "0"),
            ("ODD(2)", "3"),
            ("ODD(-2)", "-3"),
            ("ODD(0.4)", "1"),
        ]);
    }
}
