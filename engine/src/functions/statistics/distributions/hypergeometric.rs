//! The hypergeometric distribution.

use super::{give, numbers, require, whole};
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::statistics::special::beta::{Share, binomial};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(in crate::functions::statistics) const FUNCTIONS: &[Function] = &[HYPGEOM_DIST, HYPGEOMDIST];

const HITS: Parameter = scalar("sample_s", "urval_l");
const SAMPLE: Parameter = scalar("number_sample", "antal_urval");
const POPULATION_HITS: Parameter = scalar("population_s", "population_l");
const POPULATION: Parameter = scalar("number_pop", "antal_population");

const HYPGEOM_DIST: Function = Function::new("HYPGEOM.DIST", "HYPGEOM.FÖRD", Statistics, |arguments| {
    distribution(arguments, arguments.boolean(4))
})
.takes(&[HITS, SAMPLE, POPULATION_HITS, POPULATION, scalar("cumulative", "kumulativ")])
.help(
    "Gives the probability of so many successes, or at most so many, in a sample without replacement.",
    "Ger sannolikheten för ett visst antal lyckade, eller högst så många, i ett urval utan återläggning.",
)
.examples(&[
    example("HYPGEOM.DIST(1,4,8,20,TRUE)", "0.465428276573787"),
    example("HYPGEOM.DIST(1,4,8,20,FALSE)", "0.363261093911249"),
]);

const HYPGEOMDIST: Function =
    Function::new("HYPGEOMDIST", "HYPGEOMFÖRD", Statistics, |arguments| distribution(arguments, Ok(false)))
        .takes(&[HITS, SAMPLE, POPULATION_HITS, POPULATION])
        .help(
            "Gives the hypergeometric distribution; an older form of HYPGEOM.DIST.",
            "Ger den hypergeometriska fördelningen; en äldre form av HYPGEOM.FÖRD.",
        )
        .examples(&[example("HYPGEOMDIST(1,1,1,4)", "0.25")]);

/// A sample drawn from a population of which a part counts as hits.
#[derive(Clone, Copy)]
struct Draw {
    sample: f64,
    hits: f64,
    population: f64,
}

fn distribution(arguments: &Arguments<'_>, cumulative: Result<bool, CellError>) -> Answer {
    let given = numbers::<4>(arguments)?;
    let cumulative = cumulative?;
    let [wanted, sample, hits, population] = [whole(given[0])?, whole(given[1])?, whole(given[2])?, whole(given[3])?];
    let draw = Draw { sample, hits, population };
    require(0.0 < sample && sample <= population && 0.0 < hits && hits <= population)?;
    require(draw.least() <= wanted && wanted <= draw.most())?;
    give(if cumulative { draw.at_most(wanted)? } else { draw.exactly(wanted) })
}

impl Draw {
    fn least(self) -> f64 {
        (self.sample - self.population + self.hits).max(0.0)
    }

    fn most(self) -> f64 {
        self.sample.min(self.hits)
    }

    /// The probability of exactly so many hits, as a quotient of binomial ones, which do not overflow.
    fn exactly(self, wanted: f64) -> f64 {
        let chance = Share::of(self.sample, self.population - self.sample);
        binomial(wanted, self.hits, chance) * binomial(self.sample - wanted, self.population - self.hits, chance)
            / binomial(self.sample, self.population, chance)
    }

    fn at_most(self, wanted: f64) -> Result<f64, CellError> {
        if wanted <= self.sample * (self.hits / self.population) {
            return self.tail(wanted, -1.0);
        }
        if wanted >= self.most() { Ok(1.0) } else { Ok(1.0 - self.tail(wanted + 1.0, 1.0)?) }
    }

    /// Adds up the probabilities from a count towards the near end.
    fn tail(self, from: f64, step: f64) -> Result<f64, CellError> {
        let (mut count, mut term) = (from, self.exactly(from));
        let mut sum = term;
        for _ in 0..MOST_TERMS {
            term *= if step > 0.0 { self.growth(count) } else { 1.0 / self.growth(count - 1.0) };
            count += step;
            if !(self.least()..=self.most()).contains(&count) || term < sum * 1e-17 {
                return Ok(sum);
            }
            sum += term;
        }
        Err(CellError::Number)
    }

    /// The probability of one hit more divided by that of so many.
    fn growth(self, count: f64) -> f64 {
        let rest = self.population - self.hits - self.sample + count + 1.0;
        (self.hits - count) * (self.sample - count) / ((count + 1.0) * rest)
    }
}

/// Terms after which a sum is given up.
const MOST_TERMS: usize = 1_000_000;

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn draws_that_cannot_be_are_errors() {
        check(&[
            ("HYPGEOM.DIST(4,4,8,20,TRUE)", "1"),
            ("HYPGEOM.DIST(5,4,8,20,TRUE)", "#NUM!"),
            ("HYPGEOM.DIST(0,15,8,20,TRUE)", "#NUM!"),
            ("HYPGEOM.DIST(1,21,8,20,TRUE)", "#NUM!"),
            ("HYPGEOM.DIST(1,4,21,20,TRUE)", "#NUM!"),
            ("HYPGEOM.DIST(4,4,4,4,FALSE)", "1"),
            ("HYPGEOMDIST(-1,4,8,20)", "#NUM!"),
            ("HYPGEOMDIST(\"x\",4,8,20)", "#VALUE!"),
        ]);
    }
}
