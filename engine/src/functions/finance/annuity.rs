//! Equal payments at equal intervals: what they grow to, what they are worth now, how large and how many they are.

use super::real::{Exact, Growth, Real, settle};
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[PMT, PV, FV, NPER];

pub(super) const RATE_PARAMETER: Parameter = scalar("rate", "ränta");
pub(super) const PERIODS: Parameter = scalar("periods", "periodantal");
pub(super) const PAYMENT: Parameter = scalar("payment", "betalning");
pub(super) const PRESENT: Parameter = scalar("present_value", "nuvärde");
pub(super) const FUTURE: Parameter = scalar("future_value", "slutvärde");
pub(super) const DUE: Parameter = scalar("type", "typ");

const PMT: Function = Function::new("PMT", "BETALNING", Finance, payment)
    .takes(&[RATE_PARAMETER, PERIODS, PRESENT, FUTURE.optional(), DUE.optional()])
    .help(
        "Gives the equal payment of each period that pays off a loan, an annuity; type 1 pays at the start of periods.",
        "Ger den lika stora betalning per period som betalar av ett lån, annuiteten; typ 1 betalar i periodens början.",
    )
    .examples(&[example("ROUND(PMT(0.025,5,541),1)", "-116.4"), example("PMT(0,5,541)", "-108.2")]);

const PV: Function = Function::new("PV", "NUVÄRDE", Finance, present_value)
    .takes(&[RATE_PARAMETER, PERIODS, PAYMENT, FUTURE.optional(), DUE.optional()])
    .help(
        "Gives what equal payments, and a last one, are worth today.",
        "Ger dagens värde av lika stora betalningar och en sista betalning.",
    )
    .examples(&[example("PV(0.25,2,-100)", "144"), example("PV(0.1,1,0,-110)", "100")]);

const FV: Function = Function::new("FV", "SLUTVÄRDE", Finance, future_value)
    .takes(&[RATE_PARAMETER, PERIODS, PAYMENT, PRESENT.optional(), DUE.optional()])
    .help(
        "Gives what equal payments, and a first amount, grow to.",
        "Ger det belopp som lika stora betalningar och ett första belopp växer till.",
    )
    .examples(&[example("FV(0.02,3,0,-1000)", "1061.208"), example("FV(0.1,2,-100,0,1)", "231")]);

const NPER: Function = Function::new("NPER", "PERIODER", Finance, periods)
    .takes(&[RATE_PARAMETER, PAYMENT, PRESENT, FUTURE.optional(), DUE.optional()])
    .help(
        "Gives the number of periods that a loan takes with equal payments.",
        "Ger antalet perioder som ett lån tar med lika stora betalningar.",
    )
    .examples(&[example("NPER(0,-100,1000)", "10"), example("NPER(0.1,-110,100)", "1")]);

/// Rate, number of payments and whether they fall at the start of periods.
#[derive(Clone, Copy)]
pub(super) struct Terms {
    pub rate: Number,
    pub periods: Number,
    pub due: bool,
}

/// What one amount and a payment of one each period grow to.
#[derive(Clone, Copy)]
pub(super) struct Factors<R> {
    /// Of one amount at the start.
    pub amount: R,
    /// Of a payment of one in each period.
    pub payments: R,
}

impl<R: Real> Factors<R> {
    /// The factors of a rate, a number of payments and their type.
    pub fn new(rate: R, periods: Number, due: bool) -> Self {
        let one = R::of(Number::ONE);
        if rate.is_zero() {
            return Self { amount: one, payments: R::of(periods) };
        }
        let Growth { factor, gain } = rate.growth(periods);
        let payments = if due { gain / rate * (one + rate) } else { gain / rate };
        Self { amount: factor, payments }
    }
}

impl Terms {
    /// The factors of these terms.
    fn factors<R: Real>(self) -> Factors<R> {
        Factors::new(R::of(self.rate), self.periods, self.due)
    }

    /// The payment that takes a present value to a future one.
    pub fn payment<R: Real>(self, present: Number, future: Number) -> R {
        let factors: Factors<R> = self.factors();
        -(R::of(present) * factors.amount + R::of(future)) / factors.payments
    }

    /// What a present value and payments grow to.
    pub fn future<R: Real>(self, present: Number, payment: Number) -> R {
        let factors: Factors<R> = self.factors();
        -(R::of(present) * factors.amount + R::of(payment) * factors.payments)
    }

    /// What payments and a future value are worth now.
    pub fn present<R: Real>(self, payment: R, future: Number) -> R {
        let factors: Factors<R> = self.factors();
        -(payment * factors.payments + R::of(future)) / factors.amount
    }
}

