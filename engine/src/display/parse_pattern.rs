//! Reads number-format codes in their file form: `#,##0.00;[Red]-#,##0.00;"–"`.

use super::Locale;
use super::format_error::{FormatError, FormatErrorKind};
use super::pattern::{Colour, Comparison, Condition, Field, Format, Part, Place, Section};
use crate::value::Number;

/// The longest code Excel takes.
const LONGEST: usize = 255;
/// Seconds are shown to thousandths at most.
const MOST_SECOND_DECIMALS: u32 = 3;

impl Format {
    /// Reads a code in its English file form; an empty code is `General`.
    pub fn parse(code: &str) -> Result<Self, FormatError> {
        let code: Vec<char> = code.chars().collect();
        if code.len() > LONGEST {
            return Err(FormatError { place: LONGEST, kind: FormatErrorKind::TooLong });
        }
        let mut reader = Reader { code: &code, place: 0, section: Section::default(), places: Places::default() };
        let mut sections = Vec::new();
        while reader.place < code.len() {
            if code[reader.place] == ';' {
                if sections.len() == 3 {
                    return Err(reader.error(FormatErrorKind::TooManySections));
                }
                reader.place += 1;
                sections.push(reader.finish()?);
            } else {
                reader.part()?;
            }
        }
        sections.push(reader.finish()?);
        Ok(assemble(sections))
    }
}

/// Tells the text section from the others and gives each the numbers it is for.
fn assemble(mut sections: Vec<Section>) -> Format {
    if let [only] = &mut sections[..]
        && only.parts.is_empty()
    {
        only.parts.push(Part::General);
    }
    let has_text = |section: &Section| section.parts.contains(&Part::Text);
    let text = if sections.len() == 4 || sections.last().is_some_and(has_text) { sections.pop() } else { None };
    match &mut sections[..] {
        [first, second] => {
            let condition = *first.condition.get_or_insert(Condition::zero(Comparison::GreaterOrEqual));
            second.condition.get_or_insert(condition.complement());
        }
        [first, second, _] => {
            first.condition.get_or_insert(Condition::zero(Comparison::Greater));
            second.condition.get_or_insert(Condition::zero(Comparison::Less));
        }
        _ => {}
    }
    Format { numbers: sections, text }
}

/// Where a section's first letter of a date and first place for a digit stand.
#[derive(Default)]
struct Places {
    moment: Option<usize>,
    digit: Option<usize>,
}

/// Reads one section after the other.
struct Reader<'a> {
    code: &'a [char],
    place: usize,
    section: Section,
    places: Places,
}

