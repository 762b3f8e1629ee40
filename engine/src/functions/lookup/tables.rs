//! Looking a value up in the first row or column of a table.

use super::line::{Fit, Line, Order, part_of, wanted};
use crate::base::{Address, Range};
use crate::functions::area::Area;
use crate::functions::function::Category::Lookup;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[VLOOKUP, HLOOKUP, LOOKUP];

const VLOOKUP: Function = Function::new("VLOOKUP", "LETARAD", Lookup, |arguments| look_up(arguments, true))
    .takes(&[
        scalar("value", "letauppvärde"),
        any("table", "tabell"),
        scalar("column", "kolumnindex"),
        scalar("approximate", "ungefärlig").optional(),
    ])
    .help(
        "Finds a value in a table's first column and gives what stands in another column of that row.",
        "Letar upp ett värde i en tabells första kolumn och ger det som står i en annan kolumn på samma rad.",
    )
    .examples(&[
        example("VLOOKUP(\"b\",{\"a\",1;\"b\",2},2,FALSE)", "2"),
        example("VLOOKUP(25,{10,\"låg\";20,\"hög\"},2)", "hög"),
    ]);

const HLOOKUP: Function = Function::new("HLOOKUP", "LETAKOLUMN", Lookup, |arguments| look_up(arguments, false))
    .takes(&[
        scalar("value", "letauppvärde"),
        any("table", "tabell"),
        scalar("row", "radindex"),
        scalar("approximate", "ungefärlig").optional(),
    ])
    .help(
        "Finds a value in a table's first row and gives what stands in another row of that column.",
        "Letar upp ett värde i en tabells första rad och ger det som står i en annan rad i samma kolumn.",
    )
    .examples(&[example("HLOOKUP(\"mars\",{\"feb\",\"mars\";1,2},2,FALSE)", "2")]);

const LOOKUP: Function = Function::new("LOOKUP", "LETAUPP", Lookup, look_up_sorted)
    .takes(&[
        scalar("value", "letauppvärde"),
        any("searched", "letauppvektor"),
        any("results", "resultatvektor").optional(),
    ])
    .help(
        "Finds a value, or the greatest below it, in sorted data and gives what stands at that place in other data.",
        "Letar upp ett värde, eller närmast lägre, i sorterade data och ger det som står på samma plats i andra data.",
    )
    .examples(&[example("LOOKUP(25,{10,20,30},{\"a\",\"b\",\"c\"})", "b")]);

fn look_up(arguments: &Arguments<'_>, down: bool) -> Answer {
    let (wanted, table) = (wanted(arguments)?, table(arguments)?);
    let (searched, size) =
        if down { (first_column(&table), table.width()) } else { (first_row(&table), table.height()) };
    let result = u32::try_from(arguments.integer(2)?).ok().and_then(|n| n.checked_sub(1)).ok_or(CellError::Value)?;
    if result >= size {
        return Err(CellError::Reference);
    }
    let (fit, order) = match arguments.boolean_or(3, true)? {
        true => (Fit::Below, Order::Ascending),
        false => (Fit::Wildcard, Order::FromFirst),
    };
    let line = Line::new(part_of(&table, searched, arguments.host)?, arguments.host).ok_or(CellError::NotAvailable)?;
    let found = line.find(&wanted, fit, order).ok_or(CellError::NotAvailable)?;
    let at = if down { Address::new(found, result) } else { Address::new(result, found) };
    Ok(table.at(at, arguments.host).into())
}

/// The range or array to look in; a text is none.
fn table(arguments: &Arguments<'_>) -> Result<Area, CellError> {
    match arguments.operand(1) {
        Operand::Value(Value::Text(_)) => Err(CellError::Value),
        _ => arguments.area(1),
    }
}

