//! The interest dates of a security: counted back from its maturity in steps of a year, half a year or a quarter.

use crate::functions::Arguments;
use crate::functions::calendar::{Basis, american_days_of_coupon, date, dated, ends_month};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::value::moment::Date;
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[COUPDAYBS, COUPDAYS, COUPDAYSNC, COUPNCD, COUPNUM, COUPPCD];

pub(super) const SETTLEMENT: Parameter = scalar("settlement", "betalning");
pub(super) const MATURITY: Parameter = scalar("maturity", "förfall");
pub(super) const FREQUENCY: Parameter = scalar("frequency", "frekvens");
pub(super) const BASIS: Parameter = scalar("basis", "bas").optional();

const PARAMETERS: &[Parameter] = &[SETTLEMENT, MATURITY, FREQUENCY, BASIS];

const COUPDAYBS: Function =
    Function::new("COUPDAYBS", "KUPDAGBB", Finance, |arguments| Ok(given(arguments)?.days_before().into()))
        .takes(PARAMETERS)
        .help(
            "Gives the days from the interest date before settlement to settlement.",
            "Ger antalet dagar från räntedagen före betalningsdagen till betalningsdagen.",
        )
        .examples(&[example("COUPDAYBS(DATE(2011,1,25),DATE(2011,11,15),2,1)", "71")]);

const COUPDAYS: Function =
    Function::new("COUPDAYS", "KUPDAGB", Finance, |arguments| Ok(Number::from_float(given(arguments)?.days())?.into()))
        .takes(PARAMETERS)
        .help(
            "Gives the days of the interest period that holds settlement.",
            "Ger antalet dagar i den ränteperiod som innehåller betalningsdagen.",
        )
        .examples(&[example("COUPDAYS(DATE(2011,1,25),DATE(2011,11,15),2,1)", "181")]);

const COUPDAYSNC: Function =
    Function::new("COUPDAYSNC", "KUPDAGNK", Finance, |arguments| Ok(given(arguments)?.days_after().into()))
        .takes(PARAMETERS)
        .help(
            "Gives the days from settlement to the next interest date.",
            "Ger antalet dagar från betalningsdagen till nästa räntedag.",
        )
        .examples(&[example("COUPDAYSNC(DATE(2011,1,25),DATE(2011,11,15),2,1)", "110")]);

const COUPNCD: Function =
    Function::new("COUPNCD", "KUPNKD", Finance, |arguments| dated(given(arguments)?.next.serial(), arguments))
        .takes(PARAMETERS)
        .help("Gives the next interest date after settlement.", "Ger nästa räntedag efter betalningsdagen.")
        .examples(&[example("COUPNCD(DATE(2011,1,25),DATE(2011,11,15),2,1)", "40678")]);

const COUPNUM: Function = Function::new("COUPNUM", "KUPANT", Finance, |arguments| Ok(given(arguments)?.count.into()))
    .takes(PARAMETERS)
    .help(
        "Gives the number of interest dates from settlement to maturity.",
        "Ger antalet räntedagar från betalningsdagen till förfall.",
    )
    .examples(&[example("COUPNUM(DATE(2007,1,25),DATE(2008,11,15),2,1)", "4")]);

const COUPPCD: Function =
    Function::new("COUPPCD", "KUPFKD", Finance, |arguments| dated(given(arguments)?.previous.serial(), arguments))
        .takes(PARAMETERS)
        .help("Gives the last interest date before settlement.", "Ger den senaste räntedagen före betalningsdagen.")
        .examples(&[example("COUPPCD(DATE(2011,1,25),DATE(2011,11,15),2,1)", "40497")]);

/// The interest period that holds a settlement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Coupon {
    pub settlement: Date,
    /// The interest date at or before settlement.
    pub previous: Date,
    /// The interest date after it.
    pub next: Date,
    /// Interest dates after settlement, maturity included.
    pub count: i64,
    /// Interest dates a year.
    pub frequency: i64,
    pub basis: Basis,
}

