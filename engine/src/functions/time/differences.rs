//! How far dates lie apart, in days, months and years.

use crate::functions::calendar::{Basis, american_days360, date, day, european_days};
use crate::functions::function::Category::Time;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;
use crate::value::moment::{Date, days_in_month};

pub(super) const FUNCTIONS: &[Function] = &[DAYS, DAYS360, DATEDIF, YEARFRAC];

const DAYS: Function =
    Function::new("DAYS", "DAGAR", Time, |arguments| Ok((day(arguments, 0)? - day(arguments, 1)?).into()))
        .takes(&[scalar("end", "slutdatum"), scalar("start", "startdatum")])
        .help("Gives the number of days from one date to another.", "Ger antalet dagar från ett datum till ett annat.")
        .examples(&[example("DAYS(\"2026-08-31\",\"2026-01-01\")", "242")]);

const DAYS360: Function = Function::new("DAYS360", "DAGAR360", Time, |arguments| {
    let (start, end) = (Date::from_serial(day(arguments, 0)?)?, Date::from_serial(day(arguments, 1)?)?);
    let european = arguments.boolean_or(2, false)?;
    Ok(if european { european_days(start, end) } else { american_days360(start, end) }.into())
})
.takes(&[scalar("start", "startdatum"), scalar("end", "slutdatum"), scalar("european", "europeisk").optional()])
.help(
    "Gives the number of days between two dates in a year of twelve months of 30 days.",
    "Ger antalet dagar mellan två datum i ett år med tolv månader om 30 dagar.",
)
.examples(&[example("DAYS360(\"2026-01-30\",\"2026-08-31\")", "210")]);

const DATEDIF: Function = Function::new("DATEDIF", "DATEDIF", Time, difference)
    .takes(&[scalar("start", "startdatum"), scalar("end", "slutdatum"), scalar("unit", "enhet")])
    .help(
        "Counts whole years (Y), months (M) or days (D) between two dates; YM, MD and YD leave out the larger parts.",
        "Räknar hela år (Y), månader (M) eller dagar (D) mellan två datum; YM, MD och YD utelämnar de större delarna.",
    )
    .examples(&[example("DATEDIF(\"2024-05-15\",\"2026-08-31\",\"M\")", "27")]);

const YEARFRAC: Function = Function::new("YEARFRAC", "ÅRDEL", Time, year_fraction)
    .takes(&[scalar("start", "startdatum"), scalar("end", "slutdatum"), scalar("basis", "bas").optional()])
    .help(
        "Gives the part of a year between two dates; basis 0 counts months of 30 days, 1 the calendar.",
        "Ger den del av ett år som ligger mellan två datum; bas 0 räknar månader om 30 dagar, 1 kalendern.",
    )
    .examples(&[example("YEARFRAC(\"2026-01-01\",\"2026-07-01\")", "0.5")]);

fn difference(arguments: &Arguments<'_>) -> Answer {
    let (start, end) = (day(arguments, 0)?, day(arguments, 1)?);
    if start > end {
        return Err(CellError::Number);
    }
    let (from, to) = (Date::from_serial(start)?, Date::from_serial(end)?);
    let months = (to.year - from.year) * 12 + to.month - from.month - i64::from(to.day < from.day);
    let result = match arguments.text(2)?.to_uppercase().as_str() {
        "Y" => months / 12,
        "M" => months,
        "D" => end - start,
        "YM" => months % 12,
        "MD" => days_past_months(from, to),
        "YD" => days_past_years(from, to, start)?,
        _ => return Err(CellError::Number),
    };
    Ok(result.into())
}

fn days_past_months(from: Date, to: Date) -> i64 {
    let before = if to.month == 1 { days_in_month(to.year - 1, 12) } else { days_in_month(to.year, to.month - 1) };
    if to.day >= from.day { to.day - from.day } else { before - from.day + to.day }
}