/// With one range, its longer side is searched and the result stands at the other end of it.
fn look_up_sorted(arguments: &Arguments<'_>) -> Answer {
    let (wanted, table) = (wanted(arguments)?, arguments.area(1)?);
    let across = table.width() > table.height();
    let searched = if across { first_row(&table) } else { first_column(&table) };
    let line = Line::new(part_of(&table, searched, arguments.host)?, arguments.host).ok_or(CellError::NotAvailable)?;
    let found = line.find(&wanted, Fit::Below, Order::Ascending).ok_or(CellError::NotAvailable)?;
    if !arguments.is_given(2) {
        let last = table.bounds().last;
        let at = if across { Address::new(last.row, found) } else { Address::new(found, last.column) };
        return Ok(table.at(at, arguments.host).into());
    }
    let results = arguments.area(2)?;
    let at = match (results.width(), results.height()) {
        (1, height) if found < height => Address::new(found, 0),
        (width, 1) if found < width => Address::new(0, found),
        _ => return Err(CellError::NotAvailable),
    };
    Ok(results.at(at, arguments.host).into())
}

fn first_column(table: &Area) -> Range {
    Range::new(Address::default(), Address::new(table.height() - 1, 0))
}

fn first_row(table: &Area) -> Range {
    Range::new(Address::default(), Address::new(0, table.width() - 1))
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    const TABLE: &[(&str, &str)] = &[
        ("A2", "'Bostad"),
        ("B2", "10"),
        ("A3", "'Skola"),
        ("B3", "20"),
        ("A4", "'skola"),
        ("B4", "30"),
        ("A5", "7"),
        ("B5", "#REF!"),
    ];

    #[test]
    fn exact_look_ups_find_the_first_row_that_is_equal() {
        check_with(
            TABLE,
            &[
                ("VLOOKUP(\"SKOLA\",A2:B5,2,FALSE)", "20"),
                ("VLOOKUP(\"sk*\",A2:B5,2,)", "20"),
                ("VLOOKUP(\"b?stad\",A:B,2,0)", "10"),
                ("VLOOKUP(7,A:B,2,FALSE)", "#REF!"),
                ("VLOOKUP(\"7\",A:B,2,FALSE)", "#N/A"),
                ("VLOOKUP(\"x\",A:B,2,FALSE)", "#N/A"),
                ("VLOOKUP(\"Skola\",A:B,3,FALSE)", "#REF!"),
                ("VLOOKUP(\"Skola\",A:B,0,FALSE)", "#VALUE!"),
                ("VLOOKUP(C1,A:B,2,FALSE)", "#N/A"),
                ("VLOOKUP(#NUM!,A:B,2,FALSE)", "#NUM!"),
                ("VLOOKUP(1,\"table\",1)", "#VALUE!"),
                ("HLOOKUP(10,B2:B5,3,FALSE)", "30"),
            ],
        );
    }

    #[test]
    fn approximate_look_ups_take_the_last_row_not_above() {
        check(&[
            ("VLOOKUP(9,{10,1;20,2},2)", "#N/A"),
            ("VLOOKUP(10,{10,1;20,2},2)", "1"),
            ("VLOOKUP(99,{10,1;20,2},2)", "2"),
            ("VLOOKUP(20,{10,1;20,2;20,3;30,4},2)", "3"),
            ("VLOOKUP(20,{10,1;\"x\",2;15,3;\"y\",4},2)", "3"),
            ("VLOOKUP(\"m\",{\"a\",1;\"n\",2},2,TRUE)", "1"),
            ("HLOOKUP(2,{1,3;\"a\",\"b\"},2)", "a"),
            ("LOOKUP(2,{1,\"a\";3,\"b\"})", "a"),
            ("LOOKUP(2,{1,2,3;\"a\",\"b\",\"c\"})", "b"),
            ("LOOKUP(0,{1,2,3})", "#N/A"),
            ("LOOKUP(3,{1;2;3},{\"a\",\"b\"})", "#N/A"),
        ]);
    }

    #[test]
    fn sorted_columns_may_have_blank_cells_around_them() {
        let cells = [("A3", "1"), ("A4", "5"), ("A5", "9"), ("B4", "'five")];
        check_with(&cells, &[("VLOOKUP(7,A:B,2)", "five"), ("VLOOKUP(0,A:B,2)", "#N/A"), ("LOOKUP(100,A:A)", "9")]);
    }
}
