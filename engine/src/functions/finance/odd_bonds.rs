//! Securities whose first or last interest period is shorter or longer than the others.

use super::bonds::{PRICE_PARAMETER, RATE, REDEMPTION, YIELD_PARAMETER, amounts};
use super::coupons::{BASIS, Coupon, Dates, FREQUENCY, MATURITY, SETTLEMENT, frequency};
use super::root::root;
use crate::functions::Arguments;
use crate::functions::calendar::{Basis, american_days_of_coupon, date, ends_month};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::value::moment::Date;
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[ODDFPRICE, ODDFYIELD, ODDLPRICE, ODDLYIELD];

const ISSUE: Parameter = scalar("issue", "utgivning");
const FIRST: Parameter = scalar("first_coupon", "första_kupong");
const LAST: Parameter = scalar("last_interest", "sista_ränta");

const ODDFPRICE: Function = Function::new("ODDFPRICE", "UDDAFPRIS", Finance, |arguments| {
    let ([rate, wanted, redemption], bond) = odd_first(arguments)?;
    if rate < 0.0 || wanted < 0.0 || redemption <= 0.0 {
        return Err(CellError::Number);
    }
    Ok(Number::from_float(bond.price(rate, wanted, redemption))?.into())
})
.takes(&[SETTLEMENT, MATURITY, ISSUE, FIRST, RATE, YIELD_PARAMETER, REDEMPTION, FREQUENCY, BASIS])
.help(
    "Gives the price per 100 of a security with an odd first period; at 15 digits.",
    "Ger priset per 100 för ett värdepapper med en udda första period; med 15 siffror.",
)
.examples(&[example(
    "ROUND(ODDFPRICE(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),0.0785,0.0625,100,2,1),6)",
    "113.597717",
)]);

const ODDFYIELD: Function = Function::new("ODDFYIELD", "UDDAFAVKASTNING", Finance, |arguments| {
    let ([rate, price, redemption], bond) = odd_first(arguments)?;
    if rate < 0.0 || price <= 0.0 || redemption <= 0.0 {
        return Err(CellError::Number);
    }
    let step = root(|step| bond.price(rate, step * bond.frequency, redemption) - price, 0.05 / bond.frequency)?;
    Ok(Number::from_float(step * bond.frequency)?.into())
})
.takes(&[SETTLEMENT, MATURITY, ISSUE, FIRST, RATE, PRICE_PARAMETER, REDEMPTION, FREQUENCY, BASIS])
.help(
    "Gives the yield of a security with an odd first period; at 15 digits.",
    "Ger avkastningen för ett värdepapper med en udda första period; med 15 siffror.",
)
.examples(&[example(
    "ROUND(ODDFYIELD(DATE(2008,11,11),DATE(2021,3,1),DATE(2008,10,15),DATE(2009,3,1),0.0575,84.5,100,2,0),8)",
    "0.07724554",
)]);

const ODDLPRICE: Function = Function::new("ODDLPRICE", "UDDASPRIS", Finance, |arguments| {
    let ([rate, wanted, redemption], bond) = odd_last(arguments)?;
    if rate < 0.0 || wanted < 0.0 || redemption <= 0.0 {
        return Err(CellError::Number);
    }
    let interest = 100.0 * rate / bond.frequency;
    let paid = redemption + bond.whole * interest;
    let price = paid / (1.0 + bond.after * wanted / bond.frequency) - bond.before * interest;
    Ok(Number::from_float(price)?.into())
})
.takes(&[SETTLEMENT, MATURITY, LAST, RATE, YIELD_PARAMETER, REDEMPTION, FREQUENCY, BASIS])
.help(
    "Gives the price per 100 of a security with an odd last period; at 15 digits.",
    "Ger priset per 100 för ett värdepapper med en udda sista period; med 15 siffror.",
)
.examples(&[example(
    "ROUND(ODDLPRICE(DATE(2008,2,7),DATE(2008,6,15),DATE(2007,10,15),0.0375,0.0405,100,2,0),6)",
    "99.878286",
)]);