impl Reader<'_> {
    fn part(&mut self) -> Result<(), FormatError> {
        let letter = self.code[self.place];
        match letter {
            '"' => return self.quoted(),
            '[' => return self.bracket(),
            '\\' | '_' | '*' => return self.escaped(letter),
            '0' | '#' | '?' => self.digit(letter),
            '.' => return self.point(),
            '/' if self.is_fraction() => self.slash(),
            ',' => self.push(Part::Comma, 1),
            '-' => self.push(Part::Minus, 1),
            '%' => self.push(Part::Percent, 1),
            ' ' | '\u{a0}' if self.following(1) == Some('%') => self.push(Part::PercentSpace, 1),
            '@' => self.push(Part::Text, 1),
            'E' | 'e' if matches!(self.following(1), Some('+' | '-')) => {
                self.push(Part::Exponent { plus: self.following(1) == Some('+') }, 2);
            }
            _ if self.says("general") => self.push(Part::General, 7),
            _ if self.says("am/pm") => self.moment(Field::HalfDay { letters: 2, small: false }, 5),
            _ if self.says("a/p") => self.moment(Field::HalfDay { letters: 1, small: letter == 'a' }, 3),
            _ if self.places.digit.is_some() && is_word(&self.code[self.place..], "ymdhs") => self.word(),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => self.field(letter.to_ascii_lowercase()),
            _ => {
                self.literal(letter);
                self.place += 1;
            }
        }
        Ok(())
    }

    fn error(&self, kind: FormatErrorKind) -> FormatError {
        FormatError { place: self.place, kind }
    }

    fn following(&self, distance: usize) -> Option<char> {
        self.code.get(self.place + distance).copied()
    }

    fn says(&self, word: &str) -> bool {
        let rest = &self.code[self.place..];
        rest.len() >= word.len() && rest.iter().zip(word.chars()).all(|(one, other)| one.eq_ignore_ascii_case(&other))
    }

    fn push(&mut self, part: Part, length: usize) {
        self.section.parts.push(part);
        self.place += length;
    }

    fn literal(&mut self, letter: char) {
        match self.section.parts.last_mut() {
            Some(Part::Literal(text)) => text.push(letter),
            _ => self.section.parts.push(Part::Literal(letter.to_string())),
        }
    }

    /// A word beside digits, such as `mnkr`, is text also without quotation marks.
    fn word(&mut self) {
        let length = word_length(&self.code[self.place..]);
        for place in self.place..self.place + length {
            self.literal(self.code[place]);
        }
        self.place += length;
    }

    fn quoted(&mut self) -> Result<(), FormatError> {
        let rest = &self.code[self.place + 1..];
        let Some(length) = rest.iter().position(|letter| *letter == '"') else {
            return Err(self.error(FormatErrorKind::UnclosedQuote));
        };
        for letter in &rest[..length] {
            self.literal(*letter);
        }
        self.place += length + 2;
        Ok(())
    }

    fn escaped(&mut self, mark: char) -> Result<(), FormatError> {
        let Some(letter) = self.following(1) else { return Err(self.error(FormatErrorKind::NothingFollows)) };
        match mark {
            '\\' => self.literal(letter),
            // The width of a letter becomes a space.
            '_' => self.literal(' '),
            // Text has no width to fill.
            _ => {}
        }
        self.place += 2;
        Ok(())
    }

    fn digit(&mut self, letter: char) {
        self.places.digit.get_or_insert(self.place);
        let place = match letter {
            '0' => Place::Zero,
            '#' => Place::Nothing,
            _ => Place::Space,
        };
        self.push(Part::Place(place), 1);
    }

    /// A decimal sign, or a literal point in a date.
    fn point(&mut self) -> Result<(), FormatError> {
        let zeros = self.code[self.place + 1..].iter().take_while(|letter| **letter == '0').count();
        let last = self.section.parts.last();
        if matches!(last, Some(Part::Moment(Field::Second(_) | Field::ElapsedSeconds(_)))) && zeros > 0 {
            let decimals = u32::try_from(zeros).unwrap_or(MOST_SECOND_DECIMALS).min(MOST_SECOND_DECIMALS);
            self.section.shape.second_decimals = decimals;
            self.push(Part::Moment(Field::SecondDecimals), 1 + decimals as usize);
        } else if self.places.moment.is_some() {
            self.literal('.');
            self.place += 1;
        } else if self.section.parts.contains(&Part::Point) {
            return Err(self.error(FormatErrorKind::SecondPoint));
        } else {
            self.push(Part::Point, 1);
        }
        Ok(())
    }

    /// A slash after a place for a digit, with a number below it.
    fn is_fraction(&self) -> bool {
        let below = self.code[self.place + 1..].iter().find(|letter| **letter != ' ');
        self.places.digit.is_some() && below.is_some_and(|letter| letter.is_ascii_digit() || "#?".contains(*letter))
    }

    /// A slash, and the number below it unless places for digits follow.
    fn slash(&mut self) {
        self.push(Part::Slash, 1);
        let spaces = self.code[self.place..].iter().take_while(|letter| **letter == ' ').count();
        let below = &self.code[self.place + spaces..];
        if below.first().is_none_or(|first| !matches!(first, '1'..='9')) {
            return;
        }
        let digits: String = below.iter().take_while(|letter| letter.is_ascii_digit()).collect();
        if let Ok(number) = digits.parse() {
            (0..spaces).for_each(|_| self.literal(' '));
            self.push(Part::Below(number), spaces + digits.len());
        }
    }

    fn moment(&mut self, field: Field, length: usize) {
        self.places.moment.get_or_insert(self.place);
        self.push(Part::Moment(field), length);
    }

    /// A run of one letter; `m` means minutes after hours and before seconds.
    fn field(&mut self, letter: char) {
        let run = self.code[self.place..].iter().take_while(|other| other.eq_ignore_ascii_case(&letter)).count();
        let last = self.section.parts.iter_mut().rev().find_map(|part| match part {
            Part::Moment(Field::HalfDay { .. }) => None,
            Part::Moment(field) => Some(field),
            _ => None,
        });
        let field = match (letter, last) {
            ('y', _) => Field::Year(run),
            ('m', Some(Field::Hour(_) | Field::ElapsedHours(_))) if run <= 2 => Field::Minute(run),
            ('m', _) => Field::Month(run),
            ('d', _) => Field::Day(run),
            ('h', _) => Field::Hour(run),
            (_, Some(month @ Field::Month(1..=2))) => {
                let Field::Month(letters) = *month else { return };
                *month = Field::Minute(letters);
                Field::Second(run)
            }
            _ => Field::Second(run),
        };
        self.moment(field, run);
    }

    fn bracket(&mut self) -> Result<(), FormatError> {
        let rest = &self.code[self.place + 1..];
        let Some(length) = rest.iter().position(|letter| *letter == ']') else {
            return Err(self.error(FormatErrorKind::UnclosedBracket));
        };
        let text: String = rest[..length].iter().collect();
        if let Some(currency) = text.strip_prefix('$') {
            // After the hyphen stands a number for the language.
            let (sign, tag) = currency.split_once('-').unwrap_or((currency, ""));
            sign.chars().for_each(|letter| self.literal(letter));
            self.section.language = read_language(tag).or(self.section.language);
        } else if is_numeral_style(&text) {
            // Only ordinary digits are written.
        } else if let Some(colour) = Colour::parse(&text) {
            self.section.colour = Some(colour);
        } else if let Some(condition) = read_condition(&text) {
            self.section.condition = Some(condition);
        } else if let Some(field) = read_elapsed(&text) {
            self.moment(field, 0);
        } else {
            return Err(self.error(FormatErrorKind::UnknownBracket));
        }
        self.place += length + 2;
        Ok(())
    }

    /// The section read so far; the next one begins.
    fn finish(&mut self) -> Result<Section, FormatError> {
        let mut section = std::mem::take(&mut self.section);
        let places = std::mem::take(&mut self.places);
        if let (Some(moment), Some(digit)) = (places.moment, places.digit) {
            return Err(FormatError { place: moment.max(digit), kind: FormatErrorKind::MixedContent });
        }
        section.measure().map_err(|kind| self.error(kind))?;
        Ok(section)
    }
}

