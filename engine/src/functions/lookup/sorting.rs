//! Arrays in another order, or with only some of their rows: sorted, filtered, without repetition.

use std::cmp::Ordering;
use std::rc::Rc;

use rustc_hash::FxHashMap;

use crate::base::sorting;
use crate::display::coerce;
use crate::functions::function::Category::Lookup;
use crate::functions::function::{Function, any, example, lazy, scalar};
use crate::functions::{Answer, Arguments, Key};
use crate::value::{Array, CellError, Value, order};

pub(super) const FUNCTIONS: &[Function] = &[SORT, SORTBY, FILTER, UNIQUE];

const SORT: Function = Function::new("SORT", "SORTERA", Lookup, sort)
    .takes(&[
        any("array", "matris"),
        any("index", "sorteringsindex").optional(),
        any("order", "sorteringsordning").optional(),
        scalar("by_column", "kolumnvis").optional(),
    ])
    .help(
        "Sorts the rows of an array by one of its columns; order 1 is ascending, −1 descending.",
        "Sorterar raderna i en matris efter en av kolumnerna; ordning 1 är stigande, −1 fallande.",
    )
    .examples(&[example("SORT({3;1;2})", "{1;2;3}"), example("SORT({\"a\",1;\"b\",2},2,-1)", "{b,2;a,1}")]);

const SORTBY: Function = Function::new("SORTBY", "SORTERAEFTER", Lookup, sort_by)
    .takes(&[
        any("array", "matris"),
        any("by", "efter"),
        any("order", "sorteringsordning").optional(),
        any("by", "efter").repeated(),
        any("order", "sorteringsordning").repeated(),
    ])
    .help(
        "Sorts the rows of an array by the values of other arrays; order 1 is ascending, −1 descending.",
        "Sorterar raderna i en matris efter värdena i andra matriser; ordning 1 är stigande, −1 fallande.",
    )
    .examples(&[example("SORTBY({\"a\";\"b\";\"c\"},{3;1;2})", "{b;c;a}")]);

const FILTER: Function = Function::new("FILTER", "FILTER", Lookup, filter)
    .takes(&[any("array", "matris"), any("included", "inkludera"), lazy("if_none", "om_tom").optional()])
    .help(
        "Gives the rows or columns of an array for which a condition holds.",
        "Ger de rader eller kolumner i en matris där ett villkor är uppfyllt.",
    )
    .examples(&[
        example("FILTER({1;2;3},{TRUE;FALSE;TRUE})", "{1;3}"),
        example("FILTER({1;2},{0;0},\"inga\")", "inga"),
    ]);

const UNIQUE: Function = Function::new("UNIQUE", "UNIK", Lookup, unique)
    .takes(&[
        any("array", "matris"),
        scalar("by_column", "kolumnvis").optional(),
        scalar("exactly_once", "exakt_en_gång").optional(),
    ])
    .help(
        "Gives the different rows of an array, or those that occur exactly once.",
        "Ger de olika raderna i en matris, eller de som förekommer exakt en gång.",
    )
    .examples(&[example("UNIQUE({1;2;1})", "{1;2}"), example("UNIQUE({1;2;1;3},FALSE,TRUE)", "{2;3}")]);

/// A line of values to sort by, and whether it descends.
type SortKey = (Vec<Value>, bool);

fn sort(arguments: &Arguments<'_>) -> Answer {
    let array = arguments.plain_array(0)?;
    let by_column = arguments.boolean_or(3, false)?;
    let count = if by_column { array.height() } else { array.width() };
    let (indices, orders) = (numbers(arguments, 1)?, numbers(arguments, 2)?);
    let mut keys = Vec::new();
    for (at, index) in indices.iter().enumerate() {
        let index = usize::try_from(*index).ok().filter(|index| (1..=count).contains(index));
        let line = values_of(&array, index.ok_or(CellError::Value)? - 1, by_column);
        // One order holds for all indices.
        let order = if orders.len() == 1 { orders.first() } else { orders.get(at) };
        keys.push((line, descends(*order.ok_or(CellError::Value)?)?));
    }
    arranged(&array, &sorted(&keys), by_column)
}