const ODDLYIELD: Function = Function::new("ODDLYIELD", "UDDASAVKASTNING", Finance, |arguments| {
    let ([rate, price, redemption], bond) = odd_last(arguments)?;
    if rate < 0.0 || price <= 0.0 || redemption <= 0.0 {
        return Err(CellError::Number);
    }
    let interest = 100.0 * rate / bond.frequency;
    let (received, paid) = (redemption + bond.whole * interest, price + bond.before * interest);
    Ok(Number::from_float((received - paid) / paid * bond.frequency / bond.after)?.into())
})
.takes(&[SETTLEMENT, MATURITY, LAST, RATE, PRICE_PARAMETER, REDEMPTION, FREQUENCY, BASIS])
.help(
    "Gives the yield of a security with an odd last period; at 15 digits.",
    "Ger avkastningen för ett värdepapper med en udda sista period; med 15 siffror.",
)
.examples(&[example(
    "ROUND(ODDLYIELD(DATE(2008,4,20),DATE(2008,6,15),DATE(2007,12,24),0.0375,99.875,100,2,0),6)",
    "0.045192",
)]);

/// A security with an odd first period, in periods of regular length.
struct OddFirst {
    frequency: f64,
    /// The first interest, and what of it is earned before settlement.
    first: f64,
    earned: f64,
    /// From settlement to the first interest date.
    wait: f64,
    /// Interest dates after the first.
    later: i64,
}

impl OddFirst {
    fn price(&self, rate: f64, wanted: f64, redemption: f64) -> f64 {
        let interest = 100.0 * rate / self.frequency;
        let step = libm::log1p(wanted / self.frequency);
        let worth = |k: i64| libm::exp(-step * (k as f64 + self.wait));
        let later: f64 = (1..=self.later).map(worth).sum();
        redemption * worth(self.later) + interest * (self.first * worth(0) + later - self.earned)
    }
}

/// The rate, yield or price and redemption of a call, and its security.
fn odd_first(arguments: &Arguments<'_>) -> Result<([f64; 3], OddFirst), CellError> {
    let (settlement, maturity) = (date(arguments, 0)?, date(arguments, 1)?);
    let (issue, first) = (date(arguments, 2)?, date(arguments, 3)?);
    let amounts = amounts(arguments, 4)?;
    let (frequency, basis) = (frequency(arguments, 7)?, Basis::read(arguments, 8)?);
    if !(maturity > first && first > settlement && settlement > issue) {
        return Err(CellError::Number);
    }
    let rest = Coupon::new(first, maturity, frequency, basis)?;
    if rest.previous != first {
        return Err(CellError::Number);
    }
    let coupon = Coupon::new(settlement, first, frequency, basis)?;
    let whole = basis.days(issue, first) as f64;
    let bond = if whole < coupon.days() {
        OddFirst {
            frequency: frequency as f64,
            first: whole / coupon.days(),
            earned: basis.days(issue, settlement) as f64 / coupon.days(),
            wait: basis.days(settlement, first) as f64 / coupon.days(),
            later: rest.count,
        }
    } else {
        long_first(issue, first, &coupon, rest.count)?
    };
    Ok((amounts, bond))
}

/// A first period longer than the others is cut into regular ones, counted back from its end.
fn long_first(issue: Date, first: Date, coupon: &Coupon, later: i64) -> Result<OddFirst, CellError> {
    let Coupon { settlement, frequency, basis, .. } = *coupon;
    let parts = Coupon::new(issue, first, frequency, basis)?.count;
    let (mut whole, mut earned, mut end) = (0.0, 0.0, first);
    for part in (1..=parts).rev() {
        let start = end.plus_months(-12 / frequency)?;
        let length = if basis == Basis::Actual { basis.days(start, end) as f64 } else { coupon.days() };
        whole += if part > 1 { 1.0 } else { basis.days(issue, end) as f64 / length };
        earned += basis.days(issue.max(start), settlement.min(end)).max(0) as f64 / length;
        end = start;
    }
    let rest = match basis {
        Basis::Actual360 | Basis::Actual365 => basis.days(settlement, coupon.next) as f64 / coupon.days(),
        _ => coupon.rest(),
    };
    let wait = rest + whole_periods(settlement, first, 12 / frequency)? as f64;
    Ok(OddFirst { frequency: frequency as f64, first: whole, earned, wait, later })
}

