//! Amounts on given days: their value on the first, and their rate of return a year.

use super::annuity::RATE_PARAMETER;
use super::flows::{VALUES, has_both_signs};
use super::rate::GUESS;
use super::real::growth;
use super::root::root;
use crate::display::coerce;
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, any, example};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[XNPV, XIRR];

const DATES: Parameter = any("dates", "datum");

const XNPV: Function = Function::new("XNPV", "XNUVÄRDE", Finance, net_present_value)
    .takes(&[RATE_PARAMETER, VALUES, DATES])
    .help(
        "Gives what amounts on given days are worth on the first of them; at 15 digits.",
        "Ger vad belopp på givna dagar är värda den första av dem; med 15 siffror.",
    )
    .examples(&[example("XNPV(0.1,{-100,110},{45000,45365})", "0")]);

const XIRR: Function = Function::new("XIRR", "XIRR", Finance, internal_rate)
    .takes(&[VALUES, DATES, GUESS.optional()])
    .help(
        "Gives the yearly rate of return of amounts on given days; at 15 digits.",
        "Ger den årliga internräntan för belopp på givna dagar; med 15 siffror.",
    )
    .examples(&[example("XIRR({-100,110},{45000,45365})", "0.1")]);

/// An amount and the years from the first day to its own.
#[derive(Clone, Copy)]
struct Flow {
    amount: f64,
    years: f64,
}

fn worth(flows: &[Flow], rate: f64) -> f64 {
    flows.iter().map(|flow| flow.amount * growth(rate, -flow.years).factor).sum()
}

fn net_present_value(arguments: &Arguments<'_>) -> Answer {
    let rate = arguments.plain_number(0)?;
    let flows = flows(&numbers(arguments, 1)?, &numbers(arguments, 2)?)?;
    if rate <= Number::ZERO || flows.iter().any(|flow| flow.years < 0.0) {
        return Err(CellError::Number);
    }
    Ok(Number::from_float(worth(&flows, rate.to_float()))?.into())
}

fn internal_rate(arguments: &Arguments<'_>) -> Answer {
    let (amounts, dates) = (cells(arguments, 0)?, cells(arguments, 1)?);
    let guess = if arguments.is_given(2) { arguments.plain_number(2)?.to_float() } else { 0.1 };
    let flows = flows(&amounts, &dates)?;
    if guess <= -1.0 || !has_both_signs(&amounts) {
        return Err(CellError::Number);
    }
    Ok(Number::from_float(root(|rate| worth(&flows, rate), guess)?)?.into())
}

/// The flows of as many amounts as dates, those of nothing left out.
fn flows(amounts: &[Number], dates: &[Number]) -> Result<Vec<Flow>, CellError> {
    if dates.iter().any(|date| date.is_negative()) {
        return Err(CellError::Number);
    }
    let days = dates.iter().map(|date| date.floor().truncated()).collect::<Result<Vec<_>, _>>()?;
    let Some(first) = days.first().filter(|_| days.len() == amounts.len()) else {
        return Err(CellError::Number);
    };
    let filled = amounts.iter().zip(&days).filter(|(amount, _)| !amount.is_zero());
    let flow = |(amount, day): (&Number, &i64)| Flow {
        amount: amount.to_float(),
        years: day.saturating_sub(*first) as f64 / 365.0,
    };
    Ok(filled.map(flow).collect())
}

/// The numbers of an argument; what is no number in cells is left out.
fn numbers(arguments: &Arguments<'_>, index: usize) -> Result<Vec<Number>, CellError> {
    let mut numbers = Vec::new();
    arguments.numbers_of(index, &mut |number| numbers.push(number))?;
    Ok(numbers)
}

/// Every cell of an argument as a number, a blank one as zero; `#VALUE!` for what is none.
fn cells(arguments: &Arguments<'_>, index: usize) -> Result<Vec<Number>, CellError> {
    let number = |value: &Value| match value {
        Value::Boolean(_) => Err(CellError::Value),
        value => coerce::to_number(value, arguments.host.locale()),
    };
    arguments.array(index)?.values().iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn amounts_are_discounted_day_by_day() {
        let dates = "{39448,39508,39751,39859,39904}";
        check(&[
            (&format!("ROUND(XIRR({{-10000,2750,4250,3250,2750}},{dates}),9)"), "0.373362534"),
            (&format!("ROUND(XNPV(0.09,{{-10000,2750,4250,3250,2750}},{dates}),8)"), "2086.64760203"),
            ("XIRR({-1000,900},{40179,40544})", "-0.1"),
            ("XIRR({900,-1000},{40544,40179})", "-0.1"),
            ("ROUND(XIRR({55600,-51094.83},{44524,44554}),9)", "-0.642307612"),
        ]);
    }

    #[test]
    fn lists_that_do_not_match_are_errors() {
        check_with(
            &[("A1", "-100"), ("A2", "110"), ("B1", "45000"), ("B2", "'x")],
            &[
                ("XNPV(0.1,A1:A2,B1)", "#NUM!"),
                ("XNPV(0.1,A1:A2,B1:B2)", "#NUM!"),
                ("XIRR(A1:A2,B1:B2)", "#VALUE!"),
                ("XNPV(0.1,A1:A3,{45000;45001;45002})", "#NUM!"),
                ("ROUND(XIRR(A1:A3,{45000;45365;45002}),9)", "0.1"),
                ("XNPV(0.1,A1:A2,{45000,44000})", "#NUM!"),
                ("XNPV(-0.1,A1:A2,{45000,45365})", "#NUM!"),
                ("XIRR({1,2},{45000,45365})", "#NUM!"),
                ("XIRR(A1:A2,{45000,45365},-1)", "#NUM!"),
                ("XIRR(A1:A2,{45000,-1})", "#NUM!"),
            ],
        );
    }
}
