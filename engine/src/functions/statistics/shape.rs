//! Skewness and kurtosis.

use super::distributions::give;
use super::sample::Sample;
use super::sum_of;
use crate::functions::Arguments;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, Parameter, any, example};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[SKEW, SKEW_P, KURT];

const NUMBERS: &[Parameter] = &[any("number", "tal"), any("number", "tal").repeated()];

const SKEW: Function = Function::new("SKEW", "SNEDHET", Statistics, |arguments| {
    let (count, moments) = moments(arguments, 3)?;
    give(moments.skewness() * libm::sqrt(count * (count - 1.0)) / (count - 2.0))
})
.takes(NUMBERS)
.help(
    "Estimates from a sample how skew a distribution is.",
    "Uppskattar utifrån ett stickprov hur sned en fördelning är.",
)
.examples(&[example("SKEW(3,4,5,2,3,4,5,6,4,7)", "0.359543071406797")]);

const SKEW_P: Function =
    Function::new("SKEW.P", "SNEDHET.P", Statistics, |arguments| give(moments(arguments, 3)?.1.skewness()))
        .takes(NUMBERS)
        .help(
            "Gives how skew the distribution of a whole population is.",
            "Ger hur sned fördelningen är för en hel population.",
        )
        .examples(&[example("SKEW.P(3,4,5,2,3,4,5,6,4,7)", "0.303193339354144")]);

const KURT: Function = Function::new("KURT", "TOPPIGHET", Statistics, |arguments| {
    let (count, moments) = moments(arguments, 4)?;
    give(moments.excess()? * (count - 1.0) / ((count - 2.0) * (count - 3.0)))
})
.takes(NUMBERS)
.help(
    "Estimates from a sample how peaked a distribution is in comparison with the normal one.",
    "Uppskattar utifrån ett stickprov hur toppig en fördelning är jämfört med normalfördelningen.",
)
.examples(&[example("KURT(3,4,5,2,3,4,5,6,4,7)", "-0.151799637208414")]);

/// Mean powers of the distances from the mean.
struct Moments {
    count: Number,
    second: Number,
    third: Number,
    fourth: Number,
}

impl Moments {
    fn skewness(&self) -> f64 {
        let second = self.second.to_float();
        self.third.to_float() / (second * libm::sqrt(second))
    }

    /// How much the fourth moment exceeds that of a normal sample, in decimals because the two are close.
    fn excess(&self) -> Result<f64, CellError> {
        let square = self.second.times(self.second)?;
        let fourth = self.fourth.times(self.count.plus(Number::ONE)?)?;
        let normal = square.times(self.count.minus(Number::ONE)?)?.times(Number::from(3))?;
        Ok(fourth.minus(normal)?.to_float() / square.to_float())
    }
}

/// Decimals past which a sum of powers is nothing but rounding.
const DECIMALS: u32 = 22;

/// Count and moments of the numbers of a call; fewer than `least`, or no spread at all, are `#DIV/0!`.
fn moments(arguments: &Arguments<'_>, least: usize) -> Result<(f64, Moments), CellError> {
    let numbers = arguments.list(0)?;
    let sample = Sample::of(&numbers)?;
    let mean = sample.sum.over(sample.count())?;
    let distances = sample.distances.iter().map(|distance| distance.minus(mean)).collect::<Result<Vec<_>, _>>()?;
    if numbers.len() < least || sample.squares()?.is_zero() {
        return Err(CellError::DivisionByZero);
    }
    let moment = |power| Ok(Number::new(mean_power(&distances, power)?.decimal().round_dp(DECIMALS)));
    let moments = Moments { count: sample.count(), second: moment(2)?, third: moment(3)?, fourth: moment(4)? };
    Ok((numbers.len() as f64, moments))
}

fn mean_power(distances: &[Number], power: i64) -> Result<Number, CellError> {
    let powers = distances.iter().map(|distance| distance.power(Number::from(power)));
    sum_of(&powers.collect::<Result<Vec<_>, _>>()?)?.over(Number::from(distances.len() as i64))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn shape_needs_enough_numbers_and_some_spread() {
        check(&[
            ("SKEW(1,2)", "#DIV/0!"),
            ("SKEW(1,1,1)", "#DIV/0!"),
            ("SKEW(1,2,3)", "0"),
            ("SKEW(1.1,2.2,4.4,5.5)", "0"),
            ("SKEW.P({\"x\"})", "#DIV/0!"),
            ("KURT(1,2,3)", "#DIV/0!"),
            ("KURT(1,2,3,4)", "-1.2"),
            ("KURT(1,#N/A)", "#N/A"),
        ]);
    }
}
