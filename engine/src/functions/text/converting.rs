//! Numbers as text and text as numbers.

use super::answer;
use crate::display::{Format, Locale, coerce};
use crate::functions::function::Category::Text;
use crate::functions::function::{Function, any, example, scalar};
use crate::functions::{Answer, Arguments};
use crate::value::{Array, CellError, Number, Value};

pub(super) const FUNCTIONS: &[Function] = &[TEXT, VALUE, NUMBERVALUE, T, VALUETOTEXT, ARRAYTOTEXT];

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

const VALUETOTEXT: Function = Function::new("VALUETOTEXT", "VÄRDETILLTEXT", Text, |arguments| {
    let strict = is_strict(arguments)?;
    answer(literal(&arguments.value(0), strict, arguments.host.locale()))
})
.takes(&[scalar("value", "värde"), scalar("format", "format").optional()])
.help(
    "Gives any value as text; with format 1 texts stand in quotation marks.",
    "Ger ett värde av vilket slag som helst som text; med formatet 1 står texter inom citattecken.",
)
.examples(&[example("VALUETOTEXT(\"ja\",1)", "\"ja\""), example("VALUETOTEXT(1.5)", "1.5")]);

const ARRAYTOTEXT: Function = Function::new("ARRAYTOTEXT", "MATRISTILLTEXT", Text, array_to_text)
    .takes(&[any("array", "matris"), scalar("format", "format").optional()])
    .help(
        "Gives the values of a range as one text; with format 1 as an array constant.",
        "Ger värdena i ett område som en enda text; med formatet 1 som en matriskonstant.",
    )
    .examples(&[
        example("ARRAYTOTEXT({1,\"a\"})", "1, a"),
        example("ARRAYTOTEXT({1,\"a\";TRUE,2},1)", "{1,\"a\";TRUE,2}"),
    ]);

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
    answer(format.text(&value, locale).ok_or(CellError::Value)?)
}

fn value(arguments: &Arguments<'_>) -> Answer {
    match arguments.scalar(0)? {
        Value::Boolean(_) => Err(CellError::Value),
        value => Ok(coerce::to_number(&value, arguments.host.locale())?.into()),
    }
}

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

/// Whether a format argument asks for values as they are written in formulas.
fn is_strict(arguments: &Arguments<'_>) -> Result<bool, CellError> {
    match arguments.integer_or(1, 0)? {
        0 => Ok(false),
        1 => Ok(true),
        _ => Err(CellError::Value),
    }
}

/// A value as text, texts in quotation marks if wished; errors are words here.
fn literal(value: &Value, strict: bool, locale: Locale) -> String {
    match (value, coerce::to_text(value, locale)) {
        (Value::Text(text), _) if strict => format!("\"{}\"", text.replace('"', "\"\"")),
        (_, Ok(text)) => text.to_string(),
        (_, Err(error)) => locale.error(error).to_owned(),
    }
}

fn array_to_text(arguments: &Arguments<'_>) -> Answer {
    let (value, strict, locale) = (arguments.value(0), is_strict(arguments)?, arguments.host.locale());
    let array = match value {
        Value::Array(array) => array,
        value => Array::new(1, vec![value])?.into(),
    };
    let (columns, rows, list) = match locale {
        Locale::Swedish => ("\\", ";", "; "),
        Locale::English => (",", ";", ", "),
    };
    let joined = |row: &[Value], sign: &str| {
        row.iter().map(|value| literal(value, strict, locale)).collect::<Vec<_>>().join(sign)
    };
    if !strict {
        return answer(joined(array.values(), list));
    }
    let rows = array.rows().map(|row| joined(row, columns)).collect::<Vec<_>>().join(rows);
    answer(format!("{{{rows}}}"))
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
        let sheet = Sheet::new(Locale::Swedish, &[]);
        for (formula, expected) in [
            ("TEXT(1234.5,\"# ##0,0\")", "1\u{a0}234,5"),
            ("TEXT(-1234.5,\"# ##0,0\")", "-1\u{a0}234,5"),
            ("TEXT(-0.5,\"0 %\")", "-50 %"),
            ("TEXT(43708,\"ÅÅÅÅ-MM-DD\")", "2019-08-31"),
            ("TEXT(43708.75,\"D MMMM ÅÅÅÅ tt:mm\")", "31 augusti 2019 18:00"),
            ("TEXT(1.5,\"[tt]:mm\")", "36:00"),
            ("TEXT(43708,\"[$-409]dddd\")", "Saturday"),
            ("TEXT(1.75,\"# ?/?\")", "1 3/4"),
            ("TEXT(1.5,\"Standard\")", "1,5"),
            ("TEXT(-0.04,\"0,0;[Röd]-0,0\")", "-0,0"),
            ("TEXT(43708.5,\"ss,00\")", "00,00"),
            ("ARRAYTOTEXT({1.5,2;\"a\",TRUE})", "1,5; 2; a; SANT"),
            ("ARRAYTOTEXT({1.5,2;\"a\",TRUE},1)", "{1,5\\2;\"a\"\\SANT}"),
        ] {
            assert_eq!(calculate(formula, &sheet), expected, "{formula}");
        }
    }

    #[test]
    fn values_are_written_as_they_are_or_as_constants() {
        check(&[
            ("VALUETOTEXT(#N/A)", "#N/A"),
            ("VALUETOTEXT(TRUE,1)", "TRUE"),
            ("VALUETOTEXT(7.123456e-9)", "0.000000007123456"),
            ("VALUETOTEXT(1,2)", "#VALUE!"),
            ("ARRAYTOTEXT(A1)", ""),
            ("ARRAYTOTEXT(5,1)", "{5}"),
            ("ARRAYTOTEXT({1,2},-1)", "#VALUE!"),
        ]);
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
            ("TEXT(-1,\"yyyy-mm-dd\")", "#VALUE!"),
            ("TEXT(2958466,\"d\")", "#VALUE!"),
            ("TEXT(1,\"mm###\")", "#VALUE!"),
            ("TEXT(123456789012,\"General\")", "1.23457E+11"),
            ("TEXT(1.75,\"# ?/?\")", "1 3/4"),
            ("TEXT(0.1,\"00 00 00\")", "00 00 00"),
            ("TEXT(5551234567,\"(###) ###-####\")", "(555) 123-4567"),
            ("TEXT(1.5,\"[h]:mm:ss.00\")", "36:00:00.00"),
            ("TEXT(0.75,\"h:mm AM/PM\")", "6:00 PM"),
            ("TEXT(\"abc\",\"0;0;0;<@>\")", "<abc>"),
            ("TEXT(TRUE,\"0\")", "TRUE"),
            ("TEXT(-0.3,\"0;(0)\")", "(0)"),
            ("TEXT(0.00001234,\"0.00E+00\")", "1.23E-05"),
            ("TEXT(1234567,\"0.0,,\\M\")", "1.2M"),
            ("TEXT(43708,\"[$-41D]dddd d mmmm\")", "lördag 31 augusti"),
            ("TEXT(5,\"\")", ""),
            ("TEXT(5,#REF!)", "#REF!"),
        ]);
    }
}
