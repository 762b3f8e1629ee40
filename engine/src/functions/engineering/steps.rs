//! Numbers compared, and the error function.

use crate::functions::floating::answer;
use crate::functions::function::Category::Engineering;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::Number;
use crate::value::order::compare_numbers;

pub(super) const FUNCTIONS: &[Function] = &[DELTA, GESTEP, ERF, ERF_PRECISE, ERFC, ERFC_PRECISE];

const NUMBER: Parameter = scalar("number", "tal");

const DELTA: Function = Function::new("DELTA", "DELTA", Engineering, |arguments| {
    Ok(i64::from(compare_numbers(arguments.strict_number(0)?, second(arguments)?).is_eq()).into())
})
.takes(&[NUMBER, NUMBER.optional()])
.help(
    "Gives 1 if two numbers are equal, otherwise 0; without a second number it is 0.",
    "Ger 1 om två tal är lika, annars 0; utan ett andra tal är det 0.",
)
.examples(&[example("DELTA(5,5)", "1"), example("DELTA(0.5,0)", "0")]);

const GESTEP: Function = Function::new("GESTEP", "SLSTEG", Engineering, |arguments| {
    Ok(i64::from(compare_numbers(arguments.strict_number(0)?, second(arguments)?).is_ge()).into())
})
.takes(&[NUMBER, scalar("step", "steg").optional()])
.help(
    "Gives 1 if a number is at least as great as a step, otherwise 0; without a step it is 0.",
    "Ger 1 om ett tal är minst lika stort som ett steg, annars 0; utan steg är det 0.",
)
.examples(&[example("GESTEP(5,4)", "1"), example("GESTEP(-4,-3)", "0")]);

const ERF: Function = Function::new("ERF", "FELF", Engineering, error_between)
    .takes(&[scalar("lower", "undre"), scalar("upper", "övre").optional()])
    .help(
        "Gives the error function of a number, or the difference between two.",
        "Ger felfunktionen för ett tal, eller skillnaden mellan två.",
    )
    .examples(&[example("ERF(1)", "0.842700792949715"), example("ERF(0,1)", "0.842700792949715")]);

const ERF_PRECISE: Function = Function::new("ERF.PRECISE", "FELF.EXAKT", Engineering, |arguments| {
    answer(libm::erf(arguments.strict_number(0)?.to_float()))
})
.takes(&[NUMBER])
.help("Gives the error function of a number.", "Ger felfunktionen för ett tal.")
.examples(&[example("ERF.PRECISE(0.5)", "0.520499877813047")]);

const COMPLEMENT: fn(&Arguments<'_>) -> Answer = |arguments| answer(libm::erfc(arguments.strict_number(0)?.to_float()));

const ERFC: Function = Function::new("ERFC", "FELFK", Engineering, COMPLEMENT)
    .takes(&[NUMBER])
    .help("Gives 1 less the error function of a number.", "Ger 1 minus felfunktionen för ett tal.")
    .examples(&[example("ERFC(1)", "0.157299207050285")]);

const ERFC_PRECISE: Function = Function::new("ERFC.PRECISE", "FELFK.EXAKT", Engineering, COMPLEMENT)
    .takes(&[NUMBER])
    .help(
        "Gives 1 less the error function of a number; the same as ERFC.",
        "Ger 1 minus felfunktionen för ett tal; samma som FELFK.",
    )
    .examples(&[example("ERFC.PRECISE(1)", "0.157299207050285")]);

fn second(arguments: &Arguments<'_>) -> Result<Number, crate::value::CellError> {
    arguments.strict_number_or(1, Number::ZERO)
}

fn error_between(arguments: &Arguments<'_>) -> Answer {
    let lower = arguments.strict_number(0)?.to_float();
    if !arguments.is_given(1) {
        return answer(libm::erf(lower));
    }
    let upper = arguments.strict_number(1)?.to_float();
    // Far out both are nearly 1, and only their complements tell them apart.
    let far = lower > 0.5 && upper > 0.5;
    answer(if far { libm::erfc(lower) - libm::erfc(upper) } else { libm::erf(upper) - libm::erf(lower) })
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn a_second_number_is_zero_if_left_out() {
        check(&[
            ("DELTA(0)", "1"),
            ("DELTA(0.1)", "0"),
            ("GESTEP(0)", "1"),
            ("GESTEP(-1)", "0"),
            ("DELTA(TRUE,1)", "#VALUE!"),
            ("GESTEP(\"5\",5)", "1"),
            ("GESTEP(\"x\")", "#VALUE!"),
        ]);
    }

    #[test]
    fn error_functions_have_fifteen_digits() {
        check(&[
            ("ERF(0)", "0"),
            ("ERF(-1)", "-0.842700792949715"),
            ("ERF(1,2)", "0.152621472069238"),
            ("ERF(\"x\")", "#VALUE!"),
            ("ERFC(0)", "1"),
            ("ERFC(-2)", "1.99532226501895"),
            ("ERFC(100)", "0"),
        ]);
    }
}
