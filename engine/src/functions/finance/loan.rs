//! How the equal payments of a loan divide into interest and repayment.

use super::annuity::{DUE, FUTURE, PERIODS, PRESENT, RATE_PARAMETER, Terms, due};
use super::real::{Exact, Real, settle};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[IPMT, PPMT, CUMIPMT, CUMPRINC, ISPMT];

const PERIOD: Parameter = scalar("period", "period");
const FIRST: Parameter = scalar("first_period", "startperiod");
const LAST: Parameter = scalar("last_period", "slutperiod");

const IPMT: Function = Function::new("IPMT", "RBETALNING", Finance, |arguments| part(arguments, Part::Interest))
    .takes(&[RATE_PARAMETER, PERIOD, PERIODS, PRESENT, FUTURE.optional(), DUE.optional()])
    .help(
        "Gives the interest in one payment of a loan with equal payments.",
        "Ger räntedelen av en betalning på ett lån med lika stora betalningar.",
    )
    .examples(&[example("IPMT(0.1,2,2,210)", "-11")]);

const PPMT: Function = Function::new("PPMT", "AMORT", Finance, |arguments| part(arguments, Part::Repayment))
    .takes(&[RATE_PARAMETER, PERIOD, PERIODS, PRESENT, FUTURE.optional(), DUE.optional()])
    .help(
        "Gives the repayment in one payment of a loan with equal payments.",
        "Ger amorteringsdelen av en betalning på ett lån med lika stora betalningar.",
    )
    .examples(&[example("PPMT(0.1,2,2,210)", "-110")]);

const CUMIPMT: Function = Function::new("CUMIPMT", "KUMRÄNTA", Finance, |arguments| total(arguments, Part::Interest))
    .takes(&[RATE_PARAMETER, PERIODS, PRESENT, FIRST, LAST, DUE])
    .help(
        "Gives the interest that is paid on a loan from one period to another.",
        "Ger räntan som betalas på ett lån från en period till en annan.",
    )
    .examples(&[example("CUMIPMT(0.1,2,210,1,2,0)", "-32")]);

const CUMPRINC: Function = Function::new("CUMPRINC", "KUMPRIS", Finance, |arguments| total(arguments, Part::Repayment))
    .takes(&[RATE_PARAMETER, PERIODS, PRESENT, FIRST, LAST, DUE])
    .help(
        "Gives what is repaid of a loan from one period to another.",
        "Ger det som amorteras på ett lån från en period till en annan.",
    )
    .examples(&[example("CUMPRINC(0.1,2,210,1,2,0)", "-210")]);

const ISPMT: Function = Function::new("ISPMT", "RALÅN", Finance, straight_interest)
    .takes(&[RATE_PARAMETER, PERIOD, PERIODS, PRESENT])
    .help(
        "Gives the interest of a loan with straight repayment after so many periods, the first being period 0.",
        "Ger räntan på ett lån med rak amortering efter ett antal perioder, där den första är period 0.",
    )
    .examples(&[example("ISPMT(0.025,0,5,541)", "-13.525"), example("ISPMT(0.025,4,5,541)", "-2.705")]);

/// What a payment is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Interest,
    Repayment,
}

/// A loan: terms, what is lent and what is left at the end.
#[derive(Clone, Copy)]
struct Loan {
    terms: Terms,
    present: Number,
    future: Number,
}

impl Loan {
    /// The interest or the repayment of one payment, `before` being the periods before it.
    fn payment_part<R: Real>(self, before: Number, part: Part) -> R {
        let payment: R = self.terms.payment(self.present, self.future);
        let at_start = self.terms.due && before.is_zero();
        let owed = if at_start { R::of(Number::ZERO) } else { self.debt(before, payment) };
        let interest = -(owed * R::of(self.terms.rate));
        if part == Part::Interest { interest } else { payment - interest }
    }

    /// The interest or the repayment of the payments after period `before` up to period `last`.
    fn total_part<R: Real>(self, before: Number, last: Number, part: Part) -> R {
        let payment: R = self.terms.payment(self.present, self.future);
        let repaid = self.debt(last, payment) - self.debt(before, payment);
        if part == Part::Repayment { repaid } else { payment * (R::of(last) - R::of(before)) - repaid }
    }

