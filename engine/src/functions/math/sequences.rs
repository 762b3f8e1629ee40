//! Arrays made of numbers that follow a rule or chance.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[SEQUENCE, RANDARRAY];

const SEQUENCE: Function = Function::new("SEQUENCE", "SEKVENS", Math, sequence)
    .takes(&[
        scalar("rows", "rader"),
        scalar("columns", "kolumner").optional(),
        scalar("start", "start").optional(),
        scalar("step", "steg").optional(),
    ])
    .help(
        "Gives an array of numbers that grow by the same step, row by row.",
        "Ger en matris av tal som växer med samma steg, rad för rad.",
    )
    .examples(&[example("SEQUENCE(2,3)", "{1,2,3;4,5,6}"), example("SEQUENCE(3,1,2026,0.5)", "{2026;2026.5;2027}")]);

const RANDARRAY: Function = Function::new("RANDARRAY", "SLUMPMATRIS", Math, random_array)
    .takes(&[
        scalar("rows", "rader").optional(),
        scalar("columns", "kolumner").optional(),
        scalar("lowest", "min").optional(),
        scalar("highest", "max").optional(),
        scalar("whole", "heltal").optional(),
    ])
    .help(
        "Gives an array of random numbers between two bounds, whole numbers if asked for.",
        "Ger en matris av slumptal mellan två gränser, heltal om så önskas.",
    )
    .examples(&[example("ROWS(RANDARRAY(3,2))", "3"), example("RANDARRAY(1,2,5,5,TRUE)", "{5,5}")])
    .volatile();

fn sequence(arguments: &Arguments<'_>) -> Answer {
    let size = size(arguments)?;
    let start = given_or(arguments, 2, Number::ONE)?;
    let step = given_or(arguments, 3, Number::ONE)?;
    let array = Array::build(size, |row, column| {
        let place = Number::from((row * size.1 + column) as i64);
        step.times(place).and_then(|distance| start.plus(distance)).map_or_else(Value::Error, Value::Number)
    });
    Ok(Value::from(array?).into())
}

fn random_array(arguments: &Arguments<'_>) -> Answer {
    let size = size(arguments)?;
    let lowest = given_or(arguments, 2, Number::ZERO)?;
    let highest = given_or(arguments, 3, Number::ONE)?;
    let whole = arguments.boolean_or(4, false)?;
    if lowest > highest || (whole && (lowest.floor() != lowest || highest.floor() != highest)) {
        return Err(CellError::Value);
    }
    let choices = highest.minus(lowest)?.plus(if whole { Number::ONE } else { Number::ZERO })?;
    let drawn = || {
        let distance = arguments.host.random().times(choices)?;
        lowest.plus(if whole { distance.floor() } else { distance })
    };
    Ok(Value::from(Array::build(size, |_, _| drawn().map_or_else(Value::Error, Value::Number))?).into())
}

/// Rows and columns; one of each when they are not given, `#CALC!` when there are none.
fn size(arguments: &Arguments<'_>) -> Result<(usize, usize), CellError> {
    let count = |index| {
        let count = given_or(arguments, index, Number::ONE)?.settled().truncated()?;
        match usize::try_from(count) {
            Ok(0) => Err(CellError::Calculation),
            Ok(count) => Ok(count),
            Err(_) => Err(CellError::Value),
        }
    };
    Ok((count(0)?, count(1)?))
}

fn given_or(arguments: &Arguments<'_>, index: usize, default: Number) -> Result<Number, CellError> {
    if arguments.is_given(index) { arguments.number(index) } else { Ok(default) }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn sequences_are_exact_and_of_the_size_asked_for() {
        check(&[
            ("SEQUENCE(3)", "{1;2;3}"),
            ("SEQUENCE(,3)", "{1,2,3}"),
            ("SEQUENCE(4,1,0,0.1)", "{0;0.1;0.2;0.3}"),
            ("SEQUENCE(2,2,10,-3)", "{10,7;4,1}"),
            ("SEQUENCE(2.9,1,,2)", "{1;3}"),
            ("SEQUENCE(0)", "#CALC!"),
            ("SEQUENCE(-1)", "#VALUE!"),
            ("SEQUENCE(\"x\")", "#VALUE!"),
            ("SEQUENCE(#N/A,#REF!)", "#N/A"),
            ("SEQUENCE(1000000,1000000)", "#NUM!"),
            ("SEQUENCE(9223372036854775807,2)", "#NUM!"),
        ]);
    }

    #[test]
    fn random_arrays_stay_within_their_bounds() {
        check(&[
            ("RANDARRAY()", "{0.5}"),
            ("RANDARRAY(2,1,10,20)", "{15;15}"),
            ("RANDARRAY(1,2,1,10,TRUE)", "{6,6}"),
            ("RANDARRAY(1,1,2,1)", "#VALUE!"),
            ("RANDARRAY(1,1,1.5,3,TRUE)", "#VALUE!"),
            ("RANDARRAY(0)", "#CALC!"),
        ]);
    }
}
