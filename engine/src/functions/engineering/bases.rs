//! Whole numbers in binary, octal and hexadecimal: up to ten digits, negative ones as two's complement.

use crate::functions::function::Category::Engineering;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments, Operand};
use crate::value::{CellError, Value};

pub(super) const FUNCTIONS: &[Function] =
    &[BIN2DEC, BIN2HEX, BIN2OCT, DEC2BIN, DEC2HEX, DEC2OCT, HEX2BIN, HEX2DEC, HEX2OCT, OCT2BIN, OCT2DEC, OCT2HEX];

const NUMBER: Parameter = scalar("number", "tal");
const ALONE: &[Parameter] = &[NUMBER];
const WITH_DIGITS: &[Parameter] = &[NUMBER, scalar("digits", "siffror").optional()];

/// A way to write numbers with at most ten digits.
struct System {
    radix: u32,
    /// What ten digits can tell apart.
    span: i64,
}

/// The most digits of a number.
const MAX_DIGITS: usize = 10;

const BINARY: System = System { radix: 2, span: 1 << 10 };
const OCTAL: System = System { radix: 8, span: 1 << 30 };
const HEXADECIMAL: System = System { radix: 16, span: 1 << 40 };

const BIN2DEC: Function = Function::new("BIN2DEC", "BIN.TILL.DEC", Engineering, |a| Ok(BINARY.read(a)?.into()))
    .takes(ALONE)
    .help("Turns a binary number into a decimal one.", "Omvandlar ett binärt tal till ett decimalt.")
    .examples(&[example("BIN2DEC(1100100)", "100"), example("BIN2DEC(\"1111111111\")", "-1")]);

const BIN2HEX: Function =
    Function::new("BIN2HEX", "BIN.TILL.HEX", Engineering, |a| HEXADECIMAL.write(BINARY.read(a)?, a))
        .takes(WITH_DIGITS)
        .help("Turns a binary number into a hexadecimal one.", "Omvandlar ett binärt tal till ett hexadecimalt.")
        .examples(&[example("BIN2HEX(11111011,4)", "00FB")]);

const BIN2OCT: Function = Function::new("BIN2OCT", "BIN.TILL.OKT", Engineering, |a| OCTAL.write(BINARY.read(a)?, a))
    .takes(WITH_DIGITS)
    .help("Turns a binary number into an octal one.", "Omvandlar ett binärt tal till ett oktalt.")
    .examples(&[example("BIN2OCT(1001,3)", "011")]);

const DEC2BIN: Function =
    Function::new("DEC2BIN", "DEC.TILL.BIN", Engineering, |a| BINARY.write(a.strict_integer(0)?, a))
        .takes(WITH_DIGITS)
        .help("Turns a decimal number into a binary one.", "Omvandlar ett decimalt tal till ett binärt.")
        .examples(&[example("DEC2BIN(9,4)", "1001"), example("DEC2BIN(-100)", "1110011100")]);

const DEC2HEX: Function =
    Function::new("DEC2HEX", "DEC.TILL.HEX", Engineering, |a| HEXADECIMAL.write(a.strict_integer(0)?, a))
        .takes(WITH_DIGITS)
        .help("Turns a decimal number into a hexadecimal one.", "Omvandlar ett decimalt tal till ett hexadecimalt.")
        .examples(&[example("DEC2HEX(100,4)", "0064"), example("DEC2HEX(-54)", "FFFFFFFFCA")]);

const DEC2OCT: Function =
    Function::new("DEC2OCT", "DEC.TILL.OKT", Engineering, |a| OCTAL.write(a.strict_integer(0)?, a))
        .takes(WITH_DIGITS)
        .help("Turns a decimal number into an octal one.", "Omvandlar ett decimalt tal till ett oktalt.")
        .examples(&[example("DEC2OCT(58,3)", "072")]);

const HEX2BIN: Function =
    Function::new("HEX2BIN", "HEX.TILL.BIN", Engineering, |a| BINARY.write(HEXADECIMAL.read(a)?, a))
        .takes(WITH_DIGITS)
        .help("Turns a hexadecimal number into a binary one.", "Omvandlar ett hexadecimalt tal till ett binärt.")
        .examples(&[example("HEX2BIN(\"F\",8)", "00001111")]);

const HEX2DEC: Function = Function::new("HEX2DEC", "HEX.TILL.DEC", Engineering, |a| Ok(HEXADECIMAL.read(a)?.into()))
    .takes(ALONE)
    .help("Turns a hexadecimal number into a decimal one.", "Omvandlar ett hexadecimalt tal till ett decimalt.")
    .examples(&[example("HEX2DEC(\"A5\")", "165"), example("HEX2DEC(\"FFFFFFFF5B\")", "-165")]);

const HEX2OCT: Function =
    Function::new("HEX2OCT", "HEX.TILL.OKT", Engineering, |a| OCTAL.write(HEXADECIMAL.read(a)?, a))
        .takes(WITH_DIGITS)
        .help("Turns a hexadecimal number into an octal one.", "Omvandlar ett hexadecimalt tal till ett oktalt.")
        .examples(&[example("HEX2OCT(\"3B4E\")", "35516")]);

