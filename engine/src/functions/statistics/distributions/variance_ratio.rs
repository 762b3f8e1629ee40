//! The F distribution, of the quotient of two variances.

use super::{density_at_zero, freedom, give, numbers, probability, require};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::statistics::special::Tails;
use crate::functions::statistics::special::beta::{Share, beta_front, beta_inverse, beta_tails};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] = &[F_DIST, F_DIST_RT, FDIST, F_INV, F_INV_RT, FINV];

const X: Parameter = scalar("x", "x");
const FREEDOM_1: Parameter = scalar("deg_freedom1", "frihetsgrader1");
const FREEDOM_2: Parameter = scalar("deg_freedom2", "frihetsgrader2");
const PROBABILITY: Parameter = scalar("probability", "sannolikhet");

const F_DIST: Function = Function::new("F.DIST", "F.FÖRD", Statistics, |arguments| {
    let given = numbers(arguments)?;
    let cumulative = arguments.boolean(3)?;
    let [x, first, second] = within(given)?;
    if cumulative { give(variance_ratio_tails(x, first, second)?.below) } else { density(x, first, second) }
})
.takes(&[X, FREEDOM_1, FREEDOM_2, scalar("cumulative", "kumulativ")])
.help(
    "Gives the F distribution: the probability of at most x, or the density at x.",
    "Ger F-fördelningen: sannolikheten för högst x, eller tätheten vid x.",
)
.examples(&[
    example("F.DIST(15.2069,6,4,TRUE)", "0.990000043002763"),
    example("F.DIST(15.2069,6,4,FALSE)", "0.00122379170878317"),
]);

const F_DIST_RT: Function = Function::new("F.DIST.RT", "F.FÖRD.RT", Statistics, |arguments| {
    let [x, first, second] = within(numbers(arguments)?)?;
    give(variance_ratio_tails(x, first, second)?.above)
})
.takes(&[X, FREEDOM_1, FREEDOM_2])
.help(
    "Gives the probability that an F distributed variable is more than x.",
    "Ger sannolikheten att en F-fördelad variabel är större än x.",
)
.examples(&[example("F.DIST.RT(15.206865,6,4)", "0.00999999983008464")]);

const FDIST: Function = F_DIST_RT
    .named("FDIST", "FFÖRD")
    .help(
        "Gives the right tail of the F distribution; an older name of F.DIST.RT.",
        "Ger högra svansen av F-fördelningen; ett äldre namn på F.FÖRD.RT.",
    )
    .examples(&[example("FDIST(0,6,4)", "1")]);

const F_INV: Function = Function::new("F.INV", "F.INV", Statistics, |arguments| inverse(arguments, |tails| tails))
    .takes(&[PROBABILITY, FREEDOM_1, FREEDOM_2])
    .help(
        "Gives the value that an F distributed variable stays below with a probability.",
        "Ger det värde som en F-fördelad variabel understiger med en viss sannolikhet.",
    )
    .examples(&[example("F.INV(0.01,6,4)", "0.109309914124579")]);

const F_INV_RT: Function =
    Function::new("F.INV.RT", "F.INV.RT", Statistics, |arguments| inverse(arguments, Tails::swapped))
        .takes(&[PROBABILITY, FREEDOM_1, FREEDOM_2])
        .help(
            "Gives the value that an F distributed variable exceeds with a probability.",
            "Ger det värde som en F-fördelad variabel överskrider med en viss sannolikhet.",
        )
        .examples(&[example("F.INV.RT(0.01,6,4)", "15.2068648611575")]);

const FINV: Function = F_INV_RT
    .named("FINV", "FINV")
    .help(
        "Gives the right-tailed inverse of the F distribution; an older name of F.INV.RT.",
        "Ger den högersidiga inversen till F-fördelningen; ett äldre namn på F.INV.RT.",
    )
    .examples(&[example("FINV(1,6,4)", "0")]);

/// The probability that an F distributed variable is below and above `x`.
pub(in crate::functions::statistics) fn variance_ratio_tails(
    x: f64,
    first: f64,
    second: f64,
) -> Result<Tails, CellError> {
    beta_tails(first / 2.0, second / 2.0, Share::of(first * x, second))
}

fn within([x, first, second]: [Number; 3]) -> Result<[f64; 3], CellError> {
    let (first, second) = (freedom(first)?, freedom(second)?);
    require(!x.is_negative())?;
    Ok([x.to_float(), first, second])
}

fn density(x: f64, first: f64, second: f64) -> Answer {
    if x == 0.0 {
        return density_at_zero(first / 2.0, 1.0);
    }
    give(beta_front(first / 2.0, second / 2.0, Share::of(first * x, second)) / x)
}

fn inverse(arguments: &Arguments<'_>, side: fn(Tails) -> Tails) -> Answer {
    let [chance, first, second] = numbers(arguments)?;
    let (wanted, first, second) = (side(probability(chance)?), freedom(first)?, freedom(second)?);
    require(wanted.above > 0.0)?;
    if wanted.below == 0.0 {
        return give(0.0);
    }
    give(second / first * libm::exp(beta_inverse(first / 2.0, second / 2.0, wanted)?))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn both_tails_keep_their_digits() {
        check(&[
            ("F.DIST.RT(500,10,8)", "0.00000000045350223268756"),
            ("F.DIST(0.001,10,8,TRUE)", "0.000000000000169304813410007"),
            ("F.INV(0.000000001,5,9)", "0.000140376828581835"),
            ("F.INV.RT(0.000000001,5,9)", "300.254196200401"),
        ]);
    }

    #[test]
    fn what_lies_outside_is_an_error() {
        check(&[
            ("F.DIST(-1,3,4,TRUE)", "#NUM!"),
            ("F.DIST(1,0.5,4,TRUE)", "#NUM!"),
            ("F.DIST(0,1,4,FALSE)", "#NUM!"),
            ("F.DIST(0,2,4,FALSE)", "1"),
            ("F.INV(1,3,4)", "#NUM!"),
            ("F.INV(0,3,4)", "0"),
            ("F.INV.RT(0,3,4)", "#NUM!"),
            ("FINV(\"x\",3,4)", "#VALUE!"),
        ]);
    }
}
