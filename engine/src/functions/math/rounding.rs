//! Rounding to decimals and to whole numbers; always half away from zero.

use crate::functions::Arguments;
use crate::functions::function::Category::Math;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::value::{CellError, Number};

use super::multiples::{to_multiple, up};

pub(super) const FUNCTIONS: &[Function] = &[ROUND, ROUNDUP, ROUNDDOWN, INT, TRUNC, EVEN, ODD];

const NUMBER: Parameter = scalar("number", "tal");
const DECIMALS: Parameter = scalar("decimals", "decimaler");

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
    fn even_and_odd_numbers_lie_away_from_zero() {
        check(&[
            ("EVEN(3)", "4"),
            ("EVEN(2)", "2"),
            ("EVEN(0)", "0"),
            ("EVEN(-2.1)", "-4"),
            ("ODD(2)", "3"),
            ("ODD(-2)", "-3"),
            ("ODD(0.4)", "1"),
        ]);
    }
}
