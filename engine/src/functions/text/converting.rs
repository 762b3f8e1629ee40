//! Numbers as text and text as numbers.

use super::answer;
use crate::display::{Format, coerce};
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[TEXT, VALUE, NUMBERVALUE, FIXED, T];

const TEXT: Function = Function::new("TEXT", "TEXT", Text, formatted)
    .takes(&[scalar("value", "värde"), scalar("format", "format")])
    .help("Gives a value as text in a number format.", "Ger ett värde som text i ett visst talformat.")
    .examples(&[
        example("TEXT(1234.5,\"#,##0.00\")", "1,234.50"),
        example("TEXT(0.125,\"0.0%\")", "12.5%"),
        example("TEXT(43708,\"yyyy-mm-dd\")", "2019-08-31"),
    ]);

const VALUE: Function = Function::new("VALUE", "TEXTNUM", Text, value)
    .takes(&[scalar("text", "text")])
    .help("Reads a number, date or time out of a text.", "Läser ett tal, ett datum eller en tid ur en text.")
    .examples(&[example("VALUE(\"12.5\")", "12.5"), example("VALUE(\"2019-08-31\")", "43708")]);

const NUMBERVALUE: Function = Function::new("NUMBERVALUE", "TALVÄRDE", Text, number_value)
    .takes(&[
        scalar("text", "text"),
        scalar("decimal_sign", "decimaltecken").optional(),
        scalar("group_sign", "tusentalsavgränsare").optional(),
    ])
    .help(
        "Reads a number out of a text written with the given decimal and group signs.",
        "Läser ett tal ur en text skriven med angivet decimaltecken och angiven tusentalsavgränsare.",
    )
    .examples(&[
        example("NUMBERVALUE(\"2.500,27\",\",\",\".\")", "2500.27"),
        example("NUMBERVALUE(\"3.5%\")", "0.035"),
    ]);

const FIXED: Function = Function::new("FIXED", "FASTTAL", Text, fixed_text)
    .takes(&[
        scalar("number", "tal"),
        scalar("decimals", "decimaler").optional(),
        scalar("no_groups", "inga_avgränsare").optional(),
    ])
    .help(
        "Rounds a number to so many decimals and gives it as text.",
        "Avrundar ett tal till ett visst antal decimaler och ger det som text.",
    )
    .examples(&[example("FIXED(1234.567,1)", "1,234.6"), example("FIXED(1234.567,-1,TRUE)", "1230")]);

const T: Function = Function::new("T", "T", Text, |arguments| match arguments.value(0).single() {
    text @ Value::Text(_) => Ok(text.into()),
    Value::Error(error) => Err(error),
    _ => answer(""),
})
.takes(&[any("value", "värde")])
.help(
    "Gives a text as it is, and empty text for everything else.",
    "Ger en text som den är, och tom text för allt annat.",
)
.examples(&[example("T(\"abc\")", "abc"), example("T(5)", "")]);

/// Text that says a number is shown as one; other text passes unchanged, as do booleans.
fn formatted(arguments: &Arguments<'_>) -> Answer {
    let (value, code, locale) = (arguments.scalar(0)?, arguments.text(1)?, arguments.host.locale());
    let value = match (&value, coerce::to_number(&value, locale)) {
        (Value::Boolean(_), _) | (_, Err(_)) => value,
        (_, Ok(number)) => number.into(),
    };
    if code.is_empty() {
        return answer("");
    }
    let format = Format::parse_localized(&code, locale).map_err(|_| CellError::Value)?;
    answer(format.render(&value, locale).text)
}

fn value(arguments: &Arguments<'_>) -> Answer {
    match arguments.scalar(0)? {
        Value::Boolean(_) => Err(CellError::Value),
        value => Ok(coerce::to_number(&value, arguments.host.locale())?.into()),
    }
}

/// The most decimals that `FIXED` shows.
const MOST_DECIMALS: i64 = 127;

