//! Truth values and how they combine.

use crate::display::coerce;
use crate::functions::function::Category::Logic;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Value};

pub(super) const FUNCTIONS: &[Function] = &[AND, OR, XOR, NOT, TRUE, FALSE];

const CONDITIONS: &[Parameter] = &[any("condition", "villkor"), any("condition", "villkor").repeated()];

const AND: Function =
    Function::new("AND", "OCH", Logic, |arguments| combine(arguments, |holding, count| holding == count))
        .takes(CONDITIONS)
        .help("Says whether all conditions are true.", "Anger om alla villkor är sanna.")
        .examples(&[example("AND(TRUE,1)", "TRUE"), example("AND(TRUE,FALSE)", "FALSE")]);

const OR: Function = Function::new("OR", "ELLER", Logic, |arguments| combine(arguments, |holding, _| holding > 0))
    .takes(CONDITIONS)
    .help("Says whether any condition is true.", "Anger om något villkor är sant.")
    .examples(&[example("OR(FALSE,TRUE)", "TRUE")]);

const XOR: Function =
    Function::new("XOR", "XELLER", Logic, |arguments| combine(arguments, |holding, _| holding % 2 == 1))
        .takes(CONDITIONS)
        .help("Says whether an odd number of conditions are true.", "Anger om ett udda antal villkor är sanna.")
        .examples(&[example("XOR(TRUE,TRUE)", "FALSE")]);

const NOT: Function = Function::new("NOT", "ICKE", Logic, |arguments| Ok((!arguments.boolean(0)?).into()))
    .takes(&[scalar("condition", "villkor")])
    .help("Turns true into false and false into true.", "Gör sant till falskt och falskt till sant.")
    .examples(&[example("NOT(FALSE)", "TRUE")]);

const TRUE: Function = Function::new("TRUE", "SANT", Logic, |_| Ok(true.into()))
    .help("Gives the value true.", "Ger sanningsvärdet SANT.")
    .examples(&[example("TRUE()", "TRUE")]);

const FALSE: Function = Function::new("FALSE", "FALSKT", Logic, |_| Ok(false.into()))
    .help("Gives the value false.", "Ger sanningsvärdet FALSKT.")
    .examples(&[example("FALSE()", "FALSE")]);

/// Counts the conditions and those that hold; text is none unless it is given directly and says one. Without any it is
/// `#VALUE!`.
fn combine(arguments: &Arguments<'_>, decide: fn(u64, u64) -> bool) -> Answer {
    let (mut holding, mut count, mut failed) = (0, 0, None);
    for index in 0..arguments.count() {
        arguments.each(index, &mut |value, direct| match truth(value, direct, arguments) {
            Ok(Some(holds)) => {
                count += 1;
                holding += u64::from(holds);
            }
            Ok(None) => {}
            Err(error) => _ = failed.get_or_insert(error),
        });
    }
    match failed {
        Some(error) => Err(error),
        None if count == 0 => Err(CellError::Value),
        None => Ok(Operand::from(decide(holding, count))),
    }
}

fn truth(value: &Value, direct: bool, arguments: &Arguments<'_>) -> Result<Option<bool>, CellError> {
    match value {
        Value::Text(_) => Ok(coerce::to_boolean(value, arguments.host.locale()).ok().filter(|_| direct)),
        value => coerce::to_boolean(value, arguments.host.locale()).map(Some),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check_with;

    #[test]
    fn conditions_in_cells_leave_out_text_and_blanks() {
        check_with(
            &[("A1", "TRUE"), ("A2", "'x"), ("A3", "0"), ("A5", "#N/A")],
            &[
                ("AND(A1:A2)", "TRUE"),
                ("AND(A1:A4)", "FALSE"),
                ("OR(A1:A4)", "TRUE"),
                ("OR(A1:A5)", "#N/A"),
                ("AND(A2)", "#VALUE!"),
                ("AND(B1:B5)", "#VALUE!"),
                ("AND(\"true\",1)", "TRUE"),
                ("AND(\"x\")", "#VALUE!"),
                ("AND(TRUE,)", "FALSE"),
                ("AND(\"\",TRUE)", "TRUE"),
                ("OR(\"\",FALSE)", "FALSE"),
                ("XOR(\"\")", "#VALUE!"),
                ("OR(\"yes\",TRUE)", "TRUE"),
                ("AND(\"1\",TRUE)", "TRUE"),
                ("AND(\"1\")", "#VALUE!"),
                ("AND({\"TRUE\"})", "#VALUE!"),
                ("XOR(TRUE,FALSE,TRUE,TRUE)", "TRUE"),
                ("NOT(\"x\")", "#VALUE!"),
                ("NOT(3)", "FALSE"),
            ],
        );
    }
}