/// How many regular steps from settlement end before the first interest date. Where that is the end of a month, a
/// settlement within a month counts as one step to its end, as in Excel.
fn whole_periods(settlement: Date, first: Date, months: i64) -> Result<i64, CellError> {
    let late = first.month != 2 && first.day > 28;
    let to_ends = ends_month(first) || late && ends_month(settlement);
    let anchor = if to_ends { settlement.month_end() } else { settlement };
    let dates = Dates { anchor, months };
    let mut steps = 0;
    while dates.at(steps + 1)? < first {
        steps += 1;
    }
    Ok(steps + i64::from(settlement < anchor))
}

/// A security in its odd last period, in periods of regular length.
struct OddLast {
    frequency: f64,
    /// From the last interest date to maturity, before settlement and after it.
    whole: f64,
    before: f64,
    after: f64,
}

fn odd_last(arguments: &Arguments<'_>) -> Result<([f64; 3], OddLast), CellError> {
    let (settlement, maturity, last) = (date(arguments, 0)?, date(arguments, 1)?, date(arguments, 2)?);
    let amounts = amounts(arguments, 3)?;
    let (frequency, basis) = (frequency(arguments, 6)?, Basis::read(arguments, 7)?);
    if !(maturity > settlement && settlement > last) {
        return Err(CellError::Number);
    }
    let parts = Coupon::new(last, maturity, frequency, basis)?.count;
    let mut bond = OddLast { frequency: frequency as f64, whole: 0.0, before: 0.0, after: 0.0 };
    let mut start = last;
    for part in 1..=parts {
        let end = start.plus_months(12 / frequency)?;
        let length = regular_days(basis, start, end);
        let whole = if part < parts { length } else { regular_days(basis, start, maturity) };
        let before = if end < settlement { whole } else { days(basis, start, settlement) };
        bond.whole += whole / length;
        bond.before += before / length;
        bond.after += days(basis, settlement.max(start), maturity.min(end)) / length;
        start = end;
    }
    Ok((amounts, bond))
}

/// Days between dates, none when they are in the wrong order.
fn days(basis: Basis, from: Date, to: Date) -> f64 {
    basis.days(from, to).max(0) as f64
}

fn regular_days(basis: Basis, from: Date, to: Date) -> f64 {
    if basis == Basis::American30 { american_days_of_coupon(from, to).max(0) as f64 } else { days(basis, from, to) }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn price_and_yield_belong_together() {
        check(&[
            (
                "ROUND(ODDFYIELD(45000,49100,44000,45448,0.05,ODDFPRICE(45000,49100,44000,45448,0.05,0.06,100,1),100,1),12)",
                "0.06",
            ),
            (
                "ROUND(ODDLYIELD(45000,45300,44900,0.05,ODDLPRICE(45000,45300,44900,0.05,0.06,100,4,1),100,4,1),12)",
                "0.06",
            ),
        ]);
    }

    #[test]
    fn dates_out_of_order_and_amounts_out_of_domain_are_errors() {
        check(&[
            ("ODDFPRICE(45500,49100,44000,45448,0.05,0.06,100,1)", "#NUM!"),
            ("ODDFPRICE(45000,49101,44000,45448,0.05,0.06,100,1)", "#NUM!"),
            ("ODDFPRICE(45000,49100,44000,45448,-0.05,0.06,100,1)", "#NUM!"),
            ("ODDFYIELD(45000,49100,44000,45448,0.05,0,100,1)", "#NUM!"),
            ("ODDLPRICE(45000,44000,44900,0.05,0.06,100,4)", "#NUM!"),
            ("ODDLPRICE(45000,45300,44900,0.05,0.06,0,4)", "#NUM!"),
            ("ODDLYIELD(45000,45300,44900,0.05,\"x\",100,4)", "#VALUE!"),
        ]);
    }
}
