//! Number-format codes as Swedish Excel writes them, `# ##0,00` and `ÅÅÅÅ-MM-DD tt:mm`, made into the file form.

use super::Locale;
use super::format_error::FormatError;
use super::parse_pattern::{is_word, word_length};
use super::pattern::Format;

impl Format {
    /// Reads a code as a person writes it in a language, as in the second argument of `TEXT`.
    ///
    /// Codes that can only be of the other language are read as such, so that a formula shows the same in both.
    pub fn parse_localized(code: &str, locale: Locale) -> Result<Self, FormatError> {
        Self::parse(&file_form(code, locale))
    }
}

/// The file form of a code as a person writes it in a language; words beside digits get the quotation marks they need.
pub fn file_form(code: &str, locale: Locale) -> String {
    let signs: Vec<char> = code.chars().collect();
    let locale = written_in(&signs).unwrap_or(locale);
    Segments::of(&signs, date_letters(locale)).map(|segment| segment.translated(&signs, locale)).collect()
}

/// The letters of date and time fields, small.
const fn date_letters(locale: Locale) -> &'static str {
    match locale {
        Locale::Swedish => "åymdths",
        Locale::English => "ymdhs",
    }
}

/// The language that a code's signs give away; `None` when they fit both.
fn written_in(code: &[char]) -> Option<Locale> {
    let near = |window: &[char], sign: fn(char) -> bool| is_place(window[0]) && sign(window[1]) && is_place(window[2]);
    let signs = Segments::of(code, date_letters(Locale::Swedish)).filter(|segment| segment.kind == Kind::Sign);
    let bare: Vec<char> = signs.flat_map(|segment| segment.text).copied().collect();
    let groups =
        |is_sign: fn(char) -> bool| bare.windows(5).any(|run| run[0] == '#' && is_sign(run[1]) && run[2..] == GROUP);
    // Nobody writes three decimals as `#,##0`.
    if bare.windows(3).any(|window| near(window, |sign| sign == '.')) || groups(|sign| sign == ',') {
        return Some(Locale::English);
    }
    let swedish = groups(is_group) || bare.iter().any(|sign| matches!(sign, 'å' | 'Å'));
    swedish.then_some(Locale::Swedish)
}

/// Places of a group of three digits, the last always shown.
const GROUP: [char; 3] = ['#', '#', '0'];

/// The one word of a Swedish code, for the General format.
const GENERAL: &str = "standard";

/// A stretch of a code that is translated as one.
struct Segment<'a> {
    kind: Kind,
    text: &'a [char],
    start: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One sign.
    Sign,
    /// Quoted or escaped text.
    Verbatim,
    /// A colour, a condition or a duration.
    Bracket,
    /// The Swedish word for General.
    General,
    /// A word that stands for itself without quotation marks.
    Word,
}

impl Segment<'_> {
    fn translated(&self, code: &[char], locale: Locale) -> String {
        let text: String = self.text.iter().collect();
        match self.kind {
            Kind::General => "General".to_owned(),
            Kind::Word => format!("\"{text}\""),
            Kind::Bracket if locale == Locale::Swedish => translated_bracket(&text),
            Kind::Sign if locale == Locale::Swedish => self.translated_sign(code).map_or(text, str::to_owned),
            _ => text,
        }
    }

    fn translated_sign(&self, code: &[char]) -> Option<&'static str> {
        let place_at =
            |index: Option<usize>| index.and_then(|index| code.get(index)).is_some_and(|sign| is_place(*sign));
        let between = place_at(self.start.checked_sub(1)) && place_at(Some(self.start + 1));
        match self.text.first()? {
            sign if is_group(*sign) && between && is_group_of_three(&code[self.start + 1..]) => Some(","),
            ',' => Some("."),
            'å' | 'Å' => Some("y"),
            't' | 'T' => Some("h"),
            _ => None,
        }
    }
}

/// Whether three places follow and no slash, as after a group sign but not before a fraction.
fn is_group_of_three(code: &[char]) -> bool {
    let places = code.iter().take_while(|sign| is_place(**sign)).count();
    places == 3 && code[places..].iter().find(|sign| **sign != ' ') != Some(&'/')
}

/// Durations and limits are translated; colours are known in both languages.
fn translated_bracket(text: &str) -> String {
    let inner = text.trim_matches(['[', ']']);
    if inner.starts_with(['<', '>', '=']) {
        return text.replace(',', ".");
    }
    let duration = inner.chars().all(|letter| matches!(letter, 't' | 'T'));
    if duration { text.replace(['t', 'T'], "h") } else { text.to_owned() }
}

/// Walks over a code sign by sign, keeping quotations, brackets, escaped signs and words such as `tkr` together.
struct Segments<'a> {
    code: &'a [char],
    place: usize,
    date_letters: &'static str,
    /// Whether a place for a digit has been met in this section, after which words are text.
    numeric: bool,
}

impl<'a> Segments<'a> {
    fn of(code: &'a [char], date_letters: &'static str) -> Self {
        Self { code, place: 0, date_letters, numeric: false }
    }
}

impl<'a> Iterator for Segments<'a> {
    type Item = Segment<'a>;

    fn next(&mut self) -> Option<Segment<'a>> {
        let (start, rest) = (self.place, &self.code[self.place..]);
        let until =
            |end: char| rest.iter().skip(1).position(|sign| *sign == end).map_or(rest.len(), |length| length + 2);
        let (kind, length) = match rest.first()? {
            '"' => (Kind::Verbatim, until('"')),
            '[' => (Kind::Bracket, until(']')),
            '\\' | '_' | '*' => (Kind::Verbatim, rest.len().min(2)),
            _ if is_general(rest) => (Kind::General, GENERAL.len()),
            _ if self.numeric && is_word(rest, self.date_letters) => (Kind::Word, word_length(rest)),
            sign => {
                self.numeric = is_place(*sign) || (self.numeric && *sign != ';');
                (Kind::Sign, 1)
            }
        };
        self.place += length;
        Some(Segment { kind, text: &rest[..length], start })
    }
}

fn is_general(code: &[char]) -> bool {
    code.len() >= GENERAL.len() && code.iter().zip(GENERAL.chars()).all(|(one, other)| one.eq_ignore_ascii_case(&other))
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
            ("# ##0,0 tkr;-0 mnkr", "#,##0.0 \"tkr\";-0 \"mnkr\""),
            ("[tå", "[tå"),
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
        assert_eq!(file_form("0.0 mnkr", Locale::English), "0.0 \"mnkr\"");
        assert_eq!(file_form("ÅÅ", Locale::English), "yy");
        assert_eq!(file_form("0,000", Locale::English), "0,000");
        assert_eq!(file_form("0 \"a.0\"", Locale::Swedish), "0 \"a.0\"");
        for code in ["# ?/?", "# ???/???", "# ??/100", "00 00 00"] {
            assert_eq!(file_form(code, Locale::Swedish), code);
            assert_eq!(file_form(code, Locale::English), code);
        }
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
