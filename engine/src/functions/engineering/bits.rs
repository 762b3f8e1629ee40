//! Bits of whole numbers below 2⁴⁸.

use crate::functions::function::Category::Engineering;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] = &[BITAND, BITOR, BITXOR, BITLSHIFT, BITRSHIFT];

const TWO: &[Parameter] = &[scalar("number", "tal"), scalar("number", "tal")];
const SHIFTED: &[Parameter] = &[scalar("number", "tal"), scalar("places", "steg")];

const BITAND: Function = Function::new("BITAND", "BITOCH", Engineering, |a| Ok((bits(a, 0)? & bits(a, 1)?).into()))
    .takes(TWO)
    .help("Gives the bits that both of two numbers have.", "Ger de bitar som båda talen har.")
    .examples(&[example("BITAND(13,25)", "9")]);

const BITOR: Function = Function::new("BITOR", "BITELLER", Engineering, |a| Ok((bits(a, 0)? | bits(a, 1)?).into()))
    .takes(TWO)
    .help("Gives the bits that either of two numbers has.", "Ger de bitar som något av talen har.")
    .examples(&[example("BITOR(23,10)", "31")]);

const BITXOR: Function = Function::new("BITXOR", "BITXELLER", Engineering, |a| Ok((bits(a, 0)? ^ bits(a, 1)?).into()))
    .takes(TWO)
    .help("Gives the bits that just one of two numbers has.", "Ger de bitar som bara ett av talen har.")
    .examples(&[example("BITXOR(5,3)", "6")]);

const BITLSHIFT: Function = Function::new("BITLSHIFT", "BITVSKIFT", Engineering, |a| shifted(bits(a, 0)?, places(a)?))
    .takes(SHIFTED)
    .help("Moves the bits of a number to the left.", "Flyttar bitarna i ett tal åt vänster.")
    .examples(&[example("BITLSHIFT(4,2)", "16")]);

const BITRSHIFT: Function = Function::new("BITRSHIFT", "BITHSKIFT", Engineering, |a| shifted(bits(a, 0)?, -places(a)?))
    .takes(SHIFTED)
    .help("Moves the bits of a number to the right.", "Flyttar bitarna i ett tal åt höger.")
    .examples(&[example("BITRSHIFT(13,2)", "3")]);

/// Numbers end here.
const LIMIT: i64 = 1 << 48;

/// The most places that bits are moved.
const MAX_PLACES: i64 = 53;

fn bits(arguments: &Arguments<'_>, index: usize) -> Result<i64, CellError> {
    let whole = arguments.number(index)?.settled().to_integer();
    whole.filter(|number| (0..LIMIT).contains(number)).ok_or(CellError::Number)
}

fn places(arguments: &Arguments<'_>) -> Result<i64, CellError> {
    Some(arguments.integer(1)?).filter(|places| places.abs() <= MAX_PLACES).ok_or(CellError::Number)
}

/// Moved to the left, or to the right if negative.
fn shifted(number: i64, places: i64) -> Answer {
    let moved = match places {
        right if right < 0 => i128::from(number) >> -right,
        left => i128::from(number) << left,
    };
    let inside = i64::try_from(moved).ok().filter(|moved| *moved < LIMIT);
    Ok(inside.ok_or(CellError::Number)?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn numbers_are_whole_and_below_the_limit() {
        check(&[
            ("BITAND(1,281474976710655)", "1"),
            ("BITAND(1,281474976710656)", "#NUM!"),
            ("BITAND(-1,1)", "#NUM!"),
            ("BITOR(1.5,1)", "#NUM!"),
            ("BITXOR(TRUE,\"3\")", "2"),
            ("BITXOR(\"x\",1)", "#VALUE!"),
            ("BITLSHIFT(1,47)", "140737488355328"),
            ("BITLSHIFT(1,48)", "#NUM!"),
            ("BITLSHIFT(4,-2)", "1"),
            ("BITLSHIFT(1,54)", "#NUM!"),
            ("BITLSHIFT(0,53)", "0"),
            ("BITRSHIFT(4,-2)", "16"),
            ("BITRSHIFT(4,53)", "0"),
        ]);
    }
}
