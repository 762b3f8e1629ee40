//! The Poisson distribution.

use super::{give, numbers, require, whole};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, example, scalar};
use crate::functions::statistics::special::gamma::{gamma_tails, poisson};
use crate::functions::{Answer, Arguments};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] = &[POISSON_DIST, POISSON];

const POISSON_DIST: Function = Function::new("POISSON.DIST", "POISSON.FÖRD", Statistics, distribution)
    .takes(&[scalar("x", "x"), scalar("mean", "medelvärde"), scalar("cumulative", "kumulativ")])
    .help(
        "Gives the Poisson distribution: the probability of x events, or of at most x.",
        "Ger Poissonfördelningen: sannolikheten för x händelser, eller för högst x.",
    )
    .examples(&[
        example("POISSON.DIST(2,5,TRUE)", "0.124652019483081"),
        example("POISSON.DIST(2,5,FALSE)", "0.0842243374885683"),
    ]);

const POISSON: Function = POISSON_DIST
    .named("POISSON", "POISSON")
    .help(
        "Gives the Poisson distribution; an older name of POISSON.DIST.",
        "Ger Poissonfördelningen; ett äldre namn på POISSON.FÖRD.",
    )
    .examples(&[example("POISSON(0,0,TRUE)", "1")]);

fn distribution(arguments: &Arguments<'_>) -> Answer {
    let ([count, mean], cumulative) = (numbers(arguments)?, arguments.boolean(2)?);
    let (count, mean) = (whole(count)?, mean.to_float());
    require(count >= 0.0 && mean >= 0.0)?;
    give(if cumulative { gamma_tails(count + 1.0, mean)?.above } else { poisson(count, mean) })
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn events_are_cut_to_whole_ones() {
        check(&[
            ("POISSON.DIST(2.9,5,TRUE)", "0.124652019483081"),
            ("POISSON.DIST(-0.1,5,TRUE)", "#NUM!"),
            ("POISSON.DIST(1,-5,TRUE)", "#NUM!"),
            ("POISSON.DIST(0,5,FALSE)", "0.00673794699908547"),
            ("POISSON.DIST(1,0,FALSE)", "0"),
            ("POISSON.DIST(100000,100000,FALSE)", "0.0012615652097053"),
            ("POISSON.DIST(1,\"x\",TRUE)", "#VALUE!"),
        ]);
    }
}
