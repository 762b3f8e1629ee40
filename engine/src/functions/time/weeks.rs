//! Days of the week and numbers of weeks.

use crate::functions::calendar::{day, plain_day};
use crate::functions::function::Category::Time;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;
use crate::value::moment::Date;

pub(super) const FUNCTIONS: &[Function] = &[WEEKDAY, WEEKNUM, ISOWEEKNUM];

const WEEKDAY: Function = Function::new("WEEKDAY", "VECKODAG", Time, weekday)
    .takes(&[scalar("date", "datum"), scalar("type", "returtyp").optional()])
    .help(
        "Gives the day of the week: 1 is Sunday, or Monday with type 2.",
        "Ger veckodagen: 1 är söndag, eller måndag med returtyp 2.",
    )
    .examples(&[example("WEEKDAY(DATE(2026,8,31),2)", "1"), example("WEEKDAY(DATE(2026,8,31))", "2")]);

const WEEKNUM: Function = Function::new("WEEKNUM", "VECKONR", Time, week_number)
    .takes(&[scalar("date", "datum"), scalar("type", "returtyp").optional()])
    .help(
        "Gives the week of the year, where week 1 holds 1 January; type 21 counts as in Sweden.",
        "Ger veckan på året, där vecka 1 innehåller 1 januari; returtyp 21 räknar som i Sverige.",
    )
    .examples(&[example("WEEKNUM(DATE(2026,8,31))", "36"), example("WEEKNUM(DATE(2027,1,1),21)", "53")]);

const ISOWEEKNUM: Function =
    Function::new("ISOWEEKNUM", "ISOVECKONR", Time, |arguments| Ok(iso_week(day(arguments, 0)?)?.into()))
        .takes(&[scalar("date", "datum")])
        .help(
            "Gives the week number as counted in Sweden: weeks begin on Monday and week 1 holds 4 January.",
            "Ger veckonumret som det räknas i Sverige: veckan börjar på måndag och vecka 1 innehåller 4 januari.",
        )
        .examples(&[example("ISOWEEKNUM(DATE(2026,8,31))", "36")]);

/// The week that the first days of the calendar, which Excel takes for a Saturday and a Sunday, still belong to.
const LAST_WEEK_OF_1899: i64 = 52;

/// Days since Monday, 0 to 6.
pub(super) fn since_monday(day: i64) -> i64 {
    (day + 5).rem_euclid(7)
}

fn weekday(arguments: &Arguments<'_>) -> Answer {
    let monday = since_monday(day(arguments, 0)?);
    let number = match arguments.integer_or(1, 1)? {
        1 => (monday + 1) % 7 + 1,
        2 => monday + 1,
        3 => monday,
        kind @ 11..=17 => (monday - (kind - 11)).rem_euclid(7) + 1,
        _ => return Err(CellError::Number),
    };
    Ok(number.into())
}

fn week_number(arguments: &Arguments<'_>) -> Answer {
    let day = plain_day(arguments, 0)?;
    let first_weekday = match arguments.integer_or(1, 1)? {
        1 => 6,
        2 => 0,
        kind @ 11..=17 => kind - 11,
        21 => return Ok(iso_week(day)?.into()),
        _ => return Err(CellError::Number),
    };
    let new_year = Date { year: Date::from_serial(day)?.year, month: 1, day: 1 }.serial();
    let before = (since_monday(new_year) - first_weekday).rem_euclid(7);
    Ok(((day - new_year + before).div_euclid(7) + 1).into())
}

/// The week belongs to the year of its Thursday.
fn iso_week(day: i64) -> Result<i64, CellError> {
    let thursday = day - since_monday(day) + 3;
    if thursday < 1 {
        return Ok(LAST_WEEK_OF_1899);
    }
    let year = Date::from_serial(thursday)?.year;
    Ok((thursday - Date { year, month: 1, day: 1 }.serial()) / 7 + 1)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn weekdays_of_every_type() {
        check(&[
            ("WEEKDAY(\"2026-08-30\")", "1"),
            ("WEEKDAY(\"2026-08-30\",2)", "7"),
            ("WEEKDAY(\"2026-08-30\",3)", "6"),
            ("WEEKDAY(\"2026-08-30\",11)", "7"),
            ("WEEKDAY(\"2026-08-30\",17)", "1"),
            ("WEEKDAY(\"2026-08-30\",14)", "4"),
            ("WEEKDAY(1,)", "#NUM!"),
            ("WEEKDAY(1,9)", "#NUM!"),
        ]);
    }

    #[test]
    fn weeks_at_the_turn_of_the_year() {
        check(&[
            ("ISOWEEKNUM(\"2027-01-03\")", "53"),
            ("ISOWEEKNUM(\"2027-01-04\")", "1"),
            ("ISOWEEKNUM(\"2024-12-30\")", "1"),
            ("ISOWEEKNUM(1)", "52"),
            ("ISOWEEKNUM(2)", "1"),
            ("WEEKNUM(0,21)", "52"),
            ("WEEKNUM(TRUE)", "#VALUE!"),
            ("WEEKNUM(\"2027-01-01\")", "1"),
            ("WEEKNUM(\"2027-01-03\")", "2"),
            ("WEEKNUM(\"2027-01-03\",2)", "1"),
            ("WEEKNUM(\"2012-03-09\",2)", "11"),
            ("WEEKNUM(1,99)", "#NUM!"),
            ("WEEKNUM(0)", "0"),
        ]);
    }
}
