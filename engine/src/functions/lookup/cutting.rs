//! Parts of an array or range: rows and columns taken, left out, chosen, or added around it.

use crate::base::{Address, Range};
use crate::functions::area::Area;
use crate::functions::function::Category::Lookup;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[TAKE, DROP, EXPAND, CHOOSECOLS, CHOOSEROWS, TRIMRANGE];

const TAKE: Function = Function::new("TAKE", "TA", Lookup, |arguments| cut(arguments, taken))
    .takes(&[any("array", "matris"), scalar("rows", "rader"), scalar("columns", "kolumner").optional()])
    .help(
        "Gives so many rows and columns from the start of an array, or from its end when the number is negative.",
        "Ger ett antal rader och kolumner från början av en matris, eller från slutet om antalet är negativt.",
    )
    .examples(&[example("TAKE({1;2;3},2)", "{1;2}"), example("TAKE({1,2;3,4},-1,1)", "3")]);

const DROP: Function = Function::new("DROP", "UTESLUT", Lookup, |arguments| cut(arguments, left))
    .takes(&[any("array", "matris"), scalar("rows", "rader"), scalar("columns", "kolumner").optional()])
    .help(
        "Leaves so many rows and columns out from the start of an array, or from its end when the number is negative.",
        "Utesluter ett antal rader och kolumner från början av en matris, eller från slutet om antalet är negativt.",
    )
    .examples(&[example("DROP({1;2;3},1)", "{2;3}"), example("DROP({1,2,3},,-2)", "1")]);

const EXPAND: Function = Function::new("EXPAND", "EXPANDERA", Lookup, expand)
    .takes(&[
        any("array", "matris"),
        scalar("rows", "rader"),
        scalar("columns", "kolumner").optional(),
        scalar("pad_with", "fyll_ut_med").optional(),
    ])
    .help(
        "Makes an array larger and fills the new places with a value, #N/A if none is given.",
        "Gör en matris större och fyller de nya platserna med ett värde, #SAKNAS! om inget anges.",
    )
    .examples(&[example("EXPAND({1,2},2,3,0)", "{1,2,0;0,0,0}")]);

const CHOOSECOLS: Function = Function::new("CHOOSECOLS", "VÄLJKOL", Lookup, |arguments| choose(arguments, false))
    .takes(&[any("array", "matris"), any("column", "kolumn"), any("column", "kolumn").repeated()])
    .help(
        "Gives the columns with certain numbers; negative numbers count from the end.",
        "Ger kolumnerna med vissa nummer; negativa nummer räknas från slutet.",
    )
    .examples(&[example("CHOOSECOLS({1,2,3;4,5,6},3,1)", "{3,1;6,4}")]);

const CHOOSEROWS: Function = Function::new("CHOOSEROWS", "VÄLJRADER", Lookup, |arguments| choose(arguments, true))
    .takes(&[any("array", "matris"), any("row", "rad"), any("row", "rad").repeated()])
    .help(
        "Gives the rows with certain numbers; negative numbers count from the end.",
        "Ger raderna med vissa nummer; negativa nummer räknas från slutet.",
    )
    .examples(&[example("CHOOSEROWS({1;2;3},-1,1)", "{3;1}")]);

const TRIMRANGE: Function = Function::new("TRIMRANGE", "TRIMRANGE", Lookup, trim)
    .takes(&[any("range", "område"), scalar("rows", "rader").optional(), scalar("columns", "kolumner").optional()])
    .help(
        "Leaves out blank rows and columns around a range: 0 none, 1 before it, 2 after it, 3 both.",
        "Utesluter tomma rader och kolumner runt ett område: 0 inga, 1 före, 2 efter, 3 båda.",
    )
    .examples(&[example("ROWS(TRIMRANGE({1;2}))", "2")]);

/// First and last of the lines that stay.
type Lines = Result<(u32, u32), CellError>;

fn cut(arguments: &Arguments<'_>, lines: fn(i64, u32) -> Lines) -> Answer {
    let area = arguments.area(0)?;
    let along = |index, size| match arguments.is_given(index) {
        true => lines(arguments.integer(index)?, size),
        false => Ok((0, size - 1)),
    };
    let (rows, columns) = (along(1, area.height())?, along(2, area.width())?);
    area.part(Range::new(Address::new(rows.0, columns.0), Address::new(rows.1, columns.1)))
}

fn taken(count: i64, size: u32) -> Lines {
    let length = count.unsigned_abs().min(u64::from(size)) as u32;
    match count {
        0 => Err(CellError::Calculation),
        1.. => Ok((0, length - 1)),
        _ => Ok((size - length, size - 1)),
    }
}

fn left(count: i64, size: u32) -> Lines {
    let length = u64::from(size).checked_sub(count.unsigned_abs()).filter(|length| *length > 0);
    let length = length.ok_or(CellError::Calculation)? as u32;
    if count < 0 { Ok((0, length - 1)) } else { Ok((size - length, size - 1)) }
}

fn expand(arguments: &Arguments<'_>) -> Answer {
    let array = arguments.array(0)?;
    let size = |index, size: usize| match arguments.is_given(index) {
        true => usize::try_from(arguments.integer(index)?).ok().filter(|new| *new >= size).ok_or(CellError::Value),
        false => Ok(size),
    };
    let size = (size(1, array.height())?, size(2, array.width())?);
    let filling = if arguments.is_given(3) { arguments.value(3) } else { CellError::NotAvailable.into() };
    let inside = |row, column| row < array.height() && column < array.width();
    let expanded =
        Array::build(size, |row, column| if inside(row, column) { array.at(row, column) } else { filling.clone() });
    Ok(Value::from(expanded?).into())
}

