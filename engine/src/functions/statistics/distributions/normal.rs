//! The normal and the lognormal distribution.

use super::{floats, give, inner_probability, numbers, require};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::statistics::special::Tails;
use crate::functions::statistics::special::normal::{normal_density, normal_from_zero, normal_inverse, normal_tails};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] = &[
    NORM_DIST,
    NORMDIST,
    NORM_INV,
    NORMINV,
    NORM_S_DIST,
    NORMSDIST,
    NORM_S_INV,
    NORMSINV,
    LOGNORM_DIST,
    LOGNORMDIST,
    LOGNORM_INV,
    LOGINV,
    PHI,
    GAUSS,
];

const X: Parameter = scalar("x", "x");
const Z: Parameter = scalar("z", "z");
const PROBABILITY: Parameter = scalar("probability", "sannolikhet");
const MEAN: Parameter = scalar("mean", "medelvärde");
const DEVIATION: Parameter = scalar("standard_dev", "standardavvikelse");
const CUMULATIVE: Parameter = scalar("cumulative", "kumulativ");

const NORM_DIST: Function = Function::new("NORM.DIST", "NORM.FÖRD", Statistics, normal)
    .takes(&[X, MEAN, DEVIATION, CUMULATIVE])
    .help(
        "Gives the normal distribution: the probability of at most x, or the density at x.",
        "Ger normalfördelningen: sannolikheten för högst x, eller tätheten vid x.",
    )
    .examples(&[example("NORM.DIST(42,40,1.5,TRUE)", "0.908788780274132")]);

const NORMDIST: Function = NORM_DIST
    .named("NORMDIST", "NORMFÖRD")
    .help(
        "Gives the normal distribution; an older name of NORM.DIST.",
        "Ger normalfördelningen; ett äldre namn på NORM.FÖRD.",
    )
    .examples(&[example("NORMDIST(40,40,1.5,TRUE)", "0.5")]);

const NORM_INV: Function = Function::new("NORM.INV", "NORM.INV", Statistics, |arguments| {
    let (mean, deviation, z) = inverse(arguments)?;
    give(mean + deviation * z)
})
.takes(&[PROBABILITY, MEAN, DEVIATION])
.help(
    "Gives the value that a normal distribution stays below with a probability.",
    "Ger det värde som en normalfördelning understiger med en viss sannolikhet.",
)
.examples(&[example("NORM.INV(0.908789,40,1.5)", "42.0000020095662")]);

const NORMINV: Function = NORM_INV
    .named("NORMINV", "NORMINV")
    .help(
        "Gives the inverse of the normal distribution; an older name of NORM.INV.",
        "Ger inversen till normalfördelningen; ett äldre namn på NORM.INV.",
    )
    .examples(&[example("NORMINV(0.5,40,1.5)", "40")]);

const NORM_S_DIST: Function = Function::new("NORM.S.DIST", "NORM.S.FÖRD", Statistics, |arguments| {
    let ([z], cumulative) = (floats(arguments)?, arguments.boolean(1)?);
    give(if cumulative { normal_tails(z).below } else { normal_density(z) })
})
.takes(&[Z, CUMULATIVE])
.help(
    "Gives the standard normal distribution: the probability of at most z, or the density at z.",
    "Ger standardnormalfördelningen: sannolikheten för högst z, eller tätheten vid z.",
)
.examples(&[
    example("NORM.S.DIST(1.333333,TRUE)", "0.908788725604095"),
    example("NORM.S.DIST(0,FALSE)", "0.398942280401433"),
]);

const NORMSDIST: Function = Function::new("NORMSDIST", "NORMSFÖRD", Statistics, |arguments| {
    let [z] = floats(arguments)?;
    give(normal_tails(z).below)
})
.takes(&[Z])
.help(
    "Gives the cumulative standard normal distribution; an older form of NORM.S.DIST.",
    "Ger den kumulativa standardnormalfördelningen; en äldre form av NORM.S.FÖRD.",
)
.examples(&[example("NORMSDIST(0)", "0.5")]);

const NORM_S_INV: Function = Function::new("NORM.S.INV", "NORM.S.INV", Statistics, |arguments| {
    let [chance] = numbers(arguments)?;
    give(standard_inverse(chance)?)
})
.takes(&[PROBABILITY])
.help(
    "Gives the value that a standard normal distribution stays below with a probability.",
    "Ger det värde som en standardnormalfördelning understiger med en viss sannolikhet.",
)
.examples(&[example("NORM.S.INV(0.975)", "1.95996398454005")]);

const NORMSINV: Function = NORM_S_INV
    .named("NORMSINV", "NORMSINV")
    .help(
        "Gives the inverse of the standard normal distribution; an older name of NORM.S.INV.",
        "Ger inversen till standardnormalfördelningen; ett äldre namn på NORM.S.INV.",
    )
    .examples(&[example("NORMSINV(0.5)", "0")]);

const LOGNORM_DIST: Function =
    Function::new("LOGNORM.DIST", "LOGNORM.FÖRD", Statistics, |arguments| lognormal(arguments, arguments.boolean(3)))
        .takes(&[X, MEAN, DEVIATION, CUMULATIVE])
        .help(
            "Gives the lognormal distribution, whose logarithm is normal with a mean and a standard deviation.",
            "Ger lognormalfördelningen, vars logaritm är normalfördelad med ett medelvärde och en standardavvikelse.",
        )
        .examples(&[example("LOGNORM.DIST(4,3.5,1.2,TRUE)", "0.0390835557068005")]);

