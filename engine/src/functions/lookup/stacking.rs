//! Arrays put together and laid out anew: stacked, strung into one line, or wrapped from one.

use crate::functions::function::Category::Lookup;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[VSTACK, HSTACK, TOCOL, TOROW, WRAPROWS, WRAPCOLS];

const VSTACK: Function = Function::new("VSTACK", "VSTACK", Lookup, |arguments| stack(arguments, true))
    .takes(&[any("array", "matris"), any("array", "matris").repeated()])
    .help(
        "Puts arrays below one another; narrow ones are filled up with #N/A.",
        "Lägger matriser under varandra; smala fylls ut med #SAKNAS!.",
    )
    .examples(&[example("VSTACK({1,2},{3,4})", "{1,2;3,4}")]);

const HSTACK: Function = Function::new("HSTACK", "HSTACK", Lookup, |arguments| stack(arguments, false))
    .takes(&[any("array", "matris"), any("array", "matris").repeated()])
    .help(
        "Puts arrays beside one another; short ones are filled up with #N/A.",
        "Lägger matriser bredvid varandra; korta fylls ut med #SAKNAS!.",
    )
    .examples(&[example("HSTACK({1;2},{3;4})", "{1,3;2,4}")]);

const TOCOL: Function = Function::new("TOCOL", "TILLKOL", Lookup, |arguments| line(arguments, true))
    .takes(&[
        any("array", "matris"),
        scalar("left_out", "ignorera").optional(),
        scalar("by_column", "kolumnvis").optional(),
    ])
    .help(
        "Gives the values of an array in one column; 1 leaves blanks out, 2 errors, 3 both.",
        "Ger värdena i en matris i en kolumn; 1 utesluter tomma, 2 fel, 3 båda.",
    )
    .examples(&[example("TOCOL({1,2;3,4})", "{1;2;3;4}"), example("TOCOL({1,2;3,4},,TRUE)", "{1;3;2;4}")]);

const TOROW: Function = Function::new("TOROW", "TILLRAD", Lookup, |arguments| line(arguments, false))
    .takes(&[
        any("array", "matris"),
        scalar("left_out", "ignorera").optional(),
        scalar("by_column", "kolumnvis").optional(),
    ])
    .help(
        "Gives the values of an array in one row; 1 leaves blanks out, 2 errors, 3 both.",
        "Ger värdena i en matris i en rad; 1 utesluter tomma, 2 fel, 3 båda.",
    )
    .examples(&[example("TOROW({1;2;3})", "{1,2,3}")]);

const WRAPROWS: Function = Function::new("WRAPROWS", "BRYTRAD", Lookup, |arguments| wrap(arguments, true))
    .takes(&[any("vector", "vektor"), scalar("count", "antal"), scalar("pad_with", "fyll_ut_med").optional()])
    .help(
        "Breaks a row or column of values into rows of so many values.",
        "Bryter en rad eller kolumn av värden till rader med ett visst antal värden.",
    )
    .examples(&[example("WRAPROWS({1,2,3,4,5},3,0)", "{1,2,3;4,5,0}")]);

const WRAPCOLS: Function = Function::new("WRAPCOLS", "BRYTKOLUMN", Lookup, |arguments| wrap(arguments, false))
    .takes(&[any("vector", "vektor"), scalar("count", "antal"), scalar("pad_with", "fyll_ut_med").optional()])
    .help(
        "Breaks a row or column of values into columns of so many values.",
        "Bryter en rad eller kolumn av värden till kolumner med ett visst antal värden.",
    )
    .examples(&[example("WRAPCOLS({1,2,3,4,5},3,0)", "{1,4;2,5;3,0}")]);

fn stack(arguments: &Arguments<'_>, down: bool) -> Answer {
    // A single error is a value to stack like any other.
    let arrays: Vec<_> = (0..arguments.count()).map(|index| arguments.plain_array(index)).collect::<Result<_, _>>()?;
    let along = |array: &Array| if down { array.height() } else { array.width() };
    let across = |array: &Array| if down { array.width() } else { array.height() };
    let width = arrays.iter().map(|array| across(array)).max().unwrap_or(0);
    // Which array each line comes from, and which of its lines it is.
    let mut lines = Vec::new();
    for array in &arrays {
        if lines.len().saturating_add(along(array)).saturating_mul(width) > Array::MAX_LENGTH {
            return Err(CellError::Number);
        }
        lines.extend((0..along(array)).map(|line| (array, line)));
    }
    let stacked = match down {
        true => Array::build((lines.len(), width), |row, column| lines[row].0.at(lines[row].1, column)),
        false => Array::build((width, lines.len()), |row, column| {
            let (array, line) = lines[column];
            if row < array.height() { array.at(row, line) } else { CellError::NotAvailable.into() }
        }),
    };
    Ok(Value::from(stacked?).into())
}

