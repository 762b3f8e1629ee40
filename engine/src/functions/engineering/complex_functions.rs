//! Roots, logarithms, exponentials and angles' functions of complex numbers.

use super::complex::{Complex, argument};
use crate::functions::function::Category::Engineering;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] =
    &[IMSQRT, IMEXP, IMLN, IMLOG10, IMLOG2, IMSIN, IMCOS, IMTAN, IMCOT, IMSEC, IMCSC, IMSINH, IMCOSH, IMSECH, IMCSCH];

const NUMBER: &[Parameter] = &[scalar("number", "tal")];

const IMSQRT: Function = Function::new("IMSQRT", "IMROT", Engineering, |a| of_one(a, |z| Ok(root(z))))
    .takes(NUMBER)
    .help("Gives the square root of a complex number.", "Ger kvadratroten ur ett komplext tal.")
    .examples(&[example("IMSQRT(\"3+4i\")", "2+i"), example("IMSQRT(-4)", "2i")]);

const IMEXP: Function = Function::new("IMEXP", "IMEUPPHÖJT", Engineering, |a| {
    of_one(a, |z| Ok(Complex::polar(libm::exp(z.real), z.imaginary)))
})
.takes(NUMBER)
.help("Raises e to a complex number.", "Upphöjer talet e till ett komplext tal.")
.examples(&[example("IMEXP(\"1+i\")", "1.46869393991589+2.28735528717884i")]);

const IMLN: Function = Function::new("IMLN", "IMLN", Engineering, |a| of_one(a, logarithm))
    .takes(NUMBER)
    .help("Gives the natural logarithm of a complex number.", "Ger den naturliga logaritmen för ett komplext tal.")
    .examples(&[example("IMLN(\"3+4i\")", "1.6094379124341+0.927295218001612i")]);

const IMLOG10: Function = Function::new("IMLOG10", "IMLOG10", Engineering, |a| {
    of_one(a, |z| Ok(logarithm(z)?.scaled(std::f64::consts::LOG10_E)))
})
.takes(NUMBER)
.help("Gives the base 10 logarithm of a complex number.", "Ger 10-logaritmen för ett komplext tal.")
.examples(&[example("IMLOG10(\"3+4i\")", "0.698970004336019+0.402719196273373i")]);

const IMLOG2: Function = Function::new("IMLOG2", "IMLOG2", Engineering, |a| {
    of_one(a, |z| Ok(logarithm(z)?.scaled(std::f64::consts::LOG2_E)))
})
.takes(NUMBER)
.help("Gives the base 2 logarithm of a complex number.", "Ger 2-logaritmen för ett komplext tal.")
.examples(&[example("IMLOG2(\"3+4i\")", "2.32192809488736+1.33780421245098i")]);

const IMSIN: Function = Function::new("IMSIN", "IMSIN", Engineering, |a| of_one(a, |z| Ok(sine(z))))
    .takes(NUMBER)
    .help("Gives the sine of a complex number.", "Ger sinus för ett komplext tal.")
    .examples(&[example("IMSIN(\"4+3i\")", "-7.61923172032141-6.548120040911i")]);

const IMCOS: Function = Function::new("IMCOS", "IMCOS", Engineering, |a| of_one(a, |z| Ok(cosine(z))))
    .takes(NUMBER)
    .help("Gives the cosine of a complex number.", "Ger cosinus för ett komplext tal.")
    .examples(&[example("IMCOS(\"1+i\")", "0.833730025131149-0.988897705762865i")]);

const IMTAN: Function = Function::new("IMTAN", "IMTAN", Engineering, |a| of_one(a, tangent))
    .takes(NUMBER)
    .help("Gives the tangent of a complex number.", "Ger tangens för ett komplext tal.")
    .examples(&[example("IMTAN(\"4+3i\")", "0.00490825806749606+1.00070953606723i")]);

const IMCOT: Function = Function::new("IMCOT", "IMCOT", Engineering, |a| of_one(a, cotangent))
    .takes(NUMBER)
    .help("Gives the cotangent of a complex number.", "Ger cotangens för ett komplext tal.")
    .examples(&[example("IMCOT(\"4+3i\")", "0.00490118239430447-0.999266927805902i")]);

const IMSEC: Function = Function::new("IMSEC", "IMSEK", Engineering, |a| of_one(a, |z| Complex::ONE.over(cosine(z))))
    .takes(NUMBER)
    .help("Gives the secant of a complex number.", "Ger sekanten för ett komplext tal.")
    .examples(&[example("IMSEC(\"4+3i\")", "-0.065294027857947-0.0752249603027732i")]);

const IMCSC: Function = Function::new("IMCSC", "IMCSC", Engineering, |a| of_one(a, |z| Complex::ONE.over(sine(z))))
    .takes(NUMBER)
    .help("Gives the cosecant of a complex number.", "Ger cosekanten för ett komplext tal.")
    .examples(&[example("IMCSC(\"4+3i\")", "-0.0754898329158637+0.0648774713706355i")]);

const IMSINH: Function = Function::new("IMSINH", "IMSINH", Engineering, |a| of_one(a, |z| Ok(hyperbolic_sine(z))))
    .takes(NUMBER)
    .help("Gives the hyperbolic sine of a complex number.", "Ger hyperbolisk sinus för ett komplext tal.")
    .examples(&[example("IMSINH(\"4+3i\")", "-27.0168132580039+3.85373803791938i")]);

