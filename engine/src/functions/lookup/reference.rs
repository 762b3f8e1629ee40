//! References made from numbers, and the numbers of references.

use crate::base::address::column_letters;
use crate::base::{Address, MAX_COLUMNS, MAX_ROWS, Range, Region};
use crate::functions::area::Area;
use crate::functions::function::Category::Lookup;
use crate::functions::function::{Function, any, example, lazy, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[INDEX, CHOOSE, OFFSET, ADDRESS, AREAS];

const INDEX: Function = Function::new("INDEX", "INDEX", Lookup, index)
    .takes(&[
        any("range", "område"),
        scalar("row", "rad"),
        scalar("column", "kolumn").optional(),
        scalar("part", "delområde").optional(),
    ])
    .help(
        "Gives the cell at a row and column of a range; 0 gives a whole row or column.",
        "Ger cellen på en viss rad och kolumn i ett område; 0 ger en hel rad eller kolumn.",
    )
    .examples(&[example("INDEX({1,2;3,4},2,1)", "3"), example("INDEX({\"a\",\"b\",\"c\"},2)", "b")]);

const CHOOSE: Function = Function::new("CHOOSE", "VÄLJ", Lookup, choose)
    .takes(&[scalar("index", "index"), lazy("value", "värde"), lazy("value", "värde").repeated()])
    .help("Gives the value with a number in a list of values.", "Ger värdet med ett visst nummer i en lista av värden.")
    .examples(&[example("CHOOSE(2,\"budget\",\"utfall\")", "utfall")]);

const OFFSET: Function = Function::new("OFFSET", "FÖRSKJUTNING", Lookup, offset)
    .takes(&[
        any("reference", "referens"),
        scalar("rows", "rader"),
        scalar("columns", "kolumner"),
        scalar("height", "höjd").optional(),
        scalar("width", "bredd").optional(),
    ])
    .help(
        "Gives a reference moved so many rows and columns, perhaps of another size.",
        "Ger en referens flyttad ett antal rader och kolumner, eventuellt med en annan storlek.",
    )
    .examples(&[example("ROWS(OFFSET(A1,2,1,5,1))", "5")])
    .volatile();

const ADDRESS: Function = Function::new("ADDRESS", "ADRESS", Lookup, address)
    .takes(&[
        scalar("row", "rad"),
        scalar("column", "kolumn"),
        scalar("kind", "typ").optional(),
        scalar("a1_style", "a1").optional(),
        scalar("sheet", "blad").optional(),
    ])
    .help(
        "Gives the address of a cell as text: kind 1 is $A$1, 2 is A$1, 3 is $A1 and 4 is A1.",
        "Ger adressen till en cell som text: typ 1 är $A$1, 2 är A$1, 3 är $A1 och 4 är A1.",
    )
    .examples(&[example("ADDRESS(4,3)", "$C$4"), example("ADDRESS(4,3,4)", "C4")]);

const AREAS: Function =
    Function::new("AREAS", "OMRÅDEN", Lookup, |arguments| Ok((arguments.areas(0)?.len() as i64).into()))
        .takes(&[any("reference", "referens")])
        .help("Gives the number of ranges in a reference.", "Ger antalet områden i en referens.")
        .examples(&[example("AREAS(A1:B2)", "1")]);

/// The range that `INDEX` looks in: the only one, or the one of several that its last argument numbers.
fn part(arguments: &Arguments<'_>) -> Result<Area, CellError> {
    let number = arguments.integer_or(3, 1)?;
    let Operand::Areas(areas) = arguments.operand(0) else {
        return if number == 1 { arguments.area(0) } else { Err(CellError::Reference) };
    };
    let region = usize::try_from(number).ok().and_then(|number| areas.get(number.checked_sub(1)?).copied());
    region.map(Area::Cells).ok_or(CellError::Reference)
}

fn index(arguments: &Arguments<'_>) -> Answer {
    let area = part(arguments)?;
    let (mut row, mut column) = (arguments.integer(1)?, arguments.integer_or(2, 0)?);
    if arguments.count() == 2 && area.height() == 1 {
        (row, column) = (0, row);
    }
    let (first_row, last_row) = span(row, area.height())?;
    let (first_column, last_column) = span(column, area.width())?;
    let part = Range::new(Address::new(first_row, first_column), Address::new(last_row, last_column));
    if matches!(area, Area::Values(_)) && part == area.bounds() { arguments.result(0) } else { area.part(part) }
}

/// The lines that a number means: itself, or all for zero.
fn span(number: i64, size: u32) -> Result<(u32, u32), CellError> {
    match u32::try_from(number) {
        Ok(0) => Ok((0, size - 1)),
        Ok(number) if number <= size => Ok((number - 1, number - 1)),
        Err(_) if number < 0 => Err(CellError::Value),
        _ => Err(CellError::Reference),
    }
}

fn choose(arguments: &Arguments<'_>) -> Answer {
    let index = usize::try_from(arguments.integer(0)?).map_err(|_| CellError::Value)?;
    if (1..arguments.count()).contains(&index) { arguments.result(index) } else { Err(CellError::Value) }
}

fn offset(arguments: &Arguments<'_>) -> Answer {
    let Region { sheet, range } = arguments.region(0)?;
    let (rows, columns) = (arguments.integer(1)?, arguments.integer(2)?);
    let height = size(arguments, 3, range.height())?;
    let width = size(arguments, 4, range.width())?;
    let first = moved(range.first, rows, columns)?;
    let last = moved(first, height - height.signum(), width - width.signum())?;
    Ok(Operand::Region(Range::new(first, last).on(sheet)))
}

/// A height or width; negative ones reach up or to the left. A part of one line takes that line.
fn size(arguments: &Arguments<'_>, index: usize, default: u32) -> Result<i64, CellError> {
    if !arguments.is_given(index) {
        return Ok(i64::from(default));
    }
    let size = arguments.number(index)?;
    match size.settled().truncated()? {
        0 if size > Number::ZERO => Ok(1),
        0 => Err(CellError::Reference),
        size => Ok(size.clamp(-i64::from(MAX_ROWS) - 1, i64::from(MAX_ROWS) + 1)),
    }
}

fn moved(from: Address, rows: i64, columns: i64) -> Result<Address, CellError> {
    let limit = i64::from(MAX_ROWS);
    let near = rows.abs_diff(0) <= limit as u64 && columns.abs_diff(0) <= limit as u64;
    near.then(|| from.offset(rows, columns)).flatten().ok_or(CellError::Reference)
}

fn address(arguments: &Arguments<'_>) -> Answer {
    let row = line_number(arguments.integer(0)?, MAX_ROWS)?;
    let column = line_number(arguments.integer(1)?, MAX_COLUMNS)?;
    let (fixed_row, fixed_column) = match arguments.integer_or(2, 1)? {
        1 => (true, true),
        2 => (true, false),
        3 => (false, true),
        4 => (false, false),
        _ => return Err(CellError::Value),
    };
    let cell = if arguments.boolean_or(3, true)? {
        let sign = |fixed| if fixed { "$" } else { "" };
        format!("{}{}{}{row}", sign(fixed_column), column_letters(column - 1), sign(fixed_row))
    } else {
        let part =
            |letter, number, fixed| if fixed { format!("{letter}{number}") } else { format!("{letter}[{number}]") };
        part('R', row, fixed_row) + &part('C', column, fixed_column)
    };
    let sheet = if arguments.is_given(4) { format!("{}!", quoted(&arguments.text(4)?)) } else { String::new() };
    Ok(Value::text(sheet + &cell).into())
}

fn line_number(number: i64, most: u32) -> Result<u32, CellError> {
    u32::try_from(number).ok().filter(|number| (1..=most).contains(number)).ok_or(CellError::Value)
}

/// A sheet's name as a formula writes it.
fn quoted(name: &str) -> String {
    let plain = name.chars().all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '.');
    let begins_well = !name.starts_with(|letter: char| letter.is_ascii_digit());
    if plain && begins_well { name.to_owned() } else { format!("'{}'", name.replace('\'', "''")) }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn index_gives_cells_rows_and_columns() {
        check_with(
            &[("A1", "1"), ("B1", "2"), ("A2", "3"), ("B2", "4")],
            &[
                ("INDEX(A1:B2,2,2)", "4"),
                ("INDEX(A1:B2,0,2)", "{2;4}"),
                ("SUM(INDEX(A1:B2,0,2))", "6"),
                ("INDEX(A1:B2,2,0)", "{3,4}"),
                ("INDEX(A1:B2,,1)", "{1;3}"),
                ("INDEX(A1:B1,2)", "2"),
                ("INDEX(A1:A2,2)", "3"),
                ("INDEX(A1:B2,3,1)", "#REF!"),
                ("INDEX(A1:B2,-1,1)", "#VALUE!"),
                ("INDEX(A1:B2,1,1,2)", "#REF!"),
                ("ISREF(INDEX(A1:B2,1,1))", "TRUE"),
                ("INDEX({1,2;3,4},0,1)", "{1;3}"),
                ("INDEX({1,2;3,4},0,0)", "{1,2;3,4}"),
                ("INDEX(5,1,1)", "5"),
                ("INDEX(A1:B2,9223372036854775807,1)", "#REF!"),
            ],
        );
    }

    #[test]
    fn references_are_moved_and_resized_within_the_sheet() {
        check_with(
            &[("B2", "5"), ("B3", "6"), ("C3", "7")],
            &[
                ("OFFSET(A1,1,1)", "5"),
                ("SUM(OFFSET(A1,1,1,2,2))", "18"),
                ("SUM(OFFSET(C3,0,0,-2,-2))", "18"),
                ("SUM(OFFSET(A1:A2,1,1,,))", "11"),
                ("OFFSET(A1,-1,0)", "#REF!"),
                ("OFFSET(A1,0,0,0)", "#REF!"),
                ("OFFSET(A1,1,1,0.9,1.9)", "5"),
                ("OFFSET(A1,0,0,1048577)", "#REF!"),
                ("OFFSET(A1,9223372036854775807,-9223372036854775808)", "#REF!"),
                ("OFFSET(5,1,1)", "#VALUE!"),
                ("CHOOSE(3,1,2)", "#VALUE!"),
                ("CHOOSE(0,1,2)", "#VALUE!"),
                ("SUM(CHOOSE(2,A1,B2:B3))", "11"),
                ("CHOOSE(1.9,\"a\",\"b\")", "a"),
            ],
        );
    }

    #[test]
    fn addresses_in_all_their_kinds() {
        check(&[
            ("ADDRESS(1,28,2)", "AB$1"),
            ("ADDRESS(1,28,3)", "$AB1"),
            ("ADDRESS(2,3,1,FALSE)", "R2C3"),
            ("ADDRESS(2,3,2,FALSE)", "R2C[3]"),
            ("ADDRESS(1,1,1,TRUE,\"Blad 1\")", "'Blad 1'!$A$1"),
            ("ADDRESS(1,1,4,TRUE,\"Drift\")", "Drift!A1"),
            ("ADDRESS(0,1)", "#VALUE!"),
            ("ADDRESS(1,16385)", "#VALUE!"),
            ("ADDRESS(1,1,5)", "#VALUE!"),
        ]);
    }
}