    /// What is owed right after a period's payment: the value of those that remain.
    fn debt<R: Real>(self, period: Number, payment: R) -> R {
        if period.is_zero() {
            return R::of(self.present);
        }
        let Terms { rate, periods, due } = self.terms;
        let rest = periods.minus(period).unwrap_or(Number::ZERO);
        let worth = Terms { periods: rest, ..self.terms }.present(payment, self.future);
        if due { worth / (R::of(Number::ONE) + R::of(rate)) } else { worth }
    }
}

fn part(arguments: &Arguments<'_>, part: Part) -> Answer {
    let (rate, period, periods) = (arguments.number(0)?, arguments.number(1)?, arguments.number(2)?);
    let (present, future) = (arguments.number(3)?, arguments.number_or(4, Number::ZERO)?);
    let loan = Loan { terms: Terms { rate, periods, due: due(arguments, 5)? }, present, future };
    if rate <= Number::ONE.negated() || period < Number::ONE || period >= periods.plus(Number::ONE)? {
        return Err(CellError::Number);
    }
    let before = period.minus(Number::ONE)?;
    Ok(settle(loan.payment_part::<Exact>(before, part), || loan.payment_part(before, part))?.into())
}

fn total(arguments: &Arguments<'_>, part: Part) -> Answer {
    let (rate, periods) = (arguments.plain_number(0)?, arguments.plain_number(1)?);
    let (present, first) = (arguments.plain_number(2)?, arguments.plain_number(3)?);
    let (last, due) = (arguments.plain_number(4)?, arguments.plain_number(5)?);
    let positive = [rate, periods, present].iter().all(|number| *number > Number::ZERO);
    if !positive || first < Number::ONE || last < first || last > periods || !(due.is_zero() || due == Number::ONE) {
        return Err(CellError::Number);
    }
    let loan = Loan { terms: Terms { rate, periods, due: !due.is_zero() }, present, future: Number::ZERO };
    let (before, last) = (first.negated().floor().negated().minus(Number::ONE)?, last.floor());
    Ok(settle(loan.total_part::<Exact>(before, last, part), || loan.total_part(before, last, part))?.into())
}

fn straight_interest(arguments: &Arguments<'_>) -> Answer {
    let (rate, period, periods) = (arguments.number(0)?, arguments.number(1)?, arguments.number(2)?);
    let interest = arguments.number(3)?.times(rate)?;
    Ok(interest.times(period.minus(periods)?)?.over(periods)?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn interest_and_repayment_make_up_the_payment() {
        check(&[
            ("IPMT(0.1,1,2,210)", "-21"),
            ("PPMT(0.1,1,2,210)", "-100"),
            ("IPMT(0.1,1,2,231,0,1)", "0"),
            ("PPMT(0.1,1,2,231,0,1)", "-121"),
            ("IPMT(0.1,2,2,231,0,1)", "-11"),
            ("PPMT(0.1,2,2,231,0,1)", "-110"),
            ("IPMT(0.025,1,5,541)", "-13.525"),
            ("IPMT(0,1,2,210)", "0"),
            ("PPMT(0,1,2,210)", "-105"),
            ("CUMIPMT(0.1,2,210,1,1,0)", "-21"),
            ("CUMIPMT(0.1,2,231,1,2,1)", "-11"),
            ("CUMPRINC(0.1,2,231,1,1,1)", "-121"),
        ]);
    }

    #[test]
    fn long_loans_keep_their_accuracy() {
        check(&[("ROUND(IPMT(0.1,1,1000,1000),9)", "-100"), ("ROUND(CUMIPMT(0.1,1000,1000,1,2,0),9)", "-200")]);
    }

    #[test]
    fn periods_outside_the_loan_are_errors() {
        check(&[
            ("IPMT(0.1,0,2,210)", "#NUM!"),
            ("PPMT(0.1,3,2,210)", "#NUM!"),
            ("IPMT(-1,1,2,210)", "#NUM!"),
            ("CUMIPMT(0,2,210,1,2,0)", "#NUM!"),
            ("CUMIPMT(0.1,2,210,2,1,0)", "#NUM!"),
            ("CUMIPMT(0.1,2,210,1,3,0)", "#NUM!"),
            ("CUMIPMT(0.1,2,210,1,2,2)", "#NUM!"),
            ("CUMIPMT(0.1,2,TRUE,1,2,0)", "#VALUE!"),
            ("ISPMT(0.1,1,0,100)", "#DIV/0!"),
            ("ISPMT(\"x\",1,0,100)", "#VALUE!"),
        ]);
    }
}
