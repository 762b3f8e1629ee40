//! Where a reference stands, how large it is, and arrays turned on their side.

use crate::base::{Address, Range};
use crate::functions::function::Category::Lookup;
use crate::functions::function::{Function, any, example};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, Value};

pub(super) const FUNCTIONS: &[Function] = &[ROW, COLUMN, ROWS, COLUMNS, TRANSPOSE];

const ROW: Function = Function::new("ROW", "RAD", Lookup, row)
    .takes(&[any("reference", "referens").optional()])
    .help(
        "Gives the row number of a reference, or of the formula's own cell.",
        "Ger radnumret för en referens, eller för formelns egen cell.",
    )
    .examples(&[example("ROW(B7)", "7")])
    .positional();

const COLUMN: Function = Function::new("COLUMN", "KOLUMN", Lookup, column)
    .takes(&[any("reference", "referens").optional()])
    .help(
        "Gives the column number of a reference, or of the formula's own cell.",
        "Ger kolumnnumret för en referens, eller för formelns egen cell.",
    )
    .examples(&[example("COLUMN(C7)", "3")])
    .positional();

const ROWS: Function =
    Function::new("ROWS", "RADER", Lookup, |arguments| Ok(i64::from(arguments.area(0)?.height()).into()))
        .takes(&[any("range", "område")])
        .help("Gives the number of rows in a range.", "Ger antalet rader i ett område.")
        .examples(&[example("ROWS({1,2;3,4;5,6})", "3")]);

const COLUMNS: Function =
    Function::new("COLUMNS", "KOLUMNER", Lookup, |arguments| Ok(i64::from(arguments.area(0)?.width()).into()))
        .takes(&[any("range", "område")])
        .help("Gives the number of columns in a range.", "Ger antalet kolumner i ett område.")
        .examples(&[example("COLUMNS({1,2;3,4;5,6})", "2")]);

const TRANSPOSE: Function = Function::new("TRANSPOSE", "TRANSPONERA", Lookup, transpose)
    .takes(&[any("array", "matris")])
    .help("Turns rows into columns and columns into rows.", "Gör rader till kolumner och kolumner till rader.")
    .examples(&[example("INDEX(TRANSPOSE({1,2;3,4}),1,2)", "3")]);

fn row(arguments: &Arguments<'_>) -> Answer {
    let range = range_or_origin(arguments)?;
    numbers(1, range.first.row, range.last.row)
}

fn column(arguments: &Arguments<'_>) -> Answer {
    let range = range_or_origin(arguments)?;
    numbers(range.width() as usize, range.first.column, range.last.column)
}

fn range_or_origin(arguments: &Arguments<'_>) -> Result<Range, crate::value::CellError> {
    match arguments.is_given(0) {
        true => Ok(arguments.region(0)?.range),
        false => Ok(Range::cell(arguments.host.origin().address)),
    }
}

/// Line numbers from one: a single number, or an array of them.
fn numbers(width: usize, first: u32, last: u32) -> Answer {
    if first == last {
        return Ok((i64::from(first) + 1).into());
    }
    let numbers = (first..=last).map(|line| Value::from(i64::from(line) + 1)).collect();
    Ok(Value::Array(Array::new(width, numbers)?.into()).into())
}

fn transpose(arguments: &Arguments<'_>) -> Answer {
    let array = arguments.array(0)?;
    let turned = Range::new(Address::default(), Address::new(array.width() as u32 - 1, array.height() as u32 - 1));
    let values = turned.cells().map(|at| array.at(at.column as usize, at.row as usize)).collect();
    Ok(Value::Array(Array::new(array.height(), values)?.into()).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn numbers_and_sizes_of_references() {
        check(&[
            ("ROW()", "7"),
            ("COLUMN()", "4"),
            ("ROW(A2:B4)", "{2;3;4}"),
            ("COLUMN(B2:D4)", "{2,3,4}"),
            ("ROW(5)", "#VALUE!"),
            ("ROWS(A:A)", "1048576"),
            ("COLUMNS(B2:D4)", "3"),
            ("ROWS(5)", "1"),
            ("ROWS(#N/A)", "#N/A"),
        ]);
    }

    #[test]
    fn arrays_are_turned_on_their_side() {
        check_with(
            &[("A1", "1"), ("B1", "'x")],
            &[("TRANSPOSE(A1:B2)", "{1,;x,}"), ("TRANSPOSE({1,2,3})", "{1;2;3}"), ("TRANSPOSE(A1)", "{1}")],
        );
    }
}