const LOGNORMDIST: Function =
    Function::new("LOGNORMDIST", "LOGNORMFÖRD", Statistics, |arguments| lognormal(arguments, Ok(true)))
        .takes(&[X, MEAN, DEVIATION])
        .help(
            "Gives the cumulative lognormal distribution; an older form of LOGNORM.DIST.",
            "Ger den kumulativa lognormalfördelningen; en äldre form av LOGNORM.FÖRD.",
        )
        .examples(&[example("LOGNORMDIST(1,0,1)", "0.5")]);

const LOGNORM_INV: Function = Function::new("LOGNORM.INV", "LOGNORM.INV", Statistics, |arguments| {
    let (mean, deviation, z) = inverse(arguments)?;
    give(libm::exp(mean + deviation * z))
})
.takes(&[PROBABILITY, MEAN, DEVIATION])
.help(
    "Gives the value that a lognormal distribution stays below with a probability.",
    "Ger det värde som en lognormalfördelning understiger med en viss sannolikhet.",
)
.examples(&[example("LOGNORM.INV(0.039084,3.5,1.2)", "4.00002521868064")]);

const LOGINV: Function = LOGNORM_INV
    .named("LOGINV", "LOGINV")
    .help(
        "Gives the inverse of the lognormal distribution; an older name of LOGNORM.INV.",
        "Ger inversen till lognormalfördelningen; ett äldre namn på LOGNORM.INV.",
    )
    .examples(&[example("LOGINV(0.5,0,1)", "1")]);

const PHI: Function = Function::new("PHI", "PHI", Statistics, |arguments| {
    let [x] = floats(arguments)?;
    give(normal_density(x))
})
.takes(&[X])
.help("Gives the density of the standard normal distribution.", "Ger standardnormalfördelningens täthet.")
.examples(&[example("PHI(0.75)", "0.301137432154804")]);

const GAUSS: Function = Function::new("GAUSS", "GAUSS", Statistics, |arguments| {
    let [z] = floats(arguments)?;
    give(normal_from_zero(z))
})
.takes(&[Z])
.help(
    "Gives the probability that a standard normal variable lies between zero and z.",
    "Ger sannolikheten att en standardnormalfördelad variabel ligger mellan noll och z.",
)
.examples(&[example("GAUSS(2)", "0.477249868051821")]);

fn normal(arguments: &Arguments<'_>) -> Answer {
    let [x, mean, deviation] = numbers(arguments)?;
    let (cumulative, deviation) = (arguments.boolean(3)?, deviation.to_float());
    require(deviation > 0.0)?;
    let z = x.minus(mean)?.to_float() / deviation;
    give(if cumulative { normal_tails(z).below } else { normal_density(z) / deviation })
}

fn lognormal(arguments: &Arguments<'_>, cumulative: Result<bool, CellError>) -> Answer {
    let [x, mean, deviation] = floats(arguments)?;
    let cumulative = cumulative?;
    require(x > 0.0 && deviation > 0.0)?;
    let z = (libm::log(x) - mean) / deviation;
    give(if cumulative { normal_tails(z).below } else { normal_density(z) / (x * deviation) })
}

/// Mean, standard deviation and the standard normal value of the probability.
fn inverse(arguments: &Arguments<'_>) -> Result<(f64, f64, f64), CellError> {
    let [chance, mean, deviation] = numbers(arguments)?;
    require(deviation > Number::ZERO)?;
    Ok((mean.to_float(), deviation.to_float(), standard_inverse(chance)?))
}

fn standard_inverse(chance: Number) -> Result<f64, CellError> {
    let wanted: Tails = inner_probability(chance)?;
    let from_half = chance.minus(Number::from_parts(5, 1)?)?;
    Ok(normal_inverse(wanted, from_half.to_float()))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn tails_keep_their_digits() {
        check(&[
            ("NORM.S.DIST(-8,TRUE)", "0.0000000000000006220960574272"),
            ("NORM.S.INV(0.000001)", "-4.7534243088229"),
            ("NORM.S.INV(0.0000000000001)", "-7.34879610280068"),
            ("NORM.S.INV(0.500000001)", "0.000000002506628274631"),
            ("NORM.S.INV(0.7)", "0.524400512708041"),
            ("GAUSS(-0.25)", "-0.0987063256829237"),
            ("NORM.DIST(42,40,1.5,FALSE)", "0.109340049783996"),
            ("LOGNORM.DIST(4,3.5,1.2,FALSE)", "0.0176175966818192"),
        ]);
    }

    #[test]
    fn impossible_parameters_are_errors() {
        check(&[
            ("NORM.DIST(1,0,0,TRUE)", "#NUM!"),
            ("NORM.DIST(\"x\",0,0,TRUE)", "#VALUE!"),
            ("NORM.INV(0,0,1)", "#NUM!"),
            ("NORM.INV(1,0,1)", "#NUM!"),
            ("NORM.INV(0.5,0,-1)", "#NUM!"),
            ("NORM.S.INV(-1)", "#NUM!"),
            ("LOGNORM.DIST(0,0,1,TRUE)", "#NUM!"),
            ("LOGNORMDIST(#N/A,0,1)", "#N/A"),
        ]);
    }
}
