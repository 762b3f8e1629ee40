//! Standardised values, Fisher's transformation and confidence intervals.

use super::distributions::{floats, give, numbers, probability, require, whole};
use super::special::Tails;
use super::special::normal::normal_inverse;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

use super::distributions::student::two_sided_inverse;

pub(super) const FUNCTIONS: &[Function] =
    &[STANDARDIZE, FISHER, FISHERINV, CONFIDENCE_NORM, CONFIDENCE, CONFIDENCE_T, PERMUT, PERMUTATIONA];

const INTERVAL: &[Parameter] =
    &[scalar("alpha", "alfa"), scalar("standard_dev", "standardavvikelse"), scalar("size", "storlek")];
const CHOICE: &[Parameter] = &[scalar("number", "tal"), scalar("number_chosen", "valt_tal")];

const STANDARDIZE: Function = Function::new("STANDARDIZE", "STANDARDISERA", Statistics, |arguments| {
    let [x, mean, deviation] = numbers(arguments)?;
    require(deviation > Number::ZERO)?;
    Ok(x.minus(mean)?.over(deviation)?.into())
})
.takes(&[scalar("x", "x"), scalar("mean", "medelvärde"), scalar("standard_dev", "standardavvikelse")])
.help(
    "Gives how many standard deviations a value lies from the mean.",
    "Ger hur många standardavvikelser ett värde ligger från medelvärdet.",
)
.examples(&[example("STANDARDIZE(42,40,1.6)", "1.25")]);

const FISHER: Function = Function::new("FISHER", "FISHER", Statistics, |arguments| {
    let [x] = floats(arguments)?;
    require(-1.0 < x && x < 1.0)?;
    give(libm::atanh(x))
})
.takes(&[scalar("x", "x")])
.help(
    "Gives Fisher's transformation of a correlation, which is nearly normal.",
    "Ger Fishers transformation av en korrelation, som är nästan normalfördelad.",
)
.examples(&[example("FISHER(0.75)", "0.972955074527657")]);

const FISHERINV: Function = Function::new("FISHERINV", "FISHERINV", Statistics, |arguments| {
    let [y] = floats(arguments)?;
    give(libm::tanh(y))
})
.takes(&[scalar("y", "y")])
.help("Gives the inverse of Fisher's transformation.", "Ger inversen till Fishers transformation.")
.examples(&[example("FISHERINV(0)", "0")]);

const CONFIDENCE_NORM: Function = Function::new("CONFIDENCE.NORM", "KONFIDENS.NORM", Statistics, |arguments| {
    interval(arguments, |both, _| Ok(-normal_inverse(half(both), both.below / 2.0 - 0.5)))
})
.takes(INTERVAL)
.help(
    "Gives half the width of the confidence interval of a mean, by the normal distribution.",
    "Ger halva bredden av konfidensintervallet för ett medelvärde enligt normalfördelningen.",
)
.examples(&[example("CONFIDENCE.NORM(0.05,2.5,50)", "0.692951912174839")]);

const CONFIDENCE: Function = CONFIDENCE_NORM
    .named("CONFIDENCE", "KONFIDENS")
    .help(
        "Gives half the width of a confidence interval; an older name of CONFIDENCE.NORM.",
        "Ger halva bredden av ett konfidensintervall; ett äldre namn på KONFIDENS.NORM.",
    )
    .examples(&[example("CONFIDENCE(0.05,2.5,50)", "0.692951912174839")]);

const CONFIDENCE_T: Function =
    Function::new("CONFIDENCE.T", "KONFIDENS.T", Statistics, |arguments| {
        interval(arguments, |both, size| {
            if size == 1.0 { Err(CellError::DivisionByZero) } else { two_sided_inverse(both, size - 1.0) }
        })
    })
    .takes(INTERVAL)
    .help(
        "Gives half the width of the confidence interval of a mean, by Student's t distribution.",
        "Ger halva bredden av konfidensintervallet för ett medelvärde enligt Students t-fördelning.",
    )
    .examples(&[example("CONFIDENCE.T(0.05,1,50)", "0.28419685549573")]);

const PERMUT: Function = Function::new("PERMUT", "PERMUT", Statistics, |arguments| {
    let (count, chosen) = (arguments.integer(0)?, arguments.integer(1)?);
    require(count > 0 && (0..=count).contains(&chosen))?;
    Ok((count - chosen + 1..=count).try_fold(Number::ONE, |product, factor| product.times(factor.into()))?.into())
})
.takes(CHOICE)
.help(
    "Gives in how many ways some of so many things can be chosen in order.",
    "Ger på hur många sätt ett visst antal ting kan väljas ut i ordning.",
)
.examples(&[example("PERMUT(100,3)", "970200")]);

const PERMUTATIONA: Function = Function::new("PERMUTATIONA", "PERMUTATIONA", Statistics, |arguments| {
    let (count, chosen) = (arguments.integer(0)?, arguments.integer(1)?);
    require(count >= 0 && chosen >= 0)?;
    if chosen == 0 { Ok(Number::ONE.into()) } else { Ok(Number::from(count).power(Number::from(chosen))?.into()) }
})
.takes(CHOICE)
.help(
    "Gives in how many ways things can be chosen in order when each may be chosen again.",
    "Ger på hur många sätt ting kan väljas ut i ordning när vart och ett får väljas igen.",
)
.examples(&[example("PERMUTATIONA(3,2)", "9")]);

fn interval(arguments: &Arguments<'_>, quantile: fn(Tails, f64) -> Result<f64, CellError>) -> Answer {
    let [alpha, deviation, size] = numbers(arguments)?;
    let (both, deviation, size) = (probability(alpha)?, deviation.to_float(), whole(size)?);
    require(both.below > 0.0 && both.above > 0.0 && deviation > 0.0 && size >= 1.0)?;
    give(quantile(both, size)? * deviation / libm::sqrt(size))
}

fn half(both: Tails) -> Tails {
    Tails::from_below(both.below / 2.0)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn what_lies_outside_is_an_error() {
        check(&[
            ("STANDARDIZE(1,2,0)", "#NUM!"),
            ("FISHER(1)", "#NUM!"),
            ("FISHER(-1)", "#NUM!"),
            ("CONFIDENCE(0,1,10)", "#NUM!"),
            ("CONFIDENCE(1,1,10)", "#NUM!"),
            ("CONFIDENCE(0.5,0,10)", "#NUM!"),
            ("CONFIDENCE(0.5,1,0.9)", "#NUM!"),
            ("CONFIDENCE.T(0.5,1,1)", "#DIV/0!"),
            ("PERMUT(3,4)", "#NUM!"),
            ("PERMUT(3.9,3.9)", "6"),
            ("PERMUT(3,0)", "1"),
            ("PERMUT(3,-1)", "#NUM!"),
            ("PERMUT(100000,100000)", "#NUM!"),
            ("PERMUTATIONA(0,0)", "1"),
            ("PERMUTATIONA(-1,2)", "#NUM!"),
            ("PERMUTATIONA(\"x\",2)", "#VALUE!"),
        ]);
    }
}
