//! The binomial and the negative binomial distribution.

use super::{give, inner_probability, numbers, probability, require, whole};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::statistics::special::Tails;
use crate::functions::statistics::special::beta::{Share, beta_tails, binomial};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] =
    &[BINOM_DIST, BINOMDIST, BINOM_DIST_RANGE, BINOM_INV, CRITBINOM, NEGBINOM_DIST, NEGBINOMDIST];

const TRIALS: Parameter = scalar("trials", "försök");
const CHANCE: Parameter = scalar("probability_s", "sannolikhet_l");
const HITS: Parameter = scalar("number_s", "antal_l");
const MISSES: Parameter = scalar("number_f", "antal_m");
const CUMULATIVE: Parameter = scalar("cumulative", "kumulativ");

const BINOM_DIST: Function = Function::new("BINOM.DIST", "BINOM.FÖRD", Statistics, distribution)
    .takes(&[HITS, TRIALS, CHANCE, CUMULATIVE])
    .help(
        "Gives the binomial distribution: the probability of so many successes, or of at most so many.",
        "Ger binomialfördelningen: sannolikheten för ett visst antal lyckade försök, eller för högst så många.",
    )
    .examples(&[
        example("BINOM.DIST(6,10,0.5,FALSE)", "0.205078125"),
        example("BINOM.DIST(6,10,0.5,TRUE)", "0.828125"),
    ]);

const BINOMDIST: Function = BINOM_DIST
    .named("BINOMDIST", "BINOMFÖRD")
    .help(
        "Gives the binomial distribution; an older name of BINOM.DIST.",
        "Ger binomialfördelningen; ett äldre namn på BINOM.FÖRD.",
    )
    .examples(&[example("BINOMDIST(0,2,0.5,FALSE)", "0.25")]);

const BINOM_DIST_RANGE: Function = Function::new("BINOM.DIST.RANGE", "BINOM.FÖRD.INTERVALL", Statistics, range)
    .takes(&[TRIALS, CHANCE, HITS, scalar("number_s2", "antal_l2").optional()])
    .help(
        "Gives the probability of a number of successes, or of a number between two.",
        "Ger sannolikheten för ett visst antal lyckade försök, eller för ett antal mellan två.",
    )
    .examples(&[
        example("BINOM.DIST.RANGE(60,0.75,48)", "0.0839749674290475"),
        example("BINOM.DIST.RANGE(60,0.75,45,50)", "0.523629793471887"),
    ]);

const BINOM_INV: Function = Function::new("BINOM.INV", "BINOM.INV", Statistics, inverse)
    .takes(&[TRIALS, CHANCE, scalar("alpha", "alfa")])
    .help(
        "Gives the least number of successes whose cumulative binomial probability reaches a level.",
        "Ger det minsta antal lyckade försök vars kumulativa binomialsannolikhet når en viss nivå.",
    )
    .examples(&[example("BINOM.INV(6,0.5,0.75)", "4")]);

const CRITBINOM: Function = BINOM_INV
    .named("CRITBINOM", "KRITBINOM")
    .help(
        "Gives the inverse of the binomial distribution; an older name of BINOM.INV.",
        "Ger inversen till binomialfördelningen; ett äldre namn på BINOM.INV.",
    )
    .examples(&[example("CRITBINOM(2,0.5,0.25)", "0")]);

const NEGBINOM_DIST: Function =
    Function::new("NEGBINOM.DIST", "NEGBINOM.FÖRD", Statistics, |arguments| negative(arguments, arguments.boolean(3)))
        .takes(&[MISSES, HITS, CHANCE, CUMULATIVE])
        .help(
            "Gives the probability of so many failures, or at most so many, before a number of successes.",
            "Ger sannolikheten för ett visst antal misslyckade försök, eller högst så många, före ett antal lyckade.",
        )
        .examples(&[
            example("NEGBINOM.DIST(10,5,0.25,FALSE)", "0.0550486603751779"),
            example("NEGBINOM.DIST(10,5,0.25,TRUE)", "0.313514058478177"),
        ]);

const NEGBINOMDIST: Function = Function::new("NEGBINOMDIST", "NEGBINOMFÖRD", Statistics, |arguments| {
    negative(arguments, Ok(false))
})
.takes(&[MISSES, HITS, CHANCE])
.help(
    "Gives the probability of so many failures before a number of successes; an older form of NEGBINOM.DIST.",
    "Ger sannolikheten för ett antal misslyckade försök före ett antal lyckade; en äldre form av NEGBINOM.FÖRD.",
)
.examples(&[example("NEGBINOMDIST(0,1,0.25)", "0.25")]);

/// Terms that are added up one by one.
const MOST_TERMS: f64 = 1000.0;

/// How far equal probabilities may differ in relation to their size.
const TOLERANCE: f64 = 1e-14;

