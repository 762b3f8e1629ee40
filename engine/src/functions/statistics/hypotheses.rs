//! Tests of hypotheses about means, variances and expected counts.

use super::distributions::chi_squared::chi_squared_tails;
use super::distributions::student::two_sided;
use super::distributions::variance_ratio::variance_ratio_tails;
use super::distributions::{give, require};
use super::pairs::pairs;
use super::sample::Sample;
use super::special::normal::normal_tails;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[T_TEST, TTEST, F_TEST, FTEST, Z_TEST, ZTEST, CHISQ_TEST, CHITEST];

const ARRAY_1: Parameter = any("array1", "matris1");
const ARRAY_2: Parameter = any("array2", "matris2");

const T_TEST: Function = Function::new("T.TEST", "T.TEST", Statistics, means_differ)
    .takes(&[ARRAY_1, ARRAY_2, scalar("tails", "sidor"), scalar("type", "typ")])
    .help(
        "Gives the probability that means differ so much by chance: type 1 in pairs, 2 equal variances, 3 unequal.",
        "Ger sannolikheten att medelvärden av en slump skiljer sig så mycket: typ 1 parvis, 2 lika varians, 3 olika.",
    )
    .examples(&[example("T.TEST({3,4,5,8,9,1,2,4,5},{6,19,3,2,14,4,5,17,1},2,1)", "0.196015784925282")]);

const TTEST: Function = T_TEST
    .named("TTEST", "TTEST")
    .help(
        "Gives the probability of Student's t test; an older name of T.TEST.",
        "Ger sannolikheten i Students t-test; ett äldre namn på T.TEST.",
    )
    .examples(&[example("TTEST({1,2,3},{1,2,3},2,2)", "1")]);

const F_TEST: Function = Function::new("F.TEST", "F.TEST", Statistics, variances_differ)
    .takes(&[ARRAY_1, ARRAY_2])
    .help(
        "Gives the probability that variances differ so much by chance.",
        "Ger sannolikheten att varianser av en slump skiljer sig så mycket.",
    )
    .examples(&[example("F.TEST({6,7,9,15,21},{20,28,31,38,40})", "0.648317846786174")]);

const FTEST: Function = F_TEST
    .named("FTEST", "FTEST")
    .help(
        "Gives the probability of the F test of variances; an older name of F.TEST.",
        "Ger sannolikheten i F-testet av varianser; ett äldre namn på F.TEST.",
    )
    .examples(&[example("FTEST({1,2,3},{11,12,13})", "1")]);

const Z_TEST: Function = Function::new("Z.TEST", "Z.TEST", Statistics, mean_is_higher)
    .takes(&[any("array", "matris"), scalar("x", "x"), scalar("sigma", "sigma").optional()])
    .help(
        "Gives the probability that the mean of a sample from a population with mean x is at least as high.",
        "Ger sannolikheten att medelvärdet av ett stickprov ur en population med medelvärdet x är minst så högt.",
    )
    .examples(&[example("Z.TEST({3,6,7,8,6,5,4,2,1,9},4)", "0.0905741968513637")]);

const ZTEST: Function = Z_TEST
    .named("ZTEST", "ZTEST")
    .help(
        "Gives the probability of the z test of a mean; an older name of Z.TEST.",
        "Ger sannolikheten i z-testet av ett medelvärde; ett äldre namn på Z.TEST.",
    )
    .examples(&[example("ZTEST({1,2,3},2,1)", "0.5")]);

const CHISQ_TEST: Function = Function::new("CHISQ.TEST", "CHI2.TEST", Statistics, counts_differ)
    .takes(&[any("actual_range", "observerade"), any("expected_range", "förväntade")])
    .help(
        "Gives the probability that counts differ so much from what is expected by chance.",
        "Ger sannolikheten att antal av en slump skiljer sig så mycket från det förväntade.",
    )
    .examples(&[example(
        "CHISQ.TEST({58,35;11,25;10,23},{45.35,47.65;17.56,18.44;16.09,16.91})",
        "0.000308192017008309",
    )]);

