//! Dates and times out of text, as people write them: `2026-08-31`, `31 aug 2026`, `8/31/2026`, `14:30`.

use crate::display::Locale;
use crate::value::Number;
use crate::value::moment::Date;

/// Names of the months in Swedish and English; three letters of them are enough.
const MONTHS: [(&str, &str); 12] = [
    ("januari", "january"),
    ("februari", "february"),
    ("mars", "march"),
    ("april", "april"),
    ("maj", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augusti", "august"),
    ("september", "september"),
    ("oktober", "october"),
    ("november", "november"),
    ("december", "december"),
];

/// Years of two digits below this one belong to this century.
const CENTURY_TURN: i64 = 30;

/// The moment a text says: a date, a time of day, or both with a space between.
pub(in crate::functions) fn moment(text: &str, locale: Locale) -> Option<Number> {
    let (date_text, time_text) = parts(text);
    let day = match date_text.as_str() {
        "" if time_text.is_empty() => None,
        "" => Some(0),
        text => date(text, locale),
    };
    let time = if time_text.is_empty() { Some(Number::ZERO) } else { time(&time_text) };
    Number::from(day?).plus(time?).ok()
}

/// The words of a text before the one with a colon, and the rest.
fn parts(text: &str) -> (String, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let split = words.iter().position(|word| word.contains(':')).unwrap_or(words.len());
    (words[..split].join(" "), words[split..].join(" "))
}

/// The serial day of a date.
fn date(text: &str, locale: Locale) -> Option<i64> {
    if let Some(date) = named_month(text) {
        return date;
    }
    let sign = text.chars().find(|letter| !letter.is_ascii_digit())?;
    let numbers: Vec<&str> = text.split(sign).collect();
    let [first, second, third] = numbers.as_slice() else { return None };
    let (year, month, day) = match (sign, locale) {
        ('-' | '/', _) if first.len() == 4 => (first, second, third),
        ('-', Locale::Swedish) => (first, second, third),
        ('/', Locale::Swedish) => (third, second, first),
        ('-' | '/', Locale::English) => (third, first, second),
        _ => return None,
    };
    serial(self::year(year)?, number(month, 2)?, number(day, 2)?)
}

/// The date of a text with a month's name: `31 aug 2026`, `Aug 31, 2026`, or the first of the month for `aug 2026`.
/// The outer `None` says that there is no such name.
fn named_month(text: &str) -> Option<Option<i64>> {
    let words: Vec<&str> = text.split([' ', '-', ',', '.']).filter(|word| !word.is_empty()).collect();
    let place = words.iter().position(|word| month(word).is_some())?;
    let month = month(words[place])?;
    Some(match (words.as_slice(), place) {
        ([day, _, year], 1) | ([_, day, year], 0) => {
            self::year(year).zip(number(day, 2)).and_then(|(year, day)| serial(year, month, day))
        }
        ([_, year], 0) if year.len() == 4 => self::year(year).and_then(|year| serial(year, month, 1)),
        _ => None,
    })
}

fn month(word: &str) -> Option<i64> {
    let word = word.to_lowercase();
    let long_enough = word.chars().count() >= 3;
    let is = |name: &str| long_enough && name.starts_with(&word);
    MONTHS.iter().position(|(swedish, english)| is(swedish) || is(english)).map(|index| index as i64 + 1)
}

fn year(text: &str) -> Option<i64> {
    let year = number(text, 4)?;
    match text.len() {
        4 => Some(year),
        2 if year < CENTURY_TURN => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

fn serial(year: i64, month: i64, day: i64) -> Option<i64> {
    Date::new(year, month, day).map(Date::serial)
}

/// A whole number of at most so many digits and nothing else.
fn number(text: &str, digits: usize) -> Option<i64> {
    let plain = (1..=digits).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

/// The part of a day that a time such as `14:30`, `14:30:15` or `2:30 PM` says.
pub(super) fn time(text: &str) -> Option<Number> {
    let (clock, half) = text.split_once(' ').unwrap_or((text, ""));
    let mut numbers = clock.split(':');
    let (hours, minutes) = (number(numbers.next()?, 4)?, number(numbers.next()?, 2)?);
    let seconds = numbers.next().map_or(Some(Number::ZERO), |seconds| {
        let plain = seconds.starts_with(|letter: char| letter.is_ascii_digit()) && !seconds.contains(['e', 'E']);
        if plain { Number::parse(&seconds.replace(',', ".")) } else { None }
    })?;
    let hours = match half.to_uppercase().as_str() {
        "" => hours,
        "AM" if (1..=12).contains(&hours) => hours % 12,
        "PM" if (1..=12).contains(&hours) => hours % 12 + 12,
        _ => return None,
    };
    if numbers.next().is_some() || minutes > 59 || seconds >= Number::from(60) {
        return None;
    }
    let total = Number::from(hours * 3600 + minutes * 60).plus(seconds).ok()?;
    total.over(Number::from(86_400)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_each_language_writes_them() {
        for (text, locale, expected) in [
            ("2019-08-31", Locale::Swedish, "43708"),
            ("2019/8/31", Locale::English, "43708"),
            ("19-08-31", Locale::Swedish, "43708"),
            ("31/8/2019", Locale::Swedish, "43708"),
            ("8/31/2019", Locale::English, "43708"),
            ("31 augusti 2019", Locale::Swedish, "43708"),
            ("31-Aug-19", Locale::English, "43708"),
            ("August 31, 2019", Locale::English, "43708"),
            ("maj 2019", Locale::Swedish, "43586"),
            ("2019-08-31 18:00", Locale::Swedish, "43708.75"),
            ("6:00 PM", Locale::English, "0.75"),
            ("12:00 am", Locale::English, "0"),
        ] {
            let expected = Number::parse(expected);
            assert_eq!(moment(text, locale), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "2019-02-29", "1-2", "1.5", "12", "mar", "maj 19", "2019-13-01", "12:60", "1:2:3:4", "a:b", "13:00 PM"]
        {
            assert_eq!(moment(text, Locale::Swedish), None, "{text}");
        }
    }
}
