//! The exponential and the Weibull distribution.

use super::{floats, give, require};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] = &[EXPON_DIST, EXPONDIST, WEIBULL_DIST, WEIBULL];

const X: Parameter = scalar("x", "x");
const CUMULATIVE: Parameter = scalar("cumulative", "kumulativ");

const EXPON_DIST: Function = Function::new("EXPON.DIST", "EXPON.FÖRD", Statistics, exponential)
    .takes(&[X, scalar("lambda", "lambda"), CUMULATIVE])
    .help(
        "Gives the exponential distribution: the probability of at most x, or the density at x.",
        "Ger exponentialfördelningen: sannolikheten för högst x, eller tätheten vid x.",
    )
    .examples(&[
        example("EXPON.DIST(0.2,10,TRUE)", "0.864664716763387"),
        example("EXPON.DIST(0.2,10,FALSE)", "1.35335283236613"),
    ]);

const EXPONDIST: Function = EXPON_DIST
    .named("EXPONDIST", "EXPONFÖRD")
    .help(
        "Gives the exponential distribution; an older name of EXPON.DIST.",
        "Ger exponentialfördelningen; ett äldre namn på EXPON.FÖRD.",
    )
    .examples(&[example("EXPONDIST(0,10,FALSE)", "10")]);

const WEIBULL_DIST: Function = Function::new("WEIBULL.DIST", "WEIBULL.FÖRD", Statistics, weibull)
    .takes(&[X, scalar("alpha", "alfa"), scalar("beta", "beta"), CUMULATIVE])
    .help(
        "Gives the Weibull distribution: the probability of at most x, or the density at x.",
        "Ger Weibullfördelningen: sannolikheten för högst x, eller tätheten vid x.",
    )
    .examples(&[
        example("WEIBULL.DIST(105,20,100,TRUE)", "0.929581390069277"),
        example("WEIBULL.DIST(105,20,100,FALSE)", "0.0355888640245043"),
    ]);

const WEIBULL: Function = WEIBULL_DIST
    .named("WEIBULL", "WEIBULL")
    .help(
        "Gives the Weibull distribution; an older name of WEIBULL.DIST.",
        "Ger Weibullfördelningen; ett äldre namn på WEIBULL.FÖRD.",
    )
    .examples(&[example("WEIBULL(0,20,100,TRUE)", "0")]);

fn exponential(arguments: &Arguments<'_>) -> Answer {
    let ([x, rate], cumulative) = (floats(arguments)?, arguments.boolean(2)?);
    require(x >= 0.0 && rate > 0.0)?;
    give(if cumulative { -libm::expm1(-rate * x) } else { rate * libm::exp(-rate * x) })
}

fn weibull(arguments: &Arguments<'_>) -> Answer {
    let ([x, shape, scale], cumulative) = (floats(arguments)?, arguments.boolean(3)?);
    require(x >= 0.0 && shape > 0.0 && scale > 0.0)?;
    let power = libm::pow(x / scale, shape);
    if cumulative {
        return give(-libm::expm1(-power));
    }
    give(shape / scale * libm::pow(x / scale, shape - 1.0) * libm::exp(-power))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn what_lies_outside_is_an_error() {
        check(&[
            ("EXPON.DIST(-1,1,TRUE)", "#NUM!"),
            ("EXPON.DIST(1,0,TRUE)", "#NUM!"),
            ("EXPON.DIST(0.0000000001,1,TRUE)", "0.000000000099999999995"),
            ("WEIBULL.DIST(-1,1,1,TRUE)", "#NUM!"),
            ("WEIBULL.DIST(1,0,1,TRUE)", "#NUM!"),
            ("WEIBULL.DIST(1,1,0,TRUE)", "#NUM!"),
            ("WEIBULL.DIST(0,1,2,FALSE)", "0.5"),
            ("WEIBULL(1,\"x\",2,FALSE)", "#VALUE!"),
        ]);
    }
}