fn distribution(arguments: &Arguments<'_>) -> Answer {
    let [hits, trials, chance] = numbers(arguments)?;
    let cumulative = arguments.boolean(3)?;
    let (hits, trials, chance) = (whole(hits)?, whole(trials)?, share(chance)?);
    require(0.0 <= hits && hits <= trials)?;
    give(if cumulative { at_most(hits, trials, chance)?.below } else { binomial(hits, trials, chance) })
}

fn range(arguments: &Arguments<'_>) -> Answer {
    let [trials, chance, least] = numbers(arguments)?;
    let most = arguments.number_or(3, least)?;
    let (trials, chance, least, most) = (whole(trials)?, share(chance)?, whole(least)?, whole(most)?);
    require(0.0 <= least && least <= most && most <= trials)?;
    if most - least < MOST_TERMS {
        let counts = (0..=(most - least) as u32).map(|step| least + f64::from(step));
        return give(counts.map(|hits| binomial(hits, trials, chance)).sum());
    }
    let (before, within) = (at_most(least - 1.0, trials, chance)?, at_most(most, trials, chance)?);
    give(if before.above < 0.5 { before.above - within.above } else { within.below - before.below })
}

fn inverse(arguments: &Arguments<'_>) -> Answer {
    let [trials, chance, level] = numbers(arguments)?;
    let trials = whole(trials)?;
    let (chance, level) = (inner_probability(chance)?, inner_probability(level)?);
    let chance = Share { part: chance.below, rest: chance.above };
    require(trials >= 0.0)?;
    let (mut low, mut high) = (0.0, trials);
    while low < high {
        let middle = libm::floor((low + high) / 2.0);
        if reaches(at_most(middle, trials, chance)?, level) {
            high = middle;
        } else {
            low = middle + 1.0;
        }
    }
    give(low)
}

/// Whether a cumulative probability is as high as a level, told by the smaller tail and at 15 digits.
fn reaches(tails: Tails, level: Tails) -> bool {
    if level.below <= level.above {
        tails.below >= level.below * (1.0 - TOLERANCE)
    } else {
        tails.above <= level.above * (1.0 + TOLERANCE)
    }
}

fn negative(arguments: &Arguments<'_>, cumulative: Result<bool, CellError>) -> Answer {
    let [misses, hits, chance] = numbers(arguments)?;
    let cumulative = cumulative?;
    let (misses, hits, chance) = (whole(misses)?, whole(hits)?, share(chance)?);
    require(misses >= 0.0 && hits >= 1.0 && chance.part > 0.0 && chance.rest > 0.0)?;
    if cumulative {
        return give(beta_tails(hits, misses + 1.0, chance)?.below);
    }
    let trials = misses + hits;
    give(binomial(hits, trials, chance) * hits / trials)
}

fn share(chance: Number) -> Result<Share, CellError> {
    let chance = probability(chance)?;
    Ok(Share { part: chance.below, rest: chance.above })
}

/// The probability of at most so many hits, as the lower tail.
fn at_most(hits: f64, trials: f64, chance: Share) -> Result<Tails, CellError> {
    if hits < 0.0 {
        return Ok(Tails::ABOVE);
    }
    if hits >= trials {
        return Ok(Tails::BELOW);
    }
    beta_tails(trials - hits, hits + 1.0, chance.swapped())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn counts_are_cut_and_lie_within_the_trials() {
        check(&[
            ("BINOM.DIST(6.9,10.9,0.5,FALSE)", "0.205078125"),
            ("BINOM.DIST(11,10,0.5,FALSE)", "#NUM!"),
            ("BINOM.DIST(-1,10,0.5,FALSE)", "#NUM!"),
            ("BINOM.DIST(1,10,1.5,FALSE)", "#NUM!"),
            ("BINOM.DIST(10,10,0.5,TRUE)", "1"),
            ("BINOM.DIST(0,10,0,FALSE)", "1"),
            ("BINOM.DIST(3,10,1,TRUE)", "0"),
            ("BINOM.DIST.RANGE(60,0.75,50,45)", "#NUM!"),
            ("BINOM.DIST.RANGE(5000,0.5,0,5000)", "1"),
            ("BINOM.INV(100,0.5,0.9999999999999999999)", "92"),
            ("BINOM.INV(100,0.5,1)", "#NUM!"),
            ("BINOM.INV(100,0,0.5)", "#NUM!"),
            ("NEGBINOM.DIST(-1,5,0.25,TRUE)", "#NUM!"),
            ("NEGBINOM.DIST(1,0,0.25,TRUE)", "#NUM!"),
            ("NEGBINOM.DIST(2,10,1,TRUE)", "#NUM!"),
            ("BINOM.DIST(1,1000000,0.00001,TRUE)", "0.000499378797695122"),
            ("NEGBINOMDIST(\"x\",5,0.25)", "#VALUE!"),
        ]);
    }
}