impl Coupon {
    /// The interest period of a security that matures at a date.
    pub fn new(settlement: Date, maturity: Date, frequency: i64, basis: Basis) -> Result<Self, CellError> {
        let dates = Dates { anchor: maturity, months: 12 / frequency };
        let apart = (maturity.year - settlement.year) * 12 + maturity.month - settlement.month;
        let mut count = (apart / dates.months).max(1) - 1;
        while dates.at(-count)? > settlement {
            count += 1;
        }
        Ok(Self { settlement, previous: dates.at(-count)?, next: dates.at(1 - count)?, count, frequency, basis })
    }

    /// Days of the period, which for years of fixed length need not be whole.
    pub fn days(&self) -> f64 {
        match self.basis {
            Basis::Actual => (self.next.serial() - self.previous.serial()) as f64,
            Basis::Actual365 => 365.0 / self.frequency as f64,
            _ => 360.0 / self.frequency as f64,
        }
    }

    /// Days of the period before settlement.
    pub fn days_before(&self) -> i64 {
        self.basis.days(self.previous, self.settlement)
    }

    /// Days of the period from settlement on.
    fn days_after(&self) -> i64 {
        match self.basis {
            Basis::American30 => american_days_of_coupon(self.previous, self.next) - self.days_before(),
            basis => basis.days(self.settlement, self.next),
        }
    }

    /// The part of the period that is left at settlement.
    pub fn rest(&self) -> f64 {
        (self.days() - self.days_before() as f64) / self.days()
    }
}

/// Dates at equal steps of months from one of them; from the end of a month they go to ends of months.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dates {
    pub anchor: Date,
    pub months: i64,
}

impl Dates {
    /// The date so many steps away.
    pub fn at(self, steps: i64) -> Result<Date, CellError> {
        let date = self.anchor.plus_months(steps.saturating_mul(self.months))?;
        Ok(if ends_month(self.anchor) { date.month_end() } else { date })
    }
}

/// Interest dates a year: 1, 2 or 4.
pub(super) fn frequency(arguments: &Arguments<'_>, index: usize) -> Result<i64, CellError> {
    match arguments.plain_integer(index)? {
        frequency @ (1 | 2 | 4) => Ok(frequency),
        _ => Err(CellError::Number),
    }
}

fn given(arguments: &Arguments<'_>) -> Result<Coupon, CellError> {
    let (settlement, maturity) = (date(arguments, 0)?, date(arguments, 1)?);
    let (frequency, basis) = (frequency(arguments, 2)?, Basis::read(arguments, 3)?);
    if settlement >= maturity {
        return Err(CellError::Number);
    }
    Coupon::new(settlement, maturity, frequency, basis)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn dates_keep_to_ends_of_months() {
        check(&[
            ("COUPPCD(DATE(2019,3,1),DATE(2020,2,29),2)", "43524"),
            ("COUPNCD(DATE(2019,3,1),DATE(2020,2,29),2)", "43708"),
            ("COUPNUM(DATE(2019,3,1),DATE(2020,2,29),2)", "2"),
            ("COUPDAYS(DATE(2019,3,1),DATE(2020,2,29),4,3)", "91.25"),
            ("COUPPCD(DATE(2020,2,29),DATE(2020,8,31),2)", "43890"),
        ]);
    }

    #[test]
    fn settlements_after_maturity_and_odd_frequencies_are_errors() {
        check(&[
            ("COUPNUM(2,1,1)", "#NUM!"),
            ("COUPNUM(1,1,1)", "#NUM!"),
            ("COUPNUM(1,2,3)", "#NUM!"),
            ("COUPNUM(40000,41000,2,5)", "#NUM!"),
            ("COUPNUM(\"x\",41000,2)", "#VALUE!"),
            ("COUPNUM(TRUE,41000,2)", "#VALUE!"),
            ("COUPPCD(1,100,1)", "#NUM!"),
        ]);
    }
}