/// Whether the code goes on with a word that cannot be made of the letters of dates alone.
pub(super) fn is_word(code: &[char], dates: &str) -> bool {
    let exponent = matches!(code, ['E' | 'e', '+' | '-', ..]);
    let word = &code[..word_length(code)];
    !exponent && word.iter().any(|letter| !letter.to_lowercase().all(|letter| dates.contains(letter)))
}

/// How many letters the code goes on with.
pub(super) fn word_length(code: &[char]) -> usize {
    code.iter().take_while(|letter| letter.is_alphabetic()).count()
}

fn read_condition(text: &str) -> Option<Condition> {
    const SIGNS: [(&str, Comparison); 6] = [
        ("<=", Comparison::LessOrEqual),
        ("<>", Comparison::Unequal),
        (">=", Comparison::GreaterOrEqual),
        ("<", Comparison::Less),
        (">", Comparison::Greater),
        ("=", Comparison::Equal),
    ];
    let read = |(sign, comparison)| Some((comparison, text.strip_prefix(sign)?));
    let (comparison, limit) = SIGNS.into_iter().find_map(read)?;
    Some(Condition { comparison, limit: Number::parse(limit.trim())? })
}

/// The language that a tag such as `41D` or `sv-SE` means, if it is one of ours.
fn read_language(tag: &str) -> Option<Locale> {
    match tag.split('-').next() {
        Some("sv") => return Some(Locale::Swedish),
        Some("en") => return Some(Locale::English),
        _ => {}
    }
    // The lowest ten bits of a number tell the language, whatever the country.
    match u32::from_str_radix(tag, 16).ok()? & 0x3ff {
        0x1d => Some(Locale::Swedish),
        0x09 => Some(Locale::English),
        _ => None,
    }
}

/// Whether a bracket asks for the digits of another script.
fn is_numeral_style(text: &str) -> bool {
    let text = text.to_lowercase();
    text.starts_with("dbnum") || text.starts_with("natnum")
}

fn read_elapsed(text: &str) -> Option<Field> {
    let letter = text.chars().next()?.to_ascii_lowercase();
    let run = text.chars().all(|other| other.eq_ignore_ascii_case(&letter)).then_some(text.len())?;
    match letter {
        'h' => Some(Field::ElapsedHours(run)),
        'm' => Some(Field::ElapsedMinutes(run)),
        's' => Some(Field::ElapsedSeconds(run)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_name_the_place() {
        for (code, place, kind) in [
            ("0 \"kr", 2, FormatErrorKind::UnclosedQuote),
            ("0[Red", 1, FormatErrorKind::UnclosedBracket),
            ("[Rosa]0", 0, FormatErrorKind::UnknownBracket),
            ("[]0", 0, FormatErrorKind::UnknownBracket),
            ("0\\", 1, FormatErrorKind::NothingFollows),
            ("0;0;0;@;0", 7, FormatErrorKind::TooManySections),
            ("0 m", 2, FormatErrorKind::MixedContent),
            ("yyyy0", 4, FormatErrorKind::MixedContent),
            ("0.0.0", 3, FormatErrorKind::SecondPoint),
            ("0.0 ?/?", 7, FormatErrorKind::Fraction),
            ("?/?/?", 5, FormatErrorKind::Fraction),
        ] {
            assert_eq!(Format::parse(code), Err(FormatError { place, kind }), "{code}");
        }
        assert_eq!(Format::parse(&"0".repeat(256)).unwrap_err().kind, FormatErrorKind::TooLong);
        let message = Format::parse("0 m").unwrap_err().to_string();
        assert_eq!(message, "dates and digits do not go together; put text in quotation marks (character 3)");
    }

    #[test]
    fn a_format_tells_what_it_shows() {
        let told = |code| {
            let format = Format::parse(code).unwrap();
            (format.is_moment(), format.is_duration(), format.is_percent())
        };
        assert_eq!(told("yyyy-mm-dd"), (true, false, false));
        assert_eq!(told("[h]:mm"), (true, true, false));
        assert_eq!(told("0.0 %"), (false, false, true));
        assert_eq!(told("0 \"% m\""), (false, false, false));
        assert_eq!(told("@"), (false, false, false));
    }
}
