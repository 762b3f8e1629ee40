//! How the cost of an asset is spread over its life: evenly, by falling sums, by a fixed share of what is left.

use super::real::{Exact, Real, settle};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[SLN, SYD, DB, DDB, VDB];

pub(super) const COST: Parameter = scalar("cost", "kostnad");
pub(super) const SALVAGE: Parameter = scalar("salvage", "restvärde");
const LIFE: Parameter = scalar("life", "livslängd");
const PERIOD: Parameter = scalar("period", "period");
const FACTOR: Parameter = scalar("factor", "faktor");

const SLN: Function = Function::new("SLN", "LINAVSKR", Finance, straight)
    .takes(&[COST, SALVAGE, LIFE])
    .help(
        "Gives the depreciation of a period when the cost is spread evenly over the life, straight-line.",
        "Ger avskrivningen för en period när kostnaden fördelas jämnt över livslängden, linjär avskrivning.",
    )
    .examples(&[example("SLN(541,0,5)", "108.2")]);

const SYD: Function = Function::new("SYD", "ÅRSAVSKR", Finance, falling)
    .takes(&[COST, SALVAGE, LIFE, PERIOD])
    .help(
        "Gives the depreciation of a period when it falls by the same sum each period.",
        "Ger avskrivningen för en period när den minskar med lika mycket varje period.",
    )
    .examples(&[example("SYD(600,0,3,1)", "300")]);

const DB: Function = Function::new("DB", "DB", Finance, fixed_share)
    .takes(&[COST, SALVAGE, LIFE, PERIOD, scalar("month", "månad").optional()])
    .help(
        "Gives the depreciation of a period by a fixed share, of three decimals, of what is left.",
        "Ger avskrivningen för en period med en fast andel, på tre decimaler, av det som återstår.",
    )
    .examples(&[example("DB(1000,100,3,1,6)", "268")]);

const DDB: Function = Function::new("DDB", "DEGAVSKR", Finance, declining)
    .takes(&[COST, SALVAGE, LIFE, PERIOD, FACTOR.optional()])
    .help(
        "Gives the depreciation of a period by twice the straight-line rate, or another factor, of what is left.",
        "Ger avskrivningen för en period med dubbla linjära satsen, eller annan faktor, av det som återstår.",
    )
    .examples(&[example("DDB(2400,300,10,1)", "480"), example("DDB(2400,300,10,2,1.5)", "306")]);

const VDB: Function = Function::new("VDB", "VDEGRAVSKR", Finance, between)
    .takes(&[
        COST,
        SALVAGE,
        LIFE,
        scalar("start", "startperiod"),
        scalar("end", "slutperiod"),
        FACTOR.optional(),
        scalar("no_switch", "inget_byte").optional(),
    ])
    .help(
        "Gives the declining depreciation between two times, turning straight-line when that is more.",
        "Ger den degressiva avskrivningen mellan två tidpunkter, med byte till linjär när den är större.",
    )
    .examples(&[example("VDB(2400,300,10,0,0.875,1.5)", "315")]);

/// Most periods that are gone through one by one.
const MAX_PERIODS: i64 = 100_000;

fn straight(arguments: &Arguments<'_>) -> Answer {
    let [cost, salvage, life] = [0, 1, 2].map(|index| arguments.number(index));
    let (cost, salvage, life) = (cost?, salvage?, life?);
    Ok(cost.minus(salvage)?.over(life)?.into())
}

/// Cost, salvage, life and period of a call.
fn asset(arguments: &Arguments<'_>) -> Result<[Number; 4], CellError> {
    let [cost, salvage, life, period] = [0, 1, 2, 3].map(|index| arguments.number(index));
    Ok([cost?, salvage?, life?, period?])
}

fn falling(arguments: &Arguments<'_>) -> Answer {
    let [cost, salvage, life, period] = asset(arguments)?;
    if salvage.is_negative() || period <= Number::ZERO || period > life {
        return Err(CellError::Number);
    }
    let share = life.minus(period)?.plus(Number::ONE)?.times(Number::from(2))?;
    let shares = life.times(life.plus(Number::ONE)?)?;
    Ok(cost.minus(salvage)?.times(share)?.over(shares)?.into())
}

fn fixed_share(arguments: &Arguments<'_>) -> Answer {
    let [cost, salvage, life, period] = asset(arguments)?;
    let months = arguments.integer_or(4, 12)?;
    let whole = life.floor().plus(Number::from(i64::from(months < 12)))?;
    let possible = !cost.is_negative() && !salvage.is_negative() && (1..=12).contains(&months);
    if !possible || life <= Number::ZERO || period <= Number::ZERO || period.floor() > whole {
        return Err(CellError::Number);
    }
    if cost.is_zero() {
        return Ok(Number::ZERO.into());
    }
    let kept = libm::pow(salvage.over(cost)?.to_float(), 1.0 / life.to_float());
    let rate = Number::ONE.minus(Number::from_float(kept)?)?.rounded(3);
    let of_year = |amount: Number, months: i64| amount.times(Number::from(months))?.over(Number::from(12));
    let first = of_year(cost.times(rate)?, months)?;
    if period.floor() <= Number::ONE {
        return Ok(first.into());
    }
    let left = shrunk(cost.minus(first)?, rate, period.floor().minus(Number::from(2))?)?;
    Ok(of_year(left.times(rate)?, if period.floor() > life.floor() { 12 - months } else { 12 })?.into())
}