/// Whether payments fall at the start of periods, which any number but zero says.
pub(super) fn due(arguments: &Arguments<'_>, index: usize) -> Result<bool, CellError> {
    Ok(!arguments.number_or(index, Number::ZERO)?.is_zero())
}

/// Rate and periods, two amounts and the type of a call, read in the order they are written.
fn read(arguments: &Arguments<'_>) -> Result<(Terms, Number, Number), CellError> {
    let (rate, periods, amount) = (arguments.number(0)?, arguments.number(1)?, arguments.number(2)?);
    let other = arguments.number_or(3, Number::ZERO)?;
    Ok((Terms { rate, periods, due: due(arguments, 4)? }, amount, other))
}

fn payment(arguments: &Arguments<'_>) -> Answer {
    let (terms, present, future) = read(arguments)?;
    if terms.periods.is_zero() || terms.rate <= Number::ONE.negated() {
        return Err(CellError::Number);
    }
    Ok(settle(terms.payment::<Exact>(present, future), || terms.payment(present, future))?.into())
}

fn present_value(arguments: &Arguments<'_>) -> Answer {
    let (terms, payment, future) = read(arguments)?;
    if terms.rate == Number::ONE.negated() && terms.periods > Number::ZERO {
        return Err(CellError::DivisionByZero);
    }
    let exact = terms.present(Exact::of(payment), future);
    Ok(settle(exact, || terms.present(payment.to_float(), future))?.into())
}

fn future_value(arguments: &Arguments<'_>) -> Answer {
    let (terms, payment, present) = read(arguments)?;
    if terms.rate == Number::ONE.negated() && terms.periods.is_negative() {
        return Err(CellError::DivisionByZero);
    }
    Ok(settle(terms.future::<Exact>(present, payment), || terms.future(present, payment))?.into())
}

fn periods(arguments: &Arguments<'_>) -> Answer {
    let (rate, payment, present) = (arguments.number(0)?, arguments.number(1)?, arguments.number(2)?);
    let future = arguments.number_or(3, Number::ZERO)?;
    let due = due(arguments, 4)?;
    if rate.is_zero() {
        let total = present.plus(future)?.negated();
        return total.over(payment).map(Into::into).map_err(|_| CellError::Number);
    }
    if rate <= Number::ONE.negated() {
        return Err(CellError::Number);
    }
    let payment = if due { payment.times(Number::ONE.plus(rate)?)? } else { payment };
    let (start, end) = (payment.plus(present.times(rate)?)?, payment.minus(future.times(rate)?)?);
    if start.is_zero() || end.over(start)?.signum() != Number::ONE {
        return Err(CellError::Number);
    }
    let ratio = end.minus(start)?.over(start)?;
    Ok(Number::from_float(libm::log1p(ratio.to_float()) / libm::log1p(rate.to_float()))?.into())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn amounts_of_whole_periods_are_exact() {
        check(&[
            ("PMT(0.1,2,210)", "-121"),
            ("PMT(0.1,2,0,-210)", "100"),
            ("PMT(0.1,2,231,0,1)", "-121"),
            ("PMT(0.5,2,5,)", "-4.5"),
            ("PV(0,5,-108.2)", "541"),
            ("FV(0.1,3,0,-1000)", "1331"),
            ("FV(0,12,-100)", "1200"),
            ("FV(1,-1,0,-100)", "50"),
            ("FV(-1,2,-5,100)", "5"),
        ]);
    }

    #[test]
    fn long_and_broken_terms_go_through_floating_point() {
        check(&[
            ("ROUND(PMT(0.1,1000,1000),10)", "-100"),
            ("FV(0.1,0.5,0,-100)", "104.880884817015"),
            ("PV(0.1,1000,-100)", "1000"),
            ("FV(0.1,1000,-1)", "#NUM!"),
            ("FV(-3,-3.5,1)", "#NUM!"),
        ]);
    }

    #[test]
    fn payments_without_periods_or_amounts_are_errors() {
        check(&[
            ("PMT(0.1,0,1000)", "#NUM!"),
            ("PMT(-1,5,1000)", "#NUM!"),
            ("PMT(\"x\",1,1)", "#VALUE!"),
            ("PMT(#N/A,\"x\",1)", "#N/A"),
            ("PMT(TRUE,1,1)", "-2"),
            ("FV(-1,-2,1)", "#DIV/0!"),
            ("PV(-1,20,300)", "#DIV/0!"),
            ("NPER(0.1,-10,1000)", "#NUM!"),
            ("NPER(0,0,1000)", "#NUM!"),
            ("NPER(-1,-10,1000)", "#NUM!"),
            ("NPER(0.01,-100,-1000,10000)", "60.0821228537617"),
        ]);
    }
}
