//! Sums over pairs of numbers, sums of powers, and shares.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, ExactSum, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[SUMX2MY2, SUMX2PY2, SUMXMY2, SERIESSUM, PERCENTOF];

const PAIRS: &[Parameter] = &[any("x", "x"), any("y", "y")];

const SUMX2MY2: Function = Function::new("SUMX2MY2", "SUMMAX2MY2", Math, |arguments| {
    sum_of_pairs(arguments, |x, y| x.times(x)?.minus(y.times(y)?))
})
.takes(PAIRS)
.help(
    "Adds the differences of squares of pairs, the first number's square less the second's.",
    "Summerar skillnaderna mellan kvadraterna i talpar, det första talets kvadrat minus det andras.",
)
.examples(&[example("SUMX2MY2({2,3},{1,2})", "8")]);

const SUMX2PY2: Function = Function::new("SUMX2PY2", "SUMMAX2PY2", Math, |arguments| {
    sum_of_pairs(arguments, |x, y| x.times(x)?.plus(y.times(y)?))
})
.takes(PAIRS)
.help("Adds the squares of all numbers of pairs.", "Summerar kvadraterna av alla tal i talpar.")
.examples(&[example("SUMX2PY2({2,3},{1,2})", "18")]);

const SUMXMY2: Function = Function::new("SUMXMY2", "SUMMAXMY2", Math, |arguments| {
    sum_of_pairs(arguments, |x, y| {
        let difference = x.minus(y)?;
        difference.times(difference)
    })
})
.takes(PAIRS)
.help("Adds the squares of the differences of pairs.", "Summerar kvadraterna av skillnaderna i talpar.")
.examples(&[example("SUMXMY2({2,3},{1,5})", "5")]);

const SERIESSUM: Function = Function::new("SERIESSUM", "SERIESUMMA", Math, power_series)
    .takes(&[
        scalar("x", "x"),
        scalar("exponent", "exponent"),
        scalar("step", "steg"),
        any("coefficients", "koefficienter"),
    ])
    .help(
        "Adds powers of a number times coefficients; the exponent grows by a step from term to term.",
        "Summerar potenser av ett tal gånger koefficienter; exponenten ökar med ett steg för varje term.",
    )
    .examples(&[example("SERIESSUM(2,0,1,{1,2,3})", "17")]);

const PERCENTOF: Function = Function::new("PERCENTOF", "PERCENTOF", Math, |arguments| {
    let mut part = ExactSum::default();
    arguments.numbers_of(0, &mut |number| part.add(number))?;
    Ok(part.total()?.over(arguments.total(1)?.sum.total()?)?.into())
})
.takes(&[any("part", "del"), any("whole", "helhet")])
.help("Gives the share that a sum is of another sum.", "Ger den andel som en summa är av en annan summa.")
.examples(&[example("PERCENTOF({10,15},{10,15,75})", "0.25")]);

fn sum_of_pairs(arguments: &Arguments<'_>, term: fn(Number, Number) -> Result<Number, CellError>) -> Answer {
    let (xs, ys) = (arguments.array(0)?, arguments.array(1)?);
    if xs.values().len() != ys.values().len() {
        return Err(CellError::NotAvailable);
    }
    let failed = xs.values().iter().chain(ys.values()).find_map(Value::as_error);
    failed.map_or(Ok(()), Err)?;
    let mut sum = ExactSum::default();
    for (x, y) in xs.values().iter().zip(ys.values()) {
        if let (Value::Number(x), Value::Number(y)) = (x, y) {
            sum.add(term(*x, *y)?);
        }
    }
    Ok(sum.total()?.into())
}

fn power_series(arguments: &Arguments<'_>) -> Answer {
    let (x, mut exponent) = (arguments.strict_number(0)?, arguments.strict_number(1)?);
    let step = arguments.strict_number(2)?;
    let mut sum = ExactSum::default();
    for coefficient in arguments.strict_values(3)? {
        sum.add(x.power(exponent)?.times(coefficient)?);
        exponent = exponent.plus(step)?;
    }
    Ok(sum.total()?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn pairs_need_two_numbers() {
        check(&[
            ("SUMX2MY2({2,3},{1})", "#N/A"),
            ("SUMX2MY2({2,3,9},{1,2,\"x\"})", "8"),
            ("SUMXMY2({1,2},{3,TRUE})", "4"),
            ("SUMX2PY2({1,#NUM!},{3,4})", "#NUM!"),
            ("SUMX2PY2(2,3)", "13"),
            ("SUMXMY2({0.1,0.2},{0.3,0.5})", "0.13"),
        ]);
    }

    #[test]
    fn powers_with_coefficients() {
        check(&[
            ("SERIESSUM(0,0,2,{1,2})", "#NUM!"),
            ("SERIESSUM(-1,0,2,{1,2,3})", "6"),
            ("SERIESSUM(0.5,1,2,{2,2,2})", "1.3125"),
            ("SERIESSUM(TRUE,1,2,{2})", "#VALUE!"),
            ("SERIESSUM(2,1,2,{2,\"x\"})", "#VALUE!"),
            ("SERIESSUM(2,1,1,5)", "10"),
        ]);
    }

    #[test]
    fn shares_leave_out_what_is_no_number() {
        check_with(
            &[("A1", "1"), ("A2", "'2"), ("A3", "7"), ("B1", "#REF!")],
            &[("PERCENTOF(A1:A2,A1:A3)", "0.125"), ("PERCENTOF(A1,A2)", "#DIV/0!"), ("PERCENTOF(B1,A1)", "#REF!")],
        );
    }
}
