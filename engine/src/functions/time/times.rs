//! The time of day.

use super::moment_in_text;
use crate::functions::function::Category::Time;
use crate::functions::function::{Function, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::moment::split;
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[TIME, HOUR, MINUTE, SECOND, NOW, TIMEVALUE];

const TIME: Function = Function::new("TIME", "KLOCKSLAG", Time, time)
    .takes(&[scalar("hour", "timme"), scalar("minute", "minut"), scalar("second", "sekund")])
    .help("Gives a time of day as a part of a day.", "Ger ett klockslag som del av ett dygn.")
    .examples(&[example("TIME(18,0,0)", "0.75")]);

const HOUR: Function = Function::new("HOUR", "TIMME", Time, |arguments| Ok((seconds(arguments)? / 3600).into()))
    .takes(&[scalar("time", "tid")])
    .help("Gives the hour of a time, 0 to 23.", "Ger timmen för en tid, 0 till 23.")
    .examples(&[example("HOUR(0.75)", "18")]);

const MINUTE: Function = Function::new("MINUTE", "MINUT", Time, |arguments| Ok((seconds(arguments)? / 60 % 60).into()))
    .takes(&[scalar("time", "tid")])
    .help("Gives the minute of a time, 0 to 59.", "Ger minuten för en tid, 0 till 59.")
    .examples(&[example("MINUTE(\"14:30\")", "30")]);

const SECOND: Function = Function::new("SECOND", "SEKUND", Time, |arguments| Ok((seconds(arguments)? % 60).into()))
    .takes(&[scalar("time", "tid")])
    .help("Gives the second of a time, 0 to 59.", "Ger sekunden för en tid, 0 till 59.")
    .examples(&[example("SECOND(\"14:30:15\")", "15")]);

const NOW: Function = Function::new("NOW", "NU", Time, |arguments| {
    Ok(arguments.host.now().minus(Number::from(arguments.host.date_offset()))?.into())
})
.help("Gives today's date and the time of day.", "Ger dagens datum och aktuell tid.")
.examples(&[example("ISNUMBER(NOW())", "TRUE")])
.volatile();

const TIMEVALUE: Function = Function::new("TIMEVALUE", "TIDVÄRDE", Time, time_value)
    .takes(&[scalar("text", "tidstext")])
    .help("Reads a time of day out of a text.", "Läser ett klockslag ur en text.")
    .examples(&[example("TIMEVALUE(\"06:00\")", "0.25")]);

/// The greatest hour, minute or second that `TIME` takes.
const MAX_PART: i64 = 32_767;
const SECONDS_IN_DAY: i64 = 86_400;

fn time(arguments: &Arguments<'_>) -> Answer {
    let [hours, minutes, seconds] = [0, 1, 2].map(|index| match arguments.integer(index)? {
        part if part.unsigned_abs() > MAX_PART as u64 => Err(CellError::Number),
        part => Ok(part),
    });
    let total = hours? * 3600 + minutes? * 60 + seconds?;
    if total < 0 {
        return Err(CellError::Number);
    }
    Ok(Number::from(total % SECONDS_IN_DAY).over(Number::from(SECONDS_IN_DAY))?.into())
}

fn seconds(arguments: &Arguments<'_>) -> Result<i64, CellError> {
    Ok(split(arguments.number(0)?)?.1)
}

fn time_value(arguments: &Arguments<'_>) -> Answer {
    let moment = moment_in_text(arguments)?;
    Ok(moment.minus(moment.floor())?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn times_are_made_and_taken_apart() {
        check(&[
            ("TIME(27,0,0)", "0.125"),
            ("TIME(0,-1,0)", "#NUM!"),
            ("TIME(1,-60,0)", "0"),
            ("TIME(32768,0,0)", "#NUM!"),
            ("HOUR(TIME(14,30,15))", "14"),
            ("MINUTE(TIME(14,30,15))", "30"),
            ("SECOND(TIME(14,30,15))", "15"),
            ("HOUR(-1)", "#NUM!"),
            ("HOUR(43708.5)", "12"),
            ("HOUR(79228162514264337593543950335)", "#NUM!"),
            ("NOW()", "46265.75"),
            ("TIMEVALUE(\"2019-08-31 18:00\")", "0.75"),
            ("TIMEVALUE(\"6:00 PM\")", "0.75"),
            ("TIMEVALUE(\"36:00\")", "0.5"),
            ("TIMEVALUE(0.5)", "#VALUE!"),
            ("TIMEVALUE(\"x\")", "#VALUE!"),
            ("SECOND(0.9999999)", "0"),
        ]);
    }
}
