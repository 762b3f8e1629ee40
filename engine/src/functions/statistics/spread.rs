//! Variance and standard deviation.

use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example};
use crate::functions::math::square_root;
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

use super::{mean, sum_of};

pub(super) const FUNCTIONS: &[Function] = &[STDEV_S, STDEV_P, VAR_S, VAR_P];

const NUMBERS: &[Parameter] = &[any("number", "tal"), any("number", "tal").repeated()];

const STDEV_S: Function = Function::new("STDEV.S", "STDAV.S", Statistics, |arguments| deviation(arguments, true))
    .takes(NUMBERS)
    .help("Estimates the standard deviation from a sample.", "Uppskattar standardavvikelsen utifrån ett stickprov.")
    .examples(&[example("STDEV.S({1,3,5})", "2")]);

const STDEV_P: Function = Function::new("STDEV.P", "STDAV.P", Statistics, |arguments| deviation(arguments, false))
    .takes(NUMBERS)
    .help("Gives the standard deviation of a whole population.", "Ger standardavvikelsen för en hel population.")
    .examples(&[example("STDEV.P({2,4,4,4,5,5,7,9})", "2")]);

const VAR_S: Function =
    Function::new("VAR.S", "VARIANS.S", Statistics, |arguments| Ok(variance(&arguments.list(0)?, true)?.into()))
        .takes(NUMBERS)
        .help("Estimates the variance from a sample.", "Uppskattar variansen utifrån ett stickprov.")
        .examples(&[example("VAR.S({1,3,5})", "4")]);

const VAR_P: Function =
    Function::new("VAR.P", "VARIANS.P", Statistics, |arguments| Ok(variance(&arguments.list(0)?, false)?.into()))
        .takes(NUMBERS)
        .help("Gives the variance of a whole population.", "Ger variansen för en hel population.")
        .examples(&[example("VAR.P({2,4,4,4,5,5,7,9})", "4")]);

fn deviation(arguments: &Arguments<'_>, of_sample: bool) -> Answer {
    Ok(square_root(variance(&arguments.list(0)?, of_sample)?)?.into())
}

/// The mean square distance from the mean; too few numbers are `#DIV/0!`.
pub(in crate::functions) fn variance(numbers: &[Number], of_sample: bool) -> Result<Number, CellError> {
    let middle = mean(numbers)?;
    let squares = numbers.iter().map(|number| number.minus(middle).and_then(|distance| distance.times(distance)));
    let squares = sum_of(&squares.collect::<Result<Vec<_>, _>>()?)?;
    squares.over(Number::from(numbers.len() as i64 - i64::from(of_sample)))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn spread_needs_enough_numbers() {
        check(&[
            ("STDEV.S(5)", "#DIV/0!"),
            ("STDEV.P(5)", "0"),
            ("VAR.P({\"x\"})", "#DIV/0!"),
            ("ROUND(VAR.S({1,2,4}),6)", "2.333333"),
            ("ROUND(STDEV.S({1345,1301,1368,1322,1310,1370,1318,1350,1303,1299}),8)", "27.46391572"),
        ]);
    }
}
