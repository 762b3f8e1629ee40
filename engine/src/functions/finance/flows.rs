//! Amounts at equal intervals: their value today, their rate of return, their growth at changing rates.

use super::annuity::RATE_PARAMETER;
use super::rate::{GUESS, guess};
use super::real::{Exact, Real, growth, settle};
use super::root::exact_root;
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[NPV, IRR, MIRR, FVSCHEDULE];

pub(super) const VALUES: Parameter = any("values", "värden");

const NPV: Function = Function::new("NPV", "NETNUVÄRDE", Finance, net_present_value)
    .takes(&[RATE_PARAMETER, any("value", "värde"), any("value", "värde").repeated()])
    .help(
        "Gives what amounts at the ends of periods are worth at the start of the first.",
        "Ger vad belopp i slutet av perioder är värda i början av den första.",
    )
    .examples(&[example("NPV(0.25,100,100)", "144")]);

const IRR: Function = Function::new("IRR", "IR", Finance, internal_rate)
    .takes(&[VALUES, GUESS.optional()])
    .help(
        "Gives the rate of return of amounts at equal intervals, at which they are worth nothing together.",
        "Ger internräntan för belopp med lika mellanrum, den ränta vid vilken de tillsammans är värda noll.",
    )
    .examples(&[example("IRR({-100,10,110})", "0.1")]);

const MIRR: Function = Function::new("MIRR", "MODIR", Finance, modified_rate)
    .takes(&[VALUES, scalar("finance_rate", "kapitalränta"), scalar("reinvest_rate", "återinvesteringsränta")])
    .help(
        "Gives the rate of return when outlays are borrowed at one rate and income is invested at another.",
        "Ger internräntan när utgifter lånas till en ränta och inkomster placeras till en annan.",
    )
    .examples(&[example("MIRR({-100,0,144},0.1,0.1)", "0.2")]);

const FVSCHEDULE: Function = Function::new("FVSCHEDULE", "FÖRRÄNTNING", Finance, scheduled)
    .takes(&[scalar("principal", "kapital"), any("rates", "räntor")])
    .help("Gives what an amount grows to at changing rates.", "Ger vad ett kapital växer till med växlande räntor.")
    .examples(&[example("FVSCHEDULE(1000,{0.1,0.2})", "1320")]);

/// What amounts are worth one period before the first.
fn worth<R: Real>(rate: R, amounts: &[Number]) -> R {
    let step = R::of(Number::ONE) + rate;
    amounts.iter().rev().fold(R::of(Number::ZERO), |worth, amount| (worth + R::of(*amount)) / step)
}

fn net_present_value(arguments: &Arguments<'_>) -> Answer {
    let (rate, amounts) = (arguments.number(0)?, arguments.list(1)?);
    if rate == Number::ONE.negated() {
        return Err(CellError::DivisionByZero);
    }
    Ok(settle(worth(Exact::of(rate), &amounts), || worth(rate.to_float(), &amounts))?.into())
}

/// The numbers in the first argument.
fn amounts(arguments: &Arguments<'_>) -> Result<Vec<Number>, CellError> {
    let mut amounts = Vec::new();
    arguments.numbers_of(0, &mut |amount| amounts.push(amount))?;
    Ok(amounts)
}

fn internal_rate(arguments: &Arguments<'_>) -> Answer {
    let (mut amounts, guess) = (amounts(arguments)?, guess(arguments, 1)?);
    if !has_both_signs(&amounts) {
        return Err(CellError::Number);
    }
    if guess <= -1.0 {
        return Err(CellError::Value);
    }
    let silent = amounts.iter().take_while(|amount| amount.is_zero()).count();
    amounts.drain(..silent);
    Ok(exact_root(|rate| worth(rate, &amounts), |rate| worth(rate, &amounts), guess)?.into())
}

/// Whether there are both income and outlays, without which there is no rate of return.
pub(super) fn has_both_signs(amounts: &[Number]) -> bool {
    amounts.iter().any(|amount| amount.is_negative()) && amounts.iter().any(|amount| *amount > Number::ZERO)
}

