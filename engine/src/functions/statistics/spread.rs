//! Variance, standard deviation and other measures of spread.

use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example};
use crate::functions::math::square_root;
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

use super::sample::Sample;
use super::{every_value, mean, sum_of};

pub(super) const FUNCTIONS: &[Function] =
    &[STDEV_S, STDEV, STDEVA, STDEV_P, STDEVP, STDEVPA, VAR_S, VAR, VARA, VAR_P, VARP, VARPA, AVEDEV, DEVSQ];

const NUMBERS: &[Parameter] = &[any("number", "tal"), any("number", "tal").repeated()];
const VALUES: &[Parameter] = &[any("value", "värde"), any("value", "värde").repeated()];

const STDEV_S: Function =
    Function::new("STDEV.S", "STDAV.S", Statistics, |arguments| deviation(&arguments.list(0)?, true))
        .takes(NUMBERS)
        .help("Estimates the standard deviation from a sample.", "Uppskattar standardavvikelsen utifrån ett stickprov.")
        .examples(&[example("STDEV.S({1,3,5})", "2")]);

const STDEV: Function = STDEV_S
    .named("STDEV", "STDAV")
    .help(
        "Estimates the standard deviation from a sample; an older name of STDEV.S.",
        "Uppskattar standardavvikelsen utifrån ett stickprov; ett äldre namn på STDAV.S.",
    )
    .examples(&[example("STDEV({1,3,5})", "2")]);

const STDEVA: Function =
    Function::new("STDEVA", "STDEVA", Statistics, |arguments| deviation(&every_value(arguments)?, true))
        .takes(VALUES)
        .help(
            "Estimates the standard deviation from a sample, text in cells counted as 0 and TRUE as 1.",
            "Uppskattar standardavvikelsen utifrån ett stickprov där text i celler räknas som 0 och SANT som 1.",
        )
        .examples(&[example("STDEVA({2,\"x\",4})", "2")]);

const STDEV_P: Function =
    Function::new("STDEV.P", "STDAV.P", Statistics, |arguments| deviation(&arguments.list(0)?, false))
        .takes(NUMBERS)
        .help("Gives the standard deviation of a whole population.", "Ger standardavvikelsen för en hel population.")
        .examples(&[example("STDEV.P({2,4,4,4,5,5,7,9})", "2")]);

const STDEVP: Function = STDEV_P
    .named("STDEVP", "STDAVP")
    .help(
        "Gives the standard deviation of a whole population; an older name of STDEV.P.",
        "Ger standardavvikelsen för en hel population; ett äldre namn på STDAV.P.",
    )
    .examples(&[example("STDEVP({1,3})", "1")]);

const STDEVPA: Function =
    Function::new("STDEVPA", "STDEVPA", Statistics, |arguments| deviation(&every_value(arguments)?, false))
        .takes(VALUES)
        .help(
            "Gives the standard deviation of a whole population, text in cells counted as 0 and TRUE as 1.",
            "Ger standardavvikelsen för en hel population där text i celler räknas som 0 och SANT som 1.",
        )
        .examples(&[example("STDEVPA({2,\"x\"})", "1")]);

const VAR_S: Function =
    Function::new("VAR.S", "VARIANS.S", Statistics, |arguments| Ok(variance(&arguments.list(0)?, true)?.into()))
        .takes(NUMBERS)
        .help("Estimates the variance from a sample.", "Uppskattar variansen utifrån ett stickprov.")
        .examples(&[example("VAR.S({1,3,5})", "4")]);

const VAR: Function = VAR_S
    .named("VAR", "VARIANS")
    .help(
        "Estimates the variance from a sample; an older name of VAR.S.",
        "Uppskattar variansen utifrån ett stickprov; ett äldre namn på VARIANS.S.",
    )
    .examples(&[example("VAR({1,3,5})", "4")]);

const VARA: Function =
    Function::new("VARA", "VARA", Statistics, |arguments| Ok(variance(&every_value(arguments)?, true)?.into()))
        .takes(VALUES)
        .help(
            "Estimates the variance from a sample, text in cells counted as 0 and TRUE as 1.",
            "Uppskattar variansen utifrån ett stickprov där text i celler räknas som 0 och SANT som 1.",
        )
        .examples(&[example("VARA({2,\"x\",4})", "4")]);

const VAR_P: Function =
    Function::new("VAR.P", "VARIANS.P", Statistics, |arguments| Ok(variance(&arguments.list(0)?, false)?.into()))
        .takes(NUMBERS)
        .help("Gives the variance of a whole population.", "Ger variansen för en hel population.")
        .examples(&[example("VAR.P({2,4,4,4,5,5,7,9})", "4")]);

