//! Securities that pay all at maturity: sold below what they redeem, or with interest at the end.

use super::bonds::{PRICE_PARAMETER, RATE, REDEMPTION, YIELD_PARAMETER};
use super::coupons::{BASIS, MATURITY, SETTLEMENT};
use crate::functions::Arguments;
use crate::functions::calendar::{Basis, date};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[DISC, INTRATE, RECEIVED, PRICEDISC, YIELDDISC, PRICEMAT, YIELDMAT];

const INVESTMENT: Parameter = scalar("investment", "investering");
const DISCOUNT: Parameter = scalar("discount", "diskonto");
const ISSUE: Parameter = scalar("issue", "utgivning");

const DISC: Function = Function::new("DISC", "DISK", Finance, |arguments| {
    let Term { first: price, second: redemption, years } = term(arguments)?;
    Ok(redemption.minus(price)?.over(redemption)?.over(years)?.into())
})
.takes(&[SETTLEMENT, MATURITY, PRICE_PARAMETER, REDEMPTION, BASIS])
.help("Gives the discount rate of a security.", "Ger diskonteringsräntan för ett värdepapper.")
.examples(&[example("DISC(DATE(2026,1,1),DATE(2026,7,1),98,100)", "0.04")]);

const INTRATE: Function = Function::new("INTRATE", "ÅRSRÄNTA", Finance, |arguments| {
    let Term { first: investment, second: redemption, years } = term(arguments)?;
    Ok(redemption.minus(investment)?.over(investment)?.over(years)?.into())
})
.takes(&[SETTLEMENT, MATURITY, INVESTMENT, REDEMPTION, BASIS])
.help("Gives the yearly rate of a fully invested security.", "Ger årsräntan för ett betalt värdepapper.")
.examples(&[example("INTRATE(DATE(2026,1,1),DATE(2026,7,1),100,103)", "0.06")]);

const RECEIVED: Function = Function::new("RECEIVED", "BELOPP", Finance, |arguments| {
    let Term { first: investment, second: discount, years } = term(arguments)?;
    let kept = Number::ONE.minus(discount.times(years)?)?;
    if kept <= Number::ZERO { Err(CellError::Number) } else { Ok(investment.over(kept)?.into()) }
})
.takes(&[SETTLEMENT, MATURITY, INVESTMENT, DISCOUNT, BASIS])
.help(
    "Gives what is received at maturity for a fully invested security.",
    "Ger det belopp som betalas vid förfall för ett betalt värdepapper.",
)
.examples(&[example("RECEIVED(DATE(2026,1,1),DATE(2026,7,1),98,0.04)", "100")]);

const PRICEDISC: Function = Function::new("PRICEDISC", "PRISDISK", Finance, |arguments| {
    let Term { first: discount, second: redemption, years } = term(arguments)?;
    Ok(redemption.minus(discount.times(redemption)?.times(years)?)?.into())
})
.takes(&[SETTLEMENT, MATURITY, DISCOUNT, REDEMPTION, BASIS])
.help("Gives the price per 100 of a discounted security.", "Ger priset per 100 för ett diskonterat värdepapper.")
.examples(&[example("PRICEDISC(DATE(2026,1,1),DATE(2026,7,1),0.04,100)", "98")]);

const YIELDDISC: Function = Function::new("YIELDDISC", "NOMAVKDISK", Finance, |arguments| {
    let Term { first: price, second: redemption, years } = term(arguments)?;
    Ok(redemption.minus(price)?.over(price)?.over(years)?.into())
})
.takes(&[SETTLEMENT, MATURITY, PRICE_PARAMETER, REDEMPTION, BASIS])
.help("Gives the yearly yield of a discounted security.", "Ger årsavkastningen för ett diskonterat värdepapper.")
.examples(&[example("YIELDDISC(DATE(2026,1,1),DATE(2026,7,1),80,100)", "0.5")]);

