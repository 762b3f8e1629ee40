//! Counting numbers, filled cells, blank cells and cells that meet criteria.

use crate::display::coerce;
use crate::functions::function::Category::Statistics;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::selection::count_ifs;
use crate::functions::{Answer, Arguments, Operand};
use crate::value::Value;

pub(super) const FUNCTIONS: &[Function] = &[COUNT, COUNTA, COUNTBLANK, COUNTIF, COUNTIFS];

const COUNT: Function = Function::new("COUNT", "ANTAL", Statistics, count)
    .takes(&[any("value", "värde"), any("value", "värde").repeated()])
    .help("Counts numbers.", "Räknar hur många tal det finns.")
    .examples(&[example("COUNT({1,\"x\",TRUE,2.5})", "2")]);

const COUNTA: Function = Function::new("COUNTA", "ANTALV", Statistics, count_filled)
    .takes(&[any("value", "värde"), any("value", "värde").repeated()])
    .help("Counts cells that are not blank.", "Räknar hur många celler som inte är tomma.")
    .examples(&[example("COUNTA({1,\"x\",TRUE,\"\"})", "4")]);

const COUNTBLANK: Function = Function::new("COUNTBLANK", "ANTAL.TOMMA", Statistics, count_blank)
    .takes(&[any("range", "område")])
    .help(
        "Counts cells of a range that are blank or hold empty text.",
        "Räknar hur många celler i ett område som är tomma eller har tom text.",
    )
    .examples(&[example("COUNTBLANK({1,\"\",\"x\"})", "1")]);

const COUNTIF: Function = Function::new("COUNTIF", "ANTAL.OM", Statistics, count_chosen)
    .takes(&[any("range", "område"), scalar("criterion", "villkor")])
    .help(
        "Counts the cells of a range that meet a criterion.",
        "Räknar hur många celler i ett område som uppfyller ett villkor.",
    )
    .examples(&[example("COUNTIF({1,5,9},\">=5\")", "2"), example("COUNTIF({\"ja\",\"nej\",\"JA\"},\"ja\")", "2")])
    .keyed();

const COUNTIFS: Function = Function::new("COUNTIFS", "ANTAL.OMF", Statistics, count_chosen)
    .takes(&[
        any("criteria_range", "villkorsområde"),
        scalar("criterion", "villkor"),
        any("criteria_range", "villkorsområde").repeated(),
        scalar("criterion", "villkor").repeated(),
    ])
    .help(
        "Counts the rows that meet every one of several criteria.",
        "Räknar hur många rader som uppfyller alla angivna villkor.",
    )
    .examples(&[example("COUNTIFS({1,2,3},\">1\",{\"a\",\"b\",\"a\"},\"a\")", "1")])
    .keyed();

fn count(arguments: &Arguments<'_>) -> Answer {
    let mut count = 0_u64;
    for index in 0..arguments.count() {
        match arguments.operand(index) {
            Operand::Region(region) => count += arguments.host.summary(region).numbers,
            _ => arguments.each(index, &mut |value, direct| {
                let counts = match value {
                    Value::Number(_) => true,
                    value => direct && coerce::to_number(value, arguments.host.locale()).is_ok(),
                };
                count += u64::from(counts);
            }),
        }
    }
    Ok((count as i64).into())
}

fn count_filled(arguments: &Arguments<'_>) -> Answer {
    let mut count = 0_u64;
    for index in 0..arguments.count() {
        match arguments.operand(index) {
            Operand::Region(region) => count += arguments.host.summary(region).filled,
            _ => arguments.each(index, &mut |_, _| count += 1),
        }
    }
    Ok((count as i64).into())
}

fn count_blank(arguments: &Arguments<'_>) -> Answer {
    let area = arguments.area(0)?;
    let mut filled = 0;
    area.visit(arguments.host, &mut |_, value| {
        let empty = matches!(value, Value::Text(text) if text.is_empty());
        filled += u64::from(!empty);
    });
    Ok(((area.bounds().count() - filled) as i64).into())
}

fn count_chosen(arguments: &Arguments<'_>) -> Answer {
    Ok((count_ifs(arguments)? as i64).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check_with;

    #[test]
    fn numbers_filled_and_blank_cells_are_told_apart() {
        check_with(
            &[("A1", "4"), ("A2", "'x"), ("A3", "TRUE"), ("A5", "#N/A"), ("A6", "'")],
            &[
                ("COUNT(A1:A9)", "1"),
                ("COUNT(A:A,\"5\",TRUE,\"x\",,#N/A)", "4"),
                ("COUNTA(A1:A9)", "5"),
                ("COUNTA(A1:A9,,1)", "7"),
                ("COUNTBLANK(A1:A9)", "5"),
                ("COUNTBLANK(B:B)", "1048576"),
            ],
        );
    }

    #[test]
    fn criteria_count_blank_cells_of_whole_columns() {
        check_with(
            &[("A1", "4"), ("A2", "'x"), ("A4", "'"), ("B2", "7")],
            &[
                ("COUNTIF(A:A,\"\")", "1048574"),
                ("COUNTIF(A:A,\"=\")", "1048573"),
                ("COUNTIF(A:A,\"<>\")", "3"),
                ("COUNTIF(A:A,\"<>x\")", "1048575"),
                ("COUNTIF(A1:A4,\"*\")", "2"),
                ("COUNTIF(A1:A4,4)", "1"),
                ("COUNTIF(A1:A4,C9)", "0"),
                ("COUNTIFS(A:A,\"x\",B:B,\">5\")", "1"),
                ("COUNTIFS(A1:A9,\"\",B1:B9,\"\")", "7"),
                ("COUNTIFS(A1:A9,\"x\",B1:B8,1)", "#VALUE!"),
            ],
        );
    }
}
