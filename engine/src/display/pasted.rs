//! Numbers in pasted text, which another program wrote, maybe in another language. What each of them shows of decimal and
//! group signs is gathered first; only `1,000` and its like say nothing, and then all that stands beside them is asked.

use std::borrow::Cow;

use super::{Entry, Locale, read_in_year};
use crate::value::CellError;

/// How the numbers of a text are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Marks {
    /// `1.234,5`
    DecimalComma,
    /// `1,234.5`
    DecimalPoint,
}

/// What texts show of how their numbers are written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    comma: usize,
    point: usize,
    /// Numbers whose groups are parted by spaces, so that commas and points part none.
    spaced: usize,
    unclear_comma: usize,
    unclear_point: usize,
}

/// What a text shows of decimal and group signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// No number, or one without signs.
    Silent,
    /// Groups parted by spaces, and no other sign.
    Spaced,
    /// Its decimal sign is known.
    Known(Marks),
    /// The one sign may part a group or the decimals.
    Unclear(char),
}

/// Error words that Excel and its like have beside those that formulas give here.
const OTHER_ERRORS: [(&str, CellError); 3] =
    [("#SAKNAS", CellError::NotAvailable), ("#VÄRDE!", CellError::Value), ("#SPILLD!", CellError::Spill)];

impl Marks {
    /// How numbers are written in a language.
    pub const fn of(locale: Locale) -> Self {
        match locale {
            Locale::Swedish => Self::DecimalComma,
            Locale::English => Self::DecimalPoint,
        }
    }

    const fn with_decimal(sign: char) -> Self {
        if sign == ',' { Self::DecimalComma } else { Self::DecimalPoint }
    }

    const fn with_group(sign: char) -> Self {
        if sign == ',' { Self::DecimalPoint } else { Self::DecimalComma }
    }

    const fn decimal_sign(self) -> char {
        match self {
            Self::DecimalComma => ',',
            Self::DecimalPoint => '.',
        }
    }
}

impl Evidence {
    /// Takes a text into account, and says whether it can be read in two ways.
    pub fn take(&mut self, text: &str) -> bool {
        let shape = shape(text);
        match shape {
            Shape::Silent => {}
            Shape::Spaced => self.spaced += 1,
            Shape::Known(Marks::DecimalComma) => self.comma += 1,
            Shape::Known(Marks::DecimalPoint) => self.point += 1,
            Shape::Unclear(',') => self.unclear_comma += 1,
            Shape::Unclear(_) => self.unclear_point += 1,
        }
        matches!(shape, Shape::Unclear(_))
    }

    /// How the numbers are written; `None` when it must be asked.
    pub fn marks(&self, locale: Locale) -> Option<Marks> {
        match (self.comma > 0, self.point > 0, self.unclear_comma > 0, self.unclear_point > 0) {
            (_, _, false, false) => Some(Marks::of(locale)),
            (true, false, ..) => Some(Marks::DecimalComma),
            (false, true, ..) => Some(Marks::DecimalPoint),
            (false, false, true, false) if self.spaced > 0 => Some(Marks::DecimalComma),
            (false, false, false, true) if self.spaced > 0 => Some(Marks::DecimalPoint),
            _ => None,
        }
    }

    /// How many texts can be read in two ways.
    pub const fn unclear(&self) -> usize {
        self.unclear_comma + self.unclear_point
    }
}

/// What is meant by a text that another program wrote. Numbers that show by themselves how they are written are read in
/// that way whatever `marks` says.
pub fn read_pasted(text: &str, marks: Marks, locale: Locale, year: Option<i64>) -> Entry {
    let text = without_invisible(text);
    let marks = match shape(&text) {
        Shape::Known(own) => own,
        _ => marks,
    };
    match read_in_year(&in_locale(&text, marks, locale), locale, year) {
        Entry::Text(_) => error_word(&text).map_or_else(|| Entry::Text(text.into_owned()), Entry::Error),
        entry => entry,
    }
}

/// Whether a text that is no number looks as if it were one, or stands for one that could not be seen.
pub fn looks_like_number(text: &str) -> bool {
    let text = text.trim();
    let is_numeric =
        |sign: char| sign.is_ascii_digit() || sign.is_whitespace() || "+-()%.,'\u{2019}\u{2212}\u{2013}".contains(sign);
    let has_digit = text.contains(|sign: char| sign.is_ascii_digit());
    let is_hidden = text.len() > 1 && text.bytes().all(|byte| byte == b'#');
    let is_error = text.len() > 2 && text.starts_with('#') && text.ends_with(['!', '?']);
    is_hidden || is_error || (has_digit && text.chars().all(is_numeric) && !is_code(text))
}