const PRICEMAT: Function = Function::new("PRICEMAT", "PRISFÖRF", Finance, |arguments| {
    let Life { before, after, rate, other: wanted } = life(arguments)?;
    if wanted.is_negative() {
        return Err(CellError::Number);
    }
    let grown = Number::ONE.plus(before.plus(after)?.times(rate)?)?;
    let part = grown.over(Number::ONE.plus(after.times(wanted)?)?)?.minus(before.times(rate)?)?;
    Ok(part.times(Number::from(100))?.into())
})
.takes(&[SETTLEMENT, MATURITY, ISSUE, RATE, YIELD_PARAMETER, BASIS])
.help(
    "Gives the price per 100 of a security that pays interest at maturity.",
    "Ger priset per 100 för ett värdepapper som ger ränta vid förfall.",
)
.examples(&[example(
    "PRICEMAT(DATE(2026,7,1),DATE(2027,1,1),DATE(2026,1,1),0.05,0.05)",
    "99.93902439024390243902439024",
)]);

const YIELDMAT: Function = Function::new("YIELDMAT", "NOMAVKFÖRF", Finance, |arguments| {
    let Life { before, after, rate, other: price } = life(arguments)?;
    if price <= Number::ZERO {
        return Err(CellError::Number);
    }
    let paid = price.over(Number::from(100))?.plus(before.times(rate)?)?;
    let grown = Number::ONE.plus(before.plus(after)?.times(rate)?)?;
    Ok(grown.minus(paid)?.over(paid)?.over(after)?.into())
})
.takes(&[SETTLEMENT, MATURITY, ISSUE, RATE, PRICE_PARAMETER, BASIS])
.help(
    "Gives the yearly yield of a security that pays interest at maturity.",
    "Ger årsavkastningen för ett värdepapper som ger ränta vid förfall.",
)
.examples(&[example(
    "ROUND(YIELDMAT(DATE(2008,3,15),DATE(2008,11,3),DATE(2007,11,8),0.0625,100.0123,0),6)",
    "0.060954",
)]);

/// Two amounts above zero and the years between settlement and maturity.
struct Term {
    first: Number,
    second: Number,
    years: Number,
}

fn term(arguments: &Arguments<'_>) -> Result<Term, CellError> {
    let (settlement, maturity) = (date(arguments, 0)?, date(arguments, 1)?);
    let (first, second) = (arguments.plain_number(2)?, arguments.plain_number(3)?);
    let basis = Basis::read(arguments, 4)?;
    if settlement >= maturity || first <= Number::ZERO || second <= Number::ZERO {
        return Err(CellError::Number);
    }
    Ok(Term { first, second, years: basis.fraction(settlement, maturity)? })
}

/// The years of a security before and after settlement, its rate, and its yield or price.
struct Life {
    before: Number,
    after: Number,
    rate: Number,
    other: Number,
}

/// Years are counted by the length that the calendar gives from issue to settlement.
fn life(arguments: &Arguments<'_>) -> Result<Life, CellError> {
    let (settlement, maturity, issue) = (date(arguments, 0)?, date(arguments, 1)?, date(arguments, 2)?);
    let (rate, other) = (arguments.plain_number(3)?, arguments.plain_number(4)?);
    let basis = Basis::read(arguments, 5)?;
    if settlement >= maturity || issue > settlement || rate.is_negative() {
        return Err(CellError::Number);
    }
    let year = basis.year(issue, settlement)?;
    let before = basis.days(issue, settlement);
    let after = basis.days(issue, maturity) - before;
    Ok(Life { before: Number::from(before).over(year)?, after: Number::from(after).over(year)?, rate, other })
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn amounts_out_of_domain_are_errors() {
        check(&[
            ("DISC(2,1,98,100)", "#NUM!"),
            ("DISC(1,2,0,100)", "#NUM!"),
            ("INTRATE(1,2,98,0)", "#NUM!"),
            ("INTRATE(1,2,98,TRUE)", "#VALUE!"),
            ("RECEIVED(40000,44000,98,0.9)", "#NUM!"),
            ("PRICEDISC(1,2,0.1,100,9)", "#NUM!"),
            ("YIELDDISC(\"x\",2,0.1,100)", "#VALUE!"),
            ("PRICEMAT(45000,45100,45050,0.1,0.1)", "#NUM!"),
            ("PRICEMAT(45000,45100,44000,0.1,-0.1)", "#NUM!"),
            ("YIELDMAT(45000,45100,44000,0.1,0)", "#NUM!"),
        ]);
    }
}
