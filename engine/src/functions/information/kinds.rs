//! What a value counts as, and which kind it is, as a number.

use crate::functions::function::Category::Information;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[NA, N, TYPE, ERROR_TYPE];

const NA: Function = Function::new("NA", "SAKNAS", Information, |_| Err(CellError::NotAvailable))
    .help("Gives the error #N/A: not available.", "Ger felet #SAKNAS!: uppgiften finns inte.")
    .examples(&[example("NA()", "#N/A")]);

const N: Function = Function::new("N", "N", Information, number)
    .takes(&[any("value", "värde")])
    .help("Gives a value as a number: TRUE is 1 and text is 0.", "Ger ett värde som tal: SANT är 1 och text är 0.")
    .examples(&[example("N(TRUE)", "1"), example("N(\"7\")", "0")]);

const TYPE: Function = Function::new("TYPE", "VÄRDETYP", Information, kind)
    .takes(&[any("value", "värde")])
    .help(
        "Gives 1 for a number, 2 for text, 4 for TRUE or FALSE, 16 for an error and 64 for an array.",
        "Ger 1 för tal, 2 för text, 4 för SANT eller FALSKT, 16 för fel och 64 för matris.",
    )
    .examples(&[example("TYPE(\"x\")", "2"), example("TYPE({1,2})", "64")]);

const ERROR_TYPE: Function = Function::new("ERROR.TYPE", "FEL.TYP", Information, error_number)
    .takes(&[scalar("error", "fel")])
    .help(
        "Gives the number of an error: 2 for #DIV/0!, 3 for #VALUE!, 7 for #N/A and so on.",
        "Ger numret på ett fel: 2 för #DIVISION/0!, 3 för #VÄRDEFEL!, 7 för #SAKNAS! och så vidare.",
    )
    .examples(&[example("ERROR.TYPE(#DIV/0!)", "2"), example("ERROR.TYPE(5)", "#N/A")]);

fn number(arguments: &Arguments<'_>) -> Answer {
    let number = match arguments.value(0).single() {
        Value::Number(number) => number,
        Value::Boolean(true) => Number::ONE,
        Value::Error(error) => return Err(error),
        _ => Number::ZERO,
    };
    Ok(number.into())
}

fn kind(arguments: &Arguments<'_>) -> Answer {
    let operand = arguments.operand(0);
    if matches!(&operand, Operand::Region(region) if !region.range.is_cell()) {
        return Ok(64.into());
    }
    let kind = match operand.read(arguments.host) {
        Value::Blank | Value::Number(_) => 1,
        Value::Text(_) => 2,
        Value::Boolean(_) => 4,
        Value::Error(_) => 16,
        Value::Array(_) => 64,
    };
    Ok(kind.into())
}

fn error_number(arguments: &Arguments<'_>) -> Answer {
    let number = match arguments.value(0).as_error().ok_or(CellError::NotAvailable)? {
        CellError::Null => 1,
        CellError::DivisionByZero => 2,
        CellError::Value => 3,
        CellError::Reference => 4,
        CellError::Name => 5,
        CellError::Number => 6,
        CellError::NotAvailable => 7,
        CellError::Spill => 9,
        CellError::Calculation => 14,
        CellError::Circular => return Err(CellError::NotAvailable),
    };
    Ok(number.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check_with;

    #[test]
    fn kinds_are_numbered_as_in_excel() {
        check_with(
            &[("A1", "4"), ("A2", "#REF!")],
            &[
                ("TYPE(A1)", "1"),
                ("TYPE(A9)", "1"),
                ("TYPE(A1:A9)", "64"),
                ("TYPE(A2)", "16"),
                ("TYPE(TRUE)", "4"),
                ("N(A1:A2)", "4"),
                ("N(A2)", "#REF!"),
                ("ERROR.TYPE(A2)", "4"),
                ("ERROR.TYPE(#NULL!)", "1"),
                ("ERROR.TYPE(#N/A)", "7"),
            ],
        );
    }
}