/// Dates, telephone numbers and the like, which nobody takes for amounts.
fn is_code(text: &str) -> bool {
    let dashes =
        text.char_indices().filter(|(place, sign)| *place > 0 && *place + 1 < text.len() && *sign == '-').count();
    dashes > 0 || text.starts_with('0')
}

fn error_word(text: &str) -> Option<CellError> {
    let word = text.trim().to_uppercase();
    OTHER_ERRORS.iter().find(|(other, _)| *other == word).map(|(_, error)| *error)
}

/// The text without signs that are not seen: marks of direction, joints, soft hyphens, the mark of byte order.
fn without_invisible(text: &str) -> Cow<'_, str> {
    let is_invisible = |sign: char| matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}');
    if text.is_ascii() || !text.contains(is_invisible) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|sign| !is_invisible(*sign)).collect())
}

/// The text with its signs as a language writes them.
fn in_locale(text: &str, marks: Marks, locale: Locale) -> Cow<'_, str> {
    if matches!(shape(text), Shape::Silent | Shape::Spaced) {
        return Cow::Borrowed(text);
    }
    let sign = |sign: char| match sign {
        ',' | '.' if sign == marks.decimal_sign() => locale.decimal_sign(),
        ',' | '.' | '\'' | '\u{2019}' => '\u{a0}',
        other => other,
    };
    Cow::Owned(text.chars().map(sign).collect())
}

fn shape(text: &str) -> Shape {
    let core = text.trim_matches(|sign: char| !sign.is_ascii_digit() && sign != ',' && sign != '.');
    if has_words(text, core) {
        return Shape::Silent;
    }
    let core = core.trim_end_matches(['.', ',']);
    let is_digit = |byte: u8| byte.is_ascii_digit();
    if core.len() < 2 || core.bytes().all(is_digit) || !core.ends_with(|sign: char| sign.is_ascii_digit()) {
        return Shape::Silent;
    }
    let signs: Vec<char> = core.chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let parts: Vec<&str> = core.split(|sign: char| !sign.is_ascii_digit()).collect();
    match (signs.split_last(), parts.split_last()) {
        (Some((last, before)), Some((fraction, wholes))) => shape_of(*last, before, fraction, wholes),
        _ => Shape::Silent,
    }
}

/// Whether there are other letters around the digits than those of a currency.
fn has_words(text: &str, core: &str) -> bool {
    if text.len() == core.len() {
        return false;
    }
    let letters = text.chars().filter(|sign| sign.is_alphabetic());
    let around = letters.map(|letter| letter.to_ascii_lowercase()).take(3).collect::<String>();
    !matches!(&*around, "" | "kr")
}

/// The shape of digits parted by signs: the last sign with what follows it, and what stands before.
fn shape_of(last: char, before: &[char], fraction: &str, wholes: &[&str]) -> Shape {
    let is_mark = last == ',' || last == '.';
    let known = |sign: char| is_space(sign) || matches!(sign, ',' | '.' | '\'' | '\u{2019}');
    let grouped =
        wholes.iter().skip(1).all(|part| part.len() == 3) && wholes.first().is_some_and(|part| part.len() <= 3);
    let same = |signs: &[char]| signs.iter().all(|sign| signs.first() == Some(sign));
    if !known(last) || !before.iter().all(|sign| known(*sign)) || !same(before) || (!before.is_empty() && !grouped) {
        return Shape::Silent;
    }
    match before.first() {
        Some(group) if *group == last && fraction.len() != 3 => Shape::Silent,
        Some(group) if *group == last && is_mark => Shape::Known(Marks::with_group(last)),
        Some(group) if *group == last => Shape::Spaced,
        Some(_) if is_mark => Shape::Known(Marks::with_decimal(last)),
        Some(_) => Shape::Silent,
        None if is_mark && grouped && may_be_group(wholes, fraction) => Shape::Unclear(last),
        None if is_mark => Shape::Known(Marks::with_decimal(last)),
        None if grouped && fraction.len() == 3 => Shape::Spaced,
        None => Shape::Silent,
    }
}

fn may_be_group(wholes: &[&str], fraction: &str) -> bool {
    fraction.len() == 3 && wholes.first().is_some_and(|whole| !whole.is_empty() && !whole.starts_with('0'))
}

