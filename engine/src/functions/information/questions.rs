//! Questions about what a value is, answered with true or false.

use crate::functions::function::Category::Information;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] =
    &[ISNUMBER, ISTEXT, ISNONTEXT, ISBLANK, ISERROR, ISERR, ISNA, ISLOGICAL, ISREF, ISEVEN, ISODD];

const ISNUMBER: Function = Function::new("ISNUMBER", "ÄRTAL", Information, |arguments| {
    is(arguments, |value| matches!(value, Value::Number(_)))
})
.takes(&[scalar("value", "värde")])
.help("Says whether a value is a number.", "Anger om ett värde är ett tal.")
.examples(&[example("ISNUMBER(5)", "TRUE"), example("ISNUMBER(\"5\")", "FALSE")]);

const ISTEXT: Function =
    Function::new("ISTEXT", "ÄRTEXT", Information, |arguments| is(arguments, |value| matches!(value, Value::Text(_))))
        .takes(&[scalar("value", "värde")])
        .help("Says whether a value is text.", "Anger om ett värde är text.")
        .examples(&[example("ISTEXT(\"5\")", "TRUE")]);

const ISNONTEXT: Function = Function::new("ISNONTEXT", "ÄREJTEXT", Information, |arguments| {
    is(arguments, |value| !matches!(value, Value::Text(_)))
})
.takes(&[scalar("value", "värde")])
.help(
    "Says whether a value is anything but text; a blank cell is.",
    "Anger om ett värde är något annat än text; en tom cell är det.",
)
.examples(&[example("ISNONTEXT(5)", "TRUE")]);

const ISBLANK: Function = Function::new("ISBLANK", "ÄRTOM", Information, |arguments| is(arguments, Value::is_blank))
    .takes(&[scalar("value", "värde")])
    .help("Says whether a cell is blank.", "Anger om en cell är tom.")
    .examples(&[example("ISBLANK(\"\")", "FALSE")]);

const ISERROR: Function =
    Function::new("ISERROR", "ÄRFEL", Information, |arguments| is(arguments, |value| value.as_error().is_some()))
        .takes(&[scalar("value", "värde")])
        .help("Says whether a value is an error.", "Anger om ett värde är ett fel.")
        .examples(&[example("ISERROR(#N/A)", "TRUE"), example("ISERROR(1)", "FALSE")]);

const ISERR: Function = Function::new("ISERR", "ÄRF", Information, |arguments| {
    is(arguments, |value| value.as_error().is_some_and(|error| error != CellError::NotAvailable))
})
.takes(&[scalar("value", "värde")])
.help("Says whether a value is an error other than #N/A.", "Anger om ett värde är ett annat fel än #SAKNAS!.")
.examples(&[example("ISERR(#DIV/0!)", "TRUE"), example("ISERR(#N/A)", "FALSE")]);

const ISNA: Function = Function::new("ISNA", "ÄRSAKNAD", Information, |arguments| {
    is(arguments, |value| value.as_error() == Some(CellError::NotAvailable))
})
.takes(&[scalar("value", "värde")])
.help("Says whether a value is the error #N/A.", "Anger om ett värde är felet #SAKNAS!.")
.examples(&[example("ISNA(#N/A)", "TRUE")]);

const ISLOGICAL: Function = Function::new("ISLOGICAL", "ÄRLOGISK", Information, |arguments| {
    is(arguments, |value| matches!(value, Value::Boolean(_)))
})
.takes(&[scalar("value", "värde")])
.help("Says whether a value is TRUE or FALSE.", "Anger om ett värde är SANT eller FALSKT.")
.examples(&[example("ISLOGICAL(FALSE)", "TRUE")]);

const ISREF: Function = Function::new("ISREF", "ÄRREF", Information, |arguments| {
    Ok(matches!(arguments.operand(0), Operand::Region(_)).into())
})
.takes(&[any("value", "värde")])
.help("Says whether something is a reference to cells.", "Anger om något är en referens till celler.")
.examples(&[example("ISREF(A1)", "TRUE"), example("ISREF(1)", "FALSE")]);

const ISEVEN: Function = Function::new("ISEVEN", "ÄRJÄMN", Information, |arguments| has_rest(arguments, 0))
    .takes(&[scalar("number", "tal")])
    .help("Says whether a number's whole part is even.", "Anger om ett tals heltalsdel är jämn.")
    .examples(&[example("ISEVEN(2.9)", "TRUE")]);

const ISODD: Function = Function::new("ISODD", "ÄRUDDA", Information, |arguments| has_rest(arguments, 1))
    .takes(&[scalar("number", "tal")])
    .help("Says whether a number's whole part is odd.", "Anger om ett tals heltalsdel är udda.")
    .examples(&[example("ISODD(-3)", "TRUE")]);

fn is(arguments: &Arguments<'_>, kind: fn(&Value) -> bool) -> Answer {
    Ok(kind(&arguments.value(0)).into())
}

fn has_rest(arguments: &Arguments<'_>, rest: i64) -> Answer {
    if let Value::Boolean(_) = arguments.scalar(0)? {
        return Err(CellError::Value);
    }
    let whole = arguments.number(0)?.rounded_down(0);
    Ok((whole.modulo(Number::from(2))? == Number::from(rest)).into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check_with;

    #[test]
    fn kinds_of_what_stands_in_cells() {
        check_with(
            &[("A1", "4"), ("A2", "'x"), ("A3", "TRUE"), ("A5", "#REF!")],
            &[
                ("ISNUMBER(A1)", "TRUE"),
                ("ISNUMBER(A4)", "FALSE"),
                ("ISTEXT(A2)", "TRUE"),
                ("ISNONTEXT(A4)", "TRUE"),
                ("ISBLANK(A4)", "TRUE"),
                ("ISBLANK(A1)", "FALSE"),
                ("ISLOGICAL(A3)", "TRUE"),
                ("ISERR(A5)", "TRUE"),
                ("ISNA(A5)", "FALSE"),
                ("ISREF(A1:B9)", "TRUE"),
                ("ISREF(#REF!)", "FALSE"),
                ("ISEVEN(A4)", "TRUE"),
                ("ISODD(A2)", "#VALUE!"),
                ("ISODD(TRUE)", "#VALUE!"),
            ],
        );
    }
}
