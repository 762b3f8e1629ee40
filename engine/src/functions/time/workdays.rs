//! Working days, Monday to Friday without holidays. Days are reckoned by their number among weekdays, so that nothing is
//! counted day by day.

use super::weeks::since_monday;
use crate::display::coerce;
use crate::functions::calendar::{day, day_of};
use crate::functions::function::Category::Time;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::moment::LAST_DAY;
use crate::value::{CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[NETWORKDAYS, WORKDAY];

const NETWORKDAYS: Function = Function::new("NETWORKDAYS", "NETTOARBETSDAGAR", Time, net_workdays)
    .takes(&[scalar("start", "startdatum"), scalar("end", "slutdatum"), any("holidays", "lediga").optional()])
    .help(
        "Counts working days between two dates, both included.",
        "Räknar arbetsdagar mellan två datum, båda medräknade.",
    )
    .examples(&[example("NETWORKDAYS(DATE(2026,8,1),DATE(2026,8,31))", "21")]);

const WORKDAY: Function = Function::new("WORKDAY", "ARBETSDAGAR", Time, workday)
    .takes(&[scalar("start", "startdatum"), scalar("days", "dagar"), any("holidays", "lediga").optional()])
    .help(
        "Gives the date so many working days after another, or before it.",
        "Ger datumet ett antal arbetsdagar efter ett annat, eller före det.",
    )
    .examples(&[example("WORKDAY(DATE(2026,8,28),1)", "46265")]);

/// How many weekdays there are up to a day, that day included.
fn weekdays_until(day: i64) -> i64 {
    let days = day - 1;
    days.div_euclid(7) * 5 + days.rem_euclid(7).min(5)
}

/// The day of the n-th weekday.
fn weekday_number(n: i64) -> i64 {
    2 + (n - 1).div_euclid(5) * 7 + (n - 1).rem_euclid(5)
}

/// Holidays that fall on weekdays, in order and each once.
fn holidays(arguments: &Arguments<'_>) -> Result<Vec<i64>, CellError> {
    let (mut days, mut failed) = (Vec::new(), None);
    if arguments.count() > 2 {
        arguments.each(2, &mut |value, _| match holiday(value, arguments) {
            Ok(Some(day)) => days.push(day),
            Ok(None) => {}
            Err(error) => _ = failed.get_or_insert(error),
        });
    }
    days.retain(|day| since_monday(*day) < 5);
    days.sort_unstable();
    days.dedup();
    failed.map_or(Ok(days), Err)
}

fn holiday(value: &Value, arguments: &Arguments<'_>) -> Result<Option<i64>, CellError> {
    match value {
        Value::Blank => Ok(None),
        Value::Boolean(_) => Err(CellError::Value),
        value => day_of(coerce::to_number(value, arguments.host.locale())?).map(Some),
    }
}

fn net_workdays(arguments: &Arguments<'_>) -> Answer {
    let (start, end) = (day(arguments, 0)?, day(arguments, 1)?);
    let (first, last) = (start.min(end), start.max(end));
    let off = holidays(arguments)?.into_iter().filter(|day| (first..=last).contains(day)).count() as i64;
    let days = weekdays_until(last) - weekdays_until(first - 1) - off;
    Ok((if start <= end { days } else { -days }).into())
}

fn workday(arguments: &Arguments<'_>) -> Answer {
    let (start, days) = (day(arguments, 0)?, arguments.integer(1)?);
    if days.unsigned_abs() > LAST_DAY as u64 {
        return Err(CellError::Number);
    }
    let holidays = holidays(arguments)?;
    let end = match days {
        0 => start,
        1.. => {
            let off = holidays.into_iter().filter(|day| *day > start);
            weekday_number(off.fold(weekdays_until(start) + days, |n, day| n + i64::from(day <= weekday_number(n))))
        }
        _ => {
            let off = holidays.into_iter().rev().filter(|day| *day < start);
            let n = weekdays_until(start - 1) + days + 1;
            weekday_number(off.fold(n, |n, day| n - i64::from(day >= weekday_number(n))))
        }
    };
    if (0..=LAST_DAY).contains(&end) { Ok(end.into()) } else { Err(CellError::Number) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::functions::tests::{check, check_with};

    #[test]
    fn weekdays_and_their_numbers_belong_together() {
        let mut n = weekdays_until(0);
        for day in 1..2000 {
            if since_monday(day) < 5 {
                n += 1;
                assert_eq!(weekday_number(n), day);
            }
            assert_eq!(weekdays_until(day), n, "{day}");
        }
    }

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
    fn days_outside_the_calendar_are_errors() {
        check(&[
            ("WORKDAY(1,9223372036854775807)", "#NUM!"),
            ("WORKDAY(2958465,1)", "#NUM!"),
            ("WORKDAY(1,-5)", "#NUM!"),
            ("NETWORKDAYS(-1,5)", "#NUM!"),
            ("NETWORKDAYS(1,5,{\"x\"})", "#VALUE!"),
        ]);
    }
}
