//! Rates turned into one another, and the time or rate that takes one amount to another.

use super::annuity::{FUTURE, PRESENT, RATE_PARAMETER};
use super::real::{Exact, Real, growth, settle};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[EFFECT, NOMINAL, PDURATION, RRI];

const A_YEAR: Parameter = scalar("periods_a_year", "antal_perioder");

const EFFECT: Function = Function::new("EFFECT", "EFFRÄNTA", Finance, effective)
    .takes(&[scalar("nominal_rate", "nominalränta"), A_YEAR])
    .help(
        "Gives the effective yearly rate of a nominal rate that is added so many times a year.",
        "Ger den effektiva årsräntan för en nominell ränta som läggs till ett antal gånger per år.",
    )
    .examples(&[example("EFFECT(0.04,2)", "0.0404")]);

const NOMINAL: Function = Function::new("NOMINAL", "NOMRÄNTA", Finance, nominal)
    .takes(&[scalar("effective_rate", "effektiv_ränta"), A_YEAR])
    .help(
        "Gives the nominal yearly rate that comes to an effective rate when added so many times a year.",
        "Ger den nominella årsräntan som motsvarar en effektiv ränta när den läggs till ett antal gånger per år.",
    )
    .examples(&[example("NOMINAL(0.0404,2)", "0.04")]);

const PDURATION: Function = Function::new("PDURATION", "PLÖPTID", Finance, periods)
    .takes(&[RATE_PARAMETER, PRESENT, FUTURE])
    .help(
        "Gives the number of periods in which an amount grows to another.",
        "Ger antalet perioder som ett belopp behöver för att växa till ett annat.",
    )
    .examples(&[example("PDURATION(0.1,1000,1331)", "3")]);

const RRI: Function = Function::new("RRI", "AVKPÅINVEST", Finance, rate)
    .takes(&[scalar("periods", "periodantal"), PRESENT, FUTURE])
    .help(
        "Gives the rate per period at which an amount grows to another.",
        "Ger den ränta per period med vilken ett belopp växer till ett annat.",
    )
    .examples(&[example("RRI(3,1000,1331)", "0.1")]);

/// A rate above zero and a whole number of periods a year.
fn yearly(arguments: &Arguments<'_>) -> Result<(Number, Number), CellError> {
    let (rate, periods) = (arguments.plain_number(0)?, arguments.plain_number(1)?.floor());
    if rate > Number::ZERO && periods >= Number::ONE { Ok((rate, periods)) } else { Err(CellError::Number) }
}

fn effective(arguments: &Arguments<'_>) -> Answer {
    let (rate, periods) = yearly(arguments)?;
    let part = rate.over(periods)?;
    Ok(settle(Exact::of(part).growth(periods).gain, || part.to_float().growth(periods).gain)?.into())
}

fn nominal(arguments: &Arguments<'_>) -> Answer {
    let (rate, periods) = yearly(arguments)?;
    let part = growth(rate.to_float(), 1.0 / periods.to_float()).gain;
    Ok(Number::from_float(part * periods.to_float())?.into())
}

fn periods(arguments: &Arguments<'_>) -> Answer {
    let [rate, present, future] = [0, 1, 2].map(|index| arguments.number(index));
    let (rate, present, future) = (rate?, present?, future?);
    if [rate, present, future].iter().any(|number| *number <= Number::ZERO) {
        return Err(CellError::Number);
    }
    let gain = future.minus(present)?.over(present)?;
    Ok(Number::from_float(libm::log1p(gain.to_float()) / libm::log1p(rate.to_float()))?.into())
}

fn rate(arguments: &Arguments<'_>) -> Answer {
    let [periods, present, future] = [0, 1, 2].map(|index| arguments.number(index));
    let (periods, present, future) = (periods?, present?, future?);
    if periods > Number::ZERO && present.is_zero() && future.is_zero() {
        return Ok(Number::ZERO.into());
    }
    if periods <= Number::ZERO || present.is_zero() {
        return Err(CellError::Number);
    }
    let gain = future.minus(present)?.over(present)?;
    Ok(Number::from_float(growth(gain.to_float(), 1.0 / periods.to_float()).gain)?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn rates_and_times_belong_together() {
        check(&[
            ("EFFECT(0.0525,4)", "0.053542667370758056640625"),
            ("EFFECT(0.05,2.9)", "0.050625"),
            ("ROUND(EFFECT(0.05,1000000),12)", "0.051271095062"),
            ("NOMINAL(0.053543,4)", "0.0525003198683559"),
            ("PDURATION(0.025,2000,2200)", "3.85986616262265"),
            ("RRI(96,10000,11000)", "0.000993307376291395"),
            ("RRI(5,100,0)", "-1"),
        ]);
    }

    #[test]
    fn what_cannot_grow_is_an_error() {
        check(&[
            ("EFFECT(0,1)", "#NUM!"),
            ("EFFECT(0.1,0.9)", "#NUM!"),
            ("EFFECT(TRUE,1)", "#VALUE!"),
            ("NOMINAL(-0.1,1)", "#NUM!"),
            ("PDURATION(0,1,2)", "#NUM!"),
            ("RRI(0,1,2)", "#NUM!"),
            ("RRI(1,0,2)", "#NUM!"),
            ("RRI(2,-1,2)", "#NUM!"),
            ("RRI(\"x\",1,2)", "#VALUE!"),
        ]);
    }
}