/// What is left of an amount after so many periods in which it loses a share.
fn shrunk(amount: Number, share: Number, periods: Number) -> Result<Number, CellError> {
    let exact = Exact::of(amount) * Exact::of(share.negated()).growth(periods).factor;
    settle(exact, || amount.to_float() * share.negated().to_float().growth(periods).factor)
}

fn declining(arguments: &Arguments<'_>) -> Answer {
    let [cost, salvage, life, period] = asset(arguments)?;
    let factor = arguments.number_or(4, Number::from(2))?;
    let possible = !cost.is_negative() && !salvage.is_negative() && factor > Number::ZERO;
    if !possible || period <= Number::ZERO || period > life {
        return Err(CellError::Number);
    }
    let share = factor.over(life)?.min(Number::ONE);
    let before = shrunk(cost, share, period.minus(Number::ONE)?.max(Number::ZERO))?;
    let after = before.times(Number::ONE.minus(share)?)?.max(salvage);
    Ok(before.minus(after)?.max(Number::ZERO).into())
}

fn between(arguments: &Arguments<'_>) -> Answer {
    let [cost, salvage, life, start] = asset(arguments)?;
    let end = arguments.number(4)?;
    let factor = arguments.number_or(5, Number::from(2))?;
    let switches = !arguments.boolean_or(6, false)?;
    let negative = [cost, salvage, life, start, factor].iter().any(|number| number.is_negative());
    if negative || life.is_zero() || end > life || start > end || life > Number::from(MAX_PERIODS) {
        return Err(CellError::Number);
    }
    let asset = Asset { cost, salvage, life, share: factor.over(life)?, switches };
    Ok(asset.depreciated(end)?.minus(asset.depreciated(start)?)?.into())
}

/// An asset under declining depreciation.
struct Asset {
    cost: Number,
    salvage: Number,
    life: Number,
    share: Number,
    switches: bool,
}

impl Asset {
    /// What is depreciated up to a time, evenly within its period.
    fn depreciated(&self, time: Number) -> Result<Number, CellError> {
        let whole = time.floor();
        let (mut left, mut period) = (self.cost, Number::ZERO);
        while period < whole {
            left = left.minus(self.step(left, period)?)?;
            period = period.plus(Number::ONE)?;
        }
        let part = time.minus(whole)?;
        let last = if part.is_zero() { part } else { self.step(left, whole)?.times(part)? };
        self.cost.minus(left)?.plus(last)
    }

    /// The depreciation of the period after so many others.
    fn step(&self, left: Number, before: Number) -> Result<Number, CellError> {
        let rest = left.minus(self.salvage)?.max(Number::ZERO);
        let declining = left.times(self.share)?.min(rest);
        if !self.switches {
            return Ok(declining);
        }
        let remaining = self.life.minus(before)?.max(Number::ONE);
        Ok(declining.max(rest.over(remaining)?))
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn even_and_falling_depreciation() {
        check(&[
            ("SLN(30000,7500,10)", "2250"),
            ("SLN(1,0,0)", "#DIV/0!"),
            ("SLN(\"x\",0,0)", "#VALUE!"),
            ("SYD(600,0,3,3)", "100"),
            ("SYD(600,0,3,4)", "#NUM!"),
            ("SYD(600,0,3,0)", "#NUM!"),
            ("SYD(600,-1,3,1)", "#NUM!"),
        ]);
    }

    #[test]
    fn fixed_shares_with_a_first_year_of_few_months() {
        check(&[
            ("ROUND(DB(1000000,100000,6,2,7),2)", "259639.42"),
            ("ROUND(DB(1000000,100000,6,7,7),2)", "15845.1"),
            ("DB(1000000,100000,6,7,12)", "#NUM!"),
            ("DB(0,0,6,1)", "0"),
            ("DB(100,0,6,1)", "100"),
            ("DB(100,10,6,1,13)", "#NUM!"),
            ("DB(100,10,0,1)", "#NUM!"),
        ]);
    }

    #[test]
    fn declining_depreciation_stops_at_the_salvage_value() {
        check(&[
            ("ROUND(DDB(2400,300,10,10),2)", "22.12"),
            ("DDB(100,50,4,2)", "0"),
            ("DDB(100,10,1,1,3)", "90"),
            ("DDB(100,10,4,5)", "#NUM!"),
            ("DDB(100,10,4,1,0)", "#NUM!"),
            ("ROUND(DDB(2400,300,3650,1),2)", "1.32"),
        ]);
    }

    #[test]
    fn depreciation_between_times() {
        check(&[
            ("ROUND(VDB(2400,300,120,6,18),2)", "396.31"),
            ("ROUND(VDB(2400,300,120,6,18,1.5),2)", "311.81"),
            ("VDB(2400,300,10,0,10)", "2100"),
            ("VDB(1000,0,4,3,4)", "125"),
            ("VDB(1000,0,4,3,4,2,TRUE)", "62.5"),
            ("VDB(100,10,4,2,1)", "#NUM!"),
            ("VDB(100,10,4,0,5)", "#NUM!"),
            ("VDB(100,10,1000000,0,5)", "#NUM!"),
        ]);
    }
}
