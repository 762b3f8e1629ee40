//! Correlation and covariance.

use super::distributions::give;
use super::pairs::pairs;
use super::sample::Sample;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[CORREL, PEARSON, RSQ, COVARIANCE_P, COVAR, COVARIANCE_S];

const ARRAYS: &[Parameter] = &[any("array1", "matris1"), any("array2", "matris2")];

const CORREL: Function = Function::new("CORREL", "KORREL", Statistics, |arguments| give(correlation(arguments)?))
    .takes(ARRAYS)
    .help(
        "Gives the correlation between two ranges, from −1 to 1.",
        "Ger korrelationen mellan två områden, från −1 till 1.",
    )
    .examples(&[example("CORREL({3,2,4,5,6},{9,7,12,15,17})", "0.997054485501582")]);

const PEARSON: Function = CORREL
    .named("PEARSON", "PEARSON")
    .help(
        "Gives Pearson's correlation between two ranges, the same as CORREL.",
        "Ger Pearsons korrelation mellan två områden, samma som KORREL.",
    )
    .examples(&[example("PEARSON({9,7,5,3,1},{10,6,1,5,3})", "0.699378606180235")]);

const RSQ: Function = Function::new("RSQ", "RKV", Statistics, |arguments| {
    let correlation = correlation(arguments)?;
    give(correlation * correlation)
})
.takes(&[any("known_ys", "kända_y"), any("known_xs", "kända_x")])
.help(
    "Gives the square of the correlation: the share of the variance that a line explains.",
    "Ger korrelationen i kvadrat: den andel av variansen som en linje förklarar.",
)
.examples(&[example("RSQ({2,3,9,1,8,7,5},{6,5,11,7,5,4,4})", "0.0579501915708812")]);

const COVARIANCE_P: Function =
    Function::new("COVARIANCE.P", "KOVARIANS.P", Statistics, |arguments| covariance(arguments, false))
        .takes(ARRAYS)
        .help("Gives the covariance of two whole populations.", "Ger kovariansen för två hela populationer.")
        .examples(&[example("COVARIANCE.P({3,2,4,5,6},{9,7,12,15,17})", "5.2")]);

const COVAR: Function = COVARIANCE_P
    .named("COVAR", "KOVAR")
    .help(
        "Gives the covariance of two whole populations; an older name of COVARIANCE.P.",
        "Ger kovariansen för två hela populationer; ett äldre namn på KOVARIANS.P.",
    )
    .examples(&[example("COVAR({3,2,4,5,6},{9,7,12,15,17})", "5.2")]);

const COVARIANCE_S: Function =
    Function::new("COVARIANCE.S", "KOVARIANS.S", Statistics, |arguments| covariance(arguments, true))
        .takes(ARRAYS)
        .help("Estimates the covariance from two samples.", "Uppskattar kovariansen utifrån två stickprov.")
        .examples(&[example("COVARIANCE.S({3,2,4,5,6},{9,7,12,15,17})", "6.5")]);

fn correlation(arguments: &Arguments<'_>) -> Result<f64, CellError> {
    let (one, other) = samples(arguments)?;
    let (one_squares, other_squares) = (one.squares()?, other.squares()?);
    if one_squares.is_zero() || other_squares.is_zero() {
        return Err(CellError::DivisionByZero);
    }
    let size = libm::sqrt(one_squares.to_float()) * libm::sqrt(other_squares.to_float());
    Ok(one.products(&other)?.to_float() / size)
}

fn covariance(arguments: &Arguments<'_>, of_sample: bool) -> Answer {
    let (one, other) = samples(arguments)?;
    let products = one.products(&other)?.times(one.unit)?.times(other.unit)?;
    Ok(products.over(one.count().times(one.count().minus(Number::from(i64::from(of_sample)))?)?)?.into())
}

fn samples(arguments: &Arguments<'_>) -> Result<(Sample, Sample), CellError> {
    let (one, other) = pairs(arguments, 0, 1)?;
    Ok((Sample::of(&one)?, Sample::of(&other)?))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn ranges_are_read_side_by_side() {
        check_with(
            &[
                ("A1", "1"),
                ("A2", "'x"),
                ("A3", "3"),
                ("A4", "4"),
                ("B1", "2"),
                ("B2", "7"),
                ("B4", "8"),
                ("B5", "#N/A"),
            ],
            &[
                ("CORREL(A1:A4,B1:B4)", "1"),
                ("CORREL(A:A,B:B)", "#N/A"),
                ("COVAR(A1:A4,B1:B4)", "4.5"),
                ("COVAR(A1:A4,{2,7,0,8})", "2.4444444444444444444444444444"),
                ("CORREL(A1:A4,B1:B3)", "#N/A"),
                ("CORREL(C1:C4,D1:D4)", "#DIV/0!"),
            ],
        );
    }

    #[test]
    fn constants_have_no_correlation() {
        check(&[
            ("CORREL({1,2},{3,3})", "#DIV/0!"),
            ("CORREL({1,2,3},{0.1,0.2,0.3})", "1"),
            ("PEARSON({1000000,2000000,3000000},{0.3,0.2,0.1})", "-1"),
            ("COVARIANCE.S({1},{2})", "#DIV/0!"),
            ("COVARIANCE.P({1},{2})", "0"),
            ("RSQ({1},{2})", "#DIV/0!"),
        ]);
    }
}
