//! What the formula bar and the cell editor show of an input: text that, typed again, gives the very same value.

use super::Locale;
use super::entry::{Entry, FormatHint, TEXT_MARK, read, read_in_year};
use super::pattern::Format;
use crate::value::{Number, Value};

/// The text that gives this value back when it is typed: all digits, a plain hyphen, no groups.
pub fn editable(value: &Value, locale: Locale) -> String {
    match value {
        Value::Blank => String::new(),
        Value::Number(number) => exact(*number, locale),
        Value::Text(text) => marked(text, locale),
        Value::Boolean(boolean) => locale.boolean(*boolean).to_owned(),
        Value::Error(error) => locale.error(*error).to_owned(),
        Value::Array(array) => editable(&array.at(0, 0), locale),
    }
}

/// As [`editable`], with dates, times and percent written as such where the cell's format shows them so, provided that
/// no digit is lost by it.
pub fn editable_in(value: &Value, format: &Format, locale: Locale) -> String {
    let Value::Number(number) = value else { return editable(value, locale) };
    let candidate = if format.is_percent() {
        number.times(Number::from(100)).ok().map(|percent| exact(percent, locale) + "%")
    } else if format.is_moment() {
        moment(*number, format)
    } else {
        None
    };
    let same = |text: &String| matches!(read(text, locale), Entry::Number { number: back, .. } if back == *number);
    candidate.filter(same).unwrap_or_else(|| exact(*number, locale))
}

/// In such a year every day that can be typed is a date.
const LEAP_YEAR: i64 = 2024;

fn exact(number: Number, locale: Locale) -> String {
    number.to_string().replace('.', locale.decimal_sign().encode_utf8(&mut [0; 4]))
}

/// Text that would be taken for something else is marked as text.
fn marked(text: &str, locale: Locale) -> String {
    let back = read_in_year(text, locale, Some(LEAP_YEAR));
    let plain = !text.starts_with('=') && matches!(back, Entry::Text(back) if back == text);
    if plain { text.to_owned() } else { format!("{TEXT_MARK}{text}") }
}

/// A serial number in the form that is read in both languages.
fn moment(number: Number, format: &Format) -> Option<String> {
    let seconds = true;
    let hint = match (number.to_integer(), number < Number::ONE) {
        (Some(_), _) if !format.is_duration() => FormatHint::Date,
        _ if format.is_duration() => FormatHint::Duration { seconds },
        (_, true) => FormatHint::Time { seconds },
        _ => FormatHint::DateTime { seconds },
    };
    let code = Format::parse(&hint.code()?).ok()?;
    Some(code.render(&number.into(), Locale::English).text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::CellError;

    const BOTH: [Locale; 2] = [Locale::Swedish, Locale::English];

    fn numbers() -> impl Strategy<Value = Number> {
        let mantissa = -79_228_162_514_264_337_593_543_950_335_i128..=79_228_162_514_264_337_593_543_950_335;
        let amount = (any::<i32>(), 0_u32..4).prop_map(|(units, scale)| (i128::from(units), scale));
        prop_oneof![amount, (mantissa, 0_u32..=28)].prop_map(|(units, scale)| Number::from_parts(units, scale).unwrap())
    }

    fn values() -> impl Strategy<Value = Value> {
        prop_oneof![
            Just(Value::Blank),
            numbers().prop_map(Value::Number),
            any::<bool>().prop_map(Value::Boolean),
            (0..CellError::ALL.len()).prop_map(|index| Value::Error(CellError::ALL[index])),
            ".*".prop_map(Value::text),
            "[ '=#−-]?[0-9]{1,3}[ ,.:/-]?[0-9]{0,4}[%)-]?".prop_map(Value::text),
            prop_oneof!["sant", "TRUE", "#N/A", "#saknas!", "31 aug 2026", "'", ""].prop_map(Value::text),
        ]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn what_is_shown_for_editing_gives_the_value_back(value in values()) {
            for locale in BOTH {
                prop_assert_eq!(read(&editable(&value, locale), locale).into_value(), value.clone());
            }
        }

        #[test]
        fn so_it_does_under_every_format(value in values(), seconds in 0_i64..400_000_000_000) {
            let moment = Value::from(Number::from(seconds).over(Number::from(86_400)).unwrap());
            for code in ["0 %", "0.0%", "yyyy-mm-dd", "hh:mm", "[h]:mm", "d mmm yyyy hh:mm", "#,##0", "@"] {
                let format = Format::parse(code).unwrap();
                for (locale, value) in BOTH.into_iter().flat_map(|locale| [(locale, &value), (locale, &moment)]) {
                    let text = editable_in(value, &format, locale);
                    prop_assert_eq!(&read(&text, locale).into_value(), value);
                }
            }
        }
    }

    #[test]
    fn inputs_are_shown_as_they_are_typed() {
        let number = |text: &str| Value::from(Number::parse(text).unwrap());
        for (value, code, swedish, english) in [
            (number("-1234.5"), "#,##0", "-1234,5", "-1234.5"),
            (number("0.035"), "0 %", "3,5%", "3.5%"),
            (number("46265"), "d mmm yyyy", "2026-08-31", "2026-08-31"),
            (number("46265.5"), "yyyy-mm-dd", "2026-08-31 12:00:00", "2026-08-31 12:00:00"),
            (number("0.5"), "hh:mm", "12:00:00", "12:00:00"),
            (number("1.5"), "[h]:mm", "36:00:00", "36:00:00"),
            (number("46265.123456789"), "yyyy-mm-dd", "46265,123456789", "46265.123456789"),
            (number("60"), "yyyy-mm-dd", "1900-02-29", "1900-02-29"),
            (Value::text("123"), "0", "'123", "'123"),
            (Value::text("=A1"), "0", "'=A1", "'=A1"),
            (Value::text("12,5"), "0", "'12,5", "12,5"),
            (Value::text("31/8"), "0", "'31/8", "'31/8"),
            (Value::Boolean(true), "0", "SANT", "TRUE"),
        ] {
            let format = Format::parse(code).unwrap();
            assert_eq!(editable_in(&value, &format, Locale::Swedish), swedish);
            assert_eq!(editable_in(&value, &format, Locale::English), english);
        }
    }
}
