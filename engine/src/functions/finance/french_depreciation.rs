//! The depreciation of the French accounts, with a first period by days.

use super::coupons::BASIS;
use super::depreciation::{COST, SALVAGE};
use crate::functions::calendar::{Basis, date};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::moment::{Date, days_in_month};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[AMORLINC, AMORDEGRC];

const PARAMETERS: &[Parameter] = &[
    COST,
    scalar("purchased", "inköpsdatum"),
    scalar("first_period", "första_periodens_slut"),
    SALVAGE,
    scalar("period", "period"),
    scalar("rate", "takt"),
    BASIS,
];

const AMORLINC: Function = Function::new("AMORLINC", "AMORLINC", Finance, linear)
    .takes(PARAMETERS)
    .help(
        "Gives the straight-line depreciation of a period, the first by its days, as in France.",
        "Ger den linjära avskrivningen för en period, den första efter dagar, som i Frankrike.",
    )
    .examples(&[example("AMORLINC(2400,39679,39813,300,1,0.15,1)", "360")]);

const AMORDEGRC: Function = Function::new("AMORDEGRC", "AMORDEGRC", Finance, degressive)
    .takes(PARAMETERS)
    .help(
        "Gives the declining depreciation of a period in whole amounts, by a factor of the life, as in France.",
        "Ger den degressiva avskrivningen för en period i hela belopp, efter livslängden, som i Frankrike.",
    )
    .examples(&[example("AMORDEGRC(2400,39679,39813,300,1,0.15,1)", "776")]);

/// An asset as both functions take it.
struct Asset {
    cost: Number,
    purchased: Date,
    first_end: Date,
    salvage: Number,
    period: Number,
    rate: Number,
    basis: Basis,
}

impl Asset {
    fn read(arguments: &Arguments<'_>) -> Result<Self, CellError> {
        let cost = arguments.plain_number(0)?;
        let (purchased, first_end) = (date(arguments, 1)?, date(arguments, 2)?);
        let (salvage, period) = (arguments.plain_number(3)?, arguments.plain_number(4)?);
        let (rate, basis) = (arguments.plain_number(5)?, Basis::read(arguments, 6)?);
        let possible = !cost.is_negative() && !salvage.is_negative() && salvage <= cost && rate > Number::ZERO;
        if !possible || period.is_negative() || purchased > first_end || basis == Basis::Actual360 {
            return Err(CellError::Number);
        }
        Ok(Self { cost, purchased, first_end, salvage, period, rate, basis })
    }

    /// Periods that the rate makes of the cost.
    fn life(&self) -> Result<Number, CellError> {
        Ok(Number::ONE.over(self.rate)?.rounded_up(0))
    }

    /// The depreciation of the first period at a rate, by its days; a whole one where it has none.
    fn first(&self, rate: Number) -> Result<Number, CellError> {
        let (from, to) = (self.without_leap_day(self.purchased), self.without_leap_day(self.first_end));
        let year = match self.basis {
            Basis::Actual => Number::from(337 + days_in_month(self.purchased.year, 2)),
            basis => basis.year(self.purchased, self.first_end)?,
        };
        let days = self.basis.days(from, to);
        let share = if days == 0 { Number::ONE } else { Number::from(days).over(year)? };
        Ok(self.cost.times(rate)?.times(share)?.min(self.cost.minus(self.salvage)?))
    }

    /// A date that leap days do not move, where the calendar's days count.
    fn without_leap_day(&self, date: Date) -> Date {
        let calendar = matches!(self.basis, Basis::Actual | Basis::Actual365);
        if calendar && date.month == 2 { Date { day: date.day.min(28), ..date } } else { date }
    }
}

fn linear(arguments: &Arguments<'_>) -> Answer {
    let asset = Asset::read(arguments)?;
    if asset.cost == asset.salvage || asset.period > asset.life()? {
        return Ok(Number::ZERO.into());
    }
    let first = asset.first(asset.rate)?;
    if asset.period.is_zero() {
        return Ok(first.into());
    }
    let whole = asset.rate.times(asset.cost)?;
    let left = asset.cost.minus(asset.salvage)?.minus(first)?;
    let before = left.minus(whole.times(asset.period.floor().minus(Number::ONE)?)?)?.max(Number::ZERO);
    Ok(whole.min(before).into())
}

fn degressive(arguments: &Arguments<'_>) -> Answer {
    let asset = Asset::read(arguments)?;
    let life = asset.life()?;
    let exact_life = Number::ONE.over(asset.rate)?.settled();
    let within = |low: i64, high: i64| exact_life > Number::from(low) && exact_life < Number::from(high);
    if exact_life < Number::from(3) || within(4, 5) {
        return Err(CellError::Number);
    }
    if asset.cost == asset.salvage || asset.period > life {
        return Ok(Number::ZERO.into());
    }
    Ok(asset.declined(life)?.into())
}

impl Asset {
    /// The rounded depreciation of the period: a fixed share of what is left, then half of it twice, then nothing.
    fn declined(&self, life: Number) -> Result<Number, CellError> {
        let rate = self.rate.times(coefficient(life)?)?;
        let first = self.first(rate)?;
        if self.period.is_zero() {
            return Ok(first.rounded(0));
        }
        let periods = life.truncated()? + i64::from(!first.is_zero());
        let (mut left, mut depreciation) = (self.cost.minus(first.rounded(0))?, Number::ZERO);
        let mut share = rate;
        for period in 2..=self.period.floor().truncated()? + 1 {
            let halves = periods - period == 2;
            depreciation = if left < self.salvage {
                Number::ZERO
            } else if halves {
                left.over(Number::from(2))?
            } else {
                share.times(left)?
            };
            share = if halves { Number::ONE } else { share };
            left = left.minus(depreciation)?;
        }
        Ok(depreciation.rounded(0))
    }
}

/// How much faster than straight-line an asset of so long a life is depreciated.
fn coefficient(life: Number) -> Result<Number, CellError> {
    let tenths = match life.truncated()? {
        ..=2 => 10,
        3..=4 => 15,
        5..=6 => 20,
        _ => 25,
    };
    Number::from_parts(tenths, 1)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn first_periods_go_by_days() {
        check(&[
            ("AMORLINC(150,DATE(2011,1,1),DATE(2011,9,30),20,0,0.2,4)", "22.416666666666666666666666666"),
            ("AMORDEGRC(150,DATE(2011,1,1),DATE(2011,9,30),20,0,0.2,1)", "45"),
        ]);
    }

    #[test]
    fn impossible_assets_are_errors() {
        check(&[
            ("AMORLINC(150,40600,40500,20,1,0.2,4)", "#NUM!"),
            ("AMORLINC(150,40500,40600,200,1,0.2,4)", "#NUM!"),
            ("AMORLINC(150,40500,40600,20,1,0.2,2)", "#NUM!"),
            ("AMORLINC(150,40500,40600,20,-1,0.2)", "#NUM!"),
            ("AMORDEGRC(150,40500,40600,20,1,0.5)", "#NUM!"),
            ("AMORDEGRC(150,40500,40600,20,1,0.22)", "#NUM!"),
            ("AMORDEGRC(150,40500,\"x\",20,1,0.2)", "#VALUE!"),
            ("AMORLINC(150,40500,40600,150,1,0.2)", "0"),
        ]);
    }
}
