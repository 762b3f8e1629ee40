//! Geometric, harmonic and trimmed means.

use super::distributions::{give, require};
use super::{mean, sum_of};
use crate::base::sorting;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[GEOMEAN, HARMEAN, TRIMMEAN];

const NUMBERS: &[Parameter] = &[any("number", "tal"), any("number", "tal").repeated()];

const GEOMEAN: Function =
    Function::new("GEOMEAN", "GEOMEDEL", Statistics, |arguments| give(root_of_product(&positive(arguments)?)))
        .takes(NUMBERS)
        .help(
            "Gives the geometric mean of positive numbers, the root of their product.",
            "Ger det geometriska medelvärdet av positiva tal, roten ur deras produkt.",
        )
        .examples(&[example("GEOMEAN(4,9)", "6"), example("GEOMEAN(4,5,8,7,11,4,3)", "5.47698696965696")]);

const HARMEAN: Function = Function::new("HARMEAN", "HARMMEDEL", Statistics, |arguments| {
    let numbers = positive(arguments)?;
    let parts = numbers.iter().map(|number| Number::ONE.over(*number)).collect::<Result<Vec<_>, _>>()?;
    Ok(Number::from(numbers.len() as i64).over(sum_of(&parts)?)?.settled().into())
})
.takes(NUMBERS)
.help(
    "Gives the harmonic mean of positive numbers, such as the mean speed over equal distances.",
    "Ger det harmoniska medelvärdet av positiva tal, till exempel medelhastigheten över lika långa sträckor.",
)
.examples(&[example("HARMEAN(3,6)", "4"), example("HARMEAN(4,5,8,7,11,4,3)", "5.02837596206173")]);

const TRIMMEAN: Function = Function::new("TRIMMEAN", "TRIMMEDEL", Statistics, trimmed)
    .takes(&[any("array", "matris"), scalar("percent", "procent")])
    .help(
        "Gives the mean after a share of the numbers is left out, half of it at each end.",
        "Ger medelvärdet sedan en andel av talen utelämnats, hälften i vardera änden.",
    )
    .examples(&[example("TRIMMEAN({1,2,3,4,100},0.4)", "3")]);

/// The numbers of a call; `#NUM!` when there is none or one is not positive.
fn positive(arguments: &Arguments<'_>) -> Result<Vec<Number>, CellError> {
    let numbers = arguments.list(0)?;
    require(!numbers.is_empty() && numbers.iter().all(|number| *number > Number::ZERO))?;
    Ok(numbers)
}

/// Mantissas and exponents are multiplied apart, so that the product cannot overflow.
fn root_of_product(numbers: &[Number]) -> f64 {
    let (mut product, mut exponent) = (1.0, 0_i64);
    for number in numbers {
        let (mantissa, step) = libm::frexp(product * number.to_float());
        (product, exponent) = (mantissa, exponent + i64::from(step));
    }
    let count = numbers.len() as f64;
    let (whole, rest) = (exponent.div_euclid(numbers.len() as i64), exponent.rem_euclid(numbers.len() as i64));
    libm::ldexp(libm::pow(product, 1.0 / count) * libm::exp2(rest as f64 / count), whole as i32)
}

fn trimmed(arguments: &Arguments<'_>) -> Answer {
    let mut numbers = Vec::new();
    arguments.numbers_of(0, &mut |number| numbers.push(number))?;
    let share = arguments.number(1)?;
    require(!numbers.is_empty() && !share.is_negative() && share < Number::ONE)?;
    sorting::sort(&mut numbers);
    let cut = share.times(Number::from(numbers.len() as i64))?.over(Number::from(2))?.settled().truncated()? as usize;
    Ok(mean(&numbers[cut..numbers.len() - cut])?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn means_of_positive_numbers_only() {
        check(&[
            ("GEOMEAN(1,0)", "#NUM!"),
            ("GEOMEAN({\"x\"})", "#NUM!"),
            ("GEOMEAN(8)", "8"),
            ("GEOMEAN(1,10,100)", "10"),
            ("GEOMEAN(0.00000001,1000000000000,0.0001)", "1"),
            ("HARMEAN(1,-1)", "#NUM!"),
            ("HARMEAN(2,#N/A)", "#N/A"),
        ]);
    }

    #[test]
    fn as_many_are_left_out_at_each_end() {
        check(&[
            ("TRIMMEAN({4,5,6,7,2,3,4,5,1,2,3},0.2)", "3.7777777777777777777777777778"),
            ("TRIMMEAN({1,2,9},0.6)", "4"),
            ("TRIMMEAN({1,2,9},0)", "4"),
            ("TRIMMEAN({1,2,9},1)", "#NUM!"),
            ("TRIMMEAN({1,2,9},-0.1)", "#NUM!"),
            ("TRIMMEAN({\"x\"},0.1)", "#NUM!"),
        ]);
    }
}
