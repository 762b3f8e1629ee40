//! Dates made of years, months and days, and taken apart again.

use super::moment_in_text;
use crate::functions::calendar::{self, dated, day};
use crate::functions::function::Category::Time;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::moment::Date;
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[DATE, YEAR, MONTH, DAY, TODAY, EDATE, EOMONTH, DATEVALUE];

const DATE: Function = Function::new("DATE", "DATUM", Time, date)
    .takes(&[scalar("year", "år"), scalar("month", "månad"), scalar("day", "dag")])
    .help(
        "Gives the date of a year, month and day; too large months and days roll over.",
        "Ger datumet för ett år, en månad och en dag; för stora månader och dagar går över till nästa.",
    )
    .examples(&[example("DATE(2019,8,31)", "43708"), example("DATE(2019,14,31)", "43892")]);

const YEAR: Function = Function::new("YEAR", "ÅR", Time, |arguments| Ok(part(arguments)?.year.into()))
    .takes(&[scalar("date", "datum")])
    .help("Gives the year of a date.", "Ger året för ett datum.")
    .examples(&[example("YEAR(43708)", "2019")]);

const MONTH: Function = Function::new("MONTH", "MÅNAD", Time, |arguments| Ok(part(arguments)?.month.into()))
    .takes(&[scalar("date", "datum")])
    .help("Gives the month of a date, 1 to 12.", "Ger månaden för ett datum, 1 till 12.")
    .examples(&[example("MONTH(\"2019-08-31\")", "8")]);

const DAY: Function = Function::new("DAY", "DAG", Time, |arguments| Ok(part(arguments)?.day.into()))
    .takes(&[scalar("date", "datum")])
    .help("Gives the day of the month of a date, 1 to 31.", "Ger dagen i månaden för ett datum, 1 till 31.")
    .examples(&[example("DAY(43708)", "31")]);

const TODAY: Function =
    Function::new("TODAY", "IDAG", Time, |arguments| dated(arguments.host.now().floor().truncated()?, arguments))
        .help("Gives today's date.", "Ger dagens datum.")
        .examples(&[example("ISNUMBER(TODAY())", "TRUE")])
        .volatile();

const EDATE: Function =
    Function::new("EDATE", "EDATUM", Time, |arguments| dated(shifted(arguments)?.serial(), arguments))
        .takes(&[scalar("date", "startdatum"), scalar("months", "månader")])
        .help("Gives the same day so many months later.", "Ger samma dag ett antal månader senare.")
        .examples(&[example("EDATE(DATE(2026,1,31),1)", "46081")]);

const EOMONTH: Function = Function::new("EOMONTH", "SLUTMÅNAD", Time, |arguments| {
    dated(shifted(arguments)?.month_end().serial(), arguments)
})
.takes(&[scalar("date", "startdatum"), scalar("months", "månader")])
.help(
    "Gives the last day of the month so many months later.",
    "Ger den sista dagen i månaden ett antal månader senare.",
)
.examples(&[example("EOMONTH(DATE(2019,8,1),0)", "43708")]);

const DATEVALUE: Function = Function::new("DATEVALUE", "DATUMVÄRDE", Time, date_value)
    .takes(&[scalar("text", "datumtext")])
    .help("Reads a date out of a text.", "Läser ett datum ur en text.")
    .examples(&[example("DATEVALUE(\"2019-08-31\")", "43708")]);

fn date(arguments: &Arguments<'_>) -> Answer {
    let [year, month, day] = [0, 1, 2].map(|index| arguments.integer(index));
    let (year, month, day) = (year?, month?, day?);
    let sensible = [month, day].iter().all(|part| part.unsigned_abs() < 10_000_000);
    match year {
        _ if !sensible => Err(CellError::Number),
        0..10_000 => dated(Date::rolled(if year < 1900 { year + 1900 } else { year }, month, day)?, arguments),
        _ => Err(CellError::Number),
    }
}

fn date_value(arguments: &Arguments<'_>) -> Answer {
    match moment_in_text(arguments)?.floor().truncated()? {
        0 => Ok(Number::ZERO.into()),
        day => dated(day, arguments),
    }
}

fn part(arguments: &Arguments<'_>) -> Result<Date, CellError> {
    Date::from_serial(day(arguments, 0)?)
}

/// A date so many months away from another.
fn shifted(arguments: &Arguments<'_>) -> Result<Date, CellError> {
    let (date, months) = (calendar::date(arguments, 0)?, arguments.plain_integer(1)?);
    date.plus_months(months)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn dates_are_made_and_taken_apart() {
        check(&[
            ("DATE(119,8,31)", "43708"),
            ("DATE(2019,1,0)", "43465"),
            ("DATE(2019,-1,1)", "43405"),
            ("DATE(-1,1,1)", "#NUM!"),
            ("DATE(10000,1,1)", "#NUM!"),
            ("DATE(2019,9223372036854775807,1)", "#NUM!"),
            ("DATE(2019,1,-9223372036854775808)", "#NUM!"),
            ("YEAR(43708.99)", "2019"),
            ("YEAR(-1)", "#NUM!"),
            ("YEAR(\"x\")", "#VALUE!"),
            ("MONTH(0)", "1"),
            ("DAY(60)", "29"),
            ("TODAY()", "46265"),
            ("DATEVALUE(\"2019-08-31 18:00\")", "43708"),
            ("DATEVALUE(\"x\")", "#VALUE!"),
            ("DATEVALUE(\"43708\")", "#VALUE!"),
            ("DATEVALUE(\"31 aug 2019\")", "43708"),
            ("DATEVALUE(\"31-Aug-2019\")", "43708"),
            ("DATEVALUE(\"8/31/2019\")", "43708"),
            ("DATEVALUE(\"31-aug\")", "46265"),
            ("DATEVALUE(\"29-Feb-1900\")", "60"),
            ("DATEVALUE(\"Feb-2010\")", "40210"),
            ("DATEVALUE(\"18:00\")", "0"),
            ("DATEVALUE(TRUE)", "#VALUE!"),
            ("YEAR(\"15-Feb-2008\")", "2008"),
        ]);
    }

    #[test]
    fn months_are_added_and_ended() {
        check(&[
            ("EDATE(43708,-6)", "43524"),
            ("EDATE(43708,9999999)", "#NUM!"),
            ("EDATE(43708,-9223372036854775808)", "#NUM!"),
            ("EOMONTH(43708,-6)", "43524"),
            ("EOMONTH(43708,1.9)", "43738"),
            ("EOMONTH(\"2024-02-01\",0)", "45351"),
            ("EOMONTH(43708,-99999)", "#NUM!"),
            ("EDATE(TRUE,1)", "#VALUE!"),
            ("EOMONTH(43708,FALSE)", "#VALUE!"),
        ]);
    }
}
