//! Something else in place of an error.

use crate::functions::function::Category::Logic;
use crate::functions::function::{Function, example, lazy, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[IFERROR, IFNA];

const IFERROR: Function = Function::new("IFERROR", "OMFEL", Logic, |arguments| instead(arguments, |_| true))
    .takes(&[scalar("value", "värde"), lazy("value_if_error", "värde_om_fel")])
    .help("Gives a value, or another if it is an error.", "Ger ett värde, eller ett annat om det är ett fel.")
    .examples(&[example("IFERROR(#DIV/0!,\"–\")", "–"), example("IFERROR(5,0)", "5")]);

const IFNA: Function =
    Function::new("IFNA", "OMSAKNAS", Logic, |arguments| instead(arguments, |error| error == CellError::NotAvailable))
        .takes(&[scalar("value", "värde"), lazy("value_if_na", "värde_om_saknas")])
        .help("Gives a value, or another if it is #N/A.", "Ger ett värde, eller ett annat om det är felet #SAKNAS!.")
        .examples(&[example("IFNA(MATCH(4,{1,2,3},0),0)", "0"), example("IFNA(#REF!,0)", "#REF!")]);

fn instead(arguments: &Arguments<'_>, of: fn(CellError) -> bool) -> Answer {
    match arguments.value(0) {
        Value::Error(error) if of(error) => arguments.result(1),
        value => Ok(value.into()),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check_with;

    #[test]
    fn errors_give_way() {
        check_with(
            &[("A1", "#DIV/0!"), ("A2", "3")],
            &[
                ("IFERROR(A1,7)", "7"),
                ("IFERROR(A2,7)", "3"),
                ("IFERROR(A1,)", "0"),
                ("IFERROR(A1,#N/A)", "#N/A"),
                ("IFNA(A1,7)", "#DIV/0!"),
            ],
        );
    }
}