fn choose(arguments: &Arguments<'_>, rows: bool) -> Answer {
    let array = arguments.array(0)?;
    let size = if rows { array.height() } else { array.width() };
    let mut lines = Vec::new();
    for index in 1..arguments.count() {
        for number in arguments.array(index)?.values() {
            let number = crate::display::coerce::to_number(number, arguments.host.locale())?.settled().truncated()?;
            lines.push(line(number, size).ok_or(CellError::Value)?);
        }
    }
    let chosen = match rows {
        true => Array::build((lines.len(), array.width()), |row, column| array.at(lines[row], column)),
        false => Array::build((array.height(), lines.len()), |row, column| array.at(row, lines[column])),
    };
    Ok(Value::from(chosen?).into())
}

/// The line with a number from one, or from the end when it is negative.
fn line(number: i64, size: usize) -> Option<usize> {
    let place = usize::try_from(number.unsigned_abs()).ok()?.checked_sub(1).filter(|place| *place < size)?;
    Some(if number < 0 { size - 1 - place } else { place })
}

fn trim(arguments: &Arguments<'_>) -> Answer {
    let area = arguments.area(0)?;
    let (rows, columns) = (edges(arguments, 1)?, edges(arguments, 2)?);
    let filled = filled(&area, arguments).ok_or(CellError::Reference)?;
    let all = area.bounds();
    let kept = |(before, after): (bool, bool), first: u32, last: u32, end: u32| {
        (if before { first } else { 0 }, if after { last } else { end })
    };
    let rows = kept(rows, filled.first.row, filled.last.row, all.last.row);
    let columns = kept(columns, filled.first.column, filled.last.column, all.last.column);
    area.part(Range::new(Address::new(rows.0, columns.0), Address::new(rows.1, columns.1)))
}

/// Whether blank lines go before and after.
fn edges(arguments: &Arguments<'_>, index: usize) -> Result<(bool, bool), CellError> {
    match if arguments.is_given(index) { arguments.integer(index)? } else { 3 } {
        mode @ 0..=3 => Ok((mode & 1 != 0, mode & 2 != 0)),
        _ => Err(CellError::Value),
    }
}

/// The smallest rectangle around everything that is not blank.
fn filled(area: &Area, arguments: &Arguments<'_>) -> Option<Range> {
    let mut filled: Option<Range> = None;
    area.visit(arguments.host, &mut |at, _| {
        filled = Some(filled.map_or(Range::cell(at), |range| range.union(Range::cell(at))));
    });
    filled
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn lines_are_taken_and_left_out_at_either_end() {
        check(&[
            ("TAKE({1,2,3;4,5,6},1)", "{1,2,3}"),
            ("TAKE({1,2,3;4,5,6},,-2)", "{2,3;5,6}"),
            ("TAKE({1;2},9)", "{1;2}"),
            ("TAKE({1;2},-9)", "{1;2}"),
            ("TAKE({1;2},0)", "#CALC!"),
            ("TAKE(5,1)", "5"),
            ("DROP({1,2,3;4,5,6},-1,1)", "{2,3}"),
            ("DROP({1;2},0)", "{1;2}"),
            ("DROP({1;2},2)", "#CALC!"),
            ("DROP({1;2},-9)", "#CALC!"),
            ("TAKE(#N/A,1)", "#N/A"),
            ("TAKE({1;2},\"x\")", "#VALUE!"),
        ]);
    }

    #[test]
    fn parts_of_ranges_are_references() {
        check_with(
            &[("A1", "1"), ("A2", "2"), ("A3", "3")],
            &[("ISREF(TAKE(A1:A3,2))", "TRUE"), ("SUM(DROP(A1:A3,1))", "5"), ("ROWS(TAKE(A:A,-5))", "5")],
        );
    }

    #[test]
    fn arrays_grow_with_a_filling() {
        check(&[
            ("EXPAND({1},2,2)", "{1,#N/A;#N/A,#N/A}"),
            ("EXPAND({1;2},,2,\"\")", "{1,;2,}"),
            ("EXPAND({1;2},1)", "#VALUE!"),
            ("EXPAND(1,1000000,1000000)", "#NUM!"),
        ]);
    }

    #[test]
    fn lines_are_chosen_by_their_numbers() {
        check(&[
            ("CHOOSECOLS({1,2,3},{3,1})", "{3,1}"),
            ("CHOOSECOLS({1,2,3},2,2,-1)", "{2,2,3}"),
            ("CHOOSECOLS({1,2,3},4)", "#VALUE!"),
            ("CHOOSECOLS({1,2,3},0)", "#VALUE!"),
            ("CHOOSEROWS({1,2;3,4},2)", "{3,4}"),
            ("CHOOSEROWS({1,2;3,4},-3)", "#VALUE!"),
            ("CHOOSEROWS({1,2;3,4},#DIV/0!)", "#DIV/0!"),
        ]);
    }

    #[test]
    fn blank_lines_around_a_range_are_left_out() {
        check_with(
            &[("B2", "1"), ("C4", "2")],
            &[
                ("TRIMRANGE(A1:E6)", "{1,;,;,2}"),
                ("ROWS(TRIMRANGE(A1:E6,1,0))", "5"),
                ("COLUMNS(TRIMRANGE(A1:E6,1,0))", "5"),
                ("SUM(TRIMRANGE(A:E,2))", "3"),
                ("ISREF(TRIMRANGE(A:E))", "TRUE"),
                ("TRIMRANGE(E1:F9)", "#REF!"),
                ("TRIMRANGE(A1:E6,4)", "#VALUE!"),
            ],
        );
    }
}
