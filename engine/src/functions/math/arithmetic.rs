//! Signs, remainders and divisors.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[ABS, SIGN, MOD, QUOTIENT, GCD, LCM];

const ABS: Function = Function::new("ABS", "ABS", Math, |arguments| Ok(arguments.number(0)?.abs().into()))
    .takes(&[scalar("number", "tal")])
    .help("Gives a number without its sign.", "Ger ett tal utan dess tecken.")
    .examples(&[example("ABS(-5.5)", "5.5")]);

const SIGN: Function = Function::new("SIGN", "TECKEN", Math, |arguments| Ok(arguments.number(0)?.signum().into()))
    .takes(&[scalar("number", "tal")])
    .help(
        "Gives 1 for a positive number, −1 for a negative one and 0 for zero.",
        "Ger 1 för ett positivt tal, −1 för ett negativt och 0 för noll.",
    )
    .examples(&[example("SIGN(-12)", "-1")]);

const MOD: Function = Function::new("MOD", "REST", Math, |arguments| {
    Ok(arguments.number(0)?.settled().modulo(arguments.number(1)?)?.into())
})
.takes(&[scalar("number", "tal"), scalar("divisor", "divisor")])
.help(
    "Gives the rest of a division, with the divisor's sign.",
    "Ger resten vid en division, med samma tecken som divisorn.",
)
.examples(&[example("MOD(-7,3)", "2"), example("MOD(1.1,0.1)", "0")]);

const QUOTIENT: Function = Function::new("QUOTIENT", "KVOT", Math, |arguments| {
    Ok(arguments.strict_number(0)?.over(arguments.strict_number(1)?)?.rounded_down(0).into())
})
.takes(&[scalar("numerator", "täljare"), scalar("denominator", "nämnare")])
.help("Gives the whole part of a division.", "Ger heltalsdelen av en division.")
.examples(&[example("QUOTIENT(-10,3)", "-3")]);

const GCD: Function = Function::new("GCD", "SGD", Math, largest_divisor)
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help(
        "Gives the greatest whole number that divides all the numbers.",
        "Ger det största heltal som delar alla talen (största gemensamma divisor).",
    )
    .examples(&[example("GCD(24,36)", "12")]);

const LCM: Function = Function::new("LCM", "MGM", Math, smallest_multiple)
    .takes(&[any("number", "tal"), any("number", "tal").repeated()])
    .help(
        "Gives the least whole number that all the numbers divide.",
        "Ger det minsta heltal som alla talen delar (minsta gemensamma multipel).",
    )
    .examples(&[example("LCM(24,36)", "72")]);

/// Whole numbers from this on cannot be told apart in Excel, which refuses them here: 2⁵³.
const TOO_LARGE: i128 = 1 << 53;

fn largest_divisor(arguments: &Arguments<'_>) -> Answer {
    let divisor = whole_numbers(arguments)?.into_iter().fold(0, shared_divisor);
    Ok(Number::from_parts(divisor, 0)?.into())
}

fn smallest_multiple(arguments: &Arguments<'_>) -> Answer {
    let numbers = whole_numbers(arguments)?;
    let multiple = numbers.into_iter().try_fold(1_i128, |multiple, number| match shared_divisor(multiple, number) {
        0 => Some(0),
        divisor => (multiple / divisor).checked_mul(number),
    });
    let multiple = multiple.filter(|multiple| *multiple < TOO_LARGE).ok_or(CellError::Number)?;
    Ok(Number::from_parts(multiple, 0)?.into())
}

/// The numbers cut to whole ones; negative and too large ones are `#NUM!`.
fn whole_numbers(arguments: &Arguments<'_>) -> Result<Vec<i128>, CellError> {
    let whole = arguments.strict_list(0)?.into_iter().map(|number| match number.settled() {
        negative if negative.is_negative() => Err(CellError::Number),
        whole => Some(i128::from(whole.truncated()?)).filter(|whole| *whole < TOO_LARGE).ok_or(CellError::Number),
    });
    whole.collect()
}

/// The greatest whole number that divides two.
pub(super) fn shared_divisor(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one, other);
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn remainders_and_quotients_of_exact_numbers_are_exact() {
        check(&[
            ("MOD(7,-3)", "-2"),
            ("MOD(5,0)", "#DIV/0!"),
            ("MOD(0.3,0.1)", "0"),
            ("QUOTIENT(5,2)", "2"),
            ("QUOTIENT(5,0)", "#DIV/0!"),
            ("QUOTIENT(0.3,0.1)", "3"),
            ("QUOTIENT(TRUE,1)", "#VALUE!"),
            ("QUOTIENT(,1)", "#N/A"),
            ("SIGN(0)", "0"),
        ]);
    }

    #[test]
    fn divisors_of_whole_numbers() {
        check(&[
            ("GCD(5.9,10)", "5"),
            ("GCD(0,0)", "0"),
            ("GCD(-0.1)", "#NUM!"),
            ("GCD({12,18},30)", "6"),
            ("LCM(5,0)", "0"),
            ("LCM({2,3},4)", "12"),
            ("LCM(9007199254740991,1)", "9007199254740991"),
            ("LCM(9007199254740991,2)", "#NUM!"),
            ("GCD(9007199254740992,2)", "#NUM!"),
            ("LCM(,5)", "#N/A"),
        ]);
    }

    #[test]
    fn texts_in_cells_are_read_and_booleans_refused() {
        check_with(
            &[("A1", "'8"), ("A2", "12"), ("B1", "TRUE"), ("C1", "'åtta")],
            &[
                ("GCD(A1:A2)", "4"),
                ("LCM(A1:A2)", "24"),
                ("LCM(A1:A3)", "0"),
                ("LCM(A1,A3)", "8"),
                ("GCD(A1,B1)", "#VALUE!"),
                ("GCD(A1,C1)", "#VALUE!"),
                ("GCD(A3,A4)", "#VALUE!"),
            ],
        );
    }
}
