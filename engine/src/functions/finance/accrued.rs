//! Interest that has been earned but not yet paid.

use super::bonds::RATE;
use super::coupons::{BASIS, Dates, FREQUENCY, SETTLEMENT, frequency};
use crate::functions::calendar::{Basis, american_days_of_coupon, date};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::moment::Date;
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[ACCRINT, ACCRINTM];

const ISSUE: Parameter = scalar("issue", "utgivning");
const PAR: Parameter = scalar("par", "nominellt_värde");

const ACCRINT: Function = Function::new("ACCRINT", "UPPLRÄNTA", Finance, accrued)
    .takes(&[
        ISSUE,
        scalar("first_interest", "första_ränta"),
        SETTLEMENT,
        RATE,
        PAR,
        FREQUENCY,
        BASIS,
        scalar("from_issue", "från_utgivning").optional(),
    ])
    .help(
        "Gives the accrued interest of a security that pays interest periodically.",
        "Ger den upplupna räntan för ett värdepapper som ger periodisk ränta.",
    )
    .examples(&[example("ACCRINT(DATE(2025,12,31),DATE(2026,12,31),DATE(2026,6,30),0.05,1000,1,0)", "25")]);

const ACCRINTM: Function = Function::new("ACCRINTM", "UPPLOBLRÄNTA", Finance, accrued_at_maturity)
    .takes(&[ISSUE, SETTLEMENT, RATE, PAR, BASIS])
    .help(
        "Gives the accrued interest of a security that pays interest at maturity.",
        "Ger den upplupna räntan för ett värdepapper som ger ränta vid förfall.",
    )
    .examples(&[example("ACCRINTM(DATE(2026,1,1),DATE(2026,7,1),0.05,1000)", "25")]);

fn accrued_at_maturity(arguments: &Arguments<'_>) -> Answer {
    let (issue, settlement) = (date(arguments, 0)?, date(arguments, 1)?);
    let (rate, par) = (arguments.plain_number(2)?, arguments.plain_number(3)?);
    let basis = Basis::read(arguments, 4)?;
    if issue >= settlement || rate <= Number::ZERO || par <= Number::ZERO {
        return Err(CellError::Number);
    }
    Ok(par.times(rate)?.times(basis.fraction(issue, settlement)?)?.into())
}

fn accrued(arguments: &Arguments<'_>) -> Answer {
    let (issue, first, settlement) = (date(arguments, 0)?, date(arguments, 1)?, date(arguments, 2)?);
    let (rate, par) = (arguments.plain_number(3)?, arguments.plain_number(4)?);
    let (frequency, basis) = (frequency(arguments, 5)?, Basis::read(arguments, 6)?);
    let whole = arguments.boolean_or(7, true)?;
    if issue >= settlement || rate <= Number::ZERO || par <= Number::ZERO {
        return Err(CellError::Number);
    }
    let security = Security { issue, dates: Dates { anchor: first, months: 12 / frequency }, frequency, basis };
    let periods = security.periods(settlement, whole)?;
    Ok(par.times(rate)?.times(periods)?.over(Number::from(frequency))?.into())
}

/// A security from its issue on, with its interest dates.
struct Security {
    issue: Date,
    dates: Dates,
    frequency: i64,
    basis: Basis,
}

impl Security {
    /// Interest periods, with their parts, up to settlement. Full periods after issue count only where `whole` says so.
    /// The last part is measured by the period that ends with the first interest date, as Excel does.
    fn periods(&self, settlement: Date, whole: bool) -> Result<Number, CellError> {
        let mut step = -1;
        while whole && self.dates.at(step + 1)? < settlement {
            step += 1;
        }
        let mut start = self.dates.at(step)?;
        let days = Number::from(self.basis.days(start.max(self.issue), settlement));
        let mut periods = days.over(self.length(self.dates.at(-1)?, self.dates.at(0)?)?)?;
        while start > self.issue {
            step -= 1;
            let end = start;
            start = self.dates.at(step)?;
            if self.issue > start || whole {
                periods = periods.plus(self.part(start, end)?)?;
            }
        }
        Ok(periods)
    }

    /// The part of an earlier period after issue.
    fn part(&self, start: Date, end: Date) -> Result<Number, CellError> {
        if self.issue <= start {
            return Ok(Number::ONE);
        }
        let length = match self.basis {
            Basis::American30 => Number::from(american_days_of_coupon(start, end)),
            _ => self.length(start, end)?,
        };
        Number::from(self.basis.days(self.issue, end)).over(length)
    }

    fn length(&self, start: Date, end: Date) -> Result<Number, CellError> {
        match self.basis {
            Basis::Actual => Ok(Number::from(end.serial() - start.serial())),
            Basis::Actual365 => Number::from(365).over(Number::from(self.frequency)),
            _ => Number::from(360).over(Number::from(self.frequency)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn interest_is_counted_from_issue_over_all_periods() {
        check(&[
            ("ROUND(ACCRINT(39508,39691,39569,0.1,1000,2,0),6)", "16.666667"),
            ("ROUND(ACCRINT(DATE(2008,3,5),39691,39569,0.1,1000,2,0,FALSE),6)", "15.555556"),
            ("ROUND(ACCRINT(DATE(2007,3,1),DATE(2008,8,31),DATE(2008,5,1),0.1,1000,2,0),6)", "116.944444"),
            ("ROUND(ACCRINT(DATE(2007,3,1),DATE(2008,8,31),DATE(2008,5,1),0.1,1000,2,0,FALSE),6)", "66.944444"),
        ]);
    }

    #[test]
    fn amounts_out_of_domain_are_errors() {
        check(&[
            ("ACCRINT(39569,39691,39508,0.1,1000,2)", "#NUM!"),
            ("ACCRINT(39508,39691,39569,0,1000,2)", "#NUM!"),
            ("ACCRINT(39508,39691,39569,0.1,-1,2)", "#NUM!"),
            ("ACCRINT(39508,39691,39569,0.1,1000,3)", "#NUM!"),
            ("ACCRINT(39508,39691,39569,0.1,1000,2,5)", "#NUM!"),
            ("ACCRINT(39508,\"x\",39569,0.1,1000,2)", "#VALUE!"),
            ("ACCRINTM(39614,39539,0.1,1000)", "#NUM!"),
            ("ACCRINTM(39539,39614,0.1,0)", "#NUM!"),
        ]);
    }
}