const OCT2BIN: Function = Function::new("OCT2BIN", "OKT.TILL.BIN", Engineering, |a| BINARY.write(OCTAL.read(a)?, a))
    .takes(WITH_DIGITS)
    .help("Turns an octal number into a binary one.", "Omvandlar ett oktalt tal till ett binärt.")
    .examples(&[example("OCT2BIN(3,3)", "011")]);

const OCT2DEC: Function = Function::new("OCT2DEC", "OKT.TILL.DEC", Engineering, |a| Ok(OCTAL.read(a)?.into()))
    .takes(ALONE)
    .help("Turns an octal number into a decimal one.", "Omvandlar ett oktalt tal till ett decimalt.")
    .examples(&[example("OCT2DEC(54)", "44"), example("OCT2DEC(7777777533)", "-165")]);

const OCT2HEX: Function =
    Function::new("OCT2HEX", "OKT.TILL.HEX", Engineering, |a| HEXADECIMAL.write(OCTAL.read(a)?, a))
        .takes(WITH_DIGITS)
        .help("Turns an octal number into a hexadecimal one.", "Omvandlar ett oktalt tal till ett hexadecimalt.")
        .examples(&[example("OCT2HEX(100,4)", "0040")]);

impl System {
    /// The number that the first argument's digits mean.
    fn read(&self, arguments: &Arguments<'_>) -> Result<i64, CellError> {
        match arguments.operand(0) {
            Operand::Missing => return Err(CellError::NotAvailable),
            operand if matches!(operand.clone().read(arguments.host).single(), Value::Boolean(_)) => {
                return Err(CellError::Value);
            }
            _ => {}
        }
        let text = arguments.text(0)?;
        if text.chars().count() > MAX_DIGITS {
            return Err(CellError::Number);
        }
        let number = text.chars().try_fold(0, |number, digit| {
            let digit = digit.to_digit(self.radix).ok_or(CellError::Number)?;
            Ok(number * i64::from(self.radix) + i64::from(digit))
        })?;
        Ok(if number < self.span / 2 { number } else { number - self.span })
    }

    /// A number in digits, as many as the second argument asks for if it is not negative.
    fn write(&self, number: i64, arguments: &Arguments<'_>) -> Answer {
        let width = match arguments.is_given(1) {
            true => usize::try_from(arguments.strict_integer(1)?).map_err(|_| CellError::Number)?,
            false => 1,
        };
        if !(-self.span / 2..self.span / 2).contains(&number) || !(1..=MAX_DIGITS).contains(&width) {
            return Err(CellError::Number);
        }
        let digits = self.digits(number.rem_euclid(self.span));
        match number >= 0 && arguments.is_given(1) && digits.len() > width {
            true => Err(CellError::Number),
            false => Ok(Value::text(format!("{digits:0>width$}")).into()),
        }
    }

    fn digits(&self, number: i64) -> String {
        match self.radix {
            2 => format!("{number:b}"),
            8 => format!("{number:o}"),
            _ => format!("{number:X}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::{check, check_with};

    #[test]
    fn digits_are_few_and_of_the_system() {
        check(&[
            ("BIN2DEC(\"0\")", "0"),
            ("BIN2DEC(12)", "#NUM!"),
            ("BIN2DEC(-1)", "#NUM!"),
            ("BIN2DEC(\"11111111111\")", "#NUM!"),
            ("BIN2DEC(TRUE)", "#VALUE!"),
            ("HEX2DEC(\"fF\")", "255"),
            ("HEX2DEC(\"G\")", "#NUM!"),
            ("OCT2DEC(8)", "#NUM!"),
            ("DEC2BIN(511)", "111111111"),
            ("DEC2BIN(512)", "#NUM!"),
            ("DEC2BIN(-512)", "1000000000"),
            ("DEC2BIN(-513)", "#NUM!"),
            ("DEC2BIN(-1,2)", "1111111111"),
            ("DEC2BIN(9,3)", "#NUM!"),
            ("DEC2BIN(9,0)", "#NUM!"),
            ("DEC2BIN(9,11)", "#NUM!"),
            ("DEC2BIN(9,-1)", "#NUM!"),
            ("DEC2BIN(9.9,4.9)", "1001"),
            ("DEC2BIN(\"x\")", "#VALUE!"),
            ("DEC2HEX(549755813887)", "7FFFFFFFFF"),
            ("DEC2HEX(549755813888)", "#NUM!"),
            ("BIN2HEX(\"1111111111\")", "FFFFFFFFFF"),
            ("HEX2BIN(\"FFFFFFFE00\")", "1000000000"),
            ("HEX2BIN(\"200\")", "#NUM!"),
        ]);
        check_with(&[("A1", "1010")], &[("BIN2OCT(A1)", "12"), ("BIN2DEC(A2)", "0"), ("BIN2DEC(#N/A)", "#N/A")]);
    }
}