const VARP: Function = VAR_P
    .named("VARP", "VARIANSP")
    .help(
        "Gives the variance of a whole population; an older name of VAR.P.",
        "Ger variansen för en hel population; ett äldre namn på VARIANS.P.",
    )
    .examples(&[example("VARP({1,3})", "1")]);

const VARPA: Function =
    Function::new("VARPA", "VARPA", Statistics, |arguments| Ok(variance(&every_value(arguments)?, false)?.into()))
        .takes(VALUES)
        .help(
            "Gives the variance of a whole population, text in cells counted as 0 and TRUE as 1.",
            "Ger variansen för en hel population där text i celler räknas som 0 och SANT som 1.",
        )
        .examples(&[example("VARPA({2,\"x\"})", "1")]);

const AVEDEV: Function = Function::new("AVEDEV", "MEDELAVV", Statistics, |arguments| mean_distance(&some(arguments)?))
    .takes(NUMBERS)
    .help("Gives the mean distance of numbers from their mean.", "Ger talens genomsnittliga avstånd från medelvärdet.")
    .examples(&[example("AVEDEV(4,5,6,7,5,4,3)", "1.0204081632653061224489795918")]);

const DEVSQ: Function =
    Function::new("DEVSQ", "KVADAVV", Statistics, |arguments| Ok(squares(&some(arguments)?)?.into()))
        .takes(NUMBERS)
        .help(
            "Gives the sum of the squared distances of numbers from their mean.",
            "Ger summan av kvadraterna på talens avstånd från medelvärdet.",
        )
        .examples(&[example("DEVSQ(4,5,8,7,11,4,3)", "48")]);

/// The numbers of a call; none are `#NUM!`.
fn some(arguments: &Arguments<'_>) -> Result<Vec<Number>, CellError> {
    let numbers = arguments.list(0)?;
    if numbers.is_empty() { Err(CellError::Number) } else { Ok(numbers) }
}

fn mean_distance(numbers: &[Number]) -> Answer {
    let middle = mean(numbers)?;
    let distances = numbers.iter().map(|number| Ok(number.minus(middle)?.abs()));
    Ok(sum_of(&distances.collect::<Result<Vec<_>, _>>()?)?.over(Number::from(numbers.len() as i64))?.into())
}

fn squares(numbers: &[Number]) -> Result<Number, CellError> {
    let sample = Sample::of(numbers)?;
    sample.squares()?.times(sample.unit.times(sample.unit)?)?.over(sample.count())
}

/// The standard deviation; too few numbers are `#DIV/0!`.
fn deviation(numbers: &[Number], of_sample: bool) -> Answer {
    let sample = Sample::of(numbers)?;
    Ok(square_root(sample.variance(of_sample)?)?.times(sample.unit)?.into())
}

/// The mean square distance from the mean; too few numbers are `#DIV/0!`.
pub(in crate::functions) fn variance(numbers: &[Number], of_sample: bool) -> Result<Number, CellError> {
    squares(numbers)?.over(Number::from(numbers.len() as i64 - i64::from(of_sample)))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn spread_needs_enough_numbers() {
        check(&[
            ("STDEV.S(5)", "#DIV/0!"),
            ("STDEV.P(5)", "0"),
            ("VAR.P({\"x\"})", "#DIV/0!"),
            ("ROUND(VAR.S({1,2,4}),6)", "2.333333"),
            ("ROUND(STDEV.S({1345,1301,1368,1322,1310,1370,1318,1350,1303,1299}),8)", "27.46391572"),
            ("AVEDEV({\"x\"})", "#NUM!"),
            ("DEVSQ({\"x\"})", "#NUM!"),
            ("DEVSQ(5)", "0"),
            ("VARA(\"x\")", "#VALUE!"),
        ]);
    }

    #[test]
    fn squares_are_exact_and_neither_large_nor_small_numbers_lose_digits() {
        check(&[
            ("DEVSQ(0,0,0,0,0,0,1,1,1)", "2"),
            ("VAR.S(1000000000.1,1000000000.2,1000000000.3)", "0.01"),
            ("STDEV.P(1000000000000000000000,3000000000000000000000)", "1000000000000000000000"),
            ("STDEV.P(0.00000000000000000001,0.00000000000000000003)", "0.00000000000000000001"),
        ]);
    }

    #[test]
    fn some_count_text_and_booleans_in_cells() {
        check_with(
            &[("A1", "4"), ("A2", "'x"), ("A3", "TRUE"), ("A5", "2"), ("B1", "#N/A")],
            &[
                ("VAR(A1:A5)", "2"),
                ("VARP(A1:A5,TRUE)", "1.5555555555555555555555555556"),
                ("VARPA(A1:A5)", "2.1875"),
                ("STDEVA(A1:B5)", "#N/A"),
            ],
        );
    }
}