const IMCOSH: Function = Function::new("IMCOSH", "IMCOSH", Engineering, |a| of_one(a, |z| Ok(hyperbolic_cosine(z))))
    .takes(NUMBER)
    .help("Gives the hyperbolic cosine of a complex number.", "Ger hyperbolisk cosinus för ett komplext tal.")
    .examples(&[example("IMCOSH(\"4+3i\")", "-27.0349456030742+3.85115333481178i")]);

const IMSECH: Function =
    Function::new("IMSECH", "IMSEKH", Engineering, |a| of_one(a, |z| Complex::ONE.over(hyperbolic_cosine(z))))
        .takes(NUMBER)
        .help("Gives the hyperbolic secant of a complex number.", "Ger hyperbolisk sekant för ett komplext tal.")
        .examples(&[example("IMSECH(\"4+3i\")", "-0.0362534969158689-0.00516434460775318i")]);

const IMCSCH: Function =
    Function::new("IMCSCH", "IMCSCH", Engineering, |a| of_one(a, |z| Complex::ONE.over(hyperbolic_sine(z))))
        .takes(NUMBER)
        .help("Gives the hyperbolic cosecant of a complex number.", "Ger hyperbolisk cosekant för ett komplext tal.")
        .examples(&[example("IMCSCH(\"4+3i\")", "-0.036275889628626-0.0051744731840194i")]);

fn of_one(arguments: &Arguments<'_>, calculate: fn(Complex) -> Result<Complex, CellError>) -> Answer {
    let (number, suffix) = argument(arguments, 0)?;
    calculate(number)?.written(suffix, arguments.host.locale())
}

/// The root with a real part that is not negative.
fn root(number: Complex) -> Complex {
    let half = libm::sqrt((number.size() + number.real.abs()) / 2.0);
    if half == 0.0 {
        return Complex::ZERO;
    }
    let other = number.imaginary.abs() / (2.0 * half);
    let (real, imaginary) = if number.real >= 0.0 { (half, other) } else { (other, half) };
    Complex::new(real, if number.imaginary < 0.0 { -imaginary } else { imaginary })
}

fn logarithm(number: Complex) -> Result<Complex, CellError> {
    match number {
        Complex::ZERO => Err(CellError::Number),
        number => Ok(Complex::new(libm::log(number.size()), number.angle())),
    }
}

fn sine(z: Complex) -> Complex {
    let (sine, cosine) = libm::sincos(z.real);
    Complex::new(sine * libm::cosh(z.imaginary), cosine * libm::sinh(z.imaginary))
}

fn cosine(z: Complex) -> Complex {
    let (sine, cosine) = libm::sincos(z.real);
    Complex::new(cosine * libm::cosh(z.imaginary), -sine * libm::sinh(z.imaginary))
}

/// Sums of squares only, so that nothing cancels; divided by the square of cosh, so that nothing overflows.
fn tangent(z: Complex) -> Result<Complex, CellError> {
    let (sine, cosine) = libm::sincos(z.real);
    let (narrowed, height) = (1.0 / square(libm::cosh(z.imaginary)), libm::tanh(z.imaginary));
    parted(sine * cosine * narrowed, height, square(cosine) * narrowed + square(height))
}

/// As the tangent.
fn cotangent(z: Complex) -> Result<Complex, CellError> {
    let (sine, cosine) = libm::sincos(z.real);
    let (narrowed, height) = (1.0 / square(libm::cosh(z.imaginary)), libm::tanh(z.imaginary));
    parted(sine * cosine * narrowed, -height, square(sine) * narrowed + square(height))
}

fn square(number: f64) -> f64 {
    number * number
}

fn parted(real: f64, imaginary: f64, divisor: f64) -> Result<Complex, CellError> {
    if divisor == 0.0 { Err(CellError::Number) } else { Ok(Complex::new(real, imaginary).shrunk(divisor)) }
}

fn hyperbolic_sine(z: Complex) -> Complex {
    let (sine, cosine) = libm::sincos(z.imaginary);
    Complex::new(libm::sinh(z.real) * cosine, libm::cosh(z.real) * sine)
}

fn hyperbolic_cosine(z: Complex) -> Complex {
    let (sine, cosine) = libm::sincos(z.imaginary);
    Complex::new(libm::cosh(z.real) * cosine, libm::sinh(z.real) * sine)
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn poles_and_zeros() {
        check(&[
            ("IMSQRT(0)", "0"),
            ("IMSQRT(\"-3-4i\")", "1-2i"),
            ("IMSQRT(\"-1\")", "i"),
            ("IMLN(0)", "#NUM!"),
            ("IMLN(\"-1\")", "3.14159265358979i"),
            ("IMCOT(0)", "#NUM!"),
            ("IMCSC(0)", "#NUM!"),
            ("IMCSCH(0)", "#NUM!"),
            ("IMTAN(\"1000i\")", "i"),
            ("IMCOT(\"1+1000i\")", "-i"),
            ("IMEXP(0)", "1"),
            ("IMEXP(1000)", "#NUM!"),
            ("IMSIN(\"j\")", "1.1752011936438j"),
            ("IMCOS(\"x\")", "#NUM!"),
            ("IMTAN(TRUE)", "#VALUE!"),
        ]);
    }
}
