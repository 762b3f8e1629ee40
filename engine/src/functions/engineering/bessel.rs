//! Bessel functions of whole order.

use crate::functions::floating::answer;
use crate::functions::function::Category::Engineering;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] = &[BESSELJ, BESSELY, BESSELI, BESSELK];

const PARAMETERS: &[Parameter] = &[scalar("x", "x"), scalar("order", "ordning")];

const BESSELJ: Function = Function::new("BESSELJ", "BESSELJ", Engineering, |arguments| {
    bessel(arguments, |order, x| Some(libm::jn(order, x)))
})
.takes(PARAMETERS)
.help("Gives the Bessel function of the first kind.", "Ger Besselfunktionen av första slaget.")
.examples(&[example("BESSELJ(1.9,2)", "0.329925727692387")]);

const BESSELY: Function = Function::new("BESSELY", "BESSELY", Engineering, |arguments| {
    bessel(arguments, |order, x| (x > 0.0).then(|| libm::yn(order, x)))
})
.takes(PARAMETERS)
.help("Gives the Bessel function of the second kind.", "Ger Besselfunktionen av andra slaget.")
.examples(&[example("BESSELY(2.5,1)", "0.145918137966786")]);

const BESSELI: Function = Function::new("BESSELI", "BESSELI", Engineering, |arguments| {
    bessel(arguments, |order, x| Some(modified_first(order, x)))
})
.takes(PARAMETERS)
.help("Gives the modified Bessel function of the first kind.", "Ger den modifierade Besselfunktionen av första slaget.")
.examples(&[example("BESSELI(1.5,1)", "0.981666428577908")]);

const BESSELK: Function = Function::new("BESSELK", "BESSELK", Engineering, |arguments| {
    bessel(arguments, |order, x| (x > 0.0).then(|| modified_second(order, x)))
})
.takes(PARAMETERS)
.help("Gives the modified Bessel function of the second kind.", "Ger den modifierade Besselfunktionen av andra slaget.")
.examples(&[example("BESSELK(1.5,1)", "0.277387800456844")]);

/// The greatest order; recurrences take as many steps.
const MAX_ORDER: i64 = 100_000;

/// The greatest distance from zero that is calculated.
const MAX_X: f64 = 1e6;

/// Terms beyond this part of a sum do not count.
const NEGLIGIBLE: f64 = 1e-18;

fn bessel(arguments: &Arguments<'_>, calculate: fn(i32, f64) -> Option<f64>) -> Answer {
    let (x, order) = (arguments.strict_number(0)?.to_float(), arguments.strict_integer(1)?);
    if !(0..=MAX_ORDER).contains(&order) || x.abs() > MAX_X {
        return Err(CellError::Number);
    }
    answer(calculate(order as i32, x).ok_or(CellError::Number)?)
}

/// The power series; for a positive x all its terms are positive, so nothing cancels.
fn modified_first(order: i32, x: f64) -> f64 {
    let half = x / 2.0;
    let mut term = (1..=order).fold(1.0, |term, factor| term * half / f64::from(factor));
    let (mut sum, mut step) = (term, 0.0);
    while sum.is_finite() && term.abs() > sum.abs() * NEGLIGIBLE {
        step += 1.0;
        term *= half * half / (step * (step + f64::from(order)));
        sum += term;
    }
    sum
}

/// The integral of exp(−x·cosh t)·cosh(n·t) over t > 0 by the trapezium rule, which is exact to all digits with this
/// width because the integrand falls so fast.
fn modified_second(order: i32, x: f64) -> f64 {
    const WIDTH: f64 = 1.0 / 16.0;
    let order = f64::from(order);
    let height = |t: f64| {
        let exponent = order * t - x * libm::cosh(t);
        libm::exp(exponent) * (1.0 + libm::exp(-2.0 * order * t)) / 2.0
    };
    let mut sum = height(0.0) / 2.0;
    for step in 1.. {
        let t = f64::from(step) * WIDTH;
        let part = height(t);
        sum += part;
        let falling = order < x * libm::sinh(t);
        if !sum.is_finite() || (falling && part <= sum * NEGLIGIBLE) {
            break;
        }
    }
    sum * WIDTH
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn values_agree_with_tables() {
        check(&[
            ("BESSELJ(0,0)", "1"),
            ("BESSELJ(10,3)", "0.0583793793051868"),
            ("BESSELJ(-1.9,1)", "-0.581157072713434"),
            ("BESSELY(0.1,0)", "-1.53423865135037"),
            ("BESSELI(0,0)", "1"),
            ("BESSELI(0,3)", "0"),
            ("BESSELI(-1.5,1)", "-0.981666428577908"),
            ("BESSELI(10,0)", "2815.71662846625"),
            ("BESSELI(0.1,5)", "0.0000000026052519298937"),
            ("BESSELK(0.1,0)", "2.42706902470202"),
            ("BESSELK(10,5)", "0.0000575418499853123"),
            ("BESSELK(0.001,3)", "7999999000.00012"),
        ]);
    }

    #[test]
    fn orders_and_signs_outside_the_domain_are_errors() {
        check(&[
            ("BESSELJ(1,-1)", "#NUM!"),
            ("BESSELJ(1,2.9)", "0.1149034849319"),
            ("BESSELJ(1,1000000000)", "#NUM!"),
            ("BESSELY(0,1)", "#NUM!"),
            ("BESSELK(-1,1)", "#NUM!"),
            ("BESSELI(1000,1)", "#NUM!"),
            ("BESSELI(\"x\",1)", "#VALUE!"),
            ("BESSELI(TRUE,1)", "#VALUE!"),
        ]);
    }
}