fn line(arguments: &Arguments<'_>, down: bool) -> Answer {
    let array = arguments.plain_array(0)?;
    let (blanks, errors) = match arguments.integer_or(1, 0)? {
        0 => (true, true),
        1 => (false, true),
        2 => (true, false),
        3 => (false, false),
        _ => return Err(CellError::Value),
    };
    let kept = |value: &Value| (blanks || !value.is_blank()) && (errors || value.as_error().is_none());
    let values: Vec<Value> = match arguments.boolean_or(2, false)? {
        false => array.values().iter().filter(|value| kept(value)).cloned().collect(),
        true => {
            let columns = (0..array.width()).flat_map(|column| (0..array.height()).map(move |row| (row, column)));
            columns.map(|(row, column)| array.at(row, column)).filter(kept).collect()
        }
    };
    let width = if down { 1 } else { values.len() };
    Ok(Value::from(Array::new(width, values)?).into())
}

fn wrap(arguments: &Arguments<'_>, rows: bool) -> Answer {
    let vector = arguments.plain_array(0)?;
    if vector.width() > 1 && vector.height() > 1 {
        return Err(CellError::Value);
    }
    let count = arguments.integer(1)?;
    let values = vector.values();
    let length = usize::try_from(count).ok().filter(|count| *count > 0).ok_or(CellError::Number)?.min(values.len());
    let filling = if arguments.is_given(2) { arguments.value(2) } else { CellError::NotAvailable.into() };
    let at = |index: usize| values.get(index).unwrap_or(&filling).clone();
    let lines = values.len().div_ceil(length);
    let wrapped = match rows {
        true => Array::build((lines, length), |row, column| at(row * length + column)),
        false => Array::build((length, lines), |row, column| at(column * length + row)),
    };
    Ok(Value::from(wrapped?).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn arrays_of_other_sizes_are_filled_up() {
        check(&[
            ("VSTACK({1,2},3)", "{1,2;3,#N/A}"),
            ("HSTACK({1;2},3)", "{1,3;2,#N/A}"),
            ("VSTACK(1,#DIV/0!,\"x\")", "{1;#DIV/0!;x}"),
            ("HSTACK({1},{2,3;4,5})", "{1,2,3;#N/A,4,5}"),
            ("VSTACK(5)", "{5}"),
        ]);
        check_with(&[("A1", "1")], &[("VSTACK(A1:A2,2)", "{1;;2}"), ("ROWS(VSTACK(A:A,A:A,A:A,A:A,A:A))", "#NUM!")]);
    }

    #[test]
    fn one_line_leaves_out_what_it_is_told_to() {
        check_with(
            &[("A1", "1"), ("C1", "#N/A"), ("A2", "'x"), ("B2", "2")],
            &[
                ("TOCOL(A1:C2)", "{1;;#N/A;x;2;}"),
                ("TOCOL(A1:C2,1)", "{1;#N/A;x;2}"),
                ("TOROW(A1:C2,3)", "{1,x,2}"),
                ("TOROW(A1:C2,3,TRUE)", "{1,x,2}"),
                ("TOCOL(A1:B2,0,TRUE)", "{1;x;;2}"),
                ("TOROW(D1:E9,1)", "#CALC!"),
                ("TOROW(A1,4)", "#VALUE!"),
            ],
        );
    }

    #[test]
    fn a_line_is_wrapped() {
        check(&[
            ("WRAPROWS({1;2;3},2)", "{1,2;3,#N/A}"),
            ("WRAPCOLS({1,2,3},2,\"\")", "{1,3;2,}"),
            ("WRAPROWS({1,2},5)", "{1,2}"),
            ("WRAPROWS({1,2;3,4},2)", "#VALUE!"),
            ("WRAPROWS({1,2},0)", "#NUM!"),
            ("WRAPCOLS({1,2},-1)", "#NUM!"),
        ]);
    }
}