const CHITEST: Function = CHISQ_TEST
    .named("CHITEST", "CHI2TEST")
    .help(
        "Gives the probability of the chi-squared test; an older name of CHISQ.TEST.",
        "Ger sannolikheten i chi2-testet; ett äldre namn på CHI2.TEST.",
    )
    .examples(&[example("CHITEST({1,2;3,4},{1,2;3,4})", "1")]);

/// What the tests ask of a sample.
struct Figures {
    count: f64,
    mean: Number,
    variance: f64,
}

impl Figures {
    fn of(numbers: &[Number]) -> Result<Self, CellError> {
        let sample = Sample::of(numbers)?;
        let unit = sample.unit.to_float();
        let variance = sample.variance(true)?.to_float() * unit * unit;
        Ok(Self { count: numbers.len() as f64, mean: sample.mean()?, variance })
    }

    fn of_argument(arguments: &Arguments<'_>, index: usize) -> Result<Self, CellError> {
        let mut numbers = Vec::new();
        arguments.numbers_of(index, &mut |number| numbers.push(number))?;
        Self::of(&numbers)
    }

    /// The square of the standard error of the mean.
    fn error(&self) -> f64 {
        self.variance / self.count
    }
}

fn means_differ(arguments: &Arguments<'_>) -> Answer {
    let (sides, kind) = (arguments.integer(2), arguments.integer(3));
    let (arrays, (sides, kind)) = (arguments.area(0).and_then(|_| arguments.area(1)), (sides?, kind?));
    arrays?;
    require((1..=2).contains(&sides))?;
    let (t, freedom) = match kind {
        1 => paired(arguments)?,
        2 | 3 => unpaired(arguments, kind == 2)?,
        _ => return Err(CellError::Number),
    };
    give(two_sided(t, freedom)?.below * sides as f64 / 2.0)
}

/// Student's t and the degrees of freedom for the differences of pairs.
fn paired(arguments: &Arguments<'_>) -> Result<(f64, f64), CellError> {
    let (one, other) = pairs(arguments, 0, 1)?;
    let differences = one.iter().zip(&other).map(|(one, other)| one.minus(*other)).collect::<Result<Vec<_>, _>>()?;
    let figures = Figures::of(&differences)?;
    Ok((quotient(figures.mean.to_float(), figures.error())?, figures.count - 1.0))
}

/// Student's t and the degrees of freedom, by Welch's formula where the variances are not taken to be equal.
fn unpaired(arguments: &Arguments<'_>, equal: bool) -> Result<(f64, f64), CellError> {
    let (one, other) = (Figures::of_argument(arguments, 0)?, Figures::of_argument(arguments, 1)?);
    let difference = one.mean.minus(other.mean)?.to_float();
    if equal {
        let freedom = one.count + other.count - 2.0;
        let pooled = ((one.count - 1.0) * one.variance + (other.count - 1.0) * other.variance) / freedom;
        return Ok((quotient(difference, pooled * (1.0 / one.count + 1.0 / other.count))?, freedom));
    }
    let error = one.error() + other.error();
    let t = quotient(difference, error)?;
    let part = |figures: &Figures| figures.error() * figures.error() / (figures.count - 1.0);
    Ok((t, error * error / (part(&one) + part(&other))))
}

/// A difference in units of its standard error, given squared.
fn quotient(difference: f64, error: f64) -> Result<f64, CellError> {
    if error > 0.0 { Ok(difference / libm::sqrt(error)) } else { Err(CellError::DivisionByZero) }
}

fn variances_differ(arguments: &Arguments<'_>) -> Answer {
    let (one, other) = (Figures::of_argument(arguments, 0)?, Figures::of_argument(arguments, 1)?);
    if one.variance == 0.0 || other.variance == 0.0 {
        return Err(CellError::DivisionByZero);
    }
    let tails = variance_ratio_tails(one.variance / other.variance, one.count - 1.0, other.count - 1.0)?;
    give(2.0 * tails.below.min(tails.above))
}