/// Numbers of an argument; a single one when it is not given.
fn numbers(arguments: &Arguments<'_>, index: usize) -> Result<Vec<i64>, CellError> {
    if !arguments.is_given(index) {
        return Ok(vec![1]);
    }
    let array = arguments.array(index)?;
    let locale = arguments.host.locale();
    array.values().iter().map(|value| coerce::to_number(value, locale)?.settled().truncated()).collect()
}

fn descends(order: i64) -> Result<bool, CellError> {
    match order {
        1 => Ok(false),
        -1 => Ok(true),
        _ => Err(CellError::Value),
    }
}

fn sort_by(arguments: &Arguments<'_>) -> Answer {
    let array = arguments.plain_array(0)?;
    let (mut keys, mut direction) = (Vec::new(), None);
    for index in (1..arguments.count()).step_by(2) {
        let by = arguments.plain_array(index)?;
        let across = match (by.height(), by.width()) {
            (height, 1) if height == array.height() => false,
            (1, width) if width == array.width() => true,
            _ => return Err(CellError::Value),
        };
        if *direction.get_or_insert(across) != across {
            return Err(CellError::Value);
        }
        let order = numbers(arguments, index + 1)?;
        keys.push((by.values().to_vec(), descends(*order.first().ok_or(CellError::Value)?)?));
    }
    arranged(&array, &sorted(&keys), direction.unwrap_or(false))
}

/// The places of the keys' lines in sorted order; lines with equal keys keep their order.
fn sorted(keys: &[SortKey]) -> Vec<usize> {
    sorting::order(keys.first().map_or(0, |(values, _)| values.len()), &mut |one, other| {
        let mut each = keys.iter().map(|(values, descends)| compare(&values[one], &values[other], *descends));
        each.find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    })
}

/// The order of sorting: numbers, texts, booleans, errors; blanks come last in either direction.
fn compare(one: &Value, other: &Value, descends: bool) -> Ordering {
    let ascending = match (one, other) {
        (Value::Blank, _) | (_, Value::Blank) => return one.is_blank().cmp(&other.is_blank()),
        (Value::Error(one), Value::Error(other)) => one.cmp(other),
        _ => order::compare(one, other),
    };
    if descends { ascending.reverse() } else { ascending }
}

fn filter(arguments: &Arguments<'_>) -> Answer {
    let (array, included) = (arguments.plain_array(0)?, arguments.array(1)?);
    let by_column = match (included.height(), included.width()) {
        (height, 1) if height == array.height() => false,
        (1, width) if width == array.width() => true,
        _ => return Err(CellError::Value),
    };
    let mut places = Vec::new();
    for (place, value) in included.values().iter().enumerate() {
        if coerce::to_boolean(value, arguments.host.locale())? {
            places.push(place);
        }
    }
    match places.is_empty() {
        true if arguments.is_given(2) => arguments.result(2),
        _ => arranged(&array, &places, by_column),
    }
}

fn unique(arguments: &Arguments<'_>) -> Answer {
    let array = arguments.plain_array(0)?;
    let by_column = arguments.boolean_or(1, false)?;
    let once = arguments.boolean_or(2, false)?;
    let count = if by_column { array.width() } else { array.height() };
    let mut found: FxHashMap<Vec<Option<Key>>, usize> = FxHashMap::default();
    let (mut places, mut times) = (Vec::new(), Vec::new());
    for place in 0..count {
        let key = values_of(&array, place, !by_column).iter().map(Key::of).collect();
        let number = *found.entry(key).or_insert(places.len());
        if number == places.len() {
            places.push(place);
            times.push(0_usize);
        }
        times[number] += 1;
    }
    let mut times = times.into_iter();
    places.retain(|_| times.next().is_some_and(|times| !once || times == 1));
    arranged(&array, &places, by_column)
}

