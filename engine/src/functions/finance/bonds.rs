//! Securities that pay interest: their price, their yield, and how long they bind money on average.

use super::coupons::{BASIS, Coupon, FREQUENCY, MATURITY, SETTLEMENT, frequency};
use super::root::root;
use crate::functions::Arguments;
use crate::functions::calendar::{Basis, date};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[PRICE, YIELD, DURATION, MDURATION];

pub(super) const RATE: Parameter = scalar("rate", "ränta");
pub(super) const YIELD_PARAMETER: Parameter = scalar("yield", "avkastning");
pub(super) const PRICE_PARAMETER: Parameter = scalar("price", "pris");
pub(super) const REDEMPTION: Parameter = scalar("redemption", "inlösen");

const PRICE: Function = Function::new("PRICE", "PRIS", Finance, |arguments| {
    let [rate, wanted, redemption] = amounts(arguments, 2)?;
    let coupon = coupon(arguments, 5)?;
    if rate < 0.0 || wanted < 0.0 || redemption <= 0.0 {
        return Err(CellError::Number);
    }
    Ok(Number::from_float(price(&coupon, rate, wanted, redemption))?.into())
})
.takes(&[SETTLEMENT, MATURITY, RATE, YIELD_PARAMETER, REDEMPTION, FREQUENCY, BASIS])
.help(
    "Gives the price per 100 of a security that pays interest; at 15 digits.",
    "Ger priset per 100 för ett värdepapper som ger periodisk ränta; med 15 siffror.",
)
.examples(&[example("ROUND(PRICE(DATE(2008,2,15),DATE(2017,11,15),0.0575,0.065,100,2,0),8)", "94.63436162")]);

const YIELD: Function = Function::new("YIELD", "NOMAVK", Finance, |arguments| {
    let [rate, price, redemption] = amounts(arguments, 2)?;
    let coupon = coupon(arguments, 5)?;
    if rate < 0.0 || price <= 0.0 || redemption <= 0.0 {
        return Err(CellError::Number);
    }
    Ok(Number::from_float(yielded(&coupon, rate, price, redemption)?)?.into())
})
.takes(&[SETTLEMENT, MATURITY, RATE, PRICE_PARAMETER, REDEMPTION, FREQUENCY, BASIS])
.help(
    "Gives the yield of a security that pays interest; at 15 digits.",
    "Ger avkastningen för ett värdepapper som ger periodisk ränta; med 15 siffror.",
)
.examples(&[example("ROUND(YIELD(DATE(2008,2,15),DATE(2016,11,15),0.0575,95.04287,100,2,0),9)", "0.065000007")]);

const DURATION: Function = Function::new("DURATION", "LÖPTID", Finance, |arguments| {
    let (_, duration) = duration(arguments)?;
    Ok(Number::from_float(duration)?.into())
})
.takes(&[SETTLEMENT, MATURITY, RATE, YIELD_PARAMETER, FREQUENCY, BASIS])
.help(
    "Gives the mean time in years until a security has paid, weighted by what payments are worth now.",
    "Ger den genomsnittliga tiden i år tills ett värdepapper har betalat, vägd med betalningarnas nuvärde.",
)
.examples(&[example("ROUND(DURATION(DATE(2018,7,1),DATE(2048,1,1),0.08,0.09,2,1),7)", "10.9191453")]);

const MDURATION: Function = Function::new("MDURATION", "MLÖPTID", Finance, |arguments| {
    let (growth, duration) = duration(arguments)?;
    Ok(Number::from_float(duration / growth)?.into())
})
.takes(&[SETTLEMENT, MATURITY, RATE, YIELD_PARAMETER, FREQUENCY, BASIS])
.help(
    "Gives how much the price of a security falls, in parts of it, when its yield rises by one.",
    "Ger hur stor del av priset ett värdepapper tappar när avkastningen stiger med ett.",
)
.examples(&[example("ROUND(MDURATION(DATE(2008,1,1),DATE(2016,1,1),0.08,0.09,2,1),5)", "5.73567")]);

/// The arguments from an index on as floating-point numbers.
pub(super) fn amounts<const N: usize>(arguments: &Arguments<'_>, first: usize) -> Result<[f64; N], CellError> {
    let mut amounts = [0.0; N];
    for (index, amount) in amounts.iter_mut().enumerate() {
        *amount = arguments.plain_number(first + index)?.to_float();
    }
    Ok(amounts)
}

