//! Numbers written in other ways: Roman numerals and other bases.

use crate::functions::function::Category::Math;
use crate::functions::function::{Function, Parameter, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[BASE, DECIMAL, ARABIC, ROMAN];

const RADIX: Parameter = scalar("radix", "bas");

const BASE: Function = Function::new("BASE", "BAS", Math, in_base)
    .takes(&[scalar("number", "tal"), RADIX, scalar("length", "längd").optional()])
    .help(
        "Writes a whole number in a base from 2 to 36, filled up with zeros to a length.",
        "Skriver ett heltal i en bas från 2 till 36, utfyllt med nollor till en viss längd.",
    )
    .examples(&[example("BASE(7,2)", "111"), example("BASE(255,16,4)", "00FF")]);

const DECIMAL: Function = Function::new("DECIMAL", "DECIMAL", Math, from_base)
    .takes(&[scalar("text", "text"), RADIX])
    .help(
        "Reads a whole number written in a base from 2 to 36.",
        "Läser ett heltal som är skrivet i en bas från 2 till 36.",
    )
    .examples(&[example("DECIMAL(\"ff\",16)", "255")]);

const ARABIC: Function = Function::new("ARABIC", "ARABISKA", Math, arabic)
    .takes(&[scalar("text", "text")])
    .help("Reads a Roman numeral.", "Läser ett tal med romerska siffror.")
    .examples(&[example("ARABIC(\"MCMXCIX\")", "1999")]);

const ROMAN: Function = Function::new("ROMAN", "ROMERSK", Math, roman)
    .takes(&[scalar("number", "tal"), scalar("form", "format").optional()])
    .help(
        "Writes a number from 0 to 3999 as a Roman numeral, from form 0, the classic one, to form 4, the shortest.",
        "Skriver ett tal från 0 till 3999 med romerska siffror, från form 0, den klassiska, till form 4, den kortaste.",
    )
    .examples(&[example("ROMAN(499)", "CDXCIX"), example("ROMAN(499,4)", "ID")]);

/// Numbers from this on cannot be told apart in Excel: 2⁵³.
const TOO_LARGE: i64 = 1 << 53;

/// The most letters of a text that stands for a number.
const MAX_LETTERS: usize = 255;

fn in_base(arguments: &Arguments<'_>) -> Answer {
    let (number, radix, length) = (arguments.integer(0)?, arguments.integer(1)?, arguments.integer_or(2, 0)?);
    let length = usize::try_from(length).ok().filter(|length| *length <= MAX_LETTERS).ok_or(CellError::Number)?;
    if !(0..TOO_LARGE).contains(&number) || !(2..=36).contains(&radix) {
        return Err(CellError::Number);
    }
    let digits = digits(number as u64, radix as u32);
    Ok(Value::text(format!("{digits:0>length$}")).into())
}

/// The digits of a number in a base from 2 to 36.
fn digits(number: u64, radix: u32) -> String {
    let (mut digits, mut rest) = (Vec::new(), number);
    while rest > 0 || digits.is_empty() {
        let digit = (rest % u64::from(radix)) as u32;
        digits.extend(char::from_digit(digit, radix).map(|digit| digit.to_ascii_uppercase()));
        rest /= u64::from(radix);
    }
    digits.iter().rev().collect()
}

fn from_base(arguments: &Arguments<'_>) -> Answer {
    let (text, radix) = (arguments.text(0)?, arguments.integer(1)?);
    let radix = u32::try_from(radix).ok().filter(|radix| (2..=36).contains(radix)).ok_or(CellError::Number)?;
    if text.chars().count() > MAX_LETTERS {
        return Err(CellError::Value);
    }
    let number = text.trim_start().chars().try_fold(Number::ZERO, |number, letter| {
        let digit = letter.to_digit(radix).ok_or(CellError::Number)?;
        number.times(i64::from(radix).into())?.plus(i64::from(digit).into())
    });
    Ok(number?.into())
}

/// Roman digits with their values.
const ROMAN_DIGITS: [(char, i64); 7] = [('M', 1000), ('D', 500), ('C', 100), ('L', 50), ('X', 10), ('V', 5), ('I', 1)];

fn arabic(arguments: &Arguments<'_>) -> Answer {
    let text = arguments.text(0)?;
    if text.chars().count() > MAX_LETTERS {
        return Err(CellError::Value);
    }
    let text = text.trim().to_uppercase();
    let (negative, numeral) = text.strip_prefix('-').map_or((false, text.as_str()), |numeral| (true, numeral));
    let values: Vec<i64> = numeral.chars().map(value_of).collect::<Result<_, _>>()?;
    let sum: i64 = (0..values.len()).map(|place| signed(values[place], values.get(place + 1))).sum();
    Ok((if negative { -sum } else { sum }).into())
}

fn value_of(digit: char) -> Result<i64, CellError> {
    ROMAN_DIGITS.iter().find(|(known, _)| *known == digit).map(|(_, value)| *value).ok_or(CellError::Value)
}

/// A digit before a greater one is taken away.
fn signed(value: i64, next: Option<&i64>) -> i64 {
    if next.is_some_and(|next| *next > value) { -value } else { value }
}

/// Parts of Roman numerals by falling value, each with the first form that allows it: a form takes a digit away from
/// one that stands further above it the more concise it is.
const PARTS: [(i64, &str, i64); 23] = [
    (1000, "M", 0),
    (999, "IM", 4),
    (995, "VM", 3),
    (990, "XM", 2),
    (950, "LM", 1),
    (900, "CM", 0),
    (500, "D", 0),
    (499, "ID", 4),
    (495, "VD", 3),
    (490, "XD", 2),
    (450, "LD", 1),
    (400, "CD", 0),
    (100, "C", 0),
    (99, "IC", 2),
    (95, "VC", 1),
    (90, "XC", 0),
    (50, "L", 0),
    (49, "IL", 2),
    (45, "VL", 1),
    (40, "XL", 0),
    (10, "X", 0),
    (9, "IX", 0),
    (5, "V", 0),
];

fn roman(arguments: &Arguments<'_>) -> Answer {
    let (mut rest, form) = (arguments.integer(0)?, form(arguments)?);
    if !(0..=3999).contains(&rest) {
        return Err(CellError::Value);
    }
    let mut numeral = String::new();
    for (value, part, _) in PARTS.iter().filter(|(_, _, first)| *first <= form) {
        while rest >= *value {
            numeral.push_str(part);
            rest -= value;
        }
    }
    numeral.push_str(["", "I", "II", "III", "IV"].get(rest as usize).unwrap_or(&""));
    Ok(Value::text(numeral).into())
}

/// The form as a number; `TRUE` is the classic form and `FALSE` the shortest.
fn form(arguments: &Arguments<'_>) -> Result<i64, CellError> {
    match arguments.value(1).single() {
        Value::Boolean(classic) => Ok(if classic { 0 } else { 4 }),
        _ => Some(arguments.integer_or(1, 0)?).filter(|form| (0..=4).contains(form)).ok_or(CellError::Value),
    }
}

#[cfg(test)]
mod tests {
    use crate::functions::tests::check;

    #[test]
    fn bases_from_two_to_thirty_six() {
        check(&[
            ("BASE(0,2)", "0"),
            ("BASE(100,16)", "64"),
            ("BASE(15,2,10)", "0000001111"),
            ("BASE(35,36)", "Z"),
            ("BASE(-1,2)", "#NUM!"),
            ("BASE(7,1)", "#NUM!"),
            ("BASE(7,37)", "#NUM!"),
            ("BASE(7,2,256)", "#NUM!"),
            ("BASE(9007199254740992,2)", "#NUM!"),
            ("DECIMAL(\"zap\",36)", "45745"),
            ("DECIMAL(111,2)", "7"),
            ("DECIMAL(\"12\",2)", "#NUM!"),
            ("DECIMAL(\"\",2)", "0"),
            ("DECIMAL(\"1\",37)", "#NUM!"),
            ("DECIMAL(\"-1\",10)", "#NUM!"),
        ]);
    }

    #[test]
    fn roman_numerals_in_all_forms() {
        check(&[
            ("ROMAN(499,0)", "CDXCIX"),
            ("ROMAN(499,1)", "LDVLIV"),
            ("ROMAN(499,2)", "XDIX"),
            ("ROMAN(499,3)", "VDIV"),
            ("ROMAN(499,TRUE)", "CDXCIX"),
            ("ROMAN(499,FALSE)", "ID"),
            ("ROMAN(3999)", "MMMCMXCIX"),
            ("ROMAN(0)", ""),
            ("ROMAN(4000)", "#VALUE!"),
            ("ROMAN(-1)", "#VALUE!"),
            ("ROMAN(1,5)", "#VALUE!"),
            ("ARABIC(\"mcmxii\")", "1912"),
            ("ARABIC(\"\")", "0"),
            ("ARABIC(\"-XI\")", "-11"),
            ("ARABIC(\"ID\")", "499"),
            ("ARABIC(\"ABC\")", "#VALUE!"),
        ]);
    }
}
