//! The gamma distribution and the gamma function.

use super::{density_at_zero, floats, give, numbers, probability, require};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::statistics::special::gamma::{gamma_front, gamma_inverse, gamma_tails};
use crate::functions::{Answer, Arguments};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] =
    &[GAMMA_DIST, GAMMADIST, GAMMA_INV, GAMMAINV, GAMMA, GAMMALN, GAMMALN_PRECISE];

const X: Parameter = scalar("x", "x");
const ALPHA: Parameter = scalar("alpha", "alfa");
const BETA: Parameter = scalar("beta", "beta");

const GAMMA_DIST: Function = Function::new("GAMMA.DIST", "GAMMA.FÖRD", Statistics, distribution)
    .takes(&[X, ALPHA, BETA, scalar("cumulative", "kumulativ")])
    .help(
        "Gives the gamma distribution: the probability of at most x, or the density at x.",
        "Ger gammafördelningen: sannolikheten för högst x, eller tätheten vid x.",
    )
    .examples(&[
        example("GAMMA.DIST(10.00001131,9,2,TRUE)", "0.0680940038697873"),
        example("GAMMA.DIST(10.00001131,9,2,FALSE)", "0.032639130418294"),
    ]);

const GAMMADIST: Function = GAMMA_DIST
    .named("GAMMADIST", "GAMMAFÖRD")
    .help(
        "Gives the gamma distribution; an older name of GAMMA.DIST.",
        "Ger gammafördelningen; ett äldre namn på GAMMA.FÖRD.",
    )
    .examples(&[example("GAMMADIST(0,9,2,TRUE)", "0")]);

const GAMMA_INV: Function = Function::new("GAMMA.INV", "GAMMA.INV", Statistics, inverse)
    .takes(&[scalar("probability", "sannolikhet"), ALPHA, BETA])
    .help(
        "Gives the value that a gamma distributed variable stays below with a probability.",
        "Ger det värde som en gammafördelad variabel understiger med en viss sannolikhet.",
    )
    .examples(&[example("GAMMA.INV(0.068094,9,2)", "10.0000111914372")]);

const GAMMAINV: Function = GAMMA_INV
    .named("GAMMAINV", "GAMMAINV")
    .help(
        "Gives the inverse of the gamma distribution; an older name of GAMMA.INV.",
        "Ger inversen till gammafördelningen; ett äldre namn på GAMMA.INV.",
    )
    .examples(&[example("GAMMAINV(0,9,2)", "0")]);

const GAMMA: Function = Function::new("GAMMA", "GAMMA", Statistics, |arguments| {
    let [x] = floats(arguments)?;
    require(x > 0.0 || x != libm::floor(x))?;
    give(libm::tgamma(x))
})
.takes(&[X])
.help(
    "Gives the gamma function, which continues the factorials of x − 1.",
    "Ger gammafunktionen, som fortsätter fakulteterna av x − 1.",
)
.examples(&[example("GAMMA(5)", "24"), example("GAMMA(2.5)", "1.32934038817914")]);

const GAMMALN: Function = Function::new("GAMMALN", "GAMMALN", Statistics, |arguments| {
    let [x] = floats(arguments)?;
    require(x > 0.0)?;
    give(libm::lgamma(x))
})
.takes(&[X])
.help("Gives the natural logarithm of the gamma function.", "Ger den naturliga logaritmen för gammafunktionen.")
.examples(&[example("GAMMALN(4)", "1.79175946922805")]);

const GAMMALN_PRECISE: Function =
    GAMMALN.named("GAMMALN.PRECISE", "GAMMALN.EXAKT").examples(&[example("GAMMALN.PRECISE(4.5)", "2.45373657084244")]);

fn distribution(arguments: &Arguments<'_>) -> Answer {
    let ([x, alpha, beta], cumulative) = (floats(arguments)?, arguments.boolean(3)?);
    require(x >= 0.0 && alpha > 0.0 && beta > 0.0)?;
    match (cumulative, x == 0.0) {
        (true, _) => give(gamma_tails(alpha, x / beta)?.below),
        (_, true) => density_at_zero(alpha, 1.0 / beta),
        _ => give(gamma_front(alpha, x / beta) / x),
    }
}

fn inverse(arguments: &Arguments<'_>) -> Answer {
    let [chance, alpha, beta] = numbers(arguments)?;
    let (wanted, alpha, beta) = (probability(chance)?, alpha.to_float(), beta.to_float());
    require(wanted.above > 0.0 && alpha > 0.0 && beta > 0.0)?;
    if wanted.below == 0.0 {
        return give(0.0);
    }
    give(beta * gamma_inverse(alpha, wanted)?)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn gamma_has_poles_at_zero_and_below() {
        check(&[
            ("GAMMA(-3.75)", "0.267866128861417"),
            ("GAMMA(0)", "#NUM!"),
            ("GAMMA(-2)", "#NUM!"),
            ("GAMMALN(0)", "#NUM!"),
            ("GAMMALN(1)", "0"),
            ("GAMMA(\"x\")", "#VALUE!"),
        ]);
    }

    #[test]
    fn what_lies_outside_is_an_error() {
        check(&[
            ("GAMMA.DIST(-1,1,1,TRUE)", "#NUM!"),
            ("GAMMA.DIST(1,0,1,TRUE)", "#NUM!"),
            ("GAMMA.DIST(0,1,4,FALSE)", "0.25"),
            ("GAMMA.DIST(0,0.5,4,FALSE)", "#NUM!"),
            ("GAMMA.INV(1,1,1)", "#NUM!"),
            ("GAMMA.INV(-1,1,1)", "#NUM!"),
            ("GAMMA.INV(0.5,1,1)", "0.693147180559945"),
        ]);
    }
}
