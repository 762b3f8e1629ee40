//! The rate of equal payments.

use super::annuity::{DUE, FUTURE, Factors, PAYMENT, PERIODS, PRESENT, due};
use super::real::Real;
use super::root::exact_root;
use crate::functions::function::Category::Finance;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number};

pub(super) const FUNCTIONS: &[Function] = &[RATE];

pub(super) const GUESS: Parameter = scalar("guess", "gissning");

const RATE: Function = Function::new("RATE", "RÄNTA", Finance, rate)
    .takes(&[PERIODS, PAYMENT, PRESENT, FUTURE.optional(), DUE.optional(), GUESS.optional()])
    .help(
        "Gives the rate per period of a loan with equal payments.",
        "Ger räntan per period för ett lån med lika stora betalningar.",
    )
    .examples(&[example("RATE(2,-121,210)", "0.1")]);

/// The guess of a call, a tenth unless given.
pub(super) fn guess(arguments: &Arguments<'_>, index: usize) -> Result<f64, CellError> {
    Ok(if arguments.is_given(index) { arguments.number(index)?.to_float() } else { 0.1 })
}

fn rate(arguments: &Arguments<'_>) -> Answer {
    let [periods, payment, present] = [0, 1, 2].map(|index| arguments.number(index));
    let (periods, payment, present) = (periods?, payment?, present?);
    let future = arguments.number_or(3, Number::ZERO)?;
    let (due, guess) = (due(arguments, 4)?, guess(arguments, 5)?);
    if periods <= Number::ZERO || guess <= -1.0 {
        return Err(CellError::Number);
    }
    let flows = Flows { periods, payment, present, future, due };
    let at_end = exact_root(|rate| flows.at_end(rate), |rate| flows.at_end(rate), guess);
    // What amounts grow to leaves the range of numbers in long terms; what they are worth today does not.
    let at_start = || exact_root(|rate| flows.at_start(rate), |rate| flows.at_start(rate), guess);
    Ok(at_end.or_else(|_| at_start())?.into())
}

struct Flows {
    periods: Number,
    payment: Number,
    present: Number,
    future: Number,
    due: bool,
}

impl Flows {
    /// What all amounts together come to at the end. Newton's method nears its greatest root steadily from above.
    fn at_end<R: Real>(&self, rate: R) -> R {
        let Factors { amount, payments } = Factors::new(rate, self.periods, self.due);
        R::of(self.present) * amount + R::of(self.payment) * payments + R::of(self.future)
    }

    /// What all amounts together are worth at the start.
    fn at_start<R: Real>(&self, rate: R) -> R {
        let Factors { amount, payments } = Factors::new(rate, self.periods.negated(), self.due);
        R::of(self.present) - R::of(self.payment) * payments + R::of(self.future) * amount
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn rates_are_found_to_the_last_digit() {
        check(&[
            ("RATE(3,0,-1000,1331)", "0.1"),
            ("RATE(2,-121,231,0,1)", "0.1"),
            ("RATE(5,-108.2,541)", "0"),
            ("RATE(360,-599.550525152753,100000)", "0.00500000000000001"),
            ("RATE(3300,-200,8000)", "0.025"),
            ("ROUND(RATE(48,-200,8000,1000,1),12)", "0.003549922075"),
            ("RATE(1,10,100,-99)", "-0.11"),
            ("RATE(48,-200,8000)", "0.00770147248820204"),
        ]);
    }

    #[test]
    fn without_a_rate_it_is_an_error() {
        check(&[
            ("RATE(5,100,100)", "#NUM!"),
            ("RATE(0,-100,100)", "#NUM!"),
            ("RATE(5,-100,100,0,0,-2)", "#NUM!"),
            ("RATE(5,\"x\",100)", "#VALUE!"),
        ]);
    }
}
