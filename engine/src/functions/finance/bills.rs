//! Treasury bills, which run a year at most and are sold at a discount.

use super::bonds::PRICE_PARAMETER;
use super::coupons::{MATURITY, SETTLEMENT};
use crate::functions::calendar::date;
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[TBILLEQ, TBILLPRICE, TBILLYIELD];

const DISCOUNT: Parameter = scalar("discount", "diskonto");

const TBILLEQ: Function = Function::new("TBILLEQ", "SSVXEKV", Finance, equivalent)
    .takes(&[SETTLEMENT, MATURITY, DISCOUNT])
    .help(
        "Gives the yield of a treasury bill as a bond would state it.",
        "Ger avkastningen för en statsskuldväxel uttryckt som för en obligation.",
    )
    .examples(&[example("ROUND(TBILLEQ(DATE(2008,3,31),DATE(2008,6,1),0.0914),8)", "0.09415149")]);

const TBILLPRICE: Function = Function::new("TBILLPRICE", "SSVXPRIS", Finance, |arguments| {
    let (days, discount) = bill(arguments)?;
    let price = Number::from(100).minus(discount.times(Number::from(100 * days))?.over(Number::from(360))?)?;
    if price <= Number::ZERO { Err(CellError::Number) } else { Ok(price.into()) }
})
.takes(&[SETTLEMENT, MATURITY, DISCOUNT])
.help("Gives the price per 100 of a treasury bill.", "Ger priset per 100 för en statsskuldväxel.")
.examples(&[example("TBILLPRICE(DATE(2008,3,31),DATE(2008,6,1),0.09)", "98.45")]);

const TBILLYIELD: Function = Function::new("TBILLYIELD", "SSVXRÄNTA", Finance, |arguments| {
    let (days, price) = bill(arguments)?;
    let gain = Number::from(100).minus(price)?.times(Number::from(360))?;
    Ok(gain.over(price.times(Number::from(days))?)?.into())
})
.takes(&[SETTLEMENT, MATURITY, PRICE_PARAMETER])
.help("Gives the yield of a treasury bill.", "Ger avkastningen för en statsskuldväxel.")
.examples(&[example("ROUND(TBILLYIELD(DATE(2008,3,31),DATE(2008,6,1),98.45),8)", "0.09141696")]);

/// The days a bill runs, a year at most, and an amount above zero.
fn bill(arguments: &Arguments<'_>) -> Result<(i64, Number), CellError> {
    let (settlement, maturity) = (date(arguments, 0)?, date(arguments, 1)?);
    let amount = arguments.plain_number(2)?;
    if settlement >= maturity || maturity > settlement.plus_months(12)? || amount <= Number::ZERO {
        return Err(CellError::Number);
    }
    Ok((maturity.serial() - settlement.serial(), amount))
}

/// Half a year and less is simple interest; longer bills are compared with a bond that pays interest after half a year.
fn equivalent(arguments: &Arguments<'_>) -> Answer {
    let (days, discount) = bill(arguments)?;
    if days <= 182 {
        let kept = Number::from(360).minus(discount.times(Number::from(days))?)?;
        let rate = discount.times(Number::from(365))?.over(kept)?;
        return if rate <= Number::ZERO { Err(CellError::Number) } else { Ok(rate.into()) };
    }
    let year = if days == 366 { 366.0 } else { 365.0 };
    let (share, days) = (days as f64 / year, days as f64);
    let price = 1.0 - discount.to_float() * days / 360.0;
    if price <= 0.0 {
        return Err(CellError::Number);
    }
    let rest = 2.0 * share - 1.0;
    let root = libm::sqrt(share * share - rest * (1.0 - 1.0 / price));
    Ok(Number::from_float(2.0 * (root - share) / rest)?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn long_bills_are_compared_with_two_payments() {
        check(&[("ROUND(TBILLEQ(20000,20300,0.05),10)", "0.0523616267")]);
    }

    #[test]
    fn bills_run_a_year_at_most() {
        check(&[
            ("TBILLPRICE(40000,40366,0.1)", "#NUM!"),
            ("TBILLPRICE(40000,40000,0.1)", "#NUM!"),
            ("TBILLPRICE(40000,40100,0)", "#NUM!"),
            ("TBILLPRICE(40000,40360,1)", "#NUM!"),
            ("TBILLYIELD(40000,40100,0)", "#NUM!"),
            ("TBILLEQ(40000,40100,\"x\")", "#VALUE!"),
            ("TBILLEQ(40000,40100,TRUE)", "#VALUE!"),
        ]);
    }
}
