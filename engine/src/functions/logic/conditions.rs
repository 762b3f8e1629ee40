//! Choosing a result by condition or by value; only the chosen one is calculated.

use crate::functions::function::Category::Logic;
use crate::functions::function::{Function, example, lazy, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, order};

pub(super) const FUNCTIONS: &[Function] = &[IF, IFS, SWITCH];

const IF: Function = Function::new("IF", "OM", Logic, if_else)
    .takes(&[
        scalar("condition", "villkor"),
        lazy("value_if_true", "värde_om_sant"),
        lazy("value_if_false", "värde_om_falskt").optional(),
    ])
    .help(
        "Gives one value if a condition is true and another if it is false.",
        "Ger ett värde om ett villkor är sant och ett annat om det är falskt.",
    )
    .examples(&[example("IF(TRUE,\"ja\",\"nej\")", "ja"), example("IF(0,1)", "FALSE")]);

const IFS: Function = Function::new("IFS", "IFS", Logic, first_true)
    .takes(&[
        scalar("condition", "villkor"),
        lazy("value", "värde"),
        scalar("condition", "villkor").repeated(),
        lazy("value", "värde").repeated(),
    ])
    .help(
        "Gives the value that follows the first true condition.",
        "Ger det värde som hör till det första villkor som är sant.",
    )
    .examples(&[example("IFS(FALSE,\"a\",TRUE,\"b\")", "b"), example("IFS(FALSE,1)", "#N/A")]);

const SWITCH: Function = Function::new("SWITCH", "VÄXLA", Logic, switch)
    .takes(&[
        scalar("expression", "uttryck"),
        scalar("value", "värde"),
        lazy("result", "resultat"),
        lazy("value_or_default", "värde_eller_standard").repeated(),
        lazy("result", "resultat").repeated(),
    ])
    .help(
        "Compares an expression with values and gives the result that follows the first equal one.",
        "Jämför ett uttryck med värden och ger det resultat som hör till det första som är lika.",
    )
    .examples(&[
        example("SWITCH(2,1,\"ett\",2,\"två\",\"annat\")", "två"),
        example("SWITCH(9,1,\"ett\",\"annat\")", "annat"),
    ]);

fn if_else(arguments: &Arguments<'_>) -> Answer {
    match arguments.boolean(0)? {
        true => arguments.result(1),
        false if arguments.count() > 2 => arguments.result(2),
        false => Ok(false.into()),
    }
}

fn first_true(arguments: &Arguments<'_>) -> Answer {
    if !arguments.count().is_multiple_of(2) {
        return Err(CellError::Value);
    }
    for index in (0..arguments.count()).step_by(2) {
        if arguments.boolean(index)? {
            return arguments.result(index + 1);
        }
    }
    Err(CellError::NotAvailable)
}

/// The arguments after the expression are pairs; one that is left over is the default.
fn switch(arguments: &Arguments<'_>) -> Answer {
    let subject = arguments.scalar(0)?;
    let count = arguments.count();
    for index in (1..count.saturating_sub(1)).step_by(2) {
        if order::equal(&subject, &arguments.scalar(index)?) {
            return arguments.result(index + 1);
        }
    }
    if count.is_multiple_of(2) { arguments.result(count - 1) } else { Err(CellError::NotAvailable) }
}

#[cfg(test)]
mod tests {
    use crate::display::Locale;
    use crate::functions::tests::{Counting, Sheet, check};
    use crate::functions::{Arguments, Operand, library};
    use crate::value::Value;

    #[test]
    fn conditions_choose_a_value() {
        check(&[
            ("IF(FALSE,1,2)", "2"),
            ("IF(FALSE,1,)", "0"),
            ("IF(TRUE,,2)", "0"),
            ("IF(\"x\",1,2)", "#VALUE!"),
            ("IF(#N/A,1,2)", "#N/A"),
            ("IF(TRUE,#REF!,2)", "#REF!"),
            ("IF(FALSE,#REF!,2)", "2"),
            ("IFS(TRUE,1,#N/A,2)", "1"),
            ("IFS(#N/A,1,TRUE,2)", "#N/A"),
            ("IFS(TRUE,1,TRUE)", "#VALUE!"),
            ("SWITCH(\"B\",\"a\",1,\"b\",2)", "2"),
            ("SWITCH(3,1,1,2,2)", "#N/A"),
            ("SWITCH(#REF!,1,1)", "#REF!"),
            ("SWITCH(\"1\",1,\"number\",\"text\")", "text"),
        ]);
    }

    #[test]
    fn only_the_chosen_branch_is_calculated() {
        let sheet = Sheet::new(Locale::English, &[]);
        let operands = Counting::new([true.into(), Value::from(1), Value::from(2)]);
        let function = library::find("IF").unwrap();
        assert_eq!((function.body)(&Arguments::new(&operands, &sheet)), Ok(Operand::from(Value::from(1))));
        assert_eq!(operands.asked(), [1, 1, 0]);
    }
}
