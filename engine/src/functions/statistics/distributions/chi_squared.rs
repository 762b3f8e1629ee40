//! The chi-squared distribution.

use super::{density_at_zero, freedom, give, numbers, probability, require};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::statistics::special::Tails;
use crate::functions::statistics::special::gamma::{gamma_front, gamma_inverse, gamma_tails};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] =
    &[CHISQ_DIST, CHISQ_DIST_RT, CHIDIST, CHISQ_INV, CHISQ_INV_RT, CHIINV];

const X: Parameter = scalar("x", "x");
const FREEDOM: Parameter = scalar("deg_freedom", "frihetsgrader");
const PROBABILITY: Parameter = scalar("probability", "sannolikhet");

const CHISQ_DIST: Function = Function::new("CHISQ.DIST", "CHI2.FÖRD", Statistics, |arguments| {
    let [x, degrees] = numbers(arguments)?;
    let cumulative = arguments.boolean(2)?;
    let (x, degrees) = within(x, degrees)?;
    if cumulative { give(chi_squared_tails(x, degrees)?.below) } else { density(x, degrees) }
})
.takes(&[X, FREEDOM, scalar("cumulative", "kumulativ")])
.help(
    "Gives the chi-squared distribution: the probability of at most x, or the density at x.",
    "Ger chi2-fördelningen: sannolikheten för högst x, eller tätheten vid x.",
)
.examples(&[
    example("CHISQ.DIST(0.5,1,TRUE)", "0.520499877813047"),
    example("CHISQ.DIST(2,3,FALSE)", "0.207553748710297"),
]);

const CHISQ_DIST_RT: Function = Function::new("CHISQ.DIST.RT", "CHI2.FÖRD.RT", Statistics, |arguments| {
    let [x, degrees] = numbers(arguments)?;
    let (x, degrees) = within(x, degrees)?;
    give(chi_squared_tails(x, degrees)?.above)
})
.takes(&[X, FREEDOM])
.help(
    "Gives the probability that a chi-squared variable is more than x.",
    "Ger sannolikheten att en chi2-fördelad variabel är större än x.",
)
.examples(&[example("CHISQ.DIST.RT(18.307,10)", "0.0500005890913981")]);

const CHIDIST: Function = CHISQ_DIST_RT
    .named("CHIDIST", "CHI2FÖRD")
    .help(
        "Gives the right tail of the chi-squared distribution; an older name of CHISQ.DIST.RT.",
        "Ger högra svansen av chi2-fördelningen; ett äldre namn på CHI2.FÖRD.RT.",
    )
    .examples(&[example("CHIDIST(0,10)", "1")]);

const CHISQ_INV: Function =
    Function::new("CHISQ.INV", "CHI2.INV", Statistics, |arguments| inverse(arguments, |tails| tails))
        .takes(&[PROBABILITY, FREEDOM])
        .help(
            "Gives the value that a chi-squared variable stays below with a probability.",
            "Ger det värde som en chi2-fördelad variabel understiger med en viss sannolikhet.",
        )
        .examples(&[example("CHISQ.INV(0.93,1)", "3.28302028675953")]);

const CHISQ_INV_RT: Function =
    Function::new("CHISQ.INV.RT", "CHI2.INV.RT", Statistics, |arguments| inverse(arguments, Tails::swapped))
        .takes(&[PROBABILITY, FREEDOM])
        .help(
            "Gives the value that a chi-squared variable exceeds with a probability.",
            "Ger det värde som en chi2-fördelad variabel överskrider med en viss sannolikhet.",
        )
        .examples(&[example("CHISQ.INV.RT(0.050001,10)", "18.3069734569611")]);

const CHIINV: Function = CHISQ_INV_RT
    .named("CHIINV", "CHI2INV")
    .help(
        "Gives the right-tailed inverse of the chi-squared distribution; an older name of CHISQ.INV.RT.",
        "Ger den högersidiga inversen till chi2-fördelningen; ett äldre namn på CHI2.INV.RT.",
    )
    .examples(&[example("CHIINV(1,10)", "0")]);

/// The probability that a chi-squared variable is below and above `x`.
pub(in crate::functions::statistics) fn chi_squared_tails(x: f64, degrees: f64) -> Result<Tails, CellError> {
    gamma_tails(degrees / 2.0, x / 2.0)
}

fn within(x: Number, degrees: Number) -> Result<(f64, f64), CellError> {
    let degrees = freedom(degrees)?;
    require(!x.is_negative())?;
    Ok((x.to_float(), degrees))
}

fn density(x: f64, degrees: f64) -> Answer {
    if x == 0.0 {
        return density_at_zero(degrees / 2.0, 0.5);
    }
    give(gamma_front(degrees / 2.0, x / 2.0) / x)
}

fn inverse(arguments: &Arguments<'_>, side: fn(Tails) -> Tails) -> Answer {
    let [chance, degrees] = numbers(arguments)?;
    let (wanted, degrees) = (side(probability(chance)?), freedom(degrees)?);
    require(wanted.above > 0.0)?;
    if wanted.below == 0.0 {
        return give(0.0);
    }
    give(2.0 * gamma_inverse(degrees / 2.0, wanted)?)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn both_tails_keep_their_digits() {
        check(&[
            ("CHISQ.DIST.RT(100,4)", "0.0000000000000000000098366242"),
            ("CHISQ.DIST(0.001,10,TRUE)", "0.000000000000000000260308183"),
            ("CHISQ.INV(0.0000000001,3)", "0.000000520939762143449"),
            ("CHISQ.INV.RT(0.0000000001,3)", "49.5421559275237"),
        ]);
    }

    #[test]
    fn what_lies_outside_is_an_error() {
        check(&[
            ("CHISQ.DIST(-1,3,TRUE)", "#NUM!"),
            ("CHISQ.DIST(1,0.5,TRUE)", "#NUM!"),
            ("CHISQ.DIST(0,1,FALSE)", "#NUM!"),
            ("CHISQ.DIST(0,2,FALSE)", "0.5"),
            ("CHISQ.DIST(0,3,FALSE)", "0"),
            ("CHISQ.INV(1,3)", "#NUM!"),
            ("CHISQ.INV(0,3)", "0"),
            ("CHISQ.INV.RT(0,3)", "#NUM!"),
            ("CHIINV(1.1,3)", "#NUM!"),
            ("CHIINV(\"x\",3)", "#VALUE!"),
        ]);
    }
}
