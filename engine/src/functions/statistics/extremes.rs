//! Least and greatest values.

use std::cmp::{max, min};

use super::every_value;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::selection::numbers_ifs;
use crate::functions::{Answer, Arguments, Operand};
use crate::value::Number;

pub(super) const FUNCTIONS: &[Function] = &[MIN, MAX, MINA, MAXA, MINIFS, MAXIFS];

const MIN: Function = Function::new("MIN", "MIN", Statistics, |arguments| end(arguments, min, |(least, _)| least))
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help(
        "Gives the least number; text, booleans and blank cells are left out.",
        "Ger det minsta talet; text, sanningsvärden och tomma celler räknas inte med.",
    )
    .examples(&[example("MIN({4,-2,\"x\"},3)", "-2")]);

const MAX: Function =
    Function::new("MAX", "MAX", Statistics, |arguments| end(arguments, max, |(_, greatest)| greatest))
        .takes(&[any("number", "tal"), any("number", "tal").repeated()])
        .help(
            "Gives the greatest number; text, booleans and blank cells are left out.",
            "Ger det största talet; text, sanningsvärden och tomma celler räknas inte med.",
        )
        .examples(&[example("MAX({4,-2,\"x\"},3)", "4")]);

const MINA: Function = Function::new("MINA", "MINA", Statistics, |arguments| extreme(every_value(arguments)?, min))
    .takes(&[any("value", "värde"), any("value", "värde").repeated()])
    .help(
        "Gives the least value, text in cells counted as 0 and TRUE as 1.",
        "Ger det minsta värdet där text i celler räknas som 0 och SANT som 1.",
    )
    .examples(&[example("MINA({4,\"x\",7})", "0")]);

const MAXA: Function = Function::new("MAXA", "MAXA", Statistics, |arguments| extreme(every_value(arguments)?, max))
    .takes(&[any("value", "värde"), any("value", "värde").repeated()])
    .help(
        "Gives the greatest value, text in cells counted as 0 and TRUE as 1.",
        "Ger det största värdet där text i celler räknas som 0 och SANT som 1.",
    )
    .examples(&[example("MAXA({-4,\"x\",TRUE})", "1")]);

const MINIFS: Function = Function::new("MINIFS", "MINIFS", Statistics, |arguments| extreme_if(arguments, min))
    .takes(&[
        any("min_range", "minområde"),
        any("criteria_range", "villkorsområde"),
        scalar("criterion", "villkor"),
        any("criteria_range", "villkorsområde").repeated(),
        scalar("criterion", "villkor").repeated(),
    ])
    .help(
        "Gives the least of the numbers whose row meets every one of several criteria.",
        "Ger det minsta av de tal där alla angivna villkor är uppfyllda.",
    )
    .examples(&[example("MINIFS({5,2,9},{\"a\",\"b\",\"a\"},\"a\")", "5")]);

const MAXIFS: Function = Function::new("MAXIFS", "MAXIFS", Statistics, |arguments| extreme_if(arguments, max))
    .takes(&[
        any("max_range", "maxområde"),
        any("criteria_range", "villkorsområde"),
        scalar("criterion", "villkor"),
        any("criteria_range", "villkorsområde").repeated(),
        scalar("criterion", "villkor").repeated(),
    ])
    .help(
        "Gives the greatest of the numbers whose row meets every one of several criteria.",
        "Ger det största av de tal där alla angivna villkor är uppfyllda.",
    )
    .examples(&[example("MAXIFS({5,2,9},{\"a\",\"b\",\"a\"},\"a\")", "9")]);

/// One end of the numbers in all arguments, whole ranges by what the host keeps of them.
fn end(arguments: &Arguments<'_>, choose: fn(Number, Number) -> Number, of: fn((Number, Number)) -> Number) -> Answer {
    let mut numbers = Vec::new();
    for index in 0..arguments.count() {
        if let Operand::Region(region) = arguments.operand(index) {
            let extremes = arguments.host.extremes(region);
            extremes.error.map_or(Ok(()), Err)?;
            numbers.extend(extremes.ends.map(of));
        } else {
            arguments.numbers_of(index, &mut |number| numbers.push(number))?;
        }
    }
    extreme(numbers, choose)
}

/// The extreme of numbers; of none it is zero, as in Excel.
fn extreme(numbers: Vec<Number>, choose: fn(Number, Number) -> Number) -> Answer {
    Ok(numbers.into_iter().reduce(choose).unwrap_or_default().into())
}

fn extreme_if(arguments: &Arguments<'_>, choose: fn(Number, Number) -> Number) -> Answer {
    let mut numbers = Vec::new();
    numbers_ifs(arguments, &mut |number| numbers.push(number))?;
    extreme(numbers, choose)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check_with;

    #[test]
    fn extremes_of_nothing_are_zero() {
        check_with(
            &[("A1", "4"), ("A2", "'x"), ("A3", "TRUE"), ("A5", "-2"), ("B1", "#N/A")],
            &[
                ("MIN(A1:A5)", "-2"),
                ("MAX(A1:A5,\"7\")", "7"),
                ("MIN(C1:C9)", "0"),
                ("MAX(C1:C9)", "0"),
                ("MAX(A1:B5)", "#N/A"),
                ("MAXA(A3:A5)", "1"),
                ("MINA(A1:A3)", "0"),
                ("MINIFS(A1:A5,A1:A5,\">9\")", "0"),
                ("MAXIFS(A1:A5,A1:A5,\"<0\")", "-2"),
                ("MAXIFS(A1:A5,A1:A4,\"<0\")", "#VALUE!"),
            ],
        );
    }
}