fn mean_is_higher(arguments: &Arguments<'_>) -> Answer {
    let mut numbers = Vec::new();
    arguments.numbers_of(0, &mut |number| numbers.push(number))?;
    let x = arguments.number(1)?;
    let sigma = if arguments.is_given(2) { Some(arguments.number(2)?) } else { None };
    if numbers.is_empty() {
        return Err(CellError::NotAvailable);
    }
    let sample = Sample::of(&numbers)?;
    let difference = sample.mean()?.minus(x)?.to_float();
    let deviation = match sigma {
        Some(sigma) => {
            require(sigma > Number::ZERO)?;
            sigma.to_float()
        }
        None => libm::sqrt(sample.variance(true)?.to_float()) * sample.unit.to_float(),
    };
    let z = quotient(difference, deviation * deviation / numbers.len() as f64)?;
    give(normal_tails(z).above)
}

fn counts_differ(arguments: &Arguments<'_>) -> Answer {
    let (actual, expected) = (arguments.area(0)?, arguments.area(1)?);
    let freedom = match (actual.height(), actual.width()) {
        (1, columns) => columns - 1,
        (rows, 1) => rows - 1,
        (rows, columns) => (rows - 1) * (columns - 1),
    };
    if !actual.has_shape_of(&expected) || freedom == 0 {
        return Err(CellError::NotAvailable);
    }
    let (actual, expected) = pairs(arguments, 0, 1)?;
    let mut sum = 0.0;
    for (actual, expected) in actual.into_iter().zip(expected) {
        require(!expected.is_negative())?;
        let distance = actual.minus(expected)?.to_float();
        sum += distance * distance / nonzero(expected)?;
    }
    give(chi_squared_tails(sum, f64::from(freedom))?.above)
}

fn nonzero(number: Number) -> Result<f64, CellError> {
    if number.is_zero() { Err(CellError::DivisionByZero) } else { Ok(number.to_float()) }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn means_are_compared_in_three_ways() {
        check(&[
            ("T.TEST({3,4,5,8,9,1,2,4,5},{6,19,3,2,14,4,5,17,1},1,2)", "0.0959979433801981"),
            ("T.TEST({3,4,5,8,9,1,2,4,5},{6,19,3,2,14,4,5,17,1},2,3)", "0.202293923368678"),
            ("T.TEST({1,2,3},{1,2},2,1)", "#N/A"),
            ("T.TEST({1,2,3},{1,2,4},3,1)", "#NUM!"),
            ("T.TEST({1,2,3},{1,2,4},2,4)", "#NUM!"),
            ("T.TEST({1,2,3},{2,3,4},2,1)", "#DIV/0!"),
            ("T.TEST({1,2,3},{2,3,4},\"x\",1)", "#VALUE!"),
        ]);
    }

    #[test]
    fn tests_need_spread_and_enough_numbers() {
        check(&[
            ("F.TEST({1},{1,2})", "#DIV/0!"),
            ("F.TEST({1,1},{1,2})", "#DIV/0!"),
            ("Z.TEST({\"x\"},1)", "#N/A"),
            ("Z.TEST({1,1},1)", "#DIV/0!"),
            ("Z.TEST({1,2},1,0)", "#NUM!"),
            ("Z.TEST({3,6,7,8,6,5,4,2,1,9},6)", "0.86304338912953"),
            ("CHISQ.TEST({1,2},{1,2;3,4})", "#N/A"),
            ("CHISQ.TEST({1},{1})", "#N/A"),
            ("CHISQ.TEST({1,2},{0,2})", "#DIV/0!"),
            ("CHISQ.TEST({1,2},{-1,2})", "#NUM!"),
        ]);
    }
}