/// The interest period that holds settlement; frequency and basis stand at an index.
fn coupon(arguments: &Arguments<'_>, index: usize) -> Result<Coupon, CellError> {
    let (settlement, maturity) = (date(arguments, 0)?, date(arguments, 1)?);
    let (frequency, basis) = (frequency(arguments, index)?, Basis::read(arguments, index + 1)?);
    if settlement >= maturity {
        return Err(CellError::Number);
    }
    Coupon::new(settlement, maturity, frequency, basis)
}

/// What later payments are worth, less the interest earned before settlement.
fn price(coupon: &Coupon, rate: f64, wanted: f64, redemption: f64) -> f64 {
    let frequency = coupon.frequency as f64;
    let (interest, rest, step) = (100.0 * rate / frequency, coupon.rest(), wanted / frequency);
    let earned = interest * (1.0 - rest);
    if coupon.count == 1 {
        return (redemption + interest) / (1.0 + rest * step) - earned;
    }
    let worth = |k: i64| libm::exp(-libm::log1p(step) * (k as f64 - 1.0 + rest));
    let interests: f64 = (1..=coupon.count).map(worth).sum();
    redemption * worth(coupon.count) + interest * interests - earned
}

fn yielded(coupon: &Coupon, rate: f64, price_paid: f64, redemption: f64) -> Result<f64, CellError> {
    let (frequency, rest) = (coupon.frequency as f64, coupon.rest());
    if coupon.count == 1 {
        let interest = 100.0 * rate / frequency;
        let paid = price_paid + interest * (1.0 - rest);
        return Ok((redemption + interest - paid) / paid * frequency / rest);
    }
    // The rate of a period lies above −1, as the search needs it.
    let step = root(|step| price(coupon, rate, step * frequency, redemption) - price_paid, 0.05 / frequency)?;
    Ok(step * frequency)
}

/// The growth factor of a period, and the duration in years.
fn duration(arguments: &Arguments<'_>) -> Result<(f64, f64), CellError> {
    let [rate, wanted] = amounts(arguments, 2)?;
    let coupon = coupon(arguments, 4)?;
    if rate < 0.0 || wanted < 0.0 {
        return Err(CellError::Number);
    }
    let frequency = coupon.frequency as f64;
    let (growth, rest) = (1.0 + wanted / frequency, coupon.rest());
    let (mut worth, mut weighted) = (0.0, 0.0);
    for k in 1..=coupon.count {
        let time = k as f64 - 1.0 + rest;
        let last = if k == coupon.count { 100.0 } else { 0.0 };
        let payment = (100.0 * rate / frequency + last) * libm::pow(growth, -time);
        worth += payment;
        weighted += payment * time;
    }
    Ok((growth, weighted / worth / frequency))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn price_and_yield_belong_together() {
        check(&[
            ("ROUND(YIELD(45000,49000,0.05,PRICE(45000,49000,0.05,0.065,100,2,1),100,2,1),13)", "0.065"),
            ("ROUND(YIELD(45000,45100,0.05,PRICE(45000,45100,0.05,0.065,100,1,4),100,1,4),13)", "0.065"),
            ("ROUND(YIELD(DATE(2020,1,1),DATE(2030,1,1),0.01,120,100,1),8)", "-0.00902116"),
        ]);
    }

    #[test]
    fn amounts_out_of_domain_are_errors() {
        check(&[
            ("PRICE(45000,49000,-0.05,0.065,100,2)", "#NUM!"),
            ("PRICE(45000,49000,0.05,-0.065,100,2)", "#NUM!"),
            ("PRICE(45000,49000,0.05,0.065,0,2)", "#NUM!"),
            ("PRICE(49000,45000,0.05,0.065,100,2)", "#NUM!"),
            ("PRICE(45000,49000,\"x\",0.065,100,3)", "#VALUE!"),
            ("YIELD(45000,49000,0.05,0,100,2)", "#NUM!"),
            ("DURATION(45000,49000,-0.05,0.1,2)", "#NUM!"),
            ("MDURATION(45000,49000,0.05,-0.1,2)", "#NUM!"),
        ]);
    }
}
