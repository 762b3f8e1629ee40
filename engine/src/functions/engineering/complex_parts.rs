//! Complex numbers made, taken apart, added and multiplied.

use super::complex::{Complex, all_arguments, argument, shared};
use crate::functions::floating::answer;
use crate::functions::function::Category::Engineering;
use crate::functions::function::{Function, Parameter, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::CellError;

pub(super) const FUNCTIONS: &[Function] =
    &[COMPLEX, IMREAL, IMAGINARY, IMABS, IMARGUMENT, IMCONJUGATE, IMSUM, IMSUB, IMPRODUCT, IMDIV, IMPOWER];

const NUMBER: Parameter = scalar("number", "tal");
const ONE: &[Parameter] = &[NUMBER];
const TWO: &[Parameter] = &[NUMBER, NUMBER];
const MANY: &[Parameter] = &[any("number", "tal"), any("number", "tal").repeated()];

const COMPLEX: Function = Function::new("COMPLEX", "KOMPLEX", Engineering, complex)
    .takes(&[scalar("real", "realdel"), scalar("imaginary", "imaginärdel"), scalar("suffix", "suffix").optional()])
    .help(
        "Makes a complex number of its real and imaginary parts, with i or j after the latter.",
        "Bildar ett komplext tal av en realdel och en imaginärdel, med i eller j efter den senare.",
    )
    .examples(&[example("COMPLEX(3,4)", "3+4i"), example("COMPLEX(0,1,\"j\")", "j")]);

const IMREAL: Function = Function::new("IMREAL", "IMREAL", Engineering, |a| answer(argument(a, 0)?.0.real))
    .takes(ONE)
    .help("Gives the real part of a complex number.", "Ger realdelen av ett komplext tal.")
    .examples(&[example("IMREAL(\"6-9i\")", "6")]);

const IMAGINARY: Function =
    Function::new("IMAGINARY", "IMAGINÄR", Engineering, |a| answer(argument(a, 0)?.0.imaginary))
        .takes(ONE)
        .help("Gives the imaginary part of a complex number.", "Ger imaginärdelen av ett komplext tal.")
        .examples(&[example("IMAGINARY(\"6-9i\")", "-9")]);

const IMABS: Function = Function::new("IMABS", "IMABS", Engineering, |a| answer(argument(a, 0)?.0.size()))
    .takes(ONE)
    .help("Gives the absolute value of a complex number.", "Ger absolutbeloppet av ett komplext tal.")
    .examples(&[example("IMABS(\"5+12i\")", "13")]);

const IMARGUMENT: Function = Function::new("IMARGUMENT", "IMARGUMENT", Engineering, |a| match argument(a, 0)?.0 {
    Complex::ZERO => Err(CellError::DivisionByZero),
    number => answer(number.angle()),
})
.takes(ONE)
.help("Gives the angle of a complex number in radians.", "Ger vinkeln för ett komplext tal i radianer.")
.examples(&[example("IMARGUMENT(\"3+4i\")", "0.927295218001612")]);

const IMCONJUGATE: Function = Function::new("IMCONJUGATE", "IMKONJUGAT", Engineering, |a| {
    let (number, suffix) = argument(a, 0)?;
    Complex::new(number.real, -number.imaginary).written(suffix, a.host.locale())
})
.takes(ONE)
.help("Gives the complex conjugate of a number.", "Ger komplexkonjugatet till ett tal.")
.examples(&[example("IMCONJUGATE(\"3+4i\")", "3-4i")]);

const IMSUM: Function = Function::new("IMSUM", "IMSUM", Engineering, |a| of_all(a, Complex::ZERO, Complex::plus))
    .takes(MANY)
    .help("Adds complex numbers.", "Summerar komplexa tal.")
    .examples(&[example("IMSUM(\"3+4i\",\"5-3i\")", "8+i")]);

const IMPRODUCT: Function =
    Function::new("IMPRODUCT", "IMPRODUKT", Engineering, |a| of_all(a, Complex::ONE, Complex::times))
        .takes(MANY)
        .help("Multiplies complex numbers.", "Multiplicerar komplexa tal.")
        .examples(&[example("IMPRODUCT(\"3+4i\",\"5-3i\")", "27+11i")]);

const IMSUB: Function = Function::new("IMSUB", "IMDIFF", Engineering, |a| of_two(a, |one, other| Ok(one.minus(other))))
    .takes(TWO)
    .help("Gives the difference of two complex numbers.", "Ger skillnaden mellan två komplexa tal.")
    .examples(&[example("IMSUB(\"13+4i\",\"5+3i\")", "8+i")]);

const IMDIV: Function = Function::new("IMDIV", "IMDIV", Engineering, |a| of_two(a, Complex::over))
    .takes(TWO)
    .help("Divides one complex number by another.", "Dividerar ett komplext tal med ett annat.")
    .examples(&[example("IMDIV(\"-238+240i\",\"10+24i\")", "5+12i")]);

const IMPOWER: Function = Function::new("IMPOWER", "IMUPPHÖJT", Engineering, power)
    .takes(&[NUMBER, scalar("exponent", "exponent")])
    .help("Raises a complex number to a power.", "Upphöjer ett komplext tal till en exponent.")
    .examples(&[example("IMPOWER(\"2+3i\",3)", "-46+9i")]);

fn complex(arguments: &Arguments<'_>) -> Answer {
    let (real, imaginary) = (arguments.strict_number(0)?, arguments.strict_number(1)?);
    let suffix = match arguments.is_given(2) {
        true => match &*arguments.text(2)? {
            "i" | "" => 'i',
            "j" => 'j',
            _ => return Err(CellError::Value),
        },
        false => 'i',
    };
    Complex::new(real.to_float(), imaginary.to_float()).written(Some(suffix), arguments.host.locale())
}

fn of_all(arguments: &Arguments<'_>, start: Complex, join: fn(Complex, Complex) -> Complex) -> Answer {
    let (numbers, suffix) = all_arguments(arguments)?;
    numbers.into_iter().fold(start, join).written(suffix, arguments.host.locale())
}

fn of_two(arguments: &Arguments<'_>, join: fn(Complex, Complex) -> Result<Complex, CellError>) -> Answer {
    let ((one, first), (other, second)) = (argument(arguments, 0)?, argument(arguments, 1)?);
    join(one, other)?.written(shared(first, second)?, arguments.host.locale())
}

/// The greatest exponent that multiplies step by step, which keeps whole numbers whole.
const MAX_FACTORS: i64 = 64;

fn power(arguments: &Arguments<'_>) -> Answer {
    let ((number, suffix), exponent) = (argument(arguments, 0)?, arguments.strict_number(1)?);
    if number == Complex::ZERO {
        let positive = !exponent.is_zero() && !exponent.is_negative();
        return if positive { number.written(suffix, arguments.host.locale()) } else { Err(CellError::Number) };
    }
    let result = match exponent.to_integer().filter(|whole| whole.abs() <= MAX_FACTORS) {
        Some(whole) => {
            let product = (0..whole.abs()).fold(Complex::ONE, |product, _| product.times(number));
            if whole < 0 { Complex::ONE.over(product)? } else { product }
        }
        None => {
            let exponent = exponent.to_float();
            Complex::polar(libm::pow(number.size(), exponent), number.angle() * exponent)
        }
    };
    result.written(suffix, arguments.host.locale())
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn complex_numbers_are_written_shortly() {
        check(&[
            ("COMPLEX(0,0)", "0"),
            ("COMPLEX(1,0)", "1"),
            ("COMPLEX(0,-1)", "-i"),
            ("COMPLEX(-1.5,-0.25)", "-1.5-0.25i"),
            ("COMPLEX(1,1,\"J\")", "#VALUE!"),
            ("COMPLEX(\"x\",1)", "#VALUE!"),
            ("COMPLEX(TRUE,1)", "#VALUE!"),
            ("COMPLEX(1,0.0000000000000000001)", "1+1E-19i"),
        ]);
    }

    #[test]
    fn parts_and_sums() {
        check(&[
            ("IMREAL(4)", "4"),
            ("IMAGINARY(\"0-j\")", "-1"),
            ("IMAGINARY(4)", "0"),
            ("IMREAL(\"x\")", "#NUM!"),
            ("IMREAL(TRUE)", "#VALUE!"),
            ("IMARGUMENT(0)", "#DIV/0!"),
            ("IMARGUMENT(\"-1\")", "3.14159265358979"),
            ("IMSUM(\"0.1+0.2i\",\"0.2+0.1i\")", "0.3+0.3i"),
            ("IMSUM(\"1+i\",\"1+j\")", "#VALUE!"),
            ("IMSUB(\"1+j\",5)", "-4+j"),
            ("IMDIV(\"1+i\",0)", "#NUM!"),
            ("IMPOWER(\"1+i\",-2)", "-0.5i"),
            ("IMPOWER(0,0)", "#NUM!"),
            ("IMPOWER(0,2)", "0"),
            ("IMPOWER(\"4\",0.5)", "2"),
            ("IMPRODUCT(\"i\",\"i\")", "-1"),
        ]);
        check_with(
            &[("A1", "'1+2i"), ("A2", "3"), ("B1", "'z")],
            &[
                ("IMSUM(A1:A3)", "4+2i"),
                ("IMPRODUCT(A1:A3,2)", "6+12i"),
                ("IMPRODUCT(A1,A3)", "0"),
                ("IMSUM(A1:B1)", "#NUM!"),
            ],
        );
    }
}
