//! Random numbers, drawn anew at each calculation.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] = &[RAND, RANDBETWEEN];

const RAND: Function = Function::new("RAND", "SLUMP", Math, |arguments| Ok(arguments.host.random().into()))
    .help("Gives a random number from 0 up to but not including 1.", "Ger ett slumptal från 0 upp till men inte med 1.")
    .examples(&[example("INT(RAND())", "0")])
    .volatile();

const RANDBETWEEN: Function = Function::new("RANDBETWEEN", "SLUMP.MELLAN", Math, random_between)
    .takes(&[scalar("lowest", "nedre"), scalar("highest", "övre")])
    .help(
        "Gives a random whole number between two numbers, both included.",
        "Ger ett slumpmässigt heltal mellan två tal, gränserna medräknade.",
    )
    .examples(&[example("RANDBETWEEN(3,3)", "3")])
    .volatile();

fn random_between(arguments: &Arguments<'_>) -> Answer {
    let lowest = arguments.strict_number(0)?.negated().floor().negated();
    let highest = arguments.strict_number(1)?.floor();
    if lowest > highest {
        return Err(CellError::Number);
    }
    let choices = highest.minus(lowest)?.plus(1.into())?;
    Ok(lowest.plus(arguments.host.random().times(choices)?.floor())?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn random_whole_numbers_stay_within_their_bounds() {
        check(&[
            ("RANDBETWEEN(1,10)", "6"),
            ("RANDBETWEEN(1.2,2.9)", "2"),
            ("RANDBETWEEN(2,1)", "#NUM!"),
            ("RANDBETWEEN(TRUE,2)", "#VALUE!"),
            ("RAND()", "0.5"),
        ]);
    }
}
