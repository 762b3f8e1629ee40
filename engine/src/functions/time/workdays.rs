//! Working days, without weekends and holidays. Days are reckoned by their number among working days, so that nothing is
//! counted day by day.

use super::weekends::{MONDAY_TO_FRIDAY, Week, week};
use crate::base::sorting;
use crate::functions::calendar::{dated, plain_day, plain_day_of};
use crate::functions::function::Category::Time;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::moment::LAST_DAY;
use crate::value::{CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[NETWORKDAYS, NETWORKDAYS_INTL, WORKDAY, WORKDAY_INTL];

const START: Parameter = scalar("start", "startdatum");
const END: Parameter = scalar("end", "slutdatum");
const DAYS: Parameter = scalar("days", "dagar");
const WEEKEND: Parameter = scalar("weekend", "helg").optional();
const HOLIDAYS: Parameter = any("holidays", "lediga").optional();

const NETWORKDAYS: Function =
    Function::new("NETWORKDAYS", "NETTOARBETSDAGAR", Time, |arguments| net_workdays(arguments, MONDAY_TO_FRIDAY, 2))
        .takes(&[START, END, HOLIDAYS])
        .help(
            "Counts working days between two dates, both included.",
            "Räknar arbetsdagar mellan två datum, båda medräknade.",
        )
        .examples(&[example("NETWORKDAYS(DATE(2026,8,1),DATE(2026,8,31))", "21")]);

const NETWORKDAYS_INTL: Function = Function::new("NETWORKDAYS.INTL", "NETTOARBETSDAGAR.INT", Time, |arguments| {
    net_workdays(arguments, week(arguments, 2)?, 3)
})
.takes(&[START, END, WEEKEND, HOLIDAYS])
.help(
    "Counts working days between two dates, with the days of the week that are free as a number or as text.",
    "Räknar arbetsdagar mellan två datum, med veckans lediga dagar som tal eller text.",
)
.examples(&[example("NETWORKDAYS.INTL(DATE(2026,8,1),DATE(2026,8,31),11)", "26")]);

const WORKDAY: Function =
    Function::new("WORKDAY", "ARBETSDAGAR", Time, |arguments| workday(arguments, MONDAY_TO_FRIDAY, 2))
        .takes(&[START, DAYS, HOLIDAYS])
        .help(
            "Gives the date so many working days after another, or before it.",
            "Ger datumet ett antal arbetsdagar efter ett annat, eller före det.",
        )
        .examples(&[example("WORKDAY(DATE(2026,8,28),1)", "46265")]);

const WORKDAY_INTL: Function =
    Function::new("WORKDAY.INTL", "ARBETSDAGAR.INT", Time, |arguments| workday(arguments, week(arguments, 2)?, 3))
        .takes(&[START, DAYS, WEEKEND, HOLIDAYS])
        .help(
            "Gives the date so many working days away, with the days of the week that are free as a number or as text.",
            "Ger datumet ett antal arbetsdagar bort, med veckans lediga dagar som tal eller text.",
        )
        .examples(&[example("WORKDAY.INTL(DATE(2026,8,28),1,\"0000001\")", "46263")]);

/// Holidays that fall on working days, in order and each once.
fn holidays(arguments: &Arguments<'_>, week: Week, index: usize) -> Result<Vec<i64>, CellError> {
    let (mut days, mut failed) = (Vec::new(), None);
    if index < arguments.count() {
        arguments.each(index, &mut |value, _| match plain_day_of(value, arguments.host) {
            Ok(_) if *value == Value::Blank => {}
            Ok(day) => days.push(day),
            Err(error) => _ = failed.get_or_insert(error),
        });
    }
    days.retain(|day| week.works(*day));
    sorting::sort(&mut days);
    days.dedup();
    failed.map_or(Ok(days), Err)
}

fn net_workdays(arguments: &Arguments<'_>, week: Week, index: usize) -> Answer {
    let (start, end) = (plain_day(arguments, 0)?, plain_day(arguments, 1)?);
    let (first, last) = (start.min(end), start.max(end));
    let holidays = holidays(arguments, week, index)?;
    let off = holidays.into_iter().filter(|day| (first..=last).contains(day)).count() as i64;
    let days = week.until(last) - week.until(first - 1) - off;
    Ok((if start <= end { days } else { -days }).into())
}

fn workday(arguments: &Arguments<'_>, week: Week, index: usize) -> Answer {
    let (start, days) = (plain_day(arguments, 0)?, arguments.plain_integer(1)?);
    if days.unsigned_abs() > LAST_DAY as u64 {
        return Err(CellError::Number);
    }
    let holidays = holidays(arguments, week, index)?;
    let nth = |n: i64| week.number(n).ok_or(CellError::Value);
    let end = match days {
        0 => start,
        1.. => {
            let mut off = holidays.into_iter().filter(|day| *day > start);
            let n = week.until(start) + days;
            nth(off.try_fold(n, |n, day| Ok(n + i64::from(day <= nth(n)?)))?)?
        }
        _ => {
            let mut off = holidays.into_iter().rev().filter(|day| *day < start);
            let n = week.until(start - 1) + days + 1;
            nth(off.try_fold(n, |n, day| Ok(n - i64::from(day >= nth(n)?)))?)?
        }
    };
    if (0..=LAST_DAY).contains(&end) { dated(end, arguments) } else { Err(CellError::Number) }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn weekends_and_holidays_are_no_working_days() {
        check_with(
            &[("A1", "45653"), ("A2", "45652"), ("A3", "45651"), ("A4", "45655")],
            &[
                ("NETWORKDAYS(\"2024-12-23\",\"2024-12-31\")", "7"),
                ("NETWORKDAYS(\"2024-12-23\",\"2024-12-31\",A1:A9)", "4"),
                ("NETWORKDAYS(\"2024-12-31\",\"2024-12-23\",A1:A9)", "-4"),
                ("NETWORKDAYS(\"2024-12-28\",\"2024-12-29\")", "0"),
                ("WORKDAY(\"2024-12-24\",1,A1:A4)", "45656"),
                ("WORKDAY(\"2024-12-24\",1)", "45651"),
                ("WORKDAY(\"2024-12-30\",-1,A1:A4)", "45650"),
                ("WORKDAY(\"2024-12-28\",-1)", "45653"),
                ("WORKDAY(\"2024-12-28\",0)", "45654"),
                ("WORKDAY(\"2024-12-24\",1,\"2024-12-25\")", "45652"),
            ],
        );
    }

    #[test]
    fn weekends_may_be_any_days_of_the_week() {
        check_with(
            &[("A1", "38719"), ("A2", "38733")],
            &[
                ("NETWORKDAYS.INTL(\"2006-01-01\",\"2006-01-31\")", "22"),
                ("NETWORKDAYS.INTL(\"2006-02-28\",\"2006-01-31\")", "-21"),
                ("NETWORKDAYS.INTL(\"2006-01-01\",\"2006-02-01\",7,A1:A2)", "22"),
                ("NETWORKDAYS.INTL(\"2006-01-01\",\"2006-02-01\",\"0010001\",A1:A2)", "20"),
                ("NETWORKDAYS.INTL(\"2006-01-01\",\"2006-02-01\",,A1:A2)", "21"),
                ("NETWORKDAYS.INTL(1,40000,\"1111111\")", "0"),
                ("WORKDAY.INTL(\"2012-01-01\",90,11)", "41013"),
                ("WORKDAY.INTL(\"2012-01-01\",30,17)", "40944"),
                ("WORKDAY.INTL(\"2012-01-01\",-1,\"1110111\")", "40906"),
            ],
        );
    }

    #[test]
    fn days_outside_the_calendar_and_unknown_weekends_are_errors() {
        check(&[
            ("WORKDAY(1,9223372036854775807)", "#NUM!"),
            ("WORKDAY(2958465,1)", "#NUM!"),
            ("WORKDAY(1,-5)", "#NUM!"),
            ("WORKDAY(TRUE,1)", "#VALUE!"),
            ("NETWORKDAYS(-1,5)", "#NUM!"),
            ("NETWORKDAYS(1,5,{\"x\"})", "#VALUE!"),
            ("NETWORKDAYS(1,5,{TRUE})", "#VALUE!"),
            ("NETWORKDAYS.INTL(1,5,8)", "#NUM!"),
            ("NETWORKDAYS.INTL(1,5,0)", "#NUM!"),
            ("NETWORKDAYS.INTL(1,5,\"001\")", "#VALUE!"),
            ("NETWORKDAYS.INTL(1,5,\"0000002\")", "#VALUE!"),
            ("WORKDAY.INTL(1,5,\"1111111\")", "#VALUE!"),
        ]);
    }
}
