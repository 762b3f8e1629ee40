//! Student's t distribution.

use std::f64::consts::PI;

use super::{freedom, give, inner_probability, numbers, probability, require, whole};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::statistics::special::Tails;
use crate::functions::statistics::special::beta::{Share, beta_inverse, beta_tails};
use crate::functions::statistics::special::gamma::gamma_star;
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] =
    &[T_DIST, T_DIST_2T, T_DIST_RT, TDIST, T_INV, T_INV_2T, TINV];

const X: Parameter = scalar("x", "x");
const FREEDOM: Parameter = scalar("deg_freedom", "frihetsgrader");
const PROBABILITY: Parameter = scalar("probability", "sannolikhet");

const T_DIST: Function = Function::new("T.DIST", "T.FÖRD", Statistics, |arguments| {
    let ([x, degrees], cumulative) = (numbers(arguments)?, arguments.boolean(2)?);
    let (x, degrees) = (x.to_float(), freedom(degrees)?);
    give(if cumulative { one_sided(x, degrees)?.below } else { density(x, degrees) })
})
.takes(&[X, FREEDOM, scalar("cumulative", "kumulativ")])
.help(
    "Gives Student's t distribution: the probability of at most x, or the density at x.",
    "Ger Students t-fördelning: sannolikheten för högst x, eller tätheten vid x.",
)
.examples(&[example("T.DIST(60,1,TRUE)", "0.994695326367377"), example("T.DIST(8,3,FALSE)", "0.000736906520946927")]);

const T_DIST_2T: Function = Function::new("T.DIST.2T", "T.FÖRD.2T", Statistics, both_tails)
    .takes(&[X, FREEDOM])
    .help(
        "Gives the probability that a t distributed variable is at least x away from zero.",
        "Ger sannolikheten att en t-fördelad variabel ligger minst x från noll.",
    )
    .examples(&[example("T.DIST.2T(1.959999998,60)", "0.054644929975921")]);

const T_DIST_RT: Function = Function::new("T.DIST.RT", "T.FÖRD.RT", Statistics, |arguments| {
    let [x, degrees] = numbers(arguments)?;
    give(one_sided(x.to_float(), freedom(degrees)?)?.above)
})
.takes(&[X, FREEDOM])
.help(
    "Gives the probability that a t distributed variable is more than x.",
    "Ger sannolikheten att en t-fördelad variabel är större än x.",
)
.examples(&[example("T.DIST.RT(1.959999998,60)", "0.0273224649879605")]);

const TDIST: Function = Function::new("TDIST", "TFÖRD", Statistics, |arguments| {
    let [x, degrees, sides] = numbers(arguments)?;
    let (degrees, sides) = (freedom(degrees)?, whole(sides)?);
    require(!x.is_negative() && (sides == 1.0 || sides == 2.0))?;
    give(two_sided(x.to_float(), degrees)?.below * sides / 2.0)
})
.takes(&[X, FREEDOM, scalar("tails", "sidor")])
.help(
    "Gives one or both tails of Student's t distribution; an older form of T.DIST.RT and T.DIST.2T.",
    "Ger en eller båda svansarna av Students t-fördelning; en äldre form av T.FÖRD.RT och T.FÖRD.2T.",
)
.examples(&[example("TDIST(1.959999998,60,1)", "0.0273224649879605")]);

const T_INV: Function = Function::new("T.INV", "T.INV", Statistics, |arguments| {
    let [chance, degrees] = numbers(arguments)?;
    give(left_inverse(chance, freedom(degrees)?)?)
})
.takes(&[PROBABILITY, FREEDOM])
.help(
    "Gives the value that a t distributed variable stays below with a probability.",
    "Ger det värde som en t-fördelad variabel understiger med en viss sannolikhet.",
)
.examples(&[example("T.INV(0.75,2)", "0.816496580927726")]);