/// Days from the start to the end's day of the year when it comes next. A leap day between them counts only if the start
/// or the end lies in a leap year, as in Excel.
fn days_past_years(from: Date, to: Date, start: i64) -> Result<i64, CellError> {
    let wraps = (to.month, to.day) < (from.month, from.day);
    let year = if wraps { from.year + 1 } else { from.year };
    let is_leap = |year| days_in_month(year, 2) == 29;
    let foreign = wraps && is_leap(year) && to.month > 2 && !is_leap(from.year) && !is_leap(to.year);
    Ok(Date::rolled(year, to.month, to.day)? - start - i64::from(foreign))
}

fn year_fraction(arguments: &Arguments<'_>) -> Answer {
    let (one, other) = (date(arguments, 0)?, date(arguments, 1)?);
    let basis = Basis::read(arguments, 2)?;
    Ok(basis.fraction(one.min(other), one.max(other))?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn whole_units_between_dates() {
        check(&[
            ("DATEDIF(\"2001-01-01\",\"2003-01-01\",\"y\")", "2"),
            ("DATEDIF(\"2001-06-01\",\"2002-08-15\",\"D\")", "440"),
            ("DATEDIF(\"2001-06-01\",\"2002-08-15\",\"YD\")", "75"),
            ("DATEDIF(\"2001-06-30\",\"2002-08-15\",\"YM\")", "1"),
            ("DATEDIF(\"2001-06-30\",\"2002-08-15\",\"MD\")", "16"),
            ("DATEDIF(\"2026-01-31\",\"2026-03-01\",\"M\")", "1"),
            ("DATEDIF(\"2026-02-01\",\"2026-01-01\",\"D\")", "#NUM!"),
            ("DATEDIF(\"2015-01-01\",\"2016-12-31\",\"YD\")", "364"),
            ("DATEDIF(\"2007-12-25\",\"2010-03-17\",\"YD\")", "82"),
            ("DATEDIF(\"1982-12-07\",\"2008-06-28\",\"YD\")", "203"),
            ("DATEDIF(\"2007-01-31\",\"2007-03-01\",\"MD\")", "-2"),
            ("DATEDIF(1,2,\"X\")", "#NUM!"),
            ("DAYS(\"2026-01-01\",\"2026-08-31\")", "-242"),
            ("DAYS(\"x\",1)", "#VALUE!"),
        ]);
    }

    #[test]
    fn years_of_360_days_by_both_rules() {
        check(&[
            ("DAYS360(\"2000-02-29\",\"2000-03-31\")", "30"),
            ("DAYS360(\"2000-02-28\",\"2000-03-31\")", "33"),
            ("DAYS360(\"2000-02-29\",\"2000-03-31\",TRUE)", "31"),
            ("DAYS360(\"2007-01-01\",\"2007-01-31\")", "30"),
            ("DAYS360(\"2007-01-31\",\"2007-01-01\")", "-29"),
            ("DAYS360(1,2,\"x\")", "#VALUE!"),
            ("DAYS360(-1,2)", "#NUM!"),
        ]);
    }

    #[test]
    fn parts_of_years_by_every_basis() {
        check(&[
            ("ROUND(YEARFRAC(\"2012-01-01\",\"2012-07-30\"),8)", "0.58055556"),
            ("ROUND(YEARFRAC(\"2012-01-01\",\"2012-07-30\",1),8)", "0.57650273"),
            ("ROUND(YEARFRAC(\"2012-01-01\",\"2012-07-30\",2),8)", "0.58611111"),
            ("ROUND(YEARFRAC(\"2012-01-01\",\"2012-07-30\",3),8)", "0.57808219"),
            ("ROUND(YEARFRAC(\"2012-01-01\",\"2012-07-30\",4),8)", "0.58055556"),
            ("YEARFRAC(\"2026-07-01\",\"2026-01-01\")", "0.5"),
            ("YEARFRAC(\"2025-02-28\",\"2026-02-28\")", "1"),
            ("YEARFRAC(\"2025-01-31\",\"2025-03-31\",4)", "0.1666666666666666666666666667"),
            ("YEARFRAC(1,2,5)", "#NUM!"),
        ]);
    }
}
