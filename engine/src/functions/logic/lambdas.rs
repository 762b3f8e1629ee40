//! Names within a formula, functions made of formulas, and functions that call them value by value. The evaluator itself
//! carries out `LET` and `LAMBDA`, for only it knows names.

use crate::functions::function::Category::Logic;
use crate::functions::function::{Function, any, example, lazy, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{Array, CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[LET, LAMBDA, ISOMITTED, MAP, REDUCE, SCAN, BYROW, BYCOL, MAKEARRAY];

const LET: Function = Function::new("LET", "LET", Logic, unnamed)
    .takes(&[
        lazy("name", "namn"),
        lazy("value", "värde"),
        lazy("name_or_result", "namn_eller_resultat"),
        lazy("more", "fler").repeated(),
    ])
    .help("Gives names to values and uses them in a formula.", "Ger värden namn och använder dem i en formel.")
    .examples(&[example("LET(x,5,x*x)", "25")]);

const LAMBDA: Function = Function::new("LAMBDA", "LAMBDA", Logic, unnamed)
    .takes(&[lazy("parameter_or_formula", "parameter_eller_formel"), lazy("more", "fler").repeated()])
    .help("Makes a function of a formula.", "Gör en funktion av en formel.")
    .examples(&[example("LAMBDA(x,x*x)(5)", "25")]);

const ISOMITTED: Function =
    Function::new("ISOMITTED", "ISOMITTED", Logic, |arguments| Ok((arguments.operand(0) == Operand::Missing).into()))
        .takes(&[any("parameter", "parameter")])
        .help("Tells whether a parameter of LAMBDA was left out.", "Säger om en parameter till LAMBDA utelämnades.")
        .examples(&[example("LAMBDA(a,[b],ISOMITTED(b))(1)", "TRUE")]);

const MAP: Function = Function::new("MAP", "MAP", Logic, map)
    .takes(&[any("array", "matris"), any("array_or_lambda", "matris_eller_lambda"), any("more", "fler").repeated()])
    .help(
        "Calls a function for each value of one or more arrays.",
        "Anropar en funktion för varje värde i en eller flera matriser.",
    )
    .examples(&[example("SUM(MAP({1,2,3},LAMBDA(x,x*x)))", "14")]);

const REDUCE: Function = Function::new("REDUCE", "REDUCE", Logic, |arguments| fold(arguments, false))
    .takes(&[any("start", "start"), any("array", "matris"), any("lambda", "lambda")])
    .help(
        "Gathers the values of an array into one, from the first to the last.",
        "Samlar värdena i en matris till ett enda, från det första till det sista.",
    )
    .examples(&[example("REDUCE(100,{1,2,3},LAMBDA(total,x,total+x))", "106")]);

const SCAN: Function = Function::new("SCAN", "SCAN", Logic, |arguments| fold(arguments, true))
    .takes(&[any("start", "start"), any("array", "matris"), any("lambda", "lambda")])
    .help(
        "Gathers the values of an array and gives each step on the way.",
        "Samlar värdena i en matris och ger varje steg på vägen.",
    )
    .examples(&[example("SUM(SCAN(0,{1,2,3},LAMBDA(total,x,total+x)))", "10")]);

const BYROW: Function = Function::new("BYROW", "BYROW", Logic, by_row)
    .takes(&[any("array", "matris"), any("lambda", "lambda")])
    .help("Calls a function for each row of an array.", "Anropar en funktion för varje rad i en matris.")
    .examples(&[example("SUM(BYROW({1,2;3,4},LAMBDA(row,MAX(row))))", "6")]);

const BYCOL: Function = Function::new("BYCOL", "BYCOL", Logic, by_column)
    .takes(&[any("array", "matris"), any("lambda", "lambda")])
    .help("Calls a function for each column of an array.", "Anropar en funktion för varje kolumn i en matris.")
    .examples(&[example("SUM(BYCOL({1,2;3,4},LAMBDA(column,MAX(column))))", "7")]);

const MAKEARRAY: Function = Function::new("MAKEARRAY", "MAKEARRAY", Logic, make)
    .takes(&[scalar("rows", "rader"), scalar("columns", "kolumner"), any("lambda", "lambda")])
    .help("Makes an array by a function of row and column.", "Skapar en matris med en funktion av rad och kolumn.")
    .examples(&[example("SUM(MAKEARRAY(2,3,LAMBDA(row,column,row*column)))", "18")]);

fn unnamed(_: &Arguments<'_>) -> Answer {
    Err(CellError::Value)
}

/// The single value that a function gives; an array, of more than one value, or a function is `#CALC!`.
fn called(arguments: &Arguments<'_>, function: usize, given: Vec<Operand>) -> Value {
    match arguments.apply(function, given).read(arguments.host) {
        Value::Array(array) if array.values().len() > 1 => CellError::Calculation.into(),
        value => value.single(),
    }
}

fn result(width: usize, values: Vec<Value>) -> Answer {
    Ok(Value::Array(Array::new(width, values)?.into()).into())
}

fn map(arguments: &Arguments<'_>) -> Answer {
    let last = arguments.count() - 1;
    let arrays = (0..last).map(|index| arguments.array(index)).collect::<Result<Vec<_>, _>>()?;
    let height = arrays.iter().map(|array| array.height()).max().unwrap_or(1);
    let width = arrays.iter().map(|array| array.width()).max().unwrap_or(1);
    let mut values = Vec::with_capacity(height * width);
    for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
        let given = arrays.iter().map(|array| Operand::Value(array.at(row, column))).collect();
        values.push(called(arguments, last, given));
    }
    result(width, values)
}

/// Gathers the values, and keeps the steps or only the last of them. Without a start the first value is taken as it is.
fn fold(arguments: &Arguments<'_>, keeps_steps: bool) -> Answer {
    let array = arguments.array(1)?;
    let (mut total, mut steps) = (arguments.operand(0), Vec::new());
    for value in array.values() {
        let given = Operand::Value(value.clone());
        total = if total == Operand::Missing { given } else { arguments.apply(2, vec![total, given]) };
        if keeps_steps {
            let step = total.clone().read(arguments.host);
            steps.push(if matches!(step, Value::Array(_)) { CellError::Calculation.into() } else { step });
        }
    }
    if keeps_steps { result(array.width(), steps) } else { Ok(total) }
}

fn by_row(arguments: &Arguments<'_>) -> Answer {
    let area = arguments.area(0)?;
    let rows = (0..area.height()).map(|row| Ok(called(arguments, 1, vec![area.row(row)?])));
    result(1, rows.collect::<Result<_, CellError>>()?)
}

fn by_column(arguments: &Arguments<'_>) -> Answer {
    let area = arguments.area(0)?;
    let columns = (0..area.width()).map(|column| Ok(called(arguments, 1, vec![area.column(column)?])));
    result(area.width() as usize, columns.collect::<Result<_, CellError>>()?)
}

fn make(arguments: &Arguments<'_>) -> Answer {
    let size = |index| usize::try_from(arguments.integer(index)?).ok().filter(|size| *size > 0).ok_or(CellError::Value);
    let (height, width) = (size(0)?, size(1)?);
    if height.saturating_mul(width) > Array::MAX_LENGTH {
        return Err(CellError::Number);
    }
    let mut values = Vec::new();
    for (row, column) in (1..=height as i64).flat_map(|row| (1..=width as i64).map(move |column| (row, column))) {
        values.push(called(arguments, 2, vec![Value::from(row).into(), Value::from(column).into()]));
    }
    result(width, values)
}