const fn is_space(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{2007}' | '\u{2009}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::value::Value;

    fn read(text: &str, marks: Marks, locale: Locale) -> String {
        match read_pasted(text, marks, locale, None).into_value() {
            Value::Number(number) => number.to_string(),
            Value::Error(error) => error.to_string(),
            Value::Text(text) => format!("“{text}”"),
            other => format!("{other:?}"),
        }
    }

    fn marks(texts: &[&str]) -> Option<Marks> {
        let mut evidence = Evidence::default();
        texts.iter().for_each(|text| _ = evidence.take(text));
        evidence.marks(Locale::Swedish)
    }

    #[test]
    fn numbers_that_show_how_they_are_written_are_read_so_in_both_languages() {
        for (text, number) in [
            ("12,5", "12.5"),
            ("12.5", "12.5"),
            ("1,234.5", "1234.5"),
            ("1.234,5", "1234.5"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("1 234,50", "1234.5"),
            ("1\u{a0}234\u{a0}567,5", "1234567.5"),
            ("1\u{202f}234", "1234"),
            ("1'234.5", "1234.5"),
            ("\u{2212}1,234.5", "-1234.5"),
            ("(1.234,5)", "-1234.5"),
            ("1 155-", "-1155"),
            ("$1,234.50", "1234.5"),
            ("1.234,50 kr", "1234.5"),
            ("12.5 %", "0.125"),
            ("0,123", "0.123"),
            ("1234,567", "1234.567"),
            ("\u{200e}12,5\u{200b}", "12.5"),
            ("\u{feff}7", "7"),
        ] {
            for locale in [Locale::Swedish, Locale::English] {
                for marks in [Marks::DecimalComma, Marks::DecimalPoint] {
                    assert_eq!(read(text, marks, locale), number, "{text} in {locale:?} with {marks:?}");
                }
            }
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_read_as_asked_for() {
        for (text, comma, point) in [
            ("1,000", "1", "1000"),
            ("1.000", "1000", "1"),
            ("-12,345", "-12.345", "-12345"),
            ("(2.500)", "-2500", "-2.5"),
            ("1,250 %", "0.0125", "12.5"),
        ] {
            for locale in [Locale::Swedish, Locale::English] {
                assert_eq!(read(text, Marks::DecimalComma, locale), comma, "{text} in {locale:?}");
                assert_eq!(read(text, Marks::DecimalPoint, locale), point, "{text} in {locale:?}");
            }
        }
    }

    #[test]
    fn the_others_tell_how_an_unclear_number_is_written() {
        assert_eq!(marks(&["1,000"]), None);
        assert_eq!(marks(&["1.000", "hej", "17"]), None);
        assert_eq!(marks(&["1,000", "12,5"]), Some(Marks::DecimalComma));
        assert_eq!(marks(&["1,000", "2,500.25"]), Some(Marks::DecimalPoint));
        assert_eq!(marks(&["1,000", "1,000,000"]), Some(Marks::DecimalPoint));
        assert_eq!(marks(&["1,000", "12 500"]), Some(Marks::DecimalComma));
        assert_eq!(marks(&["1,000", "12,5", "12.5"]), None);
        assert_eq!(marks(&["1,000", "1.000", "12 500"]), None);
        assert_eq!(marks(&["12,5", "12.5", "2026-08-31", "08.30"]), Some(Marks::DecimalComma));
    }

    #[test]
    fn words_dates_and_errors_are_what_they_are() {
        for (text, value) in [
            ("2026-08-31", "46265"),
            ("Kansli, stab", "“Kansli, stab”"),
            ("Nr 1,000 av 3", "“Nr 1,000 av 3”"),
            ("1.2.3", "“1.2.3”"),
            ("08-123 45 67", "“08-123 45 67”"),
            ("#DIV/0!", "#DIV/0!"),
            ("#DIVISION/0!", "#DIV/0!"),
            ("#SAKNAS!", "#N/A"),
            ("#SAKNAS", "#N/A"),
            ("#VÄRDEFEL!", "#VALUE!"),
            ("#värde!", "#VALUE!"),
            ("#REFERENS!", "#REF!"),
            ("#NAMN?", "#NAME?"),
            ("####", "“####”"),
            ("”hej”", "“”hej””"),
        ] {
            assert_eq!(read(text, Marks::DecimalComma, Locale::Swedish), value, "{text}");
        }
    }

    #[test]
    fn doubtful_texts_look_like_numbers() {
        for (text, looks) in [
            ("1 23", true),
            ("12,34,5", true),
            ("####", true),
            ("#FÄLT!", true),
            ("08-123 45 67", false),
            ("2019-2020", false),
            ("0123 45", false),
            ("12 st", false),
            ("#hashtag", false),
            ("-", false),
            ("", false),
        ] {
            assert_eq!(looks_like_number(text), looks, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in ".*", numeric in "[-−–+(]?[0-9 ,.'\u{a0}]{0,30}[)%-]?") {
            for marks in [Marks::DecimalComma, Marks::DecimalPoint] {
                for text in [&text, &numeric] {
                    let _ = (read_pasted(text, marks, Locale::Swedish, None), Evidence::default().take(text));
                    let _ = looks_like_number(text);
                }
            }
        }
    }
}
