//! Sums, counts, extremes and spread of a field in the records that meet criteria.

use super::records::Records;
use super::{Answer, Arguments};
use crate::functions::Body;
use crate::functions::function::Category::Database;
use crate::functions::function::{Function, Parameter, any, example};
use crate::functions::math::square_root;
use crate::functions::statistics::{mean, sum_of, variance};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] =
    &[DSUM, DAVERAGE, DCOUNT, DCOUNTA, DGET, DMAX, DMIN, DPRODUCT, DSTDEV, DSTDEVP, DVAR, DVARP];

const PARAMETERS: &[Parameter] = &[any("database", "databas"), any("field", "fält"), any("criteria", "villkorsområde")];

const fn function(name: &'static str, swedish: &'static str, body: Body) -> Function {
    Function::new(name, swedish, Database, body).takes(PARAMETERS)
}

const DSUM: Function = function("DSUM", "DSUMMA", |arguments| of_numbers(arguments, sum_of))
    .help("Adds up a field of the records that meet criteria.", "Summerar ett fält i de poster som uppfyller villkor.")
    .examples(&[example("DSUM({\"Year\",\"Amount\";2025,10;2026,20;2026,5},\"Amount\",{\"Year\";2026})", "25")]);

const DAVERAGE: Function = function("DAVERAGE", "DMEDEL", |arguments| of_numbers(arguments, mean))
    .help(
        "Gives the average of a field of the records that meet criteria.",
        "Ger medelvärdet av ett fält i de poster som uppfyller villkor.",
    )
    .examples(&[example("DAVERAGE({\"Year\",\"Amount\";2025,10;2026,20;2026,5},2,{\"Year\";2026})", "12.5")]);

const DCOUNT: Function =
    function("DCOUNT", "DANTAL", |arguments| count(arguments, |value| value.as_number().is_some()))
        .help(
            "Counts the numbers in a field of the records that meet criteria, or the records without a field.",
            "Räknar talen i ett fält i de poster som uppfyller villkor, eller posterna om inget fält anges.",
        )
        .examples(&[example(
            "DCOUNT({\"Year\",\"Amount\";2025,10;2026,20;2026,\"–\"},\"Amount\",{\"Year\";2026})",
            "1",
        )]);

const DCOUNTA: Function = function("DCOUNTA", "DANTALV", |arguments| count(arguments, |value| !value.is_blank()))
    .help(
        "Counts what is filled in a field of the records that meet criteria, or the records without a field.",
        "Räknar ifyllda celler i ett fält i de poster som uppfyller villkor, eller posterna om inget fält anges.",
    )
    .examples(&[example("DCOUNTA({\"Year\",\"Amount\";2025,10;2026,20;2026,\"–\"},\"Amount\",{\"Year\";2026})", "2")]);

const DGET: Function = function("DGET", "DHÄMTA", only)
    .help("Gives a field of the one record that meets criteria.", "Ger ett fält i den enda post som uppfyller villkor.")
    .examples(&[
        example("DGET({\"Year\",\"Amount\";2025,10;2026,20},\"Amount\",{\"Year\";2026})", "20"),
        example("DGET({\"Year\",\"Amount\";2025,10;2026,20},\"Amount\",{\"Year\";2027})", "#VALUE!"),
    ]);

const DMAX: Function = function("DMAX", "DMAX", |arguments| {
    of_numbers(arguments, |numbers| Ok(numbers.iter().max().copied().unwrap_or_default()))
})
.help(
    "Gives the greatest number in a field of the records that meet criteria.",
    "Ger det största talet i ett fält i de poster som uppfyller villkor.",
)
.examples(&[example("DMAX({\"Year\",\"Amount\";2025,30;2026,20;2026,5},\"Amount\",{\"Year\";2026})", "20")]);

const DMIN: Function = function("DMIN", "DMIN", |arguments| {
    of_numbers(arguments, |numbers| Ok(numbers.iter().min().copied().unwrap_or_default()))
})
.help(
    "Gives the least number in a field of the records that meet criteria.",
    "Ger det minsta talet i ett fält i de poster som uppfyller villkor.",
)
.examples(&[example("DMIN({\"Year\",\"Amount\";2025,1;2026,20;2026,5},\"Amount\",{\"Year\";2026})", "5")]);

const DPRODUCT: Function = function("DPRODUCT", "DPRODUKT", |arguments| of_numbers(arguments, product))
    .help(
        "Multiplies a field of the records that meet criteria.",
        "Multiplicerar ett fält i de poster som uppfyller villkor.",
    )
    .examples(&[example("DPRODUCT({\"Year\",\"Amount\";2025,3;2026,20;2026,5},\"Amount\",{\"Year\";2026})", "100")]);

const DSTDEV: Function = function("DSTDEV", "DSTDAV", |arguments| deviation(arguments, true))
    .help(
        "Estimates the standard deviation of a field from a sample of records that meet criteria.",
        "Uppskattar standardavvikelsen för ett fält utifrån ett stickprov av poster som uppfyller villkor.",
    )
    .examples(&[example("DSTDEV({\"Year\",\"x\";1,1;1,3;1,5;2,9},\"x\",{\"Year\";1})", "2")]);

const DSTDEVP: Function = function("DSTDEVP", "DSTDAVP", |arguments| deviation(arguments, false))
    .help(
        "Gives the standard deviation of a field of all records that meet criteria.",
        "Ger standardavvikelsen för ett fält i alla poster som uppfyller villkor.",
    )
    .examples(&[example("DSTDEVP({\"Year\",\"x\";1,1;1,3;2,9},\"x\",{\"Year\";1})", "1")]);

