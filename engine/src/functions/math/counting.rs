//! Factorials, and in how many ways things can be chosen. Results are exact.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

use super::arithmetic::shared_divisor;

pub(super) const FUNCTIONS: &[Function] = &[FACT, FACTDOUBLE, COMBIN, COMBINA, MULTINOMIAL];

const FACT: Function = Function::new("FACT", "FAKULTET", Math, |arguments| factorial(arguments.integer(0)?, 1))
    .takes(&[scalar("number", "tal")])
    .help("Multiplies the whole numbers from 1 to a number.", "Multiplicerar heltalen från 1 till ett tal (fakultet).")
    .examples(&[example("FACT(5)", "120"), example("FACT(0)", "1")]);

const FACTDOUBLE: Function =
    Function::new("FACTDOUBLE", "DUBBELFAKULTET", Math, |arguments| factorial(arguments.strict_integer(0)?, 2))
        .takes(&[scalar("number", "tal")])
        .help(
            "Multiplies every other whole number from a number down.",
            "Multiplicerar vartannat heltal från ett tal och nedåt (dubbelfakultet).",
        )
        .examples(&[example("FACTDOUBLE(7)", "105"), example("FACTDOUBLE(6)", "48")]);

const COMBIN: Function = Function::new("COMBIN", "KOMBIN", Math, |arguments| {
    Ok(combinations(arguments.integer(0)?, arguments.integer(1)?)?.into())
})
.takes(&[scalar("number", "antal"), scalar("chosen", "valda")])
.help(
    "Gives in how many ways so many things can be chosen out of a number of things.",
    "Ger på hur många sätt ett visst antal saker kan väljas bland ett antal saker.",
)
.examples(&[example("COMBIN(8,2)", "28")]);

const COMBINA: Function = Function::new("COMBINA", "KOMBINA", Math, combinations_with_repetition)
    .takes(&[scalar("number", "antal"), scalar("chosen", "valda")])
    .help(
        "Gives in how many ways so many things can be chosen when a thing may be chosen again.",
        "Ger på hur många sätt ett visst antal saker kan väljas när samma sak får väljas flera gånger.",
    )
    .examples(&[example("COMBINA(4,3)", "20")]);

const MULTINOMIAL: Function = Function::new("MULTINOMIAL", "MULTINOMIAL", Math, multinomial)
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help(
        "Gives the factorial of a sum divided by the factorials of its terms.",
        "Ger fakulteten av en summa delad med termernas fakulteter.",
    )
    .examples(&[example("MULTINOMIAL(2,3,4)", "1260")]);

/// The product of a number and those below it in steps; the empty product is 1.
fn factorial(number: i64, step: i64) -> Answer {
    if number < 0 {
        return Err(CellError::Number);
    }
    let (mut product, mut factor) = (Number::ONE, number);
    while factor > 1 {
        product = product.times(factor.into())?;
        factor -= step;
    }
    Ok(product.into())
}

fn combinations_with_repetition(arguments: &Arguments<'_>) -> Answer {
    let (number, chosen) = (arguments.integer(0)?, arguments.integer(1)?);
    if number < 0 || chosen < 0 || (number == 0 && chosen > 0) {
        return Err(CellError::Number);
    }
    if chosen == 0 {
        return Ok(Number::ONE.into());
    }
    let all = number.checked_add(chosen - 1).ok_or(CellError::Number)?;
    Ok(combinations(all, chosen)?.into())
}

/// Ways to choose; `#NUM!` for what cannot be chosen and for more than a number holds.
fn combinations(number: i64, chosen: i64) -> Result<Number, CellError> {
    if chosen < 0 || chosen > number {
        return Err(CellError::Number);
    }
    let mut ways: i128 = 1;
    for step in 1..=chosen.min(number - chosen) {
        let (factor, divisor) = (i128::from(number - step + 1), i128::from(step));
        let shared = shared_divisor(ways, divisor);
        // What is left of the divisor divides the factor, since the ways are always whole.
        ways = (ways / shared).checked_mul(factor / (divisor / shared)).ok_or(CellError::Number)?;
        Number::from_parts(ways, 0)?;
    }
    Number::from_parts(ways, 0)
}

fn multinomial(arguments: &Arguments<'_>) -> Answer {
    let (mut total, mut ways) = (0_i64, Number::ONE);
    for number in arguments.strict_list(0)? {
        let term = number.settled().truncated()?;
        if number.is_negative() {
            return Err(CellError::Number);
        }
        total = total.checked_add(term).ok_or(CellError::Number)?;
        ways = ways.times(combinations(total, term)?)?;
    }
    Ok(ways.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn factorials_are_exact() {
        check(&[
            ("FACT(27)", "10888869450418352160768000000"),
            ("FACT(28)", "#NUM!"),
            ("FACT(1.9)", "1"),
            ("FACT(-1)", "#NUM!"),
            ("FACT(1000000000000)", "#NUM!"),
            ("FACT(TRUE)", "1"),
            ("FACTDOUBLE(0)", "1"),
            ("FACTDOUBLE(-1)", "#NUM!"),
            ("FACTDOUBLE(TRUE)", "#VALUE!"),
        ]);
    }

    #[test]
    fn ways_to_choose_are_exact() {
        check(&[
            ("COMBIN(0,0)", "1"),
            ("COMBIN(3,4)", "#NUM!"),
            ("COMBIN(-1,0)", "#NUM!"),
            ("COMBIN(5.9,2.9)", "10"),
            ("COMBIN(90,45)", "103827421287553411369671120"),
            ("COMBIN(1000,500)", "#NUM!"),
            ("COMBIN(1000000000000000,1)", "1000000000000000"),
            ("COMBIN(\"x\",1)", "#VALUE!"),
            ("COMBINA(0,0)", "1"),
            ("COMBINA(0,1)", "#NUM!"),
            ("COMBINA(1,5)", "1"),
            ("MULTINOMIAL(0)", "1"),
            ("MULTINOMIAL(2,-1)", "#NUM!"),
            ("MULTINOMIAL(TRUE,1)", "#VALUE!"),
        ]);
        check_with(
            &[("A1", "2"), ("A2", "'3"), ("B1", "'x")],
            &[("MULTINOMIAL(A1:A4,4)", "1260"), ("MULTINOMIAL(A1,B1)", "#VALUE!")],
        );
    }
}
