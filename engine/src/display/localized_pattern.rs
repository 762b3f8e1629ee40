//! Number-format codes as Swedish Excel writes them, `# ##0,00` and `ÅÅÅÅ-MM-DD tt:mm`, made into the file form.

use super::Locale;
use super::format_error::FormatError;
use super::pattern::Format;

impl Format {
    /// Reads a code as a person writes it in a language, as in the second argument of `TEXT`.
    ///
    /// Codes that can only be of the other language are read as such, so that a formula shows the same in both.
    pub fn parse_localized(code: &str, locale: Locale) -> Result<Self, FormatError> {
        Self::parse(&file_form(code, locale))
    }
}

/// The file form of a code as a person writes it in a language.
pub fn file_form(code: &str, locale: Locale) -> String {
    let signs: Vec<char> = code.chars().collect();
    match written_in(&signs).unwrap_or(locale) {
        Locale::English => code.to_owned(),
        Locale::Swedish => translated(&signs),
    }
}

/// The language that a code's signs give away; `None` when they fit both.
fn written_in(code: &[char]) -> Option<Locale> {
    let near = |window: &[char], sign: fn(char) -> bool| is_place(window[0]) && sign(window[1]) && is_place(window[2]);
    let signs = Segments { code, place: 0 }.filter(|segment| segment.text.len() == 1);
    let bare: Vec<char> = signs.flat_map(|segment| segment.text).copied().collect();
    let mut windows = bare.windows(3);
    if windows.clone().any(|window| near(window, |sign| sign == '.'))
        || bare.windows(5).any(|run| run == ENGLISH_GROUPS)
    {
        return Some(Locale::English);
    }
    let swedish = windows.any(|window| near(window, is_group)) || bare.iter().any(|sign| matches!(sign, 'å' | 'Å'));
    swedish.then_some(Locale::Swedish)
}

/// Nobody writes three decimals this way.
const ENGLISH_GROUPS: [char; 5] = ['#', ',', '#', '#', '0'];

fn translated(code: &[char]) -> String {
    Segments { code, place: 0 }.map(|segment| segment.translated(code)).collect()
}

/// The one word of a Swedish code, for the General format.
const GENERAL: &str = "standard";

/// A sign, a bracket, the word for General, or a stretch of text that stands for itself.
struct Segment<'a> {
    text: &'a [char],
    start: usize,
    verbatim: bool,
}

impl Segment<'_> {
    fn translated(&self, code: &[char]) -> String {
        let text: String = self.text.iter().collect();
        if self.verbatim {
            return text;
        }
        if text.starts_with('[') {
            return translated_bracket(&text);
        }
        if text.len() == GENERAL.len() {
            return "General".to_owned();
        }
        let (before, after) = (self.start.checked_sub(1).and_then(|index| code.get(index)), code.get(self.start + 1));
        let between = before.is_some_and(|sign| is_place(*sign)) && after.is_some_and(|sign| is_place(*sign));
        match self.text {
            [sign] if is_group(*sign) && between => ",".to_owned(),
            [','] => ".".to_owned(),
            ['å' | 'Å'] => "y".to_owned(),
            ['t' | 'T'] => "h".to_owned(),
            _ => text,
        }
    }
}

/// Durations and limits are translated; colours are known in both languages.
fn translated_bracket(text: &str) -> String {
    match text[1..].chars().next() {
        Some('<' | '>' | '=') => text.replace(',', "."),
        Some('t' | 'T') if text[1..text.len() - 1].chars().all(|letter| matches!(letter, 't' | 'T')) => {
            text.replace(['t', 'T'], "h")
        }
        _ => text.to_owned(),
    }
}

/// Walks over a code sign by sign, keeping quotations, brackets and escaped signs together.
struct Segments<'a> {
    code: &'a [char],
    place: usize,
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        let (start, rest) = (self.place, &self.code[self.place..]);
        let until =
            |end: char| rest.iter().skip(1).position(|sign| *sign == end).map_or(rest.len(), |length| length + 2);
        let (length, verbatim) = match rest.first()? {
            '"' => (until('"'), true),
            '[' => (until(']'), false),
            '\\' | '_' | '*' => (rest.len().min(2), true),
            _ if rest.len() >= GENERAL.len() && rest.iter().zip(GENERAL.chars()).all(is_same_letter) => {
                (GENERAL.len(), false)
            }
            _ => (1, false),
        };
        self.place += length;
        Some(Segment { text: &rest[..length], start, verbatim })
    }
}

fn is_same_letter((one, other): (&char, char)) -> bool {
    one.eq_ignore_ascii_case(&other)
}

fn is_place(sign: char) -> bool {
    matches!(sign, '0' | '#' | '?')
}

fn is_group(sign: char) -> bool {
    matches!(sign, ' ' | '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn swedish_codes_become_the_file_form() {
        for (swedish, english) in [
            ("0", "0"),
            ("0,00", "0.00"),
            ("# ##0", "#,##0"),
            ("# ##0,00", "#,##0.00"),
            ("#\u{a0}##0;-#\u{a0}##0", "#,##0;-#,##0"),
            ("# ##0 \"tkr, t\"", "#,##0 \"tkr, t\""),
            ("0,0 %", "0.0 %"),
            ("ÅÅÅÅ-MM-DD", "yyyy-MM-DD"),
            ("tt:mm", "hh:mm"),
            ("[tt]:mm:ss,0", "[hh]:mm:ss.0"),
            ("åååå\\tmm", "yyyy\\tmm"),
            ("[Röd][<0,5]0,0", "[Röd][<0.5]0.0"),
            ("Standard", "General"),
            ("0,0 \"å\"", "0.0 \"å\""),
        ] {
            assert_eq!(file_form(swedish, Locale::Swedish), english);
        }
    }

    #[test]
    fn codes_that_can_only_be_of_one_language_mean_the_same_in_both() {
        for code in ["#,##0.00", "0.0", "#,##0", "yyyy-mm-dd"] {
            assert_eq!(file_form(code, Locale::Swedish), code);
        }
        assert_eq!(file_form("# ##0,0", Locale::English), "#,##0.0");
        assert_eq!(file_form("ÅÅ", Locale::English), "yy");
        assert_eq!(file_form("0,000", Locale::English), "0,000");
        assert_eq!(file_form("0 \"a.0\"", Locale::Swedish), "0 \"a.0\"");
    }

    proptest! {
        #[test]
        fn no_code_makes_it_panic(code in ".*", likely in "[\\[\\]\"0#?,.;%åtym \\\\_*<]*") {
            for locale in [Locale::Swedish, Locale::English] {
                let _ = Format::parse_localized(&code, locale);
                let _ = Format::parse_localized(&likely, locale);
            }
        }
    }
}