const DVAR: Function = function("DVAR", "DVARIANS", |arguments| of_numbers(arguments, |list| variance(list, true)))
    .help(
        "Estimates the variance of a field from a sample of records that meet criteria.",
        "Uppskattar variansen för ett fält utifrån ett stickprov av poster som uppfyller villkor.",
    )
    .examples(&[example("DVAR({\"Year\",\"x\";1,1;1,3;1,5;2,9},\"x\",{\"Year\";1})", "4")]);

const DVARP: Function = function("DVARP", "DVARIANSP", |arguments| of_numbers(arguments, |list| variance(list, false)))
    .help(
        "Gives the variance of a field of all records that meet criteria.",
        "Ger variansen för ett fält i alla poster som uppfyller villkor.",
    )
    .examples(&[example("DVARP({\"Year\",\"x\";1,1;1,3;2,9},\"x\",{\"Year\";1})", "1")]);

fn of_numbers(arguments: &Arguments<'_>, total: fn(&[Number]) -> Result<Number, CellError>) -> Answer {
    Ok(total(&Records::of(arguments)?.numbers()?)?.into())
}

fn product(numbers: &[Number]) -> Result<Number, CellError> {
    match numbers {
        [] => Ok(Number::ZERO),
        numbers => numbers.iter().try_fold(Number::ONE, |product, number| product.times(*number)),
    }
}

fn deviation(arguments: &Arguments<'_>, of_sample: bool) -> Answer {
    Ok(square_root(variance(&Records::of(arguments)?.numbers()?, of_sample)?)?.into())
}

fn count(arguments: &Arguments<'_>, counts: fn(&Value) -> bool) -> Answer {
    let records = Records::of(arguments)?;
    if !records.has_field() {
        return Ok((records.count() as i64).into());
    }
    let counted = records.values()?.iter().filter(|value| counts(value)).count();
    Ok((counted as i64).into())
}

fn only(arguments: &Arguments<'_>) -> Answer {
    match Records::of(arguments)?.values()?.as_slice() {
        [] => Err(CellError::Value),
        [value] => Ok(value.clone().into()),
        _ => Err(CellError::Number),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check_with;

    const TREES: &[(&str, &str)] = &[
        ("A1", "'Tree"),
        ("B1", "'Height"),
        ("C1", "'Yield"),
        ("A2", "'Apple"),
        ("B2", "18"),
        ("C2", "14"),
        ("A3", "'Pear"),
        ("B3", "12"),
        ("C3", "10"),
        ("A4", "'Cherry"),
        ("B4", "13"),
        ("C4", "9"),
        ("A5", "'Apple"),
        ("B5", "14"),
        ("C5", "'–"),
        ("A6", "'apple pie"),
        ("B6", "9"),
        ("E1", "'tree"),
        ("F1", "'HEIGHT"),
        ("G1", "'height"),
        ("E2", "'=Apple"),
        ("F2", "'>10"),
        ("G2", "'<16"),
        ("E3", "'pe*"),
        ("H1", "'Tree"),
        ("H2", "'app"),
        ("I1", "'Nothing"),
        ("I2", "'x"),
        ("J1", "'Height"),
        ("J2", "'>100"),
        ("K2", "TRUE"),
    ];

    #[test]
    fn columns_of_criteria_hold_together_and_rows_are_alternatives() {
        check_with(
            TREES,
            &[
                ("DSUM(A1:C6,\"Yield\",E1:E2)", "14"),
                ("DSUM(A1:C6,\"Yield\",E1:E3)", "24"),
                ("DSUM(A1:C6,3,E1:G2)", "0"),
                ("DCOUNT(A1:C6,\"Height\",E1:G2)", "1"),
                ("DCOUNT(A1:C6,,E1:E2)", "2"),
                ("DCOUNT(A1:C6,\"Yield\",E1:E2)", "1"),
                ("DCOUNTA(A1:C6,\"Yield\",E1:E2)", "2"),
                ("DCOUNT(A1:C6,,E1:E4)", "5"),
                ("DCOUNT(A:C,,E1:E2)", "2"),
                ("DSUM(A1:C6,2,H1:H2)", "41"),
            ],
        );
    }

    #[test]
    fn fields_and_criteria_that_are_not_there() {
        check_with(
            TREES,
            &[
                ("DSUM(A1:C6,\"No\",E1:E2)", "#VALUE!"),
                ("DSUM(A1:C6,0,E1:E2)", "#VALUE!"),
                ("DSUM(A1:C6,4,E1:E2)", "#VALUE!"),
                ("DSUM(A1:C6,2.9,E1:E2)", "32"),
                ("DSUM(A1:C6,,E1:E2)", "#VALUE!"),
                ("DSUM(A1:C1,2,E1:E2)", "#VALUE!"),
                ("DSUM(A1:C6,2,E1)", "#VALUE!"),
                ("DSUM(A1:C6,A1:B1,E1:E2)", "#VALUE!"),
                ("DSUM(A1:C6,#REF!,E1:E2)", "#REF!"),
                ("DCOUNT(A1:C6,2,I1:I2)", "0"),
                ("DCOUNT(A1:C6,2,K1:K2)", "#VALUE!"),
                ("DMAX(A1:C6,2,J1:J2)", "0"),
                ("DPRODUCT(A1:C6,2,J1:J2)", "0"),
                ("DAVERAGE(A1:C6,2,J1:J2)", "#DIV/0!"),
                ("DVAR(A1:C6,3,E1:E2)", "#DIV/0!"),
                ("DGET(A1:C6,2,E1:E2)", "#NUM!"),
                ("DGET(A1:C6,2,J1:J2)", "#VALUE!"),
            ],
        );
    }
}