const T_INV_2T: Function = Function::new("T.INV.2T", "T.INV.2T", Statistics, |arguments| {
    let [chance, degrees] = numbers(arguments)?;
    let (chance, degrees) = (probability(chance)?, freedom(degrees)?);
    require(chance.below > 0.0)?;
    give(two_sided_inverse(chance, degrees)?)
})
.takes(&[PROBABILITY, FREEDOM])
.help(
    "Gives the distance from zero that a t distributed variable exceeds with a probability.",
    "Ger det avstånd från noll som en t-fördelad variabel överskrider med en viss sannolikhet.",
)
.examples(&[example("T.INV.2T(0.546449,60)", "0.606533075825756")]);

const TINV: Function = T_INV_2T
    .named("TINV", "TINV")
    .help(
        "Gives the two-tailed inverse of Student's t distribution; an older name of T.INV.2T.",
        "Ger den tvåsidiga inversen till Students t-fördelning; ett äldre namn på T.INV.2T.",
    )
    .examples(&[example("TINV(0.5,2)", "0.816496580927726")]);

fn both_tails(arguments: &Arguments<'_>) -> Answer {
    let [x, degrees] = numbers(arguments)?;
    let degrees = freedom(degrees)?;
    require(!x.is_negative())?;
    give(two_sided(x.to_float(), degrees)?.below)
}

/// The probability, as the lower tail, that a variable is at least `x` away from zero.
pub(in crate::functions::statistics) fn two_sided(x: f64, degrees: f64) -> Result<Tails, CellError> {
    beta_tails(degrees / 2.0, 0.5, Share::of(degrees, x * x))
}

/// The distance from zero that is exceeded with the probability given as the lower tail.
pub(in crate::functions::statistics) fn two_sided_inverse(chance: Tails, degrees: f64) -> Result<f64, CellError> {
    if chance.above <= 0.0 {
        return Ok(0.0);
    }
    let odds = beta_inverse(degrees / 2.0, 0.5, chance)?;
    Ok(libm::sqrt(degrees) * libm::exp(-0.5 * odds))
}

fn one_sided(x: f64, degrees: f64) -> Result<Tails, CellError> {
    let tails = Tails::from_below(0.5 * two_sided(x, degrees)?.below);
    Ok(if x > 0.0 { tails.swapped() } else { tails })
}

fn left_inverse(chance: Number, degrees: f64) -> Result<f64, CellError> {
    inner_probability(chance)?;
    let rest = Number::ONE.minus(chance)?;
    let smaller = chance.min(rest);
    let both = probability(smaller.plus(smaller)?)?;
    let distance = two_sided_inverse(both, degrees)?;
    Ok(if chance < rest { -distance } else { distance })
}

fn density(x: f64, degrees: f64) -> f64 {
    let half = degrees / 2.0;
    // Γ(half+½)/Γ(half) by Stirling's formula, corrected to be exact.
    let stirling = libm::sqrt(half) * libm::exp(half * libm::log1p(0.5 / half) - 0.5);
    let gammas = stirling * gamma_star(half + 0.5) / gamma_star(half);
    gammas / libm::sqrt(PI * degrees) * libm::exp(-(half + 0.5) * libm::log1p(x * x / degrees))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn degrees_of_freedom_are_cut_and_start_at_one() {
        check(&[
            ("T.DIST.RT(1.959999998,60.9)", "0.0273224649879605"),
            ("T.DIST(1,0.9,TRUE)", "#NUM!"),
            ("T.INV(0.9,0)", "#NUM!"),
            ("T.DIST(0,5,TRUE)", "0.5"),
            ("T.DIST(-60,1,TRUE)", "0.00530467363262327"),
        ]);
    }

    #[test]
    fn inverses_keep_their_digits_in_the_tails() {
        check(&[
            ("T.INV(0.5,7)", "0"),
            ("T.INV.2T(1,7)", "0"),
            ("T.INV(0.0000000001,5)", "-156.825592708894"),
            ("T.INV(0.3,5)", "-0.559429644469361"),
            ("T.INV(0,5)", "#NUM!"),
            ("T.INV(1,5)", "#NUM!"),
            ("T.INV.2T(0,5)", "#NUM!"),
            ("TDIST(-1,5,1)", "#NUM!"),
            ("TDIST(1,5,3)", "#NUM!"),
            ("T.DIST.2T(-1,5)", "#NUM!"),
            ("T.DIST.2T(\"x\",5)", "#VALUE!"),
        ]);
    }
}