/// The values of a row, or else of a column.
fn values_of(array: &Array, line: usize, row: bool) -> Vec<Value> {
    match row {
        true => (0..array.width()).map(|column| array.at(line, column)).collect(),
        false => (0..array.height()).map(|row| array.at(row, line)).collect(),
    }
}

/// The rows, or else the columns, of an array at certain places; `#CALC!` when there is none.
fn arranged(array: &Rc<Array>, places: &[usize], columns: bool) -> Answer {
    let arranged = match columns {
        true => Array::build((array.height(), places.len()), |row, column| array.at(row, places[column])),
        false => Array::build((places.len(), array.width()), |row, column| array.at(places[row], column)),
    };
    Ok(Value::from(arranged?).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn rows_are_sorted_with_equal_ones_in_their_order() {
        check_with(
            &[("A1", "'b"), ("B1", "1"), ("A2", "'a"), ("B2", "2"), ("A3", "'B"), ("B3", "0"), ("B4", "5")],
            &[
                ("SORT(A1:B3)", "{a,2;b,1;B,0}"),
                ("SORT(A1:B3,1,-1)", "{b,1;B,0;a,2}"),
                ("SORT(A1:B3,{1,2})", "{a,2;B,0;b,1}"),
                ("SORT(A1:B3,{1,2},{-1,1})", "{B,0;b,1;a,2}"),
                ("SORT(A1:B4,1,-1)", "{b,1;B,0;a,2;,5}"),
                ("SORT(A1:B3,3)", "#VALUE!"),
                ("SORT(A1:B3,1,2)", "#VALUE!"),
                ("SORT({3,1,2},1,1,TRUE)", "{1,2,3}"),
                ("SORT({TRUE;\"x\";2;#N/A;-1;#REF!})", "{-1;2;x;TRUE;#REF!;#N/A}"),
            ],
        );
    }

    #[test]
    fn rows_are_sorted_by_other_arrays() {
        check(&[
            ("SORTBY({\"a\";\"b\";\"c\"},{1;2;1},-1,{1;1;0},1)", "{b;c;a}"),
            ("SORTBY({1,2,3},{3,1,2})", "{2,3,1}"),
            ("SORTBY({1;2},{1,2})", "#VALUE!"),
            ("SORTBY({1;2},{1;2;3})", "#VALUE!"),
            ("SORTBY({1;2},{1;2},0)", "#VALUE!"),
        ]);
    }

    #[test]
    fn rows_and_columns_are_filtered() {
        check(&[
            ("FILTER({1,2;3,4},{0;1})", "{3,4}"),
            ("FILTER({1,2;3,4},{0,1})", "{2;4}"),
            ("FILTER({1;2},{0;0})", "#CALC!"),
            ("FILTER({1;2},{0;0},)", "#CALC!"),
            ("FILTER({1;2},{1;2;3})", "#VALUE!"),
            ("FILTER({1;2},{1;#DIV/0!})", "#DIV/0!"),
            ("FILTER({1;2},{1;\"x\"})", "#VALUE!"),
            ("FILTER(5,TRUE)", "{5}"),
        ]);
    }

    #[test]
    fn different_rows_are_told_apart_without_regard_to_case() {
        check_with(
            &[("A1", "'a"), ("A2", "'A"), ("A4", "0")],
            &[
                ("UNIQUE(A1:A4)", "{a;;0}"),
                ("UNIQUE({1,2;1,3;1,2})", "{1,2;1,3}"),
                ("UNIQUE({1,2,1},TRUE)", "{1,2}"),
                ("UNIQUE({1;1;2},,TRUE)", "{2}"),
                ("UNIQUE({1;1},,TRUE)", "#CALC!"),
                ("UNIQUE({1;\"1\";TRUE;#N/A;#N/A})", "{1;1;TRUE;#N/A}"),
            ],
        );
    }
}