fn number_value(arguments: &Arguments<'_>) -> Answer {
    let locale = arguments.host.locale();
    let decimal = sign(arguments, 1, locale.decimal_sign())?;
    let group = sign(arguments, 2, locale.group_sign())?;
    let text: String = arguments.text(0)?.chars().filter(|letter| !letter.is_whitespace()).collect();
    let digits = text.trim_end_matches('%');
    let (whole, fraction) = digits.split_once(decimal).unwrap_or((digits, ""));
    if fraction.contains(group) || decimal == group {
        return Err(CellError::Value);
    }
    let number = match (whole.replace(group, ""), fraction) {
        (whole, "") if whole.is_empty() && text.is_empty() => Number::ZERO,
        (whole, "") => Number::parse(&whole).ok_or(CellError::Value)?,
        (whole, fraction) => Number::parse(&format!("{whole}.{fraction}")).ok_or(CellError::Value)?,
    };
    let percents = (text.len() - digits.len()) as i64;
    Ok(number.over(Number::from(100).power(Number::from(percents))?)?.into())
}

/// The first character of an argument, or `default` when it was not given.
fn sign(arguments: &Arguments<'_>, index: usize, default: char) -> Result<char, CellError> {
    if index < arguments.count() { arguments.text(index)?.chars().next().ok_or(CellError::Value) } else { Ok(default) }
}

fn fixed_text(arguments: &Arguments<'_>) -> Answer {
    let decimals = arguments.integer_or(1, 2)?.max(-40);
    if decimals > MOST_DECIMALS {
        return Err(CellError::Value);
    }
    let number = arguments.number(0)?.rounded(decimals);
    let whole = if arguments.boolean_or(2, false)? { "0" } else { "#,##0" };
    let fraction = if decimals > 0 { format!(".{}", "0".repeat(decimals as usize)) } else { String::new() };
    let format = Format::parse(&format!("{whole}{fraction}")).map_err(|_| CellError::Value)?;
    answer(format.render(&number.into(), arguments.host.locale()).text)
}

#[cfg(test)]
mod tests {
    use crate::display::Locale;
    use crate::functions::tests::{Sheet, calculate, check};

    #[test]
    fn texts_are_read_as_numbers() {
        check(&[
            ("VALUE(\"x\")", "#VALUE!"),
            ("VALUE(TRUE)", "#VALUE!"),
            ("VALUE(7)", "7"),
            ("VALUE(\"12:00\")", "0.5"),
            ("NUMBERVALUE(\"\")", "0"),
            ("NUMBERVALUE(\" 1 234,5 \",\",\",\" \")", "1234.5"),
            ("NUMBERVALUE(\"9%%\")", "0.0009"),
            ("NUMBERVALUE(\"1.2.3\",\",\",\".\")", "123"),
            ("NUMBERVALUE(\"1,2.3\",\",\",\".\")", "#VALUE!"),
            ("NUMBERVALUE(\"x\")", "#VALUE!"),
            ("NUMBERVALUE(\"1\",\"\")", "#VALUE!"),
        ]);
    }

    #[test]
    fn numbers_are_written_as_the_language_of_the_host_does() {
        check(&[
            ("FIXED(-1234.567)", "-1,234.57"),
            ("FIXED(0.5,0)", "1"),
            ("FIXED(1,200)", "#VALUE!"),
            ("FIXED(1234567,0)", "1,234,567"),
        ]);
        let sheet = Sheet::new(Locale::Swedish, &[]);
        assert_eq!(calculate("FIXED(1234.567)", &sheet), "1\u{a0}234,57");
        assert_eq!(calculate("TEXT(1234.5,\"# ##0,0\")", &sheet), "1\u{a0}234,5");
        assert_eq!(calculate("TEXT(43708,\"ÅÅÅÅ-MM-DD\")", &sheet), "2019-08-31");
    }

    #[test]
    fn common_formats_are_understood() {
        check(&[
            ("TEXT(5,\"000\")", "005"),
            ("TEXT(-5.25,\"0.0\")", "-5.3"),
            ("TEXT(-5,\"0;(0)\")", "(5)"),
            ("TEXT(0,\"0;-0;\"\"–\"\"\")", "–"),
            ("TEXT(12,\"0 \"\"kr\"\"\")", "12 kr"),
            ("TEXT(\"abc\",\"0\")", "abc"),
            ("TEXT(0.5,\"hh:mm\")", "12:00"),
            ("TEXT(43708.75,\"d/m yy hh:mm:ss\")", "31/8 19 18:00:00"),
            ("TEXT(1.5,\"General\")", "1.5"),
            ("TEXT(0.25,\"#.##\")", ".25"),
            ("TEXT(2,\"0.##\")", "2."),
            ("TEXT(#N/A,\"0\")", "#N/A"),
        ]);
    }
}