fn modified_rate(arguments: &Arguments<'_>) -> Answer {
    let (amounts, finance, reinvest) = (amounts(arguments)?, arguments.number(1)?, arguments.number(2)?);
    if !amounts.iter().any(|amount| amount.is_negative()) {
        return Err(CellError::DivisionByZero);
    }
    let (finance, reinvest) = (finance.to_float(), reinvest.to_float());
    let last = amounts.len() as f64 - 1.0;
    let (mut income, mut outlays) = (0.0, 0.0);
    for (index, amount) in amounts.iter().enumerate() {
        let (period, amount) = (index as f64, amount.to_float());
        if amount > 0.0 {
            income += amount * growth(reinvest, last - period).factor;
        } else if amount < 0.0 {
            outlays -= amount / growth(finance, period).factor;
        }
    }
    Ok(Number::from_float(libm::pow(income / outlays, 1.0 / last) - 1.0)?.into())
}

fn scheduled(arguments: &Arguments<'_>) -> Answer {
    let (mut amount, mut failed) = (arguments.plain_number(0)?, None);
    arguments.each(1, &mut |rate, _| {
        let grown = match rate {
            Value::Blank => Ok(amount),
            Value::Number(rate) => Number::ONE.plus(*rate).and_then(|factor| amount.times(factor)),
            Value::Error(error) => Err(*error),
            _ => Err(CellError::Value),
        };
        match grown {
            Ok(grown) => amount = grown,
            Err(error) => _ = failed.get_or_insert(error),
        }
    });
    failed.map_or(Ok(amount.into()), Err)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn present_values_are_exact() {
        check_with(
            &[("A1", "-100"), ("A2", "'text"), ("A4", "110")],
            &[
                ("NPV(0.1,110,0,133.1)", "200"),
                ("NPV(0.25,A1:A9)", "-9.6"),
                ("NPV(0,1,TRUE,\"3\")", "5"),
                ("NPV(-1,1)", "#DIV/0!"),
                ("NPV(0.1,\"x\")", "#VALUE!"),
                ("NPV(0.1,#N/A)", "#N/A"),
                ("IRR(A1:A9)", "0.1"),
            ],
        );
    }

    #[test]
    fn rates_of_return_are_found_wherever_they_are() {
        check(&[
            ("IRR({-100,0,0,133.1})", "0.1"),
            ("IRR({-100,50})", "-0.5"),
            ("IRR({1,-2,1})", "0"),
            ("IRR({0,-100,300})", "2"),
            ("IRR({-70000,12000,15000,18000,21000})", "-0.021244848273411"),
            ("IRR({-70000,12000,15000,18000,21000,26000})", "0.0866309480365316"),
            ("IRR({-1,0,0,0,0,0,0,1000000},0.1)", "6.19685673001152"),
            ("IRR({-100,230,-132},0.12)", "0.1"),
            ("IRR({-100,230,-132},0.19)", "0.2"),
        ]);
    }

    #[test]
    fn flows_without_a_rate_of_return_are_errors() {
        check(&[
            ("IRR({1,2})", "#NUM!"),
            ("IRR({100,-200,150})", "#NUM!"),
            ("IRR({-1,2},-1)", "#VALUE!"),
            ("IRR({-1,2},\"x\")", "#VALUE!"),
            ("IRR(5)", "#NUM!"),
            ("MIRR({1,2},0.1,0.1)", "#DIV/0!"),
            ("MIRR({-1,2},-1,0.1)", "1"),
            ("MIRR({-1,-2},0.1,0.1)", "-1"),
            ("FVSCHEDULE(1,{0.1,\"x\"})", "#VALUE!"),
            ("FVSCHEDULE(1,{0.1,TRUE})", "#VALUE!"),
            ("ROUND(MIRR({-120000,39000,30000,21000,37000,46000},0.1,0.12),12)", "0.126094130366"),
        ]);
    }
}
